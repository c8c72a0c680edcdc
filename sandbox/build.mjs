// Builds the sandbox: its program into dist/main.mjs, and its page into dist/page.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
await build({
  entryPoints: [join(here, 'src/main.ts')],
  outfile: join(here, 'dist/main.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
const pageConfig = join(here, 'page/vite.config.ts');
if (existsSync(pageConfig) && !process.argv.includes('--program-only')) {
  const vite = await import('vite');
  await vite.build({
    configFile: pageConfig,
    root: dirname(pageConfig),
    logLevel: 'warn',
    build: { outDir: join(here, 'dist/page'), emptyOutDir: true },
  });
}
