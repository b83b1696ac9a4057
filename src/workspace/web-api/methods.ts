import type { Method } from './answer.ts';
import { AUTH_METHODS } from './auth.ts';
import { CHAT_METHODS } from './chat.ts';
import { CONVERSATION_METHODS } from './conversations.ts';
import { FILE_METHODS } from './files.ts';
import { SCHEDULE_METHODS } from './scheduled.ts';
import { USERGROUP_METHODS } from './usergroups.ts';
import { USER_METHODS } from './users.ts';
import { VIEW_METHODS } from './views.ts';

/** Every Web API method that works on state alone. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...AUTH_METHODS,
  ...CHAT_METHODS,
  ...CONVERSATION_METHODS,
  ...FILE_METHODS,
  ...SCHEDULE_METHODS,
  ...USERGROUP_METHODS,
  ...USER_METHODS,
  ...VIEW_METHODS,
};
