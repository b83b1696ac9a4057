import type { App, ViewClosedAction, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { Impossible } from '../../src/workspace/impossible.ts';
import type { OpenView } from '../../src/workspace/shown-view.ts';
import type { Workspace, WorkspaceOptions } from '../../src/workspace/workspace.ts';
import {
  clientOptionsOf,
  figuresModal,
  PRIYA,
  PUBLIC_ROOM,
  socketBot,
  words,
  workspaceFor,
} from './support.ts';

/** A bot that opens the figures modal on command, and Priya looking at it. */
async function withModal(
  listen: (app: App) => void,
  options: Partial<WorkspaceOptions> = {},
): Promise<{ workspace: Workspace; priya: ReturnType<Workspace['asPerson']>; modal: OpenView }> {
  const workspace = await workspaceFor(options);
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: figuresModal() });
    });
    listen(app);
  });
  const priya = workspace.asPerson(PRIYA);
  await priya.command('/mopac submit');
  const modal = priya.modal();
  if (!modal) throw new Error('no modal opened');
  return { workspace, priya, modal };
}

test('a button in a message opens a modal with its trigger', async () => {
  const workspace = await workspaceFor();
  const app = await socketBot(workspace, (bot) => {
    bot.action({ action_id: 'open' }, async ({ ack, client, body }) => {
      await ack();
      if (!('trigger_id' in body)) return;
      await client.views.open({ trigger_id: body.trigger_id, view: figuresModal() });
    });
  });
  const button = {
    type: 'button',
    action_id: 'open',
    text: words('Open form'),
    value: '2.4',
  } as const;
  await app.client.chat.postMessage({
    channel: PRIYA,
    text: 'Figures are due',
    blocks: [{ type: 'actions', elements: [button] }],
  });
  const priya = workspace.asPerson(PRIYA);
  const [reminder] = priya.directMessages();
  if (!reminder) throw new Error('no reminder');
  const [seen] = priya.buttons(reminder);
  expect(seen).toMatchObject({ text: 'Open form', value: '2.4' });
  const result = await priya.press({ message: reminder, actionId: 'open' });
  expect(result).toMatchObject({ ack: 'ok', modal: { title: 'Figures', privateMetadata: '2.4' } });
});

test('what was typed reaches the app, and an empty acknowledgement closes the modal', async () => {
  let submitted: unknown;
  const { priya, modal } = await withModal((app) => {
    app.view('figures', async ({ ack, view }) => {
      submitted = view.state.values;
      await ack();
    });
  });
  priya.fill(modal, { 'Engagement rate': '17' });
  const result = await priya.submit(modal);
  expect(result).toMatchObject({ kind: 'closed', view: null });
  expect(submitted).toMatchObject({ rate: { value: { type: 'plain_text_input', value: '17' } } });
});

test('an answer beside a field keeps the modal open with what was typed', async () => {
  const { priya, modal } = await withModal((app) => {
    app.view('figures', async ({ ack }) =>
      ack({ response_action: 'errors', errors: { rate: 'Enter a percentage' } }),
    );
  });
  priya.fill(modal, { rate: 'lots' });
  const result = await priya.submit(modal);
  expect(result).toMatchObject({ kind: 'errors', refusedBy: 'app' });
  expect(priya.modal()).toMatchObject({
    errors: { rate: 'Enter a percentage' },
    values: { rate: { value: { value: 'lots' } } },
  });
});

test('an error for a field that is not there is only trouble connecting', async () => {
  const { priya, modal } = await withModal((app) => {
    app.view('figures', async ({ ack }) =>
      ack({ response_action: 'errors', errors: { nowhere: 'Lost' } }),
    );
  });
  priya.fill(modal, { rate: '1' });
  expect(await priya.submit(modal)).toMatchObject({ kind: 'trouble', reason: 'invalid_errors' });
  expect(priya.modal()?.id).toBe(modal.id);
});

test('Slack itself refuses an empty required field before the app hears of it', async () => {
  const { priya, modal, workspace } = await withModal(() => undefined);
  const before = workspace.log.length;
  expect(await priya.submit(modal)).toMatchObject({
    kind: 'errors',
    refusedBy: 'slack',
    errors: { rate: 'Please complete this required field.' },
  });
  expect(workspace.log).toHaveLength(before);
});

