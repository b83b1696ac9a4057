import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';

/** What stands between the bot and Slack's Web API: a network that can fail, an answer of its own. */
export interface Relay {
  readonly apiUrl: string;
  /** From now on this method is answered so, whatever the workspace would say. */
  answer(method: string, body: object): void;
  /** From now on every call is cut before it arrives. */
  cut(on: boolean): void;
}

export const relayTo = async (workspace: Workspace): Promise<Relay> => {
  const answers = new Map<string, object>();
  let isCut = false;
  const server = createServer((asked, response) => {
    if (isCut) return void asked.socket.destroy();
    const method = asked.url?.split('/').at(-1) ?? '';
    const answer = answers.get(method);
    if (answer === undefined) return passOn(workspace.apiUrl, asked, response);
    return void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    answer: (method, body) => void answers.set(method, body),
    cut: (on) => {
      isCut = on;
    },
  };
};

const passOn = (apiUrl: string, asked: IncomingMessage, response: ServerResponse): void => {
  const { hostname, port } = new URL(apiUrl);
  const { url = '', method = 'POST', headers } = asked;
  const call = request({ hostname, port, path: url, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  call.on('error', () => response.destroy());
  asked.pipe(call);
};
