import { schedule } from 'node-cron';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startHeartbeat } from '../../src/schedule/heartbeat.ts';

const MINUTE = 60_000;
const QUIET = { warn: () => undefined, error: () => undefined };

/** The instants (UTC) at which London's clocks change: the last Sunday of March and October, 01:00. */
const TRANSITIONS = Array.from({ length: 10 }, (_, index) => 2025 + index).flatMap((year) =>
  [2, 9].map((month) => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
  }),
);

/** The minutes in which a schedule ticks from two hours before a transition to two hours after it. */
const ticksAround = async (
  transition: number,
  start: (tick: () => void) => { readonly stop: () => void },
): Promise<readonly number[]> => {
  vi.useFakeTimers({ now: transition - 120 * MINUTE - 1_000 });
  onTestFinished(() => void vi.useRealTimers());
  const ticks: number[] = [];
  const { stop } = start(() => ticks.push(Math.floor(Date.now() / MINUTE)));
  await vi.advanceTimersByTimeAsync(240 * MINUTE);
  stop();
  return ticks;
};

const minutesAround = (transition: number): readonly number[] =>
  Array.from({ length: 240 }, (_, index) => transition / MINUTE - 120 + index);

test('it beats in every minute of every night on which the clocks change, 2025 to 2034, once', async () => {
  expect(TRANSITIONS).toHaveLength(20);
  for (const transition of TRANSITIONS) {
    const ticks = await ticksAround(transition, (tick) => startHeartbeat(tick, QUIET));
    expect(ticks, new Date(transition).toISOString()).toEqual(minutesAround(transition));
  }
});

test('the control: on London’s own clock the same schedule leaves out an hour', async () => {
  const [, october = 0] = TRANSITIONS;
  const ticks = await ticksAround(october, (tick) => {
    const task = schedule('* * * * *', () => tick(), { timezone: 'Europe/London' });
    return { stop: () => void task.destroy() };
  });
  expect(ticks.length).toBeLessThan(200);
});

test('stopped, it beats no more', async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 9) - 1_000 });
  onTestFinished(() => void vi.useRealTimers());
  let beats = 0;
  startHeartbeat(() => {
    beats += 1;
  }, QUIET).stop();
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(beats).toBe(0);
});

test('a beat that was missed, as by a machine that slept, is said in the log and nowhere else', async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 9) - 1_000 });
  const terminal = vi.spyOn(console, 'warn');
  onTestFinished(() => {
    terminal.mockRestore();
    vi.useRealTimers();
  });
  const said: string[] = [];
  const log = { ...QUIET, warn: (words: string) => void said.push(words) };
  let beats = 0;
  const { stop } = startHeartbeat(() => {
    beats += 1;
  }, log);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  vi.setSystemTime(Date.now() + 5 * MINUTE);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  stop();
  expect(said.join()).toMatch(/^the heartbeat: missed execution/);
  expect(terminal).not.toHaveBeenCalled();
  expect(beats, 'it goes on afterwards').toBeGreaterThan(2);
});
