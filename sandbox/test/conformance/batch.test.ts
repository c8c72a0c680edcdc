import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '../asking.ts';
import { each, LocalTenant } from '../local-tenant.ts';

// "Combine multiple requests in one HTTP call using JSON batching".

let tenant: LocalTenant;
let list: string;
beforeAll(async () => {
  tenant = await LocalTenant.start();
  list = await tenant.list('Rows');
});
afterAll(() => tenant.stop());

const json = { 'Content-Type': 'application/json' };
const add = (id: string, key: string, more = {}) => ({
  ...{ id, method: 'POST', url: `${list}/items`, headers: json, body: { fields: { Key: key } } },
  ...more,
});
const read = (id: string, key: string, more = {}) => ({
  ...{ id, method: 'GET', url: `${list}/items?$filter=fields/Key eq '${key}'` },
  ...more,
});
const batch = (requests: unknown) => tenant.graph('POST', '/$batch', { requests });
const statuses = (answer: Answer) =>
  Object.fromEntries(each(answer.body.responses).map((one) => [String(one.id), Number(one.status)]));

it('answers each request by its id, whatever became of the others', async () => {
  const answer = await batch([add('a', 'k1'), add('b', 'k1'), { id: 'c', method: 'GET', url: '/nowhere' }]);
  expect([answer.status, statuses(answer)]).toEqual([200, { a: 201, b: 400, c: 501 }]);
});

it('does what others depend on first, and fails with 424 all that depends on a failure', async () => {
  const answer = await batch([
    add('1', 'k2'),
    read('2', 'k2', { dependsOn: ['1'] }),
    add('3', 'k2', { dependsOn: ['2'] }),
    read('4', 'k2', { dependsOn: ['3'] }),
    read('5', 'k2', { dependsOn: ['4'] }),
  ]);
  expect(statuses(answer)).toEqual({ 1: 201, 2: 200, 3: 400, 4: 424, 5: 424 });
  const [, second, , fourth] = each(answer.body.responses);
  expect(each(second?.body?.value)).toHaveLength(1);
  expect(fourth?.body?.error?.code).toBe('FailedDependency');
});

it('needs a Content-Type where a request has a body', async () => {
  // Not recorded: what is wrong on purpose would count as a violation of the contract.
  const apart = await LocalTenant.start({ record: undefined });
  const answer = await apart.graph('POST', '/$batch', { requests: [add('1', 'k3', { headers: {} })] });
  expect(statuses(answer)).toEqual({ 1: 400 });
  await apart.stop();
});

it('passes on headers of its parts and takes twenty of them', async () => {
  const { body } = await tenant.graph('POST', `${list}/items`, { fields: { Key: 'k4' } });
  const stale = { ...json, 'If-Match': '"old,1"' };
  const change = {
    id: 'x',
    method: 'PATCH',
    url: `${list}/items/${body.id}/fields`,
    body: { Pupils: 1 },
    headers: stale,
  };
  const parts = Array.from({ length: 19 }, (_, at) => add(String(at), `many ${at}`));
  const answer = await batch([...parts, change]);
  expect(Object.values(statuses(answer)).sort()).toEqual([...Array(19).fill(201), 412]);
  expect((await batch([...parts, add('19', 'y'), change])).status).toBe(400);
});

it.each([
  ['a request that depends on one that is not there', () => [add('1', 'k5', { dependsOn: ['none'] })]],
  ['two requests of one id', () => [add('a', 'k6'), add('A', 'k7')]],
  ['a request without an id', () => [{ method: 'GET', url: '/users' }]],
  ['no request', () => []],
])('refuses %s', async (_, requests) => {
  const answer = await batch(requests());
  expect([answer.status, answer.body.error?.code]).toEqual([400, 'BadRequest']);
});
