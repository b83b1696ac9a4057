import { decimal, printDecimal } from '../domain/decimal.ts';
import type { Answer, Basis } from '../domain/figure.ts';
import { isPercentage, type Measure } from '../domain/measure.ts';
import { checkPercentage } from './check-measure.ts';
import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';
import type { FigureWords } from './shapes.ts';

interface Where {
  readonly measure: Measure;
  readonly path: Path;
}

/** A number, or exactly one reason why there is none. Null where the words do not add up to one. */
export const readAnswer = (faults: FaultList, words: FigureWords, where: Where): Answer | null => {
  const { path } = where;
  const numeric = (['value', 'numerator', 'denominator'] as const).filter(
    (key) => words[key] !== undefined,
  );
  if (words.nothing === undefined) {
    if (words.expected !== undefined) {
      faults.addAtKey([...path, 'expected'], 'this goes with "nothing: not available" only.');
    }
    return numeric.length === 0 ? unanswered(faults, path) : readNumber(faults, words, where);
  }
  for (const key of numeric) {
    const message = `give a ${key} or "nothing: ${words.nothing}", not both.`;
    faults.addAtKey([...path, key], message);
  }
  if (words.basis !== undefined) {
    faults.addAtKey([...path, 'basis'], 'there is no figure here for a basis to describe.');
  }
  return numeric.length === 0 ? readNothing(faults, words, path) : null;
};

const unanswered = (faults: FaultList, path: Path): null => {
  faults.add(
    path,
    'expected a value, a numerator with its denominator, or "nothing" with the reason (no cases, not started, not available or not due).',
  );
  return null;
};

const readNothing = (faults: FaultList, words: FigureWords, path: Path): Answer => {
  if (words.expected !== undefined && words.nothing !== 'not available') {
    faults.addAtKey([...path, 'expected'], 'this goes with "nothing: not available" only.');
  }
  switch (words.nothing) {
    case 'no cases':
      return { kind: 'no_cases' };
    case 'not started':
      return { kind: 'not_started' };
    case 'not due':
      return { kind: 'not_due' };
    case 'not available':
    case undefined:
      return { kind: 'not_available', expected: words.expected ?? null };
  }
};

type Numeric = Extract<Answer, { kind: 'number' }>;

const readNumber = (faults: FaultList, words: FigureWords, where: Where): Answer | null => {
  const { measure, path } = where;
  const basis = readBasis(faults, words, where);
  const share = readShare(faults, words, where);
  if (share === 'faulty') return null;
  const value =
    share === null ? words.value : decimal(100).times(share.numerator).div(share.denominator);
  if (value === undefined) return null;
  if (share !== null && words.value !== undefined && !value.round(1).eq(words.value.round(1))) {
    const computed = `${printDecimal(share.numerator)} of ${printDecimal(share.denominator)} is ${printDecimal(value)}%`;
    faults.add([...path, 'value'], `${computed}, not ${printDecimal(words.value)}%.`);
  }
  if (isPercentage(measure.unit)) checkPercentage(faults.add, value, [...path, 'value']);
  if (measure.kind === 'flow' && value.lt(0)) {
    faults.add([...path, 'value'], 'a flow figure counts something, so it cannot be negative.');
  }
  return { kind: 'number', value, share, basis };
};

const BASES: Readonly<Record<NonNullable<FigureWords['basis']>, Basis>> = {
  'this quarter': 'this_quarter',
  'year to date': 'year_to_date',
};

const readBasis = (faults: FaultList, words: FigureWords, where: Where): Basis | null => {
  const { measure, path } = where;
  if (measure.kind === 'flow' && words.basis === undefined) {
    faults.add(
      path,
      `${measure.ref} adds up over the year, so the file must say what this figure covers: "basis: this quarter" or "basis: year to date".`,
    );
  }
  if (measure.kind !== 'flow' && words.basis !== undefined) {
    const message = `${measure.ref} is a ${measure.kind} measure: each figure stands alone and has no basis.`;
    faults.addAtKey([...path, 'basis'], message);
  }
  return words.basis === undefined ? null : BASES[words.basis];
};

const readShare = (
  faults: FaultList,
  { numerator, denominator }: FigureWords,
  { measure, path }: Where,
): Numeric['share'] | 'faulty' => {
  if (numerator === undefined && denominator === undefined) return null;
  const fault = (key: string, message: string): 'faulty' => {
    faults.add([...path, key], message);
    return 'faulty';
  };
  if (numerator === undefined) return fault('denominator', 'a denominator needs its numerator.');
  if (denominator === undefined) return fault('numerator', 'a numerator needs its denominator.');
  if (!isPercentage(measure.unit)) {
    return fault(
      'numerator',
      `${measure.ref} is counted in ${measure.unit}, not in %: give a value.`,
    );
  }
  if (numerator.lt(0)) return fault('numerator', 'a number of cases cannot be negative.');
  if (denominator.eq(0)) return fault('denominator', 'with no cases, write "nothing: no cases".');
  if (numerator.gt(denominator)) {
    const found = `${printDecimal(numerator)} of ${printDecimal(denominator)}`;
    return fault('numerator', `more cases were counted than there were: ${found}.`);
  }
  return { numerator, denominator };
};
