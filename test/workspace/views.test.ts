import { WebAPIPlatformError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { textField } from '../../src/workspace/json.ts';
import type { WorkspaceOptions } from '../../src/workspace/workspace.ts';
import { figuresModal, PRIYA, socketBot, words, workspaceFor } from './support.ts';

/** A bot that only keeps the trigger of the last command. */
async function withTrigger(options: Partial<WorkspaceOptions> = {}) {
  const workspace = await workspaceFor(options);
  let trigger = '';
  const app = await socketBot(workspace, (bot) => {
    bot.command('/mopac', async ({ ack, command }) => {
      trigger = command.trigger_id;
      await ack();
    });
  });
  const priya = workspace.asPerson(PRIYA);
  const nextTrigger = async () => {
    await priya.command('/mopac');
    return trigger;
  };
  return { workspace, client: app.client, priya, nextTrigger };
}

async function errorOf(call: Promise<unknown>): Promise<unknown> {
  const caught = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  return caught instanceof WebAPIPlatformError ? caught.data.error : caught;
}

test('a trigger opens one view only', async () => {
  const { client, nextTrigger } = await withTrigger();
  const trigger_id = await nextTrigger();
  await client.views.open({ trigger_id, view: figuresModal() });
  const again = client.views.open({ trigger_id, view: figuresModal() });
  expect(await errorOf(again)).toBe('exchanged_trigger_id');
  const made = client.views.open({ trigger_id: 'made-up', view: figuresModal() });
  expect(await errorOf(made)).toBe('invalid_trigger_id');
});

test('a trigger is too old three seconds after the move', async () => {
  let now = Date.UTC(2015, 6, 1);
  const { client, nextTrigger } = await withTrigger({ now: () => now });
  const trigger_id = await nextTrigger();
  now += 3001;
  const late = client.views.open({ trigger_id, view: figuresModal() });
  expect(await errorOf(late)).toBe('expired_trigger_id');
});

test('a refused view does not spend its trigger', async () => {
  const { client, nextTrigger, priya } = await withTrigger();
  const trigger_id = await nextTrigger();
  const bad = client.views.open({
    trigger_id,
    view: figuresModal('A title far too long to be shown'),
  });
  expect(await errorOf(bad)).toBe('invalid_arguments');
  await client.views.open({ trigger_id, view: figuresModal() });
  expect(priya.modal()?.title).toBe('Figures');
});

test('modals stack three deep', async () => {
  const { client, nextTrigger, priya } = await withTrigger();
  const first = await client.views.open({
    trigger_id: await nextTrigger(),
    view: figuresModal('1'),
  });
  await client.views.push({ trigger_id: await nextTrigger(), view: figuresModal('2') });
  await client.views.push({ trigger_id: await nextTrigger(), view: figuresModal('3') });
  const fourth = client.views.push({ trigger_id: await nextTrigger(), view: figuresModal('4') });
  expect(await errorOf(fourth)).toBe('push_limit_reached');
  expect(priya.modal()?.title).toBe('3');
  const update = { view_id: first.view?.id ?? '', view: figuresModal('One') };
  expect(await client.views.update(update)).toMatchObject({ view: { title: { text: 'One' } } });
});

test('an update keeps typed input and refuses a stale hash', async () => {
  const { client, nextTrigger, priya } = await withTrigger();
  const opened = await client.views.open({
    trigger_id: await nextTrigger(),
    view: figuresModal(),
  });
  const view_id = opened.view?.id ?? '';
  const hash = opened.view?.hash ?? '';
  const modal = priya.modal();
  if (modal) priya.fill(modal, { rate: '17' });
  await client.views.update({ view_id, hash, view: figuresModal('Preview') });
  expect(priya.modal()).toMatchObject({
    title: 'Preview',
    values: { rate: { value: { value: '17' } } },
  });
  const stale = client.views.update({ view_id, hash, view: figuresModal('Stale') });
  expect(await errorOf(stale)).toBe('hash_conflict');
});

test('an external id belongs to one view at a time', async () => {
  const { client, nextTrigger } = await withTrigger();
  const view = { ...figuresModal(), external_id: 'draft-1' };
  await client.views.open({ trigger_id: await nextTrigger(), view });
  const second = client.views.push({ trigger_id: await nextTrigger(), view });
  expect(await errorOf(second)).toBe('duplicate_external_id');
  await client.views.update({ external_id: 'draft-1', view });
  const lost = client.views.update({ external_id: 'draft-2', view });
  expect(await errorOf(lost)).toBe('not_found');
});

test('opening Home publishes it, and a stale publication is a hash conflict', async () => {
  const workspace = await workspaceFor();
  const home = (text: string) => ({
    type: 'home' as const,
    blocks: [{ type: 'section' as const, text: words(text) }],
  });
  const app = await socketBot(workspace, (bot) => {
    bot.event('app_home_opened', async ({ client, event }) => {
      await client.views.publish({ user_id: event.user, view: home('Nothing is due') });
    });
  });
  const opened = await workspace.asPerson(PRIYA).openHome();
  expect(opened?.rendered).toContain('Nothing is due');
  const stale = { user_id: PRIYA, view: home('Old'), hash: opened?.hash ?? '' };
  await app.client.views.publish({ user_id: PRIYA, view: home('New') });
  expect(await errorOf(app.client.views.publish(stale))).toBe('hash_conflict');
  expect(workspace.asPerson(PRIYA).home()?.rendered).toContain('New');
});

test('a menu in a modal tells the app what was picked, with everything typed so far', async () => {
  const { workspace, client, nextTrigger, priya } = await withTrigger({ timing: { ackMs: 100 } });
  const option = { text: words('Reported'), value: 'reported' };
  const menu = { type: 'static_select' as const, action_id: 'status', options: [option] };
  const view = figuresModal();
  await client.views.open({
    trigger_id: await nextTrigger(),
    view: {
      ...view,
      blocks: [...view.blocks, { type: 'actions', block_id: 'kind', elements: [menu] }],
    },
  });
  const modal = priya.modal();
  if (!modal) throw new Error('no modal');
  priya.fill(modal, { rate: '17' });
  const { delivery } = await priya.select({ view: modal, actionId: 'status', option: 'Reported' });
  expect(delivery?.payload).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: modal.id },
    actions: [{ type: 'static_select', selected_option: { value: 'reported' } }],
    view: { state: { values: { rate: { value: { value: '17' } } } } },
  });
  expect(workspace.asPerson(PRIYA).modal()?.values).toMatchObject({
    kind: { status: { selected_option: { value: 'reported' } } },
  });
});

test('a nameless block that an update leaves as it is keeps its id, so a press under way still finds it', async () => {
  const { client, nextTrigger, priya } = await withTrigger();
  const button = { type: 'button', action_id: 'go', text: words('Go') } as const;
  const input = {
    type: 'input',
    label: words('Rate'),
    element: { type: 'plain_text_input', action_id: 'rate' },
  } as const;
  const blocks = [{ type: 'actions', elements: [button] }, input] as const;
  const view = { ...figuresModal(), blocks: [...blocks] };
  const opened = await client.views.open({ trigger_id: await nextTrigger(), view });
  const before = priya.modal();
  const added = { type: 'section', text: words('Two clinics opened') } as const;
  await client.views.update({
    view_id: opened.view?.id ?? '',
    view: { ...view, blocks: [added, ...blocks] },
  });
  const after = priya.modal();
  const idOf = (view: typeof after, index: number) => textField(view?.blocks[index], 'block_id');
  expect(idOf(after, 1)).toBe(idOf(before, 0));
  // What is typed in a nameless input is lost with an update, as in Slack.
  expect(idOf(after, 2)).not.toBe(idOf(before, 1));
  await priya.press({ ...(before && { view: before }), actionId: 'go' });
});
