import type { Temporal } from 'temporal-polyfill';
import {
  compareQuarters,
  previousQuarter,
  printYear,
  type Quarter,
  quarterOf,
} from '../domain/calendar/calendar.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Refusal } from './faults.ts';
import type { Store, StoredProgramme } from './ports.ts';
import type { QuarterRequest } from './status-request.ts';

/**
 * The quarter people mean when they name none: the latest that has ended. Once the programme's year
 * is over it is the last quarter anything was filed for.
 */
export const reportingQuarter = (
  store: Store,
  stored: StoredProgramme,
  today: Temporal.PlainDate,
): Quarter => {
  const year = stored.programme.year;
  const latest = previousQuarter(quarterOf(today));
  if (latest.year === year) return latest;
  if (latest.year < year) return { year, number: 1 };
  return store.latestFiledQuarter(stored.id) ?? { year, number: 4 };
};

export interface Chosen {
  readonly stored: StoredProgramme;
  readonly quarter: Quarter;
}

/**
 * Which programme and quarter a question is about. `knows` says whether a programme can answer it
 * (has the measure asked for), so that two programmes of one year never hide each other's measures.
 */
export const chooseQuarter = (
  store: Store,
  today: Temporal.PlainDate,
  asked: QuarterRequest | null,
  knows: (stored: StoredProgramme) => boolean,
): Result<Chosen, Refusal> => {
  const latest = latestFirst(store.programmes(), quarterOf(today).year);
  const usual = latest.find(knows) ?? latest[0];
  if (usual === undefined) return refused({ kind: 'no_programme' });
  if (asked === null) return ok({ stored: usual, quarter: reportingQuarter(store, usual, today) });
  if (asked.kind === 'unreadable') return refused({ kind: 'unknown_quarter', asked: asked.asked });

  const current = reportingQuarter(store, usual, today);
  const quarter: Quarter =
    asked.kind === 'last'
      ? previousQuarter(current)
      : { number: asked.number, year: asked.year ?? current.year };
  const ofYear = latest.filter((candidate) => candidate.programme.year === quarter.year);
  const stored = ofYear.find(knows) ?? ofYear[0];
  if (stored === undefined) {
    const years = latest.map((candidate) => printYear(candidate.programme.year));
    return refused({ kind: 'no_programme_for_quarter', quarter, years });
  }
  return ok({ stored, quarter });
};

/** Programmes whose year has begun come first, the newest of them before the older ones. */
const latestFirst = (
  programmes: readonly StoredProgramme[],
  currentYear: number,
): readonly StoredProgramme[] =>
  [...programmes].sort((a, b) => {
    const aBegun = a.programme.year <= currentYear;
    const bBegun = b.programme.year <= currentYear;
    if (aBegun !== bBegun) return aBegun ? -1 : 1;
    const yearsApart = compareQuarters(
      { year: b.programme.year, number: 1 },
      { year: a.programme.year, number: 1 },
    );
    return aBegun ? yearsApart : -yearsApart;
  });
