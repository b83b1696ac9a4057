import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import type { Answer } from '../../src/domain/figure.ts';
import type { Assessment } from '../../src/domain/judging/assessment.ts';
import { forPublic } from '../../src/domain/judging/withheld.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { digestLine, headline } from '../../src/domain/wording/headline.ts';
import { qualifierLines } from '../../src/domain/wording/qualifier-lines.ts';
import { remainingLine } from '../../src/domain/wording/remaining-words.ts';
import {
  baselineLine,
  outlookLine,
  positionLine,
  targetLine,
  travelLine,
} from '../../src/domain/wording/status-lines.ts';
import { withheldFigure } from '../../src/domain/wording/withheld-words.ts';
import {
  added,
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
} from './judge-fixtures.ts';

const suppressed = { suppressSmallCounts: true } as const;
const QUARTERS = [1, 2, 3, 4] as const;

const publicly = (assessment: Assessment): Assessment => {
  const [shown] = forPublic([assessment]);
  if (shown === undefined) throw new Error('Nothing came back.');
  return shown;
};

/** `withheld: …`, or the number that is shown. */
const shownFigure = (assessment: Assessment): string =>
  assessment.withheld?.figure == null
    ? (assessment.actual?.toFixed() ?? 'none')
    : withheldFigure(assessment);

const ofShare = (answer: Answer, extra: Partial<Measure> = suppressed): string =>
  shownFigure(publicly(judged(measure(extra), [filed(answer)])));

const ofCount = (value: number, extra: Partial<Measure> = suppressed): string =>
  shownFigure(publicly(judged(flow(extra), [added(value, quarter(1))])));

/** Every row of so many numbers from 0 to the highest. */
const everyRow = ({
  columns,
  highest,
}: {
  readonly columns: number;
  readonly highest: number;
}): readonly (readonly number[])[] =>
  columns === 0
    ? [[]]
    : everyRow({ columns: columns - 1, highest }).flatMap((row) =>
        Array.from({ length: highest + 1 }, (_, value) => [...row, value]),
      );

/** The rows of which all that look the same have the same number from 1 to 4 somewhere. */
const givenAway = (
  rows: readonly (readonly number[])[],
  viewOf: (row: readonly number[]) => string,
): readonly (readonly number[])[] =>
  [...Map.groupBy(rows, viewOf).values()].flatMap((alike) => {
    const [first = []] = alike;
    const isCertain = first.some(
      (value, column) => value > 0 && value < 5 && alike.every((row) => row[column] === value),
    );
    return isCertain ? [first] : [];
  });

describe('a count', () => {
  test.each([
    [0, '0'],
    [1, 'withheld: fewer than 5'],
    [4, 'withheld: fewer than 5'],
    [5, '5'],
  ])('of %d is shown as "%s"', (value, shown) => {
    expect(ofCount(value)).toBe(shown);
  });

  test('is shown where the measure does not ask for it to be kept back', () => {
    expect(ofCount(3, {})).toBe('3');
  });

  test('stays in the private answer', () => {
    const assessment = judged(flow(suppressed), [added(3, quarter(1))]);
    expect(headline(assessment)).toBe(
      '4.1 is off track: 3 victims so far against 15 needed by now (Victims supported).',
    );
    expect(headline(publicly(assessment))).toBe(
      '4.1 is off track: figure withheld (fewer than 5), 15 needed by now (Victims supported).',
    );
  });

  test('that is a rate is shown: how many cases stand behind it is not known', () => {
    expect(ofCount(3, { ...suppressed, unit: 'per 1,000 young people' })).toBe('3');
  });
});

describe('a share', () => {
  test.each([
    ['by its cases', share(3, 41)],
    ['by those it leaves out', share(38, 41)],
    ['by all there were', share(0, 4)],
  ])('is withheld %s', (_, answer) => {
    expect(ofShare(answer)).toBe('withheld: fewer than 5');
  });

  test.each([
    ['none of many', share(0, 41), '0'],
    ['all of many', share(41, 41), '100'],
    ['enough on either side', share(10, 20), '50'],
    ['a percentage without its counts', number(7), '7'],
  ])('is shown of %s', (_, answer, shown) => {
    expect(ofShare(answer)).toBe(shown);
  });
});

describe('a year to date', () => {
  const shownBy = (...quarters: readonly number[]): readonly string[] => {
    const figures = quarters.map((value, index) => added(value, quarter(QUARTERS[index] ?? 4)));
    return quarters.map((_, index) =>
      shownFigure(
        publicly(judged(flow(suppressed), figures, { at: quarter(QUARTERS[index] ?? 4) })),
      ),
    );
  };

  test('is withheld where less than five were added to one that was shown', () => {
    expect(shownBy(12, 3, 2, 9)).toEqual(['12', 'withheld: fewer than 5 were added', '17', '26']);
  });

  test('that follows a withheld one does not give it away', () => {
    expect(shownBy(3, 9)).toEqual(['withheld: fewer than 5', '12']);
  });

  test('is judged by what was shown also where the lead files it as a whole', () => {
    const figures = [added(12, quarter(1)), toDate(14, quarter(2))];
    const second = judged(flow(suppressed), figures, { at: quarter(2) });
    expect(shownFigure(publicly(second))).toBe('withheld: fewer than 5 were added');
  });

  test('gives no small quarter away to somebody who keeps every post and knows the rule', () => {
    // What is at most 5 has its neighbours, up to 4 away, within what is tried.
    const years = everyRow({ columns: 4, highest: 9 });
    const certain = givenAway(years, (counts) => shownBy(...counts).join('; '));
    expect(certain.filter((counts) => Math.max(...counts) <= 5)).toEqual([]);
  }, 60_000);
});

