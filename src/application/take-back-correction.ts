import { printQuarter } from '../domain/calendar/calendar.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { personAsActor } from './actors.ts';
import { decidedAlready, keyOfCorrection } from './decide-correction.ts';
import type { Refusal } from './faults.ts';
import { type Caller, type OpenReturn, openReturn } from './open-return.ts';
import type { Correction } from './submission-record.ts';
import { tellOfDecision } from './tell-of-correction.ts';

/** A correction that waits, before somebody who may take it back. */
interface Waiting {
  readonly correction: Correction;
  readonly opened: OpenReturn;
}

/**
 * Finds a correction that this person may take back now: whoever files the return may, not only who
 * asked, since its draft is shared between them too.
 */
export const openTakeBack = (caller: Caller, id: number): Result<Waiting, Refusal> => {
  const correction = caller.store.correction(id);
  if (correction === null) return refused({ kind: 'unknown_correction' });
  const opened = openReturn(caller, keyOfCorrection(correction), 'take_back_correction');
  if (!opened.ok) return opened;
  return correction.decided === null
    ? ok({ correction, opened: opened.value })
    : refused(decidedAlready(correction.decided));
};

/** Takes a correction back while it waits, once. What is on record stays; that it was asked stays too. */
export const takeBackCorrection = (caller: Caller, id: number): Result<Correction, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const waiting = openTakeBack(caller, id);
    if (!waiting.ok) return waiting;
    const { correction, opened } = waiting.value;
    const { stored, key } = opened;
    const at = clock.now();
    const by = personAsActor(person);
    store.decideCorrection(id, { decision: 'withdrawn', by, at, comment: null });
    store.recordReview(correction.filingId, [
      { kind: 'correction_withdrawn', ref: null, comment: null, by, at },
    ]);
    store.audit({
      at,
      actor: by,
      action: 'correction_withdrawn',
      subject: `${stored.programme.title}, project ${key.projectNumber}, ${printQuarter(key.quarter)}`,
      detail: { correction: id },
    });
    tellOfDecision(caller, correction);
    return ok(correction);
  });
