/**
 * A tenant for tests of the ledger: lists that several instances share, each seeing them through a replica of its own
 * that is as old as its last refresh, and a connector that counts what truly arrived.
 */
import { type Facts, instantAt, OWLS, type Person, type School } from '@owls/policy';
import { pino } from 'pino';
import type { Temporal } from 'temporal-polyfill';
import type { Messenger } from '../src/chat/messenger.ts';
import type { ConversationRow, UndeliveredRow, WaveRow } from '../src/service-stores.ts';
import type { World } from '../src/world.ts';
import { Conflict, Duplicate } from '../src/writes.ts';

export class Tenant {
  now: Temporal.Instant;
  readonly people: Person[];
  readonly schools: School[];
  readonly conversations = new Map<string, ConversationRow>();
  readonly waves = new Map<string, WaveRow>();
  readonly undelivered = new Map<string, UndeliveredRow>();
  /** What arrived at each person, in order: the truth that no answer can change. */
  readonly arrived: { readonly person: string; readonly said: string }[] = [];

  constructor(heads: number) {
    // The collection of autumn 2 opened the day before.
    this.now = instantAt(OWLS, '2026-12-01', '09:00');
    this.schools = Array.from({ length: heads }, (_, n) => schoolOf(100_000 + n));
    this.people = this.schools.map((school, n) => headOf(school, n));
    for (const person of this.people) this.install(person.id);
  }

  install(person: string): void {
    this.conversations.set(person, {
      key: person,
      conversationId: `a:${person}`,
      serviceUrl: 'https://connector.test/',
      state: 'installed',
    });
  }

  /** One instance's view of the tenant. */
  world(): World {
    let waves = new Map(this.waves);
    let undelivered = new Map(this.undelivered);
    const log = pino({ level: 'silent' });
    const world: Partial<World> = {
      policy: OWLS,
      log,
      now: () => this.now,
      facts: () => factsOf(this, waves.values()),
      refresh: async () => {
        await Promise.resolve();
        waves = new Map(this.waves);
        undelivered = new Map(this.undelivered);
      },
      rowProblems: () => [],
      conversations: {
        get: (key) => this.conversations.get(key),
        all: () => [...this.conversations.values()],
        put: async (row) => void this.conversations.set(row.key, row),
      },
      waves: {
        all: () => [...waves.values()],
        append: async (wave) => {
          const key = String(waves.size + 1).padStart(6, '0');
          await new Promise((resolve) => setTimeout(resolve, 2));
          if (this.waves.has(key)) throw new Duplicate(key);
          const row: WaveRow = { ...wave, key, state: 'claimed', sent: 0, unreachable: 0, unknown: 0, version: '1' };
          this.waves.set(key, row);
          waves.set(key, row);
          return row;
        },
        finish: async (wave, outcome) => {
          const current = this.waves.get(wave.key);
          if (current === undefined || current.version !== wave.version) throw new Conflict(current);
          const row: WaveRow = { ...wave, ...outcome, state: 'done', version: `${wave.version}+` };
          this.waves.set(wave.key, row);
          waves.set(wave.key, row);
          return row;
        },
      },
      undelivered: {
        all: () => [...undelivered.values()],
        put: async (rows) => {
          for (const row of rows) {
            this.undelivered.set(row.key, row);
            undelivered.set(row.key, row);
          }
        },
      },
      audit: { write: async () => undefined, of: async () => ({ changes: [], unreadable: 0 }) },
    };
    return world as World;
  }

  /** A connector that delivers, unless `fate` throws before or after that. */
  messenger(
    fate: (person: string, deliver: () => void) => void | Promise<void> = (_, deliver) => deliver(),
  ): Messenger {
    return {
      send: async (to, message) => {
        await fate(to.key, () => this.arrived.push({ person: to.key, said: message.summary }));
        return { activityId: `${this.arrived.length}` };
      },
      update: async () => undefined,
    };
  }

  /** How many messages each person got, for those who got another number than one. */
  notOnce(): Record<string, number> {
    const counts = Object.fromEntries(this.people.map(({ id }) => [id, 0]));
    for (const { person } of this.arrived) counts[person] = (counts[person] ?? 0) + 1;
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 1));
  }
}

function factsOf(tenant: Tenant, waves: Iterable<WaveRow>): Facts {
  return {
    schools: tenant.schools,
    people: tenant.people,
    returns: [],
    drafts: [],
    judgements: [],
    meetings: [],
    results: [],
    delivered: new Set([...waves].flatMap((wave) => wave.members)),
  };
}

function schoolOf(urn: number): School {
  return {
    urn: String(urn),
    name: `School ${urn}`,
    phase: 'primary',
    years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
    pupils: { Y1: 30 },
    cluster: '',
    governance: 'LGB',
    sponsored: false,
  };
}

function headOf(school: School, n: number): Person {
  const id = `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return {
    id,
    name: `Head ${n}`,
    email: `head${n}@trust.test`,
    roles: [{ role: 'head', scope: { kind: 'school', urn: school.urn } }],
  };
}
