import type { Core } from '../core.ts';
import type { Channel } from '../directory.ts';
import { field, isRecord, type Json, textField } from '../json.ts';
import type { Content } from '../message-store.ts';
import { type Answer, accept, type Method, refuse, refuseArgument } from './answer.ts';
import { fileOutput } from './file-output.ts';
import { readBlocks } from './message-content.ts';
import { visibleChannel } from './targets.ts';

/** Something read from the arguments, or the refusal to answer with. */
type Read<T> = { readonly value: T } | { readonly answer: Answer };

/**
 * Completes uploads. With channels they are shared there, in one message each that may have a comment
 * or blocks; without, they stay private to the app.
 */
export const completeUploadExternal: Method = (args, core) => {
  const listed = listedFiles(args, core);
  if ('answer' in listed) return listed.answer;
  const places = channelsFor(args, core);
  if ('answer' in places) return places.answer;
  const thread = threadIn(places.value, args, core);
  if ('answer' in thread) return thread.answer;
  const said = saidWith(args, core);
  if ('answer' in said) return said.answer;
  const uploader = core.identity.botUserId;
  const channels = places.value.map(({ id }) => id);
  const files = listed.value.map((each) =>
    core.files.complete(textField(each, 'id') ?? '', {
      title: textField(each, 'title'),
      uploader,
      channels,
    }),
  );
  for (const channel of places.value) {
    core.messages.post({ ...said.value, channel, user: uploader, threadTs: thread.value, files });
  }
  return accept({ files: files.map((file) => fileOutput(file, core)) });
};

function listedFiles(args: Json, core: Core): Read<readonly Json[]> {
  const given = field(args, 'files');
  if (given === undefined) return wrong('files', 'missing required field: files');
  const files = Array.isArray(given) ? given : [];
  if (files.length === 0) return wrong('files', 'must be an array of at least 1 item');
  const ids = files.map((each) => textField(each, 'id'));
  const nameless = ids.indexOf(undefined);
  if (nameless >= 0) return wrong(`files/${nameless}`, 'missing required field: id');
  if (new Set(ids).size < ids.length) return wrong('files', 'must not name a file twice');
  if (!ids.every((id) => core.files.isReceived(id ?? ''))) {
    return { answer: refuse('file_not_found') };
  }
  return { value: files.filter(isRecord) };
}

/** Slack's own words for a `channel_id` that is the id of a person, or a name. */
const NO_CHANNEL_ID = 'input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$';

function channelsFor(args: Json, core: Core): Read<readonly Channel[]> {
  const one = field(args, 'channel_id');
  if (one !== undefined && !/^[CGDZ][A-Z0-9]{8,}$/.test(String(one))) {
    return wrong('channel_id', NO_CHANNEL_ID);
  }
  const several = (textField(args, 'channels') ?? '').split(',').map((id) => id.trim());
  const wanted = [...(one === undefined ? [] : [String(one)]), ...several].filter(Boolean);
  const channels: Channel[] = [];
  for (const id of new Set(wanted)) {
    const person = core.directory.people.get(id);
    const channel = person ? core.directory.directChannel(person.id).id : id;
    const target = visibleChannel({ channel }, core);
    if (target.kind === 'refused') return target;
    if (target.channel.archived) return { answer: refuse('is_archived') };
    // Unlike a message, a file needs membership: chat:write.public is of no use to it.
    if (!target.channel.members.has(core.identity.botUserId)) {
      return { answer: refuse('not_in_channel') };
    }
    channels.push(target.channel);
  }
  return { value: channels };
}

function threadIn(channels: readonly Channel[], args: Json, core: Core): Read<string | undefined> {
  const ts = textField(args, 'thread_ts');
  const [channel] = channels;
  if (!ts || !channel) return { value: undefined };
  if (channels.length > 1) return wrong('thread_ts', 'takes only one channel');
  const there = core.messages.find(channel.id, ts);
  return there ? { value: ts } : { answer: refuse('thread_not_found') };
}

/** The comment or, when there is none, the blocks; Slack fails over a markdown block here. */
function saidWith(args: Json, core: Core): Read<Content> {
  const text = textField(args, 'initial_comment') ?? '';
  const given = text === '' ? field(args, 'blocks') : undefined;
  if (Array.isArray(given) && given.some((block) => textField(block, 'type') === 'markdown')) {
    return { answer: refuse('internal_error') };
  }
  const read = readBlocks(given, core);
  return read.kind === 'refused' ? read : { value: { text, blocks: read.blocks } };
}

const wrong = (argument: string, problem: string) => ({
  answer: refuseArgument(argument, problem),
});
