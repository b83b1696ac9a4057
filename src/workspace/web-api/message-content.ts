import { blockRefusal } from '../block-checks.ts';
import type { Core } from '../core.ts';
import { field, isRecord, type Json, textField } from '../json.ts';
import type { Content, StoredMessage } from '../message-store.ts';
import { type Answer, refuse, refuseFaults } from './answer.ts';
import { fileOutput } from './file-output.ts';

/** Slack cuts longer text off, counted in characters. */
const LONGEST_TEXT = 40_000;

/** What a message is to say, or the refusal to answer with. */
export type ReadContent =
  | { readonly kind: 'content'; readonly content: Content }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** Blocks that may be posted, or the refusal to answer with. */
export type ReadBlocks =
  | { readonly kind: 'blocks'; readonly blocks: readonly Json[] | undefined }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** Reads `text`, `blocks` and `metadata` from a call's arguments, as strictly as Slack. */
export function readContent(args: Json, core: Core): ReadContent {
  const text = textField(args, 'text') ?? '';
  const given = field(args, 'blocks');
  const isBare = text === '' && (given === undefined || (Array.isArray(given) && !given.length));
  if (isBare) return { kind: 'refused', answer: refuse('no_text') };
  const read = readBlocks(given, core);
  if (read.kind === 'refused') return read;
  const metadata = field(args, 'metadata');
  const content: Content = {
    text: cutText(text),
    blocks: read.blocks,
    metadata: isRecord(metadata) ? metadata : undefined,
  };
  return { kind: 'content', content };
}

/** Reads a message's blocks, as strictly as Slack. */
export function readBlocks(given: unknown, core: Core): ReadBlocks {
  const refusal = blockRefusal(given, core.faults.flags.refuseRich);
  if (refusal) return { kind: 'refused', answer: refuseFaults(refusal.error, refusal.faults) };
  return { kind: 'blocks', blocks: Array.isArray(given) ? given.filter(isRecord) : undefined };
}

/** A message's text as Slack keeps it: cut off, but never inside a character. */
export function cutText(text: string): string {
  return text.length > LONGEST_TEXT ? [...text].slice(0, LONGEST_TEXT).join('') : text;
}

/** A stored message as Slack writes it in answers and payloads. */
export function messageOutput(message: StoredMessage, core: Core): Json {
  const { identity } = core;
  const byBot = message.user === identity.botUserId;
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: identity.teamId,
    ...(byBot && { bot_id: identity.botId, app_id: identity.appId }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.files && { files: message.files.map((file) => fileOutput(file, core)) }),
    ...(message.edited && { edited: message.edited }),
    ...(message.metadata && { metadata: message.metadata }),
  };
}
