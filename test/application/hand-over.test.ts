import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { personBehind } from '../../src/application/answerers.ts';
import { beat } from '../../src/application/beat.ts';
import { comeBack, undoHandover } from '../../src/application/end-handover.ts';
import { type HandoverRequest, handOver } from '../../src/application/hand-over.ts';
import type { AuditEntry, NewOutboxMessage, Person, Store } from '../../src/application/ports.ts';
import { remindOn } from '../../src/application/remind-on.ts';
import type { HandoverReason } from '../../src/application/submission-record.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { owedBy } from '../../src/domain/obligations.ts';
import { renderHandoverMade } from '../../src/slack/handover/made-message.ts';
import { renderOpening } from '../../src/slack/remind/opening.ts';
import { edgeWith, filedBy, LEAD, Q1 } from '../slack/fixtures.ts';
import { barnet } from '../support/barnet.ts';

const GUEST: Person = { id: 'U0GUEST001', email: null, name: 'Gil Guest' };
const PROBATION: Person = {
  id: 'U0TOM00001',
  email: 'probation.lead@example.org',
  name: 'Tom Reid',
};
const JOAN: Person = { id: 'U0JOAN0001', email: 'coordinator@example.org', name: 'Joan Carter' };
const STRANGER: Person = { id: 'U0STRANGE1', email: 'who@example.org', name: 'Who' };

const ALL = { programmeId: 1, scope: 'all' } as const;
const day = (text: string) => Temporal.PlainDate.from(text);

/** The example's record on this day, everybody known, with everything that is queued and audited. */
const recordOn = (on: string, document: CatalogueDocument = filedBy()) => {
  const edge = edgeWith(document, on);
  const queued: NewOutboxMessage[] = [];
  const audited: AuditEntry[] = [];
  const store: Store = {
    ...edge.store,
    enqueue: (message) => {
      const id = edge.store.enqueue(message);
      if (id !== null) queued.push(message);
      return id;
    },
    audit: (entry) => {
      audited.push(entry);
      edge.store.audit(entry);
    },
  };
  for (const person of [LEAD, PROBATION, JOAN, STRANGER])
    store.savePerson(person, edge.clock.now());
  const as = (person: Person) => ({ store, clock: edge.clock, person });
  const hand = (
    person: Person,
    reason: HandoverReason,
    request: Omit<Partial<HandoverRequest>, 'substitute'> & { readonly to?: Person | null } = {},
  ) => {
    const {
      to = GUEST,
      until = reason === 'away' ? day('2015-07-31') : null,
      said = null,
    } = request;
    const substitute = to === null ? null : ({ person: to, account: 'active' } as const);
    return handOver(as(person), ALL, reason, { until, said, substitute });
  };
  const told = () =>
    queued
      .filter(({ kind }) => kind !== 'edit')
      .map(({ kind, target }) => `${kind} to ${target.kind === 'person' ? target.person : ''}`);
  return { ...edge, store, queued, audited, as, hand, told };
};

describe('only whom a message was for can hand over', () => {
  test('a lead can; a deputy, the coordinator and a stranger cannot', () => {
    const deputy = { id: 'U0DEPUTY01', email: 'public.health.deputy@example.org', name: 'Marcus' };
    for (const person of [deputy, JOAN, STRANGER, GUEST]) {
      const { hand, store, queued } = recordOn('2015-07-02');
      expect(hand(person, 'away')).toEqual({ ok: false, fault: { kind: 'nothing_to_hand_over' } });
      expect(hand(person, 'not_me')).toEqual({
        ok: false,
        fault: { kind: 'nothing_to_hand_over' },
      });
      expect([store.handovers(1), queued]).toEqual([[], []]);
    }
    expect(recordOn('2015-07-02').hand(LEAD, 'away')).toMatchObject({ ok: true });
  });

  test('a substitute passes on, with the lead’s own last day, and cannot once it is over', () => {
    const { hand, store, moveTo } = recordOn('2015-07-02');
    hand(LEAD, 'away');
    expect(hand(GUEST, 'away', { until: day('2015-07-04'), to: STRANGER })).toMatchObject({
      ok: true,
      value: [{ lead: LEAD.email, substitute: STRANGER.id, reason: 'away' }],
    });
    expect(store.handovers(1).map(({ until }) => String(until))).toEqual(['2015-07-31']);
    expect(hand(GUEST, 'away')).toMatchObject({ fault: { kind: 'nothing_to_hand_over' } });
    moveTo('2015-08-01');
    expect(hand(STRANGER, 'away', { to: GUEST, until: day('2015-08-02') })).toMatchObject({
      fault: { kind: 'nothing_to_hand_over' },
    });
  });

  test('a substitute cannot pass it back to a lead who is away, or who said that it is not theirs', () => {
    for (const reason of ['away', 'not_me'] as const) {
      const { hand } = recordOn('2015-07-02');
      hand(LEAD, reason);
      expect(hand(GUEST, 'not_me', { to: LEAD })).toMatchObject({
        fault: { kind: 'fields', faults: [{ field: 'substitute' }] },
      });
    }
  });

  test('who said that it is not theirs cannot be away from it', () => {
    const { hand } = recordOn('2015-07-02');
    hand(LEAD, 'not_me');
    expect(hand(LEAD, 'away')).toEqual({
      ok: false,
      fault: { kind: 'handed_over_already', substitute: 'Gil Guest' },
    });
    expect(hand(LEAD, 'not_me', { to: PROBATION })).toMatchObject({
      value: [{ substitute: PROBATION.id }],
    });
  });

  test('not me about what somebody stands in for leaves their own projects theirs', () => {
    const { hand, as, store } = recordOn('2015-07-02');
    hand(LEAD, 'away', { to: PROBATION });
    const about = { programmeId: 1, scope: 'stand_in' } as const;
    const substitute = { person: GUEST, account: 'active' } as const;
    handOver(as(PROBATION), about, 'not_me', { until: null, said: null, substitute });
    expect(store.handovers(1).map(({ lead, substitute: to }) => [lead, to])).toEqual([
      [LEAD.email, GUEST.id],
    ]);
  });
});

