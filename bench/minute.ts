import { Temporal } from 'temporal-polyfill';
import { beat } from '../src/application/beat.ts';
import { readInstant } from '../src/clock.ts';
import { openStore } from '../src/store/open.ts';
import { NOW } from './processes.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** How long the bot answers nobody because it looks for what is due. */
export interface MinuteTimes {
  /** The first minute on a record with years of closed quarters, each gone through once. */
  readonly firstMs: number;
  /** Every minute after that. */
  readonly milliseconds: Spread;
}

const MINUTES = 30;

export const timeMinutes = (database: string): MinuteTimes => {
  const store = openStore(database);
  try {
    let now = readInstant(NOW) ?? Temporal.Now.instant();
    const minute = (): number => {
      now = now.add({ minutes: 1 });
      const at = now;
      const start = performance.now();
      beat({ store, clock: { now: () => at } });
      return performance.now() - start;
    };
    const firstMs = minute();
    return { firstMs, milliseconds: spreadOf(Array.from({ length: MINUTES }, minute)) };
  } finally {
    store.close();
  }
};
