/** `npm run policy`: checks a policy, shows a year's meetings, and compares policies. Files are named from where you stand. */
import { build } from './build.mjs';
import { install } from './install.mjs';

install();
try {
  await build((line) => console.error(line));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import('../e2e/dist/policy.mjs');
