/**
 * Bundles the local programs into `e2e/dist`: starting everything locally, the play, what the policy says, and what it costs. The policy goes in, npm packages
 * stay outside. Run as `node e2e/build.mjs`.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const manifest = JSON.parse(await readFile(`${here}package.json`, 'utf8'));
const packages = Object.keys(manifest.dependencies).filter((name) => !name.startsWith('@owls/'));

await build({
  absWorkingDir: here,
  entryPoints: {
    start: 'local/start-cli.ts',
    play: 'play/play-cli.ts',
    policy: 'policy/policy-cli.ts',
    bench: 'bench/bench-cli.ts',
  },
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
