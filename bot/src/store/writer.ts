/**
 * Every change of a row goes through here: guarded by ETag or unique key, many in one request, safe to repeat, with
 * its audit entries beside it, and taken into the replica as soon as it is answered.
 */
import type { BatchRequest, Graph, GraphAnswer } from '../m365/graph.ts';
import { failureOf, GraphFailure } from '../m365/graph-failure.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { AuditLog } from './audit-log.ts';
import { holds } from './field-values.ts';
import { type Item, itemOf, withFields } from './item.ts';
import type { Fields, ListDefinition } from './list-definition.ts';
import type { ReadListName } from './lists.ts';
import type { Replicas } from './replicas.ts';

export type Change =
  | { readonly list: ReadListName; readonly create: Fields; readonly after?: number }
  /** Only if the row is still as `item` says, unless `anyway`. */
  | {
      readonly list: ReadListName;
      readonly item: Item;
      readonly set: Fields;
      readonly anyway?: true;
      readonly after?: number;
    }
  | { readonly list: ReadListName; readonly remove: Item; readonly after?: number };

/** What became of a change. A conflict or duplicate carries the row that stands there now. */
export type Outcome =
  /** `found`: the row to be made stood there already, alike in every column. */
  | { readonly state: 'done'; readonly item?: Item; readonly found?: true }
  | { readonly state: 'conflict' | 'duplicate'; readonly item?: Item }
  /** Not tried, because the change it came after did not succeed. */
  | { readonly state: 'left' }
  | { readonly state: 'failed'; readonly failure: GraphFailure };

export class Writer {
  constructor(
    private readonly graph: Graph,
    private readonly lists: Readonly<Record<ReadListName, ListDefinition>>,
    private readonly replicas: Replicas,
    private readonly timeZone: string,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Makes the changes, in order, and audits them: an entry is written if the change at `audited` was. Never throws for
   * a single change; throws GraphFailure if Graph can't be reached at all.
   */
  async apply(changes: readonly Change[], entries: readonly AuditEntry[] = [], audited = 0): Promise<Outcome[]> {
    const noted = this.auditLog.requests(entries, audited);
    const requests = [...changes.map((change) => this.#request(change)), ...noted.requests];
    let answers: GraphAnswer[];
    try {
      answers = await this.#answers(requests);
    } catch (error) {
      this.auditLog.giveBack(noted.pending);
      throw error;
    }
    const outcomes: Outcome[] = [];
    for (const index of changes.keys()) {
      const change = changes[index];
      const answer = answers[index];
      if (change !== undefined && answer !== undefined) outcomes.push(await this.#outcome(change, answer));
    }
    await this.#goOn(changes, outcomes);
    this.auditLog.settle(noted.pending, answers.slice(changes.length), outcomes[audited]?.state === 'done');
    return outcomes;
  }

  /** As {@link apply} for one change; throws what failed. */
  async applyOne(
    change: Change,
    entries: readonly AuditEntry[] = [],
  ): Promise<Exclude<Outcome, { state: 'failed' | 'left' }>> {
    const [outcome] = await this.apply([change], entries);
    return settled(outcome);
  }

  /** A change whose answer was lost leaves those after it undone, although it was made: they are made now. */
  async #goOn(changes: readonly Change[], outcomes: Outcome[]): Promise<void> {
    const left = [...changes.entries()].filter(
      ([index, { after }]) =>
        outcomes[index]?.state === 'left' && after !== undefined && outcomes[after]?.state === 'done',
    );
    if (left.length === 0) return;
    const made = await this.apply(left.map(([, { after: _, ...change }]) => change));
    for (const [position, [index]] of left.entries()) outcomes[index] = made[position] ?? { state: 'left' };
  }

  /** Whether the row holds these values already. */
  holds(list: ReadListName, item: Item, fields: Fields): boolean {
    return holds(this.lists[list], this.timeZone, item, fields);
  }

  /** One request goes by itself, several in a batch. */
  async #answers(requests: readonly BatchRequest[]): Promise<GraphAnswer[]> {
    const [only] = requests;
    if (only === undefined) return [];
    if (requests.length > 1) return this.graph.batch(requests);
    try {
      return [await this.graph.send(only)];
    } catch (error) {
      if (!(error instanceof GraphFailure) || error.status === 0) throw error;
      return [{ status: error.status, headers: {}, body: error.body }];
    }
  }

  #request(change: Change): BatchRequest {
    const items = `${this.replicas[change.list].path}/items`;
    const after = change.after === undefined ? {} : { after: change.after };
    if ('create' in change)
      return { method: 'POST', url: items, body: { fields: filled(change.create) }, repeatable: true, ...after };
    if ('remove' in change) {
      return {
        method: 'DELETE',
        url: `${items}/${change.remove.id}`,
        headers: { 'If-Match': change.remove.version },
        ...after,
      };
    }
    const guard = change.anyway === true ? {} : { headers: { 'If-Match': change.item.version } };
    return { method: 'PATCH', url: `${items}/${change.item.id}/fields`, body: change.set, ...guard, ...after };
  }

  async #outcome(change: Change, answer: GraphAnswer): Promise<Outcome> {
    const replica = this.replicas[change.list];
    if (answer.status === 424) return { state: 'left' };
    if ('create' in change) {
      if (answer.status < 300) return this.#taken(change.list, created(answer.body, change.create));
      if (!isDuplicate(answer)) return failed(change, answer);
      const there = await this.#byKey(change.list, String(change.create.Key));
      if (there === undefined) return { state: 'duplicate' };
      replica.take(there);
      // The row of a create whose answer was lost is the one we wanted to make.
      if (this.holds(change.list, there, change.create)) return { state: 'done', item: there, found: true };
      return { state: 'duplicate', item: there };
    }
    const before = 'remove' in change ? change.remove : change.item;
    if (answer.status === 404) {
      replica.drop(before.id);
      return 'remove' in change ? { state: 'done' } : { state: 'conflict' };
    }
    if (answer.status === 412) {
      const there = await this.#byId(change.list, before.id);
      if (there === undefined) return 'remove' in change ? { state: 'done' } : { state: 'conflict' };
      const alreadySo = 'set' in change && this.holds(change.list, there, change.set);
      return { state: alreadySo ? 'done' : 'conflict', item: there };
    }
    if (answer.status >= 300 || answer.status === 0) return failed(change, answer);
    if ('remove' in change) {
      replica.drop(before.id);
      return { state: 'done' };
    }
    const set = withFields(before, change.set, answer.body, answer.headers.etag);
    if (set.version !== '') return this.#taken(change.list, set);
    const there = await this.#byId(change.list, before.id);
    return { state: 'done', ...(there === undefined ? {} : { item: there }) };
  }

