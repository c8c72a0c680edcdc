import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

/** Names with a hash of their content, as the tab's build writes them: they never change. */
const HASHED = /-[\w-]{8,}\.\w+$/;

/**
 * The tab's built files under `/tab`. Its page is told by whom it may be framed besides Microsoft; every other path
 * without a file is the same page, which finds its own way.
 */
export function tabFiles(directory: string, parentOrigins: readonly string[]): Hono {
  const files = new Hono();
  const page = pageOf(directory, parentOrigins);
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
function pageOf(directory: string, parentOrigins: readonly string[]): () => Promise<string> {
  // `<` can't end the script element from inside a string.
  const config = JSON.stringify({ parentOrigins }).replaceAll('<', '\\u003c');
  const block = `<script id="owls-config" type="application/json">${config}</script>`;
  let made: string | undefined;
  return async () => {
    made ??= (await readFile(join(directory, 'index.html'), 'utf8'))
      .replace(/<script id="owls-config"[^>]*>[\s\S]*?<\/script>\s*/, '')
      .replace('</head>', `${block}</head>`);
    return made;
  };
}
