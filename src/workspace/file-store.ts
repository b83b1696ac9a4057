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
  readonly uploader: string;
  /** In milliseconds of the workspace clock. */
  readonly createdAt: number;
  /** Ids of the channels and direct conversations it was shared in; shared nowhere, it is private. */
  readonly channels: readonly string[];
}

/** An upload that was announced and has not been completed. */
interface Upload {
  readonly name: string;
  /** The size that was announced; another size is refused. */
  readonly length: number;
  bytes: Uint8Array | undefined;
}

/** What is said of a file when its upload is completed. */
interface Completion {
  readonly title: string | undefined;
  readonly uploader: string;
  readonly channels: readonly string[];
}

/** Files, in the three steps of an upload: announced, received, completed. */
export interface FileStore {
  announce(name: string, length: number): string;
  /** Takes the bytes of an announced upload; false for one nobody announced, or of another size. */
  receive(id: string, bytes: Uint8Array): boolean;
  /** True once the bytes of an upload are here and before it is completed. */
  isReceived(id: string): boolean;
  complete(id: string, completion: Completion): StoredFile;
  /** A completed file; `deleted` when it was one. */
  find(id: string): StoredFile | 'deleted' | undefined;
  remove(id: string): void;
  all(): readonly StoredFile[];
}

/** An empty store on the workspace's clock. */
export function createFileStore(ids: Ids, now: () => number): FileStore {
  const uploads = new Map<string, Upload>();
  const files = new Map<string, StoredFile | 'deleted'>();
  return {
    announce(name, length) {
      const id = ids.next('F');
      uploads.set(id, { name, length, bytes: undefined });
      return id;
    },
    receive(id, bytes) {
      const upload = uploads.get(id);
      if (upload?.length !== bytes.byteLength) return false;
      upload.bytes = bytes;
      return true;
    },
    isReceived: (id) => uploads.get(id)?.bytes !== undefined,
    complete(id, { title, uploader, channels }) {
      const { name, bytes } = uploads.get(id) ?? {};
      if (name === undefined || !bytes) throw new Error(`the bytes of ${id} have not arrived`);
      uploads.delete(id);
      const file = {
        id,
        name,
        title: title || name,
        mimetype: mimetypeOf(name),
        size: bytes.byteLength,
        bytes,
        uploader,
        createdAt: now(),
        channels,
      };
      files.set(id, file);
      return file;
    },
    find: (id) => files.get(id),
    remove: (id) => files.set(id, 'deleted'),
    all: () => [...files.values()].filter((file) => file !== 'deleted'),
  };
}

const MIMETYPES: ReadonlyMap<string, string> = new Map([
  ['csv', 'text/csv'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['json', 'application/json'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['txt', 'text/plain'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

const mimetypeOf = (name: string): string =>
  MIMETYPES.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream';
