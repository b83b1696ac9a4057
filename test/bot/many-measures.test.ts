import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Measure } from '../../src/domain/measure.ts';
import { INPUT } from '../../src/slack/submit/fields.ts';
import type { Person } from '../../src/workspace/person.ts';
import type { OpenView } from '../../src/workspace/shown-view.ts';
import { manyMeasures } from '../slack/submit/support.ts';
import { filings, LEAD, receiptsOf } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;
const TITLE =
  'Increase in the share of residents of the estate who say that they feel safe when they walk alone after dark, as the survey of the council counts them, in the wards that were chosen for it ';
const LONG_TITLE = TITLE.padEnd(200, 'in each of its quarters ').slice(0, 200);

/** What fits the fields of this kind in the window in front of somebody. */
const fieldsOf = (person: Person, kind: string): readonly string[] =>
  Object.keys(modalOf(person).values).filter((field) => field.startsWith(`${kind}:`));

const answers = (person: Person, kind: string, value: string): Record<string, string> =>
  Object.fromEntries(fieldsOf(person, kind).map((field) => [field, value]));

const input = z.looseObject({ block_id: z.string(), label: z.looseObject({ text: z.string() }) });

const labelsOf = ({ blocks }: OpenView): readonly string[] =>
  blocks.flatMap((block) => input.safeParse(block).data?.label.text ?? []);

const isReview = (person: Person): boolean => modalOf(person).submitLabel === 'File';

/** Enters 17 for every measure, page by page, and goes on to the review; answers with how many were on each. */
const enterAll = async (town: Town, commentary = ''): Promise<readonly number[]> => {
  const lead = town.person(LEAD);
  const pages: number[] = [];
  await pressInInbox(lead, 'Enter figures');
  while (!isReview(lead)) {
    pages.push(fieldsOf(lead, 'value').length);
    const typed = { ...answers(lead, 'value', '17'), ...answers(lead, 'commentary', commentary) };
    const sent = await lead.submit(lead.fill(modalOf(lead), typed));
    expect(sent.errors).toEqual({});
  }
  return pages;
};

const sayWhatIsDone = (lead: Person) =>
  lead.submit(
    lead.fill(modalOf(lead), {
      ...answers(lead, 'action-what', 'Workers visit both prisons weekly.'),
      ...answers(lead, 'action-who', 'The resettlement team'),
      ...answers(lead, 'action-by', '2015-09-30'),
    }),
  );

describe('twenty measures with titles of 200 characters', () => {
  const inParts = (index: number): Partial<Measure> =>
    index >= 4 && index <= 8
      ? { ref: `2.5${'abcde'[index - 4]}`, partOf: { ref: '2.5', title: LONG_TITLE } }
      : {};
  const document = manyMeasures(20, (index) => ({
    title: LONG_TITLE,
    shortTitle: LONG_TITLE,
    ...inParts(index),
  }));

  test('are asked about six a page, the parts of one outcome together, each label with its measure', async () => {
    const town = await startTown({ now: '2015-07-14T10:00', document });
    const lead = town.person(LEAD);
    await pressInInbox(lead, 'Enter figures');
    expect(modalOf(lead).rendered).toContain('Page 1 of 4.');
    await lead.submit(lead.fill(modalOf(lead), answers(lead, 'value', '17')));
    expect(fieldsOf(lead, 'value')).toEqual([
      ...['a', 'b', 'c', 'd', 'e'].map((part) => `value:2.5${part}`),
      'value:2.10',
    ]);
    const labels = labelsOf(modalOf(lead));
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => !/^(?:2\.(?:5[a-e]|10)\b|Anything else)/.test(label))).toEqual(
      [],
    );
  });

  test('are filed with 3,000 emoji said of each, and every one off track with what is being done', async () => {
    const town = await startTown({ now: '2015-07-14T10:00', document });
    const lead = town.person(LEAD);
    expect(await enterAll(town, '✅'.repeat(3_000))).toEqual([4, 6, 6, 4]);
    const back = lead.buttons(modalOf(lead)).find(({ text }) => text === 'Back');
    if (back === undefined) throw new Error('There is no way back.');
    await lead.press(back);
    expect(modalOf(lead).values['value:2.20']?.[INPUT]).toMatchObject({ value: '17' });
    await lead.submit(modalOf(lead));
    expect(fieldsOf(lead, 'action-what')).toHaveLength(20);
    const filed = await sayWhatIsDone(lead);
    expect(filed.view?.rendered).toMatch(/^Filed: /);
    const figures = town.store.allFigures(1, Q1, Q1);
    expect([...figures.values()].filter(([figure]) => figure?.action != null)).toHaveLength(20);
    await town.bot().beat();
    expect(receiptsOf(lead)[0]?.text).toMatch(/20 figures\.$/);
  });
});

test('more figures off track than a window has room for are asked about in turn, and none is left out', async () => {
  const town = await startTown({ now: '2015-07-14T10:00', document: manyMeasures(40) });
  const lead = town.person(LEAD);
  await enterAll(town);
  const first = fieldsOf(lead, 'action-what');
  expect(first.length).toBeLessThan(40);
  const next = await sayWhatIsDone(lead);
  expect(next.view?.rendered).toMatch(/: 2\.\d+: Say in a sentence what is being done about it\./);
  expect(next.view?.rendered).toContain(
    '> Workers visit both prisons weekly. (The resettlement team, by 30 September 2015)',
  );
  expect(fieldsOf(lead, 'action-what').filter((field) => first.includes(field))).toEqual([]);
  expect(filings(town)).toEqual([]);
  let filed = await sayWhatIsDone(lead);
  if (isReview(lead)) filed = await sayWhatIsDone(lead);
  expect(filed.view?.rendered).toMatch(/^Filed: /);
  const figures = town.store.allFigures(1, Q1, Q1);
  expect([...figures.values()].filter(([figure]) => figure?.action != null)).toHaveLength(40);
});
