/**
 * The text as a plain keyboard would have typed it: ASCII digits, hyphens for every dash, straight
 * quotes, single spaces, nothing invisible. What cannot be put plainly stays as it was. Characters
 * with an arithmetic meaning of their own (`5²`, `½`) are never turned into digits.
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(FULL_WIDTH, (character) => shifted(character, -FULL_WIDTH_SHIFT))
    .replace(FOREIGN_DIGIT, asciiDigit)
    .replace(INVISIBLE, '')
    .replace(DASH, '-')
    .replace(SINGLE_QUOTE, "'")
    .replace(DOUBLE_QUOTE, '"')
    .replace(/٪/g, '%')
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(/[∕⁄]/g, '/')
    .replace(SPACES, ' ')
    .trim();

/** At most `most` characters, ending in an ellipsis where any were dropped. Never half a character. */
export const cutText = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const characters = [...text.slice(0, 2 * most + 2)];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

const FULL_WIDTH = /[！-～]/g;
const FULL_WIDTH_SHIFT = 0xfee0;
const INVISIBLE = /\p{Cf}/gu;
const DASH = /[\p{Pd}−⁃]/gu;
const SINGLE_QUOTE = /[‘’‚‛′`´]/g;
const DOUBLE_QUOTE = /[“”„‟″«»]/g;
const SPACES = /[\s\p{Cc}]+/gu;

// Arabic-Indic, extended Arabic-Indic (Persian, Urdu), Devanagari, Bengali, Gurmukhi, Gujarati, Tamil.
const ZEROS = ['٠', '۰', '०', '০', '੦', '૦', '௦'] as const;
const FOREIGN_DIGIT = /[٠-٩۰-۹०-९০-৯੦-੯૦-૯௦-௯]/g;

const asciiDigit = (character: string): string => {
  const code = character.charCodeAt(0);
  const zero = ZEROS.map((each) => each.charCodeAt(0)).findLast((each) => each <= code) ?? code;
  return String(code - zero);
};

const shifted = (character: string, by: number): string =>
  String.fromCharCode(character.charCodeAt(0) + by);
