import { type Block, plain } from '../blockkit/blocks.ts';
import { stripControl } from '../blockkit/escape.ts';
import { LIMITS } from '../blockkit/limits.ts';

// Two characters are the marks around it.
const ROOM = LIMITS.section.text - 2;

/** Somebody's words, all of them, in text that Slack does not parse. */
export const plainQuotation = (text: string): readonly Block[] => {
  const characters = [...`“${stripControl(text).trim()}”`];
  return Array.from({ length: Math.ceil(characters.length / ROOM) }, (_, index) => ({
    type: 'section' as const,
    text: plain(characters.slice(index * ROOM, (index + 1) * ROOM).join('')),
  }));
};
