import type { Temporal } from 'temporal-polyfill';
import type { Standing } from '../../application/assess.ts';
import type { lastChangeOf } from '../../application/filing-changes.ts';
import { isAfter } from '../../application/submission-form.ts';
import { oneLine, stripControl, truncate } from '../../blockkit/escape.ts';
import { dayIn, printDay, printWeekday } from '../../domain/calendar/calendar.ts';
import { figureDue } from '../../domain/data-lag.ts';
import type { FiledFigure } from '../../domain/figure.ts';
import type { Assessment } from '../../domain/judging/assessment.ts';
import { sameAnswer } from '../../domain/same-figure.ts';
import { actionWords, awaitedWords } from '../../domain/wording/beside-figure.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import { isWithheld } from '../../domain/wording/withheld-words.ts';

// About eight lines on a phone; Why? shows as much as Slack can.
const COMMENTARY_CHARACTERS = 500;
const COMMENTARY_LINES = 8;
const BESIDE_CHARACTERS = 1_000;

/**
 * What the lead said of the figure: their commentary, what is being done about it and what it still
 * waits for. Empty where nothing was filed.
 */
export const saidWords = (assessment: Assessment): string => {
  const { figure } = assessment;
  if (figure === null) return '';
  if (isWithheld(assessment)) return 'Commentary is not shown beside a figure that is withheld.';
  const { commentary, action, awaited } = figure;
  const said = [
    ...(commentary === null ? [] : [commentaryWords(commentary)]),
    ...(action === null ? [] : [`Being done: ${beside(actionWords(action))}`]),
    ...(awaited === null ? [] : [`Awaited: ${beside(awaitedWords(awaited))}`]),
  ];
  return commentary === null && action === null
    ? ['No commentary was given.', ...said].join('\n')
    : said.join('\n');
};

/** Shortened in plain sight. */
const commentaryWords = (commentary: string): string => {
  const lines = stripControl(commentary)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const text = lines.slice(0, COMMENTARY_LINES).join('\n');
  const shown = truncate(text, COMMENTARY_CHARACTERS);
  const isCut = shown !== text || lines.length > COMMENTARY_LINES;
  return `Commentary: ${shown}${isCut ? ' (Shortened here: press Why? for more.)' : ''}`;
};

/** On one line, so that it is told from the commentary before it; the form keeps it short. */
const beside = (words: string): string => truncate(oneLine(stripControl(words)), BESIDE_CHARACTERS);

/** `17% until 3 August 2015, when it became 19%`: what a figure was and is; empty where it never changed. */
export const changedWords = (
  { assessment: { measure } }: Standing,
  change: ReturnType<typeof lastChangeOf>,
): string => {
  if (change === null) return '';
  const { before, after, filing } = change;
  const print = (figure: FiledFigure): string =>
    `${printAnswer(figure.answer, measure.unit)}${figure.provisional ? ', provisional,' : ''}`;
  const became = sameAnswer(before.answer, after.answer)
    ? after.provisional
      ? 'provisional'
      : 'final'
    : print(after).replace(/,$/, '');
  return `${print(before)} until ${printDay(dayIn(filing.filedAt))}, when it became ${became}`;
};

/** `Filed by Public Health (Priya Shah) on 14 July 2015.`, or by when it is to be; empty where it is not due. */
export const filedLine = (
  { project, submission, assessment }: Standing,
  {
    today,
    figureFiled,
  }: {
    readonly today: Temporal.PlainDate;
    /** Who put this figure on record and what was decided about it; null while there is none. */
    readonly figureFiled: string | null;
  },
): string => {
  const filing = submission?.filing ?? null;
  const { measure, figure, position, quarter } = assessment;
  const isBehind = figure === null && measure.dataLagQuarters > 0;
  if (filing === null || isBehind) {
    if (position === 'not_due') return '';
    const due = figureDue(measure, quarter);
    if (isBehind)
      return `${project.agency} has not filed ${measure.ref}; it was due by ${printDay(due)}.`;
    return isAfter(today, due)
      ? `${project.agency} has not filed; figures were due by ${printDay(due)}.`
      : `${project.agency} has not filed yet; figures are due by ${printWeekday(due)}.`;
  }
  return figureFiled ?? '';
};
