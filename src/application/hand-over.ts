import type { Temporal } from 'temporal-polyfill';
import { dayIn, printDay } from '../domain/calendar/calendar.ts';
import type { Project } from '../domain/measure.ts';
import { lastDayToFile } from '../domain/obligations.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { personAsActor } from './actors.ts';
import { keysTold, personBehind, projectsOf, standingHandover } from './answerers.ts';
import type { FieldFault } from './entry-fields.ts';
import type { Refusal } from './faults.ts';
import { type Chosen, faultOfSubstitute, faultOfUntil } from './hand-over-faults.ts';
import type { Caller } from './open-return.ts';
import { isNamed, isStanding } from './policy.ts';
import type { StoredProgramme } from './ports.ts';
import { redrawOpenings } from './redraw-openings.ts';
import { isAfter } from './submission-form.ts';
import type { Handover, HandoverReason } from './submission-record.ts';
import { redrawNotices, tellOfEnd, tellOfHandover } from './tell-of-handover.ts';

export const HANDOVER_SCOPES = ['own', 'stand_in', 'all'] as const;
/** Whether it is about somebody's own projects, those they stand in for, or both. */
export type HandoverScope = (typeof HANDOVER_SCOPES)[number];

/** What a button or a window claims to be about; all of it is looked up and checked again. */
export interface HandoverAbout {
  readonly programmeId: number;
  readonly scope: HandoverScope;
}

/** One lead's part in a programme, as somebody may hand it over today. */
interface HandoverPlace {
  readonly stored: StoredProgramme;
  /** As the catalogue names them. */
  readonly lead: string;
  readonly projects: readonly Project[];
  /** The hand-over by which they have it, where it is not their own: it is passed on. */
  readonly passes: Handover | null;
}

/** What somebody may hand over today; never empty. */
export interface OpenHandover {
  readonly reason: HandoverReason;
  readonly places: readonly HandoverPlace[];
  readonly today: Temporal.PlainDate;
}

/**
 * What this person can hand over: who is away is away from everything they answer for; *not me* is
 * about what the message named. What they stand in for is passed on.
 */
export const openHandover = (
  { store, clock, person }: Caller,
  { programmeId, scope }: HandoverAbout,
  reason: HandoverReason,
): Result<OpenHandover, Refusal> => {
  const today = dayIn(clock.now());
  const places = store
    .programmes()
    .filter((stored) => (reason === 'away' ? !isOver(stored, today) : stored.id === programmeId))
    .flatMap((stored): readonly HandoverPlace[] => {
      const handovers = store.handovers(stored.id);
      const passed = handovers.filter(
        (each) => each.substitute === person.id && isStanding(each, today),
      );
      return [
        ...leadKeys(stored)
          .filter((lead) => isNamed(lead, person))
          .map((lead) => placeOf(stored, lead, null)),
        ...passed.map((handover) => placeOf(stored, handover.lead, handover)),
      ].filter(({ projects }) => projects.length > 0);
    })
    .filter(({ passes }) => reason === 'away' || isWithin(scope, passes));
  const [first] = places;
  if (first === undefined) return refused({ kind: 'nothing_to_hand_over' });
  // Who said that it is not theirs cannot be away from it.
  const disowned = ({ stored, lead, passes }: HandoverPlace): Handover | null => {
    const standing = standingHandover(store.handovers(stored.id), lead, today);
    return passes === null && standing?.reason === 'not_me' ? standing : null;
  };
  const open = places.filter((place) => reason === 'not_me' || disowned(place) === null);
  if (open.length > 0) return ok({ reason, places: open, today });
  const { substitute } = disowned(first) ?? { substitute: null };
  const name = substitute === null ? null : (personBehind(store, substitute).name ?? substitute);
  return refused({ kind: 'handed_over_already', substitute: name });
};

const isOver = ({ programme }: StoredProgramme, today: Temporal.PlainDate): boolean =>
  isAfter(today, lastDayToFile({ year: programme.year, number: 4 }));

