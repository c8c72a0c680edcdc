/**
 * A place in the local Microsoft 365 for one test file: a site with the lists set up, the service's application and
 * the set-up identity, and a trust of three schools with their people.
 */
import { randomUUID } from 'node:crypto';
import { type Meeting, OWLS, type Person, type School, type TrustPolicy } from '@owls/policy';
import { type Logger, pino } from 'pino';
import permissions from '../../infra/permissions.json' with { type: 'json' };
import { connectGraph, type Graph } from '../src/m365/graph.ts';
import { tokenSource } from '../src/m365/identity.ts';
import { planFields } from '../src/meetings/rows.ts';
import { provision } from '../src/provision/provision.ts';
import { type OpenWorld, openWorld } from '../src/store/open-world.ts';
import { personFields, roleFields, schoolFields } from '../src/trust/rows.ts';

/** One state of the sandbox is one tenant. */
export const TENANT_ID = '11111111-2222-4333-8444-555555555555';
const DOMAIN = 'owls.example';

export interface Fault {
  readonly service: 'graph' | 'connector' | 'entra';
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly times?: number;
  readonly when?: 'before' | 'after';
  readonly delayMs?: number;
  readonly drop?: true;
  readonly body?: unknown;
}

function door(name: 'ENTRA' | 'GRAPH' | 'CONNECTOR' | 'PAGE'): string {
  const address = process.env[`SANDBOX_${name}`];
  if (address === undefined) throw new Error('No sandbox: run these tests through bot/test/run-with-sandbox.mjs.');
  return address;
}

/** The sandbox's control API. Throws if it refuses. */
export async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${door('PAGE')}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

export const orderFaults = (faults: readonly Fault[]): Promise<unknown> => control('PUT', '/api/faults', faults);
/** Ends the ordered faults. Throws if one of them was never met: then the test showed nothing. */
export async function noFaults(): Promise<void> {
  const unmet = await control('GET', '/api/faults');
  await control('DELETE', '/api/faults');
  if (!Array.isArray(unmet) || unmet.length > 0) throw new Error(`Faults nobody met: ${JSON.stringify(unmet)}`);
}

export interface Place {
  readonly siteHost: string;
  readonly sitePath: string;
  readonly policy: TrustPolicy;
  /** Application id of the set-up identity; its secret is `setup-secret`. */
  readonly setupId: string;
  /** Graph as the set-up identity: what an owner of the site could do by hand. */
  readonly byHand: Graph;
  /** Settings of the service, as `openWorld` takes them. */
  readonly settings: Parameters<typeof openWorld>[0];
  readonly log: Logger;
  /** Another instance of the service on the same site, under another policy where one is given. */
  open(under?: TrustPolicy): Promise<OpenWorld>;
  /** `/sites/{id}/lists/{id}`: to name a list of this place in a fault. */
  listPath(list: string): Promise<string>;
  /** Adds rows as a person would type them; gives the items' ids. */
  type(list: string, rows: readonly object[]): Promise<string[]>;
  /** All rows of a list, read anew from SharePoint. */
  rows(list: string): Promise<readonly SiteRow[]>;
  /** Changes a row by hand, without asking whether somebody else did. */
  retype(list: string, id: string, fields: object): Promise<void>;
}

