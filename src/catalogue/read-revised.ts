import { compareQuarters, printQuarter } from '../domain/calendar/calendar.ts';
import type { MeasureTarget, TargetRevision } from '../domain/measure.ts';
import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';
import { readTarget } from './read-target.ts';
import { listOf, revisedShape } from './shapes.ts';

/** The targets that took the plan's place within the year, each from its quarter on, oldest first. */
export const readRevised = (
  faults: FaultList,
  value: unknown,
  path: Path,
): readonly MeasureTarget[] | null => {
  const list = faults.read(listOf('revised targets'), value, path);
  if (list === null) return null;
  const read = list.flatMap((entry, index) => readOne(faults, entry, [...path, index]) ?? []);
  for (const [index, { revision }] of read.entries()) {
    const before = read[index - 1]?.revision;
    if (before !== undefined && compareQuarters(before.from, revision.from) >= 0) {
      faults.add(
        [...path, index, 'from'],
        `revised targets stand in the order of their quarters: ${printQuarter(revision.from)} does not come after ${printQuarter(before.from)}.`,
      );
    }
  }
  return read.length === list.length ? read : null;
};

const readOne = (
  faults: FaultList,
  value: unknown,
  path: Path,
): (MeasureTarget & { readonly revision: TargetRevision }) | null => {
  const words = faults.read(revisedShape, value, path);
  if (words === null) return null;
  const target = readTarget(faults, words.target, [...path, 'target']);
  const { from, reason, by = null } = words;
  return target && { ...target, revision: { from, reason, by } };
};
