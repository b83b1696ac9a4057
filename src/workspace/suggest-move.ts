import { type BlockFault, validateSuggestions } from '../blockkit/validate.ts';
import type { Delivery } from './delivery.ts';
import type { PersonRecord } from './directory.ts';
import { type Placed, placedElements } from './elements.ts';
import { Impossible } from './impossible.ts';
import { optionsOf } from './input-state.ts';
import { blockSuggestion } from './interactions.ts';
import { isRecord, type Json, numberField, textField } from './json.ts';
import { type Moves, outcomeOf, settle } from './moves.ts';
import { blocksOf, findPlaced, type Standing, standingOf, surfaceOf, type Wanted } from './seen.ts';
import { heldIn, spotOf, standingKey } from './standing-place.ts';

/** What a menu showed for the words typed in it. */
export interface Suggestions {
  /** `none` when too little was typed for Slack to ask the app. */
  readonly ack: 'ok' | 'timeout' | 'failed' | 'none';
  /** Slack's word for the trouble; `invalid_options` when it would show none of what was offered. */
  readonly error?: string;
  /** What is wrong with the app's answer, placed in it. */
  readonly faults: readonly BlockFault[];
  /** What can be picked, out of groups or not. */
  readonly options: readonly Json[];
  readonly delivery?: Delivery;
}

/** Slack asks the app once this many characters are typed, unless the menu says otherwise. */
const USUAL_MIN_QUERY = 3;

/**
 * Types in a menu whose options the app supplies; what it offers can then be picked, until the next
 * search. An app that acknowledges with nothing offers nothing.
 */
export async function suggest(
  moves: Moves,
  person: PersonRecord,
  { typed, value: _value, ...wanted }: Wanted & { readonly typed: string },
): Promise<Suggestions> {
  const { core, deliverer, suggested } = moves;
  const standing = standingOf(core, surfaceOf(wanted), person.id);
  const placed = findPlaced(placedElements(blocksOf(standing)), wanted);
  const { element } = placed;
  if (!isExternal(element)) throw new Impossible(`${placed.actionId} has its options already`);
  suggested.delete(keyOf(person, standing, placed));
  const least = numberField(element, 'min_query_length') ?? USUAL_MIN_QUERY;
  if ([...typed].length < least) return { ack: 'none', faults: [], options: [] };
  const payload = blockSuggestion(core, person, placed, spotOf(core, standing), typed);
  const delivery = await deliverer.deliver('interactive', payload);
  await settle(moves);
  const { ack, error } = outcomeOf(delivery);
  if (error !== undefined) return { ack, error, faults: [], options: [], delivery };
  const { ackBody = { options: [] } } = delivery;
  const faults = validateSuggestions(ackBody);
  if (faults.length > 0) {
    return { ack: 'failed', error: 'invalid_options', faults, options: [], delivery };
  }
  const options = isRecord(ackBody) ? optionsOf(ackBody) : [];
  suggested.set(keyOf(person, standing, placed), options);
  return { ack, faults, options, delivery };
}

/** The element as the person has it before them: with what was last suggested, and what they hold. */
export function withSuggested(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
): Placed {
  if (!isExternal(placed.element)) return placed;
  const options = moves.suggested.get(keyOf(person, standing, placed)) ?? [];
  const values = new Set(options.map((option) => textField(option, 'value')));
  const held = heldIn(moves, person, standing, placed).filter(
    (option) => !values.has(textField(option, 'value')),
  );
  return { ...placed, element: { ...placed.element, options: [...options, ...held] } };
}

const isExternal = (element: Json): boolean =>
  textField(element, 'type')?.endsWith('external_select') ?? false;

const keyOf = (person: PersonRecord, standing: Standing, { blockId, actionId }: Placed): string =>
  `${standingKey(person, standing)}/${blockId}/${actionId}`;
