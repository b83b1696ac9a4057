import type { Temporal } from 'temporal-polyfill';
import { compareQuarters, type Quarter, sameQuarter } from '../domain/calendar/calendar.ts';
import type { FiledFigure } from '../domain/figure.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import type { Measure, Project } from '../domain/measure.ts';
import { measuresOf } from '../domain/measure.ts';
import { personBehind } from './answerers.ts';
import { compareProgrammes, type WordChange } from './compare-programmes.ts';
import { figuresFor } from './earlier-figures.ts';
import { rolesIn } from './policy.ts';
import type { Actor, PastFiling, Person, Store, StoredProgramme } from './ports.ts';
import type { Purge } from './purge-record.ts';
import type { ReviewEntry } from './submission-record.ts';

/** One thing that happened to a measure. */
export type HistoryEvent = {
  readonly at: Temporal.Instant;
  readonly by: Actor;
} & (
  | {
      readonly kind: 'figure';
      readonly quarter: Quarter;
      readonly filing: PastFiling;
      readonly before: FiledFigure | null;
      readonly after: FiledFigure;
      /** How it was judged with what stood before and after it; null where nothing stood before. */
      readonly judgedBefore: Assessment | null;
      readonly judgedAfter: Assessment;
    }
  | {
      readonly kind: 'definition';
      /** Empty for the catalogue that brought the measure in. */
      readonly changes: readonly WordChange[];
    }
  | { readonly kind: 'review'; readonly quarter: Quarter; readonly entry: ReviewEntry }
  /** A text was taken out of the record. */
  | { readonly kind: 'purge'; readonly act: Purge; readonly places: Purge['places'] }
);

export interface MeasureHistory {
  readonly stored: StoredProgramme;
  readonly project: Project;
  readonly measure: Measure;
  /** The newest first. */
  readonly events: readonly HistoryEvent[];
  /** Whether this reader may read what was said between agency and coordinator; why a figure changed is for everybody. */
  readonly readsWords: boolean;
}

/** Everything on record about one measure in the quarters asked about, as this person may read it. */
export const historyOf = (
  { store, today }: { readonly store: Store; readonly today: Temporal.PlainDate },
  stored: StoredProgramme,
  about: { readonly ref: string; readonly quarters: readonly Quarter[]; readonly person: Person },
): MeasureHistory | null => {
  const { programme } = stored;
  const project = programme.projects.find(({ measures }) =>
    measures.some(({ ref }) => ref === about.ref),
  );
  const measure = project?.measures.find(({ ref }) => ref === about.ref);
  if (project === undefined || measure === undefined) return null;
  const handovers = store.handovers(stored.id);
  const roles = rolesIn({ programme, project, handovers }, about.person, today);
  const events = [
    ...about.quarters.flatMap((quarter) => [
      ...figureEvents(store, stored, { project, measure, quarter }),
      ...reviewEvents(store, stored, { project, measure, quarter }),
    ]),
    ...definitionEvents(store, stored.id, measure.ref),
    ...purgeEvents(store, stored.id, { project, measure, quarters: about.quarters }),
  ];
  return {
    stored,
    project,
    measure,
    // What happened at one moment stands in the order it was recorded.
    events: events
      .map((event, index) => ({ event, index }))
      .sort((a, b) => compareInstants(b.event.at, a.event.at) || b.index - a.index)
      .map(({ event }) => ({ ...event, by: withName(store, event.by) })),
    readsWords: roles.some((role) => role !== 'other'),
  };
};

/** A file names who filed by their address; the reader knows them by their name. */
const withName = (store: Store, by: Actor): Actor =>
  by.kind === 'operator' ? by : { ...by, name: by.name ?? personBehind(store, by.key).name };

const compareInstants = (a: Temporal.Instant, b: Temporal.Instant): number =>
  Number(a.epochNanoseconds - b.epochNanoseconds);

interface OfQuarter {
  readonly project: Project;
  readonly measure: Measure;
  readonly quarter: Quarter;
}

/** Every revision of the figure, each judged with the other quarters' figures as they are now. */
const figureEvents = (
  store: Store,
  stored: StoredProgramme,
  { project, measure, quarter }: OfQuarter,
): readonly HistoryEvent[] => {
  const others = (figuresFor(store, stored, quarter).get(measure.ref) ?? []).filter(
    (figure) => !sameQuarter(figure.quarter, quarter),
  );
  const judged = (figure: FiledFigure): Assessment =>
    judge({
      measure,
      quarter,
      figures: [...others, figure].sort((a, b) => compareQuarters(a.quarter, b.quarter)),
      programmeTolerance: stored.programme.tolerance,
    });
  const revisions = store
    .filings(stored.id, project.number, quarter)
    .flatMap((filing) =>
      filing.figures.filter(({ ref }) => ref === measure.ref).map((figure) => ({ filing, figure })),
    );
  return revisions.map(({ filing, figure }, index) => {
    const before = revisions[index - 1]?.figure ?? null;
    return {
      kind: 'figure',
      at: filing.filedAt,
      by: filing.filedBy,
      quarter,
      filing,
      before,
      after: figure,
      judgedBefore: before === null ? null : judged(before),
      judgedAfter: judged(figure),
    };
  });
};

const reviewEvents = (
  store: Store,
  stored: StoredProgramme,
  { project, measure, quarter }: OfQuarter,
): readonly HistoryEvent[] =>
  store
    .reviews(stored.id, project.number, quarter)
    .filter(({ ref }) => ref === null || ref === measure.ref)
    .map((entry) => ({ kind: 'review', at: entry.at, by: entry.by, quarter, entry }));

/** Each text about this measure, or about all of its returns, that was taken out. */
const purgeEvents = (
  store: Store,
  programmeId: number,
  {
    project,
    measure,
    quarters,
  }: Omit<OfQuarter, 'quarter'> & { readonly quarters: readonly Quarter[] },
): readonly HistoryEvent[] =>
  store.purges(programmeId).flatMap((act): HistoryEvent[] => {
    const places = act.places.filter(
      ({ of, ref }) =>
        of !== null &&
        of.projectNumber === project.number &&
        quarters.some((quarter) => sameQuarter(quarter, of.quarter)) &&
        (ref === null || ref === measure.ref),
    );
    return places.length === 0 ? [] : [{ kind: 'purge', at: act.at, by: act.by, act, places }];
  });

/** Each catalogue that said something else of this measure than the one before it. */
const definitionEvents = (
  store: Store,
  programmeId: number,
  ref: string,
): readonly HistoryEvent[] => {
  const revisions = store.catalogueRevisions(programmeId);
  return revisions.flatMap(({ programme, savedAt: at, savedBy: by }, index): HistoryEvent[] => {
    const previous = revisions[index - 1]?.programme ?? null;
    const isHere = measuresOf(programme).some((measure) => measure.ref === ref);
    const wasHere = previous !== null && measuresOf(previous).some((each) => each.ref === ref);
    if (!isHere) return [];
    if (previous === null || !wasHere) return [{ kind: 'definition', at, by, changes: [] }];
    const changes = compareProgrammes(previous, programme).measures.flatMap((change) =>
      change.kind === 'changed' && change.key === ref ? change.words : [],
    );
    return changes.length === 0 ? [] : [{ kind: 'definition', at, by, changes }];
  });
};
