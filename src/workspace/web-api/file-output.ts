import type { Core } from '../core.ts';
import type { StoredFile } from '../file-store.ts';
import type { Json } from '../json.ts';

/** A file as Slack writes it. */
export function fileOutput(file: StoredFile, core: Core): Json {
  const { id, name, title, mimetype, size, user, createdAt, channels } = file;
  return {
    id,
    name,
    title,
    mimetype,
    filetype: name.split('.').at(-1) ?? '',
    size,
    user,
    created: Math.floor(createdAt / 1000),
    timestamp: Math.floor(createdAt / 1000),
    is_public: channels.length > 0,
    channels,
    url_private: `${core.address.base}/files/${id}/${encodeURIComponent(name)}`,
    url_private_download: `${core.address.base}/files/${id}/${encodeURIComponent(name)}`,
  };
}