  #taken(list: ReadListName, item: Item): Outcome {
    this.replicas[list].take(item);
    return { state: 'done', item };
  }

  async #byId(list: ReadListName, id: string): Promise<Item | undefined> {
    const replica = this.replicas[list];
    try {
      const item = itemOf(await this.graph.get(`${replica.path}/items/${id}?$expand=fields`));
      if ('gone' in item) return undefined;
      replica.take(item);
      return item;
    } catch (error) {
      if (!(error instanceof GraphFailure) || error.status !== 404) throw error;
      replica.drop(id);
      return undefined;
    }
  }

  async #byKey(list: ReadListName, key: string): Promise<Item | undefined> {
    const filter = encodeURIComponent(`fields/Key eq '${key.replaceAll("'", "''")}'`);
    const found = await this.graph.get(`${this.replicas[list].path}/items?$filter=${filter}&$expand=fields`);
    const [first] = valuesOf(found);
    const item = first === undefined ? undefined : itemOf(first);
    return item === undefined || 'gone' in item ? undefined : item;
  }
}

/** The outcome, if it is one a person can be told of; throws what failed. */
export function settled(outcome: Outcome | undefined): Exclude<Outcome, { state: 'failed' | 'left' }> {
  if (outcome === undefined || outcome.state === 'left') throw failureOf('a change of several', 424, undefined);
  if (outcome.state === 'failed') throw outcome.failure;
  return outcome;
}

/** Empty values are left out of what is created: SharePoint takes some of them ill. */
const filled = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));

function created(body: unknown, fields: Fields): Item {
  const item = itemOf(body);
  if ('gone' in item) throw failureOf('POST items', 410, body);
  const told = { ...filled(fields), ...item.fields };
  return { ...item, key: String(fields.Key), fields: told };
}

function failed(change: Change, answer: GraphAnswer): Outcome {
  const what = 'create' in change ? 'POST' : 'remove' in change ? 'DELETE' : 'PATCH';
  return { state: 'failed', failure: failureOf(`${what} in ${change.list}`, answer.status, answer.body) };
}

/** SharePoint's words for a value that a unique column has already; seen as 400 and as 409. */
function isDuplicate({ status, body }: GraphAnswer): boolean {
  return (
    (status === 400 || status === 409) &&
    /duplicate values? w|0x810200bf|already exists/i.test(JSON.stringify(body ?? ''))
  );
}

function valuesOf(body: unknown): readonly unknown[] {
  const value = typeof body === 'object' && body !== null && 'value' in body ? body.value : undefined;
  return Array.isArray(value) ? value : [];
}
