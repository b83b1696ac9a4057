import { withEmoji } from '../text/emoji.ts';

/** Slack shows this much of a modal's title and of its buttons. */
const SHOWN_CHARACTERS = 24;

/** Words as a modal has room for them, emoji drawn. */
export function shortened(words: string): string {
  const letters = [...withEmoji(words)];
  return letters.length <= SHOWN_CHARACTERS
    ? letters.join('')
    : `${letters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
