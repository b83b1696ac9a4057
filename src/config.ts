import { z } from 'zod';
import { RUNGS } from './blockkit/ladder.ts';
import { readInstant } from './clock.ts';
import { cutText, plainText } from './domain/plain-text.ts';
import { closest } from './domain/reading/references.ts';

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port number, for example 3000')
  .transform(Number)
  .refine((number) => number <= 65_535, 'a port number up to 65535');

// A secret file or a Windows editor leaves a line end behind the value; set to nothing is not set.
const trimmed = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim() || undefined : value;

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(trimmed, schema.optional());

const token = (prefix: string, expected: string) =>
  z.string().regex(new RegExp(`^${prefix}\\S+$`), expected);

const Environment = z.object({
  SLACK_BOT_TOKEN: optional(token('xoxb-', 'a bot token, which starts with xoxb-')),
  SLACK_APP_TOKEN: optional(token('xapp-', 'an app-level token, which starts with xapp-')),
  SLACK_SIGNING_SECRET: optional(z.string().min(16, 'the signing secret, 32 letters and digits')),
  PORT: optional(port),
  SLACK_API_URL: optional(z.url('an address, for example http://127.0.0.1:3999/api/')),
  MOPAC_DATABASE: optional(z.string()),
  MOPAC_CLOCK: optional(
    z.string().transform((text, context) => {
      const instant = readInstant(text);
      if (instant !== null) return instant;
      context.addIssue({ code: 'custom', message: 'a date or time, for example 2015-07-01T09:00' });
      return z.NEVER;
    }),
  ),
  MOPAC_BLOCKS: optional(z.enum(RUNGS, `one of ${RUNGS.join(', ')}`)),
  MOPAC_HEALTH_PORT: optional(port),
  MOPAC_LOG_LEVEL: optional(
    z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'a level such as info or warn',
    ),
  ),
  HTTPS_PROXY: optional(z.url('the proxy’s address')),
});

export type Config = ReturnType<typeof toConfig>;

export type SlackConnection =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

/** The environment, read once. Anything set but unreadable is named, with what was expected. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] } => {
  const read = Environment.safeParse(environment);
  if (read.success) return { ok: true, config: toConfig(read.data) };
  // The value itself is never repeated: it may be a secret in the wrong place.
  return {
    ok: false,
    faults: read.error.issues.map((issue) => `${issue.path.join('.')}: expected ${issue.message}.`),
  };
};

const OURS = 'MOPAC_';
const NAMES = Object.keys(Environment.shape);
const LONGEST_NAME = 60;

/**
 * A sentence for each variable that looks like a setting of ours and is none: misspelt, it would
 * otherwise be ignored in silence. Names of Slack's are other programs' too: one of those is named
 * only where it is nearly one of ours that is not set. Never its value, which may be a secret.
 */
export const unknownVariables = (
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] =>
  Object.keys(environment)
    .filter((name) => !NAMES.includes(name))
    .flatMap((name) => {
      const [nearest] = closest(name, NAMES, 1);
      const isMisspelt =
        nearest?.startsWith('SLACK_') === true && environment[nearest] === undefined;
      if (!(name.startsWith(OURS) || (name.startsWith('SLACK') && isMisspelt))) return [];
      const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
      return `${cutText(plainText(name), LONGEST_NAME)} is not a setting of MOPAC and changes nothing.${meant}`;
    });

const toConfig = (environment: z.output<typeof Environment>) => ({
  botToken: environment.SLACK_BOT_TOKEN ?? null,
  connection: connectionFrom(environment),
  slackApiUrl: environment.SLACK_API_URL,
  database: environment.MOPAC_DATABASE ?? 'data/mopac.sqlite',
  clockStart: environment.MOPAC_CLOCK ?? null,
  rung: environment.MOPAC_BLOCKS ?? ('rich' as const),
  healthPort: environment.MOPAC_HEALTH_PORT ?? null,
  logLevel: environment.MOPAC_LOG_LEVEL ?? ('info' as const),
  proxy: environment.HTTPS_PROXY ?? null,
});

/** Socket Mode where there is an app token, signed HTTP where there is a signing secret, else none. */
const connectionFrom = (environment: z.output<typeof Environment>): SlackConnection | null => {
  if (environment.SLACK_APP_TOKEN !== undefined) {
    return { kind: 'socket', appToken: environment.SLACK_APP_TOKEN };
  }
  if (environment.SLACK_SIGNING_SECRET === undefined) return null;
  return {
    kind: 'http',
    signingSecret: environment.SLACK_SIGNING_SECRET,
    port: environment.PORT ?? 3000,
  };
};

/** What `npm start` says when it cannot know which Slack to speak to; null when it can. */
export const missingVariables = (config: Config): string | null => {
  if (config.botToken !== null && config.connection !== null) return null;
  const lines = ['MOPAC cannot start: it does not know which Slack workspace to join. Set:', ''];
  if (config.botToken === null) {
    lines.push(
      '  SLACK_BOT_TOKEN   starts with xoxb-. At api.slack.com/apps choose your app, then',
      '                    "OAuth & Permissions" > "Bot User OAuth Token" (after installing the app).',
    );
  }
  if (config.connection === null) {
    lines.push(
      '  SLACK_APP_TOKEN   starts with xapp-. "Basic Information" > "App-Level Tokens" > "Generate",',
      '                    with the scope connections:write. No open port is needed.',
      '  (or, to receive signed HTTP requests instead, SLACK_SIGNING_SECRET and PORT:',
      '                    "Basic Information" > "App Credentials" > "Signing Secret".)',
    );
  }
  lines.push('', 'The README explains each step. To try MOPAC without Slack: npm run demo');
  return lines.join('\n');
};
