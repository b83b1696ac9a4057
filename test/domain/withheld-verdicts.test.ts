import { describe, expect, test } from 'vitest';
import { type Assessment, POSITIONS } from '../../src/domain/judging/assessment.ts';
import { forPublic } from '../../src/domain/judging/withheld.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { digestLine, headline } from '../../src/domain/wording/headline.ts';
import { outlookLine } from '../../src/domain/wording/status-lines.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import {
  added,
  atLeast,
  atMost,
  bands,
  filed,
  flow,
  judged,
  known,
  measure,
  number,
  quarter,
  share,
  toDate,
} from './judge-fixtures.ts';

const publicly = (assessment: Assessment): Assessment => {
  const [shown] = forPublic([assessment]);
  if (shown === undefined) throw new Error('Nothing came back.');
  return shown;
};

/** What a post says of the verdict. */
const told = ({ position, outlook, qualifiers }: Assessment): string =>
  `${position} ${outlook?.position ?? 'none'} ${qualifiers.join()}`;

const children = (extra: Partial<Measure>): Measure =>
  measure({ unit: 'children', kind: 'level', suppressSmallCounts: true, ...extra });

const TARGETS = [1, 2, 3, 4, 5, 6].flatMap((level) => [
  { target: atLeast(level) },
  { target: atMost(level), polarity: 'lower' as const },
]);

describe('the verdict on a count that is kept back', () => {
  test.each(TARGETS)('never tells which of the few it is: %o', (extra) => {
    for (const tolerance of [bands(0, 0), bands(0, 10), bands(25, 50)]) {
      const shown = [1, 2, 3, 4].map((value) =>
        publicly(judged(children(extra), [filed(number(value))], { tolerance })),
      );
      const verdicts = Map.groupBy(shown, told);
      for (const [said, same] of verdicts) {
        expect(said.startsWith('withheld') || same.length > 1).toBe(true);
      }
    }
  });

  test.each([8, 10, 11, 12, 13, 20])(
    'never tells how few were added to the 9 that were shown: at least %i by then',
    (by) => {
      const of = flow({ target: atLeast(by * 2), suppressSmallCounts: true });
      const shown = [1, 2, 3, 4].map((value) =>
        publicly(judged(of, [added(9, quarter(1)), added(value, quarter(2))], { at: quarter(2) })),
      );
      for (const [said, same] of Map.groupBy(shown, told)) {
        expect(said.startsWith('withheld') || same.length > 1).toBe(true);
      }
    },
  );

  test('is shown where several could have it', () => {
    const { position, withheld } = publicly(
      judged(children({ target: atMost(5), polarity: 'lower' }), [filed(number(3))]),
    );
    expect([position, withheld?.figure]).toEqual(['exceeding', 'few']);
  });

  test('is kept back where one alone could, with all that goes with it', () => {
    const shown = publicly(
      judged(children({ target: atMost(3), polarity: 'lower' }), [filed(number(3))]),
    );
    expect(shown).toMatchObject({ position: 'withheld', outlook: null, gap: null });
    expect([headline(shown), digestLine(shown), outlookLine(shown)]).toEqual([
      '2.4 (Engagement after prison) is withheld: fewer than 5; its verdict would give it away.',
      '2.4 Engagement after prison: withheld: fewer than 5.',
      'No outlook: it is withheld with the verdict',
    ]);
    expect(whyParagraphs(shown)[0]).toContain('Whoever asks privately is told.');
  });

  test('is not called worse than a baseline of which it would be told', () => {
    const of = children({ target: atMost(10), polarity: 'lower', baseline: known(3) });
    const { qualifiers } = publicly(judged(of, [filed(number(4))]));
    expect(qualifiers).not.toContain('worse_than_baseline');
  });

  test('a hole in the year is no verdict to be told by', () => {
    const of = flow({ suppressSmallCounts: true });
    const { position } = publicly(judged(of, [added(3, quarter(2))], { at: quarter(2) }));
    expect(position).toBe('query');
  });
});

test('all cases of a few are kept back where only they could hold a ceiling', () => {
  const of = measure({ target: atLeast(100), suppressSmallCounts: true });
  const [all, some] = [share(4, 4), share(4, 9)].map(
    (answer) => publicly(judged(of, [filed(answer)])).position,
  );
  expect([all, some]).toEqual(['withheld', 'off_track']);
});

test.each([
  // kind, first, then, kept back
  ['flow', 10, 8, 'few_added'],
  ['flow', 10, 12, 'few_added'],
  ['flow', 10, 15, null],
  ['level', 12, 14, null],
] as const)('a %s of %i, then %i, tells no few added: %s', (kind, first, then, because) => {
  const of = flow({ kind, suppressSmallCounts: true });
  const file = (value: number, when: 1 | 2) =>
    kind === 'flow'
      ? toDate(value, quarter(when))
      : filed(number(value), { quarter: quarter(when) });
  const shown = publicly(judged(of, [file(first, 1), file(then, 2)], { at: quarter(2) }));
  expect(shown.withheld?.figure).toBe(because);
});

test('no private answer has a verdict withheld', () => {
  expect(POSITIONS).toContain('withheld');
  expect(
    judged(children({ target: atMost(3), polarity: 'lower' }), [filed(number(3))]).position,
  ).toBe('on_track');
});
