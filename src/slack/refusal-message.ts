import type { Refusal } from '../application/faults.ts';
import { refusalSentence } from '../application/refusal-sentences.ts';
import { actions, button, section } from '../blockkit/blocks.ts';
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../blockkit/escape.ts';
import type { Message } from '../blockkit/ladder.ts';
import type { Quarter } from '../domain/calendar/calendar.ts';
import { ACTION } from './ids.ts';
import { writeStatusReference } from './references.ts';

const MOST_SUGGESTIONS = 5;

/**
 * A refusal as a message. With a quarter, the measures it suggests can be pressed; without one, as
 * where no programme is known, they are only named.
 */
export const refusalMessage = (refusal: Refusal, quarter: Quarter | null = null): Message => {
  const sentence = withCommands(refusalSentence(refusal));
  const suggested = refusal.kind === 'unknown_measure' ? refusal.didYouMean : [];
  if (quarter === null || suggested.length === 0) {
    return { text: sentence.text, blocks: [section(sentence)] };
  }
  const buttons = suggested.slice(0, MOST_SUGGESTIONS).map((ref) =>
    button({
      text: `Show ${ref}`,
      actionId: ACTION.statusOpen,
      value: writeStatusReference({ scope: { kind: 'measure', ref }, quarter }),
    }),
  );
  return {
    text: sentence.text,
    // An action_id must be unique in its block, and these buttons share one: a block each.
    blocks: [section(sentence), ...buttons.map((each) => actions([each]))],
  };
};

/** A sentence of ours in which backticks mark commands; everything else in it is escaped. */
export const withCommands = (sentence: string): Mrkdwn =>
  joinMrkdwn(
    sentence
      .split('`')
      .map((part, index) => (index % 2 === 1 ? mrkdwn`\`${part}\`` : mrkdwn`${part}`)),
    '',
  );
