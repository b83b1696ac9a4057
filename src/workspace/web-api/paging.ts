import { field, type Json, textField } from '../json.ts';

/** One page of a list, and the cursor of the next; the cursor is empty on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly response_metadata: { readonly next_cursor: string };
}

/** The page that `limit` and `cursor` ask for. */
export function pageOf<T>(items: readonly T[], args: Json, defaultLimit: number): Page<T> {
  const limit = Number(field(args, 'limit') ?? defaultLimit) || defaultLimit;
  const cursor = textField(args, 'cursor') ?? '';
  const start = Number(Buffer.from(cursor, 'base64').toString()) || 0;
  const end = start + limit;
  const next = end < items.length ? Buffer.from(String(end)).toString('base64') : '';
  return { items: items.slice(start, end), response_metadata: { next_cursor: next } };
}
