import type { ViewShown } from '../../page/protocol.ts';

/** True where an update left fields as they were: the same form, in which somebody may be at work. */
export function isSameForm(before: ViewShown | null, after: ViewShown): boolean {
  if (before?.callbackId !== after.callbackId) return false;
  const kept = new Set(fieldsIn(before));
  return fieldsIn(after).some((field) => kept.has(field));
}

const fieldsIn = ({ values }: ViewShown): readonly string[] =>
  Object.entries(values).flatMap(([blockId, fields]) =>
    Object.keys(fields).map((actionId) => JSON.stringify([blockId, actionId])),
  );
