import type { ModalView } from '@slack/types';
import type { OpenReturn } from '../../application/open-return.ts';
import type { ReviewEntry, ReviewKind } from '../../application/submission-record.ts';
import { context, plain, section } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import { VIEW } from '../ids.ts';
import { noticeBlock } from '../notice-block.ts';
import { paragraphs } from '../standing-blocks.ts';
import { listUpTo } from '../standing-words.ts';
import { WHOLE } from './send-back-view.ts';
import { firstPageOf } from './values.ts';

const INPUT = 'input';
const LONGEST_COMMENT = 500;
const SAID_CHARACTERS = 500;
// The latest are what is being talked about; the history has them all.
const MOST_ENTRIES = 15;
const MOST_NAMES = 12;

const DONE: Readonly<Record<ReviewKind, string>> = {
  accepted: 'accepted',
  sent_back: 'sent back',
  comment: 'said',
  confirmed_final: 'confirmed as final',
  correction_asked: 'asked for a correction',
  correction_approved: 'approved a correction',
  correction_declined: 'declined a correction',
  correction_withdrawn: 'took back a correction',
};

/** What has been said and decided about a return, and a field to answer in. */
export const discussView = (
  { key }: OpenReturn,
  entries: readonly ReviewEntry[],
  {
    typed = null,
    notice = null,
  }: { readonly typed?: string | null; readonly notice?: string | null } = {},
): ModalView => ({
  type: 'modal',
  callback_id: VIEW.reviewDiscuss,
  private_metadata: firstPageOf(key),
  title: plain(`Project ${key.projectNumber}, ${printQuarter(key.quarter)}`, LIMITS.view.title),
  submit: plain('Say it'),
  close: plain('Close'),
  blocks: [
    ...(notice === null ? [] : [noticeBlock(notice)]),
    ...(entries.length === 0
      ? [section(mrkdwn`Nothing has been said about this return yet.`)]
      : paragraphs(togetherOnes(entries).slice(-MOST_ENTRIES).map(entryLine))),
    {
      type: 'input',
      block_id: WHOLE,
      label: plain('What do you want to say?'),
      element: {
        type: 'plain_text_input',
        action_id: INPUT,
        multiline: true,
        max_length: LONGEST_COMMENT,
        ...(typed === null ? {} : { initial_value: typed }),
      },
    },
    context(mrkdwn`It is kept with the return; the other side is told.`),
  ],
});

/** What was done at one moment to several measures, with the same words or none, is one line. */
const togetherOnes = (entries: readonly ReviewEntry[]): ReadonlyArray<readonly ReviewEntry[]> => [
  ...Map.groupBy(entries, ({ kind, comment, at, id }) =>
    comment === null ? `${kind}/${at}` : String(id),
  ).values(),
];

const entryLine = (together: readonly ReviewEntry[]): Mrkdwn => {
  const [first] = together;
  if (first === undefined) return mrkdwn``;
  const { kind, comment, by, at } = first;
  const refs = together.flatMap(({ ref }) => ref ?? []);
  const who = truncateEscaped(oneLine(by.name ?? 'Somebody'), SAID_CHARACTERS);
  const about = refs.length === 0 ? '' : ` ${listUpTo(refs, MOST_NAMES)}`;
  const said =
    comment === null ? mrkdwn`` : mrkdwn`: “${truncateEscaped(oneLine(comment), SAID_CHARACTERS)}”`;
  return mrkdwn`${printDay(dayIn(at))}, ${who} ${DONE[kind]}${about}${said}`;
};
