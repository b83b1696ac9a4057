import { BOT_USER_ID } from './identity.ts';
import type { Ids } from './ids.ts';

/** Somebody with an account in the workspace. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly deleted?: boolean;
  readonly guest?: 'single' | 'multi';
  /** From another organisation, through Slack Connect. */
  readonly external?: boolean;
}

/** A channel as the workspace's owner describes it; the bot is a member when its id is listed. */
export interface ChannelRecord {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly private?: boolean;
  readonly archived?: boolean;
}

/** A group of people that can be mentioned as one. */
export interface UsergroupRecord {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly members: readonly string[];
  readonly disabled?: boolean;
}

/** A channel or a direct conversation with the bot. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly members: Set<string>;
  archived: boolean;
}

/** The people, channels and user groups of the workspace. */
export interface Directory {
  readonly people: ReadonlyMap<string, PersonRecord>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly usergroups: ReadonlyMap<string, UsergroupRecord>;
  /** By id, by e-mail address, or by name ("Priya Shah", "@priya.shah"). */
  findPerson(idOrNameOrEmail: string): PersonRecord | undefined;
  /** By id or by name (with or without "#"). */
  findChannel(idOrName: string): Channel | undefined;
  /** The conversation between a person and the bot, opened when it is first wanted. */
  directChannel(personId: string): Channel;
}

/** Builds the directory; a member who is nobody is a mistake worth stopping for. */
export function createDirectory(
  people: readonly PersonRecord[],
  channels: readonly ChannelRecord[],
  ids: Ids,
  usergroups: readonly UsergroupRecord[] = [],
): Directory {
  const byId = new Map(people.map((person) => [person.id, person]));
  const rooms = new Map<string, Channel>();
  for (const { name, members } of [...channels, ...usergroups]) {
    const stranger = members.find((member) => member !== BOT_USER_ID && !byId.has(member));
    if (stranger) throw new Error(`${name} lists ${stranger}, who is not in the workspace`);
  }
  for (const { id, name, members, archived, private: hidden } of channels) {
    const kind = hidden ? 'private' : 'public';
    rooms.set(id, { id, name, kind, members: new Set(members), archived: archived ?? false });
  }
  const directIds = new Map<string, string>();
  const directChannel = (personId: string): Channel => {
    const id = directIds.get(personId) ?? ids.next('D');
    directIds.set(personId, id);
    const members = new Set([personId, BOT_USER_ID]);
    const room = rooms.get(id) ?? { id, name: id, kind: 'direct', members, archived: false };
    rooms.set(id, room);
    return room;
  };
  return {
    people: byId,
    channels: rooms,
    usergroups: new Map(usergroups.map((group) => [group.id, group])),
    directChannel,
    findPerson(wanted) {
      const bare = wanted.replace(/^@/, '').toLowerCase();
      const matches = (person: PersonRecord) =>
        [person.name, person.name.replaceAll(' ', '.'), person.email].some(
          (known) => known.toLowerCase() === bare,
        );
      return byId.get(wanted) ?? people.find(matches);
    },
    findChannel(wanted) {
      const bare = wanted.replace(/^#/, '');
      return rooms.get(wanted) ?? [...rooms.values()].find((room) => room.name === bare);
    },
  };
}
