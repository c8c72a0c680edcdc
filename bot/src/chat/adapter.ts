/**
 * The only file that knows botbuilder, whose last version this is: another SDK takes its place by changing this file.
 * What it gives the rest: activities that are certainly from Teams and from our tenant, and a connector that posts once.
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import {
  AppCredentials,
  type AuthenticateRequestResult,
  AuthenticationError,
  type ConnectorClient,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { Activity, tenantsOf } from './activity.ts';
import { type ConnectorToken, connectorToken } from './connector-token.ts';

/** Teams' own activities are far smaller; anything bigger is not from Teams. */
const MAX_BODY_BYTES = 256 * 1024;
/** A post that was not answered in this time has an unknown outcome. */
const ANSWER_WITHIN_MS = 20_000;
const CHANNEL_ISSUER = 'https://api.botframework.com';

/** The Bot Connector of one conversation. Each call is one HTTP request: nothing is repeated behind our back. */
export interface Connector {
  send(conversationId: string, activity: object): Promise<{ readonly activityId: string }>;
  /** Starts a thread in a channel with its first post. */
  startThread(channelId: string, activity: object): Promise<{ readonly activityId: string }>;
  update(conversationId: string, activityId: string, activity: object): Promise<void>;
}

/** What a turn is answered with over HTTP: Teams reads a body only of an invoke. */
export interface TurnAnswer {
  readonly status: number;
  readonly body?: object;
}
type OnActivity = (activity: Activity, connector: Connector) => Promise<TurnAnswer>;

export interface ChatAdapter {
  /** Authenticates and parses a delivery of Teams, runs the turn and answers as Teams expects. */
  receive(request: Request, onActivity: OnActivity): Promise<Response>;
  /** Runs `act` with the connector at `serviceUrl`, outside any turn. */
  proactively<T>(serviceUrl: string, conversationId: string, act: (connector: Connector) => Promise<T>): Promise<T>;
}

/** Nothing was sent: the address is nobody's we send to. */
export class UntrustedAddress extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UntrustedAddress';
  }
}

const adapters = new WeakMap<Config, ChatAdapter>();

/** One adapter a configuration, so that messenger and turns share its tokens. Throws on an empty application id. */
export function chatAdapter(config: Config, log: Logger): ChatAdapter {
  const known = adapters.get(config);
  if (known) return known;
  const made = createAdapter(config, log);
  adapters.set(config, made);
  return made;
}

