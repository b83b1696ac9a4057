import { describe, expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { AnsweredQuestion } from '../../src/application/ports.ts';
import type { Person } from '../../src/workspace/person.ts';
import { barnet } from '../support/barnet.ts';
import { confirmed, filings, LEAD, receiptsOf, reviewed, TYPED } from '../support/filing.ts';
import { ACTION_SAID } from '../support/said.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const DAY = '2015-07-14T10:00';
const Q1 = { year: 2015, number: 1 } as const;
const COORDINATOR = 'coordinator@example.org';
const ONCE = ['project 2, revision 1'];

const answeredIn = (town: Town): readonly AnsweredQuestion[] => {
  const filing = town.store.submission(1, 2, Q1)?.filing;
  return filing == null ? [] : town.store.questions(filing.id);
};

const inShort = (answered: readonly AnsweredQuestion[]) =>
  answered.map(({ ref, code, said }) => `${ref} ${code}: ${said ?? '(confirmed)'}`);

const toldTo = (person: Person) =>
  person.directMessages().filter(({ text }) => /asked about project/.test(text));

/** Back, from whatever window is open. */
const goBack = async (lead: Person): Promise<void> => {
  const back = lead.buttons(modalOf(lead)).find(({ text }) => text === 'Back');
  if (back === undefined) throw new Error('There is no way back.');
  await lead.press(back);
};

/** The form with 2.5 ticked as provisional until 7 August. */
const openProvisional = async (lead: Person, awaited = 'One late return.'): Promise<void> => {
  await pressInInbox(lead, 'Enter figures');
  await lead.choose(modalOf(lead), 'provisional:2.5', true);
  lead.fill(modalOf(lead), { 'awaited:2.5': awaited, 'final-by:2.5': '2015-08-07' });
};

describe('what is odd about a return', () => {
  test('is asked on the review, under the measure it is about', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const lines = modalOf(lead)
      .rendered.split('\n')
      .filter((line) => /\d\.\d/.test(line));
    expect(lines).toEqual([
      '🟢 2.1 will show as ahead: 77% against 50% needed (Drug treatment engagement).',
      '> 2.1 is 77%, more than a fifth better than its target (at least 50%). Is the figure right?',
      expect.stringMatching(/^2\.1: why is it right\?/),
      '🟢 2.2 will show as ahead: 100% against 63% needed (Alcohol treatment engagement).',
      expect.stringMatching(/^> 2\.2 is 100%, more than a fifth better/),
      expect.stringMatching(/^2\.2: why is it right\?/),
      '🟢 2.3 will show as on track: 88% against 88% needed (Drug and alcohol engagement).',
      '🔴 2.4 will show as off track: 17% against 41% needed (Engagement after prison).',
      '> 2.4 is off track and nothing is said yet about what is being done, by whom and by when. What can the committee be told?',
      expect.stringMatching(/^2\.4: what is being done about it\?/),
      expect.stringMatching(/^2\.4: who does it\?/),
      expect.stringMatching(/^2\.4: by when\?/),
      expect.stringMatching(/^2\.4: why is it off track\?/),
      expect.stringMatching(/^🟢 2\.5 will show as ahead/),
      expect.stringMatching(/^> 2\.5 is 0\.72, more than a fifth better/),
      expect.stringMatching(/^2\.5: why is it right\?/),
      expect.stringMatching(/^What is asked about 2\.1, 2\.2, 2\.5/),
    ]);
  });

  test('is seen beside what was entered, whether that may change, and what is confirmed by filing', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await openProvisional(lead);
    await lead.submit(lead.fill(modalOf(lead), { ...TYPED, 'value:2.4': '7/41' }));
    const { rendered } = modalOf(lead);
    expect(rendered).toMatch(/2\.4 will show as off track: 17\.07% .* Entered as 7 of 41\./);
    expect(rendered).toMatch(/2\.5 will show as .* Provisional until 7 August 2015\./);
    expect(rendered.split('\n')).toContain(
      'By pressing File I confirm that these figures are right to the best of my knowledge.',
    );
  });

  test('may be a name in what is being done or awaited, and the question is how those words may stay', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await openProvisional(lead, 'The file of Kyle Brannigan.');
    await lead.submit(lead.fill(modalOf(lead), { ...TYPED, 'value:2.5': '1.7' }));
    expect(modalOf(lead).rendered).toContain(
      "What is awaited for 2.5 seems to hold a person's name.",
    );
    expect(modalOf(lead).rendered).toContain(
      '2.5: why can these words stay? (for the coordinator)',
    );
    lead.fill(confirmed(lead), { 'action-what:2.4': 'Mrs Okonkwo calls each of them.' });
    const again = await lead.submit(modalOf(lead));
    expect(again.view?.rendered).toContain(
      "What is being done about 2.4 seems to hold a person's name (sentence 1).",
    );
    expect(filings(town)).toEqual([]);
  });

  test('is refused beside the tick while it is neither answered nor confirmed, and nothing typed is lost', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const typed = lead.fill(modalOf(lead), {
      ...ACTION_SAID,
      'reason:2.1': 'Two clinics opened in May.',
    });
    const refused = await lead.submit(typed);
    expect(refused).toMatchObject({ kind: 'errors', refusedBy: 'app' });
    expect(refused.errors).toEqual({
      confirm:
        'Tick this if 2.2, 2.5 can be filed as they stand. Or answer above what is asked, or press Back and change it.',
    });
    expect(modalOf(lead).values).toEqual(typed.values);
    expect(filings(town)).toEqual([]);

    const filed = await lead.submit(confirmed(lead));
    expect(filed.view?.rendered).toMatch(/^Filed: /);
    expect(inShort(answeredIn(town))).toEqual([
      '2.1 past_target: Two clinics opened in May.',
      '2.2 past_target: (confirmed)',
      '2.5 past_target: (confirmed)',
    ]);
  });

  test('may be answered one by one instead of ticked; a sentence typed there is the commentary', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const filed = await lead.submit(
      lead.fill(modalOf(lead), {
        'reason:2.1': 'Two clinics opened in May.',
        'reason:2.2': 'All nine were seen.',
        ...ACTION_SAID,
        'reason:2.5': 'Checked with the analyst.',
        'commentary:2.4': 'The prisons team visits weekly until September.',
      }),
    );
    expect(filed.view?.rendered).toMatch(/^Filed: /);
    expect(answeredIn(town).map(({ ref, said }) => [ref, said])).toEqual([
      ['2.1', 'Two clinics opened in May.'],
      ['2.2', 'All nine were seen.'],
      ['2.5', 'Checked with the analyst.'],
    ]);
    expect(town.store.figures(1, '2.4', Q1, Q1)[0]?.commentary).toBe(
      'The prisons team visits weekly until September.',
    );
  });

  test('that only what was typed on the review brings up is shown before it can be confirmed', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const answer = { ...ACTION_SAID, 'commentary:2.4': 'The target was met.', confirm: true };
    const shown = await lead.submit(lead.fill(modalOf(lead), answer));
    expect(shown.view?.rendered).toContain('What is asked below is new since this page was drawn.');
    expect(shown.view?.rendered).toContain(
      '2.4 is off track: 17% against 41% needed (Engagement after prison); the commentary says “the target was met”. Which is right?',
    );
    expect(filings(town)).toEqual([]);
    expect((await lead.submit(confirmed(lead))).view?.rendered).toMatch(/^Filed: /);
    expect(inShort(answeredIn(town))).toContain('2.4 claims_met: (confirmed)');
  });

  test('is not asked again once it was put right', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await reviewed(lead);
    lead.fill(modalOf(lead), { 'reason:2.2': 'All nine were seen.' });
    await goBack(lead);
    await lead.submit(lead.fill(modalOf(lead), { 'value:2.1': '52' }));
    expect(modalOf(lead).rendered).not.toContain('> 2.1');
    expect(modalOf(lead).rendered).toContain('All nine were seen.');
  });

  test('and what was answered to it is kept when the review is closed', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await reviewed(lead);
    await lead.close(lead.fill(modalOf(lead), { 'reason:2.1': 'Two clinics opened in May.' }));
    await pressInInbox(lead, 'Enter figures');
    await lead.submit(modalOf(lead));
    expect(modalOf(lead).rendered).toContain('Two clinics opened in May.');
  });

  test('against last quarter’s figures is asked with the figure that may have been meant', async () => {
    const town = await startTown({ now: '2015-10-05T10:00', filed: 'all' });
    const lead = town.person(LEAD);
    await reviewed(lead, { ...TYPED, 'value:2.5': '72', 'value:2.3': '88' });
    const words = modalOf(lead).rendered;
    expect(words).toContain(
      '2.5 was 0.72 last quarter and 72 now, a hundred times as much. Is the decimal point where you meant it? If 0.72 was meant, press Back and enter it.',
    );
    expect(words).toContain('2.3 is 88%, exactly the figure of last quarter.');
  });
});

