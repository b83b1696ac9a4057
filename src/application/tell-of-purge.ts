import type { Temporal } from 'temporal-polyfill';
import { answerersOf } from './answerers.ts';
import type { Caller, OpenReturn } from './open-return.ts';
import { isNamed } from './policy.ts';
import type { StandingText } from './purge-record.ts';

/**
 * Tells whoever wrote the text, whoever answers for the return and the other coordinators that it was
 * taken out, and why; never what it said.
 */
export const tellOfPurge = (
  { store, person }: Caller,
  { stored, project, places, today }: OpenReturn & { readonly places: readonly StandingText[] },
  { id, at }: { readonly id: number; readonly at: Temporal.Instant },
): void => {
  const authors = places.flatMap(({ by }) => (by.kind === 'person' ? [by.key] : []));
  const known = (key: string): string =>
    store.person(key)?.id ?? store.personByEmail(key.toLowerCase())?.id ?? key;
  const told = [
    ...answerersOf(store, stored, project, today),
    ...authors,
    ...stored.programme.coordinators,
  ];
  for (const to of new Set(told.map(known))) {
    if (isNamed(to, person)) continue;
    store.enqueue({
      kind: 'text_removed',
      key: `purge/${id}/${to.toLowerCase()}`,
      target: { kind: 'person', person: to },
      payload: { purge: id },
      parentId: null,
      dueAt: at,
    });
  }
};
