import { type Block, plain } from '../blockkit/blocks.ts';
import { countCharacters } from '../blockkit/escape.ts';
import { LIMITS } from '../blockkit/limits.ts';

/** Said on top of a window; a sentence too long for an alert is not cut but said without its frame. */
export const noticeBlock = (sentence: string): Block =>
  countCharacters(sentence) > LIMITS.alert.text
    ? { type: 'section', text: plain(sentence) }
    : { type: 'alert', level: 'warning', text: plain(sentence) };
