/** Builds what is older than its sources: the service, the tab, the sandbox with its page, and the local programs. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, ROOT } from './install.mjs';

const node = (script) => [process.execPath, [join(ROOT, script)]];
const vite = (dir) => [
  process.execPath,
  [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', join(ROOT, dir), '--logLevel', 'warn'],
];

/** Each product: what it is made from, the file that says when it was made, and how. */
const PRODUCTS = [
  {
    name: 'service',
    from: ['bot/src', 'bot/build.mjs', 'policy/src'],
    mark: 'bot/dist/.built',
    make: node('bot/build.mjs'),
  },
  {
    name: 'tab',
    from: ['tab/src', 'tab/index.html', 'tab/vite.config.ts', 'policy/src'],
    mark: 'tab/dist/.built',
    make: vite('tab'),
  },
  {
    name: 'sandbox',
    from: ['sandbox/src', 'sandbox/build.mjs'],
    mark: 'sandbox/dist/.built',
    make: node('sandbox/build.mjs'),
  },
  { name: 'sandbox page', from: ['sandbox/page'], mark: 'sandbox/dist/page/.built', make: vite('sandbox/page') },
  {
    name: 'local programs',
    from: ['e2e/local', 'e2e/trusts', 'e2e/play', 'e2e/policy', 'e2e/bench', 'e2e/build.mjs', 'policy/src'],
    mark: 'e2e/dist/.built',
    make: node('e2e/build.mjs'),
  },
];

/** What an app host is given. It holds the tab, so it comes last; nothing that runs here needs it. */
const HOST = {
  name: 'host package',
  from: ['bot/src', 'bot/build.mjs', 'policy/src', 'tab/dist/.built', 'package-lock.json'],
  mark: 'bot/dist/.host-built',
  make: [process.execPath, [join(ROOT, 'bot/build.mjs'), '--host']],
};

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    stat.mtimeMs,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules' && name !== 'dist')
      .map((name) => newest(join(path, name))),
  );
}

const fresh = ({ from, mark }) => {
  const made = join(ROOT, mark);
  return existsSync(made) && from.every((source) => newest(join(ROOT, source)) <= statSync(made).mtimeMs);
};

const make = (product) =>
  new Promise((resolve, reject) => {
    const [command, args] = product.make;
    const said = [];
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Error(`The ${product.name} could not be built:\n${Buffer.concat(said)}`));
      writeFileSync(join(ROOT, product.mark), '');
      resolve();
    });
  });

/** Builds what is stale, one after the other; says what. */
export async function build(tell = (line) => console.log(line), products = PRODUCTS) {
  for (const product of products) {
    if (fresh(product)) continue;
    tell(`Building the ${product.name} …`);
    await make(product);
  }
}

if (process.argv[1] !== undefined && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') {
  install();
  await build(undefined, [...PRODUCTS, HOST]);
}
