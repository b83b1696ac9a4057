import type { Core } from '../core.ts';
import type { UsergroupRecord } from '../directory.ts';
import { type Json, textField } from '../json.ts';
import { accept, type Method, refuse } from './answer.ts';
import { isYes } from './yes.ts';

const list: Method = (args, core) => {
  const usergroups = [...core.directory.usergroups.values()]
    .filter(({ disabled }) => !disabled || isYes(args, 'include_disabled'))
    .map((group) => usergroupOutput(group, args, core));
  return accept({ usergroups });
};

const users: Method = (args, core) => {
  const group = core.directory.usergroups.get(textField(args, 'usergroup') ?? '');
  if (!group || (group.disabled && !isYes(args, 'include_disabled'))) {
    return refuse('no_such_subteam');
  }
  return accept({ users: group.members });
};

function usergroupOutput(group: UsergroupRecord, args: Json, core: Core): Json {
  const { id, name, handle, members, disabled } = group;
  return {
    id,
    team_id: core.identity.teamId,
    is_usergroup: true,
    is_subteam: true,
    name,
    handle,
    description: '',
    is_external: false,
    date_create: 0,
    date_update: 0,
    date_delete: disabled ? 1 : 0,
    auto_type: null,
    deleted_by: null,
    prefs: { channels: [], groups: [] },
    ...(isYes(args, 'include_users') && { users: members }),
    ...(isYes(args, 'include_count') && { user_count: members.length }),
  };
}

/** Methods that look groups of people up. */
export const USERGROUP_METHODS: Readonly<Record<string, Method>> = {
  'usergroups.list': list,
  'usergroups.users.list': users,
};
