import { OWLS } from '@owls/policy';
import { beforeAll, describe, expect, it } from 'vitest';
import { connectGraph, type Graph } from '../../src/m365/graph.ts';
import { GraphFailure } from '../../src/m365/graph-failure.ts';
import { NoToken, type TokenSource, tokenSource } from '../../src/m365/identity.ts';
import { listsOf } from '../../src/store/lists.ts';
import { type OpenWorld, openWorld } from '../../src/store/open-world.ts';
import { control, makePlace, noFaults, orderFaults, type Place, SCHOOLS, TENANT_ID, typeTrust } from '../tenant.ts';

const graphFault = { service: 'graph' } as const;
const conversation = (key: string) => ({
  key,
  conversationId: `19:${key}`,
  serviceUrl: 'https://smba.example/',
  state: 'installed' as const,
});

describe('Graph under strain', () => {
  let place: Place;
  let world: OpenWorld;
  beforeAll(async () => {
    place = await makePlace();
    await typeTrust(place);
    world = await place.open();
  });

  it('waits as long as Graph says when it is throttled, then goes on', async () => {
    const path = `${await place.listPath('Conversations')}/items$`;
    await orderFaults([{ ...graphFault, path, status: 429, retryAfter: 1, times: 1 }]);
    const before = performance.now();
    await world.conversations.put(conversation('throttled')).finally(noFaults);
    expect(performance.now() - before).toBeGreaterThan(950);
    expect((await place.rows('Conversations')).filter(({ fields }) => fields.Key === 'throttled')).toHaveLength(1);
  });

  it('reads on through 503 and 502', async () => {
    const path = `${await place.listPath('Schools')}/items/delta`;
    await orderFaults([
      { ...graphFault, path, status: 503, times: 1 },
      { ...graphFault, path, status: 502, times: 1 },
    ]);
    await world.refresh().finally(noFaults);
    expect(world.facts().schools).toHaveLength(3);
  });

  it('does not make a POST again that nothing guards, when it is not known whether it was done', async () => {
    const path = `${await place.listPath('Conversations')}/items$`;
    await orderFaults([{ ...graphFault, method: 'POST', path, status: 502, times: 1, when: 'after' }]);
    const url = `${await place.listPath('Conversations')}/items`;
    const attempt = place.byHand.send({ method: 'POST', url, body: { fields: { Title: 'Once', Key: 'unguarded' } } });
    await expect(attempt).rejects.toMatchObject({ status: 502 });
    await noFaults();
    expect((await place.rows('Conversations')).filter(({ fields }) => fields.Key === 'unguarded')).toHaveLength(1);
  });

  it('makes a POST again that a unique key guards, after a reset, and ends with one row', async () => {
    const path = `${await place.listPath('Conversations')}/items$`;
    await orderFaults([{ ...graphFault, method: 'POST', path, drop: true, times: 2, when: 'after' }]);
    await world.conversations.put(conversation('dropped')).finally(noFaults);
    expect((await place.rows('Conversations')).filter(({ fields }) => fields.Key === 'dropped')).toHaveLength(1);
  });

  it('repeats within a batch only the parts that were throttled', async () => {
    const path = `${await place.listPath('Undelivered')}/items$`;
    await orderFaults([{ ...graphFault, method: 'POST', path, status: 429, retryAfter: 0, times: 3 }]);
    const rows = Array.from({ length: 45 }, (_, index) => ({
      ...{ key: `soap-prompt/${index}`, person: '', reason: 'No answer.', at: '2026-11-23T09:00:00Z' },
      state: 'unknown' as const,
    }));
    await world.undelivered.put(rows).finally(noFaults);
    expect(await place.rows('Undelivered')).toHaveLength(45);
    expect(world.undelivered.all()).toHaveLength(45);
  });

  it('reads everything again when the delta token is no longer good (410), and keeps what it knew meanwhile', async () => {
    const schools = await place.listPath('Schools');
    const [row] = await place.rows('Schools');
    await place.retype('Schools', row?.id ?? '', { Cluster: 'North' });
    await orderFaults([{ ...graphFault, path: `${schools}/items/delta.*token=`, status: 410, times: 1 }]);
    await world.refresh().finally(noFaults);
    expect(world.facts().schools).toHaveLength(3);
    expect(world.facts().schools.find(({ urn }) => urn === row?.fields.Key)?.cluster).toBe('North');
  });

  it('shows an edit and a deletion made by hand after the next look', async () => {
    const [id] = await place.type('Conversations', [
      { Title: 'By hand', Key: 'by-hand', ConversationId: 'x', ServiceUrl: 'https://s/', State: 'installed' },
    ]);
    await world.refresh();
    expect(world.conversations.get('by-hand')?.state).toBe('installed');
    await place.byHand.send({ method: 'DELETE', url: `${await place.listPath('Conversations')}/items/${id}` });
    await world.refresh();
    expect(world.conversations.get('by-hand')).toBeUndefined();
  });

  it('asks what changed in twenty lists by one request', async () => {
    const read = Object.keys(listsOf(OWLS)).length - 1;
    const before = world.graph.requests();
    await world.refresh();
    expect(world.graph.requests() - before).toBe(Math.ceil(read / 20));
  });

  it('follows the clock of the tenant', async () => {
    const { now } = (await control('GET', '/api/clock')) as { now: string };
    await world.refresh();
    expect(Math.abs(world.now().epochMilliseconds - Date.parse(now))).toBeLessThan(3_000);
    await control('POST', '/api/clock', { advanceMinutes: 90 });
    await world.refresh();
    const ahead = world.now().epochMilliseconds - Date.parse(now);
    expect(ahead).toBeGreaterThan(89 * 60_000);
    expect(ahead).toBeLessThan(92 * 60_000);
  });

  it('gets one new token when Graph no longer takes the one it has', async () => {
    let rejected = 0;
    const tokens = tokenSource({
      ...{ tenantId: TENANT_ID, clientId: place.settings.botId, proof: { secret: 'service-secret' } },
      authority: place.settings.endpoints?.entra ?? '',
    });
    const watched: TokenSource = {
      token: () => tokens.token(),
      rejected(token) {
        rejected += 1;
        tokens.rejected(token);
      },
    };
    const graph: Graph = connectGraph({ tokens: watched, base: place.settings.endpoints?.graph ?? '' });
    await graph.get(`/sites/${place.siteHost}:${place.sitePath}`);
    const first = await tokens.token();
    await orderFaults([{ ...graphFault, path: `${place.sitePath}$`, status: 401, times: 1 }]);
    await graph.get(`/sites/${place.siteHost}:${place.sitePath}`).finally(noFaults);
    expect(rejected).toBe(1);
    expect(await tokens.token()).not.toBe(first);
  });

  it('says whose secret is wrong when it can not sign in', async () => {
    const settings = { ...place.settings, botPassword: 'not it' };
    const opening = openWorld(settings, place.policy, place.log);
    await expect(opening).rejects.toThrow(NoToken);
    await expect(opening).rejects.toThrow(settings.botId);
  });

  it('does not carry its token to another host', async () => {
    await expect(world.graph.get('https://graph.example.net/v1.0/sites')).rejects.toThrow(GraphFailure);
    await expect(world.graph.get('https://127.0.0.1:1/v1.0/sites')).rejects.toThrow(/not followed/);
  });

  it('still knows the three schools', () => {
    expect(
      world
        .facts()
        .schools.map(({ urn }) => urn)
        .sort(),
    ).toEqual(SCHOOLS.map(({ urn }) => urn));
  });
});
