import type { Temporal } from 'temporal-polyfill';
import { dayIn, opensOn, printDay, type Quarter } from '../domain/calendar/calendar.ts';
import { type Measure, measuresOf, type Project } from '../domain/measure.ts';
import { openingOf } from '../domain/obligations.ts';
import { closest } from '../domain/reading/references.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Standing, standingsOf } from './assess.ts';
import type { Refusal } from './faults.ts';
import { may } from './policy.ts';
import type { Clock, Person, Store, StoredProgramme } from './ports.ts';
import { chooseQuarter } from './reporting-quarter.ts';
import type { StatusRequest } from './status-request.ts';

export interface StatusAnswer {
  readonly stored: StoredProgramme;
  readonly quarter: Quarter;
  readonly today: Temporal.PlainDate;
  readonly scope: StatusRequest['scope'];
  /** In catalogue order; one for a single measure, several for an outcome with parts. */
  readonly standings: readonly Standing[];
}

/** Who asks, and whether for themselves or to put the answer before a channel. */
export interface Asking {
  readonly person: Person;
  readonly action: 'ask' | 'share';
}

/**
 * Answers "how does it stand?" for a measure, an outcome with parts, a project or the whole programme.
 * Nobody asks where the question comes from the server's own terminal. Whoever may not ask learns
 * nothing of what there is, and so not which references exist.
 */
export const queryStatus = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  request: StatusRequest,
  asking: Asking | null = null,
): Result<StatusAnswer, Refusal> => {
  const { scope } = request;
  const answers = ({ programme }: StoredProgramme): boolean =>
    asking === null || may(asking.action, programme, asking.person);
  const programmes = store.programmes();
  const [first] = programmes;
  if (asking !== null && first !== undefined && !programmes.some(answers)) {
    return refused(notAnswered(first, asking.person));
  }
  if (scope.kind === 'unreadable') return refused(unknownMeasure(store, scope.asked));
  const today = dayIn(clock.now());
  const chosen = chooseQuarter(
    store,
    today,
    request.quarter,
    (stored) => answers(stored) && isAbout(stored, scope),
  );
  if (!chosen.ok) return chosen;
  const { stored, quarter } = chosen.value;
  if (asking !== null && !answers(stored)) return refused(notAnswered(stored, asking.person));
  if (openingOf(quarter, today).kind === 'not_yet') {
    return refused({ kind: 'quarter_not_open', quarter, opens: printDay(opensOn(quarter)) });
  }
  if (!isAbout(stored, scope)) return refused(notFound(store, scope));
  return ok({
    stored,
    quarter,
    today,
    scope,
    standings: standingsFor(store, { stored, quarter, today }, scope),
  });
};

/** Why somebody is not answered. Until Slack has said who they are, that is not known either. */
export const notAnswered = ({ programme }: StoredProgramme, { account }: Person): Refusal =>
  account === undefined
    ? { kind: 'account_unknown' }
    : { kind: 'not_answered', body: programme.body };

type Scope = StatusRequest['scope'];

/** The measures a reference names: itself, or every part of it (`4.2` names 4.2a to 4.2e). */
const measuresNamed = (stored: StoredProgramme, ref: string): readonly Measure[] => {
  const measures = measuresOf(stored.programme);
  const exact = measures.filter((measure) => measure.ref === ref);
  return exact.length > 0 ? exact : measures.filter((measure) => measure.partOf?.ref === ref);
};

const projectOf = (stored: StoredProgramme, number: number): Project | undefined =>
  stored.programme.projects.find((project) => project.number === number);

const isAbout = (stored: StoredProgramme, scope: Scope): boolean => {
  switch (scope.kind) {
    case 'programme':
      return true;
    case 'project':
      return projectOf(stored, scope.number) !== undefined;
    case 'measure':
      return measuresNamed(stored, scope.ref).length > 0;
    case 'unreadable':
      return false;
  }
};

const standingsFor = (
  store: Store,
  { stored, quarter, today }: Pick<StatusAnswer, 'stored' | 'quarter' | 'today'>,
  scope: Scope,
): readonly Standing[] => {
  const standings = standingsOf(store, stored, quarter, today);
  switch (scope.kind) {
    case 'programme':
      return standings;
    case 'project':
      return standings.filter(({ project }) => project.number === scope.number);
    case 'measure': {
      const named = measuresNamed(stored, scope.ref).map(({ ref }) => ref);
      return standings.filter(({ assessment }) => named.includes(assessment.measure.ref));
    }
    case 'unreadable':
      return [];
  }
};

const notFound = (store: Store, scope: Scope): Refusal => {
  if (scope.kind !== 'project') {
    return unknownMeasure(store, scope.kind === 'measure' ? scope.ref : '');
  }
  const asked = String(scope.number);
  // "24" is more likely 2.4 without its point than a project that does not exist.
  const pointless = refsIn(store).filter((ref) => ref.replace('.', '') === asked);
  return pointless.length > 0
    ? { kind: 'unknown_measure', asked, didYouMean: pointless }
    : { kind: 'unknown_project', projectNumber: scope.number };
};

const unknownMeasure = (store: Store, asked: string): Refusal => ({
  kind: 'unknown_measure',
  asked,
  didYouMean: closest(asked, refsIn(store)),
});

const refsIn = (store: Store): readonly string[] => [
  ...new Set(
    store.programmes().flatMap(({ programme }) => measuresOf(programme).map(({ ref }) => ref)),
  ),
];
