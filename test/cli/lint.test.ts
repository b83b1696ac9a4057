import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EXAMPLE, terminal, terminalWithBarnet } from './support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const SOUND = `programme: Sound programme
body: B
year: 2015/16
channel: c
coordinators: [c@example.org]
projects:
  - number: 2
    title: T
    agency: A
    leads: [l@example.org]
    measures:
      - ref: "2.4"
        title: M
        unit: "%"
        polarity: higher
        kind: level
        baseline: not applicable
        target: { at least: 41 }
`;

test('a file’s findings stand under its programme, each with what to ask and whom, and are counted', () => {
  const { exitCode, output, errors } = terminal()('lint', EXAMPLE);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  const [heading] = output.split('\n');
  expect(heading).toBe('Barnet MOPAC projects, 2015/16');
  expect(output).toContain(
    '3.2   The baseline of 3.2 names “2013/10”, which is no financial year.\n      Ask the coordinator: Which year is meant?\n',
  );
  expect(output).toContain(
    '2.4   Q1 2015/16: 2.4 is off track and nothing is said yet about what is being done, by whom and by when.\n      Ask Public Health: What can the committee be told?\n',
  );
  expect(output.split('\n').at(-1)).toBe(
    '13 to ask: 7 for the coordinator, 2 for Youth Offending Service, 3 for Public Health, 1 for Victim Support.',
  );
});

test('without a file it is what is loaded, found alike', () => {
  expect(terminalWithBarnet()('lint')).toEqual(terminal()('lint', EXAMPLE));
});

test('linting a file changes nothing that is loaded', () => {
  const run = terminal();
  run('lint', EXAMPLE);
  expect(run('lint').errors).toContain('No programme has been imported yet');
});

const findingShape = z.strictObject({
  programme: z.string(),
  year: z.literal('2015/16'),
  ref: z.string().nullable(),
  quarter: z.literal('Q1 2015/16').nullable(),
  code: z.string(),
  found: z.string(),
  ask: z.string(),
  whom: z.enum(['coordinator', 'lead agency']),
  agency: z.string().nullable(),
});

test('--json is an array with the same findings', () => {
  const { exitCode, output } = terminal()('lint', EXAMPLE, '--json');
  expect(exitCode).toBe(0);
  const findings = z.array(findingShape).parse(JSON.parse(output));
  expect(findings).toHaveLength(13);
  expect(findings.find(({ ref }) => ref === '2.4')).toMatchObject({
    code: 'no_commentary',
    quarter: 'Q1 2015/16',
    whom: 'lead agency',
    agency: 'Public Health',
  });
});

test('a sound programme has nothing to be asked about', () => {
  const run = terminal({ files: { 'sound.yaml': bytes(SOUND) } });
  expect(run('lint', 'sound.yaml').output).toBe('Sound programme, 2015/16\n\nNothing to ask.');
  expect(run('lint', 'sound.yaml', '--json').output).toBe('[]');
});

test('what cannot be read is refused with its line, as at an import, and nothing else is looked at', () => {
  const unreadable = SOUND.replace('at least: 41', 'at lest: 41');
  const run = terminal({ files: { 'bad.yaml': bytes(unreadable) } });
  const { exitCode, output, errors } = run('lint', 'bad.yaml');
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
  expect(errors).toMatch(/^bad\.yaml line 18, .*Did you mean "at least"\?/);
  expect(errors).toContain('This has to be put right first. Nothing else was looked at.');
});

describe('what can be read and only cannot be meant is asked about, and an import refuses it', () => {
  const FLOW = SOUND.replace('unit: "%"', 'unit: victims').replace('kind: level', 'kind: flow');
  const more = (lines: string): string => `${FLOW}        ${lines}\n`;

  test.each([
    [
      'a target over 100%',
      SOUND.replace('at least: 41', 'at least: 141'),
      'The target of 2.4 comes to 141%, more than all there is.\n      Ask the coordinator: What share of the cases is meant?',
      'a percentage lies between 0 and 100, but found 141.',
    ],
    [
      'a target above 100%',
      SOUND.replace('at least: 41', 'above: 100'),
      'The target of 2.4 is above 100%, which no share of its cases can be.\n      Ask the coordinator: Is 100% itself meant?',
      'no percentage is above 100',
    ],
    [
      'a project without a lead',
      SOUND.replace('[l@example.org]', '[]'),
      'Project 2, T, has no lead, so nobody is asked for its figures.\n      Ask the coordinator: Who answers for it?',
      'a project needs at least one lead',
    ],
    [
      'a reference used twice',
      `${SOUND}${SOUND.slice(SOUND.indexOf('      - ref'))}`,
      '2.4 is the reference of more than one measure, so its figures cannot be told apart.\n      Ask the coordinator: Which of them keeps it?',
      'measure 2.4 is in this file twice.',
    ],
    [
      'a profile that falls',
      more('profile: [10, 8, 30, 41]'),
      'The profile of 2.4 falls (10, 8, 30, 41), and what has been counted cannot become less.',
      'a profile is cumulative',
    ],
    [
      'a profile that does not end at its target',
      more('profile: [10, 20, 30, 40]'),
      'The profile of 2.4 ends at 40 victims, and its target is 41 victims.\n      Ask the coordinator: Which of the two is right?',
      'the profile must end at the target, 41, not 40.',
    ],
    [
      'a count below nought',
      FLOW.replace('polarity: higher', 'polarity: lower').replace('at least: 41', 'below: 0'),
      'The target of 2.4 is below 0, which no figure can meet.\n      Ask the coordinator: Is nought really the target?',
      'nothing that is counted is below 0',
    ],
  ])('%s', (_, text, finding, refusal) => {
    const run = terminal({ files: { 'odd.yaml': bytes(text) } });
    const { exitCode, output, errors } = run('lint', 'odd.yaml');
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output).toContain(finding);
    expect(output).toContain(refusal);
    expect(output).toMatch(/This has to be put right first\. Until then it cannot be imported\.$/);
    expect(
      z.array(findingShape).parse(JSON.parse(run('lint', 'odd.yaml', '--json').output)),
    ).not.toEqual([]);
    expect(run('import', 'odd.yaml')).toMatchObject({ exitCode: 1, output: '' });
  });
});

test.each([
  [['lint', 'a.yaml', 'b.yaml'], 'Give one file to look through, or none'],
  [['lint', '--jsn'], 'Did you mean "--json"?'],
])('%j is wrong usage', (argv, sentence) => {
  const { exitCode, errors } = terminal()(...argv);
  expect(exitCode).toBe(2);
  expect(errors).toContain(sentence);
});

test('a file that is not there is a sentence', () => {
  expect(terminal()('lint', 'nowhere.yaml')).toMatchObject({
    exitCode: 1,
    errors: 'There is no file nowhere.yaml.',
  });
});

test('of several loaded years the one being reported on is looked through', () => {
  const earlier = SOUND.replace('2015/16', '2014/15').replace('Sound', 'Earlier');
  const run = terminal({ files: { 'sound.yaml': bytes(SOUND), 'earlier.yaml': bytes(earlier) } });
  run('import', 'earlier.yaml');
  run('import', 'sound.yaml');
  expect(run('lint').output).toBe('Sound programme, 2015/16\n\nNothing to ask.');
});
