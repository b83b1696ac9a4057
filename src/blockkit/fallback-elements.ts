import { type Fields, field, isFields, listIn, textIn } from './check.ts';
import { plainOfTextObject } from './plain-of-markup.ts';
import { textOfRichText } from './rich-text-words.ts';

/** Something to press, pick or look at, in a few characters: `[ Label ]`, `[value ▾]`, `(image: …)`. */
export function textOfElement(element: unknown): string {
  if (!isFields(element)) return '';
  switch (textIn(element, 'type')) {
    case 'mrkdwn':
    case 'plain_text':
      return plainOfTextObject(element);
    case 'image':
      return `(image: ${textIn(element, 'alt_text') ?? ''})`;
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return `[ ${plainOfTextObject(field(element, 'text'))} ]`;
    case 'feedback_buttons':
      return ['positive_button', 'negative_button']
        .map((key) => element[key])
        .map((each) => `[ ${plainOfTextObject(field(each, 'text'))} ]`)
        .join('  ');
    case 'overflow':
      return `[ … ${optionWords(listIn(element, 'options')).join(' / ')} ]`;
    default:
      return `[${valueOfInput(element)} ▾]`;
  }
}

/** What an input starts with, or its placeholder in brackets; nothing when it has neither. */
export function valueOfInput(element: unknown): string {
  if (!isFields(element)) return '';
  const marked = choices(element);
  if (marked) return marked;
  const found = Object.keys(element)
    .filter((key) => key.startsWith('initial_'))
    .flatMap((key) => wordsOf(element[key]));
  if (found.length > 0) return found.join(', ');
  const placeholder = plainOfTextObject(field(element, 'placeholder'));
  return placeholder && `(${placeholder})`;
}

/** Radio buttons and tick boxes show every choice, so that a reader sees what may be picked. */
function choices(element: Fields): string | undefined {
  const type = textIn(element, 'type');
  if (type !== 'radio_buttons' && type !== 'checkboxes') return undefined;
  const picked = [field(element, 'initial_option'), ...listIn(element, 'initial_options')];
  const values = new Set(picked.map((option) => textIn(option, 'value')));
  return listIn(element, 'options')
    .map(
      (option) => `${values.has(textIn(option, 'value')) ? '(x)' : '( )'} ${optionWords([option])}`,
    )
    .join('  ');
}

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (!isFields(value)) return value === undefined ? [] : [String(value)];
  return field(value, 'type') === 'rich_text' ? [textOfRichText(value)] : optionWords([value]);
}

function optionWords(options: readonly unknown[]): string[] {
  return options.map((option) => plainOfTextObject(field(option, 'text')));
}
