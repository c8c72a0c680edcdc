/** `npm run bench`: builds what is stale and measures. */
import { build } from './build.mjs';
import { install } from './install.mjs';

install();
try {
  await build((line) => console.error(line));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../e2e/dist/bench.mjs');