describe('who may stand in', () => {
  test.each([
    ['app', /is an app and cannot fill in figures/],
    ['deactivated', /has no active account in Slack any more/],
    ['unknown', /Slack did not say in time who that is/],
  ] as const)('an account that is %s cannot', (account, sentence) => {
    const { as, store } = recordOn('2015-07-02');
    const request = {
      until: day('2015-07-31'),
      said: null,
      substitute: { person: GUEST, account },
    };
    expect(handOver(as(LEAD), ALL, 'away', request)).toEqual({
      ok: false,
      fault: {
        kind: 'fields',
        faults: [{ field: 'substitute', sentence: expect.stringMatching(sentence) }],
      },
    });
    expect(store.handovers(1)).toEqual([]);
  });
});

describe('ending a hand-over', () => {
  test('is for a coordinator, once, and only while it stands', () => {
    const { hand, as, store, moveTo } = recordOn('2015-07-02');
    hand(LEAD, 'away');
    for (const person of [LEAD, GUEST, STRANGER]) {
      expect(undoHandover(as(person), 1)).toEqual({
        ok: false,
        fault: { kind: 'not_a_coordinator' },
      });
    }
    expect(undoHandover(as(JOAN), 99)).toEqual({ ok: false, fault: { kind: 'unknown_handover' } });
    expect(undoHandover(as(JOAN), 1)).toMatchObject({ ok: true });
    expect(undoHandover(as(JOAN), 1)).toEqual({
      ok: false,
      fault: { kind: 'handover_ended', by: 'Joan Carter', on: '2 July 2015' },
    });
    expect(store.handover(1)).toMatchObject({ ended: { by: { key: JOAN.id } } });
    hand(LEAD, 'away');
    moveTo('2015-08-01');
    expect(undoHandover(as(JOAN), 2)).toEqual({
      ok: false,
      fault: { kind: 'handover_over', on: '31 July 2015' },
    });
  });

  test('I’m back ends one’s own absence and nobody else’s', () => {
    const { hand, as, store } = recordOn('2015-07-02');
    hand(LEAD, 'away');
    expect(comeBack(as(GUEST))).toEqual({ ok: false, fault: { kind: 'not_away' } });
    expect(comeBack(as(LEAD))).toMatchObject({ ok: true, value: [{ id: 1 }] });
    expect(comeBack(as(LEAD))).toEqual({ ok: false, fault: { kind: 'not_away' } });
    hand(LEAD, 'not_me');
    expect(comeBack(as(LEAD)), 'not me is the coordinator’s to undo').toMatchObject({ ok: false });
    expect(store.handovers(1)).toHaveLength(1);
  });
});

