import type { ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import {
  type GivenReason,
  LONGEST_NOTE,
  NOTE,
  PURGE_REASONS,
  type PurgeReason,
  REASON,
} from '../../application/purge-reason.ts';
import type { OpenText, TextScope } from '../../application/purge-text.ts';
import { textLabel, textName } from '../../application/text-labels.ts';
import { type Block, context, plain, section } from '../../blockkit/blocks.ts';
import {
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { dayIn, printDay } from '../../domain/calendar/calendar.ts';
import { removedOn } from '../../domain/removed-text.ts';
import { VIEW } from '../ids.ts';
import { plainQuotation } from '../plain-quotation.ts';
import { counted } from '../standing-words.ts';
import { isTypedOnly } from './choose-view.ts';
import { markOf, writeConfirmPlace } from './values.ts';

const SURE = 'sure';
const INPUT = 'input';
const NAME_CHARACTERS = 150;
// Its places are alike; beyond this their number says it.
const MOST_PLACES = 12;

const REASONS: readonly PurgeReason[] = ['person', 'contact', 'misplaced', 'other'];
const OPTIONS: readonly PlainTextOption[] = REASONS.map((reason) => ({
  text: plain(PURGE_REASONS[reason]),
  value: reason,
}));

/** The text itself, exactly what taking it out does, and what is asked before it is done. */
export const confirmView = (open: OpenText, scope: TextScope): ModalView => ({
  type: 'modal',
  callback_id: VIEW.purgeConfirm,
  private_metadata: writeConfirmPlace({ scope, place: open.text, mark: markOf(open.places) }),
  title: plain('Take a text out', LIMITS.view.title),
  submit: plain('Take it out'),
  close: plain('Back'),
  blocks: [
    ...textBlocks(open),
    ...consequences(open),
    {
      type: 'input',
      block_id: REASON,
      label: plain('Why?'),
      element: { type: 'radio_buttons', action_id: INPUT, options: [...OPTIONS] },
    },
    {
      type: 'input',
      block_id: NOTE,
      optional: true,
      label: plain('Anything to add to the reason?'),
      hint: plain('Kept for good and shown in the history: say why, never what the text says.'),
      element: { type: 'plain_text_input', action_id: INPUT, max_length: LONGEST_NOTE },
    },
    {
      type: 'input',
      block_id: SURE,
      label: plain('It cannot be undone'),
      element: {
        type: 'checkboxes',
        action_id: INPUT,
        options: [{ text: plain('Take it out for good'), value: SURE }],
      },
    },
  ],
});

const textBlocks = ({ text }: OpenText): readonly Block[] => {
  const name = textName(text);
  const about = text.ref === null ? '' : `${text.ref}, `;
  const by = text.by.name === null ? '' : `, by ${text.by.name}`;
  const heading = truncateEscaped(
    oneLine(`${about}${name}, ${printDay(dayIn(text.at))}${by}`),
    NAME_CHARACTERS,
  );
  return [
    section(mrkdwn`*${heading}*`),
    ...(isTypedOnly(text)
      ? [section(mrkdwn`What is typed and not filed is not shown to you.`)]
      : plainQuotation(text.text)),
  ];
};

/** Revisions of a return that repeat a text have one label, which is said once with how often. */
const labelsOf = (places: OpenText['places']): readonly Mrkdwn[] => {
  const times = new Map<string, number>();
  for (const label of places.map(textLabel)) times.set(label, (times.get(label) ?? 0) + 1);
  return [...times].map(([label, count]) => {
    const words = truncateEscaped(oneLine(label), NAME_CHARACTERS);
    return count === 1 ? words : mrkdwn`${words} (${count} times)`;
  });
};

const consequences = ({ places, posts, text, today }: OpenText): readonly Block[] => {
  const labels = labelsOf(places);
  const left = labels.length - MOST_PLACES;
  const listed: readonly Mrkdwn[] = [
    ...labels.slice(0, MOST_PLACES).map((label) => mrkdwn`• ${label}`),
    ...(left > 0 ? [mrkdwn`• and ${left} more`] : []),
  ];
  const drafts = places.some(isTypedOnly) && !isTypedOnly(text);
  return [
    section(
      joinMrkdwn([
        mrkdwn`*It goes from ${counted(places.length, 'place')} of the record:*`,
        ...listed,
      ]),
    ),
    section(
      joinMrkdwn([
        mrkdwn`In its place stands “${removedOn(today)}”. Figures, dates and who filed stay. The audit trail keeps that you took it out, when and why; nobody can read again what it said.`,
        ...(drafts
          ? [mrkdwn`What somebody is typing over it and has not filed goes as well.`]
          : []),
        mrkdwn`${postsWords(posts.length)} Whoever wrote it, who answers for the project and the other coordinators are told.`,
      ]),
    ),
    context(
      mrkdwn`Out of my reach: answers people have on their screens, what was shared with *Share to channel* (delete that by hand), windows that are open, Slack’s own exports and e-mails, copies of the database made before, and the file it was imported from.`,
    ),
  ];
};

const postsWords = (posts: number): string => {
  if (posts === 0) return 'No message I posted shows it.';
  return posts === 1
    ? 'The message I posted that may show it is changed.'
    : `The ${posts} messages I posted that may show it are changed.`;
};

const chosen = <Value extends z.ZodType>(value: Value) =>
  z.object({ [INPUT]: z.object({ selected_option: z.object({ value }).nullish() }) });

const stateSchema = z.object({
  values: z.object({
    [REASON]: chosen(z.enum(['person', 'contact', 'misplaced', 'other'])),
    [NOTE]: z.object({ [INPUT]: z.object({ value: z.string().nullish() }) }).optional(),
    [SURE]: z.object({
      [INPUT]: z.object({ selected_options: z.array(z.object({ value: z.literal(SURE) })) }),
    }),
  }),
});

/** The reason given, or which field says what is missing. */
export const readConfirmation = (
  state: unknown,
): { readonly given: GivenReason } | { readonly field: string; readonly sentence: string } => {
  const read = stateSchema.safeParse(state);
  const reason = read.data?.values[REASON][INPUT].selected_option?.value ?? null;
  if (!read.success || reason === null) {
    return { field: REASON, sentence: 'Choose why the text is taken out, and confirm it below.' };
  }
  if (read.data.values[SURE][INPUT].selected_options.length === 0) {
    return { field: SURE, sentence: 'Tick this to take the text out. It cannot be undone.' };
  }
  const note = read.data.values[NOTE]?.[INPUT].value?.trim() ?? '';
  return { given: { reason, note: note === '' ? null : note.toWellFormed() } };
};

/** What stands in the window once it is done. */
export const takenOutView = ({
  places,
  posts,
}: {
  readonly places: number;
  readonly posts: number;
}): ModalView => ({
  type: 'modal',
  title: plain('Taken out'),
  close: plain('Done'),
  // The windows below still show the text.
  clear_on_close: true,
  blocks: [
    section(mrkdwn`*The text is out of the record, from ${counted(places, 'place')}.*`),
    section(
      posts === 0
        ? mrkdwn`No message of mine shows it.`
        : mrkdwn`${counted(posts, 'message')} of mine that may show it ${posts === 1 ? 'is' : 'are'} being changed now.`,
    ),
    context(
      mrkdwn`\`/mopac history\` says that it was taken out, by you, when and why. If it was shared to a channel, delete that message by hand.`,
    ),
  ],
});
