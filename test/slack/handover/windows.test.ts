import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { undoHandover } from '../../../src/application/end-handover.ts';
import { HANDOVER_SCOPES, handOver, openHandover } from '../../../src/application/hand-over.ts';
import type { Json } from '../../../src/application/ports.ts';
import { openReminder } from '../../../src/application/remind-on.ts';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { validateMessage, validateView } from '../../../src/blockkit/validate.ts';
import type { Render } from '../../../src/slack/edge.ts';
import { handedOverView, handOverView } from '../../../src/slack/handover/hand-over-view.ts';
import { renderHandoverMade } from '../../../src/slack/handover/made-message.ts';
import { renderHandoverOver, renderStandIn } from '../../../src/slack/handover/told-messages.ts';
import {
  readHandoverReference,
  writeHandoverReference,
} from '../../../src/slack/handover-buttons.ts';
import { homeView } from '../../../src/slack/home/home-view.ts';
import { renderOpening } from '../../../src/slack/remind/opening.ts';
import { remindedView, remindView } from '../../../src/slack/remind/remind-view.ts';
import { renderReminder } from '../../../src/slack/remind/reminder.ts';
import { edgeWith, filedBy, HOSTILE, LEAD, largeProgramme, Q1 } from '../fixtures.ts';

const GUEST = { id: 'U0GUEST001', email: null, name: 'Gil Guest' };
const JOAN = { id: 'U0JOAN0001', email: 'coordinator@example.org', name: 'Joan Carter' };
const UNTIL = Temporal.PlainDate.from('2015-07-31');

test('a button’s value reads back as what it was written for, and nothing else is read', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 999_999_999 }),
      fc.integer({ min: 1000, max: 9999 }),
      fc.constantFrom(1, 2, 3, 4),
      fc.constantFrom(...HANDOVER_SCOPES),
      (programmeId, year, number, scope) => {
        const about = { programmeId, quarter: { year, number }, scope };
        expect(readHandoverReference(writeHandoverReference(about))).toEqual(about);
      },
    ),
  );
  for (const forged of [
    '',
    '1|2015|1',
    '1|2015|5|own',
    '1|2015|1|theirs',
    '1|2015|1|own|',
    ' 1|2015|1|own',
    `${'9'.repeat(20)}|2015|1|own`,
  ]) {
    expect(readHandoverReference(forged), forged).toBeNull();
  }
});

/** A record in which names and titles are as hostile as Slack takes them, and there are many projects. */
const hostileEdge = () => {
  const { programme } = largeProgramme(80);
  const edge = edgeWith({ programme, submissions: [] }, '2015-07-02');
  const lead = { ...LEAD, name: HOSTILE };
  const guest = { ...GUEST, name: HOSTILE };
  for (const person of [lead, guest, JOAN]) edge.store.savePerson(person, edge.clock.now());
  return { edge, lead, guest };
};

/** All that Slack reads as markup: plain text and what is read out are left out. */
const markupIn = (message: unknown): string =>
  JSON.stringify(message, (key, value: unknown) => {
    const isPlain = z.object({ type: z.literal('plain_text') }).safeParse(value).success;
    return isPlain || key === 'accessibility_label' ? undefined : value;
  });

