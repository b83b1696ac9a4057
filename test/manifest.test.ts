import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { COMMAND } from '../src/slack/ids.ts';

// manifest.yml says what the app may do in a council's workspace. These tests hold it to what the code
// does: Slack refuses a call whose scope is missing, and a scope nothing needs is one too many.

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const words = (max: number, min = 1) => z.string().min(min).max(max);

// Slack's own limits. Strict, because Slack refuses a manifest with a key it does not know.
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number().int() }),
  display_information: z.strictObject({
    name: words(35),
    description: words(140),
    long_description: words(4000, 175),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: words(80), always_online: z.boolean() }),
    slash_commands: z.array(
      z.strictObject({
        command: words(32).startsWith('/'),
        description: words(2000),
        usage_hint: words(1000),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
    pkce_enabled: z.literal(false),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});
type Manifest = z.infer<typeof Manifest>;

// Every Web API method the bot calls, with the scopes it asks of a bot token. A method that is not
// here fails the test until somebody looks its scopes up at docs.slack.dev/reference/methods.
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'im:history'],
  'conversations.list': ['channels:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'im:history'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email', 'users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
};

const readManifest = (): unknown => parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));

const readSources = (): string =>
  readdirSync(join(ROOT, 'src/slack'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(ROOT, 'src/slack', name), 'utf8'))
    .join('\n');

const METHOD_CALL = /client\s*\??\.\s*([a-z]\w*)\s*\.\s*([a-z]\w*)\s*\(/gi;
const EVENT = /\bapp\.event(?:<[^(]*>)?\(\s*'([^']+)'/g;

const methodsIn = (sources: string): readonly string[] => [
  ...new Set([...sources.matchAll(METHOD_CALL)].map(([, family, method]) => `${family}.${method}`)),
];

const eventsIn = (sources: string): readonly string[] => [
  ...new Set([...sources.matchAll(EVENT)].map(([, event = '']) => event)),
];

/** Every way in which the manifest and the code disagree, one line each. */
const disagreements = (manifest: Manifest, sources: string): readonly string[] => {
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
  const { bot_events: subscribed } = manifest.settings.event_subscriptions;
  const methods = methodsIn(sources);
  const events = eventsIn(sources);
  const needed = [
    ...(/\bapp\.command\(/.test(sources) ? ['commands'] : []),
    ...methods.flatMap((method) => METHOD_SCOPES[method] ?? []),
    ...events.flatMap((event) => EVENT_SCOPES[event] ?? []),
  ];
  const granted = [...bot, ...optional];
  return [
    ...missing(methods, Object.keys(METHOD_SCOPES), 'whose scopes are not in this test'),
    ...missing(events, Object.keys(EVENT_SCOPES), 'whose scopes are not in this test'),
    ...missing(needed, granted, 'needed by the code but not in the manifest'),
    ...missing(granted, needed, 'in the manifest but nothing needs it'),
    ...missing(events, subscribed, 'listened to but not subscribed'),
    ...missing(subscribed, events, 'subscribed but not listened to'),
    ...granted
      .filter((scope, at) => granted.indexOf(scope) !== at)
      .map((twice) => `${twice} twice`),
    ...missing(commandsOf(manifest), [COMMAND], 'in the manifest but nothing listens to it'),
    ...missing([COMMAND], commandsOf(manifest), 'listened to but not in the manifest'),
  ];
};

const missing = (wanted: readonly string[], there: readonly string[], why: string) =>
  [...new Set(wanted)].filter((name) => !there.includes(name)).map((name) => `${name} ${why}`);

const commandsOf = ({ features }: Manifest) =>
  features.slash_commands.map(({ command }) => command);

const manifest = Manifest.parse(readManifest());
const sources = readSources();

/** The manifest with one thing changed. */
const changed = (change: (copy: Manifest) => void): Manifest => {
  const copy = structuredClone(manifest);
  change(copy);
  return copy;
};

test('the manifest has only keys Slack knows, within its lengths', () => {
  expect(Manifest.safeParse(readManifest()).error).toBeUndefined();
});

test('the manifest asks for what the code uses, and for nothing else', () => {
  expect(methodsIn(sources)).toContain('chat.postMessage');
  expect(eventsIn(sources)).toContain('app_home_opened');
  expect(disagreements(manifest, sources)).toEqual([]);
});

test('calls the Web API only by methods this test can see', () => {
  expect(sources).not.toMatch(/\bapiCall\(|client\[/);
});

test('a mistyped key or a name too long is noticed', () => {
  const mistyped = { ...manifest, setings: {} };
  const long = changed(({ display_information: about }) => {
    about.name = 'M'.repeat(36);
  });
  expect(Manifest.safeParse(mistyped).success).toBe(false);
  expect(Manifest.safeParse(long).success).toBe(false);
});

test('a scope too many or too few is noticed', () => {
  const tooMany = changed(({ oauth_config: { scopes } }) => {
    scopes.bot_optional.push('files:write');
  });
  const tooFew = changed(({ oauth_config: { scopes } }) => {
    scopes.bot = scopes.bot.filter((scope) => scope !== 'chat:write');
  });
  expect(disagreements(tooMany, sources)).toEqual([
    'files:write in the manifest but nothing needs it',
  ]);
  expect(disagreements(tooFew, sources)).toEqual([
    'chat:write needed by the code but not in the manifest',
  ]);
});

test('an event or a command on one side only is noticed', () => {
  const other = changed(({ features, settings }) => {
    settings.event_subscriptions.bot_events = ['app_home_opened', 'team_join'];
    for (const command of features.slash_commands) command.command = '/mopack';
  });
  expect(disagreements(other, sources)).toEqual([
    'app_mention listened to but not subscribed',
    'team_join subscribed but not listened to',
    '/mopack in the manifest but nothing listens to it',
    '/mopac listened to but not in the manifest',
  ]);
});

test('a method nobody has looked up is noticed', () => {
  const calls = `${sources}\nawait client\n  .files\n  .uploadV2({ file });`;
  expect(disagreements(manifest, calls)).toEqual([
    'files.uploadV2 whose scopes are not in this test',
  ]);
});
