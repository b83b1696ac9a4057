import {
  type Check,
  type Fields,
  field,
  flag,
  integer,
  list,
  listIn,
  needsOneOf,
  oneOf,
  type Rule,
  shape,
  text,
  textIn,
  typed,
} from './check.ts';
import { fault, under } from './fault.ts';
import { LIMITS } from './limits.ts';
import { confirmation, identifier, plainText, textObject } from './validate-text.ts';

const optionParts = (words: (max: number) => Check) => ({
  required: { text: words(LIMITS.option.text), value: text(LIMITS.option.value) },
  optional: { description: words(LIMITS.option.description) },
});

const plainOption = shape(optionParts(plainText));
const markedOption = shape(optionParts(textObject));
const linkedOption = shape({
  ...optionParts(plainText),
  optional: { ...optionParts(plainText).optional, url: text(LIMITS.option.url) },
});

/** 1 to `max` options in plain text; only an overflow menu's options may carry a link. */
export function optionList({ max, withUrl = false }: { max: number; withUrl?: boolean }): Check {
  return list(withUrl ? linkedOption : plainOption, { max });
}

const focusable = { action_id: identifier, focus_on_load: flag, confirm: confirmation };
const selectable = { ...focusable, placeholder: plainText(LIMITS.placeholder) };
const severalAtMost = { max_selected_items: integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) };

/** A choice that starts picked must be one of the choices (Slack: "exactly matches one of the options"). */
const initialIsOffered: Rule = (fields, at) => {
  const offered = new Set(offeredOptions(fields).map(identityOf));
  if (offered.size === 0) return [];
  const one = field(fields, 'initial_option');
  return [
    ...(one === undefined ? [] : [{ option: one, key: 'initial_option' as const, index: null }]),
    ...listIn(fields, 'initial_options').map((option, index) => ({
      option,
      key: 'initial_options' as const,
      index,
    })),
  ].flatMap(({ option, key, index }) => {
    if (offered.has(identityOf(option))) return [];
    const place = index === null ? under(at, key) : under(under(at, key), index);
    return fault(place, 'mismatch', 'is not one of the options');
  });
};

/** Slack: "a unique string value". Of two that are alike the app could not tell which was picked. */
export const valuesDiffer: Rule = (fields, at) => {
  const groups = listIn(fields, 'option_groups');
  const placed = [
    ...listIn(fields, 'options').map((option, index) => ({ option, at: `${at}/options/${index}` })),
    ...groups.flatMap((group, place) =>
      listIn(group, 'options').map((option, index) => ({
        option,
        at: `${at}/option_groups/${place}/options/${index}`,
      })),
    ),
  ];
  const seen = new Set<string>();
  return placed.flatMap(({ option, at: place }) => {
    const value = textIn(option, 'value');
    if (value === undefined) return [];
    if (seen.has(value)) {
      return fault(under(place, 'value'), 'duplicate', 'is the value of another option');
    }
    seen.add(value);
    return [];
  });
};

const optionsAgree: Rule = (fields, at) => [
  ...initialIsOffered(fields, at),
  ...valuesDiffer(fields, at),
];

/** Tick boxes (Slack, "Checkboxes element"): 1 to 10. */
export const checkboxes: Check = typed('checkboxes', {
  required: { options: list(markedOption, { max: LIMITS.checkboxes.options }) },
  optional: { ...focusable, initial_options: list(markedOption) },
  rule: optionsAgree,
});

/** Radio buttons (Slack, "Radio button group element"): 1 to 10. */
export const radioButtons: Check = typed('radio_buttons', {
  required: { options: list(markedOption, { max: LIMITS.radioButtons.options }) },
  optional: { ...focusable, initial_option: markedOption },
  rule: optionsAgree,
});

const optionGroup = shape({
  required: {
    label: plainText(LIMITS.select.groupLabel),
    options: optionList({ max: LIMITS.select.options }),
  },
});

const choices = {
  options: optionList({ max: LIMITS.select.options }),
  option_groups: list(optionGroup, { max: LIMITS.select.groups }),
};

/** What an app offers for words typed in a menu (Slack, "block_suggestion"); it may be nothing. */
export const suggestions: Check = shape({
  optional: {
    options: list(plainOption, { min: 0, max: LIMITS.select.options }),
    option_groups: list(optionGroup, { min: 0, max: LIMITS.select.groups }),
  },
  rule: needsOneOf(['options', 'option_groups'], { exactly: true }),
});

const staticRule: Rule = (fields, at) => [
  ...needsOneOf(['options', 'option_groups'], { exactly: true })(fields, at),
  ...optionsAgree(fields, at),
];

const minQuery = { min_query_length: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) };

const conversationFilter = shape({
  optional: {
    include: list(oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
  rule: needsOneOf(['include', 'exclude_external_shared_channels', 'exclude_bot_users']),
});

const conversational = { default_to_current_conversation: flag, filter: conversationFilter };
const answerable = { response_url_enabled: flag };

/** Every menu, single and multiple, by type (Slack, "Select menu element", "Multi-select menu element"). */
export const selects: Readonly<Record<string, Check>> = {
  ...pair('static_select', { single: choices, one: plainOption, rule: staticRule }, 'option'),
  ...pair('external_select', { single: minQuery, one: plainOption }, 'option'),
  ...pair('users_select', { single: {}, one: text() }, 'user'),
  ...pair('conversations_select', { single: conversational, one: text() }, 'conversation'),
  ...pair('channels_select', { single: {}, one: text() }, 'channel'),
};

/** A menu and its `multi_` sister, which differ in `initial_x`/`initial_xs` and a ceiling. */
function pair(
  type: string,
  parts: { single: Readonly<Record<string, Check>>; one: Check; rule?: Rule },
  noun: string,
): Record<string, Check> {
  const { single, one } = parts;
  const rule = parts.rule ? { rule: parts.rule } : {};
  const canAnswer = noun === 'conversation' || noun === 'channel' ? answerable : {};
  return {
    [type]: typed(type, {
      optional: { ...selectable, ...single, ...canAnswer, [`initial_${noun}`]: one },
      ...rule,
    }),
    [`multi_${type}`]: typed(`multi_${type}`, {
      optional: { ...selectable, ...severalAtMost, ...single, [`initial_${noun}s`]: list(one) },
      ...rule,
    }),
  };
}

function offeredOptions(fields: Fields): readonly unknown[] {
  const grouped = listIn(fields, 'option_groups').flatMap((group) => listIn(group, 'options'));
  return [...listIn(fields, 'options'), ...grouped];
}

function identityOf(option: unknown): string {
  const words = textIn(field(option, 'text'), 'text');
  return JSON.stringify([textIn(option, 'value'), words]);
}
