import type { Core } from './core.ts';
import { isPressed, type Placed, placedElements } from './elements.ts';
import { Impossible } from './impossible.ts';
import { field, recordsField, textField, wordingField } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import type { HomeView, OpenView } from './shown-view.ts';
import type { ViewRecord } from './view-store.ts';

/** Something with blocks that a person looks at. */
export type Surface = StoredMessage | OpenView | HomeView;

/** A button as a person sees it. */
export interface SeenButton {
  readonly where: Surface;
  readonly blockId: string;
  readonly actionId: string;
  readonly text: string;
  readonly value?: string;
  readonly url?: string;
  readonly style?: string;
  readonly accessibilityLabel?: string;
  /** The words of the dialog that asks "are you sure?", when there is one. */
  readonly confirmText?: string;
}

/** Which element a person goes for: on a surface, by action id, and by value where ids repeat. */
export interface Wanted {
  readonly message?: StoredMessage;
  readonly view?: OpenView | HomeView;
  readonly actionId: string | RegExp;
  readonly value?: string;
  /** Where action ids repeat from block to block. */
  readonly blockId?: string;
}

/** Every button on a surface, in reading order. */
export function buttonsOn(where: Surface): SeenButton[] {
  return placedElements(where.blocks ?? [])
    .filter(({ element }) => isPressed(element))
    .map(({ blockId, actionId, element }) => ({
      where,
      blockId,
      actionId,
      text: wordingField(element, 'text') ?? '',
      ...optional('value', textField(element, 'value')),
      ...optional('url', textField(element, 'url')),
      ...optional('style', textField(element, 'style')),
      ...optional('accessibilityLabel', textField(element, 'accessibility_label')),
      ...optional('confirmText', wordingField(field(element, 'confirm'), 'text')),
    }));
}

function optional<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: string });
}

/** True for a modal or a Home tab, false for a message. */
function isView(surface: Surface): surface is OpenView | HomeView {
  return 'callbackId' in surface;
}

/** Where an element is now: the message or view in its current form. */
export type Standing =
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'view'; readonly record: ViewRecord };

/** What a surface has become since it was looked at; throws Impossible when it is gone. */
export function standingOf(core: Core, surface: Surface, personId: string): Standing {
  if (isView(surface)) {
    const record = core.views.find(surface.id);
    if (!record || record.ownerId !== personId) throw new Impossible('that view is not open');
    const top = core.views.stack(personId).at(-1);
    if (record.type === 'modal' && record !== top) throw new Impossible('another modal covers it');
    return { kind: 'view', record };
  }
  const message = core.messages.find(surface.channel, surface.ts);
  const hidden = message?.ephemeralTo !== undefined && message.ephemeralTo !== personId;
  if (!message || hidden) throw new Impossible('that message is not there any more');
  return { kind: 'message', message };
}

/** The element a person goes for among some; throws Impossible with what there is instead. */
export function findPlaced(
  placed: readonly Placed[],
  { actionId, value, blockId }: { actionId: string | RegExp; value?: string; blockId?: string },
): Placed {
  const found = placed.find(
    (each) =>
      (typeof actionId === 'string' ? each.actionId === actionId : actionId.test(each.actionId)) &&
      (value === undefined || textField(each.element, 'value') === value) &&
      (blockId === undefined || each.blockId === blockId),
  );
  if (found) return found;
  const there = placed.map((each) => each.actionId).join(', ') || 'nothing';
  throw new Impossible(`nothing here answers to ${String(actionId)}; there is ${there}`);
}

/** What is looked at; a move that names nothing is a mistake in the test. */
export function surfaceOf(wanted: Wanted | SeenButton): Surface {
  const surface = 'where' in wanted ? wanted.where : (wanted.message ?? wanted.view);
  if (!surface) throw new Impossible('say which message or view it is on');
  return surface;
}

/** The blocks of a message or view as it is now. */
export function blocksOf(standing: Standing) {
  if (standing.kind === 'message') return standing.message.blocks ?? [];
  return recordsField(standing.record.content, 'blocks');
}
