import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlace, type Place, TENANT_ID } from '../tenant.ts';

const bot = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
let program: string;

/** The program as it is shipped, in a folder below `bot` so that it finds its packages. */
beforeAll(async () => {
  await mkdir(join(bot, 'dist'), { recursive: true });
  folder = await mkdtemp(join(bot, 'dist', '.provision-'));
  program = join(folder, 'provision.mjs');
  await build({
    ...{
      entryPoints: [join(bot, 'src/provision.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
    },
    external: ['@azure/*', '@microsoft/*', 'temporal-polyfill', 'zod', 'csv-parse', 'csv-parse/*'],
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(
  place: Place,
  over: Record<string, string> = {},
): Promise<{ code: number; said: string; complained: string }> {
  const { endpoints } = place.settings;
  const env = {
    ...{ PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS },
    ...{ BOT_TENANT_ID: TENANT_ID, SETUP_ID: place.setupId, SECRET_SETUP_PASSWORD: 'setup-secret' },
    ...{ SITE_HOST: place.siteHost, SITE_PATH: place.sitePath },
    ...{ ENTRA_URL: endpoints?.entra, GRAPH_URL: endpoints?.graph },
    ...over,
  };
  return new Promise((done) => {
    execFile(process.execPath, [program], { env }, (error, said, complained) => {
      done({ code: error === null ? 0 : Number(error.code), said, complained });
    });
  });
}

describe('the set-up program', () => {
  it('says what it made and ends with 0, and says that there was nothing to do the next time', async () => {
    const place = await makePlace({ setUp: false });
    const first = await run(place);
    expect(first).toMatchObject({ code: 0, complained: '' });
    expect(first.said).toContain('Made the list "SOAP returns"');
    expect(await run(place)).toMatchObject({ code: 0, said: expect.stringMatching(/^Nothing to do: all \d+ lists/) });
  });

  it('ends with 2 where it must not go on', async () => {
    const place = await makePlace({ setUp: false, group: randomUUID() });
    expect(await run(place)).toMatchObject({
      code: 2,
      complained: expect.stringContaining('belongs to the Microsoft 365 group'),
    });
    expect(await run(place, { SITE_HOST: '' })).toMatchObject({
      code: 2,
      complained: expect.stringContaining('SITE_HOST'),
    });
  });

  it('ends with 1 where Microsoft 365 refuses', async () => {
    const place = await makePlace({ setUp: false });
    expect(await run(place, { SECRET_SETUP_PASSWORD: 'wrong' })).toMatchObject({ code: 1, said: '' });
    expect(await run(place, { SITE_PATH: '/sites/nowhere' })).toMatchObject({
      code: 1,
      complained: expect.stringContaining('404'),
    });
  });
});
