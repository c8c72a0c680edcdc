/** What `npm start` runs: everything locally, on the sample trust, until Ctrl-C. `--fresh` begins anew. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';
import { forget, type Local, launch } from './launch.ts';
import { runningOn } from './running.ts';
import { populateSample } from './sample.ts';
import { steps } from './steps.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STATE = join(ROOT, '.sandbox');
const POPULATED = join(STATE, 'populated.json');

const asked = new Set(process.argv.slice(2).filter((word) => word !== '--'));
if (asked.has('--help') || [...asked].some((word) => word !== '--fresh')) {
  console.log(
    'npm start               go on where you left off\nnpm start -- --fresh    forget everything and begin anew',
  );
  process.exit(asked.has('--help') ? 0 : 2);
}

async function main(): Promise<void> {
  const running = await runningOn(STATE);
  if (running !== undefined) {
    console.log(`It is running already: ${running}`);
    if (asked.has('--fresh')) {
      console.error('To begin anew, stop it first (Ctrl-C where it runs).');
      process.exit(1);
    }
    return;
  }
  if (asked.has('--fresh')) forget(STATE);
  mkdirSync(STATE, { recursive: true });
  const told = steps();
  let local: Local | undefined;
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    told.done();
    console.log('\nStopping …');
    await local?.stop();
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  process.on('SIGHUP', () => void end(0));

  try {
    local = await launch({
      root: ROOT,
      stateDir: STATE,
      trust: SAMPLE_TRUST,
      envDir: join(ROOT, 'env'),
      tell: told.tell,
    });
    if (!existsSync(POPULATED)) {
      await populateSample(local, told.tell);
      writeFileSync(POPULATED, JSON.stringify({ at: new Date().toISOString() }));
    }
  } catch (error) {
    told.done();
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return end(1);
  }
  told.done();
  console.log(`
  OWLS School Improvement is running.

    ${local.control.page}

  Choose who you are there. Everything is kept between starts; "npm start -- --fresh" begins anew.
  Ctrl-C stops it.
`);
  const { sandbox, bot } = local.processes;
  const fallen = await Promise.race([sandbox.ended.then(() => sandbox), bot.ended.then(() => bot)]);
  if (!ending) {
    console.error(`The ${fallen.name} stopped by itself; ${join(STATE, 'logs', `${fallen.name}.log`)} says why.`);
    await end(1);
  }
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
