import type { ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { OpenCorrection } from '../../application/decide-correction.ts';
import { plain, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import { VIEW } from '../ids.ts';
import { noticeBlock } from '../notice-block.ts';
import { correctionBlocks, nameOfActor } from './correction-words.ts';

export const DECISION = 'decision';
export const COMMENT = 'comment';
const INPUT = 'input';
const LONGEST_COMMENT = 500;

const OPTIONS: readonly PlainTextOption[] = [
  { text: plain('Approve: put it on record'), value: 'approved' },
  { text: plain('Decline: leave the record as it is'), value: 'declined' },
];

/** What was chosen and written in the window so far. */
export interface DecisionTyped {
  readonly decision: 'approved' | 'declined' | null;
  readonly comment: string | null;
}

/** The window in which a coordinator decides on a correction. */
export const decideView = (
  open: OpenCorrection,
  { decision, comment }: DecisionTyped = { decision: null, comment: null },
  notice: string | null = null,
): ModalView => {
  const { correction, revision } = open;
  const chosen = OPTIONS.find(({ value }) => value === decision);
  const who = nameOfActor(correction.askedBy, 'A lead');
  return {
    type: 'modal',
    callback_id: VIEW.correctionDecide,
    private_metadata: `${correction.id}/${revision}`,
    title: plain('Correction', LIMITS.view.title),
    submit: plain('Save decision'),
    close: plain('Close'),
    blocks: [
      ...(notice === null ? [] : [noticeBlock(notice)]),
      section(
        mrkdwn`*${who} asks for a correction of project ${correction.projectNumber}, ${printQuarter(correction.quarter)}.*`,
      ),
      ...correctionBlocks(open),
      {
        type: 'input',
        block_id: DECISION,
        label: plain('Your decision'),
        element: {
          type: 'radio_buttons',
          action_id: INPUT,
          options: [...OPTIONS],
          ...(chosen === undefined ? {} : { initial_option: chosen }),
        },
      },
      {
        type: 'input',
        block_id: COMMENT,
        // Needed to decline; checked there, so that the sentence stands beside it.
        optional: true,
        label: plain('What should they know?'),
        hint: plain('Needed if you decline. It is kept with the return.'),
        element: {
          type: 'plain_text_input',
          action_id: INPUT,
          multiline: true,
          max_length: LONGEST_COMMENT,
          ...(comment === null ? {} : { initial_value: comment }),
        },
      },
    ],
  };
};

const stateSchema = z.object({
  values: z.object({
    [DECISION]: z.object({
      [INPUT]: z.object({
        selected_option: z.object({ value: z.enum(['approved', 'declined']) }).nullish(),
      }),
    }),
    [COMMENT]: z.object({ [INPUT]: z.object({ value: z.string().nullish() }) }),
  }),
});

export const readDecision = (state: unknown): DecisionTyped => {
  const read = stateSchema.safeParse(state);
  if (!read.success) return { decision: null, comment: null };
  const { [DECISION]: decision, [COMMENT]: comment } = read.data.values;
  const text = comment[INPUT].value?.trim() ?? '';
  return {
    decision: decision[INPUT].selected_option?.value ?? null,
    comment: text === '' ? null : text.toWellFormed(),
  };
};

/** Which correction a window claims to be about, and the revision it was read against. */
export const readCorrectionPlace = (
  metadata: string,
): { readonly id: number; readonly revision: number } | null => {
  const match = /^(\d{1,9})\/(\d{1,9})$/.exec(metadata);
  return match === null ? null : { id: Number(match[1]), revision: Number(match[2]) };
};
