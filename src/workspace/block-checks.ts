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

const LONGEST_VIEW_BYTES = 250 * 1024;

/** What is wrong with a message's blocks; a message without blocks has no faults here. */
export function blockFaults(blocks: unknown, refuseRich: boolean): readonly BlockFault[] {
  if (blocks === undefined) return [];
  const faults = validateMessage({ text: 'text', blocks });
  return [...faults, ...(refuseRich ? richFaults(blocks) : [])];
}

/** What is wrong with a view. */
export function viewFaults(view: Json, refuseRich: boolean): readonly BlockFault[] {
  return [...validateView(view), ...(refuseRich ? richFaults(field(view, 'blocks')) : [])];
}

/** True for a view past the size Slack takes. */
export function isViewTooLarge(view: Json): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > LONGEST_VIEW_BYTES;
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
