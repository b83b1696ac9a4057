import { expect, test } from 'vitest';
import { INPUT } from '../../../src/slack/submit/fields.ts';
import type { Person } from '../../../src/workspace/person.ts';
import type { OpenView } from '../../../src/workspace/shown-view.ts';
import { confirmed } from '../../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;

/** What is typed for 2.1, a percentage, and the sentence that must stand beside it; null where it is taken. */
const PERCENTAGE: ReadonlyArray<readonly [string, RegExp | null]> = [
  ['77%', null],
  ['77', null],
  ['7/41', null],
  ['7 of 41', null],
  ['7 out of 41', null],
  ['0', null],
  ['approx 40', null],
  ['', /^Enter a percentage, for example 77%/],
  ['£236,674', /not in pounds|percentage/],
  ['n/a', /is not a number\. Leave this empty and choose/],
  ['none', /could mean two things/],
  ['—', /could mean two things/],
  ['tbc', /choose “Not available yet” below/],
  ['NYA', /choose “Not available yet” below/],
  ['-5', /can't be less than 0/],
  ['−23.81%', /can't be less than 0/],
  ['+5%', null],
  ['down 5%', /can't be read as a figure|is a change/],
  ['1e309', /can't be read as a figure/],
  ['9'.repeat(40), /more than 15 digits/],
  ['280', /can't be more than 100/],
  ['0.72', /could mean 72% or 0\.72%/],
  ['0,72', /comma where a decimal point belongs/],
  ['41/7', /first number is larger than the second/],
  ['0/0', /is a share of nothing/],
  ['7.5/41', /counted in whole numbers/],
  ['40-50', /is a range/],
  ['<50', /is a limit/],
  ['=1+1', /can't be read as a figure/],
  ['<!channel>', /can't be read as a figure/],
  ['seventy', /can't be read as a figure/],
];

/** The same for 4.1, a count of victims. */
const COUNT: ReadonlyArray<readonly [string, RegExp | null]> = [
  ['34', null],
  ['1,234', null],
  ['1 234', null],
  ['0', null],
  ['34 victims', null],
  ['77%', /a number of victims and not a percentage/],
  ['7/41', /is two numbers/],
  ['-1', /A count can't be less than 0/],
  ['none', /could mean two things/],
  ['1.234,56', /comma where a decimal point belongs/],
];

const OTHERS = {
  'value:2.2': '100',
  'value:2.3': '88',
  'value:2.4': '17',
  'value:2.5': '0.72',
  'commentary:2.4': 'Two prisons changed their release days.',
} as const;

const typedIn = (view: OpenView, id: string): unknown => view.values[id]?.[INPUT];

const backToForm = async (person: Person): Promise<void> => {
  const back = person.buttons(modalOf(person)).find(({ text }) => text === 'Back');
  if (back !== undefined) await person.press(back);
};

/** Presses the newest *Enter figures*; an older one is of a quarter that is closed by then. */
const openLatest = async (person: Person): Promise<void> => {
  const button = person
    .directMessages()
    .flatMap((message) => person.buttons(message))
    .findLast(({ text }) => text === 'Enter figures');
  if (button === undefined) throw new Error(`${person.name} was sent no form.`);
  await person.press(button);
};

const nothingFiled = (town: Town, project: number): boolean =>
  (town.store.submission(1, project, Q1)?.filing ?? null) === null;

test('every odd figure is taken or questioned beside its own field, and the other fields keep what they hold', async () => {
  const town = await startTown({ now: '2015-07-14T10:00' });
  const lead = town.person('public.health.lead@example.org');
  await pressInInbox(lead, 'Enter figures');
  for (const [typed, expected] of PERCENTAGE) {
    const sent = await lead.submit(lead.fill(modalOf(lead), { ...OTHERS, 'value:2.1': typed }));
    if (expected === null) {
      expect(sent.errors, typed).toEqual({});
      expect(sent.view?.rendered, typed).toContain('Nothing is filed yet.');
      await backToForm(lead);
    } else {
      expect(sent, typed).toMatchObject({ kind: 'errors', refusedBy: 'app' });
      expect(Object.keys(sent.errors), typed).toEqual(['value:2.1']);
      expect(sent.errors['value:2.1'], typed).toMatch(expected);
    }
    for (const [id, value] of Object.entries(OTHERS)) {
      expect(typedIn(modalOf(lead), id), `${id} after “${typed}”`).toMatchObject({ value });
    }
    const kept = typedIn(modalOf(lead), 'value:2.1');
    expect(kept, typed).toMatchObject({ value: typed === '' ? null : typed });
  }
  expect(nothingFiled(town, 2)).toBe(true);
});

test('a count is read as a count, and a figure beside a reason is questioned at the reason', async () => {
  const town = await startTown({ now: '2015-07-14T10:00' });
  const lead = town.person('victim.support.lead@example.org');
  await pressInInbox(lead, 'Enter figures');
  for (const [typed, expected] of COUNT) {
    const sent = await lead.submit(lead.fill(modalOf(lead), { 'value:4.1': typed }));
    const sentence = sent.errors['value:4.1'];
    if (expected === null) expect(sentence, typed).toBeUndefined();
    else expect(sentence, typed).toMatch(expected);
    expect(sent.errors['value:4.2a'], 'every empty field is named at once').toMatch(
      /^Enter a percentage/,
    );
  }
  const both = { 'value:4.1': '34', 'nothing:4.1': 'not_started' };
  const sent = await lead.submit(lead.fill(modalOf(lead), both));
  expect(sent.errors['nothing:4.1']).toMatch(/^You entered a figure and chose “Not started yet”/);
  expect(nothingFiled(town, 4)).toBe(true);
});

test('in Q2 what a flow figure covers has to be chosen, and what was chosen in Q1 is remembered', async () => {
  const town = await startTown({ now: '2015-07-14T10:00', filed: [2, 3, 4, 5] });
  const lead = town.person('yos.lead@example.org');
  await town.goTo('2015-10-01T10:00');
  await openLatest(lead);
  const never = { 'value:1.1': '95', 'value:1.2': '0' };
  const sent = await lead.submit(lead.fill(modalOf(lead), never));
  expect(sent.errors).toEqual({
    'basis:1.1': 'Choose what the figure covers: this quarter only, or the year so far.',
    'basis:1.2': 'Choose what the figure covers: this quarter only, or the year so far.',
  });
  const chosen = { 'basis:1.1': 'The year so far', 'basis:1.2': 'This quarter only' };
  await lead.submit(lead.fill(modalOf(lead), chosen));
  await lead.submit(confirmed(lead));
  await lead.close(modalOf(lead));

  await town.goTo('2016-01-04T10:00');
  await openLatest(lead);
  const view = modalOf(lead);
  expect(typedIn(view, 'basis:1.1')).toMatchObject({ selected_option: { value: 'year_to_date' } });
  expect(typedIn(view, 'basis:1.2')).toMatchObject({ selected_option: { value: 'this_quarter' } });
  expect(view.rendered).toContain('Last quarter: 95');

  await lead.submit(lead.fill(view, { 'value:1.1': '120', 'value:1.2': '3' }));
  expect(modalOf(lead).rendered).toMatch(
    /1\.1 will show as .* Entered as 120 .* \(year to date\)\./,
  );
  expect(modalOf(lead).rendered).toMatch(
    /1\.2 .*will show .* Entered as 3 young people \(this quarter only\)\./,
  );
});
