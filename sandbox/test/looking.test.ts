/** What the page looks at and does besides chatting: what calls carried, and answers to invitations. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { each, ids, LocalTenant } from './local-tenant.ts';

let tenant: LocalTenant;
beforeAll(async () => {
  tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
});
afterAll(() => tenant.stop());

const recent = async (after = 0) => each((await tenant.control('GET', `/api/traffic/recent?after=${after}`)).body);

describe('what a call carried', () => {
  it('is kept with the call’s number, without the token that it came with', async () => {
    const list = await tenant.list('Visits');
    await tenant.graph('POST', `${list}/items`, { fields: { Key: 'a', School: 'Oak' } }, { prefer: 'x=1' });
    const call = (await recent()).at(-1);
    expect(call).toMatchObject({ service: 'graph', method: 'POST', status: 201 });
    const wire = (await tenant.control('GET', `/api/traffic/recent/${call?.n}`)).body;
    expect(JSON.parse(String(wire.requestBody))).toEqual({ fields: { Key: 'a', School: 'Oak' } });
    expect(JSON.parse(String(wire.responseBody))).toMatchObject({ fields: { School: 'Oak' } });
    expect(wire.requestHeaders).toMatchObject({ authorization: 'redacted', prefer: 'x=1' });
    expect(await recent(Number(call?.n))).toEqual([]);
  });

  it('names the parts of a batch, each with its own answer', async () => {
    const requests = [
      { id: '1', method: 'get', url: `/users/${ids.ann}` },
      { id: '2', method: 'GET', url: '/users/nobody' },
    ];
    await tenant.graph('POST', '/$batch', { requests });
    expect((await recent()).at(-1)?.parts).toEqual([
      { method: 'GET', path: `/users/${ids.ann}`, status: 200 },
      { method: 'GET', path: '/users/nobody', status: 404 },
    ]);
  });

  it('is cut where it is long, hides secrets, and is never kept of Entra', async () => {
    await tenant.graph('POST', '/$batch', { requests: [], clientState: 'open sesame', long: 'x'.repeat(70_000) });
    const call = (await recent()).at(-1);
    const wire = (await tenant.control('GET', `/api/traffic/recent/${call?.n}`)).body;
    expect(String(wire.requestBody)).toContain('"clientState":"redacted"');
    expect(String(wire.requestBody).length).toBeLessThan(61_000);
    const token = (await recent()).find(({ service }) => String(service) === 'entra');
    expect((await tenant.control('GET', `/api/traffic/recent/${token?.n}`)).status).toBe(404);
  });

  it('is forgotten after a few hundred calls', async () => {
    const first = (await recent()).at(-1);
    for (let call = 0; call < 301; call++) await tenant.graph('GET', `/users/${ids.ann}`);
    expect((await tenant.control('GET', `/api/traffic/recent/${first?.n}`)).status).toBe(404);
    expect((await recent()).length).toBe(300);
  });
});

describe('an answer to an invitation', () => {
  const calendar = async (user: string) =>
    each(
      (await tenant.control('GET', `/api/users/${user}/calendar?start=2026-10-01T00:00:00Z&end=2026-11-01T00:00:00Z`))
        .body,
    );
  const answer = (user: string, event: unknown, response: string) =>
    tenant.control('POST', `/api/users/${user}/calendar/${event}/response`, { response });

  it('is seen by the organiser; only those who were invited can give one', async () => {
    await tenant.graph('POST', `/users/${ids.office}/events`, {
      subject: 'Heads',
      start: { dateTime: '2026-10-20T14:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-10-20T16:00:00', timeZone: 'UTC' },
      attendees: [{ emailAddress: { address: 'ann@owls.example' } }, { emailAddress: { address: 'ben@owls.example' } }],
    });
    const [copy] = await calendar(ids.ann);
    expect((await answer(ids.ann, copy?.id, 'tentativelyAccepted')).status).toBe(204);
    expect((await calendar(ids.ann))[0]?.responseStatus?.response).toBe('tentativelyAccepted');
    const [meeting] = await calendar(ids.office);
    const said = each(meeting?.attendees).map((one) => one.status?.response);
    expect(said).toEqual(['tentativelyAccepted', 'none']);
    expect((await answer(ids.office, meeting?.id, 'accepted')).status).toBe(409);
    expect((await answer(ids.ben, copy?.id, 'accepted')).status).toBe(404);
    expect((await answer(ids.ann, copy?.id, 'perhaps')).status).toBe(400);
  });
});
