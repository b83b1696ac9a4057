import type { InputBlock } from '@slack/types';
import { fieldKey, LONGEST_SENTENCE, LONGEST_WHO } from '../../application/entry-fields.ts';
import type { DraftValues } from '../../application/ports.ts';
import { dayInput, textInput } from './inputs.ts';

/** What is being done about a figure that is off track, by whom and by when. */
export const actionInputs = (
  ref: string,
  typed: DraftValues,
  needed: boolean,
): readonly InputBlock[] => [
  textInput(typed, {
    field: fieldKey('action-what', ref),
    label: `${ref}: what is being done about it?`,
    most: LONGEST_SENTENCE,
    needed,
  }),
  textInput(typed, {
    field: fieldKey('action-who', ref),
    label: `${ref}: who does it?`,
    most: LONGEST_WHO,
    placeholder: 'A post or a team',
    multiline: false,
    needed,
  }),
  dayInput(typed, { field: fieldKey('action-by', ref), label: `${ref}: by when?`, needed }),
];
