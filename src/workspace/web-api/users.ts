import type { Core } from '../core.ts';
import type { PersonRecord } from '../directory.ts';
import { teamOf } from '../identity.ts';
import { type Json, textField } from '../json.ts';
import { accept, type Method, refuse } from './answer.ts';
import { pageOf } from './paging.ts';

const info: Method = (args, core) => {
  const wanted = textField(args, 'user') ?? '';
  if (wanted === core.identity.botUserId) return accept({ user: botOutput(core) });
  const person = core.directory.people.get(wanted);
  return person ? accept({ user: personOutput(person, core) }) : refuse('user_not_found');
};

const list: Method = (args, core) => {
  const people = [...core.directory.people.values()].map((person) => personOutput(person, core));
  const { items, response_metadata } = pageOf([...people, botOutput(core)], args, 1000);
  return accept({ members: items, response_metadata });
};

const lookupByEmail: Method = (args, core) => {
  const email = (textField(args, 'email') ?? '').toLowerCase();
  const found = [...core.directory.people.values()].find(
    (person) => person.email.toLowerCase() === email && !person.deleted,
  );
  return found ? accept({ user: personOutput(found, core) }) : refuse('users_not_found');
};

function personOutput(person: PersonRecord, core: Core): Json {
  const seesEmail = core.botScopes.includes('users:read.email');
  return {
    id: person.id,
    team_id: teamOf(person, core.identity),
    name: person.name.toLowerCase().replaceAll(' ', '.'),
    deleted: person.deleted ?? false,
    real_name: person.name,
    tz: 'Europe/London',
    tz_label: 'Greenwich Mean Time',
    tz_offset: 0,
    profile: {
      real_name: person.name,
      display_name: person.name,
      ...(seesEmail && { email: person.email }),
    },
    is_admin: false,
    is_owner: false,
    is_restricted: person.guest !== undefined,
    is_ultra_restricted: person.guest === 'single',
    is_stranger: person.external === true && !sharesChannel(person, core),
    is_bot: false,
    is_app_user: false,
  };
}

/** Slack calls somebody from outside a stranger only while the app can see no channel they share. */
function sharesChannel({ id }: PersonRecord, { directory, identity }: Core): boolean {
  return [...directory.channels.values()].some(
    ({ kind, members }) => kind !== 'direct' && members.has(id) && members.has(identity.botUserId),
  );
}

function botOutput(core: Core): Json {
  const { botUserId, botName, botHandle, botId, teamId, appId } = core.identity;
  return {
    id: botUserId,
    team_id: teamId,
    name: botHandle,
    deleted: false,
    real_name: botName,
    profile: { real_name: botName, display_name: botName, bot_id: botId, api_app_id: appId },
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: true,
    is_app_user: false,
  };
}

/** Methods that look people up. */
export const USER_METHODS: Readonly<Record<string, Method>> = {
  'users.info': info,
  'users.list': list,
  'users.lookupByEmail': lookupByEmail,
};
