// @ts-nocheck
import { mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/**
 * For `npm run mutate`. Tests that live through whole years touch nearly every line and would be run for nearly every
 * change; without them the score can only be lower than it is.
 */
export default mergeConfig(config, {
  test: {
    exclude: ['src/duties/{asking,task-duties}.test.ts', 'src/examples/{any-trust,county}.test.ts'],
  },
});
