import type { PersonRecord } from './directory.ts';
import { type Placed, placedElements } from './elements.ts';
import { Impossible } from './impossible.ts';
import { blockSuggestion } from './interactions.ts';
import { isRecord, type Json, numberField, recordsField, textField, wordingField } from './json.ts';
import { type Moves, outcomeOf, settle } from './moves.ts';
import { blocksOf, findPlaced, standingOf, surfaceOf, type Wanted } from './seen.ts';
import { placeOf } from './standing-place.ts';

/** What a menu showed for the words typed in it. */
export interface Suggestions {
  /** `none` when too little was typed for Slack to ask the app. */
  readonly ack: 'ok' | 'timeout' | 'failed' | 'none';
  readonly error?: string;
  readonly options: readonly Json[];
}

/** Slack asks the app once this many characters are typed, unless the menu says otherwise. */
const USUAL_MIN_QUERY = 3;
const MOST_OPTIONS = 100;
const LONGEST_OPTION = 75;

/** Types in a menu whose options the app supplies; what it offers can then be picked. */
export async function suggest(
  moves: Moves,
  person: PersonRecord,
  { typed, ...wanted }: Wanted & { readonly typed: string },
): Promise<Suggestions> {
  const standing = standingOf(moves.core, surfaceOf(wanted), person.id);
  const placed = findPlaced(placedElements(blocksOf(standing)), wanted);
  const { element } = placed;
  if (!isExternal(element)) throw new Impossible(`${placed.actionId} has its options already`);
  const least = numberField(element, 'min_query_length') ?? USUAL_MIN_QUERY;
  if ([...typed].length < least) return { ack: 'none', options: [] };
  const { place } = placeOf(moves, person, standing);
  const payload = blockSuggestion(moves.core, person, placed, place, typed);
  const delivery = await moves.deliverer.deliver('interactive', payload);
  await settle(moves);
  const outcome = outcomeOf(delivery);
  if (outcome.ack !== 'ok') return { ...outcome, options: [] };
  const options = offeredIn(delivery.ackBody);
  if (!options) return { ack: 'failed', error: 'invalid_options', options: [] };
  moves.suggested.set(keyOf(person, placed), options);
  return { ack: 'ok', options };
}

/** The element as the person has it before them: with the options last suggested to them. */
export function withSuggested(moves: Moves, person: PersonRecord, placed: Placed): Placed {
  const options = moves.suggested.get(keyOf(person, placed));
  if (!options || !isExternal(placed.element)) return placed;
  return { ...placed, element: { ...placed.element, options } };
}

const isExternal = (element: Json): boolean =>
  textField(element, 'type')?.endsWith('external_select') ?? false;

const keyOf = (person: PersonRecord, { blockId, actionId }: Placed): string =>
  `${person.id}/${blockId}/${actionId}`;

/** The options of an answer, groups opened; undefined when Slack would show none of them. */
function offeredIn(body: unknown): readonly Json[] | undefined {
  if (!isRecord(body)) return undefined;
  const groups = recordsField(body, 'option_groups');
  const options = [
    ...recordsField(body, 'options'),
    ...groups.flatMap((group) => recordsField(group, 'options')),
  ];
  if (options.length > MOST_OPTIONS || groups.length > MOST_OPTIONS) return undefined;
  const fits = (words: string | undefined) =>
    words !== undefined && words !== '' && [...words].length <= LONGEST_OPTION;
  const sound = options.every(
    (option) => fits(wordingField(option, 'text')) && fits(textField(option, 'value')),
  );
  return sound ? options : undefined;
}
