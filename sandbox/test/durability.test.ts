import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { ask, type Json } from './asking.ts';
import { each, ids, LocalTenant, secret } from './local-tenant.ts';
import { scratch } from './scratch.ts';

const program = fileURLToPath(new URL('../dist/killed/main.mjs', import.meta.url));
let stateDir: string;
beforeAll(async () => {
  stateDir = scratch('sandbox');
  const entry = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
});

async function started(): Promise<{ child: ChildProcess; doors: Json }> {
  const child = spawn(process.execPath, [program, '--state', stateDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8');
  while (!text.includes('\n')) text += (await once(child.stdout, 'data'))[0];
  const doors = JSON.parse(text) as Json;
  expect(doors.ready).toBe(true);
  return { child, doors };
}

it('loses nothing that was acknowledged, and keeps no half of a batch, when it is killed', {
  timeout: 60_000,
}, async () => {
  // The tenant and its list are made in this process, on the state that the killed program then goes on with.
  const tenant = await LocalTenant.start({ stateDir });
  const list = await tenant.list('Killed');
  await tenant.stop(true);

  const { child, doors } = await started();
  const ca = readFileSync(String(doors.ca), 'utf8');
  await ask(`${doors.page}/api/limits`, { method: 'PUT', body: { on: false } });
  const form = {
    grant_type: 'client_credentials',
    client_id: ids.bot,
    client_secret: secret,
    scope: 'https://graph.microsoft.com/.default',
  };
  const token = await ask(
    `${doors.entra}/${ids.tenant}/oauth2/v2.0/token`,
    { method: 'POST', body: new URLSearchParams(form).toString() },
    ca,
  );
  const headers = { authorization: `Bearer ${token.body.access_token}` };
  const acknowledged: string[] = [];
  const size = 10;
  setTimeout(() => child.kill('SIGKILL'), 1_200);
  const gone = once(child, 'exit');
  for (let run = 0; ; run++) {
    const keys = Array.from({ length: size }, (_, at) => `${run}/${at}`);
    const requests = keys.map((Key) => ({
      id: Key,
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: { Key } },
    }));
    const answer = await ask(`${doors.graph}/$batch`, { method: 'POST', headers, body: { requests } }, ca).catch(
      () => 'killed' as const,
    );
    if (answer === 'killed') break;
    expect(each(answer.body.responses).every((one) => Number(one.status) === 201)).toBe(true);
    acknowledged.push(...keys);
  }
  expect((await gone)[1]).toBe('SIGKILL');
  expect(acknowledged.length).toBeGreaterThan(0);

  const again = await started();
  expect(again.doors.graph).toBe(doors.graph);
  const kept = new Set<string>();
  for (let link = `${doors.graph}${list}/items?$expand=fields($select=Key)&$top=5000`; link !== ''; ) {
    const { body } = await ask(link, { headers }, ca);
    for (const item of each(body.value)) kept.add(String(item.fields?.Key));
    link = String(body['@odata.nextLink'] ?? '');
  }
  expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
  expect(kept.size % size).toBe(0);
  again.child.kill('SIGTERM');
  expect((await once(again.child, 'exit'))[0]).toBe(0);
});