function createAdapter(config: Config, log: Logger): ChatAdapter {
  // botbuilder takes an empty id as "no authentication": everybody would be let in.
  if (config.botId.trim() === '') throw new Error('BOT_ID is empty: the bot would accept anybody. Not starting.');
  const token = connectorToken(config);
  const authentication = new ConfigurationBotFrameworkAuthentication(
    endpointSettings(config),
    new TenantCredentialsFactory(config.botId, token),
  );
  const adapter = new TeamsAdapter(authentication);
  adapter.use(async (context, next) => {
    removeRetries(context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey));
    await next();
  });
  const connectorOf = (context: TurnContext) =>
    connectorOver(context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey), config, token);

  return {
    async receive(request, onActivity) {
      if (request.method !== 'POST') return problem(405, 'Only POST is answered here.');
      const body = await readJson(request);
      if ('status' in body) return problem(body.status, body.says);
      const parsed = Activity.safeParse(body.json);
      if (!parsed.success) return problem(400, 'That is not an activity.');
      const activity = parsed.data;
      // Before the token is looked at: other channels open other doors in botbuilder, and without an address the token's claim is not compared.
      if (activity.channelId !== 'msteams' || activity.serviceUrl === '') return problem(401, 'Not from Teams.');

      let proof: AuthenticateRequestResult;
      try {
        proof = await adapter.authenticate(body.json, request.headers.get('authorization') ?? '');
      } catch (error) {
        if (isUnavailable(error)) {
          log.error({ err: error }, 'The keys that sign Teams deliveries could not be fetched');
          return problem(503, 'The signing keys could not be fetched; try again.');
        }
        log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'A delivery was refused');
        return problem(401, 'The token is not valid.');
      }
      const issuer = proof.claimsIdentity.getClaimValue('iss');
      if (issuer !== (config.endpoints?.tokenIssuer ?? CHANNEL_ISSUER)) return problem(401, 'Not from Teams.');
      const tenants = tenantsOf(activity);
      if (tenants.length === 0 || tenants.some((tenant) => tenant.toLowerCase() !== config.tenantId)) {
        log.warn({ tenants }, 'A delivery from another tenant was refused');
        return problem(403, 'Not from our tenant.');
      }

      let answer: TurnAnswer = { status: 200 };
      try {
        await adapter.run(proof, body.json, async (context) => {
          answer = await onActivity(activity, connectorOf(context));
        });
      } catch (error) {
        log.error({ err: error, type: activity.type, name: activity.name }, 'A turn failed');
        return problem(500, 'The bot could not do that just now.');
      }
      const { status, body: said } = answer;
      return said === undefined ? new Response(null, { status }) : Response.json(said, { status });
    },

    async proactively(serviceUrl, conversationId, act) {
      if (!config.endpoints && !isMicrosofts(serviceUrl)) {
        throw new UntrustedAddress(`The conversation's service address ${serviceUrl} is not one of Microsoft's.`);
      }
      const reference = {
        bot: { id: `28:${config.botId}`, name: '' },
        channelId: 'msteams',
        conversation: { id: conversationId, isGroup: false, conversationType: '', name: '', tenantId: config.tenantId },
        serviceUrl,
      };
      const done: { value?: { readonly of: Awaited<ReturnType<typeof act>> } } = {};
      await adapter.continueConversationAsync(config.botId, reference, async (context) => {
        done.value = { of: await act(connectorOf(context)) };
      });
      if (!done.value) throw new Error('The conversation was continued without acting.');
      return done.value.of;
    },
  };
}

/** CloudAdapter with authentication and turn apart, so that a bad token is 401 whatever the library throws at it. */
class TeamsAdapter extends CloudAdapter {
  authenticate(body: Raw, header: string): Promise<AuthenticateRequestResult> {
    return this.botFrameworkAuthentication.authenticateRequest(asActivity(body), header);
  }
  async run(proof: AuthenticateRequestResult, body: Raw, logic: (context: TurnContext) => Promise<void>) {
    await this.processActivity(proof, asActivity(body), logic);
  }
}

type Raw = Record<string, unknown>;
type BotActivity = TurnContext['activity'];
function asActivity(body: Raw): BotActivity {
  const activity = { ...body };
  if (!isActivity(activity)) throw new TypeError('An activity has a type.');
  return activity;
}
/** The library's type names dozens of fields; what the turn reads of them was parsed by our own schema. */
function isActivity(body: Raw): body is Raw & BotActivity {
  return typeof body.type === 'string';
}

/** All of botbuilder's addresses or none; the emulator's is never set, since it would be a second door. */
function endpointSettings(config: Config): Record<string, string | boolean> {
  if (!config.endpoints) return { MicrosoftAppId: config.botId, MicrosoftAppTenantId: config.tenantId };
  const { login, tokenIssuer, openIdMetadata } = config.endpoints;
  return {
    MicrosoftAppId: config.botId,
    MicrosoftAppTenantId: config.tenantId,
    ToChannelFromBotLoginUrl: login.toLowerCase(),
    ToChannelFromBotOAuthScope: CHANNEL_ISSUER,
    ToBotFromChannelTokenIssuer: tokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
    OAuthUrl: new URL('/oauth', login).href,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  };
}

