/**
 * Bundles the service's programs into `bot/dist`: the policy goes in, npm packages stay outside and are loaded from
 * `node_modules`. Run as `node bot/build.mjs`.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const manifest = JSON.parse(await readFile(`${here}package.json`, 'utf8'));
const packages = Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@owls/'));

await build({
  absWorkingDir: here,
  entryPoints: { main: 'src/main.ts', provision: 'src/provision.ts', import: 'src/import-cli.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  external: packages.flatMap((name) => [name, `${name}/*`]),
  logLevel: 'warning',
});
