import { type Placed, placedInputs } from './elements.ts';
import { field, isRecord, type Json, recordsField, textField } from './json.ts';

/** What a person has typed or picked, by block id and action id, as Slack's `state.values`. */
export type InputState = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** The field in which each element type keeps its value, in payloads and in its `initial_` form. */
const VALUE_FIELDS: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  number_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  rich_text_input: 'rich_text_value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  multi_users_select: 'selected_users',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  file_input: 'files',
};

/** The payload field that holds an element's value. */
export function valueFieldOf(element: Json): string {
  const type = textField(element, 'type') ?? '';
  // An element may be called "constructor".
  return (Object.hasOwn(VALUE_FIELDS, type) ? VALUE_FIELDS[type] : undefined) ?? 'value';
}

/** The value an element starts with: its `initial_` field, an empty list, or null. */
function initialValueOf(element: Json): Json {
  const key = valueFieldOf(element);
  const initialKey = key
    .replace('selected_', 'initial_')
    .replace(/^(rich_text_)?value$/, 'initial_value');
  const empty = key.endsWith('s') ? [] : null;
  return { type: textField(element, 'type'), [key]: field(element, initialKey) ?? empty };
}

/**
 * The state of some blocks: typed values are kept where block id, action id and element type are
 * still the same, and every other input starts afresh.
 */
export function stateOf(blocks: readonly Json[], typed: InputState = {}): InputState {
  const state: Record<string, Record<string, Json>> = {};
  for (const { blockId, actionId, element } of placedInputs(blocks)) {
    const kept = typed[blockId]?.[actionId];
    const same = kept && textField(kept, 'type') === textField(element, 'type');
    state[blockId] = { ...state[blockId], [actionId]: same ? kept : initialValueOf(element) };
  }
  return state;
}

/** The state with one input changed. */
export function withValue(state: InputState, placed: Placed, value: unknown): InputState {
  const { blockId, actionId, element } = placed;
  const entry = { type: textField(element, 'type'), [valueFieldOf(element)]: value };
  return { ...state, [blockId]: { ...state[blockId], [actionId]: entry } };
}

/** What an input holds now; null or an empty list when nothing. */
export function valueIn(state: InputState, placed: Placed): unknown {
  return field(state[placed.blockId]?.[placed.actionId], valueFieldOf(placed.element));
}

/** Every option an element offers, those inside option groups included. */
export function optionsOf(element: Json): readonly Json[] {
  const grouped = recordsField(element, 'option_groups').flatMap((group) =>
    recordsField(group, 'options'),
  );
  return [...recordsField(element, 'options'), ...grouped].filter(isRecord);
}
