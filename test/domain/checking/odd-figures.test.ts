import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddFigures } from '../../../src/domain/checking/odd-figures.ts';
import { decimal } from '../../../src/domain/decimal.ts';
import type { FiledFigure } from '../../../src/domain/figure.ts';
import type { Measure } from '../../../src/domain/measure.ts';
import {
  added,
  atLeast,
  atMost,
  filed,
  flow,
  judged,
  known,
  measure,
  number,
  quarter,
  share,
  target,
  toDate,
} from '../judge-fixtures.ts';
import { askedOn, codesOf, entrants, offending, wordsOf, yearBefore } from './support.ts';

const SAID = { commentary: 'Two prisons changed their release days in May.' };
const now = (value: number | string): FiledFigure => filed(number(value), SAID);
const level = (extra: Partial<Measure> = {}) =>
  measure({ target: target({ kind: 'none' }), ...extra });
const count = (extra: Partial<Measure> = {}) =>
  flow({ target: target({ kind: 'none' }), ...extra });

describe('a factor of ten or a hundred', () => {
  test('is asked about in words that name both figures, and the figure meant is offered', () => {
    const asked = askedOn(offending(), ...yearBefore('0.72'), now(72));
    expect(wordsOf(asked)).toBe(
      '2.5 was 0.72 last quarter and 72 now, a hundred times as much. Is the decimal point where you meant it?',
    );
    expect(asked[0]?.meant).toBe('0.72');
  });

  test.each([
    ['280 where 28.0 was meant', '28', '280', 'ten times as much', '28'],
    ['7.7 where 77 was meant', '76', '7.7', 'about a tenth of it', '77'],
    ['0.0072 where 0.72 was meant', '0.72', '0.0072', 'a hundredth of it', '0.72'],
    ['71 where 0.71 was meant', '0.72', '71', 'about a hundred times as much', '0.71'],
  ])('%s', (_, last, typed, words, meant) => {
    const unit = typed === '7.7' ? '%' : 'per 1,000 people';
    const [asked] = askedOn(level({ unit }), ...yearBefore(last), now(typed));
    expect(asked).toMatchObject({ code: 'decimal_point' });
    expect(asked?.found).toContain(words);
    expect(asked?.meant?.replace('%', '')).toBe(meant);
  });

  test('is held against the baseline while there is no earlier figure', () => {
    expect(wordsOf(askedOn(offending(), now(18)))).toBe(
      '2.5 was 1.8 in its baseline and 18 now, ten times as much. Is the decimal point where you meant it?',
    );
  });

  test('of a count is a question of its digits', () => {
    expect(wordsOf(askedOn(count(), added(34, quarter(1)), added(340, quarter(2))))).toBe(
      '4.1 was 34 last quarter and 340 now, ten times as much. Has it the right number of digits?',
    );
  });

  test('in a year to date is seen in what the quarter adds to it', () => {
    const [asked] = askedOn(count(), toDate(34, quarter(1)), toDate(374, quarter(2)));
    expect(asked?.found).toBe(
      '4.1 was 34 last quarter and 340 for this quarter alone now, ten times as much.',
    );
    expect(asked?.meant).toBe('68');
  });

  test('names the quarter where the last figure is an older one', () => {
    const older = filed(number('28'), { quarter: quarter(2, 2014) });
    expect(wordsOf(askedOn(level({ unit: 'per head' }), older, now(280)))).toContain(
      'was 28 in Q2 2014/15 and 280 now',
    );
  });

  test.each([
    [
      'a handful of cases that vary by themselves',
      count(),
      [added(2, quarter(1)), added(20, quarter(2))],
    ],
    [
      'a figure that has been as high before',
      level({ unit: 'per head' }),
      [...yearBefore(290, 28), now(280)],
    ],
    ['three times as much', level({ unit: 'per head' }), [...yearBefore(28), now(84)]],
    ['nought', level({ unit: 'per head' }), [...yearBefore(28), now(0)]],
    ['something after nought', level({ unit: 'per head' }), [...yearBefore(0), now(28)]],
  ])('%s is not one', (_, of, figures) => {
    expect(codesOf(askedOn(of, ...figures))).not.toContain('decimal_point');
  });
});

