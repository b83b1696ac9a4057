import { type Block, plain } from '../../blockkit/blocks.ts';
import { countCharacters, stripControl, truncate } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';

/** Somebody's words, under what they are about. */
export interface Quotation {
  readonly about: string;
  readonly text: string;
}

const CUT = '… (cut here for length; the record holds the whole text)';
const BETWEEN = '\n\n';

/**
 * The quotations, each with its heading, in no more than `room` characters. Short ones stay whole
 * and what they leave is shared evenly among the long ones, which say that they are cut.
 */
export const fitQuotations = (
  quotations: readonly Quotation[],
  room: number,
): readonly string[] => {
  const whole = quotations.map(({ about, text }) => `${about}: ${stripControl(text)}`);
  const most = evenShare(
    whole.map((text) => countCharacters(text) + BETWEEN.length),
    room,
  );
  return whole.map((text) => cutTo(text, most - BETWEEN.length));
};

/** The most one of these may take so that all of them fit, when the shorter ones leave theirs to the others. */
const evenShare = (lengths: readonly number[], room: number): number => {
  const shortestFirst = [...lengths].sort((a, b) => a - b);
  let left = room;
  for (const [index, length] of shortestFirst.entries()) {
    const others = shortestFirst.length - index;
    if (length * others > left) return Math.floor(left / others);
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
};

const cutTo = (text: string, most: number): string =>
  countCharacters(text) <= most
    ? text
    : `${truncate(text, Math.max(most - countCharacters(CUT) + 1, 1)).replace(/…$/, '')}${CUT}`;

/** These texts as few paragraphs of words that Slack does not parse; a text longer than one runs on into the next. */
export const plainParagraphs = (texts: readonly string[]): Block[] => {
  const paragraphs: string[] = [];
  for (const part of texts.flatMap(inParts)) {
    const joined = `${paragraphs.at(-1) ?? ''}${BETWEEN}${part}`;
    if (paragraphs.length > 0 && countCharacters(joined) <= LIMITS.section.text) {
      paragraphs[paragraphs.length - 1] = joined;
    } else paragraphs.push(part);
  }
  return paragraphs.map((text) => ({ type: 'section', text: plain(text) }));
};

/** Split between words, where there are any; a part of nothing but spaces is left out. */
const inParts = (text: string): readonly string[] => {
  const parts: string[] = [];
  let rest = [...text];
  while (rest.length > 0) {
    const room = rest.slice(0, LIMITS.section.text);
    const space = Math.max(room.lastIndexOf(' '), room.lastIndexOf('\n'));
    const isWhole = room.length === rest.length;
    const end = isWhole || space < room.length / 2 ? room.length : space;
    parts.push(room.slice(0, end).join(''));
    rest = rest.slice(end);
  }
  return parts.filter((part) => part.trim() !== '');
};
