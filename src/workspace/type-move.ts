import type { Delivery } from './delivery.ts';
import type { PersonRecord } from './directory.ts';
import { isTyped, tellsOn } from './dispatching.ts';
import type { Placed } from './elements.ts';
import { Impossible } from './impossible.ts';
import { type Moves, outcomeOf, settle } from './moves.ts';
import { type PressResult, tell, topModal } from './press-move.ts';
import type { Standing } from './seen.ts';
import { hold, holds } from './standing-place.ts';
import { labelOf, valueFor } from './typing.ts';

/** How a text is typed. */
export interface Manner {
  /**
   * `together` tells the app once, when all of it is typed; `one by one` with every letter, none
   * waiting for the app's answer to the one before it.
   */
  readonly letters?: 'together' | 'one by one';
  /** Presses Enter when all of it is typed. */
  readonly enter?: boolean;
}

/** What came of typing: how the app took it, the worst first, and the modal on top afterwards. */
export interface TypeResult extends PressResult {
  /** Everything the app was told, in the order it was sent; empty where it asked to hear nothing. */
  readonly deliveries: readonly Delivery[];
}

/**
 * Types a text in place of what a field held. The app hears of it as it asked to, and then has time
 * to do what it does. Throws Impossible for what nobody could type.
 */
export async function typeIn(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
  text: string,
  manner: Manner = {},
): Promise<TypeResult> {
  const deliveries = await Promise.all(tellTyped(moves, person, standing, placed, text, manner));
  if (deliveries.length > 0) await settle(moves);
  const failed = deliveries.find(({ acked }) => !acked);
  const last = deliveries.at(-1);
  return {
    ...(failed ? outcomeOf(failed) : { ack: 'ok' }),
    faults: [],
    messages: [],
    ...(last && { delivery: last }),
    deliveries,
    modal: topModal(moves, person),
  };
}

/** Types as `typeIn` does, but waits for nothing: everything is kept and sent when it returns. */
export function tellTyped(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
  text: string,
  { letters = 'together', enter = false }: Manner = {},
): readonly Promise<Delivery>[] {
  const label = labelOf(placed);
  if (!isTyped(placed)) throw new Impossible(`"${label}" is not typed in`);
  const tells = tellsOn(placed);
  if (enter && !tells.enter) throw new Impossible(`Enter in "${label}" tells the app nothing`);
  const { directory } = moves.core;
  // What cannot be typed whole is not begun.
  valueFor(placed, text, directory);
  const sent: Promise<Delivery>[] = [];
  for (const words of letters === 'together' ? [text] : beginningsOf(text)) {
    const value = valueFor(placed, words, directory);
    const before = holds(moves, person, standing, placed);
    if (JSON.stringify(before) === JSON.stringify(value)) continue;
    hold(moves, person, standing, placed, value);
    if (tells.letters) sent.push(tell(moves, person, standing, placed).delivery);
  }
  if (enter) sent.push(tell(moves, person, standing, placed).delivery);
  return sent;
}

/** "17" is typed as "1" and then "17"; taking everything out is one step. */
function beginningsOf(text: string): readonly string[] {
  const letters = [...text];
  return letters.length === 0 ? [''] : letters.map((_, at) => letters.slice(0, at + 1).join(''));
}
