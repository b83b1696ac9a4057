import type { HistoryEvent, MeasureHistory } from '../../application/history.ts';
import type { Actor } from '../../application/ports.ts';
import type { ReviewKind } from '../../application/submission-record.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import { dayIn, printDay, printQuarter, ZONE } from '../../domain/calendar/calendar.ts';
import { unreachable } from '../../domain/result.ts';
import { figureChange } from '../../domain/wording/figure-change.ts';
import { lowerWordFor } from '../../domain/wording/position-words.ts';
import { onBehalfWords } from '../filed-by.ts';

const LINE_CHARACTERS = 400;
const WORDS_CHARACTERS = 300;
const NOT_SHOWN = ' What was said is shown to the project’s people and the coordinator.';

const cut = (text: string, most = LINE_CHARACTERS): Mrkdwn => truncateEscaped(oneLine(text), most);

/** One event: when and who in bold, then what changed and why. */
export const eventLine = (event: HistoryEvent, history: MeasureHistory): Mrkdwn => {
  const time = event.at.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
  const head = mrkdwn`*${printDay(dayIn(event.at))}, ${time}* · ${cut(nameOf(event.by))}`;
  switch (event.kind) {
    case 'figure':
      return mrkdwn`${head}\n${figureWords(event, history)}`;
    case 'definition':
      return mrkdwn`${head}\n${definitionWords(event, history)}`;
    case 'review':
      return mrkdwn`${head}\n${reviewWords(event, history)}`;
    default:
      return unreachable(event);
  }
};

const nameOf = (by: Actor): string =>
  by.kind === 'operator' ? `${by.name} (on the server)` : (by.name ?? by.key);

const figureWords = (
  event: Extract<HistoryEvent, { kind: 'figure' }>,
  { measure, project, readsWords }: MeasureHistory,
): Mrkdwn => {
  const { before, after, filing, judgedBefore, judgedAfter, quarter } = event;
  const change = figureChange(measure, before, after) ?? `${measure.ref}: filed again as it was`;
  const first =
    before === null ? change.replace(', where nothing is on record', ', filed') : change;
  const verdict = lowerWordFor(judgedAfter.position, judgedAfter);
  const was = judgedBefore === null ? null : lowerWordFor(judgedBefore.position, judgedBefore);
  const judged =
    was === null || was === verdict
      ? `Judged ${was === null ? '' : 'still '}${verdict}.`
      : `It was judged ${was} and became ${verdict}.`;
  const officer =
    after.judgement !== null && after.judgement !== before?.judgement
      ? ` The officer’s judgement: “${after.judgement}”.`
      : '';
  const whom = onBehalfWords(filing, project.agency);
  const why = filing.reason === null ? '' : readsWords ? ` Why: “${filing.reason}”` : NOT_SHOWN;
  const late = after.late ? ' Late.' : '';
  return cut(
    `${printQuarter(quarter)}: ${first}${whom}. ${judged}${officer}${late}${why}`,
    LINE_CHARACTERS * 2,
  );
};

const definitionWords = (
  { changes }: Extract<HistoryEvent, { kind: 'definition' }>,
  { measure }: MeasureHistory,
): Mrkdwn => {
  if (changes.length === 0) return cut(`${measure.ref} came in with the catalogue.`);
  const lines = changes.map(({ what, from, to }) => `${what}: ${from} becomes ${to}`);
  return cut(`The definition changed. ${lines.join('; ')}.`, LINE_CHARACTERS * 2);
};

const DONE: Readonly<Record<ReviewKind, string>> = {
  accepted: 'accepted',
  sent_back: 'sent back',
  comment: 'comment on the return',
  confirmed_final: 'confirmed as final',
  correction_asked: 'correction asked for',
  correction_approved: 'correction approved',
  correction_declined: 'correction declined',
  correction_withdrawn: 'correction taken back',
};

const reviewWords = (
  { entry, quarter }: Extract<HistoryEvent, { kind: 'review' }>,
  { measure, readsWords }: MeasureHistory,
): Mrkdwn => {
  const about = entry.ref === null ? 'the return' : measure.ref;
  const done = `${printQuarter(quarter)}, ${about}: ${DONE[entry.kind]}.`;
  if (entry.comment === null) return cut(done);
  return readsWords
    ? mrkdwn`${cut(done)} “${cut(entry.comment, WORDS_CHARACTERS)}”`
    : cut(`${done}${NOT_SHOWN}`);
};
