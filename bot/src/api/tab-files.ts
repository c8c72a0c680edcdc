import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Config } from '../config.ts';
import { tabInTeams } from '../tab-link.ts';

/** Names with a hash of their content, as the tab's build writes them: they never change. */
const HASHED = /-[\w-]{8,}\.\w+$/;

/**
 * The tab's built files under `/tab`. Its page is told by whom it may be framed besides Microsoft, and where in Teams it
 * is; every other path
 * without a file is the same page, which finds its own way.
 */
export function tabFiles(directory: string, config: Pick<Config, 'parentOrigins' | 'teamsAppId'>): Hono {
  const files = new Hono();
  const page = pageOf(directory, { parentOrigins: config.parentOrigins, teamsTab: tabInTeams(config) });
  files.use('/tab/*', compress());
  files.use('/tab/assets/*', async (c, next) => {
    await next();
    const isForGood = c.res.ok && HASHED.test(c.req.path);
    c.header('Cache-Control', isForGood ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  files.use(
    '/tab/assets/*',
    serveStatic({ root: directory, rewriteRequestPath: (path) => path.replace(/^\/tab/, '') }),
  );
  files.get('/tab/assets/*', (c) => c.text('Not found.', 404));
  files.get('/tab', (c) => c.redirect('/tab/', 308));
  files.get('/tab/*', async (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.html(await page());
  });
  return files;
}

/** The page with its configuration as a block of data, which the content security policy lets stand. */
function pageOf(directory: string, told: object): () => Promise<string> {
  // `<` can't end the script element from inside a string.
  const config = JSON.stringify(told).replaceAll('<', '\\u003c');
  const block = `<script id="owls-config" type="application/json">${config}</script>`;
  let made: string | undefined;
  return async () => {
    made ??= (await readFile(join(directory, 'index.html'), 'utf8'))
      .replace(/<script id="owls-config"[^>]*>[\s\S]*?<\/script>\s*/, '')
      .replace('</head>', `${block}</head>`);
    return made;
  };
}
