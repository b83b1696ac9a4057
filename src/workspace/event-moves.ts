import type { Core } from './core.ts';
import type { Deliverer, Delivery } from './delivery.ts';
import type { PersonRecord } from './directory.ts';
import { eventCallback } from './interactions.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import { type Moves, settle } from './moves.ts';
import { type HomeView, showHome, viewOutput } from './shown-view.ts';

/** Hands an event to the app in Slack's wrapping. */
export function sendEvent(core: Core, deliverer: Deliverer, event: Json): Promise<Delivery> {
  return deliverer.deliver('events_api', eventCallback(core, event));
}

/** Opens the app's Home tab and returns what the app published there, if anything. */
export async function openHome(moves: Moves, person: PersonRecord): Promise<HomeView | null> {
  const { core, deliverer } = moves;
  if (!core.events.includes('app_home_opened')) return shownHome(moves, person);
  const home = core.views.home(person.id);
  await sendEvent(core, deliverer, {
    type: 'app_home_opened',
    user: person.id,
    channel: core.directory.directChannel(person.id).id,
    tab: 'home',
    ...(home && { view: viewOutput(home, core.identity) }),
    event_ts: core.ids.timestamp(core.now()),
  });
  await settle(moves);
  return shownHome(moves, person);
}

/** The Home tab as it stands. */
export function shownHome({ core }: Moves, person: PersonRecord): HomeView | null {
  const home = core.views.home(person.id);
  return home ? showHome(home) : null;
}

/** True for messages everyone sees and for ephemeral ones to this person. */
export function isFor(message: StoredMessage, person: PersonRecord): boolean {
  return message.ephemeralTo === undefined || message.ephemeralTo === person.id;
}
