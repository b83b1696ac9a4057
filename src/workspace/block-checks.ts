import { type BlockFault, validateMessage, validateView } from '../blockkit/validate.ts';
import { field, type Json, recordsField, textField } from './json.ts';

/** Block types that older clients and workspaces do not know. */
const RICH_TYPES = new Set([
  'table',
  'data_table',
  'data_visualization',
  'card',
  'carousel',
  'container',
  'markdown',
]);

/** Why Slack would not have a message's blocks: its word for it, and what is wrong where. */
export interface BlockRefusal {
  readonly error: 'invalid_blocks_format' | 'invalid_blocks' | 'msg_blocks_too_long';
  readonly faults: readonly BlockFault[];
}

/** Why Slack would not have a message's blocks; undefined for those it takes, and for none. */
export function blockRefusal(blocks: unknown, refuseRich: boolean): BlockRefusal | undefined {
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format', faults: [] };
  const found = validateMessage({ text: 'text', blocks });
  const faults = [...found, ...(refuseRich ? richFaults(blocks) : [])];
  if (faults.length === 0) return undefined;
  const tooLong = faults.every(({ pointer, code }) => pointer === '/blocks' && code === 'too_long');
  return { error: tooLong ? 'msg_blocks_too_long' : 'invalid_blocks', faults };
}

/** What is wrong with a view. */
export function viewFaults(view: Json, refuseRich: boolean): readonly BlockFault[] {
  return [...validateView(view), ...(refuseRich ? richFaults(field(view, 'blocks')) : [])];
}

/** Faults as the sentences of Slack's `response_metadata.messages`. */
export function faultMessages(faults: readonly BlockFault[], prefix = ''): string[] {
  return faults.map(
    ({ message, pointer }) => `[ERROR] ${message} [json-pointer:${prefix}${pointer}]`,
  );
}

function richFaults(blocks: unknown): BlockFault[] {
  return recordsField({ blocks }, 'blocks').flatMap((block, index) => {
    const type = textField(block, 'type') ?? '';
    if (!RICH_TYPES.has(type)) return [];
    const pointer = `/blocks/${index}/type`;
    return [{ pointer, message: `unsupported type: ${type}`, code: 'unknown_type' }];
  });
}
