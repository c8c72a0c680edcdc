import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from './asking.ts';
import { each, LocalTenant } from './local-tenant.ts';

let tenant: LocalTenant;
let list: string;
let lists = 0;
beforeAll(async () => {
  tenant = await LocalTenant.start();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  list = await tenant.list(`Returns ${++lists}`);
});
const add = (fields: Record<string, unknown>) => tenant.graph('POST', `${list}/items`, { fields });
const keys = (answer: Answer) => each(answer.body.value).map((item) => String(item.fields?.Key));
const find = (filter: string, more = '', headers = {}) =>
  tenant.graph('GET', `${list}/items?$expand=fields&$filter=${filter}${more}`, undefined, headers);

describe('lists and columns', () => {
  it('has a list with its columns by id, name and title, and refuses a second of the title', async () => {
    const site = list.split('/lists/')[0];
    const byTitle = await tenant.graph('GET', `${site}/lists/Returns ${lists}?$expand=columns($select=name,indexed)`);
    expect(each(byTitle.body.columns).map((column) => column.name)).toContain('HalfTerm');
    const filtered = await tenant.graph('GET', `${site}/lists?$filter=displayName eq 'Returns ${lists}'`);
    expect(each(filtered.body.value)).toHaveLength(1);
    const again = await tenant.graph('POST', `${site}/lists`, { displayName: `Returns ${lists}` });
    expect([again.status, again.body.error?.code]).toEqual([409, 'nameAlreadyExists']);
  });

  it('adds, changes and deletes a column', async () => {
    const made = await tenant.graph('POST', `${list}/columns`, {
      name: 'Area',
      displayName: 'Area of work',
      text: {},
      indexed: false,
    });
    expect(made.status).toBe(201);
    const changed = await tenant.graph('PATCH', `${list}/columns/${made.body.id}`, {
      indexed: true,
      displayName: 'Area',
    });
    expect(changed.body).toMatchObject({ name: 'Area', displayName: 'Area', indexed: true, text: { maxLength: 255 } });
    expect((await tenant.graph('DELETE', `${list}/columns/${made.body.id}`)).status).toBe(204);
    expect((await tenant.graph('GET', `${list}/columns/${made.body.id}`)).status).toBe(404);
  });

  it.each([
    ['two types', { name: 'A', text: {}, number: {} }, 400],
    ['no type', { name: 'A' }, 400],
    ['a unique column without an index', { name: 'A', text: {}, enforceUniqueValues: true }, 400],
    ['an index on many lines of text', { name: 'A', text: { allowMultipleLines: true }, indexed: true }, 400],
    ['a name that is there', { name: 'school', text: {} }, 400],
    ['a type the sandbox has not', { name: 'A', lookup: {} }, 501],
  ])('refuses a column with %s', async (_, column, status) => {
    const answer = await tenant.graph('POST', `${list}/columns`, column);
    expect(answer.status).toBe(status);
    expect(answer.body.error?.message).toBeTruthy();
  });

  it('refuses to make a column unique whose values are not', async () => {
    await add({ Key: 'a', School: 'same' });
    await add({ Key: 'b', School: 'same' });
    const columns = each((await tenant.graph('GET', `${list}/columns`)).body.value);
    const school = columns.find((column) => String(column.name) === 'School');
    const answer = await tenant.graph('PATCH', `${list}/columns/${school?.id}`, { enforceUniqueValues: true });
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining('duplicate values were found'),
    ]);
  });
});

