import type { Core } from '../core.ts';
import { LARGEST_FILE_BYTES, type StoredFile } from '../file-store.ts';
import { field, isRecord, type Json, textField } from '../json.ts';
import { accept, type Method, refuse, refuseArgument } from './answer.ts';
import { fileOutput } from './file-output.ts';
import { readContent } from './message-content.ts';
import { postTarget } from './targets.ts';

const getUploadURLExternal: Method = (args, core) => {
  const name = textField(args, 'filename') ?? '';
  const length = Number(field(args, 'length'));
  if (name === '') return refuseArgument('filename', 'missing required field: filename');
  if (!Number.isInteger(length) || length < 1) {
    return refuseArgument('length', 'must be an integer of at least 1');
  }
  if (length > LARGEST_FILE_BYTES) return refuse('file_upload_size_restricted');
  const id = core.files.announce(name, length);
  return accept({ upload_url: `${core.address.base}/upload/${id}`, file_id: id });
};

/**
 * Completes uploads. With a channel they are shared there in one message, which may have a comment
 * or blocks; without one they stay private to the app.
 */
const completeUploadExternal: Method = (args, core) => {
  const wanted = field(args, 'files');
  const listed = Array.isArray(wanted) ? wanted.filter(isRecord) : [];
  if (listed.length === 0) return refuseArgument('files', 'must be a list of at least one file');
  const unknown = listed.some((each) => !core.files.isReceived(textField(each, 'id') ?? ''));
  if (unknown) return refuse('file_not_found');
  if (field(args, 'channel_id') === undefined) {
    return accept({ files: finish(listed, core, []).map((file) => fileOutput(file, core)) });
  }
  const target = postTarget({ channel: field(args, 'channel_id') }, core);
  if (target.kind === 'refused') return target.answer;
  const { channel } = target;
  const threadTs = textField(args, 'thread_ts');
  if (threadTs && !core.messages.find(channel.id, threadTs)) return refuse('thread_not_found');
  const comment = textField(args, 'initial_comment') ?? '';
  const said = { text: comment === '' ? ' ' : comment, blocks: field(args, 'blocks') };
  const read = readContent(said, core);
  if (read.kind === 'refused') return read.answer;
  const files = finish(listed, core, [channel.id]);
  const user = core.identity.botUserId;
  const text = comment;
  core.messages.post({ ...read.content, text, channel, user, threadTs, files });
  return accept({ files: files.map((file) => fileOutput(file, core)) });
};

const info: Method = (args, core) => {
  const file = core.files.find(textField(args, 'file') ?? '');
  return file ? accept({ file: fileOutput(file, core), comments: [] }) : refuse('file_not_found');
};

const remove: Method = (args, core) =>
  core.files.remove(textField(args, 'file') ?? '') ? accept() : refuse('file_not_found');

function finish(listed: readonly Json[], core: Core, channels: readonly string[]): StoredFile[] {
  return listed.map((each) => {
    const title = textField(each, 'title');
    return core.files.complete(textField(each, 'id') ?? '', {
      ...(title !== undefined && { title }),
      user: core.identity.botUserId,
      channels,
    });
  });
}

/** Methods that upload, describe and delete files. */
export const FILE_METHODS: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': completeUploadExternal,
  'files.info': info,
  'files.delete': remove,
};
