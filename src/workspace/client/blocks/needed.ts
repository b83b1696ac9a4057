import { field, isRecord, type Json } from '../../json.ts';

/**
 * The objects in a list that a block cannot do without. Throws where there is no such list, or
 * something else is in it, so that the block's JSON is shown instead of a part of it.
 */
export function neededRecords(value: unknown, key: string): readonly Json[] {
  const found = field(value, key);
  if (!Array.isArray(found) || found.length === 0 || !found.every(isRecord)) {
    throw new Error(`no ${key}`);
  }
  return found;
}

/** The text a block cannot do without; throws where there is none. */
export function neededText(value: unknown, key: string): string {
  const found = field(value, key);
  if (typeof found !== 'string') throw new Error(`no ${key}`);
  return found;
}
