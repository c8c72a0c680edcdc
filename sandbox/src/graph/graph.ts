import type { Context, Hono } from 'hono';
import type { Core } from '../core/core.ts';
import { type FrontEnv, front } from '../core/front.ts';
import { graphAudience } from '../entra/token-endpoint.ts';
import { bearer, TokenRejected } from '../entra/tokens.ts';
import { batch } from './batch.ts';
import { dispatch } from './dispatch.ts';
import { errorBody, type GraphAnswer } from './exchange.ts';
import { faultBody } from './faulty.ts';
import { withinMailboxLimit } from './mailbox-calls.ts';
import { Router } from './router.ts';
import { graphRoutes } from './routes.ts';
import { answerSubscriptions } from './subscriptions/routes.ts';

/** Microsoft Graph v1.0, as far as a school improvement app uses it; what is missing is a 501 in Graph's error shape. */
export function graph(core: Core): Hono<FrontEnv> {
  const app = front(core, 'graph', (fault, requestId) => faultBody(core, fault.status, requestId));
  const router = new Router(...graphRoutes);

  app.all('/v1.0/*', async (c) => {
    const requestId = c.get('requestId');
    const caller = await bearer(core, c.req.header('authorization'), graphAudience).catch((error: unknown) => {
      if (error instanceof TokenRejected) return error;
      throw error;
    });
    if (caller instanceof TokenRejected) {
      return c.json(errorBody(core, requestId, 'InvalidAuthenticationToken', caller.message), 401, {
        'WWW-Authenticate': 'Bearer',
      });
    }
    const body = await bodyOf(c);
    if (body === 'malformed') {
      return c.json(
        errorBody(
          core,
          requestId,
          'BadRequest',
          'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
        ),
        400,
      );
    }
    const { clientId, roles, person } = caller;
    const whole = { core, ...body, header: (name: string) => c.req.header(name), clientId, roles, person, requestId };
    const url = c.req.url.slice(c.req.url.indexOf('/v1.0/') + '/v1.0'.length);
    const isBatch = c.req.method === 'POST' && /^\/\$batch\/?$/i.test(decodeURIComponent(url));
    const single = { ...whole, method: c.req.method, url };
    const answer =
      (await answerSubscriptions(core, single)) ??
      (await withinMailboxLimit(core, single, isBatch, () =>
        isBatch ? batch(core, router, whole) : dispatch(core, router, single),
      ));
    if (answer.units !== undefined) c.set('units', answer.units);
    return response(c, answer);
  });

  app.notFound((c) =>
    c.json(
      errorBody(
        core,
        c.get('requestId'),
        'notImplemented',
        `The sandbox's Graph has no ${c.req.path}; its version is v1.0.`,
      ),
      501,
    ),
  );
  app.onError((error, c) => {
    console.error(error);
    return c.json(errorBody(core, c.get('requestId'), 'generalException', `The sandbox failed: ${error.message}`), 500);
  });
  return app;
}

async function bodyOf(c: Context<FrontEnv>): Promise<{ body: unknown; bytes: Uint8Array | undefined } | 'malformed'> {
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return { body: undefined, bytes: undefined };
  if (!/json/.test(c.req.header('content-type') ?? '') || c.req.method === 'PUT') {
    return { body: undefined, bytes: new Uint8Array(await c.req.arrayBuffer()) };
  }
  const text = await c.req.text();
  if (text === '') return { body: undefined, bytes: undefined };
  try {
    return { body: JSON.parse(text) as unknown, bytes: undefined };
  } catch {
    return 'malformed'; // answered 400 above
  }
}

function response(c: Context<FrontEnv>, answer: GraphAnswer): Response {
  const headers = new Headers({ 'OData-Version': '4.0', ...answer.headers });
  if (answer.bytes)
    return c.body(new Uint8Array(answer.bytes).buffer, {
      status: answer.status as 200,
      headers: Object.fromEntries(headers),
    });
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  headers.set(
    'Content-Type',
    'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  );
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}
