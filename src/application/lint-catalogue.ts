import { dayIn } from '../domain/calendar/calendar.ts';
import type { CatalogueDocument } from '../domain/catalogue-document.ts';
import type { FiledFigure } from '../domain/figure.ts';
import type { Finding } from '../domain/lint/finding.ts';
import { lintProgramme } from '../domain/lint/lint-programme.ts';
import type { Programme } from '../domain/measure.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { figuresFor } from './earlier-figures.ts';
import type { Refusal } from './faults.ts';
import type { Clock, Store, StoredProgramme } from './ports.ts';
import { chooseQuarter } from './reporting-quarter.ts';

/** One programme and what should be asked about it, in catalogue order. */
export interface LintReport {
  readonly programme: Programme;
  readonly findings: readonly Finding[];
}

/** Lints a catalogue file with the submissions in it; the record is not looked at. */
export const lintDocument = ({ programme, submissions }: CatalogueDocument): LintReport => {
  const figures = new Map<string, FiledFigure[]>();
  for (const { quarter, figures: filed } of submissions) {
    for (const { ref, figure } of filed) {
      const entry = { ...figure, ref, quarter, revision: 1, late: false };
      figures.set(ref, [...(figures.get(ref) ?? []), entry]);
    }
  }
  return { programme, findings: lintProgramme({ programme, figures }) };
};

/** Lints every loaded programme of the year that is being reported on. */
export const lintRecord = ({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): Result<readonly LintReport[], Refusal> => {
  const chosen = chooseQuarter(store, dayIn(clock.now()), null, () => true);
  if (!chosen.ok) return refused(chosen.fault);
  const { year } = chosen.value.stored.programme;
  const ofYear = store.programmes().filter(({ programme }) => programme.year === year);
  return ok(ofYear.map((stored) => lintStored(store, stored)));
};

const lintStored = (store: Store, stored: StoredProgramme): LintReport => {
  const { programme } = stored;
  const figures = figuresFor(store, stored, { year: programme.year, number: 4 });
  return { programme, findings: lintProgramme({ programme, figures }) };
};
