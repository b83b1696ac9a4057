import type { MoveAnswer, PageMove, Snapshot, Where } from '../page/protocol.ts';
import { fetchOffers } from './api.ts';
import type { BlockContext, Names } from './blocks/block-context.ts';

/** What a list of blocks is drawn on. */
interface Surface {
  readonly surface: BlockContext['surface'];
  readonly prefix: string;
  readonly where: Where;
  readonly values: BlockContext['values'];
  readonly errors: BlockContext['errors'];
}

/** What is needed to let people act on blocks. */
interface Hands {
  readonly snapshot: Snapshot;
  readonly move: (move: PageMove) => Promise<MoveAnswer>;
  /** Says what Slack would say when a move failed. */
  readonly onNotice: (answer: MoveAnswer) => void;
}

/** Ties blocks on one surface to the moves they stand for. */
export function blockContext(hands: Hands, surface: Surface): BlockContext {
  const { snapshot, move, onNotice } = hands;
  const { where, ...drawn } = surface;
  const act = async (made: PageMove) => {
    const answer = await move(made);
    if (!answer.ok || answer.faults.length > 0) onNotice(answer);
  };
  return {
    ...drawn,
    names: namesIn(snapshot),
    now: snapshot.now,
    press: (blockId, actionId, value) =>
      act({ kind: 'press', where, blockId, actionId, ...(value !== undefined && { value }) }),
    choose: (blockId, actionId, option) =>
      act({ kind: 'choose', where, blockId, actionId, option }),
    suggest: (blockId, actionId, typed) =>
      fetchOffers(snapshot.me, { where, blockId, actionId, typed }),
    type: (blockId, actionId, text) =>
      void act({ kind: 'type', where, blockId, actionId, text, enter: false }),
    enter: (blockId, actionId, text) =>
      void act({ kind: 'type', where, blockId, actionId, text, enter: true }),
  };
}

const namesIn = ({ people, conversations, app, me }: Snapshot): Names => ({
  me,
  people: {
    ...Object.fromEntries(people.map(({ id, name }) => [id, name])),
    [app.userId]: app.name,
  },
  channels: Object.fromEntries(
    conversations.filter(({ kind }) => kind !== 'direct').map(({ id, name }) => [id, name]),
  ),
});
