import { expect, test } from 'vitest';
import { formUser, isReview, nextWindow, wordsOf } from '../../support/submit-fixtures.ts';
import { edgeWith, filedBy, LEAD, Q1 } from '../fixtures.ts';

const FIGURES = {
  'value:2.1': '50%',
  'value:2.2': '63',
  'value:2.3': '88',
  'value:2.4': '41',
  'value:2.5': '1.71',
};
const NAMING = {
  ...FIGURES,
  'commentary:2.4': 'Oluwaseun Adeyemi (born 12/05/1998) did not engage.',
  'additional-information': 'Call me on 07700 900123 about this.',
};

const inJuly = () => {
  const edge = edgeWith(filedBy(), '2015-07-14');
  edge.store.savePerson(LEAD, edge.clock.now());
  return edge;
};

test('words that seem to tell who somebody is are asked about before filing, without repeating them', async () => {
  const edge = inJuly();
  const lead = formUser(edge, LEAD.id);
  await lead.pressOpen('1|2|2015|1');
  const review = nextWindow(await lead.submit(lead.window(), NAMING));
  expect(isReview(review)).toBe(true);
  const words = wordsOf(review);
  expect(words).toMatch(/The commentary on 2\.4 seems to hold .*name.*date of birth/);
  expect(words).toMatch(/The additional information seems to hold .*phone number/);
  expect(words).toContain('write “a young person” instead');
  for (const telling of ['Adeyemi', '12/05/1998', '07700']) expect(words).not.toContain(telling);

  const refused = await lead.submit(review, {});
  expect(JSON.stringify(refused)).toContain(
    'Tick this if 2.4, Additional information can be filed',
  );
  expect(edge.store.submission(1, 2, Q1)?.filing ?? null).toBeNull();
});

test('it is a question and no lock: confirmed, the words go on record as they were typed', async () => {
  const edge = inJuly();
  const lead = formUser(edge, LEAD.id);
  await lead.pressOpen('1|2|2015|1');
  const review = nextWindow(await lead.submit(lead.window(), NAMING));
  await lead.submit(review, { confirm: true }, 'hash-2');
  const filing = edge.store.submission(1, 2, Q1)?.filing;
  expect(filing?.additionalInformation).toBe(NAMING['additional-information']);
  const asked = edge.store.questions(filing?.id ?? 0);
  expect(asked.map(({ ref, code }) => `${ref}: ${code}`)).toEqual([
    '2.4: personal_data',
    'Additional information: personal_data',
  ]);
  expect(JSON.stringify(asked)).not.toContain('Adeyemi');
});

test('words without it are not asked about, and what was typed stands when the page is gone back to', async () => {
  const edge = inJuly();
  const lead = formUser(edge, LEAD.id);
  await lead.pressOpen('1|2|2015|1');
  await lead.submit(lead.window(), NAMING);
  await lead.pressOpen('1|2|2015|1');
  expect(JSON.stringify(lead.window())).toContain('did not engage');
  const mended = {
    ...NAMING,
    'commentary:2.4': 'One young person did not engage.',
    'additional-information': 'The service’s number is on the council’s site.',
  };
  const review = nextWindow(await lead.submit(lead.window(), mended));
  expect(wordsOf(review)).not.toContain('seems to hold');
});

test('words that stand on record are not asked about again when only the number is amended', async () => {
  const edge = inJuly();
  const lead = formUser(edge, LEAD.id);
  await lead.pressOpen('1|2|2015|1');
  const review = nextWindow(await lead.submit(lead.window(), NAMING));
  await lead.submit(review, { confirm: true }, 'hash-2');
  await lead.pressOpen('1|2|2015|1');
  const amended = nextWindow(await lead.submit(lead.window(), { 'value:2.4': '42' }, 'hash-3'));
  expect(wordsOf(amended)).toContain('2.4: 41% becomes 42%');
  expect(wordsOf(amended)).not.toContain('seems to hold');
});
