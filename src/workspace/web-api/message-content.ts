import { blockFaults } from '../block-checks.ts';
import type { Core } from '../core.ts';
import { field, isRecord, type Json, textField } from '../json.ts';
import type { Content, StoredMessage } from '../message-store.ts';
import { type Answer, refuse, refuseFaults } from './answer.ts';
import { fileOutput } from './file-output.ts';

const LONGEST_TEXT = 40_000;

/** What a message is to say, or the refusal to answer with. */
export type ReadContent =
  | { readonly kind: 'content'; readonly content: Content }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** Reads `text`, `blocks` and `metadata` from a call's arguments, as strictly as Slack. */
export function readContent(args: Json, core: Core): ReadContent {
  const text = textField(args, 'text') ?? '';
  const blocks = field(args, 'blocks');
  const refused = (answer: Answer): ReadContent => ({ kind: 'refused', answer });
  if (blocks !== undefined && !Array.isArray(blocks))
    return refused(refuse('invalid_blocks_format'));
  if (text === '' && !blocks?.length) return refused(refuse('no_text'));
  const faults = blockFaults(blocks, core.faults.flags.refuseRich);
  if (faults.length > 0) return refused(refuseFaults('invalid_blocks', faults));
  const metadata = field(args, 'metadata');
  const content: Content = {
    text: text.slice(0, LONGEST_TEXT),
    blocks: blocks?.filter(isRecord),
    metadata: isRecord(metadata) ? metadata : undefined,
  };
  return { kind: 'content', content };
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
