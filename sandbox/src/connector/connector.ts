import type { Context, Hono } from 'hono';
import type { Core } from '../core/core.ts';
import { type FrontEnv, front } from '../core/front.ts';
import { connectorAudience } from '../entra/token-endpoint.ts';
import { bearer, TokenRejected } from '../entra/tokens.ts';
import { ConnectorError } from './connector-error.ts';
import { bot } from './conversations.ts';
import { createConversation } from './create-conversation.ts';
import { removePosted, replacePosted, reply, send } from './posting.ts';
import { member, members, pagedMembers, teamChannels } from './roster.ts';

/** One request of a bot, its token checked. */
export interface BotRequest {
  readonly core: Core;
  readonly botId: string;
  readonly requestId: string;
  readonly body: unknown;
  readonly query: (name: string) => string | undefined;
}
type Work = (request: BotRequest, holes: Readonly<Record<string, string>>) => { status: 200 | 201; body?: unknown };

/** The Bot Connector of Teams, under the region path that `serviceUrl` names. */
export function connector(core: Core): Hono<FrontEnv> {
  const app = front(core, 'connector', (fault) => ({
    error: {
      code: fault.status === 429 ? 'TooManyRequests' : 'ServiceError',
      message: `The sandbox was ordered to answer ${fault.status}.`,
    },
  }));
  app.onError((error, c) => {
    if (error instanceof ConnectorError)
      return c.json({ error: { code: error.code, message: error.message } }, error.status);
    console.error(error);
    return c.json({ error: { code: 'ServiceError', message: `The sandbox failed: ${error.message}` } }, 500);
  });

  const on = (method: string, path: string, work: Work) => {
    app.on(method, `/emea/v3${path}`, async (c) => {
      core.traffic.operation('connector', `${method} /v3${path}`);
      const request = await botRequest(core, c);
      const holes = Object.fromEntries(Object.entries(c.req.param()).map(([name, value]) => [name, String(value)]));
      const { status, body } = core.store.write(() => work(request, holes));
      return body === undefined ? new Response(null, { status }) : c.json(body, status);
    });
  };
  on('POST', '/conversations', createConversation);
  on('POST', '/conversations/:conversation/activities', send);
  on('POST', '/conversations/:conversation/activities/:activity', reply);
  on('PUT', '/conversations/:conversation/activities/:activity', replacePosted);
  on('DELETE', '/conversations/:conversation/activities/:activity', removePosted);
  on('GET', '/conversations/:conversation/members', members);
  on('GET', '/conversations/:conversation/pagedmembers', pagedMembers);
  on('GET', '/conversations/:conversation/members/:member', member);
  on('GET', '/teams/:team/conversations', teamChannels);
  app.notFound((c) =>
    c.json(
      {
        error: { code: 'NotImplemented', message: `The sandbox's Bot Connector has no ${c.req.method} ${c.req.path}.` },
      },
      501,
    ),
  );
  return app;
}

async function botRequest(core: Core, c: Context<FrontEnv>): Promise<BotRequest> {
  const { clientId } = await bearer(core, c.req.header('authorization'), connectorAudience).catch((error: unknown) => {
    if (error instanceof TokenRejected) throw new ConnectorError(401, 'Unauthorized', error.message);
    throw error;
  });
  if (!bot(core.store, clientId))
    throw new ConnectorError(401, 'BotNotRegistered', `No bot is registered with the app id '${clientId}'.`);
  const given = {
    core,
    botId: clientId.toLowerCase(),
    requestId: c.get('requestId'),
    query: (name: string) => c.req.query(name),
  };
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return { ...given, body: undefined };
  try {
    return { ...given, body: (await c.req.json()) as unknown };
  } catch {
    throw new ConnectorError(400, 'BadSyntax', 'The body is not JSON.');
  }
}
