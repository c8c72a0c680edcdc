/** The sandbox's control API: what a person does in Teams' window, and what an administrator does in the tenant. */

/** An activity as the sandbox keeps it: only what a person could see of it. */
export interface ShownActivity {
  readonly id: string;
  readonly from: { readonly id: string; readonly name?: string };
  readonly text?: string;
  readonly timestamp: string;
  readonly updatedAt?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
}
/** An Adaptive Card, or any element of one. */
export interface Card {
  readonly type: string;
  readonly [property: string]: unknown;
}
export interface Endpoints {
  readonly entra: string;
  readonly graph: string;
  readonly connector: string;
  readonly page: string;
}
export interface Status {
  readonly tenant: { readonly id: string; readonly name: string; readonly domain: string } | null;
  readonly endpoints: Endpoints;
  readonly ca: string;
  readonly now: string;
}
export interface CalendarEvent {
  readonly id: string;
  readonly subject: string;
  readonly start: { readonly dateTime: string; readonly timeZone: string };
  readonly end: { readonly dateTime: string; readonly timeZone: string };
}
/** What came of pressing a button: the invoke's own status and body. */
export interface Pressed {
  readonly status: number;
  readonly body: {
    readonly statusCode: number;
    readonly type: string;
    readonly value: unknown;
  };
}

/** A storm that is over: of so many calls these went wrong. */
export interface Storm {
  readonly calls: number;
  readonly hits: readonly { readonly service: string; readonly kind: string; readonly path: string }[];
}

class ControlError extends Error {
  constructor(
    readonly status: number,
    path: string,
    said: string,
  ) {
    super(`${path} answered ${status}: ${said.slice(0, 300)}`);
    this.name = 'ControlError';
  }
}

export class Control {
  constructor(readonly page: string) {}

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.page}/api${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ControlError(answer.status, `${method} ${path}`, text);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  status = () => this.call<Status>('GET', '/status');
  putTenant = (tenant: unknown) => this.call<unknown>('PUT', '/tenant', tenant);
  putApp = (botId: string, app: unknown) => this.call<unknown>('PUT', `/teams-apps/${botId}`, app);
  install = (what: { readonly botId: string; readonly userId?: string; readonly teamId?: string }) =>
    this.call<{ readonly conversationId: string }>('POST', '/installations', what);
  uninstall = (what: { readonly botId: string; readonly userId?: string }) =>
    this.call<unknown>('DELETE', '/installations', what);
  conversationsOf = (userId: string) =>
    this.call<readonly { readonly id: string }[]>('GET', `/users/${encodeURIComponent(userId)}/conversations`);
  messages = (conversationId: string) =>
    this.call<readonly ShownActivity[]>('GET', `/conversations/${encodeURIComponent(conversationId)}/messages`);
  say = (conversationId: string, from: string, text: string) =>
    this.call<unknown>('POST', `/conversations/${encodeURIComponent(conversationId)}/messages`, { from, text });
  press = (
    conversationId: string,
    press: {
      readonly from: string;
      readonly activityId: string;
      readonly action: unknown;
      readonly inputs: Readonly<Record<string, string>>;
      readonly trigger?: 'manual' | 'automatic';
    },
  ) => this.call<Pressed>('POST', `/conversations/${encodeURIComponent(conversationId)}/actions`, press);
  tabToken = async (userId: string, botId: string) =>
    (await this.call<{ readonly token: string }>('POST', '/tab-tokens', { userId, botId })).token;
  now = async () => (await this.call<{ readonly now: string }>('GET', '/clock')).now;
  goTo = (now: string) => this.call<unknown>('POST', '/clock', { now });
  marks = (marks: readonly { readonly label: string; readonly at: string }[]) =>
    this.call<unknown>('PUT', '/clock/marks', marks);
  /** No limit is held against an app any more, or again: for what was recorded before the story. */
  exempt = (appId: string, isExempt: boolean) =>
    this.call<unknown>(isExempt ? 'PUT' : 'DELETE', `/limits/exempt/${appId}`);
  /** How many Microsoft 365 licences the tenant has: SharePoint's limits go by them. */
  licences = (licences: number) => this.call<unknown>('PUT', '/limits', { licences });
  limits = () => this.call<{ readonly refused: Readonly<Record<string, number>> }>('GET', '/limits');
  teams = () =>
    this.call<readonly { readonly id: string; readonly channels: readonly { readonly id: string }[] }[]>(
      'GET',
      '/teams',
    );
  /** Random faults of a share of all calls, the same again for the same seed, until `calm`. */
  storm = (order: { readonly seed: number; readonly rate: number }) =>
    this.call<unknown>('PUT', '/faults/storm', order);
  /** Every token given so far is expired, and another key signs those that come. */
  forgetTokens = async () => {
    await this.call<unknown>('POST', '/tokens/expire');
    await this.call<unknown>('POST', '/keys/roll', { key: 'entra' });
  };
  /** Ends the storm, and tells whom it hit. */
  calm = () => this.call<Storm>('DELETE', '/faults/storm');
  traffic = () => this.call<Readonly<Record<'graph' | 'connector', { readonly requests: number }>>>('GET', '/traffic');
  calendar = (userId: string, start: string, end: string) =>
    this.call<readonly CalendarEvent[]>(
      'GET',
      `/users/${encodeURIComponent(userId)}/calendar?start=${encodeURIComponent(start)}&end=${encodeURIComponent(end)}`,
    );
}
