import { mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/**
 * For `npm run mutate`. Tests that live through whole years touch nearly every line and would be run for nearly every
 * change, and properties try fewer examples: the score can only be lower than it is. Nothing of the policy keeps
 * anything between tests, so that they can share their modules, which is most of the time. MUTATION_TESTS: which tests.
 */
const mutation = mergeConfig(config, {
  test: {
    isolate: false,
    exclude: ['src/duties/{asking,task-duties}.test.ts', 'src/examples/{any-trust,county}.test.ts'],
    setupFiles: ['vitest.mutation.setup.ts'],
  },
});

if (process.env.MUTATION_TESTS !== undefined) mutation.test.include = [process.env.MUTATION_TESTS];

export default mutation;
