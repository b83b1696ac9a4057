import type { Json } from '../../json.ts';
import type { BlockContext } from './block-context.ts';

/** What drawing one block takes. */
export interface BlockParts {
  readonly block: Json;
  readonly context: BlockContext;
}

/** What drawing a block that holds others takes. */
export interface NestingParts extends BlockParts {
  /** Draws the blocks inside this one. */
  readonly list: (blocks: readonly Json[]) => unknown;
}
