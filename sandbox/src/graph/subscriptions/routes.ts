import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import { requireGrant } from '../access/check.ts';
import type { Unrouted } from '../dispatch.ts';
import { errorBody, type GraphAnswer, GraphError, type GraphRequest, notFound, notImplemented } from '../exchange.ts';
import { userOfRequest } from '../people/users.ts';
import { isValidated } from './delivery.ts';
import {
  forgetSubscription,
  keepSubscription,
  longestLife,
  type Subscription,
  subscription,
  subscriptionEntity,
  subscriptions,
} from './subscription.ts';

const Wanted = z.object({
  changeType: z.string(),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().nullish(),
  resource: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).nullish(),
  latestSupportedTlsVersion: z.string().nullish(),
});
const Renewal = z.object({
  expirationDateTime: z.iso.datetime({ offset: true }).optional(),
  notificationUrl: z.url().optional(),
});

const refused = (says: string, code = 'InvalidRequest') => new GraphError(400, code, says);
const entity = (core: Core, one: Subscription, status: number): GraphAnswer => ({
  status,
  body: {
    '@odata.context': `${core.endpoints.graph}/$metadata#subscriptions/$entity`,
    ...subscriptionEntity(one),
  },
});

/**
 * `/subscriptions`: alone among Graph's operations it asks somebody else before it answers, so it is not in the table of
 * the others, nor in a `$batch`. Undefined for any other path.
 */
export async function answerSubscriptions(core: Core, asked: Unrouted): Promise<GraphAnswer | undefined> {
  const { pathname } = new URL(asked.url, 'http://graph/');
  const [, first, id, action, ...more] = pathname.split('/');
  if (first?.toLowerCase() !== 'subscriptions' || more.length > 0) return undefined;
  const template = `/subscriptions${id ? '/{subscription}' : ''}${action ? `/${action}` : ''}`;
  try {
    const work = works[`${asked.method} ${template}`];
    if (work === undefined) throw notImplemented(`the operation ${asked.method} ${pathname}`);
    core.traffic.operation('graph', `${asked.method} ${template}`);
    return await work(core, asked, id ?? '');
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status: error.status, body: errorBody(core, asked.requestId, error.code, error.message) };
  }
}

type Work = (core: Core, asked: Unrouted, id: string) => GraphAnswer | Promise<GraphAnswer>;
const works: Readonly<Record<string, Work>> = {
  'POST /subscriptions': create,
  'GET /subscriptions': (core, { clientId }) => {
    const value = subscriptions(core)
      .filter((one) => one.app_id === clientId)
      .map(subscriptionEntity);
    return { status: 200, body: { '@odata.context': `${core.endpoints.graph}/$metadata#subscriptions`, value } };
  },
  'GET /subscriptions/{subscription}': (core, asked, id) => entity(core, own(core, asked, id), 200),
  'PATCH /subscriptions/{subscription}': renew,
  'DELETE /subscriptions/{subscription}': (core, asked, id) => {
    forgetSubscription(core, own(core, asked, id).id);
    return { status: 204 };
  },
  'POST /subscriptions/{subscription}/reauthorize': (core, asked, id) => {
    own(core, asked, id);
    return { status: 204 };
  },
};

async function create(core: Core, asked: Unrouted): Promise<GraphAnswer> {
  const given = understood(Wanted, asked.body);
  const what = target(asked, given.resource);
  const types = given.changeType.split(',').map((type) => type.trim().toLowerCase());
  const allowed = what.kind === 'list' ? ['updated'] : ['created', 'updated', 'deleted'];
  const wrong = types.find((type) => !allowed.includes(type));
  if (wrong !== undefined) throw refused(`The changeType '${wrong}' is not supported for this resource.`);
  const lifecycle = given.lifecycleNotificationUrl ?? null;
  for (const url of [given.notificationUrl, lifecycle]) if (url !== null) await requireEndpoint(url);
  const made: Subscription = {
    id: randomUUID(),
    app_id: asked.clientId,
    resource: given.resource,
    ...what,
    change_types: types.join(','),
    notification_url: given.notificationUrl,
    lifecycle_url: lifecycle,
    client_state: given.clientState ?? null,
    expires: expiry(core, what.kind, given.expirationDateTime),
  };
  core.store.write(() => keepSubscription(core, made));
  core.watcher.begin(made);
  return entity(core, made, 201);
}

async function renew(core: Core, asked: Unrouted, id: string): Promise<GraphAnswer> {
  const old = own(core, asked, id);
  const given = understood(Renewal, asked.body);
  if (given.notificationUrl !== undefined) await requireEndpoint(given.notificationUrl);
  const renewed: Subscription = {
    ...old,
    notification_url: given.notificationUrl ?? old.notification_url,
    expires: given.expirationDateTime === undefined ? old.expires : expiry(core, old.kind, given.expirationDateTime),
  };
  core.store.write(() => keepSubscription(core, renewed));
  core.watcher.renewed(renewed.id);
  return entity(core, renewed, 200);
}

/** A subscription of the caller's own; others' are not there for it. */
function own(core: Core, { clientId }: Unrouted, id: string): Subscription {
  const found = subscription(core, id);
  if (found?.app_id !== clientId) throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}

function understood<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw refused(z.prettifyError(read.error));
}

/** The list or the mailbox that a resource names; who may not read it may not be told of it. */
function target(asked: Unrouted, resource: string): Pick<Subscription, 'kind' | 'target'> {
  const path = resource.replace(/^\//, '');
  const [, site, list] = (/^sites\/([^/]+)\/lists\/([^/?]+)$/i.exec(path) ?? []).map(decodeURIComponent);
  if (site !== undefined && list !== undefined) {
    requireGrant(reading(asked, path, { site, list }), 'GET /sites/{site}/lists/{list}/items');
    const id = list.toLowerCase();
    if (asked.core.store.get('SELECT 1 AS yes FROM lists WHERE id = ?', id) === undefined) throw notFound();
    return { kind: 'list', target: id };
  }
  const [, person] = (/^users\/([^/]+)\/(?:events|calendar\/events)$/i.exec(path) ?? []).map(decodeURIComponent);
  if (person === undefined) throw notImplemented(`subscriptions to '${resource}'`);
  const request = reading(asked, path, { user: person });
  requireGrant(request, 'GET /users/{user}/events');
  return { kind: 'events', target: userOfRequest(request).id };
}

/** The request that would read what is watched. */
function reading(asked: Unrouted, path: string, holes: Readonly<Record<string, string>>): GraphRequest {
  return { ...asked, path, query: new URLSearchParams(), hole: (name) => holes[name] ?? '' };
}

function expiry({ clock }: Core, kind: Subscription['kind'], wanted: string): string {
  const at = Date.parse(wanted);
  if (at <= clock.ms()) throw refused('Subscription expiration must be in the future.');
  if (at > clock.ms() + longestLife[kind] * 60_000)
    throw refused(`Subscription expiration can only be ${longestLife[kind]} minutes in the future.`, 'ExtensionError');
  return new Date(at).toISOString();
}

/** Https, or http on this machine, where no other has a certificate; and it has to answer the validation. */
async function requireEndpoint(url: string): Promise<void> {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !(protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname)))
    throw refused('The notification URL has to begin with https.');
  const token = `Validation: Testing client application reachability for subscription ${randomUUID()}`;
  if (!(await isValidated(url, token))) {
    const says =
      'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.';
    throw refused(says, 'ValidationError');
  }
}
