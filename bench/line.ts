import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { type Running, SIGNING_SECRET } from './processes.ts';
import type { BenchSlack } from './slack.ts';

/** A line to one app, on which one command after another is sent. */
export interface Line {
  /** Sends `/mopac status 2.4` this often, each when the one before is answered; milliseconds of each. */
  block(commands: number): Promise<readonly number[]>;
  /** What the app answers, as text. Rejects while it cannot be reached. */
  ask(): Promise<string>;
  close(): void;
}

let commands = 0;

/** No two commands are alike, or they would be taken for one sent twice. */
const newCommand = () => {
  commands += 1;
  return {
    token: 'unused',
    team_id: 'T0BENCH',
    team_domain: 'bench',
    channel_id: 'C0BENCH',
    channel_name: 'bench',
    user_id: 'U0SOMEONE',
    user_name: 'somebody',
    command: '/mopac',
    text: 'status 2.4',
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/response',
    trigger_id: `trigger-${commands}`,
  };
};

export const lineTo = (slack: BenchSlack, app: Running): Line =>
  app.transport === 'http' ? httpLine(app.port) : socketLine(slack, app.appToken);

const timed = async <Item>(
  items: readonly Item[],
  send: (item: Item) => Promise<unknown>,
): Promise<readonly number[]> => {
  const timings: number[] = [];
  for (const item of items) {
    const start = performance.now();
    await send(item);
    timings.push(performance.now() - start);
  }
  return timings;
};

const many = <Item>(count: number, make: () => Item): readonly Item[] =>
  Array.from({ length: count }, make);

const socketLine = (slack: BenchSlack, appToken: string): Line => {
  const send = (command: object) => slack.deliver(appToken, command);
  return {
    block: (count) => timed(many(count, newCommand), send),
    ask: async () => JSON.stringify((await send(newCommand())) ?? null),
    close: () => undefined,
  };
};

interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

const httpLine = (port: number): Line => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = ({ body, headers }: Signed): Promise<string> =>
    new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path: '/slack/events', method: 'POST', agent, headers },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (data: string) => {
            text += data;
          });
          response.on('error', reject);
          response.on('end', () => {
            if (response.statusCode === 200) resolve(text);
            else reject(new Error(`The app answered ${response.statusCode}.`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    // Signed beforehand: that is Slack's work, and none of the app's.
    block: (count) => timed(many(count, signed), send),
    ask: () => send(signed()),
    close: () => agent.destroy(),
  };
};

const signed = (): Signed => {
  const body = new URLSearchParams(newCommand()).toString();
  const seconds = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${digest}`,
    },
  };
};
