import { anything, type Check, list, needsOneOf, shape, text, typed } from './check.ts';
import { LIMITS } from './limits.ts';
import { datepicker, datetimepicker, timepicker } from './validate-inputs.ts';
import { checkboxes, optionList, radioButtons, selects, valuesDiffer } from './validate-options.ts';
import { richTextInput } from './validate-rich-text.ts';
import { buttonStyle, confirmation, identifier, plainText, textObject } from './validate-text.ts';

const label = plainText(LIMITS.button.text);
const accessibilityLabel = text(LIMITS.button.accessibilityLabel);

const imageSource = {
  image_url: text(LIMITS.image.url),
  slack_file: shape({
    optional: { id: text(), url: text() },
    rule: needsOneOf(['id', 'url'], { exactly: true }),
  }),
};
const oneImageSource = needsOneOf(['image_url', 'slack_file'], { exactly: true });

/** An image beside or among text (Slack, "Image element"); alt_text is required for accessibility. */
export const imageElement: Check = typed('image', {
  required: { alt_text: text(LIMITS.image.altText) },
  optional: imageSource,
  rule: oneImageSource,
});

/** An image as a block of its own. */
export const imageBlock: Check = typed('image', {
  required: { alt_text: text(LIMITS.image.altText) },
  optional: { ...imageSource, title: plainText(LIMITS.image.title), block_id: identifier },
  rule: oneImageSource,
});

/** A button (Slack, "Button element"). */
export const button: Check = typed('button', {
  required: { text: label },
  optional: {
    action_id: identifier,
    value: text(LIMITS.button.value),
    url: text(LIMITS.button.url),
    style: buttonStyle,
    confirm: confirmation,
    accessibility_label: accessibilityLabel,
  },
});

const workflowButton: Check = typed('workflow_button', {
  required: { text: label, workflow: anything },
  optional: {
    action_id: identifier,
    style: buttonStyle,
    confirm: confirmation,
    accessibility_label: accessibilityLabel,
  },
});

const overflow: Check = typed('overflow', {
  required: { options: optionList({ max: LIMITS.overflow.options, withUrl: true }) },
  optional: { action_id: identifier, confirm: confirmation },
  rule: valuesDiffer,
});

const feedbackButton = shape({
  required: { text: label, value: text(LIMITS.button.value) },
  optional: { accessibility_label: accessibilityLabel },
});

/** What a `context_actions` block holds, by type. */
export const contextActionElements: Readonly<Record<string, Check>> = {
  feedback_buttons: typed('feedback_buttons', {
    required: { positive_button: feedbackButton, negative_button: feedbackButton },
    optional: { action_id: identifier },
  }),
  icon_button: typed('icon_button', {
    required: { icon: text(), text: label },
    optional: {
      action_id: identifier,
      value: text(LIMITS.button.value),
      confirm: confirmation,
      accessibility_label: accessibilityLabel,
      visible_to_user_ids: list(text(), { max: LIMITS.contextActions.visibleTo }),
    },
  }),
};

/** What an `actions` block holds, by type (@slack/types, `ActionsBlockElement`). */
export const actionElements: Readonly<Record<string, Check>> = {
  ...selects,
  button,
  checkboxes,
  datepicker,
  datetimepicker,
  overflow,
  radio_buttons: radioButtons,
  rich_text_input: richTextInput,
  timepicker,
  workflow_button: workflowButton,
};

/** What a section carries beside its text, by type (@slack/types, `SectionBlockAccessory`). */
export const accessoryElements: Readonly<Record<string, Check>> = {
  ...selects,
  button,
  checkboxes,
  datepicker,
  image: imageElement,
  overflow,
  radio_buttons: radioButtons,
  timepicker,
  workflow_button: workflowButton,
};

/** What a `context` block holds, by type. */
export const contextElements: Readonly<Record<string, Check>> = {
  image: imageElement,
  plain_text: textObject(),
  mrkdwn: textObject(),
};
