import type { AskedQuestion } from '../../application/check-entries.ts';
import type { DraftValues } from '../../application/ports.ts';
import { actionSaid } from '../../application/read-beside.ts';
import { LIMITS } from '../../blockkit/limits.ts';

/** What is asked on the review, and what has been typed to it so far. */
export interface Asking {
  readonly asked: readonly AskedQuestion[];
  readonly typed: DraftValues;
  /** The measures of which it is asked what is being done, and whether that must be answered. */
  readonly actions: { readonly refs: readonly string[]; readonly needed: boolean };
}

export const QUESTION_CHARACTERS = 450;

export const isMissing = ({ question }: AskedQuestion): boolean =>
  question.code === 'no_commentary';
export const isOther = (each: AskedQuestion): boolean => !isMissing(each);

interface Line {
  readonly ref: string;
  readonly asked: readonly AskedQuestion[];
}

// A paragraph of lines, and the three fields of an action.
const BLOCKS_AN_ACTION = 4;
const LINES_A_PARAGRAPH = Math.floor(LIMITS.section.text / (QUESTION_CHARACTERS + 1));

const paragraphsOf = (lines: number): number => Math.ceil(lines / LINES_A_PARAGRAPH);

/**
 * Whose fields a window has room for. What is being done must be said, so it goes first; of more
 * figures off track than a window holds, those of which it is not said yet. What has no field is still
 * asked, and the tick answers it.
 */
export const fieldsFor = (
  lines: readonly Line[],
  { typed, actions, asked }: Asking,
  room: number,
) => {
  // All lines stand somewhere, also those without a field.
  const forFields = room - paragraphsOf(lines.length + asked.length) - 1;
  const holds = Math.max(Math.floor(forFields / BLOCKS_AN_ACTION), 0);
  const open =
    actions.refs.length <= holds
      ? actions.refs
      : actions.refs.filter((ref) => actionSaid(typed, ref) === null);
  const actionsFor = new Set(open.slice(0, holds));
  let left = forFields - BLOCKS_AN_ACTION * actionsFor.size;
  const answersFor = new Set<string>();
  for (const line of lines) {
    const blocks = blocksToAnswer(line, actionsFor.has(line.ref));
    if (blocks === 0 || blocks > left) continue;
    answersFor.add(line.ref);
    left -= blocks;
  }
  return { actionsFor, answersFor };
};

const blocksToAnswer = ({ asked }: Line, hasAction: boolean): number => {
  const others = asked.filter(isOther).length;
  const commentary = others === asked.length ? 0 : 1;
  const reason = others === 0 ? 0 : 1 + paragraphsOf(others);
  return commentary + reason === 0 ? 0 : commentary + reason + (hasAction ? 0 : 1);
};
