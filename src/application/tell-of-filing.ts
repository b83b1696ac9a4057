import type { Temporal } from 'temporal-polyfill';
import type { Caller } from './open-return.ts';
import { isNamed } from './policy.ts';
import type { Person, Store, StoredFiling } from './ports.ts';
import type { SubmissionForm } from './submission-form.ts';

/**
 * Queues the receipt: to who filed, and where that was not one of the project's leads, to those of
 * them whom Slack knows, since it is their return.
 */
export const tellOfFiling = (
  caller: Caller,
  form: SubmissionForm,
  filing: StoredFiling,
  now: Temporal.Instant,
): void => {
  const { store, person } = caller;
  const { leads } = form.project;
  queueReceipt(caller, form, { filing, to: person.id, key: `filing/${filing.id}`, now });
  if (form.purpose === 'file') return;
  for (const lead of leads) {
    const known = knownPerson(store, lead);
    if (known === null || known.id === person.id) continue;
    const key = `filing/${filing.id}/${lead.toLowerCase()}`;
    queueReceipt(caller, form, { filing, to: known.id, key, now });
  }
};

const knownPerson = (store: Store, key: string): Person | null =>
  store.person(key) ?? store.personByEmail(key.toLowerCase());

const queueReceipt = (
  { store }: Caller,
  { key: { programmeId, projectNumber, quarter } }: SubmissionForm,
  receipt: {
    readonly filing: StoredFiling;
    readonly to: string;
    readonly key: string;
    readonly now: Temporal.Instant;
  },
): void => {
  store.enqueue({
    kind: 'receipt',
    key: receipt.key,
    target: { kind: 'person', person: receipt.to },
    payload: {
      programmeId,
      projectNumber,
      quarter: { ...quarter },
      revision: receipt.filing.revision,
    },
    parentId: null,
    dueAt: receipt.now,
  });
};

/** One message a coordinator for a filing about which something was asked; nobody is told what they said themselves. */
export const tellOfQuestions = (
  { store, person }: Caller,
  { key, stored }: SubmissionForm,
  filing: StoredFiling,
  now: Temporal.Instant,
): void => {
  for (const coordinator of stored.programme.coordinators) {
    if (isNamed(coordinator, person)) continue;
    store.enqueue({
      kind: 'questions',
      key: `filing/${filing.id}/${coordinator.toLowerCase()}`,
      target: { kind: 'person', person: coordinator },
      payload: {
        programmeId: key.programmeId,
        projectNumber: key.projectNumber,
        quarter: { ...key.quarter },
        filing: filing.id,
        revision: filing.revision,
      },
      parentId: null,
      dueAt: now,
    });
  }
};
