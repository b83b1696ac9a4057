import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { StoreBusy, StoreFailed } from './application/ports.ts';
import { readPostFault } from './slack/post-faults.ts';

// sysexits.h: a configuration error, which starting again will not cure. A supervisor can leave it be.
export const EXIT_CONFIGURATION = 78;
const EXIT_FAILED = 1;

/** Why the bot ends, for whoever runs it. */
export interface Ending {
  readonly code: number;
  readonly line: string;
  /** A fault of ours, to be logged with its stack; anything else says enough by its reason. */
  readonly isFault: boolean;
}

/** The ports that MOPAC listens on, by the setting that gives each. */
export type Ports = Readonly<Record<'PORT' | 'MOPAC_HEALTH_PORT', number | null>>;

/** What this error, thrown at the start or by what runs unattended, means and what to do about it. */
export const endingFor = (error: unknown, stage: 'starting' | 'running', ports: Ports): Ending => {
  const known = knownEnding(error, stage, ports);
  if (known !== null) return { ...known, isFault: false };
  return {
    code: EXIT_FAILED,
    line: 'MOPAC has a fault and stops; report it with its err. A supervisor can start it again',
    isFault: true,
  };
};

const knownEnding = (
  error: unknown,
  stage: 'starting' | 'running',
  ports: Ports,
): Omit<Ending, 'isFault'> | null => {
  if (error instanceof StoreBusy || error instanceof StoreFailed) {
    const line = `${error.message} Stop what else uses the database, look at the disk, and start MOPAC again`;
    return { code: EXIT_FAILED, line };
  }
  const setting = portInTheWay(error, ports);
  if (setting !== null) {
    const line = `The port of ${setting} cannot be listened on; stop the program that has it, or set ${setting} to another`;
    return { code: EXIT_FAILED, line };
  }
  if (error instanceof WebAPIPlatformError) return refusedBySlack(error.data.error, stage);
  return isUnreachable(error) ? { code: EXIT_FAILED, line: UNREACHABLE[stage] } : null;
};

const UNREACHABLE = {
  starting: 'Slack could not be reached; check the network and HTTPS_PROXY, then start MOPAC again',
  running: 'a connection failed beyond repair; stopping so that a supervisor can start MOPAC again',
} as const;

const DEAD_TOKEN = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
];

const refusedBySlack = (reason: string, stage: 'starting' | 'running'): Omit<Ending, 'isFault'> => {
  if (DEAD_TOKEN.includes(reason)) {
    const line =
      stage === 'starting'
        ? 'Slack refused the tokens; check SLACK_BOT_TOKEN and SLACK_APP_TOKEN'
        : 'Slack no longer accepts the tokens; check SLACK_BOT_TOKEN and SLACK_APP_TOKEN';
    return { code: EXIT_CONFIGURATION, line };
  }
  if (reason === 'missing_scope') {
    const line =
      'Slack refused what the tokens may do; SLACK_APP_TOKEN needs the scope connections:write, and the app is installed from the manifest';
    return { code: EXIT_CONFIGURATION, line };
  }
  return { code: EXIT_FAILED, line: UNREACHABLE[stage] };
};

const isUnreachable = (error: unknown): boolean =>
  error instanceof WebAPIRequestError ||
  error instanceof WebAPIHTTPError ||
  readPostFault(error).kind === 'wait';

const portInTheWay = (error: unknown, ports: Ports): keyof Ports | null => {
  if (!(error instanceof Error && 'syscall' in error && error.syscall === 'listen')) return null;
  const port = 'port' in error ? error.port : null;
  return port === ports.MOPAC_HEALTH_PORT ? 'MOPAC_HEALTH_PORT' : 'PORT';
};

/** The error in a word for the log: Slack's own, or what was thrown. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.message : String(error);
};
