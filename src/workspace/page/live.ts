import type { ServerResponse } from 'node:http';
import type { Inspector } from '../inspector.ts';

/** Many changes come together; one word about them is enough. */
const GATHER_MS = 40;

/** Tells open pages that something changed, by server-sent events. */
export interface Live {
  attach(response: ServerResponse): void;
  /** Hangs up on every page. */
  close(): void;
}

/** Rings every attached page soon after anything in the workspace changed. */
export function createLive(inspector: Inspector, generation: string): Live {
  const pages = new Set<ServerResponse>();
  let telling = false;
  const tell = () => {
    telling = false;
    for (const page of pages) page.write(`data: ${generation}\n\n`);
  };
  inspector.subscribe(() => {
    if (telling || pages.size === 0) return;
    telling = true;
    setTimeout(tell, GATHER_MS).unref();
  });
  return {
    attach(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write(`retry: 300\ndata: ${generation}\n\n`);
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    close() {
      for (const page of pages) page.end();
    },
  };
}
