import type { Json } from '../../../json.ts';
import type { BlockContext } from '../block-context.ts';

/** What an element is drawn from. */
export interface ElementParts {
  readonly block: Json;
  readonly element: Json;
  readonly context: BlockContext;
  /** The DOM id of the words that name it; where there are none, it names itself. */
  readonly labelledBy?: string;
  /** The DOM ids of the hint and the fault beside it. */
  readonly describedBy?: string;
  readonly invalid?: boolean;
  /** True where a form is not taken without an answer here. */
  readonly required?: boolean;
}
