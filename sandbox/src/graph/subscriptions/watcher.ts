import { tenant } from '../../entra/directory.ts';
import { Delivery } from './delivery.ts';
import {
  forgetSubscription,
  type Kept,
  type LifecycleEvent,
  type Subscription,
  subscriptions,
} from './subscription.ts';

/** How often it is looked for changes, in milliseconds: whoever made them, they are told of. */
const everyMs = 200;
/** Before a subscription ends, its owner is asked once to renew it. */
const askedMinutesBefore = 60;

type ChangeType = 'created' | 'updated' | 'deleted';
interface Change {
  readonly type: ChangeType;
  readonly resource: string;
  readonly resourceData: Readonly<Record<string, unknown>>;
}
/** What was there at the last look: a list's newest change, or the version of each event. */
type Seen = number | ReadonlyMap<string, number>;

/** Looks at what is subscribed to and tells of changes. What happens while the sandbox is not running is missed. */
export class Watcher {
  readonly #core: Kept;
  readonly #delivery: Delivery;
  readonly #seen = new Map<string, Seen>();
  readonly #asked = new Set<string>();
  readonly #lost = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(core: Kept, delivery = new Delivery()) {
    this.#core = core;
    this.#delivery = delivery;
    this.#timer = setInterval(() => this.look(), everyMs);
    this.#timer.unref();
    for (const one of subscriptions(core)) this.begin(one);
  }

  /** From now on; what was before is not told. */
  begin(one: Subscription): void {
    this.#seen.set(one.id, this.#state(one));
    this.#asked.delete(one.id);
  }

  /** It has a new end, before which its owner is asked again. */
  renewed(id: string): void {
    this.#asked.delete(id);
  }

  /** The next so many notifications of a subscription get lost. */
  lose(id: string, times: number): void {
    this.#lost.set(id, times);
  }

  look(): void {
    for (const one of subscriptions(this.#core)) {
      this.#askToRenew(one);
      const before = this.#seen.get(one.id);
      const now = this.#state(one);
      this.#seen.set(one.id, now);
      if (before === undefined) continue;
      const wanted = one.change_types.split(',');
      for (const change of changesBetween(one, before, now)) if (wanted.includes(change.type)) this.#tell(one, change);
    }
  }

  /** Tells a subscription's owner what became of it; a removed one is gone then. False where it names no address for it. */
  lifecycle(one: Subscription, event: LifecycleEvent): boolean {
    if (event === 'subscriptionRemoved') forgetSubscription(this.#core, one.id);
    if (one.lifecycle_url === null) return false;
    const told = { ...this.#head(one), lifecycleEvent: event };
    this.#delivery.tell(one.lifecycle_url, { value: [told] });
    return true;
  }

  end(): void {
    clearInterval(this.#timer);
    this.#delivery.end();
  }

  #askToRenew(one: Subscription): void {
    const minutes = (Date.parse(one.expires) - this.#core.clock.ms()) / 60_000;
    if (minutes > askedMinutesBefore || this.#asked.has(one.id)) return;
    this.#asked.add(one.id);
    this.lifecycle(one, 'reauthorizationRequired');
  }

  #tell(one: Subscription, { type, resource, resourceData }: Change): void {
    const lost = this.#lost.get(one.id) ?? 0;
    if (lost > 0) {
      this.#lost.set(one.id, lost - 1);
      return;
    }
    const told = { ...this.#head(one), changeType: type, resource, resourceData };
    this.#delivery.tell(one.notification_url, { value: [told] });
  }

  #head(one: Subscription): Record<string, unknown> {
    return {
      subscriptionId: one.id,
      subscriptionExpirationDateTime: one.expires,
      clientState: one.client_state,
      tenantId: tenant(this.#core.store)?.id,
    };
  }

  #state({ kind, target }: Subscription): Seen {
    const { store } = this.#core;
    if (kind === 'list')
      return store.get<{ change: number }>('SELECT change FROM lists WHERE id = ?', target)?.change ?? 0;
    const rows = store.all<{ id: string; version: number }>('SELECT id, version FROM events WHERE mailbox = ?', target);
    return new Map(rows.map(({ id, version }) => [id, version]));
  }
}

/** A list only says that something in it changed; a mailbox names each event. */
function changesBetween(one: Subscription, before: Seen, now: Seen): Change[] {
  if (typeof before === 'number' || typeof now === 'number') {
    if (before === now) return [];
    return [{ type: 'updated', resource: one.resource, resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' } }];
  }
  const changed = [...now].flatMap(([id, version]): Change[] => {
    const old = before.get(id);
    return old === version ? [] : [ofEvent(one, id, old === undefined ? 'created' : 'updated')];
  });
  const gone = [...before.keys()].filter((id) => !now.has(id)).map((id) => ofEvent(one, id, 'deleted'));
  return [...changed, ...gone];
}

function ofEvent({ target }: Subscription, id: string, type: ChangeType): Change {
  const resource = `Users/${target}/Events/${id}`;
  return { type, resource, resourceData: { '@odata.type': '#Microsoft.Graph.Event', '@odata.id': resource, id } };
}
