/**
 * `npm test`: installs what is missing, a browser included, checks the code and runs every test. Its last line is
 * `N passed, N failed`. What was on the wire is left in test-results/exchanges.jsonl, each card shown in cards.jsonl,
 * and both by suite beside them.
 * `npm test -- policy` runs one suite alone.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, ROOT } from './install.mjs';

install();
const { browser } = await import('./browser.mjs');
const { build } = await import('./build.mjs');

const RESULTS = join(ROOT, 'test-results');
const bin = (path) => join(ROOT, 'node_modules', path);
const TSC = bin('typescript/bin/tsc');
const VITEST = bin('vitest/vitest.mjs');

/** Checks that pass or fail as one. */
const CHECKS = [
  {
    name: 'format and lint',
    args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '--error-on-warnings', '.'],
  },
  ...['policy', 'bot', 'tab', 'sandbox', 'sandbox/page', 'e2e'].map((room) => ({
    name: `types of ${room}`,
    args: [TSC, '-p', room],
  })),
  {
    name: 'dependency directions',
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.json',
      'policy/src',
      'bot/src',
      'tab/src',
      'sandbox/src',
      'sandbox/page',
      'e2e',
    ],
  },
  { name: 'unused code', args: [bin('knip/bin/knip.js')] },
];

/** Suites of tests; `args` run Vitest in a room, with a sandbox round it where the room needs one. */
const SUITES = [
  { name: 'policy', args: [VITEST, 'run', '--root', 'policy'] },
  { name: 'sandbox', args: [VITEST, 'run', '--root', 'sandbox'] },
  { name: 'bot', args: ['bot/test/run-with-sandbox.mjs'] },
  { name: 'tab', args: [VITEST, 'run', '--root', 'tab'] },
  { name: 'e2e', args: [VITEST, 'run', '--root', 'e2e'] },
];

function run(args, env = {}, quiet = false) {
  return new Promise((resolve) => {
    const said = [];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    child.stdout?.on('data', (part) => said.push(part));
    child.stderr?.on('data', (part) => said.push(part));
    child.on('exit', (code) => resolve({ ok: code === 0, said: Buffer.concat(said).toString() }));
  });
}

/** Passed and failed tests of a suite, from Vitest's own report; a suite that left none has failed. */
function counted(report, ok) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, failed: failed === 0 && !ok ? 1 : failed };
}

function gather(kind) {
  const into = join(RESULTS, `${kind}.jsonl`);
  writeFileSync(into, '');
  for (const name of readdirSync(RESULTS).filter((file) => file.endsWith(`.${kind}.jsonl`))) {
    appendFileSync(into, readFileSync(join(RESULTS, name)));
  }
}

const asked = process.argv.slice(2);
const wanted = ({ name }) => asked.length === 0 || asked.some((word) => name.includes(word));
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const total = { passed: 0, failed: 0 };
const failures = [];

try {
  await build();
  const CHROMIUM_PATH = await browser();
  for (const check of CHECKS.filter(wanted)) {
    const { ok, said } = await run(check.args, {}, true);
    console.log(`${ok ? '✓' : '✗'} ${check.name}`);
    if (!ok) {
      console.log(said);
      failures.push(check.name);
    }
    total[ok ? 'passed' : 'failed'] += 1;
  }
  for (const suite of SUITES.filter(wanted)) {
    console.log(`\n${suite.name}`);
    const report = join(RESULTS, `${suite.name}.report.json`);
    const { ok } = await run([...suite.args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
      CHROMIUM_PATH,
      SANDBOX_RECORD: join(RESULTS, `${suite.name}.exchanges.jsonl`),
      SANDBOX_RECORD_CARDS: join(RESULTS, `${suite.name}.cards.jsonl`),
    });
    const { passed, failed } = counted(report, ok);
    if (failed > 0) failures.push(suite.name);
    total.passed += passed;
    total.failed += failed;
  }
} catch (error) {
  console.error(error.message);
  total.failed += 1;
}
gather('exchanges');
gather('cards');
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