describe('a figure far from its own history', () => {
  const steady = ['22', '24', '26', '24'];

  test('is asked about with the rule that found it', () => {
    expect(wordsOf(askedOn(level(), ...yearBefore(...steady), now(60)))).toBe(
      '2.4 is 60%, and the middle of its last 4 figures is 24%: that is more than 5 times their usual distance from it, 1 point. Is it right, and what has changed?',
    );
  });

  test('of a measure that never moved says so', () => {
    expect(wordsOf(askedOn(level(), ...yearBefore(24, 24, 24, 25), now(60)))).toContain(
      'the middle of its last 4 figures is 24%: at least half of them are exactly that.',
    );
  });

  test('is found although one odd figure stands in that history already', () => {
    const asked = askedOn(level(), ...yearBefore(22, 95, 24, 23, 25), now(60));
    expect(codesOf(asked)).toEqual(['far_from_history']);
  });

  test.each([
    ['with three earlier figures, from which nothing usual is known', yearBefore(24, 24, 24), 60],
    ['within a few points of a steady figure', yearBefore(24, 24, 24, 24), 29],
    ['within a few points of a small one', yearBefore(8, 8, 8, 8), 13],
    ['within a quarter of the middle', yearBefore(80, 80, 81, 80), 62],
    ['in a history that swings as far', yearBefore(10, 60, 20, 50), 70],
  ])('is not asked about %s', (_, history, value) => {
    expect(codesOf(askedOn(level(), ...history, now(value)))).toEqual([]);
  });
});

describe('a quarter and a year to date taken for one another', () => {
  test('a year to date lower than before', () => {
    const asked = askedOn(
      count(),
      toDate(34, quarter(1)),
      toDate(71, quarter(2)),
      toDate(36, quarter(3)),
    );
    expect(wordsOf(asked)).toBe(
      '4.1 is 36 for the year to date, and by an earlier quarter it was 71 already. Does the figure cover this quarter only, or was an earlier one too high?',
    );
    expect(asked[0]?.meant).toBe('36 for this quarter only');
  });

  test('a year to date is compared over a quarter without a figure too', () => {
    expect(codesOf(askedOn(count(), toDate(34, quarter(1)), toDate(30, quarter(3))))).toEqual([
      'year_to_date_fell',
    ]);
  });

  test('a quarter answered as the year to date', () => {
    const asked = askedOn(count(), added(34, quarter(1)), toDate(36, quarter(2)));
    expect(wordsOf(asked)).toBe(
      '4.1 is 36 for the year to date, which leaves only 2 for this quarter; a quarter is usually about 34. Does the figure cover this quarter only?',
    );
  });

  test('a year to date answered as a quarter', () => {
    const asked = askedOn(
      count(),
      added(34, quarter(1)),
      added(36, quarter(2)),
      added(105, quarter(3)),
    );
    expect(wordsOf(asked)).toBe(
      '4.1 is 105 for this quarter only; a quarter is usually about 35, and the year stood at 70 before it. Does the figure cover the year to date?',
    );
    expect(asked[0]?.meant).toBe('105 for the year to date');
  });

  test.each([
    [
      'a quarter twice as large as the only one before it',
      [added(34, quarter(1)), added(70, quarter(2))],
    ],
    ['a year to date that grows as usual', [toDate(34, quarter(1)), toDate(70, quarter(2))]],
    [
      'quarters that have never been alike',
      [added(10, quarter(1)), added(60, quarter(2)), added(80, quarter(3))],
    ],
    ['the first quarter of a new year', [toDate(140, quarter(4, 2014)), toDate(36, quarter(1))]],
  ])('%s is not asked about', (_, figures) => {
    expect(codesOf(askedOn(count(), ...figures))).toEqual([]);
  });
});