class TenantCredentialsFactory extends ServiceClientCredentialsFactory {
  constructor(
    private readonly appId: string,
    private readonly token: ConnectorToken,
  ) {
    super();
  }
  async isValidAppId(appId: string): Promise<boolean> {
    return appId.toLowerCase() === this.appId;
  }
  async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  async createCredentials(appId: string, audience: string | undefined) {
    if (!(await this.isValidAppId(appId))) throw new Error('Not our application.');
    return new TenantCredentials(appId, audience ?? CHANNEL_ISSUER, this.token);
  }
}

class TenantCredentials extends AppCredentials {
  constructor(
    appId: string,
    scope: string,
    private readonly token: ConnectorToken,
  ) {
    super(appId, undefined, scope);
  }
  // The base class caches by application for the whole process; MSAL caches by configuration.
  override getToken(): Promise<string> {
    return this.token.get();
  }
  protected async refreshToken() {
    return { accessToken: await this.token.get(), expiresOn: new Date() };
  }
}

function connectorOver(client: ConnectorClient, config: Config, token: ConnectorToken): Connector {
  const options = { timeout: ANSWER_WITHIN_MS };
  const from = { id: `28:${config.botId}`, name: '' };
  /** A token can be refused before its time, when keys are rolled or access was taken and given again. */
  async function noting401<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof Error && Reflect.get(error, 'statusCode') === 401) token.rejected();
      throw error;
    }
  }
  return {
    async send(conversationId, activity) {
      const sent = await noting401(() =>
        client.conversations.sendToConversation(conversationId, { from, ...activity }, options),
      );
      return { activityId: sent.id };
    },
    async startThread(channelId, activity) {
      const made = await noting401(() =>
        client.conversations.createConversation(
          {
            isGroup: true,
            bot: from,
            tenantId: config.tenantId,
            channelData: { channel: { id: channelId }, tenant: { id: config.tenantId } },
            activity: asActivity({ ...activity }),
          },
          options,
        ),
      );
      return { activityId: made.activityId };
    },
    async update(conversationId, activityId, activity) {
      await noting401(() =>
        client.conversations.updateActivity(conversationId, activityId, { from, id: activityId, ...activity }, options),
      );
    },
  };
}

const Pipelined = z.object({ pipeline: z.object({ removePolicy: z.function() }) });

/** botbuilder repeats a POST on 5xx and resets, whatever its options say: people would get cards twice. */
function removeRetries(client: ConnectorClient): void {
  const inner: unknown = Reflect.get(client, 'client');
  if (!hasPipeline(inner)) throw new Error('botbuilder changed inside: its retries could not be removed.');
  inner.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
}
function hasPipeline(
  inner: unknown,
): inner is { pipeline: { removePolicy(policy: { readonly name: string }): unknown } } {
  return Pipelined.safeParse(inner).success;
}

/** A conversation is kept in a list that people can edit: our token goes to no address but Microsoft's. */
function isMicrosofts(serviceUrl: string): boolean {
  const { protocol, hostname } = new URL(serviceUrl);
  return (
    protocol === 'https:' &&
    (hostname === 'smba.trafficmanager.net' || /\.(botframework|teams\.microsoft)\.com$/.test(hostname))
  );
}

/** Whether a token could not be judged at all, as opposed to being bad. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof Error && error.name === 'FetchError';
}

async function readJson(request: Request): Promise<{ json: Raw } | { status: number; says: string }> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) {
    return { status: 413, says: 'That is too big.' };
  }
  const text = await request.text();
  if (text.length > MAX_BODY_BYTES) return { status: 413, says: 'That is too big.' };
  try {
    const json: unknown = JSON.parse(text);
    const read = z.record(z.string(), z.unknown()).safeParse(json);
    return read.success ? { json: read.data } : { status: 400, says: 'That is not an activity.' };
  } catch (error) {
    if (error instanceof SyntaxError) return { status: 400, says: 'That is not JSON.' };
    throw error;
  }
}

function problem(status: number, message: string): Response {
  return Response.json({ error: { code: String(status), message } }, { status });
}
