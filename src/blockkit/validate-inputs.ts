import {
  type Check,
  field,
  flag,
  integer,
  list,
  pattern,
  type Rule,
  text,
  textIn,
  typed,
} from './check.ts';
import { countCharacters } from './escape.ts';
import { fault, under } from './fault.ts';
import { LIMITS } from './limits.ts';
import { checkboxes, radioButtons, selects } from './validate-options.ts';
import { richTextInput } from './validate-rich-text.ts';
import { confirmation, dispatchActionConfig, identifier, plainText } from './validate-text.ts';

const placeholder = plainText(LIMITS.placeholder);
const typedIn = {
  action_id: identifier,
  placeholder,
  dispatch_action_config: dispatchActionConfig,
  focus_on_load: flag,
};
const picked = { action_id: identifier, focus_on_load: flag, confirm: confirmation };

/** The initial text must itself be acceptable, or the form opens on an error its reader did not make. */
const lengthsAgree: Rule = (fields, at) => {
  const least = Number(field(fields, 'min_length') ?? 0);
  const most = Number(field(fields, 'max_length') ?? LIMITS.plainTextInput.length);
  if (least > most) {
    return fault(under(at, 'min_length'), 'out_of_range', 'is greater than max_length');
  }
  const length = countCharacters(textIn(fields, 'initial_value') ?? '');
  if (length <= most) return [];
  return fault(under(at, 'initial_value'), 'too_long', `is longer than max_length, ${most}`);
};

const plainTextInput: Check = typed('plain_text_input', {
  optional: {
    ...typedIn,
    initial_value: text(LIMITS.plainTextInput.length),
    multiline: flag,
    min_length: integer({ min: 0, max: LIMITS.plainTextInput.length }),
    max_length: integer({ min: 1, max: LIMITS.plainTextInput.length }),
  },
  rule: lengthsAgree,
});

// Slack wants its numbers as strings here, without separators or units.
const numeral = pattern('a number written as a string, such as "17.5"', /^-?\d+(\.\d+)?$/);

const numbersAgree: Rule = (fields, at) => {
  const keys = ['initial_value', 'min_value', 'max_value'];
  const least = textIn(fields, 'min_value');
  const most = textIn(fields, 'max_value');
  return [
    ...keys
      .filter(
        (key) =>
          field(fields, 'is_decimal_allowed') === false && textIn(fields, key)?.includes('.'),
      )
      .flatMap((key) => fault(under(at, key), 'mismatch', 'is a decimal, which is not allowed')),
    ...(least !== undefined && most !== undefined && Number(least) > Number(most)
      ? fault(under(at, 'min_value'), 'out_of_range', 'is greater than max_value')
      : []),
  ];
};

const numberInput: Check = typed('number_input', {
  required: { is_decimal_allowed: flag },
  optional: { ...typedIn, initial_value: numeral, min_value: numeral, max_value: numeral },
  rule: numbersAgree,
});

/** A day there is: 31 February would be read as 3 March. */
const day: Check = (value, at) => {
  const faults = pattern('a date, YYYY-MM-DD', /^\d{4}-\d{2}-\d{2}$/)(value, at);
  if (faults.length > 0) return faults;
  const at00 = Date.parse(`${String(value)}T00:00Z`);
  const isDay = !Number.isNaN(at00) && new Date(at00).toISOString().startsWith(String(value));
  return isDay ? [] : fault(at, 'malformed', 'is no day in the calendar');
};

/** A date field (Slack, "Date picker element"). */
export const datepicker: Check = typed('datepicker', {
  optional: {
    ...picked,
    placeholder,
    initial_date: day,
  },
});

/** A time field (Slack, "Time picker element"). */
export const timepicker: Check = typed('timepicker', {
  optional: {
    ...picked,
    placeholder,
    initial_time: pattern('a time, HH:mm', /^([01]\d|2[0-3]):[0-5]\d$/),
    timezone: text(),
  },
});

/** A date and time field; its initial value is in Unix seconds, ten digits. */
export const datetimepicker: Check = typed('datetimepicker', {
  optional: {
    ...picked,
    initial_date_time: integer({ min: 1_000_000_000, max: 9_999_999_999 }),
  },
});

/** What an `input` block holds, by type (@slack/types, `InputBlockElement`). */
export const inputElements: Readonly<Record<string, Check>> = {
  ...selects,
  checkboxes,
  datepicker,
  datetimepicker,
  email_text_input: typed('email_text_input', { optional: { ...typedIn, initial_value: text() } }),
  file_input: typed('file_input', {
    optional: {
      action_id: identifier,
      filetypes: list(text()),
      max_files: integer({ min: 1, max: LIMITS.fileInput.files }),
    },
  }),
  number_input: numberInput,
  plain_text_input: plainTextInput,
  radio_buttons: radioButtons,
  rich_text_input: richTextInput,
  timepicker,
  url_text_input: typed('url_text_input', { optional: { ...typedIn, initial_value: text() } }),
};
