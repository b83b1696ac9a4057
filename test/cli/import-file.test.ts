import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { fileSubmission } from '../../src/application/file-submission.ts';
import { emptyEdge, LEAD, Q1 } from '../slack/fixtures.ts';
import { typedBy } from '../support/drafts.ts';
import { SAID } from '../support/said.ts';
import { EXAMPLE, terminal } from './support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('the example imports cleanly, and a second time changes nothing', () => {
  const run = terminal();
  const first = run('import', EXAMPLE);
  expect(first).toMatchObject({ exitCode: 0, errors: '' });
  expect(first.output).toMatch(/Saved\.$/);
  expect(run('import', EXAMPLE).output).toContain('Nothing to change');
});

test('a dry run of the example saves nothing', () => {
  const run = terminal();
  expect(run('import', EXAMPLE, '--dry-run').output).toMatch(
    /This was a dry run: nothing has been saved\.$/,
  );
  expect(run('status')).toMatchObject({ exitCode: 1 });
});

test('what a lead has filed since stays, unless the file is to overwrite it', () => {
  const { store, clock, moveTo } = emptyEdge('2015-08-03');
  const run = terminal({ store });
  run('import', EXAMPLE);
  typedBy(
    store,
    { programmeId: 1, projectNumber: 2, quarter: Q1 },
    { person: LEAD.id, typed: { ...SAID, 'value:2.4': '39' }, at: clock.now() },
  );
  const key = { programmeId: 1, projectNumber: 2, quarter: Q1 };
  expect(
    fileSubmission({ store, clock, person: LEAD }, key, { saw: () => true, ticked: true, seen: 1 }),
  ).toMatchObject({ ok: true });
  moveTo('2015-08-04');
  expect(run('import', EXAMPLE).output).toContain('import again with --overwrite.');
  expect(run('status', '2.4').output).toContain('39%');
  expect(run('import', EXAMPLE, '--overwrite').output).toContain('39% is corrected to 17%.');
  expect(run('status', '2.4').output).toContain('17%');
});

test('every fault of a file is printed with its line, and nothing is imported', () => {
  const files = { 'bad.yaml': bytes('programme: P\nyear: 2015\n') };
  const run = terminal({ files });
  const { exitCode, output, errors } = run('import', 'bad.yaml');
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
  expect(errors).toContain(
    'bad.yaml line 2, year: expected a financial year such as 2015/16, but found "2015".',
  );
  expect(errors).toMatch(/These \d+ things have to be put right first\. Nothing was imported\.$/);
});

test.each([
  ['nowhere.yaml', 'There is no file nowhere.yaml.'],
  [tmpdir(), `${tmpdir()} is a folder: name the file in it.`],
  ['latin1.yaml', 'latin1.yaml is not UTF-8 text. Save it again with the encoding UTF-8.'],
  ['book.xlsx', 'book.xlsx is not a catalogue I can read: it must be a YAML or JSON file.'],
])('%s is refused in a sentence', (file, sentence) => {
  const files = { 'latin1.yaml': Uint8Array.of(0x70, 0xe9, 0x70) };
  expect(terminal({ files })('import', file)).toEqual({
    exitCode: 1,
    output: '',
    errors: sentence,
  });
});

test.each([[['import']], [['import', 'a.yaml', 'b.yaml']]])('%j is wrong usage', (argv) => {
  expect(terminal()(...argv)).toMatchObject({ exitCode: 2 });
});
