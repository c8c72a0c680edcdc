/** The bot's chat, served over HTTP to the local Microsoft 365, with people who install it, type and press. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { OWLS, type Person, type TrustPolicy } from '@owls/policy';
import { z } from 'zod';
import { createChat } from '../src/chat/chat.ts';
import { createMessenger, type Messenger } from '../src/chat/messenger.ts';
import type { Config } from '../src/config.ts';
import type { OpenWorld } from '../src/store/open-world.ts';
import { control, makePlace, PEOPLE, type Place, TENANT_ID, typeTrust } from './tenant.ts';

/** Collections and rounds of categories are open on the day where the sandbox's clock stands. */
export const OPEN_NOW: TrustPolicy = {
  ...OWLS,
  soap: { ...OWLS.soap, window: { ...OWLS.soap.window, opens: { days: -32, at: '08:00' } } },
  categorisation: {
    ...OWLS.categorisation,
    round: { ...OWLS.categorisation.round, opens: { days: -32, at: '08:00' } },
  },
};
export const HALF_TERM = '2026-27/autumn-2';

const Answer = z.object({
  status: z.number(),
  body: z.object({ statusCode: z.number(), type: z.string(), value: z.unknown().optional() }).nullable().catch(null),
});
const Messages = z.array(
  z.looseObject({
    id: z.string(),
    from: z.looseObject({ id: z.string() }).optional(),
    text: z.string().optional(),
    summary: z.string().optional(),
    attachments: z.array(z.object({ content: z.looseObject({}) })).optional(),
  }),
);
export type Message = z.infer<typeof Messages>[number];

export interface Stage {
  readonly place: Place;
  readonly world: OpenWorld;
  readonly config: Config;
  readonly messenger: Messenger;
  /** Keys of deliveries whose card came back. */
  readonly seen: string[];
  /** Installs the app for a person; answers with the id of their chat. */
  install(person: Person): Promise<string>;
  uninstall(person: Person): Promise<void>;
  messages(person: Person): Promise<Message[]>;
  /** Types a text; answers with what the bot wrote in answer. */
  type(person: Person, text: string): Promise<Message[]>;
  /** Presses a universal action on a message; answers with the body of the invoke's answer. */
  press(person: Person, on: Message, verb: string, data: object, inputs?: object): Promise<Pressed>;
  /** Presses it as a client without universal actions does. */
  submit(person: Person, on: Message, data: object, inputs?: object): Promise<void>;
  close(): Promise<void>;
}
export interface Pressed {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
  /** Everything that the answer shows, as text to look for words in. */
  readonly text: string;
}

export async function makeStage(): Promise<Stage> {
  const place = await makePlace({ policy: OPEN_NOW });
  await typeTrust(place);
  const people: readonly Person[] = Object.values(PEOPLE);
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
    users: people.map(({ id, name, email }) => ({ id, displayName: name, userPrincipalName: email, mail: email })),
  });
  const world = await place.open();
  const config = configOf(place);
  const messenger = createMessenger(config, place.log);
  const seen: string[] = [];
  const chat = createChat({ config, world, messenger, log: place.log, onSeen: (key) => seen.push(key) });
  const { server, port } = await listen((request) => chat.process(request));
  await registerBot(place.settings.botId, port);
  // Tests type faster into one chat than Teams takes answers (seven a second).
  await control('PUT', `/api/limits/exempt/${place.settings.botId}`);
  const chats = new Map<string, string>();
  const chatOf = (person: Person): string => {
    const found = chats.get(person.id);
    if (!found) throw new Error(`${person.name} has not installed the app.`);
    return encodeURIComponent(found);
  };
  const act = (person: Person, on: Message, action: object, inputs: object) =>
    control('POST', `/api/conversations/${chatOf(person)}/actions`, {
      from: person.id,
      activityId: on.id,
      action,
      inputs,
    });
  const messages = async (person: Person) =>
    Messages.parse(await control('GET', `/api/conversations/${chatOf(person)}/messages`));

  return {
    ...{ place, world, config, messenger, seen, messages },
    async install(person) {
      const answer = await control('POST', '/api/installations', { botId: config.botId, userId: person.id });
      const { conversationId } = z.object({ conversationId: z.string() }).parse(answer);
      chats.set(person.id, conversationId);
      return conversationId;
    },
    async uninstall(person) {
      await control('DELETE', '/api/installations', { botId: config.botId, userId: person.id });
    },
    async type(person, text) {
      const before = (await messages(person)).length;
      await control('POST', `/api/conversations/${chatOf(person)}/messages`, { from: person.id, text });
      return (await messages(person)).slice(before + 1);
    },
    async press(person, on, verb, data, inputs = {}) {
      const { status, body } = Answer.parse(
        await act(person, on, { type: 'Action.Execute', verb, data: { ...data, verb } }, inputs),
      );
      if (status !== 200 || !body) throw new Error(`The invoke was answered ${status}.`);
      return { ...body, value: body.value, text: textsOf(body.value).join('\n') };
    },
    async submit(person, on, data, inputs = {}) {
      await act(person, on, { type: 'Action.Submit', data }, inputs);
    },
    close: () => closed(server),
  };
}

