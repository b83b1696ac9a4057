import type { InputBlock, PlainTextOption } from '@slack/types';
import {
  ATTACHMENT,
  asksForReason,
  CHANGE_REASON,
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
import { INPUT } from './fields.ts';
import { textIn } from './measure-blocks.ts';

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

/** What the review asks of the filing as a whole: why figures change, and for whom it is filed. */
export const particularBlocks = (
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures'>,
  typed: DraftValues,
): readonly InputBlock[] => [
  ...(form.purpose === 'file_on_behalf' ? onBehalfInputs(form, typed) : []),
  ...(asksForReason(form, entries)
    ? [
        textInput(typed, {
          field: CHANGE_REASON,
          label: 'Why do these figures change?',
          hint: 'Kept with the figures. The committee may ask for it, so give no names.',
          most: LONGEST_CHANGE_REASON,
          optional: false,
          multiline: true,
        }),
      ]
    : []),
];

const onBehalfInputs = ({ project }: SubmissionForm, typed: DraftValues): readonly InputBlock[] => {
  const chosen = RECEIVED_OPTIONS.find(({ value }) => value === typed[RECEIVED_BY]);
  return [
    textInput(typed, {
      field: GIVEN_BY,
      label: `Who at ${truncate(oneLine(project.agency), LABEL_CHARACTERS)} gave you these figures?`,
      hint: 'Their name at work. It stands beside the figures.',
      most: LONGEST_NAME,
      optional: false,
      multiline: false,
    }),
    {
      type: 'input',
      block_id: RECEIVED_BY,
      optional: false,
      label: plain('How did they reach you?'),
      element: {
        type: 'static_select',
        action_id: INPUT,
        placeholder: plain('By email, by phone …'),
        options: [...RECEIVED_OPTIONS],
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      },
    },
    textInput(typed, {
      field: ATTACHMENT,
      label: 'Link to the message or paper',
      hint: 'Where the coordinator can look it up again. Leave it empty if there is none.',
      most: LONGEST_LINK,
      optional: true,
      multiline: false,
    }),
  ];
};

interface TextQuestion {
  readonly field: string;
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly optional: boolean;
  readonly multiline: boolean;
}

const textInput = (
  typed: DraftValues,
  { field, label, hint, most, optional, multiline }: TextQuestion,
): InputBlock => {
  const initial = textIn(typed, field, most);
  return {
    type: 'input',
    block_id: field,
    optional,
    label: plain(label),
    hint: plain(hint),
    element: {
      type: 'plain_text_input',
      action_id: INPUT,
      multiline,
      max_length: most,
      ...(initial === null ? {} : { initial_value: initial }),
    },
  };
};