describe('items', () => {
  it('keeps typed values, whole seconds of a time, and leaves out what is empty', async () => {
    const made = await add({
      Title: 'Oak',
      Key: 'k',
      Pupils: 61.5,
      Late: false,
      SavedAt: '2026-11-23T10:00:00.987+01:00',
      State: 'draft',
      Notes: null,
    });
    expect(made.status).toBe(201);
    expect(made.body.fields).toMatchObject({
      Title: 'Oak',
      Pupils: 61.5,
      Late: false,
      SavedAt: '2026-11-23T09:00:00Z',
      State: 'draft',
    });
    expect(made.body.fields).not.toHaveProperty('Notes');
    expect(made.headers.etag).toBe(made.body.eTag);
  });

  it.each([
    ['an unknown field', { Colour: 'red' }, "'Colour' is not recognized"],
    ['text in a number', { Pupils: '61' }, "'Pupils' must be a number"],
    ['a number beyond its column', { Pupils: 2001 }, "'Pupils' must be at most 2000"],
    ['a number in a text', { School: 7 }, "'School' must be a string"],
    ['a word in a yes/no', { Late: 'no' }, "'Late' must be a boolean"],
    ['no date', { SavedAt: 'yesterday' }, "'SavedAt' must be a date and time"],
    ['what is not among the choices', { State: 'lost' }, "'State' must be one of draft, submitted"],
    ['256 characters', { School: 'x'.repeat(256) }, "'School' has 256 characters"],
    ['a field of the system', { Created: '2026-01-01T00:00:00Z' }, "'Created' is read-only"],
  ])('refuses %s and keeps nothing', async (_, fields, says) => {
    const answer = await add({ Key: 'k', ...fields });
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'invalidRequest']);
    expect(answer.body.error?.message).toContain(says);
    expect(each((await tenant.graph('GET', `${list}/items`)).body.value)).toHaveLength(0);
  });

  it('refuses a second row of a key, whatever its case, and frees the key of a deleted row', async () => {
    const { body } = await add({ Key: 'autumn-2/SCH03' });
    const second = await add({ Key: 'AUTUMN-2/sch03' });
    expect([second.status, second.body.error?.message]).toEqual([
      400,
      expect.stringMatching(/duplicate values were found.*\[Key\]/),
    ]);
    await tenant.graph('DELETE', `${list}/items/${body.id}`);
    const third = await add({ Key: 'autumn-2/SCH03' });
    expect([third.status, third.body.id]).toEqual([201, '2']);
  });

  it('changes a row only for who saw its latest version', async () => {
    const { body } = await add({ Key: 'k', Pupils: 1 });
    const path = `${list}/items/${body.id}/fields`;
    const first = await tenant.graph('PATCH', path, { Pupils: 2 }, { 'if-match': String(body.eTag) });
    expect([first.status, first.body.Pupils, first.body.Key]).toEqual([200, 2, 'k']);
    const stale = await tenant.graph('PATCH', path, { Pupils: 3 }, { 'if-match': String(body.eTag) });
    expect([stale.status, stale.body.error?.code]).toEqual([412, 'preconditionFailed']);
    const staleDelete = await tenant.graph('DELETE', `${list}/items/${body.id}`, undefined, {
      'if-match': String(body.eTag),
    });
    expect(staleDelete.status).toBe(412);
    const latest = await tenant.graph('PATCH', path, { Pupils: 4 }, { 'if-match': String(first.body['@odata.etag']) });
    expect(latest.status).toBe(200);
  });
});