const isWithin = (scope: HandoverScope, passes: Handover | null): boolean =>
  scope === 'all' || (scope === 'own') === (passes === null);

const leadKeys = ({ programme }: StoredProgramme): readonly string[] => [
  ...new Map(
    programme.projects.flatMap(({ leads }) => leads).map((lead) => [lead.toLowerCase(), lead]),
  ).values(),
];

const placeOf = (
  stored: StoredProgramme,
  lead: string,
  passes: Handover | null,
): HandoverPlace => ({ stored, lead, projects: projectsOf(stored, lead), passes });

/** What somebody typed and chose. */
export interface HandoverRequest {
  /** The last day of an absence; null where none was chosen, and for *not me*. */
  readonly until: Temporal.PlainDate | null;
  /** Who answers instead; null for nobody. */
  readonly substitute: Chosen | null;
  /** What the coordinator is to know besides. */
  readonly said: string | null;
}

export type HandoverFault =
  | { readonly kind: 'fields'; readonly faults: readonly FieldFault[] }
  | Refusal;

/**
 * Puts somebody in a lead's place, tells them and the coordinators, and draws the lead's own message
 * again. What the lead handed over before is replaced. Answers the hand-overs that stand from now on.
 */
export const handOver = (
  caller: Caller,
  about: HandoverAbout,
  reason: HandoverReason,
  request: HandoverRequest,
): Result<readonly Handover[], HandoverFault> =>
  caller.store.transaction(() => {
    const { store, clock } = caller;
    const opened = openHandover(caller, about, reason);
    if (!opened.ok) return opened;
    const { places } = opened.value;
    const faults = [
      ...faultOfUntil(opened.value, request.until),
      ...faultOfSubstitute(caller, opened.value, request.substitute),
    ];
    if (faults.length > 0) return refused({ kind: 'fields', faults });
    const chosen = request.substitute?.person ?? null;
    if (chosen !== null && store.person(chosen.id)?.name == null) {
      const email = store.person(chosen.id)?.email ?? null;
      store.savePerson({ id: chosen.id, email, name: chosen.name }, clock.now());
    }
    const made = places.map((place) => putInPlace(caller, place, reason, request));
    tellOfHandover(caller, made, request.said);
    return ok(made);
  });

/** Records one lead's hand-over in place of whatever stands, and draws again what that had said. */
const putInPlace = (
  caller: Caller,
  { stored, lead, passes }: HandoverPlace,
  reason: HandoverReason,
  { until, substitute }: HandoverRequest,
): Handover => {
  const { store, clock, person } = caller;
  const now = clock.now();
  const today = dayIn(now);
  const by = personAsActor(person);
  const standing = standingHandover(store.handovers(stored.id), lead, today);
  if (standing !== null) store.endHandover(standing.id, by, now);
  const handover = {
    programmeId: stored.id,
    lead,
    substitute: substitute?.person.id ?? null,
    // Whoever passes it on, the lead is away, or is none, for as long as before.
    reason: passes?.reason ?? reason,
    from: today,
    until: passes === null ? until : passes.until,
    madeBy: by,
    madeAt: now,
  };
  const made = { id: store.recordHandover(handover), ...handover };
  store.audit({
    at: now,
    actor: by,
    action: 'hand_over',
    subject: `${stored.programme.title}, ${lead}`,
    detail: {
      handover: made.id,
      reason: made.reason,
      substitute: made.substitute,
      until: made.until === null ? null : printDay(made.until),
      replaces: standing?.id ?? null,
    },
  });
  const ended = standing === null ? [] : [standing];
  redrawOpenings(caller, stored, {
    keys: [made, ...ended].flatMap((each) => keysTold(store, stored, each)),
    handovers: [...store.handovers(stored.id), ...ended],
    occasion: `handover-${made.id}`,
  });
  for (const each of ended) {
    redrawNotices(caller, stored, each, `handover-${made.id}`);
    if (each.substitute !== made.substitute) tellOfEnd(caller, each, [each.substitute]);
  }
  return made;
};
