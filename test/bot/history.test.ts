import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sendBack } from '../../src/application/accept-figures.ts';
import { historyOf } from '../../src/application/history.ts';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { dayIn } from '../../src/domain/calendar/calendar.ts';
import { decimal } from '../../src/domain/decimal.ts';
import { barnet } from '../support/barnet.ts';
import { confirmed, LEAD } from '../support/filing.ts';
import { modalOf, startTown, type Town } from '../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;
const KEY = { programmeId: 1, projectNumber: 2, quarter: Q1 } as const;
const COORDINATOR = 'coordinator@example.org';
const OPERATOR = { kind: 'operator', name: 'test' } as const;

/** 2.4 imported at 17%, changed to 18% by its lead with a reason, sent back, its target raised. */
const eventful = async (): Promise<Town> => {
  const town = await startTown({ filed: [2], now: '2015-07-16T10:00' });
  const lead = town.person(LEAD);
  const home = await lead.openHome();
  const change = home && lead.buttons(home).find(({ text }) => text === 'Change figures');
  if (!change) throw new Error('Home does not offer the return.');
  await lead.press(change);
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '18' }));
  await lead.submit(confirmed(lead));
  await lead.close(modalOf(lead), 'all');
  await town.goTo('2015-07-17T09:30');
  const coordinator = town.person(COORDINATOR);
  const person = { id: coordinator.id, email: COORDINATOR, name: 'Joan Carter' };
  const comment = 'Is Pentonville in this?';
  sendBack({ ...town, person }, KEY, {
    comments: [{ ref: '2.4', comment }],
    seen: { revision: 2, entry: 0 },
  });
  await town.goTo('2015-07-20T09:30');
  const document = barnet();
  const programme = {
    ...document.programme,
    projects: document.programme.projects.map((project) => ({
      ...project,
      measures: project.measures.map((measure) =>
        measure.ref === '2.4' ? { ...measure, minimumBase: 50 } : measure,
      ),
    })),
  };
  importCatalogue(town, { programme, submissions: [] }, { by: OPERATOR, dryRun: false });
  return town;
};

const asked = async (town: Town, who: string, words: string) =>
  (await town.person(who).command(words)).messages[0];

