import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { seenOf } from '../../application/accept-figures.ts';
import type { ReviewedReturn } from '../../application/review-return.ts';
import { plain, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import { VIEW } from '../ids.ts';
import { noticeBlock } from '../notice-block.ts';
import { writeReviewPlace } from './values.ts';

/** The comment about the whole return. */
export const WHOLE = 'comment';
const INPUT = 'input';
const LONGEST_COMMENT = 500;
const LABEL_CHARACTERS = 120;
// A window holds a hundred blocks; of a return with more measures the rest is told in the whole one's.
const MOST_MEASURES = 90;

export type Comments = Readonly<Record<string, string>>;

/** The window in which a coordinator says what should be looked at again. */
export const sendBackView = (
  reviewed: ReviewedReturn,
  typed: Comments = {},
  notice: string | null = null,
): ModalView => ({
  type: 'modal',
  callback_id: VIEW.reviewSendBack,
  private_metadata: writeReviewPlace({ key: reviewed.key, page: 1, seen: seenOf(reviewed) }),
  title: plain(
    `Send back ${reviewed.key.projectNumber}, ${printQuarter(reviewed.key.quarter)}`,
    LIMITS.view.title,
  ),
  submit: plain('Send back'),
  close: plain('Back'),
  blocks: [
    ...(notice === null ? [] : [noticeBlock(notice)]),
    section(
      mrkdwn`Say what should be looked at again. The agency gets one message, with a button to each question you comment on. A figure you leave out stays as it is.`,
    ),
    ...reviewed.measures.slice(0, MOST_MEASURES).map(({ standing: { assessment } }) => {
      const { ref, shortTitle } = assessment.measure;
      return commentInput(ref, `${ref} ${truncate(oneLine(shortTitle), LABEL_CHARACTERS)}`, typed);
    }),
    commentInput(WHOLE, 'The whole return: this opens every figure again', typed),
  ],
});

const commentInput = (field: string, label: string, typed: Comments): InputBlock => {
  const initial = typed[field];
  return {
    type: 'input',
    block_id: field,
    optional: true,
    label: plain(label),
    element: {
      type: 'plain_text_input',
      action_id: INPUT,
      multiline: true,
      max_length: LONGEST_COMMENT,
      ...(initial === undefined ? {} : { initial_value: initial }),
    },
  };
};

const stateSchema = z.object({
  values: z.record(
    z.string(),
    z.object({ [INPUT]: z.object({ value: z.string().nullish() }).optional() }),
  ),
});

/** What was written, by measure; what is empty is left out. */
export const readComments = (state: unknown): Comments => {
  const read = stateSchema.safeParse(state);
  if (!read.success) return {};
  return Object.fromEntries(
    Object.entries(read.data.values).flatMap(([field, inputs]) => {
      const text = inputs[INPUT]?.value?.trim() ?? '';
      return text === ''
        ? []
        : [[field, [...text.toWellFormed()].slice(0, LONGEST_COMMENT).join('')]];
    }),
  );
};
