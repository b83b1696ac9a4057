import { personBehind } from './answerers.ts';
import type { Caller } from './open-return.ts';
import { isNamed } from './policy.ts';
import type { Json, NewOutboxMessage, StoredProgramme } from './ports.ts';
import { tellStandIns } from './remind.ts';
import type { Handover } from './submission-record.ts';

/**
 * Tells whoever stands in what is owed, or that nothing is yet, and the coordinators who handed over
 * to whom.
 */
export const tellOfHandover = (
  caller: Caller,
  made: readonly Handover[],
  said: string | null,
): void => {
  const told = made.map((handover) => {
    const stored = programmeOf(caller, handover);
    const openings = stored === null ? [] : tellStandIns(caller, stored, handover);
    for (const coordinator of stored?.programme.coordinators ?? []) {
      if (isNamed(coordinator, caller.person)) continue;
      enqueue(caller, {
        kind: 'handover_made',
        key: noticeKey(handover, coordinator),
        to: coordinator,
        payload: { handover: handover.id, coordinator, said },
      });
    }
    return openings.length;
  });
  const [first] = made;
  // Somebody who was just named hears of it, also where nothing is owed today.
  if (first === undefined || first.substitute === null || told.some((count) => count > 0)) return;
  enqueue(caller, {
    kind: 'stand_in',
    key: `handover/${first.id}`,
    to: first.substitute,
    payload: { handovers: made.map(({ id }) => id) },
  });
};

/** Tells each of these, by catalogue name or Slack user id, that a hand-over that concerned them has ended. */
export const tellOfEnd = (
  caller: Caller,
  { id }: Handover,
  concerned: ReadonlyArray<string | null>,
): void => {
  for (const key of concerned) {
    const to = key === null ? null : personBehind(caller.store, key).id;
    // Nobody is told what they did themselves.
    if (to === null || to === caller.person.id) continue;
    enqueue(caller, {
      kind: 'handover_over',
      key: `handover/${id}/${to.toLowerCase()}`,
      to,
      payload: { handover: id, to },
    });
  }
};

/** Draws again what the coordinators were told of a hand-over, once for each occasion. */
export const redrawNotices = (
  { store, clock }: Pick<Caller, 'store' | 'clock'>,
  { programme }: StoredProgramme,
  handover: Handover,
  occasion: string,
): void => {
  for (const coordinator of programme.coordinators) {
    const key = noticeKey(handover, coordinator);
    const notice = store.outboxMessage('handover_made', key);
    if (notice === null) continue;
    store.enqueue({
      kind: 'edit',
      key: `handover_made/${key}/${occasion}`,
      target: notice.target,
      payload: {},
      parentId: notice.id,
      dueAt: clock.now(),
    });
  }
};

const noticeKey = ({ id }: Handover, coordinator: string): string =>
  `handover/${id}/${coordinator.toLowerCase()}`;

const programmeOf = ({ store }: Caller, { programmeId }: Handover): StoredProgramme | null =>
  store.programmes().find(({ id }) => id === programmeId) ?? null;

const enqueue = (
  { store, clock }: Caller,
  {
    to,
    ...message
  }: Pick<NewOutboxMessage, 'kind' | 'key'> & { readonly to: string; readonly payload: Json },
): void => {
  store.enqueue({
    ...message,
    target: { kind: 'person', person: to },
    parentId: null,
    dueAt: clock.now(),
  });
};
