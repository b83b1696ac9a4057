import { printQuarter } from '../domain/calendar/calendar.ts';
import type { StandingText, TextPlace, TextSource } from './purge-record.ts';

const COLUMNS: Readonly<Record<TextSource, Readonly<Record<string, string>>>> = {
  figures: {
    commentary: 'commentary',
    judgement: 'officer’s judgement',
    awaited: 'what is awaited',
    action_what: 'what is being done',
    action_who: 'who does it',
  },
  filings: {
    additional_information: 'additional information',
    reason: 'why figures changed',
    given_by: 'who gave the figures',
    attachment: 'link to the message',
  },
  questions: { found: 'what was asked before filing', said: 'answer to what was asked' },
  reviews: { comment: 'comment' },
  corrections: { reason: 'why a correction was asked for', comment: 'word on a correction' },
  drafts: {},
  handovers: { said: 'word beside a hand-over' },
};

const FIELDS: Readonly<Record<string, string>> = {
  value: 'figure',
  commentary: 'commentary',
  awaited: 'what is awaited',
  'action-what': 'what is being done',
  'action-who': 'who does it',
  'additional-information': 'additional information',
  reason: 'answer to what was asked',
  'change-reason': 'why figures change',
  'given-by': 'who gave the figures',
  attachment: 'link to the message',
};

const FIELD = /^field ([a-z-]+)/;

/** What kind of text stands there, in a few words: `commentary`, `typed and not filed: commentary`. */
export const textName = ({ source, part }: TextPlace): string => {
  const field = FIELD.exec(part)?.[1];
  if (field === undefined) return COLUMNS[source][part] ?? 'text';
  const typed = source === 'drafts' ? 'typed and not filed' : 'typed for a correction';
  return `${typed}: ${FIELDS[field] ?? 'text'}`;
};

/** The same kind of text has one name, wherever it stands: as filed, as typed, as asked for. */
export const kindOfText = ({ source, part }: TextPlace): string => {
  const field = FIELD.exec(part)?.[1];
  if (field !== undefined) return FIELDS[field] ?? 'text';
  const name = COLUMNS[source][part] ?? 'text';
  return REASONS.has(name) ? 'why figures change' : name;
};

// A correction's reason becomes its revision's, and stands in what was said of the return.
const REASONS = new Set(['why figures changed', 'why a correction was asked for', 'comment']);

/** `2.4, Q1 2015/16: commentary` */
export const textLabel = (text: TextPlace & Pick<StandingText, 'of' | 'ref'>): string => {
  const where = [
    ...(text.ref === null ? [] : [text.ref]),
    ...(text.of === null ? [] : [printQuarter(text.of.quarter)]),
  ].join(', ');
  return where === '' ? textName(text) : `${where}: ${textName(text)}`;
};
