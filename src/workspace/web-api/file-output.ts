import type { Core } from '../core.ts';
import type { StoredFile } from '../file-store.ts';
import type { Json } from '../json.ts';

/** A file as Slack writes it (Slack, "File object"). */
export function fileOutput(file: StoredFile, core: Core): Json {
  const { id, name, title, mimetype, size, uploader, createdAt, channels } = file;
  const { identity, address } = core;
  const seconds = Math.floor(createdAt / 1000);
  const path = `${id}/${encodeURIComponent(name.toWellFormed())}`;
  const filetype = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? 'binary';
  const of = (kind: string) =>
    channels.filter((channel) => core.directory.channels.get(channel)?.kind === kind);
  return {
    id,
    created: seconds,
    timestamp: seconds,
    name,
    title,
    mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: uploader,
    user_team: identity.teamId,
    editable: false,
    size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: of('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${address.base}/files/${path}`,
    url_private_download: `${address.base}/files/${path}`,
    permalink: `https://${identity.teamDomain}.slack.com/files/${uploader}/${path}`,
    channels: of('public'),
    groups: of('private'),
    ims: of('direct'),
    shares: {
      public: sharesIn(of('public'), id, core),
      private: sharesIn([...of('private'), ...of('direct')], id, core),
    },
    comments_count: 0,
    has_rich_preview: false,
  };
}

/** The messages that carry the file, by channel; a message that was deleted carries it no longer. */
function sharesIn(channels: readonly string[], fileId: string, core: Core): Json {
  const shares = channels.map((channel) => {
    const carrying = core.messages
      .inChannel(channel)
      .filter(({ files }) => files?.some(({ id }) => id === fileId));
    return [channel, carrying.map(({ ts, threadTs }) => share(channel, core, ts, threadTs))];
  });
  return Object.fromEntries(shares);
}

function share(channel: string, core: Core, ts: string, threadTs: string | undefined): Json {
  return {
    ts,
    ...(threadTs && { thread_ts: threadTs }),
    channel_name: core.directory.channels.get(channel)?.name,
    team_id: core.identity.teamId,
    share_user_id: core.identity.botUserId,
  };
}
