import { expect, test } from 'vitest';
import { terminal, terminalWithBarnet } from './support.ts';

test('the programme is a line for each measure, under its project', () => {
  const { exitCode, output } = terminalWithBarnet()('status');
  expect(exitCode).toBe(0);
  expect(output).toContain('2 Reducing Substance Misuse Offending (Public Health)');
  expect(output).toContain('🔴 Off track. 2.4 Engagement after prison: 17%, 41% needed.');
  expect(output.match(/^ {2}\S+ .*\b\d\.\d[a-e]? /gmu)).toHaveLength(21);
});

test('one measure is told in full: verdict first, then what is behind it', () => {
  const { output } = terminalWithBarnet()('status', '2.4', '--quarter', 'Q1 2015/16');
  const [finding] = output.split('\n');
  expect(finding).toBe('2.4 is off track: 17% against 41% needed (Engagement after prison).');
  expect(output).toContain('“Performance not currently on line to archive target”');
  expect(output).toContain('Year-end outlook     🔴 Off track if nothing changes');
  expect(output.match(/worse/g)).toHaveLength(1);
  expect(output).toContain('By Public Health on 14 July 2015');
  expect(output).toContain('Up to 4.1 points short (10% of 41) would have been marginal.');
});

test('an outcome with parts lists them', () => {
  const { output } = terminalWithBarnet()('status', '4.2');
  expect(output.match(/ 4\.2[a-e] /g)).toHaveLength(5);
  expect(output).toContain('\n4.2 is not where it needs to be.\n');
});

test('--json is an array of assessments, whatever was asked about', () => {
  const run = terminalWithBarnet();
  const refs = (...argv: readonly string[]) =>
    (JSON.parse(run('status', ...argv, '--json').output) as { ref: string }[]).map(
      ({ ref }) => ref,
    );
  expect(refs('2.4')).toEqual(['2.4']);
  expect(refs('3')).toEqual(['3.1', '3.2']);
  expect(refs()).toHaveLength(21);
});

test('--json of a part says how its outcome stands', () => {
  const { output } = terminalWithBarnet()('status', '4.2b', '--json');
  expect(JSON.parse(output)).toMatchObject([
    {
      ref: '4.2b',
      outcome: { ref: '4.2', position: 'not_met', parts: 5, judged: 1, met: 0, settled: false },
    },
  ]);
});

test('an unknown measure is a sentence with the nearest ones, in the words of the terminal', () => {
  const { exitCode, output, errors } = terminalWithBarnet()('status', '9.9');
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
  expect(errors).toMatch(
    /^I don't know a measure 9\.9\. Did you mean .*`npm run -s mopac -- status` lists them all\.$/,
  );
});

test('a quarter that cannot be read, or has not ended, is refused', () => {
  const run = terminalWithBarnet();
  expect(run('status', '--quarter', 'Q9').errors).toContain("I can't read “Q9” as a quarter.");
  expect(run('status', '--quarter', 'Q2 2015/16').errors).toContain('Q2 2015/16 is not over yet');
});

test('an empty database says what to do first', () => {
  expect(terminal()('status')).toMatchObject({
    exitCode: 1,
    errors: expect.stringContaining('No programme has been imported yet'),
  });
});

test('what people typed cannot drive the terminal, and JSON keeps it whole', () => {
  const nasty = 'Cleared\\u001b[2J\\u009b1mand\\u202erewritten';
  const run = terminal({ files: { 'nasty.yaml': nastyExample(nasty) } });
  expect(run('import', 'nasty.yaml').errors).toBe('');
  const { output } = run('status', '2.4');
  expect(output).toContain('“Cleared?[2J?1mand?rewritten”');
  const json = run('status', '2.4', '--json').output;
  for (const character of ['\u001b', '\u009b', '\u202e']) expect(json).not.toContain(character);
  expect((JSON.parse(json) as { officer: string }[])[0]?.officer).toBe(JSON.parse(`"${nasty}"`));
});

const nastyExample = (judgement: string): Uint8Array =>
  new TextEncoder().encode(`programme: P
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
      - { ref: "2.4", title: M, unit: "%", polarity: higher, kind: level, baseline: not applicable, target: none }
submissions:
  - project: 2
    quarter: Q1 2015/16
    figures: { "2.4": { value: 17, judgement: "${judgement}" } }
`);