describe('/mopac history 2.4', () => {
  test('says every revision with old and new, who, when, why and how it was judged; targets and reviews too', async () => {
    const town = await eventful();
    const told = await asked(town, LEAD, '/mopac history 2.4');
    expect(told?.text).toMatch(
      /^2\.4 Engagement after prison: 5 entries in 2015\/16, the newest first\.$/,
    );
    const lines = (told?.rendered ?? '').split('\n').filter((line) => line.trim() !== '');
    const at = (words: RegExp): number => lines.findIndex((line) => words.test(line));
    const order = [
      /The definition changed\. .*20 becomes 50/,
      /Q1 2015\/16, 2\.4: sent back: “Is Pentonville in this\?”/,
      /Q1 2015\/16: 17% becomes 18%\./,
      /Judged still off track\./,
      /Being done: “Workers visit both prisons weekly\./,
      /Why: “Two late returns came in\.”/,
      /Q1 2015\/16: 17% filed\./,
      /The officer’s judgement: “Performance not currently/,
    ].map(at);
    expect(
      order.every((place) => place >= 0),
      told?.rendered,
    ).toBe(true);
    expect(order.slice(0, 6)).toEqual([...order.slice(0, 6)].sort((a, b) => a - b));
  });

  test('shows why a figure changed to whoever may ask, what agency and coordinator said only to them', async () => {
    const town = await eventful();
    const stranger = await asked(town, 'probation.lead@example.org', '/mopac history 2.4');
    expect(stranger?.rendered).toContain('17% becomes 18%');
    expect(stranger?.rendered).not.toContain('Pentonville');
    expect(stranger?.rendered).toContain('Why: “Two late returns came in.”');
    expect(stranger?.rendered).toContain('shown to the project’s people and the coordinator');
    const coordinator = await asked(town, COORDINATOR, '/mopac history 2.4');
    expect(coordinator?.rendered).toContain('Is Pentonville in this?');
  });

  test('names who filed as a status does, also where a file named them by their address', async () => {
    const town = await startTown({ filed: [2], now: '2015-07-16T10:00' });
    const { rendered } = (await asked(town, LEAD, '/mopac history 2.4')) ?? {};
    expect(rendered).toMatch(/14 July 2015, \d\d:\d\d · Priya Shah/);
    expect(rendered).not.toContain('@example.org');
    expect(rendered).toContain('2.4 was added to the programme.');
  });

  test('is a button under a status answer as well, and only whoever pressed it sees it', async () => {
    const town = await eventful();
    const lead = town.person(LEAD);
    const status = await asked(town, LEAD, '/mopac status 2.4');
    const button = status && lead.buttons(status).find(({ text }) => text === 'History');
    if (!button) throw new Error('The answer has no history.');
    const { messages } = await lead.press(button);
    expect(messages[0]?.text).toMatch(/^2\.4 Engagement after prison: 5 entries/);
    expect(messages[0]?.ephemeralTo).toBe(lead.id);
  });

  test('that is long is turned over page by page', async () => {
    const town = await startTown({ filed: [2], now: '2015-07-16T10:00' });
    const { store, clock } = town;
    const [figure] = store.figures(1, '2.4', Q1, Q1);
    if (figure === undefined) throw new Error('2.4 is not on record.');
    for (let value = 18; value < 38; value += 1) {
      store.file({
        ...KEY,
        filedBy: OPERATOR,
        filedAt: clock.now(),
        late: false,
        additionalInformation: null,
        reason: 'r'.repeat(500),
        onBehalf: null,
        attestation: null,
        state: 'submitted',
        figures: [
          {
            ref: '2.4',
            figure: {
              ...figure,
              answer: { kind: 'number', value: decimal(value), share: null, basis: null },
            },
          },
        ],
      });
    }
    const lead = town.person(LEAD);
    const first = await asked(town, LEAD, '/mopac history 2.4 Q1');
    expect(first?.rendered).toContain('Page 1 of 4.');
    const earlier = first && lead.buttons(first).find(({ text }) => text === 'Earlier');
    if (!earlier) throw new Error('There is no way to the older ones.');
    const { messages } = await lead.press(earlier);
    expect(messages[0]?.rendered).toContain('Page 2 of 4.');
    expect(messages[0]?.rendered).toContain('30% becomes 31%');
  });

  test('of what is not known, not one measure, or asked in a channel is answered with what to do', async () => {
    const town = await eventful();
    expect((await asked(town, LEAD, '/mopac history 9.9'))?.text).toContain(
      "I don't know a measure 9.9",
    );
    expect((await asked(town, LEAD, '/mopac history'))?.text).toContain('name one, for example');
    expect((await asked(town, LEAD, '/mopac history 3.1'))?.text).toBe(
      '3.1 Offending rate of IOM cohort: 1 entry in 2015/16.',
    );
    expect((await asked(town, LEAD, '/mopac histroy'))?.text).toContain('`/mopac history`');
  });
});

test('whatever is filed, each revision’s old figure is the one before it and the newest is what stands', async () => {
  const town = await startTown({ filed: [2], now: '2015-07-16T10:00' });
  const { store, clock } = town;
  const person = { id: 'U0NOBODY01', email: null, name: null };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }), (values) => {
      const [figure] = store.figures(1, '2.4', Q1, Q1);
      if (figure === undefined) return false;
      for (const value of values) {
        const answer = { kind: 'number', value: decimal(value), share: null, basis: null } as const;
        store.file({
          ...KEY,
          filedBy: OPERATOR,
          filedAt: clock.now(),
          late: false,
          additionalInformation: null,
          reason: null,
          onBehalf: null,
          attestation: null,
          state: 'submitted',
          figures: [{ ref: '2.4', figure: { ...figure, answer } }],
        });
      }
      const stored = store.programmes()[0];
      const about = { ref: '2.4', quarters: [Q1], person };
      const today = dayIn(clock.now());
      const history = stored && historyOf({ store, today }, stored, about);
      const figures = (history?.events ?? []).flatMap((event) =>
        event.kind === 'figure' ? [event] : [],
      );
      const [standing] = store.figures(1, '2.4', Q1, Q1);
      expect(figures[0]?.after).toEqual(standing);
      figures.forEach((event, index) => {
        expect(event.before).toEqual(figures[index + 1]?.after ?? null);
      });
      return true;
    }),
    { numRuns: 15 },
  );
});