test('an acknowledgement may update the modal, push another or clear them all', async () => {
  const answers: ViewResponseAction[] = [
    { response_action: 'update', view: figuresModal('Second page') },
    { response_action: 'push', view: figuresModal('On top') },
    { response_action: 'clear' },
  ];
  let turn = 0;
  const { priya, modal } = await withModal((app) => {
    app.view<ViewSubmitAction>('figures', async ({ ack }) => {
      const answer = answers[turn++];
      if (answer) await ack(answer);
    });
  });
  priya.fill(modal, { rate: '17' });
  const updated = await priya.submit(modal);
  expect(updated).toMatchObject({ kind: 'updated', view: { id: modal.id, title: 'Second page' } });
  expect(updated.view?.values).toMatchObject({ rate: { value: { value: '17' } } });
  expect(updated.view?.hash).not.toBe(modal.hash);
  const pushed = await priya.submit(modal);
  expect(pushed).toMatchObject({ kind: 'pushed', view: { title: 'On top' } });
  if (!pushed.view) throw new Error('nothing pushed');
  await expect(priya.submit(modal)).rejects.toThrow(Impossible);
  priya.fill(pushed.view, { rate: '3' });
  expect(await priya.submit(pushed.view)).toMatchObject({ kind: 'cleared', view: null });
});

test('a submission nobody acknowledges leaves the modal open with trouble connecting', async () => {
  const { priya, modal } = await withModal(() => undefined, { timing: { ackMs: 150 } });
  priya.fill(modal, { rate: '17' });
  expect(await priya.submit(modal)).toMatchObject({ kind: 'trouble', reason: 'operation_timeout' });
  expect(priya.modal()?.values).toMatchObject({ rate: { value: { value: '17' } } });
});

test('nobody can type more than the field takes, or into a field that is not there', async () => {
  const { priya, modal } = await withModal(() => undefined);
  expect(() => priya.fill(modal, { rate: 'x'.repeat(11) })).toThrow('at most 10 characters');
  expect(() => priya.fill(modal, { nowhere: 'x' })).toThrow('"Engagement rate" (rate)');
});

test('a modal opened after a submission, instead of by its acknowledgement, is never seen', async () => {
  const { priya, modal, workspace } = await withModal((app) => {
    app.view<ViewSubmitAction>('figures', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: figuresModal('Next') });
    });
  });
  priya.fill(modal, { rate: '17' });
  expect(await priya.submit(modal)).toMatchObject({ kind: 'closed', view: null });
  expect(workspace.log.at(-1)).toMatchObject({ method: 'views.open', response: { ok: true } });
});

test('closing a modal tells an app that asked, and says whether everything was closed', async () => {
  const workspace = await workspaceFor();
  const closings: boolean[] = [];
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, client, command }) => {
      await ack();
      const view = { ...figuresModal(), notify_on_close: true };
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.view<ViewClosedAction>(
      { callback_id: 'figures', type: 'view_closed' },
      async ({ ack, body }) => {
        await ack();
        closings.push(body.is_cleared);
      },
    );
  });
  const priya = workspace.asPerson(PRIYA);
  for (const how of ['cancel', 'all'] as const) {
    await priya.command('/mopac submit');
    const modal = priya.modal();
    if (modal) await priya.close(modal, how);
  }
  expect(closings).toEqual([false, true]);
  expect(priya.modal()).toBeNull();
});

test('a channel message edited under the reader is pressed in its new form', async () => {
  const workspace = await workspaceFor();
  const app = await socketBot(workspace, () => undefined);
  const button = { type: 'button', action_id: 'old', text: words('Old') } as const;
  const posted = await app.client.chat.postMessage({
    channel: PUBLIC_ROOM,
    text: 'Before',
    blocks: [{ type: 'actions', elements: [button] }],
  });
  const priya = workspace.asPerson(PRIYA);
  const [before] = priya.sees(PUBLIC_ROOM);
  await app.client.chat.update({ channel: PUBLIC_ROOM, ts: posted.ts ?? '', text: 'After' });
  if (!before) throw new Error('no message');
  await expect(priya.press({ message: before, actionId: 'old' })).rejects.toThrow('nothing here');
});

test('an update that comes late takes no sentence away from a field that still holds what was refused', async () => {
  const { workspace, priya, modal } = await withModal((app) => {
    app.view('figures', async ({ ack }) =>
      ack({ response_action: 'errors', errors: { rate: 'Enter a number, for example 17.' } }),
    );
  });
  const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  const update = () => client.views.update({ view_id: modal.id, view: figuresModal('Kept') });
  await priya.submit(priya.fill(modal, { rate: 'lots' }));
  await update();
  expect(priya.modal()).toMatchObject({
    title: 'Kept',
    errors: { rate: 'Enter a number, for example 17.' },
  });
  priya.fill(modal, { rate: '17' });
  await update();
  expect(priya.modal()?.errors).toEqual({});
});
