import { expect, test } from 'vitest';
import type { Refusal } from '../../src/application/faults.ts';
import { refusalSentence } from '../../src/application/refusal-sentences.ts';

const Q1 = { year: 2015, number: 1 } as const;

const SENTENCES: ReadonlyArray<readonly [Refusal, string]> = [
  [
    { kind: 'unknown_measure', asked: '9.9', didYouMean: ['5.5'] },
    "I don't know a measure 9.9. Did you mean 5.5? `/mopac status` lists them all.",
  ],
  [
    { kind: 'unknown_measure', asked: 'banana', didYouMean: [] },
    "I don't know a measure “banana”. `/mopac status` lists them all.",
  ],
  [
    { kind: 'unknown_measure', asked: '', didYouMean: [] },
    "I don't know that measure. `/mopac status` lists them all.",
  ],
  [
    { kind: 'unknown_command', asked: 'stauts', didYouMean: ['status'] },
    "I don't know “stauts”. Did you mean `/mopac status`? `/mopac help` says what I can do.",
  ],
  [
    { kind: 'unknown_quarter', asked: 'Q5' },
    "I can't read “Q5” as a quarter. Write it as Q1 2015/16, or leave it out for the latest quarter that has ended.",
  ],
  [
    { kind: 'no_programme' },
    'No programme has been imported yet, so there is nothing to show. Ask whoever runs MOPAC.',
  ],
  [
    { kind: 'no_programme_for_quarter', quarter: { year: 2019, number: 1 }, years: ['2015/16'] },
    'I have no programme for Q1 2019/20. I know 2015/16: ask for a quarter of that year.',
  ],
  [
    {
      kind: 'no_programme_for_quarter',
      quarter: { year: 2019, number: 1 },
      years: ['2016/17', '2015/16', '2015/16'],
    },
    'I have no programme for Q1 2019/20. I know 2015/16 and 2016/17: ask for a quarter of one of those years.',
  ],
  [
    { kind: 'not_a_lead', agency: 'Probation', projectNumber: 3 },
    "Only Probation's leads can file for project 3. If that should include you, ask the coordinator.",
  ],
  [
    { kind: 'not_a_lead', agency: 'Barnet Homes', projectNumber: 5 },
    "Only Barnet Homes' leads can file for project 5. If that should include you, ask the coordinator.",
  ],
  [
    { kind: 'not_answered', body: 'Barnet Council' },
    "MOPAC answers people of Barnet Council and the projects' leads. Ask the coordinator.",
  ],
  [
    { kind: 'account_unknown' },
    'Slack has not said yet whether you belong to this workspace, so I cannot answer. Ask again in a moment.',
  ],
  [
    { kind: 'quarter_not_open', quarter: Q1, opens: '1 July 2015' },
    'Q1 2015/16 is not over yet: its figures can be entered from 1 July 2015. Until then there is nothing to show.',
  ],
  [
    { kind: 'not_recognised' },
    "I couldn't ask Slack who you are just now, so I can't tell what is yours. Nothing was changed; try again in a moment.",
  ],
  [
    { kind: 'quarter_closed', quarter: Q1 },
    'Q1 2015/16 is closed. To correct a figure, ask for a correction and give the reason.',
  ],
  [
    { kind: 'unknown_project', projectNumber: 9 },
    "I don't know a project 9. `/mopac status` lists them all.",
  ],
  [
    { kind: 'stale_form' },
    'There was nothing left to file: what this form held has been filed or cleared already, perhaps from another window. Open the return again to see what is on record.',
  ],
  [
    { kind: 'busy' },
    "I couldn't do this just now: the database was busy. Nothing you typed is lost; try again in a moment.",
  ],
  [
    { kind: 'storage_failed' },
    "I couldn't do this: the database could not be used, and nothing was changed. Keep a copy of what you typed and tell the coordinator before you try again.",
  ],
];

test.each(SENTENCES)('%j says what happened and what to do next', (refusal, sentence) => {
  expect(refusalSentence(refusal)).toBe(sentence);
});

test('what somebody typed is said back without anything Slack could act on, and shortened', () => {
  const sentence = refusalSentence({
    kind: 'unknown_command',
    asked: `<!channel> *loud* \`code\` <https://evil.example|council> ${'x'.repeat(500)}`,
    didYouMean: [],
  });
  expect(sentence).toMatch(/^I don't know “!channel loud code https evil\.example council x+…”\./);
  expect(sentence.length).toBeLessThan(140);
});
