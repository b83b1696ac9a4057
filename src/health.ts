import { createServer } from 'node:http';
import type { Store } from './application/ports.ts';

export interface Health {
  /** Live connections to Slack. */
  readonly connected: () => number;
  readonly store: Pick<Store, 'outboxCounts'>;
}

/** `/healthz`, `/readyz` and `/metrics` on loopback, for the council's own monitoring. */
export const startHealth = (port: number, health: Health): Promise<{ stop(): Promise<void> }> => {
  const server = createServer((request, response) => {
    const answer = answerTo(request.url ?? '/', health);
    response
      .writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8' })
      .end(answer.body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () =>
      resolve({ stop: () => new Promise((done) => server.close(() => done())) }),
    );
  });
};

const answerTo = (
  url: string,
  health: Health,
): { readonly status: number; readonly body: string } => {
  if (url === '/healthz') return { status: 200, body: 'ok\n' };
  if (url === '/readyz') {
    return health.connected() > 0
      ? { status: 200, body: 'ready\n' }
      : { status: 503, body: 'not connected to Slack\n' };
  }
  if (url === '/metrics') return { status: 200, body: metrics(health) };
  return { status: 404, body: 'There is /healthz, /readyz and /metrics.\n' };
};

const metrics = ({ connected, store }: Health): string => {
  const outbox = Object.entries(store.outboxCounts()).map(
    ([state, count]) => `mopac_outbox_messages{state="${state}"} ${count}`,
  );
  return [
    '# HELP mopac_slack_connections Live connections to Slack.',
    '# TYPE mopac_slack_connections gauge',
    `mopac_slack_connections ${connected()}`,
    '# HELP mopac_outbox_messages Queued messages by state.',
    '# TYPE mopac_outbox_messages gauge',
    ...outbox,
    '',
  ].join('\n');
};
