import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import { Duplicate } from '../../src/writes.ts';
import { makePlace, noFaults, orderFaults, PEOPLE, type Place } from '../tenant.ts';

const wave = (claimedBy: string, ...members: string[]) => ({
  kind: 'soap-prompt' as const,
  members,
  claimedBy,
  claimedAt: '2026-11-23T09:00:00Z',
});

describe('the delivery ledger', () => {
  let place: Place;
  let one: OpenWorld;
  let two: OpenWorld;
  beforeAll(async () => {
    place = await makePlace();
    [one, two] = await Promise.all([place.open(), place.open()]);
  });

  it('lets one of two instances append the next wave, and tells the other', async () => {
    const outcomes = await Promise.allSettled([
      one.waves.append(wave('one', 'soap-prompt/x')),
      two.waves.append(wave('two', 'soap-prompt/x')),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(Duplicate);
    expect(await place.rows('Deliveries')).toHaveLength(1);
    await Promise.all([one.refresh(), two.refresh()]);
    for (const world of [one, two]) expect(world.facts().delivered.has('soap-prompt/x')).toBe(true);
  });

  it('takes a wave whose answer was lost for its own, and appends it once', async () => {
    const path = `${await place.listPath('Deliveries')}/items$`;
    await orderFaults([{ service: 'graph', method: 'POST', path, status: 504, times: 1, when: 'after' }]);
    const claimed = await one.waves.append(wave('one', 'soap-prompt/y')).finally(noFaults);
    expect(claimed).toMatchObject({ claimedBy: 'one', state: 'claimed', members: ['soap-prompt/y'] });
    expect((await place.rows('Deliveries')).filter(({ fields }) => fields.Members === 'soap-prompt/y')).toHaveLength(1);
  });

  it('notes how a wave ended', async () => {
    const claimed = await one.waves.append(wave('one', 'soap-prompt/z'));
    const outcome = { sent: 1, unreachable: 0, unknown: 0, finishedAt: '2026-11-23T09:01:00Z' };
    expect(await one.waves.finish(claimed, outcome)).toMatchObject({ state: 'done', ...outcome });
    await two.refresh();
    expect(two.waves.all().find(({ key }) => key === claimed.key)).toMatchObject({ state: 'done', sent: 1 });
  });

  it('owes again what somebody asked to send again, until the wave that sends it', async () => {
    const key = 'soap-prompt/2026-27/autumn-2/115850/p';
    await one.waves.append(wave('one', key));
    const row = { key, person: PEOPLE.head0.id, reason: 'No answer came.', at: '2026-11-23T09:00:00Z' };
    await one.undelivered.put([{ ...row, state: 'unknown' }]);
    expect(one.facts().delivered.has(key)).toBe(true);
    await one.undelivered.put([{ ...row, state: 'resend' }]);
    expect(one.facts().delivered.has(key)).toBe(false);
    expect((await place.rows('Undelivered')).map(({ fields }) => fields.School)).toEqual(['115850']);
    await one.waves.append(wave('one', key));
    expect(one.facts().delivered.has(key)).toBe(true);
    await one.undelivered.put([{ ...row, state: 'dismissed' }]);
    expect(one.facts().delivered.has(key)).toBe(true);
  });

  it('notes a delivery that another instance noted at the same time', async () => {
    const row = { key: 'soap-reminder/q', person: PEOPLE.head1.id, reason: 'Blocked.', at: '2026-11-23T09:00:00Z' };
    await Promise.all([
      one.undelivered.put([{ ...row, state: 'unreachable' }]),
      two.undelivered.put([{ ...row, state: 'unknown' }]),
    ]);
    expect((await place.rows('Undelivered')).filter(({ fields }) => fields.Key === row.key)).toHaveLength(1);
  });

  it('refuses a wave larger than a row', async () => {
    const members = Array.from({ length: 2_000 }, (_, index) => `soap-prompt/2026-27/autumn-2/115850/${index}`);
    expect(() => one.waves.append(wave('one', ...members))).toThrow(/several waves/);
  });
});
