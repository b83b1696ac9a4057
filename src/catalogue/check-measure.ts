import { printYear } from '../domain/calendar/calendar.ts';
import { type Decimal, printDecimal } from '../domain/decimal.ts';
import { isRelative, targetOf } from '../domain/judging/needed.ts';
import { isPercentage, type Measure } from '../domain/measure.ts';
import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';

/** What is impossible in a definition. What is only doubtful is left to the lint, which asks. */
export const checkMeasure = (faults: FaultList, measure: Measure, path: Path): void => {
  checkTarget(faults, measure, [...path, 'target']);
  for (const [index, target] of measure.revisedTargets.entries()) {
    checkTarget(faults, { ...measure, target }, [...path, 'revised', index, 'target']);
  }
  checkProfile(faults, measure, [...path, 'profile']);
  checkBaseline(faults, measure, [...path, 'baseline', 'value']);
  checkScheme(faults, measure, [...path, 'scheme']);
};

const checkTarget = (faults: FaultList, measure: Measure, path: Path): void => {
  checkTargetKind(faults, measure, path);
  checkRelativeTarget(faults, measure, path);
  checkMilestones(faults, measure, path);
  checkTargetPercentages(faults, measure, path);
  checkReach(faults, measure, path);
};

/** A strict bound at the end of what can be counted, which no figure could better. */
const checkReach = (faults: FaultList, { target, unit, kind }: Measure, path: Path): void => {
  const { rule } = target;
  if (rule.kind === 'above' && isPercentage(unit) && rule.value.gte(100)) {
    faults.addFound(path, 'no percentage is above 100: is "at least: 100" meant?');
  }
  if (rule.kind === 'below' && (isPercentage(unit) || kind === 'flow') && rule.value.lte(0)) {
    faults.addFound(path, 'nothing that is counted is below 0: is "at most: 0" meant?');
  }
};

const WORDS = {
  at_least: 'at least',
  at_most: 'at most',
  above: 'above',
  below: 'below',
  between: 'between',
} as const;

const BY_POLARITY = {
  higher: ['at_least', 'above'],
  lower: ['at_most', 'below'],
  range: ['between'],
} as const;

const checkTargetKind = (faults: FaultList, { polarity, target }: Measure, path: Path): void => {
  const { kind } = target.rule;
  if (kind === 'none') return;
  const fitting: readonly string[] = BY_POLARITY[polarity];
  const relative = kind === 'change' || kind === 'points' || kind === 'maintain';
  if (relative ? polarity !== 'range' : fitting.includes(kind)) return;
  const expected = BY_POLARITY[polarity].map((name) => `"${WORDS[name]}"`).join(' or ');
  const found = relative ? kind : WORDS[kind];
  faults.add(path, `a measure with polarity ${polarity} has a target ${expected}, not "${found}".`);
};

const checkRelativeTarget = (faults: FaultList, measure: Measure, path: Path): void => {
  const { rule } = measure.target;
  const { baseline } = measure;
  if (rule.kind !== 'change' && rule.kind !== 'points' && rule.kind !== 'maintain') return;
  if (baseline.kind === 'not_applicable') {
    faults.add(path, `"${rule.kind}" is measured from the baseline, and this measure has none.`);
  }
  if (rule.kind === 'change' && baseline.kind === 'known' && baseline.value.eq(0)) {
    faults.add(
      path,
      'a percentage change from a baseline of 0 is always 0: give the target as a number.',
    );
  }
};

