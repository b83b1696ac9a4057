import type { App, OptionsPayloadFromType } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/workspace/json.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { figuresModal, PRIYA, PUBLIC_ROOM, socketBot, words, workspaceFor } from './support.ts';

type Asked = OptionsPayloadFromType<'block_suggestion'>;

const option = (text: string, value = text) => ({ text: words(text), value });
const ENGAGEMENT = option('2.4 Engagement', '2.4');
const PRISON = option('2.5 Prison release', '2.5');
const menu = (more: object = {}) => ({ type: 'external_select', action_id: 'measure', ...more });

/** A bot whose command shows a menu in a message or a modal, and that offers what `offer` says. */
async function menuTown({
  offer = () => ({ options: [ENGAGEMENT, PRISON] }),
  element = menu(),
  inModal = false,
  ackMs = 3000,
}: {
  offer?: (typed: string) => Json | undefined;
  element?: object;
  inModal?: boolean;
  ackMs?: number;
} = {}) {
  const workspace = await workspaceFor({ timing: { ackMs } });
  const asked: Asked[] = [];
  const picked: Json[] = [];
  await socketBot(workspace, (app: App) => {
    app.command('/mopac', async ({ ack, client, body }) => {
      const block = { type: 'actions', block_id: 'search', elements: [element] };
      if (!inModal) return ack({ text: 'Which?', blocks: [block] });
      await ack();
      const input = { type: 'input', block_id: 'search', label: words('Measure'), element };
      const view = { ...figuresModal(), blocks: [input] };
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ ack, payload }) => {
      asked.push(payload);
      const offered = offer(payload.value);
      if (offered !== undefined) await ack(offered as never);
    });
    app.action('measure', async ({ ack, action }) => {
      await ack();
      picked.push({ ...action });
    });
    app.view('figures', async ({ ack, view }) => {
      picked.push(view.state.values);
      await ack();
    });
  });
  const where = await openMenu(workspace, inModal);
  return { workspace, priya: workspace.asPerson(PRIYA), asked, picked, where };
}

async function openMenu(workspace: Workspace, inModal: boolean) {
  const priya = workspace.asPerson(PRIYA);
  const [message] = (await priya.command('/mopac', PUBLIC_ROOM)).messages;
  const view = priya.modal();
  if (inModal && view) return { view, actionId: 'measure' };
  if (message) return { message, actionId: 'measure' };
  throw new Error('no menu');
}

