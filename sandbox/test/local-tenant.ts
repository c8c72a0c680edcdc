import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { type Sandbox, startSandbox, type Wanted } from '../src/start.ts';
import { type Answer, type Asked, ask, type Json } from './asking.ts';
import { scratch } from './scratch.ts';

const id = (last: string) => `6f1d3c1e-7a11-4c1d-9b9e-0000000000${last}`;
export const ids = {
  tenant: id('01'),
  ann: id('a1'),
  ben: id('a2'),
  office: id('a3'),
  bot: id('b1'),
  other: id('b2'),
  team: id('c1'),
  group: id('d1'),
};
export const secret = 'a secret that only the tests know';
/** What the tests' app was consented to; `ids.other` has nothing. */
export const roles = ['Sites.FullControl.All', 'Calendars.ReadWrite', 'User.Read.All', 'Group.Read.All'];
const domain = 'owls.onmicrosoft.com';
const user = (userId: string, displayName: string, name: string) => ({
  id: userId,
  displayName,
  userPrincipalName: `${name}@${domain}`,
  mail: `${name}@owls.example`,
});

/** Where `npm test` wants what is on the wire: a file a sandbox, since test files run side by side. */
function recorded(): Partial<Wanted> {
  const into = process.env.SANDBOX_RECORD;
  return into ? { record: into.replace('.exchanges', `-${randomUUID().slice(0, 8)}.exchanges`) } : {};
}

/** A sandbox of its own for one test file, with two heads, a mailbox, a team, two sites and two apps in its tenant. */
export class LocalTenant {
  readonly stateDir: string;
  #sandbox: Sandbox;
  #ca: string;
  #tokens = new Map<string, string>();

  private constructor(stateDir: string, sandbox: Sandbox) {
    this.stateDir = stateDir;
    this.#sandbox = sandbox;
    this.#ca = readFileSync(sandbox.ca, 'utf8');
  }

  /** Limits are off, for tests that measure something else; `limited` leaves them at the published figures. */
  static async start({
    limited = false,
    ...wanted
  }: Partial<Wanted> & { limited?: boolean } = {}): Promise<LocalTenant> {
    const stateDir = wanted.stateDir ?? scratch('sandbox');
    const made = new LocalTenant(stateDir, await startSandbox({ ...recorded(), ...wanted, stateDir }));
    if (!limited) await made.control('PUT', '/api/limits', { on: false });
    await made.control('PUT', '/api/tenant', {
      tenant: { id: ids.tenant, name: 'OWLS', domain },
      users: [
        user(ids.ann, 'Ann Ash', 'ann'),
        user(ids.ben, "Ben O'Hara", 'ben'),
        user(ids.office, 'Trust Office', 'office'),
      ],
      groups: [{ id: ids.group, displayName: 'Improvement', members: [ids.ann] }],
      sites: [
        { path: '/sites/improvement', displayName: 'Improvement' },
        { path: '/sites/heads', displayName: 'Heads', group: ids.group },
      ],
      teams: [
        {
          id: ids.team,
          displayName: 'Trust',
          channels: [{ displayName: 'General' }, { displayName: 'Categories' }],
          members: [ids.ann, ids.ben],
        },
      ],
      apps: [
        { id: ids.bot, displayName: 'Improvement', secret, roles, scopes: ['Calendars.Read.Shared'] },
        { id: ids.other, displayName: 'Another', secret },
      ],
    });
    return made;
  }

  get doors(): Sandbox {
    return this.#sandbox;
  }

  ask(url: string, asked?: Asked): Promise<Answer> {
    return ask(url, asked, this.#ca);
  }

  control(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.ask(this.#sandbox.page + path, { method, body });
  }

  token(scope: string, form: Readonly<Record<string, string>> = {}, tenant: string = ids.tenant): Promise<Answer> {
    const given = { grant_type: 'client_credentials', client_id: ids.bot, client_secret: secret, scope, ...form };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.ask(`${this.#sandbox.entra}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(given).toString(),
    });
  }

  /** A token for Graph on behalf of a person, by the token that Teams gives their tab. */
  async onBehalfOf(userId: string, form: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const { body } = await this.control('POST', '/api/tab-tokens', { userId, botId: ids.bot });
    return this.token('https://graph.microsoft.com/.default', {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: String(body.token),
      ...form,
    });
  }

  async bearer(scope: string): Promise<string> {
    const known = this.#tokens.get(scope) ?? `Bearer ${(await this.token(scope)).body.access_token}`;
    this.#tokens.set(scope, known);
    return known;
  }

  /** The next request fetches a token anew. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  async graph(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const url = path.startsWith('https:') ? path : this.#sandbox.graph + encodeURI(path).replaceAll('%25', '%');
    return this.ask(url, {
      method,
      body,
      headers: { authorization: await this.bearer('https://graph.microsoft.com/.default'), ...headers },
    });
  }

  async connector(method: string, path: string, body?: unknown): Promise<Answer> {
    const authorization = await this.bearer('https://api.botframework.com/.default');
    return this.ask(`${this.#sandbox.connector}/emea${path}`, { method, body, headers: { authorization } });
  }

  /** The site's id, and a new list with a unique key and one column of each type; answers the list's path. */
  async list(displayName: string): Promise<string> {
    const site = await this.graph('GET', '/sites/owls.sharepoint.com:/sites/improvement');
    const columns = [
      { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
      { name: 'School', text: {}, indexed: true },
      { name: 'HalfTerm', number: {}, indexed: true },
      { name: 'Pupils', number: { minimum: 0, maximum: 2000 } },
      { name: 'Notes', text: { allowMultipleLines: true } },
      { name: 'Late', boolean: {} },
      { name: 'SavedAt', dateTime: {}, indexed: true },
      { name: 'State', choice: { choices: ['draft', 'submitted'] } },
    ];
    const made = await this.graph('POST', `/sites/${site.body.id}/lists`, {
      displayName,
      columns,
      list: { template: 'genericList' },
    });
    return `/sites/${site.body.id}/lists/${made.body.id}`;
  }

  async stop(keepState = false): Promise<void> {
    await this.#sandbox.close();
    if (!keepState) rmSync(this.stateDir, { recursive: true, force: true });
  }
}

/** The elements of a JSON array. */
export function each(value: Json | undefined): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}
