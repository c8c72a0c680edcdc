import { describe, expect, it } from 'vitest';
import { type Messenger, Throttled, UnknownOutcome, Unreachable } from '../src/chat/messenger.ts';
import { Deliveries } from '../src/delivery/deliveries.ts';
import { WaveJournal } from '../src/delivery/journal.ts';
import { claim } from '../src/delivery/ledger.ts';
import { Pace } from '../src/delivery/pace.ts';
import { Sender } from '../src/delivery/sender.ts';
import { Slots } from '../src/delivery/slots.ts';
import type { World } from '../src/world.ts';
import { Tenant } from './delivery-tenant.ts';
import { scratch } from './scratch.ts';

const going = new AbortController().signal;

interface Instance {
  readonly world: World;
  readonly slots: Slots;
  readonly deliveries: Deliveries;
  beat(stop?: AbortSignal): Promise<void>;
}

/** An instance of the service with a journal directory of its own unless it is given one. */
async function instance(tenant: Tenant, messenger: Messenger, directory?: string): Promise<Instance> {
  const slots = new Slots(directory ?? scratch('instance'));
  await slots.take();
  const world = tenant.world();
  const compose = (duty: { readonly kind: string }) => ({
    card: { type: 'AdaptiveCard', version: '1.5' } as const,
    summary: duty.kind,
  });
  const deliveries = new Deliveries(world, messenger, slots, compose, new Sender(messenger, new Pace(5000)));
  return {
    world,
    slots,
    deliveries,
    async beat(stop = going) {
      await world.refresh();
      await deliveries.settle(stop);
    },
  };
}

const states = (tenant: Tenant) => [...tenant.undelivered.values()].map(({ state }) => state);

describe('what is owed in messages', () => {
  it('reaches every head once, in waves of at most a hundred', async () => {
    const tenant = new Tenant(250);
    const { beat } = await instance(tenant, tenant.messenger());
    await beat();
    await beat();
    expect(tenant.notOnce()).toEqual({});
    expect([...tenant.waves.values()].map(({ members, state, sent }) => [members.length, state, sent])).toEqual([
      [100, 'done', 100],
      [100, 'done', 100],
      [50, 'done', 50],
    ]);
  });

  it('is sent once by two instances that beat at the same time', async () => {
    const tenant = new Tenant(230);
    const one = await instance(tenant, tenant.messenger());
    const other = await instance(tenant, tenant.messenger());
    await Promise.all([one.beat(), other.beat()]);
    await Promise.all([one.beat(), other.beat()]);
    expect(tenant.notOnce()).toEqual({});
    expect(new Set([...tenant.waves.values()].map(({ claimedBy }) => claimedBy)).size).toBe(2);
  });

  it('is not claimed by an instance whose view of the ledger is old', async () => {
    const tenant = new Tenant(3);
    const stale = tenant.world();
    const { beat } = await instance(tenant, tenant.messenger());
    await beat();
    expect(await claim(stale, 'late', { tried: new Set(), had: new Map() })).toBeUndefined();
    expect(await claim(stale, 'late', { tried: new Set(), had: new Map() })).toBeUndefined();
    expect(tenant.waves.size).toBe(1);
  });

  it('keeps nobody waiting behind the many messages of one person', async () => {
    const tenant = new Tenant(20);
    const [busy] = tenant.people;
    if (busy === undefined) throw new Error('There is nobody.');
    const more = tenant.schools
      .slice(1, 7)
      .map(({ urn }) => ({ role: 'head', scope: { kind: 'school', urn } }) as const);
    tenant.people[0] = { ...busy, roles: [...busy.roles, ...more] };
    const { beat } = await instance(tenant, tenant.messenger());
    await beat();
    const first = tenant.arrived.slice(0, 20).map(({ person }) => person);
    expect(new Set(first).size).toBe(20);
    expect([...tenant.waves.values()].map(({ members }) => members.length)).toEqual([24, 2]);
    expect(tenant.notOnce()).toEqual({ [busy.id]: 7 });
  });

  it('comes as one message, not a pile, when the service was away', async () => {
    const tenant = new Tenant(2);
    tenant.now = tenant.now.add({ hours: 24 * 10 });
    const { beat } = await instance(tenant, tenant.messenger());
    await beat();
    expect(tenant.arrived.map(({ said }) => said)).toEqual(['soap-reminder', 'soap-reminder']);
  });
});

