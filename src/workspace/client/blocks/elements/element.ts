import { html } from 'htm/preact';
import type { ComponentType } from 'preact';
import { textField } from '../../../json.ts';
import { Picture } from '../media.ts';
import { Button, FeedbackButtons, IconButton } from './button.ts';
import { Choices } from './choices.ts';
import { DateInput } from './date-input.ts';
import type { ElementParts } from './element-parts.ts';
import { FileInput } from './file-input.ts';
import { Menu } from './menu.ts';
import { Overflow } from './overflow.ts';
import { Picker } from './picker.ts';
import { placeOf } from './place.ts';
import { TextInput } from './text-input.ts';

const PictureElement = ({ element }: ElementParts) => html`<${Picture} image=${element} />`;

const KINDS: Readonly<Record<string, ComponentType<ElementParts>>> = {
  button: Button,
  workflow_button: Button,
  icon_button: IconButton,
  feedback_buttons: FeedbackButtons,
  image: PictureElement,
  overflow: Overflow,
  static_select: Menu,
  users_select: Menu,
  channels_select: Menu,
  conversations_select: Menu,
  external_select: Picker,
  multi_static_select: Picker,
  multi_external_select: Picker,
  multi_users_select: Picker,
  multi_channels_select: Picker,
  multi_conversations_select: Picker,
  radio_buttons: Choices,
  checkboxes: Choices,
  datepicker: DateInput,
  timepicker: DateInput,
  datetimepicker: DateInput,
  plain_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  rich_text_input: TextInput,
  file_input: FileInput,
};

/**
 * Something to press, pick or type in; one this page does not know shows its JSON. As in Slack, the
 * same block and action id is the same field, and any other starts afresh.
 */
export function Element(parts: ElementParts) {
  const type = textField(parts.element, 'type') ?? '';
  const { domId, marks } = placeOf(parts);
  const Kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  return Kind
    ? html`<${Kind} key=${`${type}/${domId}`} ...${parts} />`
    : html`<code class="unknown-element" ...${marks}>${JSON.stringify(parts.element)}</code>`;
}
