import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** The files that start processes and wait for sockets go first, so that none of them is waited for alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const waits = ({ moduleId }: (typeof files)[number]): number =>
      ['/test/faults/', '/test/bot/'].filter((folder) => moduleId.includes(folder)).length;
    return (await super.sort(files)).sort((a, b) => waits(b) - waits(a));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    environment: 'node',
    // Half of a test's time here is waiting, so even two cores take two at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Files share their modules, which costs a third less than loading them anew for each. Nothing of
    // ours keeps state in a module that a test could leave behind.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Only what hangs should ever meet these, however busy the machine is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
