import { compareQuarters, type Quarter } from '../../../src/domain/calendar/calendar.ts';
import { questionsOn } from '../../../src/domain/checking/check-figure.ts';
import type { Question, QuestionCode } from '../../../src/domain/checking/question.ts';
import { decimal } from '../../../src/domain/decimal.ts';
import type { FiledFigure } from '../../../src/domain/figure.ts';
import type { Measure } from '../../../src/domain/measure.ts';
import {
  atMost,
  bands,
  filed,
  flow,
  judged,
  known,
  measure,
  number,
  target,
} from '../judge-fixtures.ts';

/** Offences per person per year, 5% fewer than 1.8 wanted: the real 2.5. */
export const offending = (extra: Partial<Measure> = {}): Measure =>
  measure({
    ref: '2.5',
    title: 'A reduction in the re-offending rate of the cohort in treatment',
    unit: 'offences per person per year',
    polarity: 'lower',
    baseline: known('1.8', '2014/15'),
    target: target({ kind: 'change', percent: decimal(-5) }),
    ...extra,
  });

/** At most 293 first time entrants per 100,000 a year: the real 1.1. */
export const entrants = (extra: Partial<Measure> = {}): Measure =>
  flow({
    ref: '1.1',
    title: 'Reduction in first time entrants',
    unit: 'per 100,000 young people',
    polarity: 'lower',
    target: atMost(293),
    ...extra,
  });

const quarterAt = (index: number): Quarter => ({
  year: 2014 + Math.floor(index / 4),
  number: ((index % 4) + 1) as Quarter['number'],
});

/** Figures of as many quarters, the last of them Q4 2014/15: what came before Q1 2015/16. */
export const yearBefore = (...values: readonly (number | string)[]): readonly FiledFigure[] =>
  values.map((value, index) =>
    filed(number(value), { quarter: quarterAt(4 - values.length + index) }),
  );

/** What is asked about the last of these figures, given the others. */
export const askedOn = (of: Measure, ...figures: readonly FiledFigure[]): readonly Question[] => {
  const [now] = [...figures].sort((a, b) => compareQuarters(b.quarter, a.quarter));
  if (now === undefined) throw new Error('There is no figure to ask about.');
  const assessment = judged(of, figures, { at: now.quarter, tolerance: bands(0, 10) });
  const earlier = figures.filter((figure) => compareQuarters(figure.quarter, now.quarter) < 0);
  return questionsOn(assessment, earlier);
};

export const codesOf = (questions: readonly Question[]): readonly QuestionCode[] =>
  questions.map(({ code }) => code);

/** The whole question as a lead reads it. */
export const wordsOf = (questions: readonly Question[]): string =>
  questions.map(({ found, ask }) => `${found} ${ask}`).join('\n');
