import type { ModalView } from '@slack/types';
import { seenOf } from '../../application/accept-figures.ts';
import { filedSentence } from '../../application/filing-words.ts';
import type { Store } from '../../application/ports.ts';
import { cleanRefs, type ReviewedReturn } from '../../application/review-return.ts';
import {
  actions,
  type Block,
  button,
  context,
  divider,
  plain,
  section,
} from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import { ACTION, VIEW } from '../ids.ts';
import { noticeBlock } from '../notice-block.ts';
import { writeFormReference } from '../references.ts';
import { paragraphs } from '../standing-blocks.ts';
import { counted } from '../standing-words.ts';
import { takeOutButton } from '../text-scope.ts';
import { askedLine, measureBlocks } from './measure-blocks.ts';
import { writeReviewPlace } from './values.ts';

const MEASURES_A_PAGE = 6;
const LINE_CHARACTERS = 350;
const WHO_CHARACTERS = 1_500;
const INFORMATION_CHARACTERS = 1_500;

const pagesOfReview = ({ measures }: ReviewedReturn): number =>
  Math.max(1, Math.ceil(measures.length / MEASURES_A_PAGE));

/** One page of a return before its coordinator: what was filed, how it is judged, and what to do. */
export const reviewView = (
  store: Store,
  reviewed: ReviewedReturn,
  page: number,
  notice: string | null = null,
): ModalView => {
  const { key, project, stored, filing, measures, entries } = reviewed;
  const pages = pagesOfReview(reviewed);
  const shown = Math.min(Math.max(page, 1), pages);
  const from = (shown - 1) * MEASURES_A_PAGE;
  const title = truncateEscaped(oneLine(`${project.number} ${project.title}`), LINE_CHARACTERS);
  const place = { programme: stored.programme, project };
  const filed = oneLine(filedSentence(store, place, filing, entries));
  return {
    type: 'modal',
    callback_id: VIEW.review,
    private_metadata: writeReviewPlace({ key, page: shown, seen: seenOf(reviewed) }),
    title: plain(`Review ${key.projectNumber}, ${printQuarter(key.quarter)}`, LIMITS.view.title),
    close: plain('Close'),
    blocks: [
      ...(notice === null ? [] : [noticeBlock(notice)]),
      section(mrkdwn`*${title}*\n${findingOf(reviewed)}`),
      context(mrkdwn`${truncateEscaped(filed, WHO_CHARACTERS)}`),
      ...(pages > 1 ? [context(mrkdwn`Page ${shown} of ${pages}.`)] : []),
      ...measures.slice(from, from + MEASURES_A_PAGE).flatMap(measureBlocks),
      ...(shown === pages ? informationBlocks(store, reviewed) : []),
      divider(),
      ...pageButtons(shown, pages),
      actions([
        ...acceptButtons(reviewed),
        button({ text: 'Send back', actionId: ACTION.reviewSendBack }),
        button({
          text: 'Discuss',
          actionId: ACTION.reviewDiscuss,
          value: writeReviewPlace({ key, page: shown, seen: seenOf(reviewed) }),
        }),
        button({
          text: 'Correct figures',
          actionId: ACTION.submitOpen,
          value: writeFormReference({ key, purpose: 'correct', ref: null }),
        }),
        takeOutButton({ key, whole: false, ref: null }),
      ]),
      ...fileForThem(reviewed),
    ],
  };
};

/** Where the agency is not in Slack, or does not answer, the coordinator files again for it. */
const fileForThem = ({ key, filing, moment }: ReviewedReturn): Block[] => {
  const isOpen = moment.state === 'submitted' || moment.state === 'sent_back';
  if (!isOpen || (filing.onBehalf === null && moment.state === 'submitted')) return [];
  const value = writeFormReference({ key, purpose: 'file_on_behalf', ref: null });
  return [actions([button({ text: 'File for them', actionId: ACTION.submitOpen, value })])];
};

/** Accepts what is left. Where some of it stands on other pages, what that takes in is said first. */
const acceptButtons = (reviewed: ReviewedReturn) => {
  const { measures, key } = reviewed;
  const waiting = measures.filter(
    ({ verdict, standing }) => verdict?.kind !== 'accepted' && standing.assessment.figure !== null,
  );
  if (waiting.length === 0) return [];
  const accept = button({
    text: waiting.length === measures.length ? 'Accept all' : 'Accept the rest',
    actionId: ACTION.reviewAcceptAll,
    style: 'primary',
  });
  if (pagesOfReview(reviewed) === 1) return [accept];
  const unclean = waiting.length - cleanRefs(waiting).length;
  const clean =
    unclean === 0
      ? 'All of them are clean'
      : `${unclean} of them ${unclean === 1 ? 'is' : 'are'} not clean`;
  return [
    {
      ...accept,
      confirm: {
        title: plain(`Accept ${counted(waiting.length, 'figure')}?`),
        text: plain(
          `They will be accepted and locked, on every page of project ${key.projectNumber}. ${clean}.`,
        ),
        confirm: plain('Accept'),
        deny: plain('Not now'),
      },
    },
  ];
};

const findingOf = ({ measures }: ReviewedReturn): string => {
  const accepted = measures.filter(({ verdict }) => verdict?.kind === 'accepted').length;
  if (accepted === measures.length) return `All ${counted(measures.length, 'figure')} accepted.`;
  const missing = measures.filter(({ standing }) => standing.assessment.figure === null).length;
  const open = missing === 0 ? '' : `; ${missing} ${missing === 1 ? 'has' : 'have'} no figure yet`;
  return `${accepted} of ${counted(measures.length, 'figure')} accepted; of the others ${cleanRefs(measures).length || 'none'} clean${open}.`;
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

/** The additional information, and what was asked about it before it was filed. */
const informationBlocks = (store: Store, { filing, measures }: ReviewedReturn): Block[] => {
  const refs = measures.map(({ standing }) => standing.assessment.measure.ref);
  const asked = store.questions(filing.id).filter(({ ref }) => !refs.includes(ref));
  const lines = [
    ...(filing.additionalInformation === null
      ? []
      : [
          mrkdwn`*Additional information*`,
          mrkdwn`“${truncateEscaped(oneLine(filing.additionalInformation), INFORMATION_CHARACTERS)}”`,
        ]),
    ...asked.map(askedLine),
  ];
  return lines.length === 0 ? [] : [divider(), ...paragraphs(lines)];
};
