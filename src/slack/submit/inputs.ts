import type { InputBlock, PlainTextInput, PlainTextOption } from '@slack/types';
import { dayTyped } from '../../application/entry-fields.ts';
import type { DraftValues } from '../../application/ports.ts';
import { plain } from '../../blockkit/blocks.ts';
import { truncate } from '../../blockkit/escape.ts';
import { INPUT } from './fields.ts';

interface Question {
  readonly field: string;
  /** Says the measure, so that it can be understood by itself. */
  readonly label: string;
  readonly hint?: string;
  /** Slack itself keeps the window until it is answered. */
  readonly needed?: boolean;
}

interface TextQuestion extends Question {
  /** The most characters it takes. */
  readonly most: number;
  readonly multiline?: boolean;
  readonly placeholder?: string;
}

/** Every input tells us as it is changed, so that what is typed is kept. */
const inputOf = (
  { field, label, hint, needed = false }: Question,
  element: InputBlock['element'],
): InputBlock => ({
  type: 'input',
  block_id: field,
  // What must be there is checked when it is read, where nothing keeps somebody from going back.
  optional: !needed,
  dispatch_action: true,
  label: plain(label, LONGEST_LABEL),
  ...(hint === undefined ? {} : { hint: plain(hint) }),
  element,
});

const LONGEST_LABEL = 300;

export const textInput = (
  typed: DraftValues,
  { most, multiline = true, placeholder, ...question }: TextQuestion,
): InputBlock => {
  const initial = textIn(typed, question.field, most);
  const element: PlainTextInput = {
    type: 'plain_text_input',
    action_id: INPUT,
    multiline,
    max_length: most,
    dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    ...(placeholder === undefined ? {} : { placeholder: plain(placeholder) }),
    ...(initial === null ? {} : { initial_value: initial }),
  };
  return inputOf(question, element);
};

export const selectInput = (
  typed: DraftValues,
  {
    options,
    placeholder,
    ...question
  }: Question & { readonly options: readonly PlainTextOption[]; readonly placeholder: string },
): InputBlock => {
  const chosen = options.find(({ value }) => value === typed[question.field]);
  return inputOf(question, {
    type: 'static_select',
    action_id: INPUT,
    placeholder: plain(placeholder),
    options: [...options],
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  });
};

export const tickInput = (
  typed: DraftValues,
  { option, ...question }: Question & { readonly option: PlainTextOption },
): InputBlock =>
  inputOf(question, {
    type: 'checkboxes',
    action_id: INPUT,
    options: [option],
    ...(typed[question.field] === true ? { initial_options: [option] } : {}),
  });

export const dayInput = (typed: DraftValues, question: Question): InputBlock => {
  const chosen = dayTyped(typed, question.field);
  return inputOf(question, {
    type: 'datepicker',
    action_id: INPUT,
    ...(chosen === null ? {} : { initial_date: chosen.toString() }),
  });
};

/** What was typed before, within what the input can hold; Slack refuses an empty or longer start. */
const textIn = (typed: DraftValues, field: string, most: number): string | null => {
  const value = typed[field];
  // Slack refuses half a character anywhere in a view.
  return typeof value === 'string' && value !== '' ? truncate(value.toWellFormed(), most) : null;
};
