import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchSlack } from './slack.ts';

export type Transport = 'http' | 'socket';
export type Program = 'mopac' | 'no-op';

/** What every measurement needs. */
export interface Bench {
  readonly slack: BenchSlack;
  /** The database MOPAC runs on. */
  readonly database: string;
  /** One with as many figures as a council has in some years. */
  readonly small: string;
  /** What the app that does nothing acks, as JSON; a line of text where this is left out. */
  readonly answer?: string;
}

/** An app under measurement: a process of its own, connected to the bench's Slack. */
export interface Running {
  readonly program: Program;
  readonly transport: Transport;
  readonly port: number;
  readonly appToken: string;
  /** Resident memory in MiB; null where the system does not tell. */
  memory(): number | null;
  /** Processor time of all its threads until now, in milliseconds; null where the system does not tell. */
  processorMs(): number | null;
  stop(): Promise<void>;
}

/** While the example's first quarter is open, so that its figures are what "now" asks about. */
export const NOW = '2015-07-20T10:00';
export const SIGNING_SECRET = 'bench-signing-secret-0123456789ab';

const ENTRY: Readonly<Record<Program, readonly string[]>> = {
  mopac: [fileURLToPath(new URL('../src/launch.js', import.meta.url)), 'start'],
  'no-op': [fileURLToPath(new URL('./no-op-app.ts', import.meta.url))],
};
const STOP_PATIENCE_MS = 15_000;

let launched = 0;

/** Starts a process; it may not be listening yet. Its complaints are kept and shown if it dies. */
export const launch = async (
  { slack, database, answer }: Bench,
  program: Program,
  transport: Transport,
): Promise<Running> => {
  launched += 1;
  const port = transport === 'http' ? await freePort() : 0;
  const appToken = `xapp-bench-${launched}`;
  const child = spawn(process.execPath, [...ENTRY[program]], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...searchPath(),
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_API_URL: slack.apiUrl,
      MOPAC_DATABASE: database,
      MOPAC_CLOCK: NOW,
      ...(answer === undefined ? {} : { BENCH_ANSWER: answer }),
      MOPAC_LOG_LEVEL: 'error',
      // MOPAC keeps what V8 made of its sources between starts; its floor is given the same.
      NODE_COMPILE_CACHE: join(tmpdir(), 'mopac-bench-compile-cache'),
      ...(transport === 'http'
        ? { SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: String(port) }
        : { SLACK_APP_TOKEN: appToken }),
    },
  });
  let complaints = '';
  let stopping = false;
  child.stderr.on('data', (data) => {
    complaints = (complaints + String(data)).slice(-4_000);
  });
  child.once('exit', (code) => {
    if (stopping) return;
    // Whoever waits for its answer would wait for ever.
    process.stderr.write(`The ${program} process ended by itself (${code}).\n${complaints}\n`);
    process.exit(1);
  });
  return {
    program,
    transport,
    port,
    appToken,
    memory: () => residentMiB(child.pid),
    processorMs: () => processorMs(child.pid),
    stop: async () => {
      stopping = true;
      await stopped(child);
    },
  };
};

/** All that an app gets of our own environment. */
export const searchPath = (): { readonly PATH?: string } => {
  const { PATH } = process.env;
  return PATH === undefined ? {} : { PATH };
};

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
  clearTimeout(impatience);
};

const residentMiB = (pid: number | undefined): number | null => {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return null;
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(path, 'utf8'))?.[1];
  return kib === undefined ? null : Number(kib) / 1024;
};

const processorMs = (pid: number | undefined): number | null => {
  const threads = `/proc/${pid}/task`;
  if (!existsSync(threads)) return null;
  const nanoseconds = readdirSync(threads).map((thread) =>
    Number(readFileSync(join(threads, thread, 'schedstat'), 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1_000_000;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
