import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import {
  clientOptionsOf,
  OTHER_ROOM,
  PRIYA,
  PUBLIC_ROOM,
  refusal,
  words,
  workspaceFor,
} from './support.ts';

const DAY_SECONDS = 86_400;
const START_MS = Date.UTC(2015, 6, 1, 9);
const START = START_MS / 1000;

async function plannedTown(botScopes: readonly string[] = ['chat:write']) {
  let ms = START_MS;
  const workspace = await workspaceFor({ botScopes, rateLimits: false, now: () => ms });
  const { chat } = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  const schedule = (more: object = {}) =>
    chat.scheduleMessage({
      channel: PUBLIC_ROOM,
      text: 'Later',
      post_at: START + 3600,
      ...more,
    } as Parameters<typeof chat.scheduleMessage>[0]);
  const moveTo = (seconds: number) => {
    ms = seconds * 1000;
  };
  const said = () => workspace.messages(PUBLIC_ROOM).map(({ text }) => text);
  return { workspace, chat, schedule, moveTo, said };
}

test('a scheduled message is posted when its time has come, as of that time', async () => {
  const { workspace, schedule, moveTo, said } = await plannedTown();
  const blocks = [{ type: 'section', text: words('In blocks') }];
  expect(await schedule({ blocks })).toMatchObject({
    ok: true,
    channel: PUBLIC_ROOM,
    scheduled_message_id: expect.stringMatching(/^Q/),
    post_at: START + 3600,
    message: { type: 'delayed_message', text: 'Later' },
  });
  moveTo(START + 3599);
  expect(said()).toEqual([]);
  moveTo(START + DAY_SECONDS);
  const [message] = workspace.messages(PUBLIC_ROOM);
  expect(message).toMatchObject({ user: workspace.botUserId, rendered: 'In blocks' });
  expect(Math.floor(Number(message?.ts))).toBe(START + 3600);
  expect(said()).toHaveLength(1);
});

test('whoever watches hears of it without asking', async () => {
  const { workspace, schedule, moveTo, said } = await plannedTown();
  await schedule();
  const heard = new Promise<void>((resolve) => void workspace.subscribe(resolve));
  moveTo(START + 3600);
  await heard;
  expect(said()).toEqual(['Later']);
});

test('those that wait are listed, the next one first, by channel and by time', async () => {
  const { workspace, chat, schedule } = await plannedTown();
  const late = await schedule({ post_at: START + 7200, text: 'Late' });
  const soon = await schedule({ text: 'Soon' });
  const direct = await schedule({ channel: PRIYA, text: 'To Priya' });
  const list = async (more: object) =>
    (await chat.scheduledMessages.list(more)).scheduled_messages?.map(({ id }) => id);
  const [soonId, lateId, directId] = [soon, late, direct].map((each) => each.scheduled_message_id);
  expect(await list({})).toEqual([soonId, directId, lateId]);
  expect(await list({ channel: PUBLIC_ROOM })).toEqual([soonId, lateId]);
  expect(await list({ oldest: START + 3601 })).toEqual([lateId]);
  expect(await list({ latest: START + 3600, channel: PUBLIC_ROOM })).toEqual([soonId]);
  const { scheduled_messages } = await chat.scheduledMessages.list({ limit: 1 });
  expect(scheduled_messages).toEqual([
    {
      id: soonId,
      channel_id: PUBLIC_ROOM,
      post_at: START + 3600,
      date_created: START,
      text: 'Soon',
    },
  ]);
  const nowhere = chat.scheduledMessages.list({ channel: 'C0NOWHERE1' });
  expect(await refusal(nowhere)).toMatchObject({ error: 'invalid_channel' });
  expect(workspace.messages(PUBLIC_ROOM)).toEqual([]);
});

test('a message is called back until a minute before its time', async () => {
  const { chat, schedule, moveTo, said } = await plannedTown();
  const remove = (id = '', channel = PUBLIC_ROOM) =>
    chat.deleteScheduledMessage({ channel, scheduled_message_id: id });
  const { scheduled_message_id: first } = await schedule();
  const { scheduled_message_id: second } = await schedule({ text: 'Too late' });
  const unknown = { error: 'invalid_scheduled_message_id' };
  expect(await refusal(remove(first, OTHER_ROOM))).toMatchObject(unknown);
  expect(await refusal(remove(first, 'C0NOWHERE1'))).toMatchObject({ error: 'channel_not_found' });
  moveTo(START + 3539);
  await remove(first);
  expect(await refusal(remove(first))).toMatchObject(unknown);
  moveTo(START + 3540);
  expect(await refusal(remove(second))).toMatchObject(unknown);
  moveTo(START + 3600);
  expect(said()).toEqual(['Too late']);
  expect(await refusal(remove(second))).toMatchObject(unknown);
});

test.each<[string, object, string]>([
  ['at no time', { post_at: 'soon' }, 'invalid_time'],
  ['without a time', { post_at: undefined }, 'invalid_arguments'],
  ['now', { post_at: START }, 'time_in_past'],
  ['in 120 days and a second', { post_at: START + 120 * DAY_SECONDS + 1 }, 'time_too_far'],
  ['where the bot is not', { channel: OTHER_ROOM }, 'not_in_channel'],
  ['in an archive', { channel: 'C0OLDROOM1' }, 'is_archived'],
  ['without words', { text: '' }, 'no_text'],
  [
    'under a block too long',
    { blocks: [{ type: 'header', text: words('x'.repeat(151)) }] },
    'invalid_blocks',
  ],
])('no message is scheduled %s', async (_what, more, error) => {
  const { chat, schedule } = await plannedTown();
  expect(await refusal(schedule(more))).toMatchObject({ error });
  expect((await chat.scheduledMessages.list()).scheduled_messages).toEqual([]);
  await schedule({ post_at: START + 120 * DAY_SECONDS });
});

test('at most thirty messages are posted in a channel within five minutes', async () => {
  const { schedule } = await plannedTown();
  const at = START + 3600;
  for (let index = 0; index < 30; index += 1) await schedule({ post_at: at + index * 10 });
  const crowded = { error: 'restricted_too_many' };
  expect(await refusal(schedule({ post_at: at + 299 }))).toMatchObject(crowded);
  expect(await refusal(schedule({ post_at: at - 9 }))).toMatchObject(crowded);
  await schedule({ post_at: at + 300 });
  await schedule({ post_at: at + 299, channel: PRIYA });
});

test('a message with metadata is never posted, as Slack itself warns', async () => {
  const { chat, schedule, moveTo, said } = await plannedTown();
  await schedule({ metadata: { event_type: 'digest', event_payload: {} } });
  moveTo(START + 3600);
  expect(said()).toEqual([]);
  expect((await chat.scheduledMessages.list()).scheduled_messages).toEqual([]);
});

test('nothing is posted in a channel that was archived meanwhile', async () => {
  const { workspace, schedule, moveTo, said } = await plannedTown();
  await schedule();
  workspace.faults.archiveChannel(PUBLIC_ROOM);
  moveTo(START + 3600);
  expect(said()).toEqual([]);
});

test('scheduling takes the scope for writing; the list takes none', async () => {
  const { chat, schedule } = await plannedTown(['users:read']);
  expect(await refusal(schedule())).toMatchObject({ error: 'missing_scope', needed: 'chat:write' });
  expect(await chat.scheduledMessages.list()).toMatchObject({ ok: true });
});
