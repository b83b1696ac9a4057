import { type Fields, field, isFields, listIn } from './check.ts';
import { type BlockFault, fault, under } from './fault.ts';
import { tableSums } from './validate-tables.ts';

/** A block or an element wherever it stands, with its pointer. */
export interface Placed {
  readonly block: Fields;
  readonly at: string;
}

/** What can only be seen of the blocks together. */
export function acrossBlocks(placed: readonly Placed[]): readonly BlockFault[] {
  const ids = placed.map(({ block, at }) => ({
    id: field(block, 'block_id'),
    at: under(at, 'block_id'),
  }));
  const focused = placed
    .flatMap(elementsOf)
    .filter(({ block }) => field(block, 'focus_on_load') === true)
    .slice(1);
  return [
    ...repeated(ids, 'is the block_id of another block'),
    ...placed.flatMap((each) =>
      repeated(
        elementsOf(each).map(({ block, at }) => ({
          id: field(block, 'action_id'),
          at: under(at, 'action_id'),
        })),
        'is the action_id of another element of its block',
      ),
    ),
    ...focused.flatMap(({ at }) =>
      fault(under(at, 'focus_on_load'), 'conflict', 'another element already takes the focus'),
    ),
    ...tableSums(placed),
  ];
}

function repeated(
  ids: readonly { id: unknown; at: string }[],
  message: string,
): readonly BlockFault[] {
  const seen = new Set<unknown>();
  return ids.flatMap(({ id, at }) => {
    if (id === undefined) return [];
    if (seen.has(id)) return fault(at, 'duplicate', message);
    seen.add(id);
    return [];
  });
}

/** Every block within, those inside containers and carousels included, in reading order. */
export function placedBlocks(holder: Fields, at = ''): readonly Placed[] {
  const keys = field(holder, 'type') === 'carousel' ? ['elements'] : ['blocks', 'child_blocks'];
  return keys.flatMap((key) =>
    listIn(holder, key).flatMap((block, index) => {
      if (!isFields(block)) return [];
      const place = under(under(at, key), index);
      return [{ block, at: place }, ...placedBlocks(block, place)];
    }),
  );
}

/** The interactive elements of one block. */
function elementsOf({ block, at }: Placed): readonly Placed[] {
  const lists = field(block, 'type') === 'carousel' ? [] : ['elements', 'actions'];
  return [
    ...lists.flatMap((key) =>
      listIn(block, key).map((value, index) => ({ value, at: under(under(at, key), index) })),
    ),
    ...['accessory', 'element'].map((key) => ({ value: block[key], at: under(at, key) })),
  ].flatMap((each) => (isFields(each.value) ? [{ block: each.value, at: each.at }] : []));
}
