import type { Ids } from './ids.ts';

/** A trigger is good for this long after the person's move. */
const TRIGGER_LIFE_MS = 3000;

/** Why a trigger cannot open a view, in Slack's words. */
type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** A submission's trigger is special: what it opens may never be seen. */
type TriggerMove = 'submission' | 'other';

/** A usable trigger: whose move it was, and where. */
export interface Trigger {
  readonly personId: string;
  readonly move: TriggerMove;
  readonly issuedAt: number;
  used: boolean;
}

/** The one-shot tickets that let an app open a view after a person's move. */
export interface Triggers {
  issue(personId: string, move?: TriggerMove): string;
  /** The trigger, or the reason it is of no use. Looking does not spend it. */
  check(triggerId: string): Trigger | TriggerError;
}

/** Triggers on the workspace's clock; `expireAll` says whether every trigger counts as too old. */
export function createTriggers(ids: Ids, now: () => number, expireAll: () => boolean): Triggers {
  const issued = new Map<string, Trigger>();
  return {
    issue(personId, move = 'other') {
      const id = `${Math.floor(now())}.${ids.next('t')}.${ids.next('x')}`;
      issued.set(id, { personId, move, issuedAt: now(), used: false });
      return id;
    },
    check(triggerId) {
      const trigger = issued.get(triggerId);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      const expired = expireAll() || now() - trigger.issuedAt > TRIGGER_LIFE_MS;
      return expired ? 'expired_trigger_id' : trigger;
    },
  };
}
