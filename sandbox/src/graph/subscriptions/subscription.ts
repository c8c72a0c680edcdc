import type { Core } from '../../core/core.ts';

/** What is kept, and the time by which it ends. */
export type Kept = Pick<Core, 'store' | 'clock'>;

export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];

/** Who wants to be told of what, where, and until when. */
export interface Subscription {
  readonly id: string;
  readonly app_id: string;
  /** As it was asked for. */
  readonly resource: string;
  /** What it names: a list's id, or the id of the person whose events these are. */
  readonly kind: 'list' | 'events';
  readonly target: string;
  /** Separated by commas. */
  readonly change_types: string;
  readonly notification_url: string;
  readonly lifecycle_url: string | null;
  readonly client_state: string | null;
  /** An ISO instant on the tenant's clock. */
  readonly expires: string;
}

/**
 * The longest life of a subscription in minutes. Source: "subscription resource type", maximum length per resource; for
 * Outlook the older and stricter figure, which a client that keeps to the newer one has to be told of.
 */
export const longestLife = { list: 42_300, events: 4_230 } as const;

export function subscriptions({ store, clock }: Kept): Subscription[] {
  store.run('DELETE FROM subscriptions WHERE expires <= ?', clock.iso());
  return store.all<Subscription>('SELECT * FROM subscriptions ORDER BY id');
}

export function subscription(core: Kept, id: string): Subscription | undefined {
  return subscriptions(core).find((one) => one.id === id.toLowerCase());
}

export function keepSubscription({ store }: Kept, one: Subscription): void {
  store.run(
    `INSERT OR REPLACE INTO subscriptions (id, app_id, resource, kind, target, change_types, notification_url, lifecycle_url,
       client_state, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[one.id, one.app_id, one.resource, one.kind, one.target, one.change_types, one.notification_url],
    ...[one.lifecycle_url, one.client_state, one.expires],
  );
}

export function forgetSubscription({ store }: Kept, id: string): void {
  store.run('DELETE FROM subscriptions WHERE id = ?', id);
}

/** A subscription as Graph shows it. */
export function subscriptionEntity(one: Subscription): Record<string, unknown> {
  return {
    id: one.id,
    resource: one.resource,
    applicationId: one.app_id,
    changeType: one.change_types,
    clientState: one.client_state,
    notificationUrl: one.notification_url,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: one.lifecycle_url,
    expirationDateTime: one.expires,
    creatorId: one.app_id,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
}
