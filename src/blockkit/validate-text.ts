import { type Check, field, flag, list, oneOf, type Rule, shape, text, typed } from './check.ts';
import { fault, under } from './fault.ts';
import { LIMITS } from './limits.ts';

/** A `plain_text` object of 1 to `max` characters. */
export function plainText(max: number = LIMITS.text): Check {
  return typed('plain_text', { required: { text: text(max) }, optional: { emoji: flag } });
}

/** A `plain_text` or `mrkdwn` object of 1 to `max` characters (Slack, "Text object"). */
export function textObject(max: number = LIMITS.text): Check {
  return shape({
    required: { type: oneOf('plain_text', 'mrkdwn'), text: text(max) },
    optional: { emoji: flag, verbatim: flag },
    rule: (fields, at) => {
      const isMrkdwn = field(fields, 'type') === 'mrkdwn';
      return (isMrkdwn ? noEmoji : noVerbatim)(fields, at);
    },
  });
}

const noEmoji = misplaced('emoji', 'plain_text');
const noVerbatim = misplaced('verbatim', 'mrkdwn');

/** An action_id, block_id, callback_id or external_id. */
export const identifier: Check = text(LIMITS.id);

/** The colours a button or a confirmation takes; Slack has no name for the uncoloured one. */
export const buttonStyle: Check = oneOf('primary', 'danger');

/** The dialogue that asks "are you sure" (Slack, "Confirmation dialog object"). */
export const confirmation: Check = shape({
  required: { text: textObject(LIMITS.confirm.text) },
  optional: {
    title: plainText(LIMITS.confirm.title),
    confirm: plainText(LIMITS.confirm.confirm),
    deny: plainText(LIMITS.confirm.deny),
    style: buttonStyle,
  },
});

/** When an input tells us of changes before it is submitted. */
export const dispatchActionConfig: Check = shape({
  optional: {
    trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }),
  },
});

function misplaced(key: string, home: string): Rule {
  return (fields, at) =>
    fields[key] === undefined
      ? []
      : fault(under(at, key), 'unknown_key', `"${key}" belongs to ${home} text only`);
}
