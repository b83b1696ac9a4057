import type { Button, ContextBlock } from '@slack/types';
import { button, context } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import { ACTION } from '../ids.ts';
import { type StatusReference, writeStatusReference } from '../references.ts';

export const shareButton = (reference: StatusReference): Button =>
  button({
    text: 'Share to channel',
    actionId: ACTION.statusShare,
    value: writeStatusReference(reference),
    accessibilityLabel: 'Share to channel: everyone here sees this answer',
  });

const USER_ID = /^[UW][A-Z0-9]{2,}$/;

/** Says who put an answer in front of everybody; nothing where nobody did. */
export const sharedLine = (sharedBy: string | null): ContextBlock[] =>
  sharedBy !== null && USER_ID.test(sharedBy) ? [context(mrkdwn`Shared by <@${sharedBy}>`)] : [];
