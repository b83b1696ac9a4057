import { plainText } from '../plain-text.ts';

const LINE_BREAKS = /[\r\n\u2028\u2029]+/;

/**
 * The text as a plain keyboard would have typed it, in its own lines and letters. Detection reads
 * this, so that a number in other digits or with an invisible character in it is still one.
 */
export const plainLines = (text: string): string =>
  text
    .split(LINE_BREAKS)
    .map((line) => plainText(line).normalize('NFC'))
    .join('\n');
