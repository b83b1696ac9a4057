import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionsOn } from '../../../src/domain/checking/check-figure.ts';
import type { FiledFigure } from '../../../src/domain/figure.ts';
import { hostileText } from '../../blockkit/hostile.ts';
import {
  added,
  atLeast,
  filed,
  flow,
  judged,
  known,
  measure,
  number,
  quarter,
  target,
} from '../judge-fixtures.ts';

const LEVEL = measure({ baseline: known(24), target: atLeast(41) });
const FLOW = flow({ baseline: known(50) });

const figuresSaying = (text: string): readonly FiledFigure[] => {
  const words = { commentary: text, judgement: text };
  return [
    filed(number(17), { ...words, quarter: quarter(4, 2014) }),
    filed(number(17), words),
    { ...added(20, quarter(1)), ...words, ref: '4.1' },
  ];
};

const askAbout = (text: string) => {
  const [last, now, counted] = figuresSaying(text);
  if (last === undefined || now === undefined || counted === undefined) return [];
  return [
    ...questionsOn(judged(LEVEL, [last, now]), [last]),
    ...questionsOn(judged(FLOW, [counted]), []),
  ];
};

// What the rules look for, in every order and unfinished, beside what nobody would write.
const FRAGMENTS = [
  'target met',
  'targets of 60 victims have all been ',
  'exceeded the ',
  'not ',
  'reduction ',
  'of ',
  '59%',
  '0.5 per cent',
  ' reduction compared to baseline',
  'last quarter',
  'Q4: ',
  'Update for quarter four 2014/15',
  '2014/15',
  '\n',
  ' - ',
  '.',
  '. ',
  '%',
  '(',
  ' ',
  'a',
  '1',
  '٣٪',
  '\u200b',
  '\ud83d',
  '<!channel>',
] as const;

const assembled = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

test('whatever is said, the questions are whole sentences of a length people read', () => {
  fc.assert(
    fc.property(fc.oneof(assembled, hostileText), (text) => {
      for (const { found, ask } of askAbout(text)) {
        expect(found.length).toBeLessThan(400);
        expect(found).toMatch(/\.$/);
        expect(ask).toMatch(/[.?]$/);
      }
    }),
    { numRuns: 500 },
  );
});

// A rule that takes the square of the length would not come back from these.
test.each(FRAGMENTS)('100,000 characters of %j are read in one go', (fragment) => {
  const long = fragment.repeat(Math.ceil(100_000 / fragment.length));
  for (const text of [`${long}x`, `target${long}`, `59%${long}reduction on baseline`]) {
    expect(askAbout(text).length).toBeLessThan(10);
  }
});

test('a claim is never read out of its denial: any words of doubt silence it', () => {
  const doubts = ['not', 'never', 'not yet', 'unlikely to be', 'expected to be', 'almost'];
  const verbs = ['met', 'achieved', 'exceeded', 'reached'];
  fc.assert(
    fc.property(
      fc.constantFrom(...doubts),
      fc.constantFrom(...verbs),
      fc.constantFrom('The target was', 'Targets have been', 'Target'),
      (doubt, verb, start) => {
        const [now] = [filed(number(17), { commentary: `${start} ${doubt} ${verb}.` })];
        expect(questionsOn(judged(LEVEL, [now]), [])).toEqual([]);
      },
    ),
  );
});

test('a percentage as the figures give it is never asked about, whatever they are', () => {
  const values = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }));
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 2 }), ([from, to], places) => {
      const rate = measure({
        unit: 'offences per person per year',
        baseline: known((from / 100).toFixed(2)),
        target: target({ kind: 'none' }),
      });
      const change = ((to - from) / from) * 100;
      const words = `a ${Math.abs(change).toFixed(places)}% ${change < 0 ? 'reduction' : 'increase'} on baseline`;
      const figure = filed(number((to / 100).toFixed(2)), { commentary: words });
      const asked = questionsOn(judged(rate, [figure]), []);
      expect(asked.map(({ code }) => code)).not.toContain('other_percentage');
      expect(asked.map(({ code }) => code)).not.toContain('unreproducible_percentage');
    }),
    { numRuns: 1_000 },
  );
});
