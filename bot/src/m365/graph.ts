/**
 * The one way to Microsoft Graph: authenticated, patient as `retry.ts` says, within Outlook's and SharePoint's
 * limits, and the source of the tenant's time. Answers come back as unknown data for the caller to parse.
 */
import {
  AuthenticationHandler,
  Client,
  GraphClientError,
  HTTPMessageHandler,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import { type BatchRequest, inBatches } from './batch.ts';
import { failureOf, GraphFailure } from './graph-failure.ts';
import type { TokenSource } from './identity.ts';
import { Lane } from './lane.ts';
import { NewTokenMiddleware, ObserveMiddleware } from './middleware.ts';
import { isNetworkFailure, PATIENCE, type Patience, Pause, REPEATABLE, RetryMiddleware, UNITS } from './retry.ts';
import { TenantClock } from './tenant-clock.ts';
import { UnitBudget, unitsOf } from './units.ts';

export type { BatchRequest } from './batch.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface GraphRequest {
  readonly method: Method;
  /** Relative to the version, for example `/sites/…`, or a link that Graph gave. */
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A POST that may be made again when its answer was lost, because a unique key or `transactionId` guards it. */
  readonly repeatable?: true;
}

export interface GraphAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Graph {
  /** Tenant time as Graph's answers tell it. */
  readonly clock: TenantClock;
  /** Makes one request. Throws {@link GraphFailure} for a status of 400 and above and for an answer that never came. */
  send(request: GraphRequest): Promise<GraphAnswer>;
  /** The body of a GET. */
  get(url: string): Promise<unknown>;
  /**
   * Makes any number of requests, twenty to a `$batch`, in order. Parts that were throttled are made again. Answers
   * stand where their requests stood and carry their own status; a part's failure is not thrown.
   */
  batch(requests: readonly BatchRequest[]): Promise<GraphAnswer[]>;
  /** Whether looking at lists now would keep nobody waiting who writes to them. */
  hasPlenty(): boolean;
  /** HTTP requests that left so far, repetitions included. */
  requests(): number;
}

export interface GraphOptions {
  readonly tokens: TokenSource;
  /** With version, for example `https://graph.microsoft.com/v1.0`, which it is when left out. */
  readonly base?: string;
  readonly patience?: Patience;
  /** Microsoft 365 licences of the tenant, which decide how much SharePoint may be asked for; few when left out. */
  readonly licences?: number;
  /** Longest time for one attempt, in milliseconds. */
  readonly timeout?: number;
  /** Told each time a request is made again. */
  readonly onRetry?: (why: string) => void;
}

const MICROSOFT = 'https://graph.microsoft.com/v1.0';
/** Outlook: four requests at a time for an application and a mailbox. */
const MAILBOX_LANE = 4;
/** Enough to hide latency; more would only be throttled. */
const OTHER_LANE = 8;
const isMailbox = (url: string): boolean => /^\/(users|me)\//i.test(url);

export function connectGraph(options: GraphOptions): Graph {
  const base = new URL(options.base ?? MICROSOFT);
  const version = base.pathname.replaceAll('/', '');
  const clock = new TenantClock();
  const onRetry = options.onRetry ?? (() => undefined);
  const patience = options.patience ?? PATIENCE;
  const observe = new ObserveMiddleware(clock, options.timeout ?? 45_000);
  const budget = UnitBudget.of(options.licences ?? 0);
  const client = Client.initWithMiddleware({
    baseUrl: `${base.origin}/`,
    defaultVersion: version,
    customHosts: new Set([base.hostname]),
    middleware: [
      new RetryMiddleware(new Pause(), budget, patience, onRetry),
      new NewTokenMiddleware(options.tokens),
      new AuthenticationHandler({ getAccessToken: () => options.tokens.token() }),
      observe,
      new HTTPMessageHandler(),
    ],
  });
  const mailboxes = new Lane(MAILBOX_LANE);
  const others = new Lane(OTHER_LANE);

  /** A link that Graph gave is only followed on Graph's own host: the token goes with it. */
  function within(url: string): string {
    if (url.startsWith('/')) return url;
    const link = new URL(url);
    if (link.origin !== base.origin || !link.pathname.startsWith(`/${version}/`)) {
      throw new GraphFailure(0, 'foreignLink', url, `not on ${base.origin}, so it is not followed`);
    }
    return link.pathname.slice(version.length + 1) + link.search;
  }

  async function exchange(request: GraphRequest, url: string, units: number): Promise<GraphAnswer> {
    const asked = client
      .api(url)
      .responseType(ResponseType.RAW)
      .headers({
        ...request.headers,
        ...(request.repeatable === true ? { [REPEATABLE]: '1' } : {}),
        ...(units === 0 ? {} : { [UNITS]: String(units) }),
      });
    const response: Response = await {
      GET: () => asked.get(),
      POST: () => asked.post(request.body),
      PATCH: () => asked.patch(request.body),
      DELETE: () => asked.delete(),
    }[request.method]();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await bodyOf(response) };
  }

  async function send(request: GraphRequest, width = 1, units?: number): Promise<GraphAnswer> {
    const url = within(request.url);
    const cost = units ?? unitsOf(request.method, url);
    const operation = `${request.method} ${url.split('?')[0]}`;
    const lane = isMailbox(url) || width > 1 ? mailboxes : others;
    let answer: GraphAnswer;
    try {
      answer = await lane.through(() => exchange(request, url, cost), width);
    } catch (error) {
      const cause = causeOf(error);
      if (!isNetworkFailure(cause)) throw cause;
      throw new GraphFailure(0, '', operation, cause instanceof Error ? cause.message : 'no answer', undefined, {
        cause,
      });
    }
    if (answer.status >= 400) throw failureOf(operation, answer.status, answer.body);
    return answer;
  }

  return {
    clock,
    send: (request) => send(request),
    get: async (url) => (await send({ method: 'GET', url })).body,
    batch: (requests) =>
      inBatches(
        requests.map((request) => ({ ...request, url: within(request.url) })),
        (part, body, again) =>
          send(
            { method: 'POST', url: '/$batch', body, ...(again ? { repeatable: true } : {}) },
            part.some((request) => isMailbox(request.url)) ? MAILBOX_LANE : 1,
            part.reduce((sum, request) => sum + unitsOf(request.method, request.url), 0),
          ),
        patience,
        onRetry,
      ),
    hasPlenty: () => budget.hasPlenty(),
    requests: () => observe.requests,
  };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** What the chain threw, as `RetryMiddleware` carried it past the client. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphClientError && error.customError !== undefined ? error.customError : error;
}
