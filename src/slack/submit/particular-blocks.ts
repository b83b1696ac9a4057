import type { InputBlock, PlainTextOption } from '@slack/types';
import {
  ATTACHMENT,
  asksForReason,
  CHANGE_REASON,
  EARLIER,
  EARLIER_CHOICES,
  type EarlierChoice,
  GIVEN_BY,
  LONGEST_CHANGE_REASON,
  LONGEST_LINK,
  LONGEST_NAME,
  RECEIVED_BY,
} from '../../application/filing-particulars.ts';
import type { DraftValues } from '../../application/ports.ts';
import type { ReadEntries } from '../../application/read-entries.ts';
import type { SubmissionForm } from '../../application/submission-form.ts';
import { RECEIVED, type Received } from '../../application/submission-record.ts';
import { plain } from '../../blockkit/blocks.ts';
import { oneLine, truncate } from '../../blockkit/escape.ts';
import { selectInput, textInput } from './inputs.ts';

const LABEL_CHARACTERS = 150;

const RECEIVED_LABELS: Readonly<Record<Received, string>> = {
  email: 'By email',
  phone: 'By phone',
  meeting: 'In a meeting',
  letter: 'By letter',
};
const RECEIVED_OPTIONS: readonly PlainTextOption[] = RECEIVED.map((value) => ({
  text: plain(RECEIVED_LABELS[value]),
  value,
}));

/** A correction that waits is replaced by this one, or both wait. */
const earlierInput = (typed: DraftValues, waiting: number): InputBlock => {
  const [these, them] =
    waiting === 1 ? ['A correction waits', 'it'] : [`${waiting} corrections wait`, 'them'];
  const labels: Readonly<Record<EarlierChoice, string>> = {
    replace: `Take ${them} back: only what is asked here counts`,
    keep: `Keep ${them}: the coordinator decides on each`,
  };
  return selectInput(typed, {
    field: EARLIER,
    label: `${these} already. What becomes of ${them}?`,
    placeholder: 'Take back or keep',
    options: EARLIER_CHOICES.map((value) => ({ text: plain(labels[value]), value })),
    needed: true,
  });
};

/**
 * What the review asks of the filing as a whole: why figures change, for whom it is filed, and what
 * becomes of a correction that waits.
 */
export const particularBlocks = (
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures'>,
  typed: DraftValues,
): readonly InputBlock[] => [
  ...(form.purpose === 'file_on_behalf' ? onBehalfInputs(form, typed) : []),
  ...(form.waiting.length > 0 ? [earlierInput(typed, form.waiting.length)] : []),
  ...(asksForReason(form, entries)
    ? [
        textInput(typed, {
          field: CHANGE_REASON,
          label: 'Why do these figures change?',
          hint: 'Shown with the figures to everybody who asks, so give no names.',
          most: LONGEST_CHANGE_REASON,
          needed: true,
        }),
      ]
    : []),
];

const onBehalfInputs = ({ project }: SubmissionForm, typed: DraftValues): readonly InputBlock[] => [
  textInput(typed, {
    field: GIVEN_BY,
    label: `Who at ${truncate(oneLine(project.agency), LABEL_CHARACTERS)} gave you these figures?`,
    hint: 'Their name at work. It stands beside the figures.',
    most: LONGEST_NAME,
    needed: true,
    multiline: false,
  }),
  selectInput(typed, {
    field: RECEIVED_BY,
    label: 'How did they reach you?',
    placeholder: 'By email, by phone …',
    options: RECEIVED_OPTIONS,
    needed: true,
  }),
  textInput(typed, {
    field: ATTACHMENT,
    label: 'Link to the message or paper',
    hint: 'Where the coordinator can look it up again. Leave it empty if there is none.',
    most: LONGEST_LINK,
    multiline: false,
  }),
];
