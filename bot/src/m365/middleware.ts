/** The inner links of the chain a request to Graph goes through. */
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { TokenSource } from './identity.ts';
import type { TenantClock } from './tenant-clock.ts';

/** SharePoint asks programs to say who they are; those that do are throttled last. */
const USER_AGENT = 'ISV|OWLS|SchoolImprovement/0.1';

/** An answer of 401 means that nothing was done: once, the same request goes again with a new token. */
export class NewTokenMiddleware implements Middleware {
  #next: Middleware | undefined;
  readonly #tokens: TokenSource;

  constructor(tokens: TokenSource) {
    this.#tokens = tokens;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const given = context.options ?? {};
    for (const last of [false, true]) {
      const used = await this.#tokens.token();
      context.options = { ...given, headers: { ...Object.fromEntries(new Headers(given.headers)) } };
      await this.#next?.execute(context);
      if (context.response?.status !== 401 || last) return;
      this.#tokens.rejected(used);
    }
  }
}

/**
 * The last before the network: counts, bounds the time, reads the whole answer (so that a reset in the middle of it is
 * seen here and not later) and lets the clock learn from it. Redirects are errors: the token must not follow them.
 */
export class ObserveMiddleware implements Middleware {
  requests = 0;
  #next: Middleware | undefined;
  readonly #clock: TenantClock;
  readonly #timeout: number;

  constructor(clock: TenantClock, timeout: number) {
    this.#clock = clock;
    this.#timeout = timeout;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const headers = { ...Object.fromEntries(new Headers(context.options?.headers)), 'user-agent': USER_AGENT };
    context.options = { ...context.options, headers, redirect: 'error', signal: AbortSignal.timeout(this.#timeout) };
    this.requests += 1;
    const sentAt = this.#clock.mark();
    await this.#next?.execute(context);
    const response = context.response;
    if (response === undefined) return;
    const body = await response.arrayBuffer();
    this.#clock.learn(response.headers.get('date'), sentAt);
    context.response = new Response(body.byteLength === 0 ? null : body, {
      status: response.status,
      headers: response.headers,
    });
  }
}
