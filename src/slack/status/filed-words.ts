import type { Temporal } from 'temporal-polyfill';
import type { Standing } from '../../application/assess.ts';
import type { Store, StoredSubmission } from '../../application/ports.ts';
import { isAfter } from '../../application/submission-form.ts';
import { oneLine, stripControl, truncate } from '../../blockkit/escape.ts';
import { dayIn, printDay, printWeekday } from '../../domain/calendar/calendar.ts';
import { dueDate } from '../../domain/calendar/working-days.ts';
import type { Assessment } from '../../domain/judging/assessment.ts';
import type { Verdict } from '../../domain/submission/acceptance.ts';
import { actionWords, awaitedWords } from '../../domain/wording/beside-figure.ts';
import { isWithheld } from '../../domain/wording/withheld-words.ts';
import { onBehalfWords } from '../filed-by.ts';

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

/** Who is behind a filing, where we know them by name; a file knows people by their addresses. */
export const filerName = (
  store: Pick<Store, 'person' | 'personByEmail'>,
  { submission }: Standing,
): string | null => {
  const filer = submission?.filing?.filedBy;
  if (filer?.kind !== 'person') return null;
  return (
    filer.name ??
    store.person(filer.key)?.name ??
    store.personByEmail(filer.key.toLowerCase())?.name ??
    null
  );
};

/** `Filed by Public Health (Priya Shah) on 14 July 2015.`, or by when it is to be; empty where it is not due. */
export const filedLine = (
  { project, submission, assessment }: Standing,
  {
    today,
    filer,
    verdict,
  }: {
    readonly today: Temporal.PlainDate;
    readonly filer: string | null;
    /** What the coordinator decided about this figure last. */
    readonly verdict: Verdict | null;
  },
): string => {
  const filing = submission?.filing ?? null;
  if (filing === null) {
    if (assessment.position === 'not_due') return '';
    const due = dueDate(assessment.quarter);
    return isAfter(today, due)
      ? `${project.agency} has not filed; figures were due by ${printDay(due)}.`
      : `${project.agency} has not filed yet; figures are due by ${printWeekday(due)}.`;
  }
  const { filedAt, revision } = filing;
  const by =
    filing.onBehalf === null
      ? ` by ${project.agency}${filer === null ? '' : ` (${filer})`}`
      : `${filer === null ? '' : ` by ${filer}`}${onBehalfWords(filing, project.agency)}`;
  const again = revision > 1 ? ` (revision ${revision})` : '';
  return `Filed${by} on ${printDay(dayIn(filedAt))}${again}${stateWords(submission, verdict)}.`;
};

/** `, accepted by Anna Reid on 16 July 2015`: who decided and when, where that is on record. */
const stateWords = (submission: Standing['submission'], verdict: Verdict | null): string => {
  if (verdict === null) return STATE_WORDS[submission?.state ?? 'submitted'];
  const done = verdict.kind === 'accepted' ? 'accepted' : 'sent back for another look';
  const by = verdict.by === null ? '' : ` by ${verdict.by}`;
  return `; ${done}${by} on ${printDay(dayIn(verdict.at))}`;
};

const STATE_WORDS: Readonly<Record<StoredSubmission['state'], string>> = {
  draft: '',
  submitted: '',
  sent_back: '; sent back for another look',
  accepted: '; accepted',
  published: '; published',
};
