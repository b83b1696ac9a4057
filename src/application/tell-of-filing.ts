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
  const { purpose } = form;
  const own = `filing/${filing.id}`;
  queueReceipt(caller, form, { filing, to: person.id, purpose, key: own, now });
  if (purpose === 'file') return;
  for (const lead of leads) {
    const known = knownPerson(store, lead);
    if (known === null || known.id === person.id) continue;
    const key = `filing/${filing.id}/${lead.toLowerCase()}`;
    queueReceipt(caller, form, { filing, to: known.id, purpose: 'file', key, now });
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
    /** What this person does to change it. */
    readonly purpose: SubmissionForm['purpose'];
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
      purpose: receipt.purpose,
    },
    parentId: null,
    dueAt: receipt.now,
  });
};

/**
 * One message a coordinator for a filing about which something was asked; nobody is told what they said
 * themselves, nor twice: `told` has a message about the filing already.
 */
export const tellOfQuestions = (
  { store, person }: Caller,
  { key, stored }: SubmissionForm,
  filing: StoredFiling,
  { now, told }: { readonly now: Temporal.Instant; readonly told: Person | null },
): void => {
  for (const coordinator of stored.programme.coordinators) {
    if (isNamed(coordinator, person) || (told !== null && isNamed(coordinator, told))) continue;
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

/** One message to the coordinator who sent a return back, once it is filed again. Answers whom, if anybody. */
export const tellOfAnswer = (
  { store, person }: Caller,
  { key, submission, purpose }: SubmissionForm,
  filing: StoredFiling,
  now: Temporal.Instant,
): Person | null => {
  if (submission?.state !== 'sent_back' || purpose === 'correct') return null;
  const { programmeId, projectNumber, quarter } = key;
  const last = store
    .reviews(programmeId, projectNumber, quarter)
    .findLast(({ kind }) => kind === 'sent_back');
  if (last?.by.kind !== 'person' || last.by.key === person.id) return null;
  store.enqueue({
    kind: 'filed_again',
    key: `filing/${filing.id}`,
    target: { kind: 'person', person: last.by.key },
    payload: { programmeId, projectNumber, quarter: { ...quarter }, revision: filing.revision },
    parentId: null,
    dueAt: now,
  });
  return knownPerson(store, last.by.key);
};
