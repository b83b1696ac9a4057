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
import { WHOLE } from './send-back-view.ts';
import { writeReviewPlace } from './values.ts';

const INPUT = 'input';
const LONGEST_COMMENT = 500;
const SAID_CHARACTERS = 500;
// The latest are what is being talked about; the history has them all.
const MOST_ENTRIES = 15;

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
  { key, submission }: OpenReturn,
  entries: readonly ReviewEntry[],
  {
    typed = null,
    notice = null,
  }: { readonly typed?: string | null; readonly notice?: string | null } = {},
): ModalView => ({
  type: 'modal',
  callback_id: VIEW.reviewDiscuss,
  private_metadata: writeReviewPlace({ key, page: 1, revision: submission?.filing?.revision ?? 0 }),
  title: plain(`Project ${key.projectNumber}, ${printQuarter(key.quarter)}`, LIMITS.view.title),
  submit: plain('Say it'),
  close: plain('Close'),
  blocks: [
    ...(notice === null ? [] : [noticeBlock(notice)]),
    ...(entries.length === 0
      ? [section(mrkdwn`Nothing has been said about this return yet.`)]
      : paragraphs(entries.slice(-MOST_ENTRIES).map(entryLine))),
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

const entryLine = ({ kind, ref, comment, by, at }: ReviewEntry): Mrkdwn => {
  const who = truncateEscaped(oneLine(by.name ?? 'Somebody'), SAID_CHARACTERS);
  const about = ref === null ? '' : ` ${ref}`;
  const said =
    comment === null ? mrkdwn`` : mrkdwn`: “${truncateEscaped(oneLine(comment), SAID_CHARACTERS)}”`;
  return mrkdwn`${printDay(dayIn(at))}, ${who} ${DONE[kind]}${about}${said}`;
};
