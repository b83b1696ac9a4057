import type { Temporal } from 'temporal-polyfill';
import { dayIn, type Quarter, sameQuarter } from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import type { Project } from '../domain/measure.ts';
import { endedQuarters, measuresDue, openingOf } from '../domain/obligations.ts';
import type { RecordedState, SubmissionRole } from '../domain/submission/life.ts';
import { projectsOf, standingHandover } from './answerers.ts';
import { type Standing, standingsOf } from './assess.ts';
import { type FiguresBehind, figuresBehind } from './figures-behind.ts';
import { openQuarterOf } from './open-quarter.ts';
import { isNamed, isNamedIn, isStanding, may, rolesIn } from './policy.ts';
import type { Clock, Person, Store, StoredProgramme } from './ports.ts';
import { reportingQuarter } from './reporting-quarter.ts';
import type { Correction, Handover } from './submission-record.ts';

/** A return that somebody fills in. */
export interface OwnReturn {
  readonly project: Project;
  readonly quarter: Quarter;
  /** Null while nothing is filed. */
  readonly filed: Exclude<RecordedState, 'draft'> | null;
}

/** One programme on a person's Home: what they owe first, then what is off track. */
export interface HomeProgramme {
  readonly stored: StoredProgramme;
  readonly quarter: Quarter;
  readonly due: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  /** Whether returns can be filed for this quarter today. */
  readonly open: boolean;
  /** Projects this person files for, with where each return stands. */
  readonly mine: readonly OwnReturn[];
  /** Their returns of other quarters that were sent back and wait for them. */
  readonly sentBack: readonly OwnReturn[];
  /** Figures of earlier quarters that are due from them now. */
  readonly behind: readonly FiguresBehind[];
  /** Whether they lead anything here, or stand in for who does, and can hand it over. */
  readonly part: { readonly own: boolean; readonly standsIn: boolean };
  /** What has taken the place of a lead. */
  readonly handedOver: Handover | null;
  /** Whether the person has any named part in the programme. */
  readonly named: boolean;
  readonly notFiled: readonly Project[];
  /** How many returns wait for the coordinator's review, by quarter, the newest first; this one is always there. */
  readonly toReview: ReadonlyArray<{ readonly quarter: Quarter; readonly returns: number }>;
  /** How many corrections wait for the coordinator's decision. */
  readonly corrections: number;
  /** Corrections of returns that this person files, while they wait, the oldest first. */
  readonly askedFor: readonly Correction[];
  readonly offTrack: readonly Standing[];
  readonly marginal: readonly Standing[];
  readonly standings: readonly Standing[];
}

/** What a person's Home shows; empty where nothing was imported yet, or nothing of it is for them. */
export const composeHome = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  person: Person,
): readonly HomeProgramme[] => {
  const today = dayIn(clock.now());
  const shown = store
    .programmes()
    .filter(
      (stored) => may('ask', stored.programme, person) || standsIn(store, stored, person, today),
    );
  return shown.map((stored) => {
    const quarter = reportingQuarter(store, stored, today);
    const { programme } = stored;
    const handovers = store.handovers(stored.id);
    const leads = programme.projects
      .flatMap((project) => project.leads)
      .filter((key) => isNamed(key, person));
    const own = programme.projects.filter((project) =>
      fills(rolesIn({ programme, project, handovers }, person, today)),
    );
    const waiting = store.waitingCorrections(stored.id);
    const standings = standingsOf(store, stored, quarter, today);
    const filed = new Set(
      standings
        .filter(({ submission }) => submission?.filing != null)
        .map(({ project }) => project.number),
    );
    const at = (position: 'off_track' | 'marginal'): readonly Standing[] =>
      standings.filter(({ assessment }) => assessment.position === position);
    return {
      stored,
      quarter,
      due: dueDate(quarter),
      today,
      open: openingOf(quarter, today).kind === 'open',
      mine: returnsOf(store, stored, own, quarter),
      sentBack: endedQuarters(programme, today)
        .filter((each) => !sameQuarter(each, quarter))
        .flatMap((each) => returnsOf(store, stored, own, each))
        .filter((each) => each.filed === 'sent_back'),
      behind: behindNow(store, stored, today).filter(({ project }) => own.includes(project)),
      part: { own: leads.length > 0, standsIn: standsIn(store, stored, person, today) },
      handedOver:
        leads
          .map((lead) => standingHandover(handovers, lead, today))
          .find((each) => each !== null) ?? null,
      named: isNamedIn(programme, person),
      notFiled: programme.projects.filter(
        (project) => measuresDue(project).length > 0 && !filed.has(project.number),
      ),
      toReview: endedQuarters(programme, today)
        .toReversed()
        .map((each) => ({ quarter: each, returns: waitingFor(store, stored, each) }))
        .filter((each) => each.returns > 0 || sameQuarter(each.quarter, quarter)),
      corrections: waiting.length,
      askedFor: waiting.filter(({ projectNumber }) =>
        own.some(({ number }) => number === projectNumber),
      ),
      offTrack: at('off_track'),
      marginal: at('marginal'),
      standings,
    };
  });
};

const behindNow = (
  store: Store,
  stored: StoredProgramme,
  today: Temporal.PlainDate,
): readonly FiguresBehind[] => {
  const open = openQuarterOf(stored, today);
  return open === null ? [] : figuresBehind(store, stored, open);
};

const waitingFor = (store: Store, { id }: StoredProgramme, quarter: Quarter): number =>
  store.submissions(id, quarter).filter(({ state }) => state === 'submitted').length;

const returnsOf = (
  store: Store,
  { id }: StoredProgramme,
  projects: readonly Project[],
  quarter: Quarter,
): readonly OwnReturn[] => {
  const submissions = store.submissions(id, quarter);
  return projects.map((project) => {
    const submission = submissions.find(({ projectNumber }) => projectNumber === project.number);
    const state = submission?.filing == null ? null : submission.state;
    return { project, quarter, filed: state === 'draft' ? 'submitted' : state };
  });
};

/** Whether somebody with these parts fills in the return themselves. */
const fills = (roles: readonly SubmissionRole[]): boolean =>
  roles.includes('lead') || roles.includes('deputy');

/** Whether somebody answers in a lead's place today, whatever their account. */
const standsIn = (
  store: Store,
  stored: StoredProgramme,
  person: Person,
  today: Temporal.PlainDate,
): boolean =>
  store.handovers(stored.id).some(
    (each) =>
      each.substitute === person.id &&
      isStanding(each, today) &&
      // The catalogue may have another lead by now.
      projectsOf(stored, each.lead).length > 0,
  );
