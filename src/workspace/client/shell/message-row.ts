import { html } from 'htm/preact';
import type { FileShown, MessageShown } from '../../page/protocol.ts';
import type { BlockContext } from '../blocks/block-context.ts';
import { BlockList } from '../blocks/block-list.ts';
import { TextObject } from '../text/text-object.ts';
import { Avatar } from './avatar.ts';
import { printSentDay, printSentTime } from './dates.ts';

interface MessageRowParts {
  readonly message: MessageShown;
  readonly author: { readonly name: string; readonly isApp: boolean };
  readonly context: BlockContext;
  readonly replies: number;
  /** Opens the thread; null where there is none to open, as in a thread itself. */
  readonly onThread: (() => void) | null;
}

/** One message: who, when, what, and the way to its thread. */
export function MessageRow({ message, author, context, replies, onThread }: MessageRowParts) {
  const { ts, blocks, text, edited, ephemeral, user, files } = message;
  return html`<article
    class=${ephemeral ? 'message message-ephemeral' : 'message'}
    data-ts=${ts}
    aria-label=${`${author.name}, ${printSentTime(ts)}`}
  >
    <${Avatar} id=${user} name=${author.name} app=${author.isApp} />
    <div class="message-body">
      <p class="message-head">
        <span class="message-author">${author.name}</span>
        ${author.isApp && html`<span class="app-badge">App</span>`}
        <time class="message-time" title=${printSentDay(ts)}>${printSentTime(ts)}</time>
      </p>
      ${ephemeral && html`<p class="only-you"><span aria-hidden="true">👁</span> Only visible to you</p>`}
      <div class="message-content">
        ${
          blocks
            ? html`<${BlockList} blocks=${blocks} context=${context} />`
            : html`<${TextObject} text=${{ type: 'mrkdwn', text }} context=${context} />`
        }
        ${edited && html`<span class="edited"> (edited)</span>`}
      </div>
      ${files.map((file) => html`<${FileCard} key=${file.id} file=${file} />`)}
      ${onThread && !ephemeral && html`<${ThreadLink} replies=${replies} onThread=${onThread} />`}
    </div>
  </article>`;
}

/** The replies there are, or as in Slack the way to the first, which shows beside what is pointed at. */
function ThreadLink({ replies, onThread }: { replies: number; onThread: () => void }) {
  return replies === 0
    ? html`<button type="button" class="thread-begin" onClick=${onThread}>Reply in thread</button>`
    : html`<button type="button" class="thread-link" onClick=${onThread}>
        ${`${replies} ${replies === 1 ? 'reply' : 'replies'}`}
      </button>`;
}

function FileCard({ file }: { file: FileShown }) {
  const { id, name, title, size } = file;
  return html`<p class="file-card">
    <span aria-hidden="true">📄</span>
    <a href=${`/files/${encodeURIComponent(id)}/${encodeURIComponent(name)}`} download=${name}>
      ${title || name}
    </a>
    <span class="file-size">${printSize(size)}</span>
  </p>`;
}

const printSize = (bytes: number): string =>
  bytes < 1024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1024)} KB`;
