import { defineConfig } from 'vitest/config';

// Apart from the other tests, because it needs a browser on the machine.
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