test('every window and message of a hand-over is one that Slack takes, whatever people are called', () => {
  for (const reason of ['away', 'not_me'] as const) {
    for (const named of [true, false]) {
      const { edge, lead, guest } = hostileEdge();
      const caller = { ...edge, person: lead };
      const about = { programmeId: 1, scope: 'all' } as const;
      const opened = openHandover(caller, about, reason);
      const reminder = openReminder(caller, { programmeId: 1, quarter: Q1 });
      if (!opened.ok || !reminder.ok) throw new Error('Nothing could be opened.');
      const made = handOver(caller, about, reason, {
        until: reason === 'away' ? UNTIL : null,
        substitute: named ? { person: guest, account: 'active' } : null,
        said: 'x <!channel> *y* '.repeat(15),
      });
      if (!made.ok) throw new Error('It was refused.');
      const views = [
        handOverView(edge.store, opened.value, '1|2015|1|all'),
        handedOverView(edge.store, made.value),
        remindView(reminder.value, '1|2015|1|all'),
        remindedView(null),
        homeView(edge, lead),
        homeView(edge, guest),
        homeView(edge, { ...JOAN }),
      ];
      for (const view of views) expect(validateView(view)).toEqual([]);
      const draw = (render: Render, payload: Json) => {
        const message = render(payload, 'rich');
        expect(message === null ? [] : validateMessage(message)).toEqual([]);
        expect(markupIn(message)).not.toMatch(/<!channel>|<https:|<@U0EVIL>/);
        return message;
      };
      const notice = { handover: 1, coordinator: JOAN.email, said: HOSTILE };
      expect(draw(renderHandoverMade(edge), notice)).not.toBeNull();
      const forGuest = {
        programmeId: 1,
        quarter: { ...Q1 },
        lead: GUEST.id,
        own: false,
        handovers: [1],
      };
      if (named) {
        expect(draw(renderOpening(edge), forGuest)).not.toBeNull();
        expect(draw(renderStandIn(edge), { handovers: [1] })).not.toBeNull();
        const reminded = { programmeId: 1, quarter: { ...Q1 }, person: GUEST.id, key: 'k' };
        expect(draw(renderReminder(edge), reminded)).not.toBeNull();
      }
      undoHandover({ ...edge, person: JOAN }, 1);
      for (const to of [lead.id, guest.id]) {
        expect(draw(renderHandoverOver(edge), { handover: 1, to })).not.toBeNull();
      }
      expect(draw(renderHandoverMade(edge), notice)).not.toBeNull();
    }
  }
});

test('payloads that are not ours are left out', () => {
  const edge = edgeWith();
  for (const render of [renderHandoverMade, renderHandoverOver, renderStandIn, renderReminder]) {
    for (const payload of [
      {},
      { handover: 99, coordinator: 'x', said: null, to: 'x' },
      { handovers: [99] },
    ]) {
      expect(render(edge)(payload, 'rich')).toBeNull();
    }
  }
});

test('the window of a substitute says whose part is passed on', () => {
  const edge = edgeWith(filedBy(), '2015-07-02');
  for (const person of [LEAD, GUEST]) edge.store.savePerson(person, edge.clock.now());
  handOver({ ...edge, person: LEAD }, { programmeId: 1, scope: 'own' }, 'away', {
    until: UNTIL,
    substitute: { person: GUEST, account: 'active' },
    said: null,
  });
  const opened = openHandover(
    { ...edge, person: GUEST },
    { programmeId: 1, scope: 'stand_in' },
    'away',
  );
  if (!opened.ok) throw new Error('The substitute cannot pass it on.');
  expect(textOfBlocks(handOverView(edge.store, opened.value, '').blocks)).toContain(
    'What you stand in for is passed on, until its lead is back: Priya Shah.',
  );
});

test('Home offers the same three buttons, and to whoever is away the way back', () => {
  const edge = edgeWith(filedBy(), '2015-07-02');
  for (const person of [LEAD, GUEST]) edge.store.savePerson(person, edge.clock.now());
  const home = (person: typeof LEAD | typeof GUEST) => textOfBlocks(homeView(edge, person).blocks);
  expect(home(LEAD)).toContain('[ I’m away ]  [ Not me ]  [ Remind me on … ]');
  handOver({ ...edge, person: LEAD }, { programmeId: 1, scope: 'own' }, 'away', {
    until: UNTIL,
    substitute: { person: GUEST, account: 'active' },
    said: null,
  });
  expect(home(LEAD)).toContain(
    'You are marked as away until 31 July 2015. Gil Guest answers meanwhile.',
  );
  expect(home(LEAD)).toContain('[ I’m back ]');
  expect(home(LEAD)).not.toContain('[ Not me ]');
  // A guest whom no programme names still sees what they stand in for.
  expect(home(GUEST)).toContain('[ Enter figures ]');
  expect(home(GUEST)).toContain('[ I’m away ]  [ Not me ]  [ Remind me on … ]');
});
