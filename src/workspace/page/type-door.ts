import type { PersonRecord } from '../directory.ts';
import { placedInputs } from '../elements.ts';
import { outcomeOf, settle } from '../moves.ts';
import { blocksOf, findPlaced, type Surface, standingOf } from '../seen.ts';
import { tellTyped } from '../type-move.ts';
import { actionAnswer, DONE } from './move-answers.ts';
import type { MoveAnswer, PageMove } from './protocol.ts';
import type { PageParts } from './snapshot.ts';

/** Words in a field, as they stand now. */
type TypeMove = Extract<PageMove, { kind: 'type' }>;

/**
 * Keeps what a visitor typed and tells the app what it asked to hear. Typing waits for nobody; Enter
 * does, so that it can be said when the app does not take it. Words for a field that the app took
 * away while they were typed are gone with it, as in Slack.
 */
export async function typeInto(
  { moves, underway }: PageParts,
  person: PersonRecord,
  surface: Surface,
  { blockId, actionId, text, enter }: TypeMove,
): Promise<MoveAnswer> {
  const standing = standingOf(moves.core, surface, person.id);
  const inputs = placedInputs(blocksOf(standing)).filter((each) => each.blockId === blockId);
  if (!inputs.some((each) => each.actionId === actionId)) return DONE;
  const placed = findPlaced(inputs, { actionId });
  const sent = tellTyped(moves, person, standing, placed, text, { enter });
  underway.add(person.id, sent);
  const pressed = enter ? await sent.at(-1) : undefined;
  if (!pressed) return DONE;
  await settle(moves);
  return actionAnswer({ ...outcomeOf(pressed), faults: [], messages: [] });
}
