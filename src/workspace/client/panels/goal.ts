import type { StepGoal } from '../../page/protocol.ts';

/** What a reader of a story has in front of them. */
export interface Seen {
  readonly acting: string;
  /** `home`, `direct` or `#channel`. */
  readonly showing: string;
  readonly modal: { readonly callbackId: string; readonly words: string } | null;
  /** All the words of the conversation in front. */
  readonly words: string;
}

/** Whether a step has done what it was for: everything its goal names must hold. */
export function isReached(goal: StepGoal, { acting, showing, modal, words }: Seen): boolean {
  const modalIs = (wanted: string | null) =>
    wanted === null ? modal === null : modal?.callbackId === wanted;
  return (
    (goal.acting === undefined || goal.acting === acting) &&
    (goal.showing === undefined || goal.showing === showing) &&
    (goal.modal === undefined || modalIs(goal.modal)) &&
    (goal.modalSays === undefined || (modal?.words.includes(goal.modalSays) ?? false)) &&
    (goal.says === undefined || words.includes(goal.says))
  );
}
