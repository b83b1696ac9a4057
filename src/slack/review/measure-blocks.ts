import type { AnsweredQuestion } from '../../application/ports.ts';
import type { ReviewedMeasure } from '../../application/review-return.ts';
import { type Block, button, divider, section } from '../../blockkit/blocks.ts';
import {
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import { dayIn, printDay } from '../../domain/calendar/calendar.ts';
import { sameAnswer, sameFigure } from '../../domain/same-figure.ts';
import type { OpenPoint } from '../../domain/submission/clean.ts';
import { headline } from '../../domain/wording/headline.ts';
import { positionSymbol } from '../../domain/wording/position-words.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import { ACTION } from '../ids.ts';
import { paragraphs } from '../standing-blocks.ts';

const LINE_CHARACTERS = 350;
const COMMENTARY_CHARACTERS = 600;
// The latest are what was asked of the figure that stands.
const MOST_ASKED = 2;

const OPEN_WORDS: Readonly<Record<OpenPoint, string>> = {
  no_figure: 'no figure was filed',
  off_track: 'off track',
  provisional: 'provisional',
  no_verdict: 'no verdict until a question about its definition is answered',
  not_available: 'not yet available',
  asked: 'something was asked about it',
  sent_back: 'it had been sent back',
};

/** One measure before its coordinator: the finding and what is decided, with the button; then the words. */
export const measureBlocks = (measure: ReviewedMeasure): Block[] => {
  const { standing, verdict, open } = measure;
  const { assessment } = standing;
  const { ref } = assessment.measure;
  const canAccept = verdict?.kind !== 'accepted' && assessment.figure !== null;
  const finding = [
    mrkdwn`${positionSymbol(assessment.position)} ${cut(headline(assessment))}`,
    stateOf(measure),
    ...(open.length === 0 || !canAccept
      ? []
      : [mrkdwn`Look at it because: ${open.map((point) => OPEN_WORDS[point]).join(', ')}.`]),
  ];
  return [
    divider(),
    section(
      joinMrkdwn(finding),
      canAccept
        ? {
            accessory: button({
              text: `Accept ${ref}`,
              actionId: ACTION.reviewAccept,
              value: ref,
            }),
          }
        : {},
    ),
    ...paragraphs([...sentBackLines(measure), ...saidLines(measure)]),
  ];
};

const cut = (text: string): Mrkdwn => truncateEscaped(oneLine(text), LINE_CHARACTERS);

const quoted = (text: string): Mrkdwn =>
  mrkdwn`“${truncateEscaped(oneLine(text), COMMENTARY_CHARACTERS)}”`;

/** What it was sent back with, and what has become of the figure since. */
const sentBackLines = ({ sentBack, standing }: ReviewedMeasure): readonly Mrkdwn[] => {
  if (sentBack === null) return [];
  const { entry, figure: before } = sentBack;
  const { figure, measure } = standing.assessment;
  const said = mrkdwn`Sent back on ${printDay(dayIn(entry.at))} by ${cut(entry.by.name ?? 'a coordinator')}: ${quoted(entry.comment ?? '')}`;
  if (before === null || figure === null || figure.revision === before.revision) return [said];
  const is = sameAnswer(before.answer, figure.answer)
    ? sameFigure(before, figure)
      ? 'It was filed again as it was.'
      : 'The figure is the same; what is said of it has changed.'
    : `It was ${printAnswer(before.answer, measure.unit)} then.`;
  return [said, cut(is)];
};

const saidLines = ({ standing: { assessment }, asked }: ReviewedMeasure): readonly Mrkdwn[] => {
  const { figure } = assessment;
  if (figure === null) return [];
  const { commentary, action, awaited } = figure;
  return [
    commentary === null ? mrkdwn`No commentary was given.` : quoted(commentary),
    ...(action === null
      ? []
      : [
          mrkdwn`Being done: ${quoted(action.what)} (${cut(action.who)}, by ${printDay(action.by)})`,
        ]),
    ...(awaited === null
      ? []
      : [mrkdwn`Awaited: ${quoted(awaited.what)} (final by ${printDay(awaited.finalBy)})`]),
    ...asked.slice(-MOST_ASKED).map(askedLine),
  ];
};

/** What was asked before a filing, and what was said to it. */
export const askedLine = ({ found, said }: AnsweredQuestion): Mrkdwn =>
  mrkdwn`Asked: ${cut(found)} ${said === null ? mrkdwn`Confirmed as it stands.` : quoted(said)}`;

const stateOf = ({ verdict }: ReviewedMeasure): Mrkdwn => {
  if (verdict === null) return mrkdwn`_Waits for review._`;
  const by = cut(verdict.by ?? 'a coordinator');
  const on = printDay(dayIn(verdict.at));
  return verdict.kind === 'accepted'
    ? mrkdwn`_Accepted by ${by} on ${on}._`
    : mrkdwn`_Waits for its agency._`;
};
