import type { ModalView } from '@slack/types';
import type { ReviewedMeasure, ReviewedReturn } from '../../application/review-return.ts';
import { cleanRefs } from '../../application/review-return.ts';
import {
  actions,
  type Block,
  button,
  context,
  divider,
  plain,
  section,
} from '../../blockkit/blocks.ts';
import {
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import type { OpenPoint } from '../../domain/submission/clean.ts';
import { headline } from '../../domain/wording/headline.ts';
import { positionSymbol } from '../../domain/wording/position-words.ts';
import { filedByWords } from '../filed-by.ts';
import { ACTION, VIEW } from '../ids.ts';
import { noticeBlock } from '../notice-block.ts';
import { counted } from '../standing-words.ts';
import { writeReviewPlace } from './values.ts';

const MEASURES_A_PAGE = 6;
const LINE_CHARACTERS = 350;
const COMMENTARY_CHARACTERS = 600;

const OPEN_WORDS: Readonly<Record<OpenPoint, string>> = {
  no_figure: 'no figure was filed',
  off_track: 'off track',
  provisional: 'provisional',
  no_verdict: 'no verdict until a question about its definition is answered',
  not_available: 'not available yet',
  asked: 'something was asked about it',
};

const pagesOfReview = ({ measures }: ReviewedReturn): number =>
  Math.max(1, Math.ceil(measures.length / MEASURES_A_PAGE));

/** One page of a return before its coordinator: what was filed, how it is judged, and what to do. */
export const reviewView = (
  reviewed: ReviewedReturn,
  page: number,
  notice: string | null = null,
): ModalView => {
  const { key, project, filing, measures } = reviewed;
  const pages = pagesOfReview(reviewed);
  const shown = Math.min(Math.max(page, 1), pages);
  const from = (shown - 1) * MEASURES_A_PAGE;
  const waiting = measures.filter(
    ({ verdict, standing }) => verdict?.kind !== 'accepted' && standing.assessment.figure !== null,
  );
  const title = truncateEscaped(oneLine(`${project.number} ${project.title}`), LINE_CHARACTERS);
  return {
    type: 'modal',
    callback_id: VIEW.review,
    private_metadata: writeReviewPlace({ key, page: shown, revision: filing.revision }),
    title: plain(`Review ${key.projectNumber}, ${printQuarter(key.quarter)}`, LIMITS.view.title),
    close: plain('Close'),
    blocks: [
      ...(notice === null ? [] : [noticeBlock(notice)]),
      section(mrkdwn`*${title}*\n${findingOf(reviewed)}`),
      context(
        mrkdwn`${truncateEscaped(oneLine(filedByWords(filing, project.agency)), LINE_CHARACTERS)}`,
      ),
      ...(pages > 1 ? [context(mrkdwn`Page ${shown} of ${pages}.`)] : []),
      ...measures.slice(from, from + MEASURES_A_PAGE).flatMap(measureBlocks),
      ...(shown === pages ? informationBlocks(reviewed) : []),
      divider(),
      ...pageButtons(shown, pages),
      actions([
        ...(waiting.length > 0
          ? [
              button({
                text: waiting.length === measures.length ? 'Accept all' : 'Accept the rest',
                actionId: ACTION.reviewAcceptAll,
                style: 'primary',
              }),
            ]
          : []),
        button({ text: 'Send back', actionId: ACTION.reviewSendBack }),
        button({
          text: 'Discuss',
          actionId: ACTION.reviewDiscuss,
          value: writeReviewPlace({ key, page: shown, revision: filing.revision }),
        }),
      ]),
    ],
  };
};

const findingOf = (reviewed: ReviewedReturn): string => {
  const { measures } = reviewed;
  const accepted = measures.filter(({ verdict }) => verdict?.kind === 'accepted').length;
  if (accepted === measures.length) return `All ${counted(measures.length, 'figure')} accepted.`;
  const clean = cleanRefs(measures).length;
  return `${accepted} of ${counted(measures.length, 'figure')} accepted; of the others ${clean} clean.`;
};

const pageButtons = (page: number, pages: number): Block[] => {
  const turns = [
    ...(page > 1
      ? [button({ text: 'Back', actionId: ACTION.reviewBack, value: String(page - 1) })]
      : []),
    ...(page < pages
      ? [button({ text: 'Next', actionId: ACTION.reviewNext, value: String(page + 1) })]
      : []),
  ];
  return turns.length === 0 ? [] : [actions(turns)];
};

const measureBlocks = (measure: ReviewedMeasure): Block[] => {
  const { standing, verdict, open } = measure;
  const { assessment } = standing;
  const { ref } = assessment.measure;
  const canAccept = verdict?.kind !== 'accepted' && assessment.figure !== null;
  const lines = [
    mrkdwn`${positionSymbol(assessment.position)} ${truncateEscaped(oneLine(headline(assessment)), LINE_CHARACTERS)}`,
    ...saidLines(measure),
    stateOf(measure),
    ...(open.length === 0 || !canAccept
      ? []
      : [mrkdwn`Look at it because: ${open.map((point) => OPEN_WORDS[point]).join(', ')}.`]),
  ];
  return [
    divider(),
    section(
      joinMrkdwn(lines),
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
  ];
};

const quoted = (text: string): Mrkdwn =>
  mrkdwn`“${truncateEscaped(oneLine(text), COMMENTARY_CHARACTERS)}”`;

const saidLines = ({ standing: { assessment }, asked }: ReviewedMeasure): readonly Mrkdwn[] => {
  const { figure } = assessment;
  if (figure === null) return [];
  const { commentary, action, awaited } = figure;
  return [
    commentary === null ? mrkdwn`No commentary was given.` : quoted(commentary),
    ...(action === null
      ? []
      : [
          mrkdwn`Being done: ${quoted(action.what)} (${truncateEscaped(oneLine(action.who), LINE_CHARACTERS)}, by ${printDay(action.by)})`,
        ]),
    ...(awaited === null
      ? []
      : [mrkdwn`Awaited: ${quoted(awaited.what)} (final by ${printDay(awaited.finalBy)})`]),
    ...asked
      .slice(-2)
      .map(
        ({ found, said }) =>
          mrkdwn`Asked: ${truncateEscaped(oneLine(found), LINE_CHARACTERS)} ${said === null ? mrkdwn`Confirmed as it stands.` : quoted(said)}`,
      ),
  ];
};

const stateOf = ({ verdict }: ReviewedMeasure): Mrkdwn => {
  if (verdict === null) return mrkdwn`_Waits for your word._`;
  const by = truncateEscaped(oneLine(verdict.by ?? 'a coordinator'), LINE_CHARACTERS);
  const on = printDay(dayIn(verdict.at));
  return verdict.kind === 'accepted'
    ? mrkdwn`_Accepted by ${by} on ${on}._`
    : mrkdwn`_Sent back by ${by} on ${on}._`;
};

const informationBlocks = ({ filing }: ReviewedReturn): Block[] =>
  filing.additionalInformation === null
    ? []
    : [
        divider(),
        section(mrkdwn`*Additional information*\n${quoted(filing.additionalInformation)}`),
      ];