describe('$filter', () => {
  beforeEach(async () => {
    await add({ Key: 'a', School: "O'Brien", HalfTerm: 1, SavedAt: '2026-09-01T08:00:00Z', Pupils: 10 });
    await add({ Key: 'b', School: "O'Brien", HalfTerm: 2, SavedAt: '2026-10-01T08:00:00Z', Pupils: 20 });
    await add({ Key: 'c', School: 'St {Paul} & Co', HalfTerm: 2, Pupils: 30 });
  });

  it.each([
    ["fields/School eq 'o''brien'", 'a b'],
    ["fields/School eq 'O''Brien' and fields/HalfTerm ge 2", 'b'],
    ["fields/School eq 'St {Paul} %26 Co'", 'c'],
    ["fields/HalfTerm eq 1 or fields/HalfTerm eq 2 and fields/Key eq 'c'", 'a c'],
    ["fields/Key eq 'c' and (fields/HalfTerm eq 1 or fields/HalfTerm eq 2)", 'c'],
    ["not fields/HalfTerm eq 2 and fields/School ne 'x'", 'a'],
    ["startswith(fields/School,'o')", 'a b'],
    ["fields/SavedAt gt '2026-09-15T00:00:00Z'", 'b'],
    ['fields/SavedAt eq null', 'c'],
    ["fields/HalfTerm lt 2 and fields/Key le 'b'", 'a'],
  ])('understands %s', async (filter, found) => {
    const answer = await find(filter);
    expect(answer.status, answer.text).toBe(200);
    expect(keys(answer).join(' ')).toBe(found);
  });

  it('finds an injected quote to be no more than a name', async () => {
    expect(keys(await find("fields/School eq ''' or 1 eq 1 or '''"))).toEqual([]);
  });

  it('refuses a column without an index, unless told to try', async () => {
    const refused = await find('fields/Pupils ge 20');
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringContaining('HonorNonIndexedQueriesWarningMayFailRandomly'),
    ]);
    expect(
      keys(await find('fields/Pupils ge 20', '', { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' })),
    ).toEqual(['b', 'c']);
    const sorted = await tenant.graph('GET', `${list}/items?$expand=fields&$orderby=fields/Pupils desc`);
    expect(sorted.status).toBe(400);
  });

  it('sorts by indexed columns and pages through what it found', async () => {
    const first = await tenant.graph(
      'GET',
      `${list}/items?$expand=fields($select=Key)&$orderby=fields/HalfTerm desc,fields/Key desc&$top=2`,
    );
    const second = await tenant.graph('GET', String(first.body['@odata.nextLink']));
    expect([...keys(first), ...keys(second)]).toEqual(['c', 'b', 'a']);
    expect(second.body['@odata.nextLink']).toBeUndefined();
    expect(Object.keys(each(first.body.value)[0]?.fields ?? {}).filter((name) => !name.startsWith('@'))).toEqual([
      'Key',
    ]);
  });

  it.each([
    ["fields/School eq 'unended", 400, 'invalidRequest'],
    ["fields/Colour eq 'red'", 400, 'invalidRequest'],
    ["fields/School in ('a','b')", 400, 'invalidRequest'],
    ["contains(fields/School,'a')", 501, 'notImplemented'],
    ['fields/School eq fields/Key', 501, 'notImplemented'],
  ])('answers %s with an error, never with nothing', async (filter, status, code) => {
    const answer = await find(filter);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });
});

describe('delta', () => {
  const round = async (link: string) => {
    const items = [];
    let answer = await tenant.graph('GET', link);
    for (
      items.push(...each(answer.body.value));
      answer.body['@odata.nextLink'];
      items.push(...each(answer.body.value))
    ) {
      answer = await tenant.graph('GET', String(answer.body['@odata.nextLink']));
    }
    return { items, next: String(answer.body['@odata.deltaLink']) };
  };

  it('tells each change since the last round once, deletions too', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await add({ Key: key });
    await tenant.graph('DELETE', `${list}/items/5`);
    const first = await round(`${list}/items/delta?$expand=fields&$top=2`);
    expect(first.items.map((item) => item.fields?.Key)).toEqual(['a', 'b', 'c', 'd']);
    expect((await round(first.next)).items).toEqual([]);
    await tenant.graph('PATCH', `${list}/items/2/fields`, { School: 'x' });
    await tenant.graph('PATCH', `${list}/items/2/fields`, { School: 'y' });
    await tenant.graph('DELETE', `${list}/items/1`);
    await add({ Key: 'f' });
    const second = await round(first.next);
    expect(second.items.map((item) => item.fields?.School ?? item.deleted?.state ?? item.fields?.Key)).toEqual([
      'y',
      'deleted',
      'f',
    ]);
    expect(second.items[1]?.id).toBe('1');
  });

  it('does not lose a deletion between two pages of the first round', async () => {
    for (const key of ['a', 'b', 'c']) await add({ Key: key });
    const page = await tenant.graph('GET', `${list}/items/delta?$top=2`);
    await tenant.graph('DELETE', `${list}/items/1`);
    const rest = await round(String(page.body['@odata.nextLink']));
    expect(rest.items.map((item) => item.deleted?.state ?? 'there')).toEqual(['there', 'deleted']);
  });

  it('begins at the present with token=latest and refuses tokens that are not its own', async () => {
    await add({ Key: 'a' });
    const latest = await round(`${list}/items/delta?token=latest`);
    expect(latest.items).toEqual([]);
    await add({ Key: 'b' });
    expect((await round(latest.next)).items).toHaveLength(1);
    const unknown = await tenant.graph('GET', `${list}/items/delta?token=bm90IG91cnM`);
    expect([unknown.status, unknown.body.error?.code]).toEqual([410, 'resyncRequired']);
    const fresh = await tenant.graph('GET', String(unknown.headers.location));
    expect(each(fresh.body.value)).toHaveLength(2);
  });
});
