import type { Context, Hono } from 'hono';
import type { Core } from '../core/core.ts';
import { type FrontEnv, front } from '../core/front.ts';
import { connectorAudience } from '../entra/token-endpoint.ts';
import { bearer, TokenRejected } from '../entra/tokens.ts';
import { headersOf } from '../limits/refusal.ts';
import type { Scenario } from '../limits/teams-limits.ts';
import { ConnectorError } from './connector-error.ts';
import { bot } from './conversations.ts';
import { createConversation, NewConversation } from './create-conversation.ts';
import { guestRoutes } from './guest-client.ts';
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
      code: fault.status === 429 ? 'TooManyRequests' : fault.status === 401 ? 'Unauthorized' : 'ServiceError',
      message: `The sandbox was ordered to answer ${fault.status}.`,
    },
  }));
  app.onError((error, c) => {
    if (error instanceof ConnectorError)
      return c.json({ error: { code: error.code, message: error.message } }, error.status, error.headers);
    console.error(error);
    return c.json({ error: { code: 'ServiceError', message: `The sandbox failed: ${error.message}` } }, 500);
  });

  const on = (method: string, path: string, work: Work, scenario?: Scenario) => {
    app.on(method, `/emea/v3${path}`, async (c) => {
      core.traffic.operation('connector', `${method} /v3${path}`);
      const request = await botRequest(core, c);
      const holes = Object.fromEntries(Object.entries(c.req.param()).map(([name, value]) => [name, String(value)]));
      requireRoom(core, request, scenario, threadOf(request, holes));
      const { status, body } = core.store.write(() => work(request, holes));
      return body === undefined ? new Response(null, { status }) : c.json(body, status);
    });
  };
  on('POST', '/conversations', createConversation, 'create');
  on('POST', '/conversations/:conversation/activities', send, 'send');
  on('POST', '/conversations/:conversation/activities/:activity', reply, 'send');
  on('PUT', '/conversations/:conversation/activities/:activity', replacePosted, 'send');
  on('DELETE', '/conversations/:conversation/activities/:activity', removePosted, 'send');
  on('GET', '/conversations/:conversation/members', members, 'old members');
  on('GET', '/conversations/:conversation/pagedmembers', pagedMembers, 'members');
  on('GET', '/conversations/:conversation/members/:member', member, 'members');
  on('GET', '/teams/:team/conversations', teamChannels, 'members');
  guestRoutes(app, core);
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

/** Refuses what goes over one of Teams' limits for bots. */
function requireRoom(core: Core, { botId }: BotRequest, scenario: Scenario | undefined, thread: string): void {
  const refused = core.limits.ofBot(botId, scenario, thread);
  if (refused === undefined) return;
  throw new ConnectorError(429, 'TooManyRequests', `Too many requests. (${refused.limit})`, headersOf(refused));
}

/** The conversation that a request counts for; a new chat counts for the person it is made with. */
function threadOf({ body }: BotRequest, { conversation, team }: Readonly<Record<string, string>>): string {
  const named = conversation ?? team;
  if (named !== undefined) return named.split(';')[0] ?? named;
  const asked = NewConversation.safeParse(body);
  return (asked.success && (asked.data.channelData?.channel?.id ?? asked.data.members?.[0]?.id)) || '';
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
