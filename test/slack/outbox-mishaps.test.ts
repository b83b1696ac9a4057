import { WebClient } from '@slack/web-api';
import fc from 'fast-check';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import { createDirectory } from '../../src/slack/directory.ts';
import { createOutboxSender, type OutboxSender } from '../../src/slack/outbox-sender.ts';
import { createRungs } from '../../src/slack/rungs.ts';
import { openStore } from '../../src/store/open.ts';

// `MOPAC_MISHAPS=2000` before a release.
const { MOPAC_MISHAPS = '200' } = process.env;
const RUNS = Number(MOPAC_MISHAPS);
const START = Date.UTC(2015, 6, 21, 16);
const SECOND = 1_000;
const HOUR = 60 * 60 * SECOND;

/** What becomes of one call that posts. */
const MISHAPS = [
  'none',
  // Slack has posted it, and the answer never comes.
  'answer lost',
  'request lost',
  '429',
  '429 without a time',
  '500',
  'internal_error',
  // The process dies: before the request leaves, or after Slack has taken it.
  'dies before',
  'dies after',
] as const;
type Mishap = (typeof MISHAPS)[number];

interface Post {
  readonly channel: string;
  readonly key: string;
  readonly ts: string;
  readonly at: number;
}

/** Slack's side: keeps what was posted and lets one mishap after another befall the calls that post. */
const slackWith = (mishaps: readonly Mishap[], die: () => Promise<never>) => {
  const posts: Post[] = [];
  let calls = 0;
  const post = (fields: URLSearchParams): Response => {
    const channel = fields.get('channel') ?? '';
    const key = JSON.parse(fields.get('metadata') ?? '{}').event_payload.key;
    const ts = `${Date.now() / SECOND}.${String(posts.length).padStart(6, '0')}`;
    posts.push({ channel, key, ts, at: Date.now() });
    return Response.json({ ok: true, channel, ts });
  };
  const posting = async (fields: URLSearchParams): Promise<Response> => {
    const mishap = mishaps[calls] ?? 'none';
    calls += 1;
    switch (mishap) {
      case 'none':
        return post(fields);
      case 'answer lost':
        post(fields);
        throw new TypeError('fetch failed');
      case 'request lost':
        throw new TypeError('fetch failed');
      case '429':
        return new Response('{"ok":false}', { status: 429, headers: { 'retry-after': '7' } });
      case '429 without a time':
        return new Response('{"ok":false}', { status: 429 });
      case '500':
        return new Response('no', { status: 500 });
      case 'internal_error':
        return Response.json({ ok: false, error: 'internal_error' });
      case 'dies before':
        return die();
      case 'dies after':
        post(fields);
        return die();
    }
  };
  const history = (fields: URLSearchParams): Response => {
    const messages = posts
      .filter(({ channel }) => channel === fields.get('channel'))
      .map(({ ts, key }) => ({
        ts,
        metadata: { event_type: 'mopac_post', event_payload: { key } },
      }));
    return Response.json({ ok: true, messages: messages.toReversed() });
  };
  const fetch = async (url: unknown, init?: { body?: unknown }): Promise<Response> => {
    const fields = new URLSearchParams(String(init?.body));
    return String(url).includes('chat.postMessage') ? posting(fields) : history(fields);
  };
  return { posts, fetch };
};

const CHANNELS = ['C0ONE00001', 'C0TWO00002'] as const;

/** One message a channel and number, with a thread under the first, as a digest has its pages. */
const queue = (store: Store, count: number): void => {
  const dueAt = Temporal.Instant.fromEpochMilliseconds(START);
  for (const channel of CHANNELS) {
    let parentId: number | null = null;
    for (let number = 0; number < count; number += 1) {
      const id: number | null = store.enqueue({
        kind: 'note',
        key: `${channel}/${number}`,
        target: { kind: 'channel', channel },
        payload: {},
        parentId,
        dueAt,
      });
      parentId ??= id;
    }
  }
};

/** Lets every mishap pass, minute by minute, with a new sender after each death. */
const live = async (
  mishaps: readonly Mishap[],
  count: number,
  { recovers = true } = {},
): Promise<{
  readonly posts: readonly Post[];
  readonly counts: ReturnType<Store['outboxCounts']>;
}> => {
  vi.useFakeTimers({ now: START });
  const store = openStore(':memory:');
  onTestFinished(() => void vi.useRealTimers());
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) };
  const log = pino({ level: 'silent' });
  let isDead = false;
  const slack = slackWith(mishaps, () => {
    isDead = true;
    return new Promise<never>(() => undefined);
  });
  // What a dead process would still do reaches nobody: its sender hangs, and its calls are cut.
  const start = (): OutboxSender => {
    if (recovers) store.outboxRecover();
    const client = new WebClient('xoxb-test', {
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      fetch: slack.fetch as typeof fetch,
      logger: silent,
    });
    return createOutboxSender({
      store,
      clock,
      client,
      log,
      directory: createDirectory({ store, clock, client, log }),
      rungs: createRungs('text'),
      onRevoked: () => undefined,
      renderers: async () => ({ note: () => ({ text: 'Hello' }) }),
    });
  };
  queue(store, count);
  let sender = start();
  for (let passed = 0; passed < 6 * HOUR; passed += 60 * SECOND) {
    if (isDead) {
      isDead = false;
      sender = start();
    }
    void sender.drain();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    if (store.outboxCounts().sent === CHANNELS.length * count) break;
  }
  const counts = store.outboxCounts();
  store.close();
  return { posts: slack.posts, counts };
};

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => 'error' as never,
  setName: () => undefined,
};

const keysOf = (posts: readonly Post[]): readonly string[] => posts.map(({ key }) => key);

const script = fc.array(fc.constantFrom(...MISHAPS), { maxLength: 24 });

test(`${RUNS} scripts of lost answers, 429s, failures and deaths: each message stands once, in order, and slowly enough`, async () => {
  await fc.assert(
    fc.asyncProperty(script, fc.integer({ min: 1, max: 4 }), async (mishaps, count) => {
      const { posts, counts } = await live(mishaps, count);
      expect(counts).toMatchObject({ sent: CHANNELS.length * count, dead: 0 });
      expect(new Set(keysOf(posts)).size).toBe(CHANNELS.length * count);
      expect(posts).toHaveLength(CHANNELS.length * count);
      for (const channel of CHANNELS) {
        const there = posts.filter((post) => post.channel === channel);
        expect(there[0]?.key, 'a thread comes after what it hangs under').toMatch(/\/0$/);
        const gaps = there.slice(1).map(({ at }, index) => at - (there[index]?.at ?? 0));
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(SECOND);
      }
    }),
    { numRuns: RUNS },
  );
});

test('the control: a bot that forgets what was under way when it died leaves messages unsent', async () => {
  const { counts } = await live(['dies after'], 1, { recovers: false });
  expect(counts.sent).toBeLessThan(CHANNELS.length);
});
