import type { Temporal } from 'temporal-polyfill';
import { dayIn, printDay, printQuarter, sameQuarter } from '../domain/calendar/calendar.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { personAsActor } from './actors.ts';
import type { FieldFault } from './entry-fields.ts';
import type { Refusal } from './faults.ts';
import { type Caller, type OpenReturn, openReturn, type SubmissionKey } from './open-return.ts';
import type { OutboxMessage, Store } from './ports.ts';
import { postsShowing } from './purge-posts.ts';
import { type GivenReason, readPurgeReason } from './purge-reason.ts';
import type { StandingText, TextPlace } from './purge-record.ts';
import { tellOfPurge } from './tell-of-purge.ts';
import { copiesOf, isSamePlace } from './text-copies.ts';
import { textLabel } from './text-labels.ts';

/** Among which texts a coordinator chooses: those of a return, or of a measure through its year. */
export interface TextScope {
  readonly key: SubmissionKey;
  /** Every quarter of the year, not only the key's. */
  readonly whole: boolean;
  /** Only what is about this measure, or about all of a return; null for everything. */
  readonly ref: string | null;
}

/** The texts that can be taken out, in catalogue order, the latest of each measure first. */
export interface OpenTexts extends OpenReturn {
  readonly texts: readonly StandingText[];
}

/** Lists the texts of a return for its coordinator; refused to everybody else. */
export const openTexts = (caller: Caller, scope: TextScope): Result<OpenTexts, Refusal> => {
  const opened = openReturn(caller, scope.key, 'purge');
  if (!opened.ok) return opened;
  const { stored, project } = opened.value;
  const refs = project.measures.map(({ ref }) => ref);
  const rank = ({ ref }: StandingText): number =>
    ref !== null && refs.includes(ref) ? refs.indexOf(ref) : refs.length;
  const texts = caller.store
    .standingTexts(stored.id)
    .filter((text) => isInScope(text, scope))
    .sort((a, b) => rank(a) - rank(b) || Number(b.at.epochNanoseconds - a.at.epochNanoseconds));
  return ok({ ...opened.value, texts });
};

const isInScope = ({ of, ref }: StandingText, { key, whole, ref: only }: TextScope): boolean => {
  if (of === null) return only === null;
  return (
    of.projectNumber === key.projectNumber &&
    (whole ? of.quarter.year === key.quarter.year : sameQuarter(of.quarter, key.quarter)) &&
    (only === null || ref === null || ref === only)
  );
};

/** One text before its coordinator, with what taking it out comes to. */
export interface OpenText extends OpenReturn {
  readonly text: StandingText;
  /** Every place it stands in, the one that was chosen first. */
  readonly places: readonly StandingText[];
  /** What was posted and is drawn anew without it. */
  readonly posts: readonly OutboxMessage[];
}

export const openText = (
  caller: Caller,
  scope: TextScope,
  place: TextPlace,
): Result<OpenText, Refusal> => {
  const opened = openTexts(caller, scope);
  if (!opened.ok) return opened;
  const { texts, ...ofReturn } = opened.value;
  const text = texts.find((each) => isSamePlace(each, place));
  const { store } = caller;
  const programmeId = ofReturn.stored.id;
  if (text === undefined) return refused(notThere(store, programmeId, place));
  const places = copiesOf(text, store.standingTexts(programmeId));
  return ok({ ...ofReturn, text, places, posts: postsShowing(store, programmeId, places) });
};

const notThere = (store: Store, programmeId: number, place: TextPlace): Refusal => {
  const act = store
    .purges(programmeId)
    .find(({ places }) => places.some((each) => isSamePlace(each, place)));
  return act === undefined
    ? { kind: 'unknown_text' }
    : { kind: 'text_removed', by: act.by.name, on: printDay(dayIn(act.at)) };
};

/** What a coordinator confirms. */
export interface Purging {
  readonly place: TextPlace;
  readonly given: GivenReason;
  /** Whether these are the places that stood before them. */
  readonly saw: (places: readonly TextPlace[]) => boolean;
}

/** What was done: the act's id, and how much it came to. */
export interface Purged {
  readonly id: number;
  readonly places: number;
  readonly posts: number;
}

/**
 * Takes a text out of every place in which it stands, for good. Figures, dates and names of who filed
 * stay, and so does the audit trail, which gains an entry that says by whom, when and why. Messages
 * that may show it are drawn anew, and the agency is told.
 */
export const purgeText = (
  caller: Caller,
  scope: TextScope,
  { place, given, saw }: Purging,
): Result<Purged, Refusal | { readonly kind: 'fields'; readonly faults: readonly FieldFault[] }> =>
  caller.store.transaction(() => {
    const { store, person } = caller;
    const opened = openText(caller, scope, place);
    if (!opened.ok) return opened;
    const { text, places, posts, stored } = opened.value;
    const reason = readPurgeReason(given, { text: text.text, year: scope.key.quarter.year });
    if (!reason.ok) return refused({ kind: 'fields', faults: [reason.fault] });
    if (!saw(places)) return refused({ kind: 'text_elsewhere' });
    const at = momentOfAct(caller);
    const by = personAsActor(person);
    const id = store.purge(text.text, places, { by, at, reason: reason.value });
    store.audit({
      at,
      actor: by,
      action: 'purge',
      subject: `${stored.programme.title}${subjectOf(text.of)}`,
      detail: { purge: id, texts: places.map(textLabel), reason: reason.value },
    });
    for (const post of posts) {
      store.enqueue({
        kind: 'edit',
        key: `${post.kind}/${post.key}/purge-${id}`,
        target: post.target,
        payload: { removed: true },
        parentId: post.id,
        dueAt: at,
      });
    }
    tellOfPurge(caller, opened.value, { id, at });
    return ok({ id, places: places.length, posts: posts.length });
  });

const subjectOf = (of: StandingText['of']): string =>
  of === null ? '' : `, project ${of.projectNumber}, ${printQuarter(of.quarter)}`;

/** Now, but never the moment of another act: by it the record tells one from the next. */
const momentOfAct = ({ store, clock }: Caller): Temporal.Instant => {
  const now = clock.now();
  const latest = store.latestPurge();
  return latest === null || latest.at.epochNanoseconds < now.epochNanoseconds
    ? now
    : latest.at.add({ nanoseconds: 1 });
};
