import { html } from 'htm/preact';
import type { ConversationShown, PersonShown, Snapshot } from '../../page/protocol.ts';
import { Avatar } from './avatar.ts';

interface SidebarParts {
  readonly snapshot: Snapshot;
  /** The conversation in front, or `home`. */
  readonly showing: string;
  /** A modal lies over Slack. Somebody else can be acted as all the same: they are not in front of it. */
  readonly covered: boolean;
  readonly onPerson: (id: string) => void;
  readonly onPlace: (at: string) => void;
}

/** Whom the visitor acts as, and the conversations of that person. */
export function Sidebar({ snapshot, showing, covered, onPerson, onPlace }: SidebarParts) {
  const { conversations, people, me, app } = snapshot;
  const channels = conversations.filter(({ kind }) => kind !== 'direct');
  const direct = conversations.find(({ kind }) => kind === 'direct');
  const room = (conversation: ConversationShown, label: string) =>
    html`<${RoomButton}
      conversation=${conversation}
      label=${label}
      current=${conversation.id === showing}
      onPick=${() => onPlace(conversation.id)}
    />`;
  return html`<div class="sidebar">
    <nav aria-label="Act as">
      <h2>Act as</h2>
      <ul class="people">
        ${people.map(
          (person) => html`<li key=${person.id}>
            <${PersonButton}
              person=${person}
              current=${person.id === me}
              onPick=${() => onPerson(person.id)}
            />
          </li>`,
        )}
      </ul>
    </nav>
    <nav class="places" aria-label="Conversations" inert=${covered}>
      <h2>Channels</h2>
      <ul class="rooms">
        ${channels.map((channel) => html`<li key=${channel.id}>${room(channel, channel.name)}</li>`)}
      </ul>
      <h2>${app.name}</h2>
      <ul class="rooms">
        <li>
          <button
            type="button"
            class="room"
            data-room="home"
            aria-current=${showing === 'home' ? 'page' : null}
            onClick=${() => onPlace('home')}
          >
            <span class="room-sign" aria-hidden="true">⌂</span>
            <span class="room-name">Home</span>
          </button>
        </li>
        ${direct && html`<li>${room(direct, 'Messages')}</li>`}
      </ul>
    </nav>
  </div>`;
}

interface PersonButtonParts {
  readonly person: PersonShown;
  readonly current: boolean;
  readonly onPick: () => void;
}

function PersonButton({ person, current, onPick }: PersonButtonParts) {
  const { id, name, role, unread } = person;
  return html`<button
    type="button"
    class="person"
    data-person=${id}
    aria-pressed=${current}
    onClick=${onPick}
  >
    <${Avatar} id=${id} name=${name} app=${false} />
    <span class="person-words">
      <span class="person-name">${name}${current ? ' (you)' : ''}</span>
      ${role && html`<span class="person-role">${role}</span>`}
    </span>
    ${unread > 0 && html`<${Count} count=${unread} strong=${!current} />`}
  </button>`;
}

interface RoomButtonParts {
  readonly conversation: ConversationShown;
  readonly label: string;
  readonly current: boolean;
  readonly onPick: () => void;
}

function RoomButton({ conversation, label, current, onPick }: RoomButtonParts) {
  const { kind, unread, mentions, archived } = conversation;
  const sign = { public: '#', private: '🔒', direct: '✉' }[kind];
  const counted = kind === 'direct' ? unread : mentions;
  return html`<button
    type="button"
    class=${unread > 0 ? 'room room-unread' : 'room'}
    data-room=${kind === 'direct' ? 'direct' : conversation.name}
    aria-current=${current ? 'page' : null}
    onClick=${onPick}
  >
    <span class="room-sign" aria-hidden="true">${sign}</span>
    <span class="room-name">${label}${archived ? ' (archived)' : ''}</span>
    ${
      counted > 0
        ? html`<${Count} count=${counted} strong=${true} />`
        : unread > 0 && html`<span class="hidden-words">, ${unread} unread</span>`
    }
  </button>`;
}

function Count({ count, strong }: { count: number; strong: boolean }) {
  return html`<span class=${strong ? 'count count-strong' : 'count'}>
    ${count}<span class="hidden-words"> unread</span>
  </span>`;
}
