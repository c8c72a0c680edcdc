/** `npm start`: installs and builds what is missing, then runs the local Microsoft 365 with the product on it. */
import { build } from './build.mjs';
import { install } from './install.mjs';

install();
try {
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../e2e/dist/start.mjs');
