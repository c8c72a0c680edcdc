import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../asking.ts';
import { each, LocalTenant } from '../local-tenant.ts';

// "graph: listItem: delta", "graph: list items", "graph: create columnDefinition", and SharePoint's limits: "Manage
// large lists and libraries", "Add an index to a list or library column".

let tenant: LocalTenant;
let list: string;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
  list = await tenant.list('Returns');
});
afterAll(() => tenant.stop());

const add = (fields: object, path = list) => tenant.graph('POST', `${path}/items`, { fields });
const told = ({ status, body }: Answer) => [status, body?.error?.code];

/** Twenty rows a request. */
async function fill(path: string, count: number, fields: (at: number) => object): Promise<void> {
  for (let from = 0; from < count; from += 20) {
    const requests = Array.from({ length: Math.min(20, count - from) }, (_, at) => ({
      ...{ id: String(at), method: 'POST', url: `${path}/items`, headers: { 'Content-Type': 'application/json' } },
      body: { fields: fields(from + at) },
    }));
    const { body } = await tenant.graph('POST', '/$batch', { requests });
    for (const one of each(body.responses)) expect(Number(one.status)).toBe(201);
  }
}

describe('columns', () => {
  it('are written by their internal names; a display name is no field', async () => {
    await tenant.graph('POST', `${list}/columns`, { name: 'PupilsOnRoll', displayName: 'Pupils on roll', number: {} });
    expect((await add({ Key: 'n1', PupilsOnRoll: 3 })).body.fields?.PupilsOnRoll).toBe(3);
    expect(told(await add({ Key: 'n2', 'Pupils on roll': 3 }))).toEqual([400, 'invalidRequest']);
    expect(told(await tenant.graph('GET', `${list}/items?$filter=fields/Nothing eq 1`))).toEqual([
      400,
      'invalidRequest',
    ]);
  });

  it('that are required are asked for in new rows and may not be emptied; old rows are left alone', async () => {
    const { body: old } = await add({ Key: 'r0' });
    await tenant.graph('POST', `${list}/columns`, { name: 'Head', text: {}, required: true });
    expect(told(await add({ Key: 'r1' }))).toEqual([400, 'invalidRequest']);
    const { body } = await add({ Key: 'r1', Head: 'Ruth' });
    expect(told(await tenant.graph('PATCH', `${list}/items/${body.id}/fields`, { Head: null }))).toEqual([
      400,
      'invalidRequest',
    ]);
    expect((await tenant.graph('PATCH', `${list}/items/${old.id}/fields`, { Key: 'r0b' })).status).toBe(200);
    const head = each((await tenant.graph('GET', `${list}/columns`)).body.value).find(
      (one) => String(one.name) === 'Head',
    );
    expect((await tenant.graph('PATCH', `${list}/columns/${head?.id}`, { required: false })).body.required).toBe(false);
  });

  it('are indexed up to twenty times in a list', async () => {
    const path = await tenant.list('Indexed');
    const indexed = each((await tenant.graph('GET', `${path}/columns`)).body.value).filter(
      (one) => String(one.indexed) === 'true',
    );
    for (let at = indexed.length; at < 20; at++) {
      expect((await tenant.graph('POST', `${path}/columns`, { name: `C${at}`, text: {}, indexed: true })).status).toBe(
        201,
      );
    }
    expect(told(await tenant.graph('POST', `${path}/columns`, { name: 'C20', text: {}, indexed: true }))).toEqual([
      400,
      'invalidRequest',
    ]);
    const { body } = await tenant.graph('POST', `${path}/columns`, { name: 'C20', text: {} });
    expect(told(await tenant.graph('PATCH', `${path}/columns/${body.id}`, { indexed: true }))).toEqual([
      400,
      'invalidRequest',
    ]);
  });
});

