import type { ModalView } from '@slack/types';
import type { FieldFault } from '../../application/entry-fields.ts';

/** What a submitted window is answered with: sentences beside its fields, or the window that follows. */
export type Answer =
  | { readonly kind: 'errors'; readonly errors: Record<string, string> }
  | { readonly kind: 'update'; readonly view: ModalView };

export const update = (view: ModalView): Answer => ({ kind: 'update', view });

/** Each sentence beside its field. */
export const beside = (faults: readonly FieldFault[]): Record<string, string> =>
  Object.fromEntries(faults.map(({ field, sentence }) => [field, sentence]));