describe('when Teams does not simply take a message', () => {
  it('waits as long as it is told and sends again, for what was refused did not arrive', async () => {
    const tenant = new Tenant(5);
    let refusals = 2;
    const { beat } = await instance(
      tenant,
      tenant.messenger((_, deliver) => {
        refusals -= 1;
        if (refusals >= 0) throw new Throttled(0.05);
        deliver();
      }),
    );
    await beat();
    expect(tenant.notOnce()).toEqual({});
    expect(tenant.undelivered.size).toBe(0);
  });

  it('never sends again what may have arrived, and says so', async () => {
    const tenant = new Tenant(3);
    const victim = tenant.people[1]?.id;
    const { beat } = await instance(
      tenant,
      tenant.messenger((person, deliver) => {
        deliver();
        if (person === victim) throw new UnknownOutcome('502');
      }),
    );
    await beat();
    await beat();
    expect(tenant.notOnce()).toEqual({});
    expect([...tenant.undelivered.values()]).toMatchObject([{ person: victim, state: 'unknown', reason: '502' }]);
    expect([...tenant.waves.values()]).toMatchObject([{ state: 'done', sent: 2, unknown: 1 }]);
  });

  it('takes a card that somebody used as arrived', async () => {
    const tenant = new Tenant(1);
    const { beat, deliveries } = await instance(
      tenant,
      tenant.messenger(() => {
        throw new UnknownOutcome('reset');
      }),
    );
    await beat();
    const key = [...tenant.undelivered.keys()][0] ?? '';
    deliveries.seen(key);
    await beat();
    expect(states(tenant)).toEqual(['arrived']);
  });

  it('sends an unknown once more when the CEO asks for it, and only then', async () => {
    const tenant = new Tenant(1);
    let fails = true;
    const { beat, world } = await instance(
      tenant,
      tenant.messenger((_, deliver) => {
        if (fails) throw new UnknownOutcome('reset');
        deliver();
      }),
    );
    await beat();
    fails = false;
    await beat();
    expect(tenant.arrived).toHaveLength(0);
    const row = [...tenant.undelivered.values()][0];
    if (row === undefined) throw new Error('nothing is listed as undelivered');
    await world.undelivered.put([{ ...row, state: 'resend', at: tenant.now.add({ seconds: 5 }).toString() }]);
    await beat();
    await beat();
    expect(tenant.arrived).toHaveLength(1);
    expect(states(tenant)).toEqual(['arrived']);
  });

  it('goes on with the others past somebody who blocked the bot, and does not try that person for ever', async () => {
    const tenant = new Tenant(4);
    const blocked = tenant.people[0]?.id ?? '';
    let tries = 0;
    const { beat } = await instance(
      tenant,
      tenant.messenger((person, deliver) => {
        if (person !== blocked) return deliver();
        tries += 1;
        throw new Unreachable('ConversationBlockedByUser');
      }),
    );
    await beat();
    await beat();
    await beat();
    expect(tries).toBe(1);
    expect(tenant.notOnce()).toEqual({ [blocked]: 0 });
    expect([...tenant.undelivered.values()]).toMatchObject([{ person: blocked, state: 'unreachable' }]);
  });

  it('brings what is still owed to a person who unblocks the bot, once', async () => {
    const tenant = new Tenant(2);
    const person = tenant.people[0]?.id ?? '';
    let isBlocked = true;
    const fate = (to: string, deliver: () => void) => {
      if (to === person && isBlocked) throw new Unreachable('ConversationBlockedByUser');
      deliver();
    };
    const one = await instance(tenant, tenant.messenger(fate));
    const other = await instance(tenant, tenant.messenger(fate));
    await one.beat();
    isBlocked = false;
    tenant.install(person);
    await Promise.all([one.beat(), other.beat()]);
    await Promise.all([one.beat(), other.beat()]);
    expect(tenant.notOnce()).toEqual({});
    expect(states(tenant)).toEqual(['arrived']);
  });
});

