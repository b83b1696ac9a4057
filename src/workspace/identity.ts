import { randomBytes } from 'node:crypto';
import type { PersonRecord } from './directory.ts';

/** The bot's user id: put it in a channel's members to invite the bot. */
export const BOT_USER_ID = 'U0MOPACBOT';

/** The workspace of everybody who is from another organisation. */
const PARTNER_TEAM_ID = 'T0PARTNER1';

/** Who the app and its workspace are, and the secrets they share. */
export interface Identity {
  readonly teamId: string;
  readonly teamDomain: string;
  readonly teamName: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  /** The name the bot has among people's names, in small letters. */
  readonly botHandle: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** A workspace's identity with fresh secrets, so that one run's token never works in another. */
export function createIdentity(botName: string): Identity {
  return {
    teamId: 'T0MOPACLCL',
    teamDomain: 'mopac-local',
    teamName: 'MOPAC (local workspace)',
    appId: 'A0MOPACAPP',
    botId: 'B0MOPACBOT',
    botUserId: BOT_USER_ID,
    botName,
    botHandle: botName.toLowerCase().replaceAll(' ', '_'),
    botToken: `xoxb-local-${randomBytes(12).toString('hex')}`,
    appToken: `xapp-1-A0MOPACAPP-${randomBytes(12).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
  };
}

/** The workspace somebody belongs to: this one, or another organisation's. */
export function teamOf(person: PersonRecord, { teamId }: Identity): string {
  return person.external ? PARTNER_TEAM_ID : teamId;
}
