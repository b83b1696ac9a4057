import { dayIn, printDay } from '../domain/calendar/calendar.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { personAsActor } from './actors.ts';
import { keysTold } from './answerers.ts';
import type { Refusal } from './faults.ts';
import type { Caller } from './open-return.ts';
import { isNamed, isStanding } from './policy.ts';
import type { StoredProgramme } from './ports.ts';
import { redrawOpenings } from './redraw-openings.ts';
import { isAfter } from './submission-form.ts';
import type { Handover } from './submission-record.ts';
import { redrawNotices, tellOfEnd } from './tell-of-handover.ts';

/** Ends every absence of this person that stands, in whichever programme. Answers them. */
export const comeBack = (caller: Caller): Result<readonly Handover[], Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const today = dayIn(clock.now());
    const absences = store.programmes().flatMap((stored) =>
      store
        .handovers(stored.id)
        .filter(
          (each) => each.reason === 'away' && isNamed(each.lead, person) && isStanding(each, today),
        )
        .map((handover) => ({ stored, handover })),
    );
    if (absences.length === 0) return refused({ kind: 'not_away' });
    for (const { stored, handover } of absences) end(caller, stored, handover);
    return ok(absences.map(({ handover }) => handover));
  });

/** Takes a hand-over back: the lead answers again. Only for a coordinator of its programme. */
export const undoHandover = (caller: Caller, id: number): Result<Handover, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const handover = store.handover(id);
    const stored = store.programmes().find((each) => each.id === handover?.programmeId);
    if (handover === null || stored === undefined) return refused({ kind: 'unknown_handover' });
    if (!stored.programme.coordinators.some((key) => isNamed(key, person))) {
      return refused({ kind: 'not_a_coordinator' });
    }
    const { ended, until } = handover;
    if (ended !== null) {
      const on = printDay(dayIn(ended.at));
      return refused({ kind: 'handover_ended', by: ended.by.name, on });
    }
    if (until !== null && isAfter(dayIn(clock.now()), until)) {
      return refused({ kind: 'handover_over', on: printDay(until) });
    }
    end(caller, stored, handover);
    return ok(handover);
  });

const end = (caller: Caller, stored: StoredProgramme, handover: Handover): void => {
  const { store, clock, person } = caller;
  const at = clock.now();
  const by = personAsActor(person);
  const { id, lead, substitute } = handover;
  store.endHandover(id, by, at);
  store.audit({
    at,
    actor: by,
    action: 'end_handover',
    subject: `${stored.programme.title}, ${lead}`,
    detail: { handover: id },
  });
  redrawOpenings(caller, stored, {
    keys: keysTold(store, stored, handover),
    handovers: [...store.handovers(stored.id), handover],
    occasion: `handover-${id}-ended`,
  });
  redrawNotices(caller, stored, handover, 'ended');
  tellOfEnd(caller, handover, [lead, substitute]);
};
