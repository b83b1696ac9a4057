import { onBehalfWords } from '../../application/filing-words.ts';
import type { HistoryEvent, MeasureHistory } from '../../application/history.ts';
import type { Actor } from '../../application/ports.ts';
import type { ReviewKind } from '../../application/submission-record.ts';
import { textLabel } from '../../application/text-labels.ts';
import {
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import { dayIn, printDay, printQuarter, ZONE } from '../../domain/calendar/calendar.ts';
import type { FiledFigure } from '../../domain/figure.ts';
import type { Measure } from '../../domain/measure.ts';
import { unreachable } from '../../domain/result.ts';
import { figureChange } from '../../domain/wording/figure-change.ts';
import { lowerWordFor } from '../../domain/wording/position-words.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import { saidChanges } from './said-changes.ts';

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
    case 'purge':
      return mrkdwn`${head}\n${purgeWords(event, history)}`;
    default:
      return unreachable(event);
  }
};

const nameOf = (by: Actor): string =>
  by.kind === 'operator' ? `${by.name} (on the server)` : (by.name ?? by.key);

const figureWords = (
  event: Extract<HistoryEvent, { kind: 'figure' }>,
  { measure, project }: MeasureHistory,
): Mrkdwn => {
  const { before, after, filing, judgedBefore, judgedAfter, quarter } = event;
  const verdict = lowerWordFor(judgedAfter.position, judgedAfter);
  const was = judgedBefore === null ? null : lowerWordFor(judgedBefore.position, judgedBefore);
  const judged =
    was === null || was === verdict
      ? `Judged ${was === null ? '' : 'still '}${verdict}.`
      : `It was judged ${was} and became ${verdict}.`;
  return joinMrkdwn([
    cut(`${printQuarter(quarter)}: ${changeOf(measure, before, after)}.`),
    cut(`${judged}${after.late ? ' Late.' : ''}`),
    ...(filing.onBehalf === null ? [] : [cut(`Filed${onBehalfWords(filing, project.agency)}.`)]),
    ...saidChanges(before, after),
    ...(filing.reason === null ? [] : [mrkdwn`Why: “${cut(filing.reason, WORDS_CHARACTERS)}”`]),
  ]);
};

/** `17% becomes 18%`, without the measure that the whole history is about. */
const changeOf = (measure: Measure, before: FiledFigure | null, after: FiledFigure): string => {
  const { ref, unit } = measure;
  if (before === null) {
    return `${printAnswer(after.answer, unit)}${after.provisional ? ', provisional,' : ''} filed`;
  }
  const change = figureChange(measure, before, after) ?? `${ref}: filed again as it was`;
  return change.slice(`${ref}: `.length);
};

const definitionWords = (
  { changes }: Extract<HistoryEvent, { kind: 'definition' }>,
  { measure }: MeasureHistory,
): Mrkdwn => {
  if (changes.length === 0) return cut(`${measure.ref} was added to the programme.`);
  const lines = changes.map(({ what, from, to }) => `${what}: ${from} becomes ${to}`);
  return cut(`The definition changed. ${lines.join('; ')}.`, LINE_CHARACTERS * 2);
};

/** What was taken out is named, and never what it said; the places of one kind are told once. */
const purgeWords = (
  { act, places }: Extract<HistoryEvent, { kind: 'purge' }>,
  { readsWords }: MeasureHistory,
): Mrkdwn => {
  const labels = [...new Set(places.map(textLabel))].join('; ');
  const why = readsWords ? ` Why: “${act.reason}”` : NOT_SHOWN;
  return cut(`A text was taken out of the record. ${labels}.${why}`, LINE_CHARACTERS * 2);
};

const DONE: Readonly<Record<ReviewKind, string>> = {
  accepted: 'accepted',
  sent_back: 'sent back',
  comment: 'said',
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
  const done = `${printQuarter(quarter)}, ${about}: ${DONE[entry.kind]}`;
  if (entry.comment === null) return cut(`${done}.`);
  return readsWords
    ? mrkdwn`${cut(done)}: “${cut(entry.comment, WORDS_CHARACTERS)}”`
    : cut(`${done}.${NOT_SHOWN}`);
};
