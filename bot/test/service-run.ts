/** The built service as a process of its own, on a site of its own in the local Microsoft 365. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { OWLS, type Person, type TrustPolicy } from '@owls/policy';
import { z } from 'zod';
import { personFields, roleFields } from '../src/trust/rows.ts';
import { scratch } from './scratch.ts';
import { control, makePlace, type Place, TENANT_ID } from './tenant.ts';

const bot = fileURLToPath(new URL('..', import.meta.url));

/** Collections open on the very day where the sandbox's clock stands, so that no test has to move it for the others. */
export const OPEN_NOW: TrustPolicy = {
  ...OWLS,
  soap: { ...OWLS.soap, window: { ...OWLS.soap.window, opens: { days: -32, at: '08:00' } } },
};
const POLICY_FILE = join(scratch('policy'), 'policy.json');
writeFileSync(POLICY_FILE, JSON.stringify(OPEN_NOW));

export function build(): void {
  execFileSync(process.execPath, [join(bot, 'build.mjs')], { stdio: 'inherit' });
}

export interface Stage {
  readonly place: Place;
  readonly heads: readonly Person[];
  readonly ceo: Person;
  /** A port kept for the instance that Teams talks to. */
  readonly port: number;
  /** Types the schools into their list; from then on their heads owe returns. */
  typeSchools(): Promise<void>;
  install(person: Person): Promise<void>;
}

/** A trust of so many schools, its people known to Entra and typed into the lists, the schools not yet. */
export async function makeStage(count: number): Promise<Stage> {
  const place = await makePlace({ policy: OPEN_NOW });
  const ceo = personOf('Grace Adeyemi', { role: 'ceo', scope: { kind: 'trust' } });
  const heads = Array.from({ length: count }, (_, n) =>
    personOf(`Head ${n}`, { role: 'head', scope: { kind: 'school', urn: String(200_000 + n) } }),
  );
  const people = [ceo, ...heads];
  const users = people.map(({ id, name, email }) => ({ id, displayName: name, userPrincipalName: email, mail: email }));
  await control('PUT', '/api/tenant', { tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' }, users });
  const port = await freePort();
  await control('PUT', `/api/teams-apps/${place.settings.botId}`, {
    manifest: { name: { short: 'Owls' }, bots: [{ botId: place.settings.botId, scopes: ['personal', 'team'] }] },
    messagingEndpoint: `http://localhost:${port}/api/messages`,
  });
  await place.type('People', people.map(personFields));
  await place.type(
    'Roles',
    people.flatMap((one) => one.roles.map((held) => roleFields({ person: one.id, held }, one.name))),
  );
  return {
    place,
    heads,
    ceo,
    port,
    typeSchools: async () => {
      await place.type(
        'Schools',
        heads.map((_, n) => ({
          Key: String(200_000 + n),
          Title: `School ${n}`,
          Phase: 'primary',
          YearGroups: 'R Y1 Y2 Y3 Y4 Y5 Y6',
          Governance: 'LGB',
          Sponsored: false,
        })),
      );
    },
    install: async (person) => {
      await control('POST', '/api/installations', { botId: place.settings.botId, userId: person.id });
    },
  };
}

function personOf(name: string, ...roles: Person['roles']): Person {
  const id = randomUUID();
  return { id, name, email: `${id}@owls.example`, roles };
}

export interface Instance {
  readonly url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
  log(): string;
}

export interface StartOptions {
  readonly journalDir: string;
  readonly port?: number;
  readonly heartbeatSeconds?: number;
  readonly organiser?: string;
  /** Another build of the service than the one in this room. */
  readonly program?: string;
}

/** Starts the service on the stage; resolves once it listens, or with `ready`, once it is ready. */
export async function start({ place, port: ownPort }: Stage, options: StartOptions, ready = true): Promise<Instance> {
  const port = options.port ?? ownPort;
  const child = spawn(process.execPath, ['--enable-source-maps', options.program ?? join(bot, 'dist/main.mjs')], {
    env: { ...process.env, ...environmentOf(place, port, options) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const url = `http://localhost:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}: ${log}`);
    const health = await healthOf(url);
    return health !== undefined && (!ready || health.ready);
  });
  return {
    url,
    log: () => log,
    kill: () => ended(child, 'SIGKILL').then(() => undefined),
    stop: () => ended(child, 'SIGTERM'),
  };
}

export function environmentOf({ settings, siteHost, sitePath }: Place, port: number, options: StartOptions) {
  const entra = settings.endpoints?.entra ?? '';
  return {
    BOT_ID: settings.botId,
    BOT_TENANT_ID: settings.tenantId,
    BOT_TYPE: 'SingleTenant',
    SECRET_BOT_PASSWORD: settings.botPassword ?? '',
    PORT: String(port),
    BOT_ENDPOINT: `http://localhost:${port}`,
    SITE_HOST: siteHost,
    SITE_PATH: sitePath,
    ORGANISER: options.organiser ?? 'meetings@owls.example',
    HEARTBEAT_SECONDS: String(options.heartbeatSeconds ?? 0.5),
    JOURNAL_DIR: options.journalDir,
    POLICY_FILE,
    ENTRA_URL: entra,
    GRAPH_URL: settings.endpoints?.graph ?? '',
    CONNECTOR_OPENID_METADATA: `${entra}/botframework/v1/.well-known/openidconfiguration`,
    CONNECTOR_TOKEN_ISSUER: 'https://api.botframework.com',
    CONNECTOR_LOGIN_URL: `${entra}/${settings.tenantId}`,
  };
}

/** Takes back what is left of the ordered faults: some stand for a bad hour, not for a number of bad answers. */
export const endFaults = (): Promise<unknown> => control('DELETE', '/api/faults');

const running = new Set<ChildProcess>();

/** Ends whatever a failed test left behind. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map((child) => ended(child, 'SIGKILL')));
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export { freePort };

const HealthAnswer = z.object({ ready: z.boolean() });
async function healthOf(url: string): Promise<z.infer<typeof HealthAnswer> | undefined> {
  try {
    return HealthAnswer.parse(await (await fetch(`${url}/healthz`)).json());
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Asks again until it holds. Throws after the given seconds. */
export async function until(holds: () => Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It did not come to hold within ${seconds} s: ${holds.toString()}`);
    await delay(100);
  }
}

const Conversations = z.array(z.object({ id: z.string() }));
const Messages = z.array(
  z.object({
    id: z.string(),
    summary: z.string().optional(),
    attachments: z.array(z.object({ content: z.unknown() })).optional(),
  }),
);
export type ShownMessage = z.infer<typeof Messages>[number];

/** Every message a person sees from the bot whose card carries a delivery's key of this kind: the truth of what arrived. */
export async function cardsOf(person: Person, kind: string): Promise<(ShownMessage & { conversation: string })[]> {
  const conversations = Conversations.parse(await control('GET', `/api/users/${person.id}/conversations`));
  const found = await Promise.all(
    conversations.map(async ({ id }) => {
      const messages = Messages.parse(await control('GET', `/api/conversations/${encodeURIComponent(id)}/messages`));
      return messages.map((message) => ({ ...message, conversation: id }));
    }),
  );
  return found.flat().filter((message) => JSON.stringify(message.attachments ?? '').includes(`"${kind}/`));
}

export async function tokenOf(person: Person, place: Place): Promise<string> {
  const answer = await control('POST', '/api/tab-tokens', { userId: person.id, botId: place.settings.botId });
  return z.object({ token: z.string() }).parse(answer).token;
}
