import { expect, test } from 'vitest';
import { textField } from '../../../src/workspace/json.ts';
import type { PageMove } from '../../../src/workspace/page/protocol.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { draftBot, formOf, heard, heardBy, input, LETTERS } from '../draft-form.ts';
import { PRIYA, PUBLIC_ROOM } from '../support.ts';
import { pageFor } from './support.ts';

const text = { type: 'plain_text_input' } as const;

/** The page with Priya before a form of two fields: one told letter by letter, one with Enter. */
async function formOnPage(
  onAction?: Parameters<typeof draftBot>[2],
  options: Parameters<typeof pageFor>[0] = {},
) {
  const doors = await pageFor(options);
  const { workspace, move, state } = doors;
  const form = formOf(
    heard('rate', { ...text, ...LETTERS }),
    heard('note', text),
    input('who', text),
  );
  const filed: unknown[] = [];
  const app = await draftBot(workspace, form, onAction, (bot) =>
    bot.view('draft', async ({ ack, view }) => {
      filed.push(view.state.values);
      await ack();
    }),
  );
  await move(PRIYA, {
    kind: 'command',
    text: '/mopac draft',
    channel: PUBLIC_ROOM,
    threadTs: null,
  });
  const [shown] = (await state(PRIYA)).modals;
  const view = shown?.id ?? '';
  const typing = (blockId: string, words: string, enter = false): PageMove => ({
    kind: 'type',
    where: { view },
    blockId,
    actionId: 'value',
    text: words,
    enter,
  });
  return { ...doors, app, view, typing, filed, heard: () => heardBy(workspace) };
}

/** The kinds of what the app was sent, in order. */
const kindsSent = ({ log }: Workspace) =>
  log.flatMap((entry) => (entry.kind === 'delivery' ? [textField(entry.payload, 'type')] : []));

const done = { ok: true, notice: null, faults: [] };

test('what is typed is told to an app that hears of letters, before the form that is sent next', async () => {
  const { move, typing, view, filed, workspace } = await formOnPage();
  expect(await move(PRIYA, typing('rate', '17'))).toEqual(done);
  await move(PRIYA, typing('who', 'Priya'));
  await move(PRIYA, { kind: 'submit', view });
  const sent = workspace.log
    .flatMap((entry) => (entry.kind === 'delivery' ? [entry] : []))
    .slice(-2);
  expect(sent).toMatchObject([
    {
      acked: true,
      payload: { type: 'block_actions', actions: [{ block_id: 'rate', value: '17' }] },
    },
    { acked: true, payload: { type: 'view_submission' } },
  ]);
  expect(filed).toMatchObject([
    { rate: { value: { value: '17' } }, who: { value: { value: 'Priya' } } },
  ]);
});

test('a form is not sent before its app has taken what was typed in it', async () => {
  let take = (): void => undefined;
  const taken = new Promise<void>((resolve) => {
    take = resolve;
  });
  const { workspace, move, state, typing, view, app, heard: told } = await formOnPage();
  app.use(async ({ body, next }) => {
    if ('actions' in body) await taken;
    await next();
  });
  await move(PRIYA, typing('rate', '17'));
  const submitted = move(PRIYA, { kind: 'submit', view });
  await workspace.until(() => told().length === 1);
  // The page goes on being answered; only the form waits.
  for (const _ of [1, 2, 3]) await state(PRIYA);
  expect(kindsSent(workspace).at(-1)).toBe('block_actions');
  take();
  await submitted;
  expect(kindsSent(workspace).slice(-2)).toEqual(['block_actions', 'view_submission']);
});

test('Enter is told with what is in the field', async () => {
  const { move, typing, heard: told, state } = await formOnPage();
  await move(PRIYA, typing('note', 'As ag'));
  expect(told()).toEqual([]);
  expect(await move(PRIYA, typing('note', 'As agreed', true))).toEqual(done);
  expect(told()).toMatchObject([{ actions: [{ block_id: 'note', value: 'As agreed' }] }]);
  expect((await state(PRIYA)).modals).toMatchObject([
    { values: { note: { value: { value: 'As agreed' } } } },
  ]);
});

test('Enter that the app does not take is said; typing goes on all the same', async () => {
  const { move, typing, app, workspace, state } = await formOnPage();
  await app.stop();
  await workspace.until(() => workspace.connections() === 0);
  expect(await move(PRIYA, typing('note', 'As agreed', true))).toMatchObject({
    ok: false,
    notice: 'The app did not take that in time (dispatch_failed). Press it again.',
  });
  expect(await move(PRIYA, typing('rate', '17'))).toEqual(done);
  expect((await state(PRIYA)).modals).toMatchObject([
    { values: { note: { value: { value: 'As agreed' } }, rate: { value: { value: '17' } } } },
  ]);
});

test('words for a field or a window that went away meanwhile go with it, as in Slack', async () => {
  const {
    move,
    typing,
    view,
    heard: told,
  } = await formOnPage(async (bot, body) => {
    await bot.client.views.update({
      view_id: body.view?.id ?? '',
      view: formOf(input('who', text)),
    });
  });
  await move(PRIYA, typing('note', 'As agreed', true));
  expect(await move(PRIYA, typing('note', 'As agreed later'))).toEqual(done);
  await move(PRIYA, { kind: 'close', view, all: true });
  expect(await move(PRIYA, typing('who', 'Priya'))).toEqual(done);
  expect(told()).toHaveLength(1);
});

test('what one field tells letter by letter is one line of the inspector, and can be seen whole', async () => {
  const { workspace, move, typing, log, get, view } = await formOnPage((bot) =>
    bot.client.auth.test(),
  );
  const priya = workspace.asPerson(PRIYA);
  const form = priya.modal();
  if (!form) throw new Error('no form');
  // What the app asks of Slack in between is no move of the person's.
  for (const words of ['T', 'Tw', 'Two']) await priya.type(form, 'rate', words);
  await move(PRIYA, typing('note', 'As agreed', true));
  await priya.type(form, 'rate', '17', { letters: 'one by one' });
  const lines = (await log()).filter(({ direction }) => direction === 'to the app');
  expect(lines.map(({ title, times }) => [title, times])).toEqual([
    ['interactive: block_actions value', 2],
    ['interactive: block_actions value', 1],
    ['interactive: block_actions value', 3],
    ['slash_commands: /mopac draft', 1],
  ]);
  const [newest, , first] = lines;
  expect(first?.index).toBeGreaterThan(first?.since ?? 0);
  const whole = await (await get(`/page/log/${newest?.index}`)).json();
  expect(whole).toMatchObject({ payload: { view: { id: view }, actions: [{ value: '17' }] } });
});

test('typing that was not taken keeps its own lines, and any amount of typing hides no other line', async () => {
  // Five hundred payloads at once take a busy machine longer than Slack would wait.
  const { workspace, app, log } = await formOnPage(undefined, { timing: { ackMs: 60_000 } });
  const priya = workspace.asPerson(PRIYA);
  const form = priya.modal();
  if (!form) throw new Error('no form');
  await priya.type(form, 'rate', 'x'.repeat(500), { letters: 'one by one' });
  expect((await log()).map(({ title }) => title)).toContain('slash_commands: /mopac draft');
  await app.stop();
  await workspace.until(() => workspace.connections() === 0);
  await priya.type(form, 'rate', '17', { letters: 'one by one' });
  const lines = (await log()).filter(({ title }) => title.includes('block_actions'));
  expect(lines.map(({ wrong, times }) => [wrong, times])).toEqual([
    [true, 1],
    [true, 1],
    [false, 500],
  ]);
});