describe('what is written down and sent', () => {
  test('one message to the substitute and one to the coordinator, all of it audited', () => {
    const { hand, as, told, audited, queued } = recordOn('2015-07-02');
    beat(as(LEAD));
    queued.length = 0;
    hand(LEAD, 'away');
    expect(told()).toEqual([`opening to ${GUEST.id}`, 'handover_made to coordinator@example.org']);
    beat(as(LEAD));
    expect(told(), 'the minute’s work adds nothing').toHaveLength(2);
    undoHandover(as(JOAN), 1);
    remindOn(as(LEAD), { programmeId: 1, quarter: Q1 }, day('2015-07-10'));
    expect(audited.map(({ actor, action }) => [actor.name, action])).toEqual([
      ['Priya Shah', 'hand_over'],
      ['Joan Carter', 'end_handover'],
      ['Priya Shah', 'remind_on'],
    ]);
  });

  test('where everything is filed the substitute is told that nothing is owed', () => {
    const { hand, told } = recordOn('2015-07-02', barnet());
    hand(LEAD, 'away');
    expect(told()).toEqual(['handover_made to coordinator@example.org', `stand_in to ${GUEST.id}`]);
  });

  test('a second hand-over replaces the first, and whoever stood in is told', () => {
    const { hand, store, told } = recordOn('2015-07-02');
    hand(LEAD, 'away');
    hand(LEAD, 'away', { to: STRANGER, until: day('2015-07-20') });
    expect(store.handovers(1)).toMatchObject([{ id: 2, substitute: STRANGER.id }]);
    expect(told()).toContain(`handover_over to ${GUEST.id}`);
  });

  test('an absence counts in every programme whose returns can still be filed', () => {
    const { programme } = barnet();
    const edge = recordOn('2016-04-05', { programme, submissions: [] });
    const next = { ...programme, year: 2016, title: `${programme.title}, next year` };
    edge.store.saveProgramme(next, { kind: 'operator', name: 'test' }, edge.clock.now());
    edge.hand(LEAD, 'away', { until: day('2016-07-31') });
    const standing = edge.store.programmes().flatMap(({ id }) => edge.store.handovers(id));
    expect(standing.map(({ lead }) => lead)).toEqual([LEAD.email, LEAD.email]);
  });

  test('three reminders on one day are one, and another day takes its place', () => {
    const { as, store, queued } = recordOn('2015-07-02');
    const about = { programmeId: 1, quarter: Q1 };
    for (const on of ['2015-07-10', '2015-07-10', '2015-07-10', '2015-07-14', '2015-07-10']) {
      expect(remindOn(as(LEAD), about, day(on))).toEqual({ ok: true, value: day(on) });
    }
    const reminders = queued.filter(({ kind }) => kind === 'reminder');
    expect(reminders).toHaveLength(3);
    const standing = reminders.filter(({ key }) => !store.jobDone('reminder:taken_back', key));
    expect(standing.map(({ dueAt }) => dueAt.toString())).toEqual(['2015-07-10T08:00:00Z']);
  });

  test.each([
    [STRANGER, Q1, 'nothing_owed'],
    [GUEST, Q1, 'nothing_owed'],
    [LEAD, { year: 2015, number: 2 }, 'quarter_not_open'],
    [LEAD, { year: 2019, number: 1 }, 'no_programme_for_quarter'],
  ] as const)(
    'nobody is reminded of what is not theirs or not open: %j',
    (person, quarter, kind) => {
      const { as, queued } = recordOn('2015-07-02');
      const reminded = remindOn(as(person), { programmeId: 1, quarter }, day('2015-07-10'));
      expect(reminded).toMatchObject({ ok: false, fault: { kind } });
      expect(queued).toEqual([]);
    },
  );
});

const { programme } = barnet();
const everybody = [...new Set(programme.projects.flatMap(({ leads }) => leads))];
// From before the quarter's end to the due date, when everything is still owed.
const DAYS = 31;
const hands = fc.record({
  lead: fc.constantFrom(...everybody),
  to: fc.option(fc.constantFrom('U0SUB00001', 'U0SUB00002', ...everybody), { nil: null }),
  reason: fc.constantFrom('away', 'not_me'),
  until: fc.integer({ min: 0, max: 60 }),
  on: fc.integer({ min: 0, max: DAYS }),
});

describe('whatever is handed over to whom, and whenever', () => {
  // A month of minutes for each of many towns: slow where other work shares the machine.
  const patience = { timeout: 90_000 };
  test(
    'every project that is owed is in somebody’s message, and no message is queued twice',
    patience,
    () => {
      fc.assert(
        fc.property(fc.array(hands, { maxLength: 12 }), (given) => {
          const edge = recordOn('2015-06-20', { programme, submissions: [] });
          const start = day('2015-06-20');
          everybody.forEach((email, index) => {
            edge.store.savePerson(
              { id: `U0LEAD000${index}`, email, name: email },
              edge.clock.now(),
            );
          });
          for (let passed = 0; passed <= DAYS; passed += 1) {
            const today = start.add({ days: passed });
            edge.moveTo(String(today));
            for (const { lead, to, reason, until } of given.filter(({ on }) => on === passed)) {
              const person = personBehind(edge.store, lead);
              const chosen = to === null ? null : personBehind(edge.store, to);
              edge.hand(person, reason, { to: chosen, until: today.add({ days: until }) });
            }
            beat(edge);
          }
          const sent = edge.queued.filter(
            ({ kind }) => kind === 'opening' || kind === 'handover_made',
          );
          expect(new Set(sent.map(({ kind, key }) => `${kind}/${key}`)).size).toBe(sent.length);
          // Drawn as they stand on the due date: whoever answers then must have it.
          const shown = sent
            .map(({ kind, payload }) =>
              (kind === 'opening' ? renderOpening(edge) : renderHandoverMade(edge))(
                payload,
                'rich',
              ),
            )
            .map((message) => JSON.stringify(message?.blocks ?? []))
            .join('\n');
          for (const { projects } of owedBy(programme, () => false)) {
            for (const { number } of projects) {
              expect(shown).toMatch(
                new RegExp(`"1\\|${number}\\|2015\\|1(\\|file_on_behalf\\|)?"`),
              );
            }
          }
        }),
        { numRuns: 100, seed: 20150701 },
      );
    },
  );
});
