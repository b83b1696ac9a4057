import { expect, test } from 'vitest';
import { opensOn } from '../../src/domain/calendar/calendar.ts';
import type { CatalogueDocument, ImportedSubmission } from '../../src/domain/catalogue-document.ts';
import type { Person } from '../../src/workspace/person.ts';
import { barnet } from '../support/barnet.ts';
import { CHANNEL, confirmed, digestsIn, LEAD } from '../support/filing.ts';
import { modalOf, startTown, type Town } from '../support/town.ts';

// Project 2 alone: 2.1 comes with its own quarter, 2.4 a quarter behind, 2.5 two quarters behind.
const Q1 = { year: 2015, number: 1 } as const;
const LAGS: Readonly<Record<string, number>> = { '2.1': 0, '2.4': 1, '2.5': 2 };
const COORDINATOR = 'coordinator@example.org';

const lagging = (lags = LAGS): CatalogueDocument => {
  const { programme } = barnet();
  const projects = programme.projects
    .filter(({ number }) => number === 2)
    .map((project) => ({
      ...project,
      measures: project.measures.flatMap((measure) => {
        const dataLagQuarters = lags[measure.ref];
        return dataLagQuarters === undefined ? [] : [{ ...measure, dataLagQuarters }];
      }),
    }));
  return { programme: { ...programme, projects }, submissions: [] };
};

/** Project 2's return of a quarter as an import brings it, in time, with the figures of these measures. */
const filedFor = (number: 1 | 2 | 3 | 4, ...refs: readonly string[]): ImportedSubmission => {
  const filed = barnet().submissions.find(({ projectNumber }) => projectNumber === 2);
  if (filed === undefined) throw new Error('The example has no return of project 2.');
  const quarter = { year: 2015, number } as const;
  return {
    ...filed,
    quarter,
    filedOn: opensOn(quarter),
    figures: filed.figures.filter(({ ref }) => refs.includes(ref)),
  };
};

const filingOf = ({ store }: Town, number: 1 | 2 | 3 | 4) =>
  store.submission(1, 2, { year: 2015, number })?.filing;

const openingsOf = (lead: Person) =>
  lead.directMessages().filter(({ text }) => / (due (by|on)) /.test(text));

/** Presses "Enter figures" of this quarter: the first of the newest message has the quarter's own return. */
const enter = async (lead: Person, quarter: string | null = null): Promise<void> => {
  const button = lead
    .buttons(openingsOf(lead).at(-1) ?? expect.fail('There is no opening message.'))
    .find(
      ({ text, accessibilityLabel }) =>
        text === 'Enter figures' &&
        (quarter === null
          ? !/Q\d/.test(accessibilityLabel ?? '')
          : accessibilityLabel?.includes(quarter) === true),
    );
  await lead.press(button ?? expect.fail(`There is no button for ${quarter}.`));
};

const fileAs = async (
  town: Town,
  lead: Person,
  typed: Readonly<Record<string, string>>,
): Promise<void> => {
  await lead.submit(lead.fill(modalOf(lead), typed));
  await lead.submit(confirmed(lead));
  expect(lead.modal()?.rendered ?? '', 'the form is filed').not.toContain('Nothing is filed yet');
  await town.bot().beat();
};

const pressIn = async (person: Person, ...words: readonly string[]): Promise<void> => {
  const window = modalOf(person);
  const button = person.buttons(window).find(({ text }) => words.includes(text));
  await person.press(button ?? expect.fail(window.rendered));
};

/** Opens the quarter's return from the queue. */
const openReviewOf = async (coordinator: Person, quarter: string): Promise<void> => {
  const [queue] = (await coordinator.command(`/mopac review ${quarter}`)).messages;
  const review = queue && coordinator.buttons(queue).find(({ text }) => text === 'Review');
  await coordinator.press(review ?? expect.fail(`Nothing is there: ${queue?.rendered}`));
};

const acceptAll = async (coordinator: Person, quarter: string): Promise<void> => {
  await openReviewOf(coordinator, quarter);
  await pressIn(coordinator, 'Accept all', 'Accept the rest');
  await coordinator.close(modalOf(coordinator), 'all');
};

const positionOf = async (person: Person, ref: string, quarter: string): Promise<string> => {
  const { messages } = await person.command(`/mopac status ${ref} ${quarter}`);
  return messages.map(({ rendered }) => rendered).join('\n');
};