describe('a level answered with its change', () => {
  test('is asked about where read as a change it fits the last figure', () => {
    const repeats = level({ ref: '5.3', polarity: 'lower', baseline: known(7, '2014/15') });
    const asked = askedOn(repeats, ...yearBefore('5.2'), now('25.7'));
    expect(wordsOf(asked)).toBe(
      '5.3 was 5.2% before and is 25.7% now; as a change on the baseline of 7%, 25.7% would make it 5.2%. Is it the figure itself, or the change?',
    );
    expect(asked[0]?.meant).toBe('5.2%');
  });

  test('below nought is asked about where nothing else of the measure is', () => {
    const asked = askedOn(offending(), ...yearBefore('0.72'), now('-23.81'));
    expect(wordsOf(asked)).toBe(
      '2.5 is -23.81, and nothing else about it lies below nought. Is it the figure itself, or the change?',
    );
  });

  test('a figure near the last one is never taken for a change', () => {
    const repeats = level({ polarity: 'lower', baseline: known(7, '2014/15') });
    expect(codesOf(askedOn(repeats, ...yearBefore('5.2'), now('8')))).toEqual([]);
  });
});

describe('a part of a case', () => {
  test('is asked about where everything else is counted in whole ones', () => {
    expect(wordsOf(askedOn(flow(), added('15.5', quarter(1))))).toBe(
      '4.1 is 15.5, which is no whole number of victims. Is it a count, or an average?',
    );
  });

  test.each([
    ['hours, of which there are halves', flow({ unit: 'hours', baseline: known('40.5') })],
    ['pounds', flow({ unit: '£' })],
    ['a rate', flow({ unit: 'per 1,000 people' })],
    ['nothing else to tell by', count()],
  ])('is not asked about: %s', (_, of) => {
    expect(codesOf(askedOn(of, added('15.5', quarter(1))))).toEqual([]);
  });
});

describe('more than a fifth past the target', () => {
  test('is asked about with both', () => {
    expect(wordsOf(askedOn(measure({ target: atLeast(50) }), now(77)))).toBe(
      '2.4 is 77%, more than a fifth better than its target (at least 50%). Is the figure right?',
    );
  });

  test.each([
    ['exactly a fifth past', measure({ target: atLeast(50) }), [now(60)]],
    [
      'past it last quarter already',
      measure({ target: atLeast(50) }),
      [...yearBefore(75), now(77)],
    ],
    ['a count ahead of its quarter, but not past its year', flow(), [added(34, quarter(1))]],
    ['a count that is to stay low, before the year is over', entrants(), [added(20, quarter(1))]],
    [
      'inside a range',
      measure({
        polarity: 'range',
        target: target({ kind: 'between', low: decimal(10), high: decimal(90) }),
      }),
      [now(50)],
    ],
    ['a target of nought', measure({ polarity: 'higher', target: atLeast(0) }), [now(50)]],
  ])('not: %s', (_, of, figures) => {
    expect(codesOf(askedOn(of, ...figures))).toEqual([]);
  });

  test('a count past its year’s target is asked about in the quarter it gets there', () => {
    const figures = [added(34, quarter(1)), added(40, quarter(2)), added(38, quarter(3))];
    expect(codesOf(askedOn(flow(), ...figures.slice(0, 2)))).toEqual(['past_target']);
    expect(codesOf(askedOn(flow(), ...figures))).toEqual([]);
  });

  test('a count that is to stay low is asked about at the end of the year', () => {
    const year = ([1, 2, 3, 4] as const).map((each) => added(20 + each, quarter(each)));
    expect(codesOf(askedOn(entrants(), ...year))).toEqual(['past_target']);
  });
});

