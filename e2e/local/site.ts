import { mayPass, waitAsAsked } from './patience.ts';
import type { TrustedFetch } from './trusted-fetch.ts';

/** A list's row by the names of its columns as people see them. */
export type Row = Readonly<Record<string, string | number | boolean | undefined>>;

interface ListColumns {
  readonly id: string;
  /** Internal name by display name. */
  readonly columns: ReadonlyMap<string, string>;
}

/** A minute's limit is over after so many waits at the latest. */
const TRIES = 40;

/** The trust's SharePoint site as the IT person fills it: rows by display names, as one application. */
export class Site {
  private lists: ReadonlyMap<string, ListColumns> | undefined;
  private token: { readonly value: string; readonly until: number } | undefined;
  private id: string | undefined;

  constructor(
    private readonly fetch: TrustedFetch,
    private readonly at: {
      readonly entra: string;
      readonly graph: string;
      readonly tenantId: string;
      readonly clientId: string;
      readonly secret: string;
      readonly host: string;
      readonly path: string;
    },
  ) {}

  /** Adds rows, twenty a request; one that is there already (its unique key is refused) is left as it is. */
  async add(list: string, rows: readonly Row[], progress: (done: number) => void = () => undefined): Promise<void> {
    const { id, columns } = await this.list(list);
    const site = await this.siteId();
    for (let from = 0; from < rows.length; from += 20) {
      const requests = rows.slice(from, from + 20).map((row, index) => ({
        id: String(index),
        method: 'POST',
        url: `/sites/${site}/lists/${id}/items`,
        headers: { 'Content-Type': 'application/json' },
        body: { fields: internal(row, columns, list) },
      }));
      await this.batch(requests, list);
      progress(Math.min(rows.length, from + 20));
    }
  }

  /** Makes the requests of a batch; those that are put off or lost again, for the rows' keys are unique. */
  private async batch(requests: readonly { readonly id: string }[], list: string): Promise<void> {
    for (let open = requests; open.length > 0; ) {
      const { responses } = (await this.graph('POST', '/$batch', { requests: open })) as {
        readonly responses: readonly {
          readonly id: string;
          readonly status: number;
          readonly headers: Readonly<Record<string, string>>;
          readonly body: unknown;
        }[];
      };
      const later = responses.filter(({ status }) => mayPass(status));
      const refused = responses.find(
        ({ status, body }) =>
          status >= 400 && !mayPass(status) && !/duplicate|unique|exists/i.test(JSON.stringify(body)),
      );
      if (refused !== undefined) throw new Error(`${list} refused a row: ${JSON.stringify(refused.body)}`);
      const last = later.at(-1);
      if (last !== undefined) await waitAsAsked(last.headers);
      open = open.filter(({ id }) => later.some((one) => one.id === id));
    }
  }

  /** All rows of a list by display names. */
  async rows(list: string): Promise<readonly Record<string, unknown>[]> {
    const { id, columns } = await this.list(list);
    const found: Record<string, unknown>[] = [];
    let next: string | undefined = `/sites/${await this.siteId()}/lists/${id}/items?$expand=fields&$top=1000`;
    while (next !== undefined) {
      const page = (await this.graph('GET', next)) as {
        readonly value: readonly { readonly fields: Record<string, unknown> }[];
        readonly '@odata.nextLink'?: string;
      };
      for (const { fields } of page.value) {
        found.push(Object.fromEntries([...columns].map(([shown, name]) => [shown, fields[name]])));
      }
      next = page['@odata.nextLink'];
    }
    return found;
  }

  /** Any Graph request as this identity, made again where it may pass; throws on a refusal. */
  async graph(method: string, path: string, body?: unknown): Promise<unknown> {
    const url = path.startsWith('https://') ? path : `${this.at.graph}${path}`;
    const ask = async () => {
      const options = {
        headers: { authorization: `Bearer ${await this.bearer()}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      return this.fetch(method, url, options).catch(() => ({ status: 0, headers: {}, body: undefined }));
    };
    let answer = await ask();
    for (let tries = 1; tries < TRIES && (mayPass(answer.status) || answer.status === 401); tries += 1) {
      if (answer.status === 401) this.token = undefined;
      await waitAsAsked(answer.headers);
      answer = await ask();
    }
    if (answer.status >= 400)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  private async siteId(): Promise<string> {
    this.id ??= ((await this.graph('GET', `/sites/${this.at.host}:${this.at.path}`)) as { readonly id: string }).id;
    return this.id;
  }

  private async list(name: string): Promise<ListColumns> {
    this.lists ??= await this.readLists();
    const list = this.lists.get(name);
    if (list === undefined)
      throw new Error(`The site has no list "${name}", only ${[...this.lists.keys()].join(', ')}.`);
    return list;
  }

  private async readLists(): Promise<ReadonlyMap<string, ListColumns>> {
    const answer = (await this.graph('GET', `/sites/${await this.siteId()}/lists?$expand=columns&$top=200`)) as {
      readonly value: readonly {
        readonly id: string;
        readonly displayName: string;
        readonly columns: readonly { readonly name: string; readonly displayName: string }[];
      }[];
    };
    return new Map(
      answer.value.map(({ id, displayName, columns }) => [
        displayName,
        { id, columns: new Map(columns.map((column) => [column.displayName, column.name])) },
      ]),
    );
  }

  private async bearer(): Promise<string> {
    if (this.token === undefined || this.token.until < Date.now()) {
      const answer = await this.fetch('POST', `${this.at.entra}/${this.at.tenantId}/oauth2/v2.0/token`, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: this.at.clientId,
          client_secret: this.at.secret,
          scope: 'https://graph.microsoft.com/.default',
        }).toString(),
      });
      const got = answer.body as { readonly access_token?: string; readonly expires_in: number };
      if (got.access_token === undefined) throw new Error(`The set-up identity can't sign in: ${JSON.stringify(got)}`);
      this.token = { value: got.access_token, until: Date.now() + (got.expires_in - 60) * 1000 };
    }
    return this.token.value;
  }
}

function internal(row: Row, columns: ReadonlyMap<string, string>, list: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([shown, value]) => {
        const name = columns.get(shown);
        if (name === undefined) throw new Error(`The list "${list}" has no column "${shown}".`);
        return [name, value];
      }),
  );
}