describe('pages', () => {
  it('are of 200 unless asked for otherwise, and of 5,000 whatever is asked for beyond', async () => {
    const path = await tenant.list('Long');
    await fill(path, 230, (at) => ({ Key: `k${at}`, HalfTerm: at % 6 }));
    const first = await tenant.graph('GET', `${path}/items?$select=id`);
    expect(each(first.body.value)).toHaveLength(200);
    const second = await tenant.graph('GET', String(first.body['@odata.nextLink']));
    expect(each(second.body.value)).toHaveLength(30);
    expect(each((await tenant.graph('GET', `${path}/items?$top=6000`)).body.value)).toHaveLength(230);
  });

  it('have links in which nothing can be read, good for their own collection only', async () => {
    const link = String((await tenant.graph('GET', `${list}/columns?$top=2`)).body['@odata.nextLink']);
    const token = new URL(link).searchParams.get('$skiptoken') ?? '';
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toMatch(/columns|sites/);
    expect(each((await tenant.graph('GET', link)).body.value)).toHaveLength(2);
    expect(told(await tenant.graph('GET', `${list}/items?$skiptoken=${token}`))).toEqual([400, 'invalidRequest']);
    expect(told(await tenant.graph('GET', `/users?$skiptoken=${token}`))).toEqual([400, 'invalidRequest']);
  });

  it('of people and groups hold 999 at most, and more is refused', async () => {
    expect((await tenant.graph('GET', '/users?$top=999')).status).toBe(200);
    for (const path of ['/users', '/groups']) {
      expect(told(await tenant.graph('GET', `${path}?$top=1000`))).toEqual([400, 'Request_UnsupportedQuery']);
    }
    const first = await tenant.graph('GET', '/users?$top=2&$select=id');
    const rest = await tenant.graph('GET', String(first.body['@odata.nextLink']));
    expect([...each(first.body.value), ...each(rest.body.value)]).toHaveLength(3);
  });
});

describe('a list past 5,000 items', () => {
  let large: string;
  beforeAll(async () => {
    large = await tenant.list('Large');
    await fill(large, 5020, (at) => ({
      Key: `k${at}`,
      School: at < 5010 ? 'most' : 'few',
      HalfTerm: 1,
      Pupils: at % 2000,
    }));
  }, 120_000);
  const find = (query: string) =>
    tenant.graph('GET', `${large}/items?$top=5000&${query}`, undefined, {
      prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
    });

  it('is filtered and sorted by a column with an index', async () => {
    expect(each((await find("$filter=fields/School eq 'few'")).body.value)).toHaveLength(10);
    const sorted = await find('$orderby=fields/Key&$select=id');
    expect([sorted.status, each(sorted.body.value).length]).toEqual([200, 5000]);
  });

  it('refuses to be filtered or sorted by a column without one, and where the index leaves too many', async () => {
    for (const query of ['$filter=fields/Pupils eq 3', '$orderby=fields/Pupils', "$filter=fields/School eq 'most'"]) {
      const answer = await find(query);
      expect([query, ...told(answer)]).toEqual([query, 500, 'generalException']);
      expect(answer.body.error?.message).toContain('exceeds the list view threshold');
    }
  });

  it('is read whole, page by page', async () => {
    const first = await find('$select=id');
    const rest = await tenant.graph('GET', String(first.body['@odata.nextLink']));
    expect(each(first.body.value).length + each(rest.body.value).length).toBe(5020);
    expect(rest.body['@odata.nextLink']).toBeUndefined();
  });
});

describe('a delta token', () => {
  const deltaLink = async () =>
    String((await tenant.graph('GET', `${list}/items/delta?token=latest`)).body['@odata.deltaLink']);

  it('says nothing to who holds it, and takes no change', async () => {
    const link = await deltaLink();
    const token = new URL(link).searchParams.get('token') ?? '';
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toMatch(/after|began/);
    const changed = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect((await tenant.graph('GET', `${list}/items/delta?token=${changed}`)).status).toBe(410);
  });

  it('is good for 60 days of changes, then 410 with a Location to begin anew', async () => {
    const link = await deltaLink();
    await tenant.control('POST', '/api/clock', { advanceMinutes: 60 * 24 * 59 });
    expect((await tenant.graph('GET', link)).status).toBe(200);
    await tenant.control('POST', '/api/clock', { advanceMinutes: 60 * 24 * 2 });
    const gone = await tenant.graph('GET', link);
    expect(told(gone)).toEqual([410, 'resyncRequired']);
    const anew = await tenant.graph('GET', String(gone.headers.location));
    expect([anew.status, each(anew.body.value).length > 0]).toEqual([200, true]);
  });
});
