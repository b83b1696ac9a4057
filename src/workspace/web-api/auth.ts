import { field } from '../json.ts';
import { accept, type Method, refuse } from './answer.ts';

const apiTest: Method = (args) => {
  const error = field(args, 'error');
  return typeof error === 'string' ? refuse(error, { args }) : accept({ args });
};

const authTest: Method = (_args, { identity }) =>
  accept({
    url: `https://${identity.teamDomain}.slack.com/`,
    team: identity.teamName,
    user: identity.botHandle,
    team_id: identity.teamId,
    user_id: identity.botUserId,
    bot_id: identity.botId,
    is_enterprise_install: false,
  });

/** Methods about the app itself; `apps.connections.open` lives with the sockets. */
export const AUTH_METHODS: Readonly<Record<string, Method>> = {
  'api.test': apiTest,
  'auth.test': authTest,
};
