import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAsShipped, startBrowser } from './browser.ts';
import { scratch } from './scratch.ts';

/** A page around the tab that answers as Teams does: the messages teams-js 2.58 sends, and what it expects back. */
const HOST = `<!doctype html><title>Host</title><body style="margin:0">
<script>
  const query = new URLSearchParams(location.search);
  window.heard = [];
  window.tokens = 0;
  window.addEventListener('message', ({ data, source, origin }) => {
    if (!data || typeof data.func !== 'string') return;
    window.heard.push(data.func);
    // On the wire the context is flat, as it was before teams-js 2; teams-js makes the nested one of it.
    const context = {
      theme: query.get('theme') || 'default',
      locale: 'en-gb',
      sessionId: 's',
      hostName: 'Teams',
      hostClientType: 'web',
      frameContext: query.get('chat') ? 'sidePanel' : 'content',
      ...(query.get('chat') ? { chatId: query.get('chat'), meetingId: 'MCMx' } : {}),
      entityId: 'overview',
      subEntityId: query.get('place') || '',
      userObjectId: 'me',
      tid: 't',
    };
    const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} });
    const answers = {
      initialize: () => [context.frameContext, 'web', runtime, '2.58.0'],
      getContext: () => [context],
      'authentication.getAuthToken': () => {
        window.tokens += 1;
        return query.get('refuse') ? [false, query.get('refuse')] : [true, 'token-' + window.tokens];
      },
    };
    const answer = answers[data.func];
    if (answer) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, uuid: data.uuid, args: answer() }, origin);
  });
</script>
<iframe id="tab" style="width:1200px;height:800px;border:0"></iframe>
<script>document.getElementById('tab').src = '/tab/?theme=' + (query.get('theme') || 'default');</script>`;

const ME = {
  person: { id: 'me', name: 'Robin Fielding', email: 'robin@trust.example', roles: [] },
  trust: 'OWLS Academy Trust',
  now: '2026-12-10T15:42:00Z',
  halfTerm: undefined,
  ownSchools: [],
  may: { 'school.read': true },
};

let browser: Browser;
let server: PreviewServer;
let directory: string;
let origin: string;

beforeAll(async () => {
  directory = scratch('tab-build');
  const configFile = resolve(import.meta.dirname, '../vite.config.ts');
  await buildAsShipped({ configFile, build: { outDir: directory } });
  server = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir: directory },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The tab has no port.');
  origin = `http://127.0.0.1:${address.port}`;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A page that hosts the tab; `bearers` collects what the tab's API was asked with. */
async function hosted(query: string, answer = (_bearer: string) => ({ status: 200, body: ME as unknown })) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  page.setDefaultTimeout(20_000);
  const bearers: string[] = [];
  await page.route('**/host.html*', (route) => route.fulfill({ contentType: 'text/html', body: HOST }));
  await page.route('https://**', (route) => route.abort());
  await page.route('**/api/**', async (route) => {
    const bearer = route.request().headers().authorization ?? '';
    bearers.push(bearer);
    const { status, body } = route.request().url().endsWith('/api/schools')
      ? { status: 200, body: [{ urn: '115850', name: 'Oakfield', cluster: '', phase: 'primary' }] }
      : answer(bearer);
    await route.fulfill({ status, json: body });
  });
  await page.goto(`${origin}/host.html?${query}`);
  return { page, tab: page.frameLocator('#tab'), bearers };
}

const heard = (page: Page): Promise<readonly string[]> => page.evaluate('window.heard');

test('inside Teams the tab signs in, says that it is ready and follows a deep link', async () => {
  const { page, tab, bearers } = await hosted('place=schools');
  await tab.getByRole('heading', { level: 1, name: 'Schools' }).waitFor();
  await tab.getByText('Oakfield').waitFor();
  expect(bearers[0]).toBe('Bearer token-1');
  expect(await heard(page)).toEqual(
    expect.arrayContaining(['appInitialization.appLoaded', 'appInitialization.success']),
  );
  await page.close();
});

test('beside a meeting the tab asks for the meeting of that chat, and has no navigation', async () => {
  const chat = '19:meeting_abc@thread.v2';
  const { page, tab } = await hosted(`chat=${encodeURIComponent(chat)}`);
  const asked = await page.waitForRequest((request) => request.url().includes('/api/gatherings'));
  expect(new URL(asked.url()).searchParams.get('chat')).toBe(chat);
  expect(await tab.getByRole('navigation', { name: 'School improvement' }).count()).toBe(0);
  await page.close();
});

test('a token that has run out is fetched anew once, and the person notices nothing', async () => {
  const { page, tab, bearers } = await hosted('', (bearer) =>
    bearer.endsWith('token-1')
      ? { status: 401, body: { error: { code: 'expired', message: 'Expired.' } } }
      : { status: 200, body: ME },
  );
  await tab.getByRole('heading', { level: 1, name: 'Welcome, Robin Fielding' }).waitFor();
  expect(bearers.slice(0, 2)).toEqual(['Bearer token-1', 'Bearer token-2']);
  await page.close();
});

test('where Teams refuses to sign in, the page says what to do and gives the code to quote', async () => {
  const { page, tab } = await hosted('refuse=resourceDisabled');
  await tab.getByRole('alert').getByText('You could not be signed in').waitFor();
  await tab.getByText('switched off in your organisation').waitFor();
  await tab.getByText('Code: resourceDisabled').waitFor();
  await page.close();
});

test('the theme that Teams tells comes before and after the page is there', async () => {
  const { page, tab } = await hosted('theme=dark');
  await tab.getByRole('heading', { level: 1 }).waitFor();
  const theme = () => tab.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.evaluate(
    'document.getElementById("tab").contentWindow.postMessage({ func: "themeChange", args: ["contrast"] }, "*")',
  );
  await expect.poll(theme).toBe('contrast');
  await page.close();
});

test('outside Teams nothing is shown but where to open it, and nothing is asked of the service', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${origin}/tab/`);
  await page.getByRole('heading', { name: 'Open this in Microsoft Teams' }).waitFor();
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
  await page.close();
});

test('the first load stays small', async () => {
  const page = await browser.newPage();
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.set(response.url(), response.body());
  });
  await page.goto(`${origin}/tab/`);
  await page.getByRole('heading', { name: 'Open this in Microsoft Teams' }).waitFor();
  const bodies = await Promise.all(scripts.values());
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(bytes).toBeGreaterThan(50_000);
  // An empty Fluent page with teams-js is 106 kB gzipped; the shell, the dashboard and the queries are the rest.
  expect(bytes).toBeLessThan(155_000);
  await page.close();
});
