import { isNamed } from './policy.ts';
import type { Actor, Clock, OutboxMessage, Person, Store, StoredProgramme } from './ports.ts';
import type { Correction } from './submission-record.ts';

interface Telling {
  readonly store: Store;
  readonly clock: Clock;
  /** Who did it: they are not told what they know. */
  readonly person: Person;
}

/** One message to each coordinator, with *Decide*, and one to whoever asked, with *Take it back*. */
export const tellOfAsking = (
  { store, clock, person }: Telling,
  { programme }: StoredProgramme,
  correction: number,
): void => {
  const dueAt = clock.now();
  for (const coordinator of programme.coordinators) {
    if (isNamed(coordinator, person)) continue;
    store.enqueue({
      kind: 'correction_asked',
      key: keyFor(correction, coordinator),
      target: { kind: 'person', person: coordinator },
      payload: { correction, coordinator },
      parentId: null,
      dueAt,
    });
  }
  store.enqueue({
    kind: 'correction_receipt',
    key: `correction/${correction}`,
    target: { kind: 'person', person: person.id },
    payload: { correction },
    parentId: null,
    dueAt,
  });
};

/** Tells whoever asked, unless they did it themselves, and takes the buttons off every message about it. */
export const tellOfDecision = (
  { store, clock, person }: Telling,
  { id, askedBy, programmeId }: Correction,
): void => {
  const dueAt = clock.now();
  if (isTold(askedBy, person)) {
    store.enqueue({
      kind: 'correction_decided',
      key: `correction/${id}`,
      target: { kind: 'person', person: askedBy.key },
      payload: { correction: id },
      parentId: null,
      dueAt,
    });
  }
  const stored = store.programmes().find((each) => each.id === programmeId);
  const posts: readonly (OutboxMessage | null)[] = [
    ...(stored?.programme.coordinators ?? []).map((coordinator) =>
      store.outboxMessage('correction_asked', keyFor(id, coordinator)),
    ),
    store.outboxMessage('correction_receipt', `correction/${id}`),
  ];
  for (const post of posts) {
    if (post === null) continue;
    store.enqueue({
      kind: 'edit',
      key: `${post.kind}/${post.key}/decided`,
      target: post.target,
      payload: {},
      parentId: post.id,
      dueAt,
    });
  }
};

const keyFor = (correction: number, coordinator: string): string =>
  `correction/${correction}/${coordinator.toLowerCase()}`;

const isTold = (askedBy: Actor, person: Person): askedBy is Extract<Actor, { kind: 'person' }> =>
  askedBy.kind === 'person' && askedBy.key !== person.id;
