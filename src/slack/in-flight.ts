import type { App } from '@slack/bolt';

/** Counts the deliveries being worked on, so that a stop can wait for them. */
export const trackInFlight = (app: App): { idle(): Promise<void> } => {
  let count = 0;
  let waiting: Array<() => void> = [];
  app.use(async ({ next }) => {
    count += 1;
    try {
      await next();
    } finally {
      count -= 1;
      if (count === 0) {
        for (const resolve of waiting) resolve();
        waiting = [];
      }
    }
  });
  return {
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
};
