/** The round's summary in the trust's channel stays true where it was posted (M26), on the local Microsoft 365. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { summaryInPlace } from '../../src/categorisation/summary-in-place.ts';
import { messageFor } from '../../src/chat/duty-cards.ts';
import { Deliveries } from '../../src/delivery/deliveries.ts';
import { Slots } from '../../src/delivery/slots.ts';
import { HALF_TERM, makeStage, type Stage, textsOf } from '../chat-stage.ts';
import { scratch } from '../scratch.ts';
import { control, noFaults, orderFaults, PEOPLE, TENANT_ID } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const going = new AbortController().signal;
const CEO = { person: PEOPLE.ceo.id, surface: 'tab' } as const;
const [BARN, TAWNY, SNOWY] = ['115850', '115851', '115852'] as const;

let stage: Stage;
let deliveries: Deliveries;
beforeAll(async () => {
  stage = await makeStage();
  const teamId = randomUUID();
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
    teams: [{ id: teamId, displayName: 'OWLS heads', channels: [{ displayName: 'General' }], members: [CEO.person] }],
  });
  await control('POST', '/api/installations', { botId: stage.config.botId, teamId });
  const slots = new Slots(scratch('journal'));
  await slots.take();
  deliveries = new Deliveries(stage.world, stage.messenger, slots, messageFor);
});
afterAll(() => stage.close());

const versionOf = (urn: string) =>
  stage.world.facts().judgements.find((one) => one.urn === urn && one.halfTerm === HALF_TERM)?.version;
const validate = (urn: string, category: string) =>
  stage.world.judgements.validate(urn, HALF_TERM, category, 'Seen in the visit.', versionOf(urn), CEO);

/** What the channel shows of summaries, each as its words. */
async function shown(): Promise<string[]> {
  const team = stage.world.conversations.all().find(({ key }) => key.startsWith('team/'));
  if (team === undefined) throw new Error('The team was not noted.');
  const channel = `/api/conversations/${encodeURIComponent(team.conversationId)}/messages`;
  return ((await control('GET', channel)) as object[])
    .map((message) => textsOf(message).join('\n'))
    .filter((words) => words.includes('School categories this half term'));
}
const inPlace = () => summaryInPlace(stage.world, stage.messenger);

describe('the summary of a round', () => {
  it('is posted once, and where it stands is kept', async () => {
    for (const urn of [BARN, TAWNY, SNOWY]) await validate(urn, '2b');
    await deliveries.settle(going);
    expect(await shown()).toEqual([expect.stringContaining('All 3 schools have a validated category')]);
    expect(stage.world.posts.all()).toMatchObject([{ key: `category-summary/${HALF_TERM}` }]);
  });

  it('is let be while nothing changes', async () => {
    const before = stage.world.posts.all();
    await orderFaults([{ service: 'connector', method: 'PUT', status: 500, times: 1 }]);
    await inPlace();
    // The fault is still there: nothing was asked of Teams.
    await expect(noFaults()).rejects.toThrow('Faults nobody met');
    expect(stage.world.posts.all()).toEqual(before);
  });

  it('is replaced in its place when a school is late or its category changes, and nobody is told twice', async () => {
    await stage.world.judgements.takeBack('validation', BARN, HALF_TERM, versionOf(BARN), CEO);
    await inPlace();
    expect(await shown()).toEqual([expect.stringContaining('2 of 3 schools have a validated category')]);
    await validate(BARN, '2cc');
    await inPlace();
    await deliveries.settle(going);
    const [only, ...more] = await shown();
    expect(only).toContain('All 3 schools have a validated category');
    expect(only).toContain('At risk of slipping');
    expect(more).toEqual([]);
  });

  it('is tried again where Teams did not take it, by another instance as well', async () => {
    await validate(BARN, '2a');
    await orderFaults([{ service: 'connector', method: 'PUT', status: 503, times: 1 }]);
    await expect(inPlace()).rejects.toThrow();
    await noFaults();
    const other = await stage.place.open();
    await summaryInPlace(other, stage.messenger);
    expect((await shown())[0]).not.toContain('At risk of slipping');
  });

  it('is let go where somebody removed the post', async () => {
    await stage.world.refresh();
    const [post] = stage.world.posts.all();
    if (post === undefined) throw new Error('No post is kept.');
    await stage.world.posts.put({ ...post, activity: '1', says: '' });
    await inPlace();
    expect(stage.world.posts.all()[0]?.says).not.toBe('');
    expect(await shown()).toHaveLength(1);
  });
});
