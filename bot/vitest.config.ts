import { defineConfig } from 'vitest/config';

/** Run through `test/run-with-sandbox.mjs`: most of these tests need the local Microsoft 365. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One sandbox, one clock and one list of ordered faults for all files: they take turns.
    fileParallelism: false,
  },
});
