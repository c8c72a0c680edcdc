import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'policy',
    include: ['src/**/*.test.ts'],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/**/*.test.ts', 'src/**/*.examples.ts'] },
  },
});