describe('a person without the app', () => {
  it('is listed once, not claimed, and gets the message on installing it', async () => {
    const tenant = new Tenant(3);
    const person = tenant.people[2]?.id ?? '';
    tenant.conversations.delete(person);
    const { beat } = await instance(tenant, tenant.messenger());
    await beat();
    await beat();
    expect([...tenant.undelivered.values()]).toMatchObject([{ person, state: 'unreachable' }]);
    expect([...tenant.waves.values()].flatMap(({ members }) => members)).toHaveLength(2);
    tenant.install(person);
    await beat();
    await beat();
    expect(tenant.notOnce()).toEqual({});
    expect(states(tenant)).toEqual(['arrived']);
  });

  it('gets nothing that the CEO dismissed', async () => {
    const tenant = new Tenant(1);
    const person = tenant.people[0]?.id ?? '';
    tenant.conversations.delete(person);
    const { beat, world } = await instance(tenant, tenant.messenger());
    await beat();
    await world.undelivered.put([...tenant.undelivered.values()].map((row) => ({ ...row, state: 'dismissed' })));
    tenant.install(person);
    await beat();
    expect(tenant.arrived).toEqual([]);
  });
});

describe('an instance that sees a list later than another list', () => {
  it('does not take an old row of the undelivered for a reason to send what a later wave has sent', async () => {
    const tenant = new Tenant(1);
    const person = tenant.people[0]?.id ?? '';
    let isBlocked = true;
    const one = await instance(
      tenant,
      tenant.messenger((_, deliver) => {
        if (isBlocked) throw new Unreachable('ConversationBlockedByUser');
        deliver();
      }),
    );
    await one.beat();
    const old = new Map(tenant.undelivered);
    isBlocked = false;
    tenant.install(person);
    await one.beat();
    expect(tenant.arrived).toHaveLength(1);

    for (const [key, row] of old) tenant.undelivered.set(key, row);
    const other = await instance(tenant, tenant.messenger());
    await other.beat();
    expect(tenant.arrived).toHaveLength(1);
  });
});

describe('an instance that died in the middle of a wave', () => {
  it('goes on where its journal stands: the sent stay sent, the begun are unknown, the rest are sent', async () => {
    const tenant = new Tenant(6);
    const directory = scratch('died');
    const before = await instance(tenant, tenant.messenger(), directory);
    const wave = await claim(before.world, before.slots.own, { tried: new Set(), had: new Map() });
    const [sent = '', begun = ''] = wave?.members ?? [];
    const journal = await WaveJournal.open(before.slots.directory(before.slots.own), '000001');
    await journal.note({ key: sent, is: 'sending' });
    await journal.note({ key: sent, is: 'sent', activityId: '1' });
    await journal.note({ key: begun, is: 'sending' });
    await journal.close();

    const after = await instance(tenant, tenant.messenger(), directory);
    await after.beat();
    expect(tenant.arrived).toHaveLength(4);
    expect([...tenant.undelivered.values()]).toMatchObject([{ key: begun, state: 'unknown' }]);
    expect([...tenant.waves.values()]).toMatchObject([{ state: 'done', sent: 5, unknown: 1, unreachable: 0 }]);
  });

  it('sends nothing that was done meanwhile by other ways', async () => {
    const tenant = new Tenant(2);
    const directory = scratch('died');
    const before = await instance(tenant, tenant.messenger(), directory);
    await claim(before.world, before.slots.own, { tried: new Set(), had: new Map() });
    tenant.schools.pop();
    const after = await instance(tenant, tenant.messenger(), directory);
    await after.beat();
    expect(tenant.arrived).toHaveLength(1);
    expect([...tenant.waves.values()]).toMatchObject([{ state: 'done', sent: 1 }]);
  });

  it('leaves the rest of a wave to the next start when it is told to stop', async () => {
    const tenant = new Tenant(40);
    const directory = scratch('stopped');
    const stop = new AbortController();
    const before = await instance(
      tenant,
      tenant.messenger(async (_, deliver) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        deliver();
        if (tenant.arrived.length === 12) stop.abort();
      }),
      directory,
    );
    await before.beat(stop.signal);
    expect(tenant.arrived.length).toBeLessThan(40);
    const after = await instance(tenant, tenant.messenger(), directory);
    await after.beat();
    expect(tenant.notOnce()).toEqual({});
    expect(tenant.undelivered.size).toBe(0);
  });
});
