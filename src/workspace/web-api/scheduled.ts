import type { Core } from '../core.ts';
import type { Channel } from '../directory.ts';
import { field, type Json, textField } from '../json.ts';
import type { ScheduledMessage } from '../schedule.ts';
import { accept, type Method, refuse, refuseArgument } from './answer.ts';
import { readContent } from './message-content.ts';
import { pageOf } from './paging.ts';
import { postTarget } from './targets.ts';

const FURTHEST_SECONDS = 120 * 24 * 60 * 60;
const WINDOW_SECONDS = 5 * 60;
const MOST_IN_WINDOW = 30;
/** A message that is about to be posted cannot be called back any more. */
const TOO_LATE_SECONDS = 60;

const scheduleMessage: Method = (args, core) => {
  const target = postTarget(args, core);
  if (target.kind === 'refused') return target.answer;
  if (field(args, 'post_at') === undefined) {
    return refuseArgument('post_at', 'missing required field: post_at');
  }
  const read = readContent(args, core);
  if (read.kind === 'refused') return read.answer;
  const { channel } = target;
  const postAt = Number(textField(args, 'post_at')?.trim() || field(args, 'post_at'));
  const wrong = timeRefusal(postAt, channel, core);
  if (wrong !== undefined) return refuse(wrong);
  const { content } = read;
  const threadTs = textField(args, 'thread_ts');
  const { id } = core.schedule.add({ channel, postAt, content, threadTs });
  const message = {
    type: 'delayed_message',
    subtype: 'bot_message',
    text: content.text,
    bot_id: core.identity.botId,
    ...(content.blocks && { blocks: content.blocks }),
  };
  return accept({ channel: channel.id, scheduled_message_id: id, post_at: postAt, message });
};

const remove: Method = (args, core) => {
  const channel = core.directory.channels.get(textField(args, 'channel') ?? '');
  if (!channel) return refuse('channel_not_found');
  const id = textField(args, 'scheduled_message_id');
  const found = waitingNow(core).find((each) => each.id === id && each.channel === channel);
  if (!found || found.postAt - nowSeconds(core) <= TOO_LATE_SECONDS) {
    return refuse('invalid_scheduled_message_id');
  }
  core.schedule.remove(found.id);
  return accept();
};

const list: Method = (args, core) => {
  const wanted = textField(args, 'channel');
  if (wanted && !core.directory.channels.has(wanted)) return refuse('invalid_channel');
  const oldest = Number(field(args, 'oldest') ?? 0);
  const latest = Number(field(args, 'latest') ?? Number.POSITIVE_INFINITY);
  const found = waitingNow(core)
    .filter(({ channel }) => !wanted || channel.id === wanted)
    .filter(({ postAt }) => postAt >= oldest && postAt <= latest)
    .map(scheduledOutput);
  const { items, response_metadata } = pageOf(found, args, 100);
  return accept({ scheduled_messages: items, response_metadata });
};

function scheduledOutput({ id, channel, postAt, createdAt, content }: ScheduledMessage): Json {
  const { text } = content;
  return { id, channel_id: channel.id, post_at: postAt, date_created: createdAt, text };
}

/** Slack's word for a time at which nothing can be posted in a channel; undefined for a good one. */
function timeRefusal(postAt: number, channel: Channel, core: Core): string | undefined {
  if (!Number.isInteger(postAt)) return 'invalid_time';
  const now = nowSeconds(core);
  if (postAt <= now) return 'time_in_past';
  if (postAt > now + FURTHEST_SECONDS) return 'time_too_far';
  const times = waitingNow(core)
    .filter((each) => each.channel === channel)
    .map((each) => each.postAt);
  return isCrowded([...times, postAt]) ? 'restricted_too_many' : undefined;
}

/** True when more times than Slack allows fall within any five minutes. */
function isCrowded(times: readonly number[]): boolean {
  return times.some((start) => {
    const within = times.filter((time) => time >= start && time - start < WINDOW_SECONDS);
    return within.length > MOST_IN_WINDOW;
  });
}

function waitingNow({ schedule }: Core): readonly ScheduledMessage[] {
  schedule.postDue();
  return schedule.waiting();
}

const nowSeconds = ({ now }: Core): number => Math.floor(now() / 1000);

/** Methods for messages that are to be posted later. */
export const SCHEDULE_METHODS: Readonly<Record<string, Method>> = {
  'chat.scheduleMessage': scheduleMessage,
  'chat.deleteScheduledMessage': remove,
  'chat.scheduledMessages.list': list,
};
