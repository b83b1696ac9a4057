import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StoreBusy, StoreFailed } from '../../src/application/ports.ts';
import { openStore } from '../../src/store/open.ts';
import { EXAMPLE, terminal } from './support.ts';

test.each([[[]], [['help']], [['--help']]])('%j says what the commands are', (argv) => {
  const { exitCode, output } = terminal()(...argv);
  expect(exitCode).toBe(0);
  expect(output).toContain('import FILE [--dry-run]');
});

test('a mistyped command is answered with the one that was meant', () => {
  const { exitCode, errors, output } = terminal()('stauts', '2.4');
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
  expect(errors).toContain('I don\'t know a command "stauts". Did you mean "status"?');
});

test('a mistyped option is answered with the one that was meant', () => {
  const { exitCode, errors } = terminal()('import', EXAMPLE, '--dryrun');
  expect({ exitCode, errors }).toEqual({
    exitCode: 2,
    errors: 'I don\'t know the option "--dryrun". Did you mean "--dry-run"?',
  });
});

test('an option without its value, or with one it does not take, is wrong usage', () => {
  expect(terminal()('status', '--quarter')).toMatchObject({
    exitCode: 2,
    errors: '--quarter needs a value after it, for example: --quarter "Q1 2015/16"',
  });
  expect(terminal()('status', '--json=yes')).toMatchObject({
    exitCode: 2,
    errors: '--json takes no value.',
  });
});

test.each([
  [new StoreBusy('locked'), 'The database is busy with another process.'],
  [new StoreFailed('disk I/O error'), 'The database could not be used, and nothing was changed'],
])('a database in trouble is a sentence and exit code 1: %s', (error, sentence) => {
  const store = {
    ...openStore(':memory:'),
    programmes: () => {
      throw error;
    },
  };
  const { exitCode, errors } = terminal({ store })('status');
  expect(exitCode).toBe(1);
  expect(errors).toContain(sentence);
});

test('whatever is typed after mopac is answered, never with an exception', () => {
  const run = terminal();
  const word = fc.oneof(
    fc.constantFrom(
      'status',
      'import',
      'help',
      '--json',
      '--quarter',
      '--',
      '-',
      '-x',
      '2.4',
      'Q1',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (argv) => {
      const { exitCode, output, errors } = run(...argv);
      expect([0, 1, 2]).toContain(exitCode);
      expect((exitCode === 0 ? output : errors).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
