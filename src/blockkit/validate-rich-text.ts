import {
  anything,
  byType,
  type Check,
  finiteNumber,
  flag,
  integer,
  list,
  oneOf,
  shape,
  text,
  typed,
} from './check.ts';
import { LIMITS } from './limits.ts';
import { dispatchActionConfig, identifier, plainText } from './validate-text.ts';

const style = shape({
  optional: {
    bold: flag,
    italic: flag,
    strike: flag,
    underline: flag,
    code: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
});

const words = typed('text', { required: { text: text() }, optional: { style } });
const link = typed('link', {
  required: { url: text() },
  optional: { text: text(), unsafe: flag, style },
});

const inlines = byType(
  {
    text: words,
    link,
    broadcast: typed('broadcast', {
      required: { range: oneOf('here', 'channel', 'everyone') },
      optional: { style },
    }),
    channel: typed('channel', { required: { channel_id: text() }, optional: { style } }),
    color: typed('color', { required: { value: text() }, optional: { style } }),
    date: typed('date', {
      required: { timestamp: finiteNumber, format: text() },
      optional: { url: text(), fallback: text(), style },
    }),
    emoji: typed('emoji', {
      required: { name: text() },
      optional: { unicode: text(), url: text(), skin_tone: anything, style },
    }),
    team: typed('team', { required: { team_id: text() }, optional: { style } }),
    user: typed('user', { required: { user_id: text() }, optional: { style } }),
    usergroup: typed('usergroup', { required: { usergroup_id: text() }, optional: { style } }),
  },
  'rich text',
);

const border = oneOf(0, 1);

const section = typed('rich_text_section', { required: { elements: list(inlines, { min: 0 }) } });

const parts = byType(
  {
    rich_text_section: section,
    rich_text_list: typed('rich_text_list', {
      required: { style: oneOf('bullet', 'ordered'), elements: list(section) },
      optional: {
        indent: integer({ min: 0, max: LIMITS.richTextList.indent }),
        offset: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        border,
      },
    }),
    rich_text_quote: typed('rich_text_quote', {
      required: { elements: list(inlines, { min: 0 }) },
      optional: { border },
    }),
    rich_text_preformatted: typed('rich_text_preformatted', {
      required: { elements: list(byType({ text: words, link }, 'preformatted text'), { min: 0 }) },
      optional: { border, language: text() },
    }),
  },
  'a rich_text block',
);

/** Formatted text whose words are never parsed for markup (Slack, "Rich text block"). */
export const richTextBlock: Check = typed('rich_text', {
  required: { elements: list(parts) },
  optional: { block_id: identifier },
});

/** The field a person types formatted text into. */
export const richTextInput: Check = typed('rich_text_input', {
  optional: {
    action_id: identifier,
    initial_value: richTextBlock,
    placeholder: plainText(LIMITS.placeholder),
    dispatch_action_config: dispatchActionConfig,
    focus_on_load: flag,
    min_lines: integer({ min: 1, max: LIMITS.richTextInput.lines }),
    max_lines: integer({ min: 1, max: LIMITS.richTextInput.lines }),
  },
});
