import type { Core } from '../core.ts';
import { LARGEST_FILE_BYTES, type StoredFile } from '../file-store.ts';
import { field, type Json, numberField, textField } from '../json.ts';
import { type Answer, accept, type Method, refuse, refuseArgument } from './answer.ts';
import { completeUploadExternal } from './complete-upload.ts';
import { fileOutput } from './file-output.ts';

const LONGEST_ALT_TEXT = 1000;
const LARGEST_SNIPPET_BYTES = 1024 * 1024;

const getUploadURLExternal: Method = (args, core) => {
  const name = textField(args, 'filename') ?? '';
  if (name === '') return refuseArgument('filename', 'missing required field: filename');
  const given = field(args, 'length');
  if (given === undefined) return refuseArgument('length', 'missing required field: length');
  const length = numberField(args, 'length') ?? Number(textField(args, 'length')?.trim() || 'none');
  if (!Number.isInteger(length) || length < 0) {
    return refuseArgument('length', 'must be an integer');
  }
  if (length === 0) return refuse('missing_argument');
  if ([...(textField(args, 'alt_txt') ?? '')].length > LONGEST_ALT_TEXT) {
    return refuse('alt_txt_too_large');
  }
  if (textField(args, 'snippet_type') && length > LARGEST_SNIPPET_BYTES) {
    return refuse('snippet_too_large');
  }
  if (length > LARGEST_FILE_BYTES) return refuse('file_upload_size_restricted');
  const id = core.files.announce(name, length);
  return accept({ upload_url: `${core.address.base}/upload/${id}`, file_id: id });
};

const info: Method = (args, core) =>
  withFile(args, core, (file) => {
    const paging = { count: 100, total: 0, page: 1, pages: 0 };
    return accept({ file: fileOutput(file, core), comments: [], paging });
  });

/** Deletes a file; the messages that carried it go on without it. */
const remove: Method = (args, core) =>
  withFile(args, core, ({ id }) => {
    core.files.remove(id);
    core.messages.dropFile(id);
    return accept();
  });

function withFile(args: Json, core: Core, act: (file: StoredFile) => Answer): Answer {
  const file = core.files.find(textField(args, 'file') ?? '');
  if (!file) return refuse('file_not_found');
  return file === 'deleted' ? refuse('file_deleted') : act(file);
}

/** Methods that upload, describe and delete files. */
export const FILE_METHODS: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': completeUploadExternal,
  'files.info': info,
  'files.delete': remove,
};