describe('the parts of an outcome', () => {
  const part = (letter: string, extra: Partial<Measure>): Partial<Measure> => ({
    ...suppressed,
    ref: `4.2${letter}`,
    partOf: { ref: '4.2', title: 'Victims by age' },
    ...extra,
  });
  const counts = (...values: readonly number[]): readonly string[] =>
    forPublic(
      values.map((value, index) =>
        judged(flow(part('abc'[index] ?? 'd', {})), [added(value, quarter(1))]),
      ),
    ).map(shownFigure);
  const together = 'withheld: fewer than 5 in this or another part';

  test('are withheld together where they are counts: a total would give the small one away', () => {
    expect(counts(12, 3, 20)).toEqual([together, together, together]);
    expect(counts(12, 0, 20)).toEqual(['12', '0', '20']);
  });

  test('give no small part away to somebody who knows the total and the rule', () => {
    const view = (values: readonly number[]): string =>
      `${counts(...values).join('; ')} of ${values.reduce((sum, value) => sum + value, 0)}`;
    expect(givenAway(everyRow({ columns: 2, highest: 9 }), view)).toEqual([]);
    expect(givenAway(everyRow({ columns: 3, highest: 7 }), view)).toEqual([]);
  });

  test('are withheld together where they share out the same cases', () => {
    const shares = (...answers: readonly Answer[]) =>
      forPublic(
        answers.map((answer, index) =>
          judged(measure(part('abc'[index] ?? 'd', {})), [filed(answer)]),
        ),
      ).map(shownFigure);
    expect(shares(share(30, 60), share(28, 60), share(2, 60))).toEqual([
      together,
      together,
      together,
    ]);
    expect(shares(share(30, 60), share(40, 60), share(2, 60))).toEqual([
      '50',
      decimal(40).times(100).div(60).toFixed(),
      'withheld: fewer than 5',
    ]);
  });

  test('of another outcome have nothing to do with it', () => {
    const other = flow({ ...suppressed, ref: '4.3a', partOf: { ref: '4.3', title: 'Others' } });
    const shown = forPublic([
      judged(flow(part('a', {})), [added(3, quarter(1))]),
      judged(other, [added(12, quarter(1))]),
    ]).map(shownFigure);
    expect(shown).toEqual(['withheld: fewer than 5', '12']);
  });
});

describe('the words of a public post', () => {
  const wordsOf = (assessment: Assessment): readonly string[] => [
    headline(assessment),
    digestLine(assessment),
    positionLine(assessment),
    outlookLine(assessment),
    targetLine(assessment),
    baselineLine(assessment),
    travelLine(assessment),
    remainingLine(assessment),
    ...qualifierLines(assessment),
  ];
  const lastYear = added(2, quarter(1, 2014));

  test('are the same whichever withheld count stands behind them', () => {
    const of = flow({ ...suppressed, baseline: known(65) });
    const words = [1, 2, 3, 4].map((value) =>
      wordsOf(
        publicly(
          judged(of, [added(value, quarter(1)), filed(number(0), { quarter: quarter(1, 2014) })]),
        ),
      ),
    );
    expect(new Set(words.map((each) => each.join('\n'))).size).toBe(1);
    expect(words[0]?.join('\n')).not.toMatch(/\b[1-4] victim/);
  });

  test('are the same whichever withheld cases stand behind a share', () => {
    const of = measure({ ...suppressed, baseline: known(60) });
    const words = [share(1, 19), share(3, 19), share(2, 19)].map((answer) =>
      wordsOf(publicly(judged(of, [filed(answer)]))),
    );
    expect(new Set(words.map((each) => each.join('\n'))).size).toBe(1);
  });

  test('do not say of a figure that is shown what it was before', () => {
    const now = publicly(judged(flow(suppressed), [added(20, quarter(1)), lastYear]));
    expect(travelLine(now)).toBe('Better than the same quarter last year (Q1 2014/15)');
    expect(headline(now)).toContain('20 victims');
  });

  test('say of a figure without a target that it is withheld', () => {
    const dataOnly = flow({ ...suppressed, target: target({ kind: 'none' }) });
    const shown = publicly(judged(dataOnly, [added(3, quarter(1))]));
    expect([headline(shown), digestLine(shown)]).toEqual([
      '4.1 (Victims supported) is withheld: fewer than 5; it has no target to be judged against.',
      '4.1 Victims supported: withheld: fewer than 5, no target.',
    ]);
  });
});
