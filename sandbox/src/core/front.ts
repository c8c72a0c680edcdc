import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Trouble } from '../faults/kinds.ts';
import type { Core } from './core.ts';

import { withoutSecrets } from './recording.ts';
import { wireOf } from './wire.ts';

/** A service's Hono environment: the raw request, and an id that is in the answer and in the ledger. */
export interface FrontEnv {
  Bindings: HttpBindings;
  Variables: { requestId: string; units?: number };
}
type Faulty = (fault: Trouble & { status: number }, requestId: string) => unknown;

/** What stands before a service: ids, the tenant's time, ordered faults, the count and the recording of its traffic. */
export function front(core: Core, service: 'entra' | 'graph' | 'connector', errorBody: Faulty): Hono<FrontEnv> {
  const app = new Hono<FrontEnv>();
  app.use('*', async (c, next) => {
    const began = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    const url = new URL(c.req.url);
    const asked = `${url.pathname.replace(/^\/v1\.0(?=\/)/, '')}${decode(url.search)}`;
    const fault = core.faults.meet(service, c.req.method, asked);
    if (fault?.delayMs) await pause(fault.delayMs);
    const instead =
      fault?.status === undefined
        ? undefined
        : faultAnswer({ ...fault, status: fault.status }, url, requestId, errorBody);
    if (!fault || fault.when === 'after' || (!instead && !fault.drop)) await next();
    const counted = (status: number) => {
      const units = c.get('units');
      return core.traffic.call({
        ...{ at: core.clock.iso(), service, method: c.req.method, path: url.pathname + url.search },
        ...{ status, ms: Math.round(performance.now() - began) },
        ...(units === undefined ? {} : { units }),
      });
    };
    if (fault?.drop) {
      counted(0);
      c.env.incoming.socket.destroy();
      c.res = RESPONSE_ALREADY_SENT;
      return;
    }
    if (instead) c.res = instead;
    c.header('request-id', requestId);
    c.header('x-ms-correlation-request-id', requestId);
    c.header('Date', core.clock.httpDate());
    const n = counted(c.res.status);
    if (service !== 'entra' && core.recording.on) await record(core, service, c);
    // Entra's bodies are secrets and tokens: nobody gets to look at them.
    if (service !== 'entra') core.traffic.wire(n, await wireOf(c));
  });
  return app;
}

function decode(search: string): string {
  try {
    return decodeURIComponent(search.replaceAll('+', ' '));
  } catch {
    return search; // a malformed escape: matched as it stands
  }
}

function faultAnswer(fault: Trouble & { status: number }, url: URL, requestId: string, errorBody: Faulty): Response {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (fault.retryAfter !== undefined) headers['retry-after'] = String(fault.retryAfter);
  if (fault.status === 401) headers['www-authenticate'] = 'Bearer';
  if (fault.status === 410) headers.location = url.origin + url.pathname;
  return new Response(JSON.stringify(fault.body ?? errorBody(fault, requestId)), { status: fault.status, headers });
}

async function record(core: Core, service: 'graph' | 'connector', c: Context<FrontEnv>): Promise<void> {
  const isJson = (type: string | null | undefined) => /json/.test(type ?? '');
  const text = isJson(c.req.header('content-type')) ? await c.req.text() : '';
  const answer = isJson(c.res.headers.get('content-type')) ? await c.res.clone().text() : '';
  core.recording.exchange({
    service,
    method: c.req.method,
    url: c.req.url,
    requestHeaders: withoutSecrets(c.req.raw.headers),
    requestBody: parsed(text),
    status: c.res.status,
    responseBody: parsed(answer),
  });
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // not JSON in spite of its header: kept as it was
  }
}
