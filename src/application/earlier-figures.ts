import { compareQuarters, type Quarter } from '../domain/calendar/calendar.ts';
import type { FiledFigure } from '../domain/figure.ts';
import { type Measure, measuresOf } from '../domain/measure.ts';
import type { Store, StoredProgramme } from './ports.ts';

/**
 * How far back a judgement looks: to the first quarter of the year before, for the same quarter last
 * year and for this year's earlier quarters.
 */
export const firstQuarterNeeded = (quarter: Quarter): Quarter => ({
  year: quarter.year - 1,
  number: 1,
});

/**
 * The figures a judgement of this quarter needs, by reference. A programme is a new one each year, so
 * last year's figures come from its predecessor where the catalogue of this year does not give them,
 * as far as a measure is still counted as it was.
 */
export const figuresFor = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
): ReadonlyMap<string, readonly FiledFigure[]> => {
  const first = firstQuarterNeeded(quarter);
  const figures = store.allFigures(stored.id, first, quarter);
  const predecessor = predecessorOf(store, stored);
  if (predecessor === null) return figures;
  const before = store.allFigures(predecessor.id, first, quarter);
  const old = new Map(measuresOf(predecessor.programme).map((measure) => [measure.ref, measure]));
  return new Map(
    measuresOf(stored.programme).map((measure) => {
      const own = figures.get(measure.ref) ?? [];
      const was = old.get(measure.ref);
      return was !== undefined && isCountedAlike(was, measure)
        ? [measure.ref, [...missingIn(own, before.get(measure.ref) ?? []), ...own]]
        : [measure.ref, own];
    }),
  );
};

/** The same programme's catalogue of the year before; null where none was imported. */
const predecessorOf = (store: Store, { programme }: StoredProgramme): StoredProgramme | null =>
  store
    .programmes()
    .find(
      (candidate) =>
        candidate.programme.year === programme.year - 1 &&
        withoutYear(candidate.programme.title) === withoutYear(programme.title),
    ) ?? null;

/** `Community safety 2015/16` and `Community safety 2016/17` are two years of one programme. */
const withoutYear = (title: string): string =>
  title
    .replace(/\b20\d\d\s?[/–-]\s?(?:20)?\d\d\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A reference may be given to another measure in a new year; then nothing carries over. */
const isCountedAlike = (was: Measure, is: Measure): boolean =>
  was.unit === is.unit && was.kind === is.kind && was.polarity === is.polarity;

const missingIn = (
  own: readonly FiledFigure[],
  before: readonly FiledFigure[],
): readonly FiledFigure[] =>
  before.filter(({ quarter }) => !own.some((each) => compareQuarters(each.quarter, quarter) === 0));
