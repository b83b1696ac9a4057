import type { Ids } from './ids.ts';

/** Slack takes files of up to a gigabyte; nothing tried locally needs more than this. */
export const LARGEST_FILE_BYTES = 50 * 1024 * 1024;

/** A file that an app uploaded. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly user: string;
  /** In milliseconds of the workspace clock. */
  readonly createdAt: number;
  /** Where it was shared; a file shared nowhere is private. */
  readonly channels: readonly string[];
}

/** An upload that was announced and has not been completed. */
interface Upload {
  readonly name: string;
  /** The size that was announced; another size is refused. */
  readonly length: number;
  bytes: Uint8Array | undefined;
}

/** Files, in the three steps of an upload: announced, received, completed. */
export interface FileStore {
  announce(name: string, length: number): string;
  /** Takes the bytes of an announced upload; false for one nobody announced, or of another size. */
  receive(id: string, bytes: Uint8Array): boolean;
  /** True once the bytes of an upload are here. */
  isReceived(id: string): boolean;
  complete(
    id: string,
    how: { title?: string; user: string; channels: readonly string[] },
  ): StoredFile;
  find(id: string): StoredFile | undefined;
  remove(id: string): boolean;
  all(): readonly StoredFile[];
}

/** An empty store on the workspace's clock. */
export function createFileStore(ids: Ids, now: () => number): FileStore {
  const uploads = new Map<string, Upload>();
  const files = new Map<string, StoredFile>();
  return {
    announce(name, length) {
      const id = ids.next('F');
      uploads.set(id, { name, length, bytes: undefined });
      return id;
    },
    receive(id, bytes) {
      const upload = uploads.get(id);
      if (!upload || upload.length !== bytes.byteLength) return false;
      upload.bytes = bytes;
      return true;
    },
    isReceived: (id) => uploads.get(id)?.bytes !== undefined,
    complete(id, { title, user, channels }) {
      const upload = uploads.get(id);
      if (!upload?.bytes) throw new Error(`the bytes of ${id} have not arrived`);
      uploads.delete(id);
      const { name, bytes } = upload;
      const mimetype = mimetypeOf(name);
      const size = bytes.byteLength;
      const createdAt = now();
      const file = {
        id,
        name,
        title: title || name,
        mimetype,
        size,
        bytes,
        user,
        createdAt,
        channels,
      };
      files.set(id, file);
      return file;
    },
    find: (id) => files.get(id),
    remove: (id) => files.delete(id),
    all: () => [...files.values()],
  };
}

const MIMETYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  pdf: 'application/pdf',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const mimetypeOf = (name: string): string =>
  MIMETYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
