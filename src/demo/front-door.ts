import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one address of the demo, which stays while workspaces come and go behind it. */
export interface FrontDoor {
  readonly address: string;
  close(): Promise<void>;
}

/** Where the local workspace is looked for first: see the documentation of `SLACK_API_URL`. */
const USUAL_PORT = 3999;

/** Opens the door on loopback: on the usual port, or on any free one when that is taken. */
export const openFrontDoor = async (
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  wanted: number = USUAL_PORT,
): Promise<FrontDoor> => {
  const http = createServer(handle);
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      http.once('error', reject);
      http.listen(port, '127.0.0.1', () => {
        http.off('error', reject);
        resolve();
      });
    });
  await listen(wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(0);
  });
  return {
    address: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
};
