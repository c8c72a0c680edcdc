import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import permissions from '../../infra/permissions.json' with { type: 'json' };
import type { Trust } from '../trusts/trust.ts';
import { filledManifest } from './app-package.ts';
import { Control, type Endpoints } from './control.ts';
import { environmentOf, type Place, writeEnvironment } from './environment.ts';
import { type Installation, installationIn } from './identities.ts';
import { type Running, run, start, until } from './processes.ts';
import { Site } from './site.ts';
import { trusting } from './trusted-fetch.ts';

export interface Launch {
  /** The project's root. */
  readonly root: string;
  /** Where this installation keeps everything. */
  readonly stateDir: string;
  readonly trust: Trust;
  readonly heartbeatSeconds?: number;
  /** Microsoft 365 licences of the tenant, which decide SharePoint's limits; 300 when left out. */
  readonly licences?: number;
  /** Files for what is on the wire and for each card shown. */
  readonly record?: { readonly exchanges: string; readonly cards: string };
  /** Where to leave `.env.local`; left out, it is written nowhere. */
  readonly envDir?: string;
  readonly tell?: (step: string) => void;
}

/** The product running on a local Microsoft 365. */
export interface Local {
  readonly control: Control;
  readonly installation: Installation;
  readonly place: Place;
  readonly endpoints: Endpoints;
  readonly ca: string;
  /** The service's base address. */
  readonly bot: string;
  readonly site: Site;
  readonly processes: { readonly sandbox: Running; bot: Running };
  startBot(): Promise<void>;
  stop(): Promise<void>;
}

const SITE_PATH = '/sites/improvement';
const ORGANISER = 'school.improvement';

/** Where a trust's data stands in a tenant of the sandbox. */
export function placeOf(tenant: { readonly id: string; readonly domain: string }): Place {
  return {
    tenantId: tenant.id,
    siteHost: `${tenant.domain.split('.')[0]}.sharepoint.com`,
    sitePath: SITE_PATH,
    organiser: `${ORGANISER}@${tenant.domain}`,
  };
}

export async function launch(given: Launch): Promise<Local> {
  const tell = given.tell ?? (() => undefined);
  mkdirSync(given.stateDir, { recursive: true });
  const installation = await installationIn(given.stateDir);
  const logDir = join(given.stateDir, 'logs');
  const place = placeOf(given.trust.tenant);

  tell('Starting the local Microsoft 365');
  const { sandbox, endpoints, ca } = await startSandbox(given, installation, logDir);
  const control = new Control(endpoints.page);
  const { licences = 300 } = given;
  await control.licences(licences);
  const environment = environmentOf(installation, place, endpoints, {
    stateDir: given.stateDir,
    heartbeatSeconds: given.heartbeatSeconds ?? 0.5,
    licences,
    ca,
  });
  if (given.envDir !== undefined) writeEnvironment(given.envDir, environment);
  const env = { ...environment.plain, ...environment.secret };
  const bot = `http://localhost:${installation.ports.bot}`;

  const startBot = async (): Promise<Running> => {
    const service = start({ name: 'bot', script: join(given.root, 'bot/dist/main.mjs'), env, logDir });
    await Promise.race([
      until('the service is ready', 60, () => healthy(`${bot}/healthz`)),
      service.ended.then((code) => {
        throw new Error(`The service ended with ${code}; see ${join(logDir, 'bot.log')}.`);
      }),
    ]);
    return service;
  };

  const running: Running[] = [sandbox];
  try {
    tell('Making the tenant, its people and its site');
    await control.putTenant(tenantOf(given.trust, installation, place));
    tell('Setting up the lists');
    await run({ name: 'provision', script: join(given.root, 'bot/dist/provision.mjs'), env, logDir });
    tell('Starting the service');
    const processes = { sandbox, bot: await startBot() };
    running.unshift(processes.bot);
    await control.putApp(installation.botId, {
      manifest: filledManifest(join(given.root, 'appPackage/manifest.json'), environment.plain),
      messagingEndpoint: `${bot}/api/messages`,
      colorIcon: readFileSync(join(given.root, 'appPackage/color.png')).toString('base64'),
    });
    return {
      control,
      installation,
      place,
      endpoints,
      ca,
      bot,
      site: siteOf({ ca, endpoints, installation, place }),
      processes,
      startBot: async () => {
        processes.bot = await startBot();
      },
      stop: async () => {
        await processes.bot.stop();
        await sandbox.stop();
      },
    };
  } catch (error) {
    for (const one of running) await one.stop();
    throw error;
  }
}