const checkMilestones = (faults: FaultList, measure: Measure, path: Path): void => {
  const { target, baseline, unit } = measure;
  if (target.path.kind === 'straight_line' && baseline.kind === 'not_applicable') {
    const message = 'a straight line starts at the baseline, and this measure has none.';
    faults.addAtKey([...path, 'straight line'], message);
  }
  if (target.path.kind !== 'milestones') return;
  const inner = [...path, 'milestones'];
  const { levels } = target.path;
  const last = levels.at(-1);
  const end = endOf(measure);
  if (last !== undefined && end !== null && end !== 'unknown' && !last.value.eq(end)) {
    const found = printDecimal(last.value, 15);
    faults.addAtKey(
      inner,
      `the last milestone must be the target, ${printDecimal(end, 15)}, not ${found}.`,
    );
  }
  if (!isPercentage(unit)) return;
  for (const { year, value } of levels)
    checkPercentage(faults.add, value, [...inner, printYear(year)]);
};

/** A scheme of its own cannot be meant where there is nothing to improve on, or no better way. */
const checkScheme = (faults: FaultList, measure: Measure, path: Path): void => {
  const { tolerance, baseline, polarity } = measure;
  if (tolerance?.of !== 'improvement') return;
  if (baseline.kind === 'not_applicable') {
    faults.addAtKey(
      path,
      'an improvement is measured from the baseline, and this measure has none.',
    );
  }
  if (polarity === 'range') {
    faults.addAtKey(
      path,
      'neither way is better for a range, so there is no improvement to share.',
    );
  }
};

const checkProfile = (faults: FaultList, measure: Measure, path: Path): void => {
  const { profile } = measure;
  if (profile === null) {
    if (measure.kind === 'flow' && isPercentage(measure.unit)) {
      faults.addAtKey(
        [...path.slice(0, -1), 'kind'],
        'percentages of different quarters do not add up: this is a level, or it needs a profile.',
      );
    }
    return;
  }
  if (measure.kind !== 'flow') {
    faults.addAtKey(
      path,
      `only a flow measure builds up over the year; a ${measure.kind} measure has no profile.`,
    );
    return;
  }
  const [first, second, third, last] = profile;
  if (first.lt(0) || second.lt(first) || third.lt(second) || last.lt(third)) {
    faults.addFound(path, 'a profile is cumulative: each quarter must be at least the one before.');
  }
  const { path: years } = measure.target;
  if (years.kind === 'milestones') {
    if (years.levels.some(({ value }) => value.eq(last))) return;
    const levels = years.levels.map(({ value }) => printDecimal(value, 15)).join(', ');
    faults.addFound(
      path,
      `the profile must end at a milestone (${levels}), not ${printDecimal(last, 15)}.`,
    );
    return;
  }
  const end = endOf(measure);
  if (end === null) {
    faults.add(path, 'a profile leads to one target value, and this measure has none.');
  }
  if (end !== null && end !== 'unknown' && !last.eq(end)) {
    const found = printDecimal(last, 15);
    faults.addFound(
      path,
      `the profile must end at the target, ${printDecimal(end, 15)}, not ${found}.`,
    );
  }
};

/** The value a whole year must reach; `unknown` until the baseline is established, null where there is none. */
const endOf = (measure: Measure): Decimal | 'unknown' | null => {
  const target = targetOf(measure);
  if (target === null) return isRelative(measure) ? 'unknown' : null;
  return target.kind === 'between' ? null : target.value;
};

const checkTargetPercentages = (faults: FaultList, measure: Measure, path: Path): void => {
  if (!isPercentage(measure.unit)) return;
  const { rule } = measure.target;
  const values =
    'value' in rule ? [rule.value] : rule.kind === 'between' ? [rule.low, rule.high] : [];
  for (const value of values) checkPercentage(faults.addFound, value, path);
};

const checkBaseline = (faults: FaultList, { baseline, unit }: Measure, path: Path): void => {
  if (baseline.kind === 'known' && isPercentage(unit))
    checkPercentage(faults.add, baseline.value, path);
};

/** A share of cases lies between 0% and 100%. */
export const checkPercentage = (add: FaultList['add'], value: Decimal, path: Path): void => {
  if (value.gte(0) && value.lte(100)) return;
  add(path, `a percentage lies between 0 and 100, but found ${printDecimal(value, 15)}.`);
};
