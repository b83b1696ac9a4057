import { Temporal } from 'temporal-polyfill';
import { dayIn, printDay } from '../domain/calendar/calendar.ts';
import type { FiledFigure } from '../domain/figure.ts';
import type { Programme, Project } from '../domain/measure.ts';
import type { Verdict } from '../domain/submission/acceptance.ts';
import { isNamed } from './policy.ts';
import type { PastFiling, Person, Store, StoredFiling, StoredSubmission } from './ports.ts';
import type { Received, ReviewEntry } from './submission-record.ts';

const RECEIVED_WORDS: Readonly<Record<Received, string>> = {
  email: 'by email',
  phone: 'by phone',
  meeting: 'in a meeting',
  letter: 'by letter',
};

/** For whom and from whom, where somebody filed for another agency; empty where it filed for itself. */
export const onBehalfWords = ({ onBehalf }: StoredFiling, agency: string): string => {
  if (onBehalf === null) return '';
  const { givenBy, received, attachment } = onBehalf;
  const link = attachment === null ? '' : `; ${attachment}`;
  return ` for ${agency}, with figures from ${givenBy} ${RECEIVED_WORDS[received]}${link}`;
};

type People = Pick<Store, 'person' | 'personByEmail'>;

/** Who is behind a filing, as far as Slack has told; null where a command on the server is. */
const filerOf = (store: People, { filedBy }: StoredFiling): Person | null => {
  if (filedBy.kind !== 'person') return null;
  const { key, name } = filedBy;
  const known = store.person(key) ?? store.personByEmail(key.toLowerCase());
  return known === null
    ? { id: key, email: key, name }
    : { ...known, name: filedBy.name ?? known.name };
};

/**
 * ` by Public Health (Priya Shah)`; a coordinator who filed for an agency or corrected its figures is
 * not of that agency, and is named as what they are.
 */
const filedByWords = (
  store: People,
  { programme, project }: { readonly programme: Programme; readonly project: Project },
  filing: StoredFiling,
): string => {
  const filer = filerOf(store, filing);
  const name = filer?.name ?? null;
  const { agency, leads, deputies } = project;
  if (filing.onBehalf !== null) {
    return `${name === null ? '' : ` by ${name}`}${onBehalfWords(filing, agency)}`;
  }
  const is = (keys: readonly string[]): boolean =>
    filer !== null && keys.some((key) => isNamed(key, filer));
  if (is(programme.coordinators) && !is([...leads, ...deputies])) {
    return ` by ${name === null ? 'the coordinator' : `${name} (coordinator)`}`;
  }
  return ` by ${agency}${name === null ? '' : ` (${name})`}`;
};

/** The coordinator who approved the correction that this filing is; null where it is none. */
const approverOf = (entries: readonly ReviewEntry[], { revision }: StoredFiling): string | null =>
  entries.find((entry) => entry.kind === 'correction_approved' && entry.revision === revision)?.by
    .name ?? null;

/** `Filed by Public Health (Priya Shah) on 14 July 2015, revision 2, late.`, who approved it, and why it changed. */
export const filedSentence = (
  store: People,
  place: { readonly programme: Programme; readonly project: Project },
  filing: StoredFiling,
  entries: readonly ReviewEntry[],
): string => {
  const { filedAt, revision, late, reason } = filing;
  const again = revision > 1 ? `, revision ${revision}` : '';
  const approver = approverOf(entries, filing);
  const approved = approver === null ? '' : `, approved by ${approver}`;
  const why = reason === null ? '' : ` Why it changed: “${reason}”`;
  return `Filed${filedByWords(store, place, filing)} on ${printDay(dayIn(filedAt))}${again}${approved}${late ? ', late' : ''}.${why}`;
};

/** The filing that put a figure on record as it stands; later ones of its return left it alone. */
const filingOfFigure = (
  store: Pick<Store, 'filings'>,
  { programmeId, projectNumber, quarter, filing }: StoredSubmission,
  ref: string,
): PastFiling | null =>
  store
    .filings(programmeId, projectNumber, quarter)
    .findLast(({ figures }) => figures.some((figure) => figure.ref === ref)) ??
  (filing && { ...filing, figures: [] });

/** What is on record of a figure that stands: who is behind it, and what the coordinator decided. */
export interface FigureOnRecord {
  readonly programme: Programme;
  readonly project: Project;
  readonly submission: StoredSubmission;
  readonly figure: FiledFigure | null;
  readonly entries: readonly ReviewEntry[];
  readonly verdict: Verdict | null;
  /** Whether the reader may be told why a filing changed it: that may tell what a figure was. */
  readonly withReason: (filing: PastFiling) => boolean;
}

/**
 * `Filed by Public Health (Priya Shah) on 14 July 2015; accepted by Joan Carter on 16 July 2015.` A
 * correction says that it is one, who approved it and why.
 */
export const figureFiledSentence = (
  store: People & Pick<Store, 'filings'>,
  onRecord: FigureOnRecord,
  ref: string,
): string => {
  const { submission, figure, entries, verdict, withReason } = onRecord;
  const filing = filingOfFigure(store, submission, ref);
  if (filing === null) return '';
  const of = (kind: ReviewEntry['kind']) =>
    entries.find((entry) => entry.kind === kind && entry.revision === filing.revision);
  const isConfirmed = of('confirmed_final') !== undefined;
  const revision = figure?.revision ?? 1;
  const done = isConfirmed ? 'Confirmed as final' : revision > 1 ? 'Corrected' : 'Filed';
  const approver = approverOf(entries, filing);
  const details = [
    ...(revision > 1 ? [`revision ${revision}`] : []),
    ...(approver === null ? [] : [`approved by ${approver}`]),
  ];
  const again = details.length === 0 ? '' : ` (${details.join(', ')})`;
  const why =
    revision > 1 && filing.reason !== null && withReason(filing) ? `: “${filing.reason}”` : '';
  const head = `${done}${filedByWords(store, onRecord, filing)} on ${printDay(dayIn(filing.filedAt))}${again}${why}`;
  const state = stateWords(submission, verdict, filing);
  // A reason in quotation marks ends the sentence itself.
  return `${head}${why !== '' && state.startsWith('.') ? state.slice(1) : state}`;
};

/** What the coordinator decided about the figure; where that was of an earlier one, it says so. */
const stateWords = (
  { state }: StoredSubmission,
  verdict: Verdict | null,
  { filedAt }: StoredFiling,
): string => {
  if (verdict === null) return `${STATE_WORDS[state]}.`;
  const by = verdict.by === null ? '' : ` by ${verdict.by}`;
  const on = printDay(dayIn(verdict.at));
  if (verdict.kind === 'sent_back') return `; sent back for another look${by} on ${on}.`;
  return Temporal.Instant.compare(filedAt, verdict.at) > 0
    ? `. What stood before was accepted${by} on ${on}.`
    : `; accepted${by} on ${on}.`;
};

const STATE_WORDS: Readonly<Record<StoredSubmission['state'], string>> = {
  draft: '',
  submitted: '',
  sent_back: '; sent back for another look',
  accepted: '; accepted',
  published: '; published',
};
