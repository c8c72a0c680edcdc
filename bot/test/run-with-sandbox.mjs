/**
 * Runs the service's tests against a local Microsoft 365: `node bot/test/run-with-sandbox.mjs [what vitest takes]`.
 *
 * Builds the sandbox's program, starts it on a state of its own in a temporary folder, and runs vitest with
 * - `NODE_EXTRA_CA_CERTS`: the authority that signed the sandbox's certificates (Node reads it only when it starts,
 *   which is why tests can't start a sandbox themselves);
 * - `SANDBOX_ENTRA`, `SANDBOX_GRAPH`, `SANDBOX_CONNECTOR`, `SANDBOX_PAGE`: its addresses, the last with the control API.
 *
 * All tests share one tenant and one clock, which only goes forward: `SANDBOX_CLOCK` (2026-11-23T09:00:00Z unless set)
 * is where it begins. Each test file makes a site, an application and people of its own by `test/tenant.ts`, so that
 * files don't see each other's rows. Faults are the sandbox's, not a site's: name your own site's or list's path in them.
 *
 * `SANDBOX_RECORD` and `SANDBOX_RECORD_CARDS` name files for what was on the wire and for the cards that were shown.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const bot = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(bot);
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

async function built() {
  const build = spawn(process.execPath, [join(root, 'sandbox/build.mjs'), '--program-only'], { stdio: 'inherit' });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`The sandbox could not be built (${code}).`);
}

function startSandbox(stateDir) {
  const { SANDBOX_RECORD: record, SANDBOX_RECORD_CARDS: cards } = process.env;
  const args = ['--state', stateDir, '--ports', '0,0,0,0'];
  if (record) args.push('--record', record);
  if (cards) args.push('--record-cards', cards);
  return spawn(process.execPath, [join(root, 'sandbox/dist/main.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SANDBOX_CLOCK: process.env.SANDBOX_CLOCK || '2026-11-23T09:00:00Z' },
  });
}

async function ready(sandbox) {
  for await (const line of createInterface({ input: sandbox.stdout })) {
    const said = JSON.parse(line);
    if (said.ready) return said;
  }
  throw new Error('The sandbox ended before it was ready.');
}

async function test(doors) {
  const env = {
    ...process.env,
    NODE_EXTRA_CA_CERTS: doors.ca,
    SANDBOX_ENTRA: doors.entra,
    SANDBOX_GRAPH: doors.graph,
    SANDBOX_CONNECTOR: doors.connector,
    SANDBOX_PAGE: doors.page,
  };
  const args = [vitest, 'run', '--root', bot, ...process.argv.slice(2)];
  const run = spawn(process.execPath, args, { stdio: 'inherit', env });
  const [code] = await once(run, 'exit');
  return code ?? 1;
}

async function stopped(sandbox) {
  if (sandbox.exitCode !== null) return;
  sandbox.kill('SIGTERM');
  await once(sandbox, 'exit');
}

await built();
const stateDir = await mkdtemp(join(tmpdir(), 'owls-sandbox-'));
const sandbox = startSandbox(stateDir);
try {
  process.exitCode = await test(await ready(sandbox));
} finally {
  await stopped(sandbox);
  await rm(stateDir, { recursive: true, force: true });
}
