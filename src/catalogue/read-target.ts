import type { MeasureTarget, TargetRule } from '../domain/measure.ts';
import { didYouMean } from './did-you-mean.ts';
import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';
import { readSpan } from './read-target-path.ts';
import { type TargetWords, targetShape } from './shapes.ts';

const KINDS_OF_TARGET = [
  'at least',
  'at most',
  'above',
  'below',
  'between',
  'change',
  'points',
  'maintain',
  'none',
] as const;

const EXPECTED = `expected one of ${KINDS_OF_TARGET.slice(0, -1).join(', ')} or none`;

const NO_TARGET: MeasureTarget = {
  rule: { kind: 'none' },
  text: null,
  years: 1,
  path: { kind: 'whole', from: null },
  revision: null,
};

/** What must be reached, one rule only, beside the plan's own words. */
export const readTarget = (faults: FaultList, value: unknown, path: Path): MeasureTarget | null => {
  if (value === 'none') return NO_TARGET;
  if (typeof value === 'string') {
    faults.add(path, `${EXPECTED}, such as { at least: 41 }.${didYouMean(value, KINDS_OF_TARGET)}`);
    return null;
  }
  const words = faults.read(targetShape, value, path);
  if (words === null) return null;
  const given = KINDS_OF_TARGET.filter((kind) => words[kind] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? 'found none of them' : `found ${given.join(' and ')}`;
    faults.add(path, `${EXPECTED}, but ${found}.`);
    return null;
  }
  const rule = ruleOf(words);
  if (rule.kind === 'between' && !rule.low.lt(rule.high)) {
    faults.add([...path, 'between'], 'the first number of a range must be below the second.');
    return null;
  }
  const span = readSpan(faults, words, rule, path);
  return span && { rule, text: words.text ?? null, ...span, revision: null };
};

const ruleOf = (words: TargetWords): TargetRule => {
  if (words['at least'] !== undefined) return { kind: 'at_least', value: words['at least'] };
  if (words['at most'] !== undefined) return { kind: 'at_most', value: words['at most'] };
  if (words.above !== undefined) return { kind: 'above', value: words.above };
  if (words.below !== undefined) return { kind: 'below', value: words.below };
  if (words.change !== undefined) return { kind: 'change', percent: words.change };
  if (words.points !== undefined) return { kind: 'points', points: words.points };
  if (words.maintain !== undefined) return { kind: 'maintain' };
  if (words.between === undefined) return { kind: 'none' };
  const [low, high] = words.between;
  return { kind: 'between', low, high };
};
