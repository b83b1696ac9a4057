import { App, LogLevel } from '@slack/bolt';
import { z } from 'zod';
import type { Edge } from '../../src/slack/edge.ts';

const RESPONSE_URL = 'https://hooks.slack.example/response';

/** One call the bot made: the method's name, or `respond`, with what was sent. */
interface Call {
  readonly method: string;
  readonly body: unknown;
}

export interface TestBot {
  /** Delivers this body as Slack would and gives back what it was acknowledged with. */
  readonly deliver: (body: object) => Promise<readonly unknown[]>;
  readonly calls: readonly Call[];
  /** From now on Slack refuses answers to buttons that contain this, with this status. */
  readonly refuse: (containing: string, status: number) => void;
}

/** A real Bolt app without a wire; what it would say to Slack is kept. */
export const botWith = (
  edge: Edge,
  ...register: ReadonlyArray<(app: App, edge: Edge) => void>
): TestBot => {
  const calls: Call[] = [];
  let refusal = { containing: '', status: 200 };
  const app = new App({
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    convoStore: false,
    logLevel: LogLevel.ERROR,
    authorize: async () => ({
      botToken: 'xoxb-test',
      botId: 'B0BOT',
      botUserId: 'U0BOT',
      teamId: 'T0TOWN',
    }),
    clientOptions: {
      retryConfig: { retries: 0 },
      fetch: async (input, init) => {
        const url = String(input instanceof Request ? input.url : input);
        if (url.startsWith(RESPONSE_URL)) {
          const body = String(init?.body);
          calls.push({ method: 'respond', body: JSON.parse(body) });
          const status = body.includes(refusal.containing) ? refusal.status : 200;
          return new Response('{"ok":true}', { status });
        }
        calls.push({ method: url.split('/').at(-1) ?? '', body: formOf(init?.body) });
        return Response.json({ ok: true });
      },
    },
  });
  for (const each of register) each(app, edge);
  return {
    calls,
    refuse: (containing, status) => {
      refusal = { containing, status };
    },
    deliver: async (body) => {
      const acks: unknown[] = [];
      await app.processEvent({
        body: { team_id: 'T0TOWN', ...body },
        ack: async (answer: unknown) => void acks.push(answer),
      });
      return acks;
    },
  };
};

const formOf = (body: unknown): unknown =>
  Object.fromEntries(
    [...new URLSearchParams(String(body))].map(([key, value]) => [
      key,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );

export const command = (text: string, user = 'U0PRIYA001'): object => ({
  command: '/mopac',
  text,
  user_id: user,
  channel_id: 'C0SAFER001',
  trigger_id: 'trigger-1',
  response_url: RESPONSE_URL,
});

/** A button pressed, or an option chosen, in a message. */
export const press = (
  actionId: string,
  value: string,
  change: { readonly message?: string; readonly user?: string; readonly chosen?: boolean } = {},
): object => ({
  type: 'block_actions',
  team: { id: 'T0TOWN' },
  user: { id: change.user ?? 'U0PRIYA001' },
  container: {
    type: 'message',
    channel_id: 'C0SAFER001',
    message_ts: change.message ?? '1437730000.000100',
    is_ephemeral: true,
  },
  channel: { id: 'C0SAFER001' },
  trigger_id: 'trigger-1',
  response_url: RESPONSE_URL,
  actions: [
    {
      type: change.chosen === true ? 'static_select' : 'button',
      action_id: actionId,
      block_id: 'b',
      action_ts: '1437730001.000000',
      ...(change.chosen === true ? { selected_option: { value } } : { value }),
    },
  ],
});

const said = z.object({ text: z.string(), blocks: z.array(z.unknown()).default([]) });

/** What Slack was given to show, read back. */
export const messageIn = (body: unknown): z.infer<typeof said> => said.parse(body);