test('a figure that comes a quarter behind is asked, accepted and told of in its own time', async () => {
  const town: Town = await startTown({ document: lagging(), now: '2015-06-30T12:00' });
  const lead = town.person(LEAD);
  const coordinator = town.person(COORDINATOR);

  // Q1 opens: only 2.1 is owed, and the form asks for the others as optional, after it.
  await town.goTo('2015-07-01T09:00');
  expect(openingsOf(lead).map(({ text }) => text)).toEqual([
    'Q1 2015/16 figures are due by Tuesday 21 July: 1 project, 1 measure.',
  ]);
  await enter(lead);
  const form = modalOf(lead).rendered;
  expect(form).toMatch(/2\.1 [\s\S]*2\.4 [\s\S]*2\.5 /);
  expect(form).toContain('Not due until 21 October 2015: leave it empty unless you have it.');
  expect(form).toContain('Not due until 21 January 2016: leave it empty unless you have it.');
  await fileAs(town, lead, { 'value:2.1': '77' });
  const q1Figures = town.store.filings(1, 2, Q1).flatMap(({ figures }) => figures);
  expect(q1Figures.map(({ ref }) => ref)).toEqual(['2.1']);

  // Everyone has filed, so that the digest is out; nobody is said not to have filed.
  expect(digestsIn(town)).toHaveLength(1);
  expect(digestsIn(town)[0]?.rendered).not.toContain('Not filed yet');
  expect((await coordinator.openHome())?.rendered).toContain('Everyone has filed.');
  expect(await positionOf(lead, '2.4', 'Q1')).toContain('no figure due yet');

  // The coordinator accepts all there is, and with that the return.
  await acceptAll(coordinator, 'Q1');
  expect(town.store.submission(1, 2, Q1)?.state).toBe('accepted');

  // The day before Q2 opens the lead has nothing more to do for Q1.
  await town.goTo('2015-09-30T12:00');
  expect((await lead.openHome())?.rendered).not.toContain('2.4 of Q1 2015/16');

  // Q2 opens: one message, with 2.4 of Q1 in it.
  await town.goTo('2015-10-01T09:00');
  expect(openingsOf(lead)).toHaveLength(2);
  expect(openingsOf(lead)[1]?.text).toContain('1 project, 1 measure.');
  expect(openingsOf(lead)[1]?.rendered).toContain(
    '2.4 of Q1 2015/16 is due too, by 21 October 2015',
  );
  expect((await lead.openHome())?.rendered).toContain(
    '2.4 of Q1 2015/16 is due too, by 21 October 2015',
  );
  await enter(lead, 'Q1 2015/16');
  const behind = modalOf(lead);
  expect(Object.keys(behind.values).filter((field) => field.startsWith('value:'))).toEqual([
    'value:2.4',
  ]);
  expect(behind.rendered).toContain('Due by Wednesday 21 October');
  expect(behind.rendered).toContain('accepted, so it is locked');
  await fileAs(town, lead, { 'value:2.4': '45' });

  // It is in time, in the digest of Q1, noted in its thread, and before the coordinator.
  const q1 = town.store.submission(1, 2, Q1);
  expect(q1).toMatchObject({ state: 'submitted', filing: { revision: 2, late: false } });
  const [digest] = digestsIn(town);
  const notes = town.workspace
    .messages(CHANNEL)
    .filter(({ threadTs }) => threadTs === digest?.ts)
    .map(({ text }) => text);
  expect(notes.some((text) => text.startsWith('2.4 filed on 1 October 2015: 45%.'))).toBe(true);
  await acceptAll(coordinator, 'Q1');
  expect(town.store.submission(1, 2, Q1)?.state).toBe('accepted');
  expect(await positionOf(lead, '2.4', 'Q1')).toContain('45%');
  expect((await lead.openHome())?.rendered).not.toContain('of Q1 2015/16');
});

test('what was left out is late and awaited from the day after it was due', async () => {
  const town = await startTown({
    document: { ...lagging(), submissions: [filedFor(1, '2.1', '2.4'), filedFor(2, '2.1')] },
    filed: 'all',
    now: '2016-01-01T12:00',
  });
  const lead = town.person(LEAD);
  await town.goTo('2016-01-04T09:00');
  const opening = openingsOf(lead).at(-1);
  expect(opening?.rendered).toContain('2.5 of Q1 2015/16 is due too, by 21 January 2016');
  expect(opening?.rendered).toContain('2.4 of Q2 2015/16 is due too, by 21 January 2016');
  expect(opening?.rendered).not.toContain('2.5 of Q2');
  await town.goTo('2016-01-21T12:00');
  expect(await positionOf(lead, '2.5', 'Q1')).toContain('no figure due yet');
  await town.goTo('2016-01-22T12:00');
  expect(await positionOf(lead, '2.5', 'Q1')).toContain(
    'Public Health has not filed 2.5; it was due by 21 January 2016.',
  );
  expect((await lead.openHome())?.rendered).toContain('2.5 of Q1 2015/16 was due too');
  await enter(lead, 'Q1 2015/16');
  expect(modalOf(lead).rendered).toContain('it is marked late');
  await fileAs(town, lead, { 'value:2.5': '0.5' });
  expect(filingOf(town, 1)).toMatchObject({ revision: 2, late: true });
  // Of Q1, 2.5 is not late for what it says of the others: the return itself came in time.
  expect(town.store.filings(1, 2, Q1).map(({ late }) => late)).toEqual([false, true]);
});

