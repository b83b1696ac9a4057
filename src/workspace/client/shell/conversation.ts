import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import type {
  ConversationShown,
  MessageShown,
  MoveAnswer,
  PageMove,
  Snapshot,
} from '../../page/protocol.ts';
import type { BlockContext } from '../blocks/block-context.ts';
import { AppTabs } from './app-tabs.ts';
import { Composer } from './composer.ts';
import { MessageList } from './message-list.ts';
import { MessageRow } from './message-row.ts';

interface ConversationParts {
  readonly snapshot: Snapshot;
  readonly conversation: ConversationShown;
  /** Whether this is the screen of the person the visitor is, not of the one they were before. */
  readonly settled: boolean;
  readonly contextFor: (message: MessageShown, place: string) => BlockContext;
  readonly move: (move: PageMove) => Promise<MoveAnswer>;
  readonly onThread: (ts: string) => void;
  /** Goes from the messages with the app to its Home. */
  readonly onHome: () => void;
}

/** A channel, or the messages with the app. */
export function Conversation({
  snapshot,
  conversation,
  settled,
  contextFor,
  move,
  onThread,
  onHome,
}: ConversationParts) {
  const { id, name, kind, messages, unread } = conversation;
  const { me } = snapshot;
  const title = kind === 'direct' ? `${name} messages` : `#${name}`;
  const shut = shutWords(conversation, title);
  const topLevel = messages.filter(({ threadTs }) => threadTs === null);
  const readTo = useReadTo(conversation, me);
  useEffect(() => {
    if (unread > 0 && settled) void move({ kind: 'read', channel: id });
  }, [unread, settled, me, id, move]);

  return html`<section class="conversation" aria-label=${title}>
    ${
      kind === 'direct'
        ? html`<${AppTabs} appName=${name} current="messages" onPick=${onHome} />`
        : html`<h2 class="place-title">${title}</h2>`
    }
    <${MessageList}
      label=${`Messages in ${title}`}
      messages=${topLevel}
      readTo=${readTo}
      empty=${
        kind === 'direct'
          ? `Nothing yet. What ${name} has to tell you arrives here.`
          : `This is the very beginning of ${title}.`
      }
      row=${(message: MessageShown) => {
        const replies = messages.filter(({ threadTs }) => threadTs === message.ts).length;
        // Where nobody can write, nobody can begin a thread.
        const hasThread = replies > 0 || shut === null;
        return html`<${MessageRow}
          message=${message}
          author=${authorOf(snapshot, message)}
          context=${contextFor(message, 'list')}
          replies=${replies}
          onThread=${hasThread ? () => onThread(message.ts) : null}
        />`;
      }}
    />
    ${
      shut ??
      html`<${Composer}
        key=${`${me}/${id}`}
        label=${`Message ${title}`}
        placeholder=${`Message ${title}`}
        hints=${snapshot.commands}
        onSend=${(text: string) => move(spoken(text, id, null))}
      />`
    }
  </section>`;
}

interface ThreadParts extends Omit<ConversationParts, 'onThread' | 'onHome' | 'settled'> {
  readonly parentTs: string;
  /** A modal lies over it. */
  readonly covered: boolean;
  readonly onClose: () => void;
}

/** The replies to one message, beside the conversation. */
export function Thread(parts: ThreadParts) {
  const { snapshot, conversation, parentTs, covered, contextFor, move, onClose } = parts;
  const { id, name, messages } = conversation;
  const parent = messages.find(({ ts }) => ts === parentTs);
  if (!parent) return null;
  const replies = messages.filter(({ threadTs }) => threadTs === parentTs);
  return html`<aside class="thread" aria-label="Thread" inert=${covered}>
    <header class="panel-head">
      <h2>Thread</h2>
      <button type="button" class="close" aria-label="Close the thread" onClick=${onClose}>×</button>
    </header>
    <${MessageList}
      label=${`Thread in ${name}`}
      messages=${[parent, ...replies]}
      readTo="99999999999"
      empty=""
      row=${(message: MessageShown) => html`<${MessageRow}
        message=${message}
        author=${authorOf(snapshot, message)}
        context=${contextFor(message, 'thread')}
        replies=${0}
        onThread=${null}
      />`}
    />
    ${
      shutWords(conversation, name) ??
      html`<${Composer}
        key=${`${snapshot.me}/${parentTs}`}
        label="Reply in the thread"
        placeholder="Reply…"
        hints=${[]}
        onSend=${(text: string) => move(spoken(text, id, parentTs))}
      />`
    }
  </aside>`;
}

/** What stands in place of the composer where nobody can write; null where people can. */
function shutWords({ archived, readOnly }: ConversationShown, title: string): unknown {
  if (archived) return html`<p class="shut">${title} is archived. Nobody can write here.</p>`;
  if (readOnly) return html`<p class="shut">Sending messages to this app has been turned off.</p>`;
  return null;
}

const spoken = (text: string, channel: string, threadTs: string | null): PageMove =>
  text.startsWith('/')
    ? { kind: 'command', text, channel, threadTs }
    : { kind: 'message', text, channel, threadTs };

const authorOf = ({ people, app }: Snapshot, { user }: MessageShown) => ({
  name: user === app.userId ? app.name : (people.find(({ id }) => id === user)?.name ?? user),
  isApp: user === app.userId,
});

/** How far the person had read when they came here: the "New" line stays while they look. */
function useReadTo({ id, readTo }: ConversationShown, me: string): string {
  const kept = useRef({ key: '', readTo });
  const key = `${me}/${id}`;
  if (kept.current.key !== key) kept.current = { key, readTo };
  return kept.current.readTo;
}
