import { type Quarter, sameQuarter } from '../domain/calendar/calendar.ts';
import { readCommand } from './command.ts';
import type { Json, OutboxMessage, Store } from './ports.ts';
import type { StandingText } from './purge-record.ts';

/** The kinds of message that show people's words. Digest pages and openings hold figures only. */
const OF_RETURNS = ['receipt', 'questions', 'sent_back', 'commented'] as const;
const KINDS = {
  digest: 'digest',
  note: 'digest_note',
  final: 'final_asked',
  correctionAsked: 'correction_asked',
  correctionDecided: 'correction_decided',
  correctionReceipt: 'correction_receipt',
  handover: 'handover_made',
  mention: 'mention_reply',
} as const;

/**
 * The messages that were posted and may show one of these texts. Each is drawn anew from the record,
 * so one that never showed it stays as it is.
 */
export const postsShowing = (
  store: Store,
  programmeId: number,
  texts: readonly StandingText[],
): readonly OutboxMessage[] =>
  store.postsMade().filter((post) => texts.some((text) => mayShow(store, programmeId, post, text)));

const mayShow = (
  store: Store,
  programmeId: number,
  { id, kind, payload }: OutboxMessage,
  text: StandingText,
): boolean => {
  const { of } = text;
  if (of === null) return kind === KINDS.handover && text.rowId === id;
  if (OF_RETURNS.some((each) => each === kind)) return isOfReturn(payload, programmeId, of);
  switch (kind) {
    case KINDS.digest:
      return isOfQuarter(payload, programmeId, of.quarter);
    case KINDS.note:
      return isOfReturn(fieldOf(payload, 'filed'), programmeId, of);
    case KINDS.final:
      return isOfQuarter(payload, programmeId, of.quarter) && fieldOf(payload, 'ref') === text.ref;
    case KINDS.correctionAsked:
    case KINDS.correctionDecided:
    case KINDS.correctionReceipt:
      return isOfCorrection(store, payload, { programmeId, ...of });
    case KINDS.mention:
      return text.ref !== null && isAnswerAbout(payload, text.ref);
    default:
      return false;
  }
};

const isOfReturn = (
  payload: Json,
  programmeId: number,
  { projectNumber, quarter }: { readonly projectNumber: number; readonly quarter: Quarter },
): boolean =>
  isOfQuarter(payload, programmeId, quarter) && fieldOf(payload, 'projectNumber') === projectNumber;

const isOfCorrection = (
  store: Store,
  payload: Json,
  of: { readonly programmeId: number; readonly projectNumber: number; readonly quarter: Quarter },
): boolean => {
  const id = fieldOf(payload, 'correction');
  const correction = typeof id === 'number' ? store.correction(id) : null;
  return (
    correction !== null &&
    correction.programmeId === of.programmeId &&
    correction.projectNumber === of.projectNumber &&
    sameQuarter(correction.quarter, of.quarter)
  );
};

/** Whether somebody asked in a channel how this measure stands; only that shows what is said of it. */
const isAnswerAbout = (payload: Json, ref: string): boolean => {
  const asked = fieldOf(payload, 'text');
  const command = typeof asked === 'string' ? readCommand(asked) : null;
  return (
    command?.kind === 'status' &&
    command.request.scope.kind === 'measure' &&
    command.request.scope.ref === ref
  );
};

const isOfQuarter = (payload: Json, programmeId: number, { year, number }: Quarter): boolean => {
  const quarter = fieldOf(payload, 'quarter');
  return (
    fieldOf(payload, 'programmeId') === programmeId &&
    fieldOf(quarter, 'year') === year &&
    fieldOf(quarter, 'number') === number
  );
};

const fieldOf = (value: Json, name: string): Json =>
  value !== null && typeof value === 'object' && name in value
    ? ((value as { readonly [key: string]: Json })[name] ?? null)
    : null;
