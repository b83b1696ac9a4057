import { type Placed, placedInputs } from './elements.ts';
import { type InputState, valueIn } from './input-state.ts';
import { field, type Json, numberField, textField } from './json.ts';

/** What Slack itself says beside fields before an app hears of a submission, by block id. */
export function slackErrors(blocks: readonly Json[], state: InputState): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const placed of placedInputs(blocks)) {
    if (textField(placed.block, 'type') !== 'input') continue;
    const problem = problemWith(placed, valueIn(state, placed));
    if (problem) errors[placed.blockId] = problem;
  }
  return errors;
}

function problemWith({ block, element }: Placed, value: unknown): string | undefined {
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) {
    const optional = field(block, 'optional') === true;
    return optional ? undefined : 'Please complete this required field.';
  }
  if (typeof value !== 'string') return undefined;
  const type = textField(element, 'type');
  if (type === 'number_input') return numberProblem(element, value);
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(value)) {
    return 'Please enter a valid email address';
  }
  if (type === 'url_text_input' && !URL.canParse(value)) return 'Please enter a valid URL';
  const least = numberField(element, 'min_length') ?? 0;
  return value.length < least ? `Must be at least ${least} characters` : undefined;
}

function numberProblem(element: Json, value: string): string | undefined {
  const number = Number(value);
  if (!/\d/.test(value) || Number.isNaN(number)) return 'Please enter a valid number';
  const least = textField(element, 'min_value');
  const most = textField(element, 'max_value');
  if (least !== undefined && number < Number(least)) return `Must be ${least} or more`;
  if (most !== undefined && number > Number(most)) return `Must be ${most} or less`;
  return undefined;
}
