import type { Block } from './blocks.ts';
import { escapeMrkdwn, truncateMarkup } from './escape.ts';
import { textOfBlocks } from './fallback-text.ts';
import type { BlockFault } from './fault.ts';
import { LIMITS } from './limits.ts';
import { validateMessage } from './validate.ts';

/** How much of Block Kit a message leans on, from the most to the least. */
export const RUNGS = ['rich', 'standard', 'plain', 'text'] as const;

/** `rich` has data tables and charts, `standard` tables, `plain` sections only, `text` no blocks. */
export type Rung = (typeof RUNGS)[number];

/** What a message says. `text` is Slack markup, and all that a phone's notification shows. */
export interface Message {
  text: string;
  blocks?: Block[];
}

/** Why a rung could not be used. */
export interface RungFault extends BlockFault {
  readonly rung: Rung;
}

/** Below what chat.update takes, so that the message can be edited later. */
const TEXT_CHARACTERS = 3_900;

const REFUSALS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** The rung below, or undefined at `text`, which has none. */
export function nextRung(rung: Rung): Rung | undefined {
  return RUNGS[RUNGS.indexOf(rung) + 1];
}

/**
 * True for the errors by which Slack refuses a message's blocks, where a lower rung may pass.
 * Not for errors of permission, channel or rate, which no other rendering would cure.
 */
export function isBlockRefusal(errorCode: string): boolean {
  return REFUSALS.has(errorCode);
}

/**
 * The message at the highest rung, from the preferred one down, that Slack would accept, with the
 * faults of the rungs above it. There is always one: at `text` the blocks are dropped. The text is
 * cut to fit at every rung, so that a long text alone never costs a message its blocks.
 */
export function chooseRung(choice: { preferred: Rung; build: (rung: Rung) => Message }): {
  rung: Rung;
  message: Message;
  faults: RungFault[];
} {
  const faults: RungFault[] = [];
  for (const rung of RUNGS.slice(RUNGS.indexOf(choice.preferred))) {
    if (rung === 'text') break;
    const message = withFittingText(choice.build(rung));
    const found = validateMessage(message);
    if (found.length === 0) return { rung, message, faults };
    faults.push(...found.map((each) => ({ ...each, rung })));
  }
  const { text } = withFittingText(choice.build('text'));
  return { rung: 'text', message: { text }, faults };
}

function withFittingText(message: Message): Message {
  // Drawing the blocks as text is the dearest step, and most messages bring their own words.
  const own = fitting(message.text);
  const text =
    own.trim() === '' ? fitting(escapeMrkdwn(textOfBlocks(message.blocks ?? [])).text) : own;
  return { ...message, text: text.trim() === '' ? 'Nothing to show.' : text };
}

const fitting = (text: string): string =>
  truncateMarkup(text, { max: TEXT_CHARACTERS, maxBytes: LIMITS.message.textBytes });
