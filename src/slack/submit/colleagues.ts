import type { Contested } from '../../application/draft.ts';
import type { Json, Store } from '../../application/ports.ts';
import type { FormMeasure, SubmissionForm } from '../../application/submission-form.ts';
import type { DraftField } from '../../application/submission-record.ts';
import { type Block, context } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import { ZONE } from '../../domain/calendar/calendar.ts';
import { listUpTo } from '../standing-words.ts';
import { revisionOf } from './metadata.ts';
import type { OpenedPage } from './opened-page.ts';

const MOST_NAMES = 6;
const VALUE_CHARACTERS = 100;
const LINE_CHARACTERS = 400;
// A page has six questions with a few fields each.
const MOST_LINES = 8;
const SOMEBODY = 'A colleague';

const timeOf = ({ at }: Pick<DraftField, 'at'>): string =>
  at.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });

/** Said where colleagues have entered something since a window was drawn: who, what and when. */
export const enteredSince = (
  store: Pick<Store, 'person'>,
  fields: readonly Contested[],
): string => {
  const [first] = fields;
  if (first === undefined) return '';
  const who = store.person(first.theirs.by)?.name ?? SOMEBODY;
  const what = listUpTo([...new Set(fields.map(({ field }) => nameOf(field)))], MOST_NAMES);
  return `${who} changed ${what} at ${timeOf(first.theirs)}, while you had this open. Nothing is filed yet: look again, then go on.`;
};

/** Why a page must be looked at again before going on; null where nothing came in between. */
export const changedUnseen = (
  { store }: { readonly store: Pick<Store, 'person'> },
  { form, revision }: Pick<OpenedPage, 'form' | 'revision'>,
  contested: readonly Contested[],
): string | null => {
  if (contested.length > 0) return enteredSince(store, contested);
  const filing = form.submission?.filing ?? null;
  if (filing === null || revision === null || revisionOf(form) <= revision) return null;
  const who = filing.filedBy.name ?? SOMEBODY;
  return `${who} filed this return at ${timeOf({ at: filing.filedAt })}, while you had it open. What you typed is kept; the review shows what it would change.`;
};

/** What colleagues have entered on this page and not filed, and where it is not what this person typed. */
export const colleagueBlocks = (
  form: SubmissionForm,
  questions: readonly FormMeasure[],
): Block[] => {
  const { draft, person } = form;
  if (draft === null) return [];
  const refs = new Set(questions.map(({ measure }) => measure.ref));
  const onPage = ([field]: readonly [string, DraftField]): boolean => refs.has(nameOf(field));
  const theirs = Object.entries(draft.fields).filter(
    (entry) => entry[1].by !== person.id && onPage(entry),
  );
  const aside = draft.aside[person.id] ?? {};
  const lines = [
    ...authorsOf(theirs).map((by) => enteredLine(form, by, theirs)),
    ...theirs
      .filter(([field]) => field in aside)
      .map(([field, entry]) => bothLine(form, field, entry)),
  ];
  return lines.length === 0 ? [] : lines.slice(0, MOST_LINES).map((line) => context(line));
};

type Entered = readonly (readonly [string, DraftField])[];

const authorsOf = (entries: Entered): readonly string[] => [
  ...new Set(entries.map(([, { by }]) => by)),
];

const cut = (text: string, most: number): Mrkdwn => truncateEscaped(oneLine(text), most);

const enteredLine = ({ colleagues }: SubmissionForm, by: string, entries: Entered): Mrkdwn => {
  const own = entries.filter(([, entry]) => entry.by === by);
  const last =
    own
      .map(([, entry]) => timeOf(entry))
      .sort()
      .at(-1) ?? '';
  const what = listUpTo([...new Set(own.map(([field]) => nameOf(field)))], MOST_NAMES);
  return mrkdwn`${cut(`${colleagues[by] ?? SOMEBODY} entered ${what}, last at ${last}; it is not filed yet.`, LINE_CHARACTERS)}`;
};

const bothLine = ({ colleagues }: SubmissionForm, field: string, entry: DraftField): Mrkdwn =>
  mrkdwn`*${nameOf(field)}:* ${cut(`${colleagues[entry.by] ?? SOMEBODY} entered ${shownValue(entry.value)} at ${timeOf(entry)}. The field holds yours; going on replaces theirs.`, LINE_CHARACTERS)}`;

const shownValue = (value: Json): string => {
  if (value === null || value === '') return 'nothing';
  return typeof value === 'string'
    ? `“${[...value].slice(0, VALUE_CHARACTERS).join('')}”`
    : 'a tick';
};

/** `2.4` for every field of that measure. */
const nameOf = (field: string): string => {
  const colon = field.indexOf(':');
  return colon === -1 ? 'the additional information' : field.slice(colon + 1);
};