describe('last quarter’s figure once more', () => {
  test('is asked about', () => {
    expect(wordsOf(askedOn(level(), ...yearBefore('17.4'), now('17.4')))).toBe(
      '2.4 is 17.4%, exactly the figure of last quarter. Was it counted again, or carried over?',
    );
  });

  test.each([
    ['nought', level(), [...yearBefore(0), now(0)]],
    ['a whole hundred per cent', level(), [...yearBefore(100), now(100)]],
    ['a handful of cases', count(), [added(4, quarter(1)), added(4, quarter(2))]],
    [
      'the same share of other cases',
      level(),
      [filed(share(8, 20), { quarter: quarter(4, 2014) }), filed(share(10, 25), SAID)],
    ],
    [
      'the same figure with a quarter between',
      level(),
      [filed(number(17), { quarter: quarter(3, 2014) }), now(17)],
    ],
  ])('not: %s', (_, of, figures) => {
    expect(codesOf(askedOn(of, ...figures))).toEqual([]);
  });
});

test('one slip is asked about once, however much it throws out', () => {
  const asked = askedOn(
    measure({ unit: 'per head', target: atLeast(20) }),
    ...yearBefore(27, 28, 27, 28),
    now(280),
  );
  expect(codesOf(asked)).toEqual(['decimal_point']);
});

test('figures made in another way before a break are no history to hold this one against', () => {
  const comparableFrom = { from: quarter(1), reason: 'Counted by the police from April.' };
  const before = yearBefore('0.72');
  expect(codesOf(askedOn(level({ unit: 'per head' }), ...before, now(72)))).toEqual([
    'decimal_point',
  ]);
  expect(codesOf(askedOn(level({ unit: 'per head', comparableFrom }), ...before, now(72)))).toEqual(
    [],
  );
});

test.each(['no_cases', 'not_started', 'not_due'] as const)('%s is never odd', (kind) => {
  const figure = filed({ kind }, SAID);
  expect(codesOf(askedOn(measure(), ...yearBefore(24, 24, 24, 24), figure))).toEqual([]);
});

const anyNumber = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => decimal(digits).div(decimal(10).pow(places)));

test('whatever the figures, there is an answer, no two questions of a kind, and each names its measure', () => {
  const kinds = [
    measure(),
    offending(),
    entrants(),
    flow(),
    measure({ kind: 'rolling', target: atMost(3) }),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.array(anyNumber, { minLength: 1, maxLength: 9 }),
      fc.constantFrom('this_quarter' as const, 'year_to_date' as const),
      (of, values, basis) => {
        const figures = values.map((value, index) =>
          filed(number(value.toFixed(), of.kind === 'flow' ? basis : null), {
            quarter: { year: 2013 + Math.floor(index / 4), number: ((index % 4) + 1) as 1 },
          }),
        );
        const last = figures.at(-1);
        if (last === undefined) return;
        const asked = oddFigures(judged(of, figures, { at: last.quarter }), figures.slice(0, -1));
        expect(new Set(codesOf(asked)).size).toBe(asked.length);
        for (const { found, ask } of asked) {
          expect(found.startsWith(`${of.ref} `)).toBe(true);
          expect(`${found}${ask}`).not.toMatch(/NaN|Infinity|undefined|null/);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a figure like its history is never asked about, in any unit it is counted in', () => {
  const usual = fc.array(fc.integer({ min: 90, max: 110 }), { minLength: 5, maxLength: 8 });
  fc.assert(
    fc.property(usual, fc.integer({ min: -3, max: 3 }), (values, places) => {
      const scaled = values.map((value) => decimal(value).times(decimal(10).pow(places)).toFixed());
      const last = scaled.at(-1) ?? '0';
      const asked = askedOn(
        level({ unit: 'per head' }),
        ...yearBefore(...scaled.slice(0, -1)),
        now(last),
      );
      expect(codesOf(asked).filter((code) => code !== 'unchanged')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
