import { defineConfig } from 'vitest/config';

/** Logic runs in plain Node; `*.browser.test.ts` start a real browser over the gallery and need longer. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
