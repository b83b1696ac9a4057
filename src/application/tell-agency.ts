import type { Temporal } from 'temporal-polyfill';
import { answerersOf } from './answerers.ts';
import type { Caller, OpenReturn } from './open-return.ts';
import { isNamed } from './policy.ts';

interface News {
  readonly kind: 'accepted' | 'sent_back' | 'commented';
  /** When it was decided or said, exactly as the record has it: the message is about what bears it. */
  readonly at: Temporal.Instant;
  readonly told?: 'agency' | 'coordinators';
}

/**
 * Queues a message about a return: to whoever answers for it and whoever filed it, or to the coordinators; never
 * to who is behind it. The words are rendered from the record.
 */
export const tellAgency = (
  { store, person }: Caller,
  { key, stored, project, submission, today }: OpenReturn,
  { kind, at, told = 'agency' }: News,
): void => {
  const filedBy = submission?.filing?.filedBy;
  const filer = filedBy?.kind === 'person' ? [filedBy.key] : [];
  const known = (each: string): string =>
    store.person(each)?.id ?? store.personByEmail(each.toLowerCase())?.id ?? each;
  const named =
    told === 'agency'
      ? [...answerersOf(store, stored, project, today), ...filer]
      : stored.programme.coordinators;
  const filing = submission?.filing?.id ?? 0;
  for (const to of new Set(named.map(known))) {
    if (isNamed(to, person)) continue;
    store.enqueue({
      kind,
      key: `filing/${filing}/${at}/${to.toLowerCase()}`,
      target: { kind: 'person', person: to },
      payload: {
        programmeId: key.programmeId,
        projectNumber: key.projectNumber,
        quarter: { ...key.quarter },
        at: at.toString(),
      },
      parentId: null,
      dueAt: at,
    });
  }
};
