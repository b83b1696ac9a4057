import type { Channel, PersonRecord } from '../directory.ts';
import { isFor } from '../event-moves.ts';
import { stateOf } from '../input-state.ts';
import type { StoredMessage } from '../message-store.ts';
import { isReadOnly, type Moves } from '../moves.ts';
import { showHome, showModal } from '../shown-view.ts';
import type { ViewRecord } from '../view-store.ts';
import type { PageControls } from './controls.ts';
import { faultsShown } from './fault-sentences.ts';
import type {
  ConversationShown,
  MessageShown,
  PersonShown,
  Snapshot,
  ViewShown,
} from './protocol.ts';
import type { ReadingMarks } from './reading-marks.ts';
import type { Underway } from './underway.ts';

/** What a snapshot is made from. */
export interface PageParts {
  readonly moves: Moves;
  readonly marks: ReadingMarks;
  readonly underway: Underway;
  readonly controls: PageControls | null;
  readonly generation: string;
  connections(): number;
}

/** Everything the page shows to one person at this moment. */
export function snapshotFor(parts: PageParts, me: PersonRecord): Snapshot {
  const { moves, controls, generation } = parts;
  const { core } = moves;
  const { identity, views, directory } = core;
  const home = views.home(me.id);
  return {
    generation,
    workspaceName: identity.teamName,
    me: me.id,
    app: { userId: identity.botUserId, name: identity.botName },
    commands: controls?.commands ?? [],
    people: peopleIn(directory.people).map((person) => showPerson(parts, person)),
    conversations: roomsOf(parts, me).map((room) => showConversation(parts, me, room)),
    home: home ? showView(home) : null,
    modals: views.stack(me.id).map(showView),
    now: core.now(),
    clock: controls?.clock() ?? null,
    faults: faultsShown(core.faults),
    stories: controls?.stories ?? [],
    logLength: core.inspector.entries.length,
    connected: parts.connections() > 0,
  };
}

/** Those who can sit in front of Slack. */
const peopleIn = (people: ReadonlyMap<string, PersonRecord>): readonly PersonRecord[] =>
  [...people.values()].filter((person) => !person.deleted);

/** The channels a person is in, then their conversation with the app. */
function roomsOf({ moves }: PageParts, { id }: PersonRecord): readonly Channel[] {
  const { directory } = moves.core;
  const direct = directory.directChannel(id);
  const rooms = [...directory.channels.values()].filter(
    (room) => room.kind !== 'direct' && room.members.has(id),
  );
  return [...rooms, direct];
}

function showPerson(parts: PageParts, person: PersonRecord): PersonShown {
  const { id, name, email } = person;
  const unread = roomsOf(parts, person).reduce(
    (sum, room) => sum + unreadIn(parts, person, room).length,
    0,
  );
  return { id, name, email, role: parts.controls?.roleOf(id) ?? '', unread };
}

function showConversation(parts: PageParts, me: PersonRecord, room: Channel): ConversationShown {
  const { marks, moves } = parts;
  const { id, name, kind, archived } = room;
  const unread = unreadIn(parts, me, room);
  return {
    id,
    name: kind === 'direct' ? moves.core.identity.botName : name,
    kind,
    archived,
    readOnly: isReadOnly(moves.core, room),
    messages: visibleIn(parts, me, room).map((message) => showMessage(parts, me, message)),
    unread: unread.length,
    readTo: marks.readTo(me.id, id),
    mentions: unread.filter((message) => concerns(message, me)).length,
  };
}

function visibleIn({ moves }: PageParts, me: PersonRecord, room: Channel) {
  return moves.core.messages.inChannel(room.id).filter((message) => isFor(message, me));
}

/** As in Slack, replies in a thread and messages only one person sees mark no channel as unread. */
function unreadIn(parts: PageParts, me: PersonRecord, room: Channel): readonly StoredMessage[] {
  const readTo = Number(parts.marks.readTo(me.id, room.id));
  return visibleIn(parts, me, room).filter(
    (message) =>
      message.user !== me.id &&
      message.threadTs === undefined &&
      message.ephemeralTo === undefined &&
      Number(message.ts) > readTo,
  );
}

const concerns = ({ notifies }: StoredMessage, { id }: PersonRecord): boolean =>
  [id, 'channel', 'here', 'everyone'].some((name) => notifies.includes(name));

function showMessage({ moves }: PageParts, me: PersonRecord, message: StoredMessage): MessageShown {
  const { ts, threadTs, user, text, blocks, edited, ephemeralTo, channel, files } = message;
  const typed = moves.messageState.get(`${me.id}/${channel}/${ts}`);
  return {
    ts,
    threadTs: threadTs ?? null,
    user,
    text,
    blocks: blocks ?? null,
    edited: edited !== undefined,
    ephemeral: ephemeralTo !== undefined,
    values: stateOf(blocks ?? [], typed),
    files: (files ?? []).map(({ id, name, title, size }) => ({ id, name, title, size })),
  };
}

function showView(record: ViewRecord): ViewShown {
  const shown = record.type === 'modal' ? showModal(record) : showHome(record);
  const { id, title, submitLabel, closeLabel, callbackId, blocks, values, errors, hash } = shown;
  return { id, hash, title, submitLabel, closeLabel, callbackId, blocks, values, errors };
}