describe('a menu whose options the app supplies', () => {
  test('asks once three characters are typed, of what and where, and cannot be answered there', async () => {
    const { priya, asked, where } = await menuTown();
    expect(await priya.suggest({ ...where, typed: 'en' })).toMatchObject({ ack: 'none' });
    await priya.suggest({ ...where, typed: 'eng' });
    expect(asked).toHaveLength(1);
    const [payload] = asked;
    expect(payload).toMatchObject({
      type: 'block_suggestion',
      block_id: 'search',
      action_id: 'measure',
      value: 'eng',
      user: { id: PRIYA },
      container: { type: 'message', channel_id: PUBLIC_ROOM },
    });
    expect(payload).not.toHaveProperty('trigger_id');
    expect(payload).not.toHaveProperty('response_url');
    expect(payload).not.toHaveProperty('state');
  });

  test('asks as soon as the app says it should', async () => {
    const { priya, asked, where } = await menuTown({ element: menu({ min_query_length: 0 }) });
    await priya.suggest({ ...where, typed: '' });
    expect(asked.map(({ value }) => value)).toEqual(['']);
  });

  test('lets what was offered last be picked, and nothing else', async () => {
    const { priya, picked, where } = await menuTown({
      offer: (typed) => ({ options: typed === 'eng' ? [ENGAGEMENT] : [PRISON] }),
    });
    const pick = (words: string) => priya.select({ ...where, option: words });
    await expect(pick('2.4')).rejects.toThrow('it offers nothing');
    await priya.suggest({ ...where, typed: 'eng' });
    await pick('2.4 Engagement');
    expect(picked).toMatchObject([{ type: 'external_select', selected_option: ENGAGEMENT }]);
    await priya.suggest({ ...where, typed: 'pri' });
    await pick('2.4');
    await pick('2.5');
    await expect(pick('2.4')).rejects.toThrow('it offers 2.5 Prison release');
    await priya.suggest({ ...where, typed: 'eng' });
    await priya.suggest({ ...where, typed: 'en' });
    await expect(pick('2.4')).rejects.toThrow('it offers 2.5 Prison release');
  });

  test('shows groups, whose options are picked like any other', async () => {
    const { priya, picked, where } = await menuTown({
      offer: () => ({ option_groups: [{ label: words('Project 2'), options: [ENGAGEMENT] }] }),
    });
    const shown = await priya.suggest({ ...where, typed: 'eng' });
    expect(shown).toMatchObject({ ack: 'ok', options: [ENGAGEMENT] });
    await priya.select({ ...where, option: '2.4' });
    expect(picked).toMatchObject([{ selected_option: ENGAGEMENT }]);
  });

  test('keeps what was picked through further searches where it takes several', async () => {
    const { priya, picked, where } = await menuTown({
      element: menu({ type: 'multi_external_select' }),
      offer: (typed) => ({ options: typed === 'eng' ? [ENGAGEMENT] : [PRISON] }),
    });
    await priya.suggest({ ...where, typed: 'eng' });
    await priya.select({ ...where, option: ['2.4'] });
    await priya.suggest({ ...where, typed: 'pri' });
    await priya.select({ ...where, option: ['2.4', '2.5'] });
    expect(picked.at(-1)).toMatchObject({ selected_options: [ENGAGEMENT, PRISON] });
  });

  test('is filled in and submitted in a modal, which the app is told of in full', async () => {
    const { priya, asked, picked, where } = await menuTown({ inModal: true });
    const view = priya.modal();
    if (!view) throw new Error('no modal');
    expect(() => priya.fill(view, { Measure: '2.4' })).toThrow('it offers nothing');
    await priya.suggest({ ...where, typed: 'eng' });
    expect(asked).toMatchObject([
      { container: { type: 'view', view_id: view.id }, view: { callback_id: 'figures' } },
    ]);
    expect((await priya.submit(priya.fill(view, { Measure: '2.4' }))).kind).toBe('closed');
    expect(picked).toMatchObject([{ search: { measure: { selected_option: ENGAGEMENT } } }]);
  });

  test('offers in one message nothing that was offered in another', async () => {
    const { workspace, priya, where } = await menuTown();
    await priya.suggest({ ...where, typed: 'eng' });
    const other = await openMenu(workspace, false);
    await expect(priya.select({ ...other, option: '2.4' })).rejects.toThrow('it offers nothing');
  });
});

test.each<[string, Json, string]>([
  ['more options than it holds', { options: Array(101).fill(ENGAGEMENT) }, '/options'],
  ['an option without words', { options: [{ value: '1' }] }, '/options/0/text'],
  [
    'an option in markup',
    { options: [{ text: { type: 'mrkdwn', text: '*1*' }, value: '1' }] },
    '/options/0/text/type',
  ],
  ['options and groups at once', { options: [ENGAGEMENT], option_groups: [] }, ''],
])('a menu shows none of %s', async (_what, offered, pointer) => {
  const { priya, where } = await menuTown({ offer: () => offered });
  const shown = await priya.suggest({ ...where, typed: 'eng' });
  expect(shown).toMatchObject({ ack: 'failed', error: 'invalid_options', options: [] });
  expect(shown.faults).toMatchObject([{ pointer }]);
});

test('a menu whose app does not answer in time shows nothing', async () => {
  const { priya, where } = await menuTown({ offer: () => undefined, ackMs: 400 });
  const shown = await priya.suggest({ ...where, typed: 'eng' });
  expect(shown).toMatchObject({ ack: 'timeout', error: 'operation_timeout', options: [] });
});

test('a menu that has its options cannot be searched', async () => {
  const element = { type: 'static_select', action_id: 'measure', options: [ENGAGEMENT] };
  const { priya, where } = await menuTown({ element });
  await expect(priya.suggest({ ...where, typed: 'eng' })).rejects.toThrow('has its options');
});
