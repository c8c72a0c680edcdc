/**
 * Bundles the service's programs.
 *
 * `node bot/build.mjs` writes `bot/dist`: the policy goes in, npm packages stay outside and are loaded from
 * `node_modules`. `node bot/build.mjs --host [FOLDER]` writes what an app host is given, `bot/dist/host` unless named:
 * the programs with every package in them and the built tab beside them, to be run by `node main.mjs` alone.
 */
import { existsSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const TAB = fileURLToPath(new URL('../tab/dist', import.meta.url));

const BOTH = {
  absWorkingDir: here,
  entryPoints: { main: 'src/main.ts', provision: 'src/provision.ts', import: 'src/import-cli.ts' },
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
};

async function forHere() {
  const manifest = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
  const packages = Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@owls/'));
  await build({
    ...BOTH,
    outdir: 'dist',
    sourcemap: true,
    external: packages.flatMap((name) => [name, `${name}/*`]),
  });
}

async function forHost(folder) {
  if (!existsSync(join(TAB, 'index.html'))) throw new Error('The tab is not built yet: npm run build does both.');
  await rm(folder, { recursive: true, force: true });
  await build({
    ...BOTH,
    outdir: folder,
    // Some packages are CommonJS and ask for Node's own modules by `require`, which an ES module has not by itself.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module';\nconst require = requireFor(import.meta.url);",
    },
    // Names stay as they are, so that a stack trace in the host's log can be read without a map.
    minifySyntax: true,
    minifyWhitespace: true,
  });
  await cp(TAB, join(folder, 'tab'), { recursive: true, filter: (source) => !source.endsWith('.built') });
}

const [asked, folder = 'dist/host'] = process.argv.slice(2);
if (asked === '--host') await forHost(resolve(here, folder));
else await forHere();
