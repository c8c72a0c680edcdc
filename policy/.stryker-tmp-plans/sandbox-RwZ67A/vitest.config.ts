// @ts-nocheck
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'policy',
    // Properties over weeks of askings take their time on a busy machine.
    testTimeout: 20_000,
    include: ['src/**/*.test.ts'],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/**/*.test.ts', 'src/**/*.examples.ts'] },
  },
});