/** Settings of a whole service at this place. */
export function configOf({ settings, siteHost, sitePath }: Place): Config {
  const entra = settings.endpoints?.entra ?? '';
  return {
    botId: settings.botId,
    tabAppId: settings.botId,
    tenantId: settings.tenantId,
    botType: 'SingleTenant',
    botPassword: settings.botPassword ?? '',
    port: 0,
    endpoint: 'http://localhost',
    ...{ siteHost, sitePath },
    organiser: 'meetings@owls.example',
    licences: 0,
    heartbeatSeconds: 3600,
    journalDir: '',
    parentOrigins: [],
    endpoints: {
      entra,
      graph: settings.endpoints?.graph ?? '',
      openIdMetadata: `${entra}/botframework/v1/.well-known/openidconfiguration`,
      tokenIssuer: 'https://api.botframework.com',
      login: `${entra}/${settings.tenantId}`,
    },
  };
}

async function registerBot(botId: string, port: number): Promise<void> {
  await control('PUT', `/api/teams-apps/${botId}`, {
    manifest: { name: { short: 'Owls' }, bots: [{ botId, scopes: ['personal', 'team'] }] },
    messagingEndpoint: `http://localhost:${port}/api/messages`,
  });
}

export async function listen(
  answer: (request: Request) => Promise<Response>,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = serve({ fetch: answer, port: 0 }) as Server;
  if (!server.listening) await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, port: address.port };
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/** The card of a message, or of an invoke's answer. */
export function cardOf(shown: Message): Record<string, unknown> {
  const content = shown.attachments?.[0]?.content;
  if (!content) throw new Error(`There is no card in ${JSON.stringify(shown)}.`);
  return content;
}

/** Every text of a card, for looking up words. */
export function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && ['text', 'title', 'label', 'value', 'message'].includes(key)
      ? [value]
      : textsOf(value),
  );
}

const Sent = z.looseObject({ version: z.string().optional() });
/** The data a button of a card sends, by the button's title. */
export function dataOf(card: unknown, title: string): Record<string, unknown> {
  const actions = z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), data: Sent.optional() })) })
    .parse(card);
  const found = actions.actions.find((action) => action.title === title);
  if (!found)
    throw new Error(`There is no button "${title}", only ${actions.actions.map((one) => one.title).join(', ')}.`);
  return found.data ?? {};
}

/** What the inputs of a card hold, as a client sends them. */
export function inputsOf(node: unknown): Record<string, string> {
  if (Array.isArray(node)) return Object.assign({}, ...node.map(inputsOf));
  if (typeof node !== 'object' || node === null) return {};
  const here = z
    .looseObject({ type: z.string().startsWith('Input.'), id: z.string(), value: z.unknown().optional() })
    .safeParse(node);
  const mine = here.success ? { [here.data.id]: here.data.value === undefined ? '' : String(here.data.value) } : {};
  return Object.assign(mine, ...Object.values(node).map(inputsOf));
}