/** Where `npm test` wants what is on the wire and the cards shown, if it does. */
export function recordAsAsked(): Pick<Launch, 'record'> {
  const { SANDBOX_RECORD: exchanges, SANDBOX_RECORD_CARDS: cards } = process.env;
  return exchanges && cards ? { record: { exchanges, cards } } : {};
}

/** Forgets an installation: everything it kept. */
export function forget(stateDir: string): void {
  if (existsSync(stateDir)) rmSync(stateDir, { recursive: true });
}

/** Graph as the set-up identity, or as the service: the only one that may read the mailbox of meetings. */
export function siteOf(
  { ca, endpoints, installation: made, place }: Pick<Local, 'ca' | 'endpoints' | 'installation' | 'place'>,
  as: 'set-up' | 'service' = 'set-up',
): Site {
  return new Site(trusting(ca), {
    entra: endpoints.entra,
    graph: endpoints.graph,
    tenantId: place.tenantId,
    ...(as === 'service'
      ? { clientId: made.botId, secret: made.botSecret }
      : { clientId: made.setupId, secret: made.setupSecret }),
    host: place.siteHost,
    path: place.sitePath,
  });
}

async function startSandbox(given: Launch, { ports }: Installation, logDir: string) {
  let ready: (Endpoints & { readonly ca: string }) | undefined;
  const sandbox = start(
    {
      name: 'sandbox',
      script: join(given.root, 'sandbox/dist/main.mjs'),
      args: [
        '--state',
        given.stateDir,
        '--ports',
        [ports.entra, ports.graph, ports.connector, ports.page].join(','),
        ...(given.record === undefined
          ? []
          : ['--record', given.record.exchanges, '--record-cards', given.record.cards]),
      ],
      env: { SANDBOX_CLOCK: given.trust.begins },
      logDir,
    },
    (line) => {
      if (line.startsWith('{"ready":true')) ready = JSON.parse(line) as Endpoints & { readonly ca: string };
    },
  );
  const { entra, graph, connector, page, ca } = await Promise.race([
    until('the sandbox is ready', 30, async () => ready),
    sandbox.ended.then((code) => {
      throw new Error(`The sandbox ended with ${code}; see ${join(logDir, 'sandbox.log')}.`);
    }),
  ]);
  return { sandbox, endpoints: { entra, graph, connector, page }, ca };
}

async function healthy(url: string): Promise<true | undefined> {
  try {
    const { ready } = (await (await fetch(url)).json()) as { readonly ready: boolean };
    return ready ? true : undefined;
  } catch {
    return undefined; // It does not listen yet.
  }
}

/** The tenant as its administrator would make it: people, one team, the data's own site, two app registrations with the rights of `infra/permissions.json`. */
export function tenantOf(trust: Trust, made: Installation, place: Place): unknown {
  const team = teamOf(trust);
  return {
    tenant: trust.tenant,
    users: [
      ...trust.people.map(({ id, name, email, title }) => ({
        id,
        displayName: name,
        userPrincipalName: email,
        mail: email,
        jobTitle: title,
      })),
      {
        id: `${team.id.slice(0, -1)}0`,
        displayName: 'School improvement',
        userPrincipalName: place.organiser,
        mail: place.organiser,
        jobTitle: 'Shared mailbox',
      },
    ],
    sites: [{ path: place.sitePath, displayName: 'School improvement data' }],
    teams: [team],
    apps: [
      {
        id: made.botId,
        displayName: 'OWLS Improvement',
        secret: made.botSecret,
        roles: permissions.service.roles,
        siteRoles: [{ path: place.sitePath, role: permissions.service.site }],
        exchangeRoles: [{ role: permissions.service.exchange, users: [place.organiser] }],
      },
      {
        id: made.setupId,
        displayName: 'OWLS Improvement set-up',
        secret: made.setupSecret,
        roles: permissions.setUp.roles,
        siteRoles: [{ path: place.sitePath, role: permissions.setUp.site }],
      },
    ],
  };
}

/** The team of everyone in the trust, where the summaries are posted. */
export function teamOf(trust: Trust) {
  return {
    id: `${trust.tenant.id.slice(0, -1)}1`,
    displayName: trust.tenant.name,
    channels: [{ displayName: 'General' }],
    members: trust.people.map(({ id }) => id),
  };
}