test('after the year’s end only what comes behind is owed, and it is told as before', async () => {
  const town = await startTown({
    document: {
      ...lagging(),
      submissions: [
        filedFor(1, '2.1', '2.4', '2.5'),
        filedFor(2, '2.1', '2.5'),
        filedFor(3, '2.1', '2.4'),
        filedFor(4, '2.1'),
      ],
    },
    filed: 'all',
    now: '2016-06-30T12:00',
  });
  const lead = town.person(LEAD);
  await town.goTo('2016-07-01T09:00');
  expect(openingsOf(lead).map(({ text }) => text)).toEqual([
    '2 figures of Q3 2015/16 and Q4 2015/16 are due by Thursday 21 July.',
  ]);
  await enter(lead, 'Q4 2015/16');
  await fileAs(town, lead, { 'value:2.4': '45' });
  await town.goTo('2016-10-03T09:00');
  expect(openingsOf(lead)).toHaveLength(2);
  expect(openingsOf(lead)[1]?.text).toBe('1 figure of Q4 2015/16 is due by Friday 21 October.');
  expect((await lead.openHome())?.rendered).toContain(
    '2.5 of Q4 2015/16 is due by 21 October 2016',
  );

  // What was never filed in its time is awaited, and its return is closed to the lead.
  await town.goTo('2017-01-03T09:00');
  expect(openingsOf(lead), 'nothing can be owed any more').toHaveLength(2);
  expect(await positionOf(lead, '2.4', 'Q2')).toContain(
    'Public Health has not filed 2.4; it was due by 21 January 2016.',
  );
  await enter(lead, 'Q4 2015/16');
  expect(modalOf(lead).rendered).toContain('Q4 2015/16 is closed');

  // The coordinator corrects the return: what it never had may be given, and may stay empty.
  const coordinator = town.person(COORDINATOR);
  await openReviewOf(coordinator, 'Q3');
  await pressIn(coordinator, 'Correct figures');
  const form = modalOf(coordinator);
  expect(form.rendered).toContain('Was due by 21 July 2016: leave it empty unless you have it.');
  await coordinator.submit(coordinator.fill(form, { 'value:2.5': '0.5' }));
  await coordinator.submit(confirmed(coordinator));
  expect(filingOf(town, 3)?.revision).toBe(2);
  expect(await positionOf(lead, '2.5', 'Q3')).toContain('0.5');
});

test('a project whose figures all come behind is owed by nobody when its quarter opens', async () => {
  const town = await startTown({
    document: lagging({ '2.4': 1 }),
    now: '2015-06-30T12:00',
  });
  const lead = town.person(LEAD);
  await town.goTo('2015-07-01T09:00');
  expect(openingsOf(lead)).toEqual([]);
  await town.goTo('2015-07-21T17:00');
  expect(digestsIn(town)[0]?.rendered).not.toContain('Not filed yet');
  await town.goTo('2015-10-01T09:00');
  expect(openingsOf(lead).map(({ text }) => text)).toEqual([
    '1 figure of Q1 2015/16 is due by Wednesday 21 October.',
  ]);
  await enter(lead, 'Q1 2015/16');
  await fileAs(town, lead, { 'value:2.4': '45' });
  expect(town.store.submission(1, 2, Q1)?.filing).toMatchObject({
    revision: 1,
    late: false,
  });
});

test('a figure given before it is due is filed with its own return, and not asked again', async () => {
  const town = await startTown({ document: lagging(), now: '2015-07-01T09:00' });
  const lead = town.person(LEAD);
  await enter(lead);
  await fileAs(town, lead, { 'value:2.1': '77', 'value:2.4': '45' });
  await town.goTo('2015-10-01T09:00');
  expect(openingsOf(lead).at(-1)?.rendered).not.toContain('of Q1 2015/16');
});
