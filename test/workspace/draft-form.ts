import type { App, BlockAction } from '@slack/bolt';
import type { InputBlock, InputBlockElement, ModalView } from '@slack/types';
import { type Json, textField } from '../../src/workspace/json.ts';
import type { OpenView } from '../../src/workspace/shown-view.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { PRIYA, socketBot, words, workspaceFor } from './support.ts';

/** Told with every letter instead of with Enter. */
export const LETTERS = {
  dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] },
};

/** One field of a form; its label is its block id in capitals. */
export const input = (
  blockId: string,
  element: InputBlockElement,
  more: Partial<InputBlock> = {},
): InputBlock => ({
  type: 'input',
  block_id: blockId,
  label: words(blockId.toUpperCase()),
  optional: true,
  element: { action_id: 'value', ...element },
  ...more,
});

/** A field whose app hears of it. */
export const heard = (blockId: string, element: InputBlockElement): InputBlock =>
  input(blockId, element, { dispatch_action: true });

/** A form of these fields. */
export const formOf = (...blocks: readonly InputBlock[]): ModalView => ({
  type: 'modal',
  callback_id: 'draft',
  title: words('Draft'),
  submit: words('File'),
  notify_on_close: true,
  blocks: [...blocks],
});

/** Priya before a form, and what its app heard of it. */
export interface Drafting {
  readonly workspace: Workspace;
  readonly priya: ReturnType<Workspace['asPerson']>;
  readonly form: OpenView;
  /** Every `block_actions` the app was sent, in order. */
  heard(): readonly Json[];
  readonly app: App;
}

/** A bot that opens a form, and acknowledges what it hears of it before it does what it is told to. */
export async function drafting(
  view: ModalView,
  onAction?: (app: App, body: BlockAction) => Promise<unknown>,
  listen?: (app: App) => void,
): Promise<Drafting> {
  const workspace = await workspaceFor();
  const app = await draftBot(workspace, view, onAction, listen);
  const priya = workspace.asPerson(PRIYA);
  await priya.command('/mopac draft');
  const form = priya.modal();
  if (!form) throw new Error('no form opened');
  return { workspace, priya, form, heard: () => heardBy(workspace), app };
}

/** Every `block_actions` an app was sent, in order. */
export const heardBy = (workspace: Workspace): readonly Json[] =>
  workspace.log.flatMap((entry) =>
    entry.kind === 'delivery' && textField(entry.payload, 'type') === 'block_actions'
      ? [entry.payload]
      : [],
  );

/** The bot itself, in a workspace of one's own. */
export const draftBot = (
  workspace: Workspace,
  view: ModalView,
  onAction: (app: App, body: BlockAction) => Promise<unknown> = async () => undefined,
  listen: (app: App) => void = () => undefined,
): Promise<App> =>
  socketBot(
    workspace,
    (bot) => {
      bot.command('/mopac', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view });
      });
      bot.action<BlockAction>(/.*/, async ({ ack, body }) => {
        await ack();
        await onAction(bot, body);
      });
      listen(bot);
    },
    UNHURRIED_PING_MS,
  );

/** A busy machine answers late; an app that takes that for a dead line connects anew meanwhile. */
const UNHURRIED_PING_MS = 10_000;
