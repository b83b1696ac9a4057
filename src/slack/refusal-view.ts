import type { ModalView } from '@slack/types';
import { actions, button, plain, section } from '../blockkit/blocks.ts';
import { withCommands } from './refusal-message.ts';

/** A window that can only say why it cannot go on, and perhaps offers what can be done instead. */
export const refusalView = (
  sentence: string,
  instead: Parameters<typeof button>[0] | null = null,
): ModalView => ({
  type: 'modal',
  title: plain('Not possible now'),
  close: plain('Close'),
  blocks: [
    section(withCommands(sentence)),
    ...(instead === null ? [] : [actions([button(instead)])]),
  ],
});