interface SiteRow {
  readonly id: string;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Graph as an application of the tenant. */
export function graphAs(clientId: string, secret: string): Graph {
  const tokens = tokenSource({ tenantId: TENANT_ID, clientId, proof: { secret }, authority: door('ENTRA') });
  return connectGraph({ base: door('GRAPH'), tokens });
}

/**
 * Makes the site and the applications; `setUp: false` leaves the lists to the test, `group` connects it to a group,
 * `organiser` is the mailbox the service may use.
 */
export async function makePlace(
  options: { setUp?: boolean; group?: string; policy?: TrustPolicy; organiser?: string } = {},
): Promise<Place> {
  const policy = options.policy ?? OWLS;
  const name = randomUUID();
  const [app, setup] = [randomUUID(), randomUUID()];
  const sitePath = `/sites/t-${name}`;
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: DOMAIN },
    ...(options.group === undefined ? {} : { groups: [{ id: options.group, displayName: 'All heads', members: [] }] }),
    sites: [{ path: sitePath, displayName: name, ...(options.group === undefined ? {} : { group: options.group }) }],
    apps: [
      {
        ...{ id: app, displayName: 'Service', secret: 'service-secret', roles: permissions.service.roles },
        siteRoles: [{ path: sitePath, role: permissions.service.site }],
        exchangeRoles: [
          { role: permissions.service.exchange, users: [options.organiser ?? ORGANISER.userPrincipalName] },
        ],
      },
      {
        ...{ id: setup, displayName: 'Set-up', secret: 'setup-secret', roles: permissions.setUp.roles },
        siteRoles: [{ path: sitePath, role: permissions.setUp.site }],
      },
    ],
  });
  const siteHost = `${DOMAIN.split('.')[0]}.sharepoint.com`;
  const byHand = graphAs(setup, 'setup-secret');
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const settings = {
    ...{ botId: app, tenantId: TENANT_ID, botType: 'SingleTenant' as const, botPassword: 'service-secret' },
    ...{ siteHost, sitePath, endpoint: 'https://owls.example' },
    endpoints: {
      entra: door('ENTRA'),
      graph: door('GRAPH'),
      openIdMetadata: `${door('CONNECTOR')}/v1/.well-known/openidconfiguration`,
      tokenIssuer: 'https://api.botframework.com',
      login: door('ENTRA'),
    },
  };
  if (options.setUp !== false) await provision(byHand, { siteHost, sitePath }, policy);
  const listPath = async (title: string): Promise<string> => {
    const site = (await byHand.get(`/sites/${siteHost}:${sitePath}`)) as { id: string };
    const list = (await byHand.get(`/sites/${site.id}/lists/${encodeURIComponent(title)}`)) as { id: string };
    return `/sites/${site.id}/lists/${list.id}`;
  };
  return {
    ...{ siteHost, sitePath, policy, setupId: setup, byHand, settings, log, listPath },
    open: (under = policy) => openWorld(settings, under, log),
    async type(title, rows) {
      const url = `${await listPath(title)}/items`;
      const answers = await byHand.batch(rows.map((fields) => ({ method: 'POST', url, body: { fields } })));
      return answers.map(({ status, body }) => {
        if (status !== 201) throw new Error(`${title} refused a row: ${status} ${JSON.stringify(body)}`);
        return (body as { id: string }).id;
      });
    },
    async rows(title) {
      const url = `${await listPath(title)}/items?$expand=fields&$top=5000`;
      return ((await byHand.get(url)) as { value: SiteRow[] }).value;
    },
    async retype(title, id, fields) {
      await byHand.send({ method: 'PATCH', url: `${await listPath(title)}/items/${id}/fields`, body: fields });
    },
  };
}

const school = (urn: string, name: string, cluster: string): School => ({
  ...{ urn, name, phase: 'primary', cluster, governance: 'LGB', sponsored: false, joined: '2019-09-01' },
  years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
  pupils: { R: 28, Y1: 30, Y2: 29, Y3: 30, Y4: 27, Y5: 31, Y6: 30 },
  ofsted: { grade: 2, on: '2022-06-15' },
});

export const SCHOOLS: readonly School[] = [
  school('115850', 'Barn Lane Primary School', 'East'),
  school('115851', 'Tawny Hill Primary School', 'East'),
  school('115852', 'Little Snowy Primary School', 'West'),
];

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const person = (number: number, name: string, ...roles: Person['roles']): Person => ({
  id: id(number),
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@${DOMAIN}`,
  roles,
});

/** The shared mailbox of the trust's meetings, as the sandbox is told of it. */
export const ORGANISER = {
  ...{ id: '90000000-0000-4000-8000-000000000001', displayName: 'Meetings', mail: 'meetings@owls.example' },
  userPrincipalName: 'meetings@owls.example',
};

/** The CEO, two cluster leaders and three heads. */
export const PEOPLE = {
  ceo: person(1, 'Grace Adeyemi', { role: 'ceo', scope: { kind: 'trust' } }),
  east: person(2, 'Owen Price', { role: 'cluster-leader', scope: { kind: 'cluster', cluster: 'East' } }),
  west: person(3, 'Mina Shah', { role: 'cluster-leader', scope: { kind: 'cluster', cluster: 'West' } }),
  head0: person(4, 'Ruth Barnes', { role: 'head', scope: { kind: 'school', urn: '115850' } }),
  head1: person(5, 'Tom Holt', { role: 'head', scope: { kind: 'school', urn: '115851' } }),
  head2: person(6, 'Ana Silva', { role: 'head', scope: { kind: 'school', urn: '115852' } }),
} as const;

/** Types the three schools and their people into the lists. */
export async function typeTrust(place: Place): Promise<void> {
  const people: readonly Person[] = Object.values(PEOPLE);
  const filled = (fields: object): object =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  await place.type(
    'Schools',
    SCHOOLS.map((one) => filled(schoolFields(one))),
  );
  await place.type(
    'People',
    people.map((one) => filled(personFields(one))),
  );
  const roles = people.flatMap((one) => one.roles.map((held) => roleFields({ person: one.id, held }, one.name)));
  await place.type('Roles', roles.map(filled));
}

/** Types meetings that stand in no calendar yet. */
export async function typeMeetings(place: Place, meetings: readonly Meeting[]): Promise<void> {
  const { timeZone } = place.policy.trust;
  const rows = meetings.map((one) => planFields({ rule: '', sentBySchools: [], ...one }, timeZone));
  await place.type(
    'Meetings',
    rows.map((fields) => ({ ...fields, State: 'agreed' })),
  );
}
