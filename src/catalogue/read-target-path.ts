import { printYear } from '../domain/calendar/calendar.ts';
import type { Milestone, TargetPath, TargetRule } from '../domain/measure.ts';
import type { FaultList } from './fault-list.ts';
import { financialYear } from './fields.ts';
import type { Path } from './path.ts';
import { MOST_YEARS, milestonesShape, type TargetWords } from './shapes.ts';

/** Over how many years a target runs, and what is needed in each of them. */
export interface Span {
  readonly years: number;
  readonly path: TargetPath;
}

/** Null where the words do not fit together; every fault is named. */
export const readSpan = (
  faults: FaultList,
  words: TargetWords,
  rule: TargetRule,
  path: Path,
): Span | null => {
  const { years = 1, from, milestones, 'straight line': line } = words;
  if (milestones === undefined && line === undefined) {
    return { years, path: { kind: 'whole', from: from ?? null } };
  }
  const key = milestones === undefined ? 'straight line' : 'milestones';
  const fault = (message: string): null => {
    faults.addAtKey([...path, key], message);
    return null;
  };
  if (milestones !== undefined && line !== undefined) {
    return fault('a target has milestones or a straight line, not both.');
  }
  if (rule.kind === 'between' || rule.kind === 'maintain' || rule.kind === 'none') {
    return fault(`a target "${rule.kind}" has no level to be reached step by step.`);
  }
  if (milestones !== undefined) return readMilestones(faults, words, [...path, 'milestones']);
  if (from === undefined) {
    return fault('a straight line needs the year of its first step, such as "from: 2015/16".');
  }
  return years > 1
    ? { years, path: { kind: 'straight_line', from } }
    : fault('a straight line needs the number of years it takes, such as "years: 3".');
};

const readMilestones = (faults: FaultList, words: TargetWords, path: Path): Span | null => {
  const given = faults.read(milestonesShape, words.milestones, path);
  if (given === null) return null;
  const levels = Object.entries(given)
    .flatMap(([name, value]): readonly Milestone[] => {
      const year = faults.read(financialYear, name, [...path, name]);
      return year === null ? [] : [{ year, value }];
    })
    .sort((a, b) => a.year - b.year);
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined) {
    faults.add(path, 'expected a level for at least one year, such as { 2015/16: 6.5 }.');
    return null;
  }
  if (words.from !== undefined && words.from > first.year) {
    faults.addAtKey(path, `a milestone is set before ${printYear(words.from)}, the first year.`);
    return null;
  }
  const span = last.year - (words.from ?? first.year) + 1;
  if (span > MOST_YEARS || (words.years !== undefined && words.years !== span)) {
    const expected = words.years === undefined ? `${MOST_YEARS} at most` : `${words.years}`;
    faults.addAtKey(path, `the milestones run over ${span} years, not ${expected}.`);
    return null;
  }
  return { years: span, path: { kind: 'milestones', levels } };
};
