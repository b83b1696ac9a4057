import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { BOT_USER_ID } from '../../src/workspace/identity.ts';
import {
  startWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/workspace/workspace.ts';

export const PRIYA = 'U0PRIYA001';
export const OWEN = 'U0OWEN0001';
export const PUBLIC_ROOM = 'C0SAFER001';
export const OTHER_ROOM = 'C0OTHER001';

/** Starts a small workspace that is closed when the test ends. */
export async function workspaceFor(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const workspace = await startWorkspace({
    people: [
      { id: PRIYA, name: 'Priya Shah', email: 'priya@example.org' },
      { id: OWEN, name: 'Owen Reed', email: 'owen@example.org', guest: 'multi' },
      { id: 'U0LEAVER01', name: 'Lee Verne', email: 'lee@example.org', deleted: true },
      { id: 'U0CONNECT1', name: 'Connie', email: 'connie@partner.example', external: true },
    ],
    channels: [
      { id: PUBLIC_ROOM, name: 'safer-communities', members: [PRIYA, OWEN, BOT_USER_ID] },
      { id: OTHER_ROOM, name: 'other', members: [PRIYA] },
      { id: 'C0SECRET01', name: 'secret', members: [OWEN], private: true },
      { id: 'C0OLDROOM1', name: 'old', members: [PRIYA, BOT_USER_ID], archived: true },
    ],
    ...options,
  });
  onTestFinished(() => workspace.close());
  return workspace;
}

/** A real Bolt app on Socket Mode, stopped when the test ends. */
export async function socketBot(
  workspace: Workspace,
  listen: (app: App) => void,
  clientPingTimeout = 200,
): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: workspace.appToken,
    logger: silent,
    installerOptions: { clientOptions: clientOptionsOf(workspace) },
    clientPingTimeout,
  });
  const app = appOn(workspace, receiver);
  listen(app);
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

/** A real Bolt app that listens for Slack's HTTP requests. */
export async function httpBot(workspace: Workspace, listen: (app: App) => void): Promise<App> {
  const receiver = new HTTPReceiver({
    signingSecret: workspace.signingSecret,
    port: 0,
    logger: silent,
    unhandledRequestTimeoutMillis: 60_000,
  });
  const app = appOn(workspace, receiver);
  listen(app);
  const server = await receiver.start(0);
  onTestFinished(async () => {
    server.closeAllConnections();
    await receiver.stop();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  workspace.setHttpTarget(`http://127.0.0.1:${port}/slack/events`);
  return app;
}

/** Refusals are what these tests are about, so the libraries need not report them. */
const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  setName: () => undefined,
  getLevel: () => LogLevel.ERROR,
};

export function clientOptionsOf(workspace: Workspace) {
  return { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 }, logger: silent };
}

/** What Slack says about a call it refuses; any other failure fails the test. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return error.data;
    throw error;
  }
  return 'not refused';
}

function appOn(workspace: Workspace, receiver: SocketModeReceiver | HTTPReceiver): App {
  return new App({
    token: workspace.botToken,
    receiver,
    convoStore: false,
    logger: silent,
    clientOptions: clientOptionsOf(workspace),
  });
}

export const words = (text: string) => ({ type: 'plain_text', text }) as const;

/** A modal with one text input, the number of the outcome in its metadata. */
export function figuresModal(title = 'Figures'): ModalView {
  return {
    type: 'modal',
    callback_id: 'figures',
    title: words(title),
    submit: words('Submit'),
    private_metadata: '2.4',
    blocks: [
      {
        type: 'input',
        block_id: 'rate',
        label: words('Engagement rate'),
        element: { type: 'plain_text_input', action_id: 'value', max_length: 10 },
      },
    ],
  };
}
