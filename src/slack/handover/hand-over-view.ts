import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { dayTyped, shortTextIn } from '../../application/entry-fields.ts';
import type { HandoverRequest, OpenHandover } from '../../application/hand-over.ts';
import { SAID, SUBSTITUTE, UNTIL } from '../../application/hand-over-faults.ts';
import type { Store } from '../../application/ports.ts';
import type { Handover } from '../../application/submission-record.ts';
import { type Block, context, plain, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { handedOverSentence, listProjects, nameOf } from '../handover-words.ts';
import { VIEW } from '../ids.ts';

const INPUT = 'input';
const LONGEST_SENTENCE = 300;

const CALLBACKS = { away: VIEW.handoverAway, not_me: VIEW.handoverNotMe } as const;
const TITLES = { away: 'I’m away', not_me: 'Not me' } as const;

/** The window in which somebody hands over. `metadata` is what it is about, as its button said. */
export const handOverView = (store: Store, open: OpenHandover, metadata: string): ModalView => ({
  type: 'modal',
  callback_id: CALLBACKS[open.reason],
  private_metadata: metadata,
  title: plain(TITLES[open.reason], LIMITS.view.title),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    section(mrkdwn`*${introduction(open)}*`),
    ...passedOn(store, open),
    ...(open.reason === 'away' ? [untilInput()] : []),
    {
      type: 'input',
      block_id: SUBSTITUTE,
      optional: true,
      label: plain(open.reason === 'away' ? 'Who fills in meanwhile?' : 'Who is it?'),
      hint: plain(
        open.reason === 'away'
          ? 'They get a message at once and can file. Leave it empty for nobody: then the project’s deputies are told, or the coordinator where there are none.'
          : 'They get a message at once and can file. Leave it empty if you don’t know: then the coordinator is asked.',
      ),
      element: {
        type: 'users_select',
        action_id: INPUT,
        placeholder: plain(open.reason === 'away' ? 'Nobody' : 'I don’t know'),
      },
    },
    ...(open.reason === 'not_me' ? [saidInput()] : []),
    context(mrkdwn`The coordinator is told and can undo it.`),
  ],
});

const introduction = ({ reason, places }: OpenHandover): string => {
  const listed = listProjects(places.flatMap(({ projects }) => projects));
  return reason === 'away'
    ? `While you are away somebody else gets your reminders and can file: ${listed}.`
    : `You say that this is somebody else’s: ${listed}.`;
};

/** Of what somebody stands in for, whose it is: it is passed on for as long as that lead is away. */
const passedOn = (store: Store, { places }: OpenHandover): readonly Block[] => {
  const names = new Set(
    places.flatMap(({ passes }) => (passes === null ? [] : [nameOf(store, passes.lead)])),
  );
  return names.size === 0
    ? []
    : [
        context(
          mrkdwn`What you stand in for is passed on, until its lead is back: ${[...names].join(', ')}.`,
        ),
      ];
};

const untilInput = (): Block => ({
  type: 'input',
  block_id: UNTIL,
  label: plain('Away until'),
  hint: plain('The last day you are away, today at the earliest.'),
  element: { type: 'datepicker', action_id: INPUT, placeholder: plain('Choose a day') },
});

const saidInput = (): Block => ({
  type: 'input',
  block_id: SAID,
  optional: true,
  label: plain('What should the coordinator know?'),
  element: { type: 'plain_text_input', action_id: INPUT, max_length: LONGEST_SENTENCE },
});

const field = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .object({ [INPUT]: shape })
    .optional()
    .catch(undefined);

const stateSchema = z.object({
  values: z.object({
    [UNTIL]: field(z.object({ selected_date: z.string().nullish() })),
    [SUBSTITUTE]: field(z.object({ selected_user: z.string().nullish() })),
    [SAID]: field(z.object({ value: z.string().nullish() })),
  }),
});

/** What a window holds as it comes back; untrusted. */
export interface HandoverTyped extends Pick<HandoverRequest, 'until' | 'said'> {
  /** A Slack user id, as the client sent it. */
  readonly substitute: string | null;
}

const SLACK_ID = /^[UW][A-Z0-9]{2,20}$/;

/** Reads a window; null where it is none of ours, or who was chosen is no Slack user at all. */
export const readHandOver = (state: unknown): HandoverTyped | null => {
  const values = stateSchema.safeParse(state).data?.values;
  const substitute = values?.[SUBSTITUTE]?.[INPUT].selected_user ?? null;
  if (values === undefined || (substitute !== null && !SLACK_ID.test(substitute))) return null;
  const typed = {
    [UNTIL]: values[UNTIL]?.[INPUT].selected_date ?? null,
    [SAID]: values[SAID]?.[INPUT].value ?? null,
  };
  return {
    until: dayTyped(typed, UNTIL),
    substitute,
    said: shortTextIn(typed, SAID, LONGEST_SENTENCE),
  };
};

/** What stands from now on, and who was told. */
export const handedOverView = (store: Store, made: readonly Handover[]): ModalView => {
  const [first] = made;
  const sentence = first === undefined ? 'Saved.' : handedOverSentence(store, first);
  return {
    type: 'modal',
    title: plain('Saved'),
    close: plain('Done'),
    blocks: [
      section(mrkdwn`*${sentence}*`),
      section(
        first?.reason === 'away'
          ? mrkdwn`Back earlier? Press *I’m back* in my message to you or on my Home.`
          : mrkdwn`Pressed by mistake? Ask the coordinator to undo it.`,
      ),
    ],
  };
};
