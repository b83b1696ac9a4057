import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../src/catalogue/read-catalogue.ts';
import { faultsOf, SOUND } from './support.ts';

const GUIDE = /```yaml\n(.*?)```/s.exec(readFileSync('docs/guide/catalogue.md', 'utf8'))?.[1] ?? '';
const EXAMPLE = readFileSync('examples/barnet-2015-16.yaml', 'utf8');

/** Reads a text and checks what every fault must have; it must never throw. */
const survives = (text: string): void => {
  const read = readCatalogue(text, 'hostile.yaml');
  if (read.ok) return;
  expect(read.fault.length).toBeGreaterThan(0);
  for (const { line, column, message } of read.fault) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/\S/);
    expect(message.length).toBeLessThan(400);
  }
};

test('a catalogue mangled anywhere is read or refused with reasons, never with an exception', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'{}[]:,-"\'\n\t#&*!|>%@`~?',
      '  ',
      '__proto__: ',
      '- ',
      '<<: ',
      '!!set ',
      '.nan',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const place = fc.nat({ max: SOUND.length });
  const cut = fc.nat({ max: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, cut, piece), { minLength: 1, maxLength: 6 }), (edits) => {
      survives(
        edits.reduce(
          (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length),
          SOUND,
        ),
      );
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['small', SOUND],
  ['that uses every key', GUIDE],
])(
  'any value in any place of a catalogue %s is read or refused, never thrown at',
  (_, catalogue) => {
    const lines = catalogue.split('\n');
    const value = fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.constantFrom(
        '1e999',
        '-.inf',
        '0x10',
        '~',
        'true',
        '2001-01-01',
        '[[]]',
        '{ a: {} }',
        '"\\u0000"',
      ),
    );
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), value, (at, put) => {
        survives(
          lines
            .map((line, index) => (index === at ? line.replace(/: .*$/, `: ${put}`) : line))
            .join('\n'),
        );
      }),
      { numRuns: 500 },
    );
  },
);

test.each(['toString', 'valueOf', '__proto__', 'constructor', 'length', 'toJSON', 'then'])(
  'a mapping with the key %s in any place is read or refused, never thrown at',
  (key) => {
    const lines = SOUND.split('\n');
    for (const at of lines.keys()) {
      const put = (line: string, index: number): string =>
        index === at ? line.replace(/: .*$/, `: { "${key}": "" }`) : line;
      survives(lines.map(put).join('\n'));
    }
  },
);

test('any text at all is refused with a reason', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), survives), { numRuns: 300 });
});

test.each([
  ['nothing', ''],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['deep nesting that is closed again', `${'{a: '.repeat(3000)}1${'}'.repeat(3000)}`],
  ['an alias bomb', `a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n`],
  ['an alias of itself', 'a: &a [*a]\n'],
  ['several documents', `${SOUND}---\n${SOUND}`],
  ['a file far too long', `a: ${'x'.repeat(5_000_001)}`],
])('%s is refused, quickly', (_, text) => {
  const faults = faultsOf(text);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.join('').length).toBeLessThan(20_000);
});

test('the example with any one line left out is read or refused with reasons', () => {
  const lines = EXAMPLE.split('\n');
  for (const left of lines.keys()) survives(lines.filter((_, index) => index !== left).join('\n'));
});
