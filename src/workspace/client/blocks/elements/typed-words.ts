import { field, type Json, numberField, recordsField, textField } from '../../../json.ts';

/** Slack's own limit on a text input. */
const LONGEST = 3000;
/** Slack counts down once this little is left. */
const COUNTED_FROM = 100;

/** The most characters an input takes. */
export const longestIn = (element: Json): number => numberField(element, 'max_length') ?? LONGEST;

/** How many characters are left once so many are typed, where that is worth saying; otherwise null. */
export function charactersLeft(element: Json, typed: number): number | null {
  const longest = longestIn(element);
  const left = longest - typed;
  // A short input is counted from its second half.
  return left <= Math.min(COUNTED_FROM, longest / 2) ? left : null;
}

/** False for what Slack's number input does not let in. */
export function canHold(element: Json, typed: string): boolean {
  if (textField(element, 'type') !== 'number_input') return true;
  return field(element, 'is_decimal_allowed') === true
    ? /^-?\d*\.?\d*$/.test(typed)
    : /^-?\d*$/.test(typed);
}

/** What an input holds, in words; rich text is typed here as plain words. */
export function wordsHeld(held: unknown): string {
  return typeof held === 'string' ? held : richWords(held);
}

const LINES = new Set(['rich_text', 'rich_text_list']);

function richWords(node: unknown): string {
  const own = textField(node, 'text') ?? textField(node, 'url');
  const between = LINES.has(textField(node, 'type') ?? '') ? '\n' : '';
  return own ?? recordsField(node, 'elements').map(richWords).join(between);
}
