import { isNamed } from '../application/policy.ts';
import type { Person, Store, StoredFiling } from '../application/ports.ts';
import type { Received, ReviewEntry } from '../application/submission-record.ts';
import { dayIn, printDay } from '../domain/calendar/calendar.ts';
import type { Programme, Project } from '../domain/measure.ts';

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
export const filedByWords = (
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
    return ` by ${name === null ? 'the coordinator' : `${name}, the coordinator`}`;
  }
  return ` by ${agency}${name === null ? '' : ` (${name})`}`;
};

/** The coordinator who approved the correction that this filing is; null where it is none. */
export const approverOf = (
  entries: readonly ReviewEntry[],
  { revision }: StoredFiling,
): string | null =>
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