describe('the coordinator', () => {
  test('is told once what was asked and what the lead said, also across a restart', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    const coordinator = town.person(COORDINATOR);
    await reviewed(lead);
    lead.fill(modalOf(lead), { 'reason:2.1': 'Two clinics <!channel> opened in May.' });
    await lead.submit(confirmed(lead));
    await town.workspace.until(() => toldTo(coordinator).length + receiptsOf(lead).length === 2);
    await town.restart();
    await town.bot().beat();
    const [told, ...others] = toldTo(coordinator);
    expect(others).toEqual([]);
    expect(told?.text).toBe(
      '3 things asked about project 2, Reducing Substance Misuse Offending, Q1 2015/16: 2.1, 2.2, 2.5.',
    );
    expect(told?.rendered).toContain(
      '2.1 is 77%, more than a fifth better than its target (at least 50%). The lead says: “Two clinics <!channel> opened in May.”',
    );
    expect(told?.rendered).toContain('(at least 63%). Confirmed as it stands.');
    expect(JSON.stringify(told?.blocks)).not.toContain('<!channel>');
    expect(receiptsOf(lead)[0]?.rendered).toContain(
      '2.1, to the coordinator: Two clinics <!channel> opened in May.',
    );
  });

  test('hears nothing of a return about which nothing was asked', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    const plain = {
      ...{ 'value:2.1': '52', 'value:2.2': '64', 'value:2.3': '88', 'value:2.4': '17' },
      ...{ 'value:2.5': '1.7', 'commentary:2.4': 'The prisons team visits weekly.' },
    };
    await reviewed(lead, plain);
    expect(modalOf(lead).values).not.toHaveProperty('confirm');
    await lead.submit(confirmed(lead));
    await town.workspace.until(() => receiptsOf(lead).length === 1);
    await town.bot().beat();
    expect(filings(town)).toEqual(ONCE);
    expect(town.person(COORDINATOR).directMessages()).toEqual([]);
    expect(answeredIn(town)).toEqual([]);
  });

  test('hears nothing of returns that are imported, however odd', async () => {
    const town = await startTown({ now: DAY });
    importCatalogue(town, barnet(), { by: { kind: 'operator', name: 'test' }, dryRun: false });
    await town.bot().beat();
    expect(toldTo(town.person(COORDINATOR))).toEqual([]);
  });

  test('who files a return is not told what they said themselves', async () => {
    const document = barnet();
    const { programme } = document;
    const both = { ...document, programme: { ...programme, coordinators: [LEAD, COORDINATOR] } };
    const town = await startTown({ now: DAY, document: both });
    const lead = town.person(LEAD);
    await reviewed(lead);
    await lead.submit(confirmed(lead));
    await town.workspace.until(() => toldTo(town.person(COORDINATOR)).length > 0);
    await town.bot().beat();
    expect(toldTo(lead)).toEqual([]);
  });

  test('is told of a correction only what was asked about the figures it changes', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    const coordinator = town.person(COORDINATOR);
    await reviewed(lead);
    await lead.submit(confirmed(lead));
    await lead.close(modalOf(lead), 'all');
    await pressInInbox(lead, 'Enter figures');
    await lead.submit(lead.fill(modalOf(lead), { 'value:2.2': '99' }));
    expect(modalOf(lead).rendered).not.toContain('> 2.1');
    await lead.submit(confirmed(lead));
    await town.workspace.until(() => toldTo(coordinator).length === 2);
    expect(toldTo(coordinator)[1]?.text).toBe(
      '1 thing asked about project 2, Reducing Substance Misuse Offending, Q1 2015/16, revision 2: 2.2.',
    );
  });
});
