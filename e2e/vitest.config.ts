import { defineConfig } from 'vitest/config';

/** Each file starts the whole product on a sandbox of its own, one file after the other. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
