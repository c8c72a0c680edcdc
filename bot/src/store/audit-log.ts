/**
 * The audit: entries go out with the change they speak of, in the same request. One that could not be written waits
 * for the next, so that a busy SharePoint costs a delay and not an entry.
 */
import type { Audited, HalfTermId } from '@owls/policy';
import type { Logger } from 'pino';
import { AUDIT, auditFields, readEntry } from '../audit/rows.ts';
import { everyPage } from '../m365/every-page.ts';
import type { BatchRequest, Graph, GraphAnswer } from '../m365/graph.ts';
import type { AuditEntry, AuditStore } from '../service-stores.ts';
import { itemOf } from './item.ts';
import type { Fields } from './list-definition.ts';
import { readRow } from './row.ts';
import { ulid } from './ulid.ts';

/** The most rows SharePoint gives at once when it filters. */
const PAGE = 1000;
const quoted = (value: string): string => value.replaceAll("'", "''");

/** An entry with the key it will have, however often it is sent. `fresh`: never sent before. */
interface Pending {
  readonly key: string;
  readonly entry: AuditEntry;
  readonly fresh: boolean;
}

export class AuditLog implements AuditStore {
  #waiting: Pending[] = [];

  constructor(
    private readonly graph: Graph,
    /** `/sites/{id}/lists/{id}` of the list of the audit. */
    private readonly path: string,
    private readonly log: Logger,
    private readonly timeZone: string,
  ) {}

  async of(urn: string, halfTerm: HalfTermId): Promise<Audited> {
    const filter = `fields/School eq '${quoted(urn)}' and fields/HalfTerm eq '${quoted(halfTerm)}'`;
    const query = `$expand=fields&$filter=${encodeURIComponent(filter)}&$top=${PAGE}`;
    const found = await everyPage(this.graph, `${this.path}/items?${query}`);
    const items = found.map(itemOf).flatMap((item) => ('gone' in item ? [] : [item]));
    items.sort((one, other) => (one.key < other.key ? -1 : 1));
    const changes = items.flatMap((item) => readRow(AUDIT, item, this.timeZone, readEntry).value ?? []);
    return { changes, unreadable: items.length - changes.length };
  }

  /** Writes entries that stand for themselves, and those that are waiting. */
  async write(entries: readonly AuditEntry[]): Promise<void> {
    const { pending, requests } = this.requests(entries, undefined);
    if (requests.length === 0) return;
    try {
      this.settle(pending, await this.graph.batch(requests), true);
    } catch (error) {
      this.#waiting.push(...pending);
      throw error;
    }
  }

  /** Requests that write these entries if the request at `after` succeeds, and those that are waiting in any case. */
  requests(
    entries: readonly AuditEntry[],
    after: number | undefined,
  ): { readonly pending: readonly Pending[]; readonly requests: readonly BatchRequest[] } {
    const waiting = this.#waiting;
    this.#waiting = [];
    const milliseconds = this.graph.clock.now().epochMilliseconds;
    const fresh = entries.map((entry) => ({ key: ulid(milliseconds), entry, fresh: true }));
    const request = ({ key, entry }: Pending): BatchRequest => ({
      method: 'POST',
      url: `${this.path}/items`,
      body: { fields: filled(auditFields(key, entry)) },
      repeatable: true,
    });
    const dependence = after === undefined ? {} : { after };
    return {
      pending: [...fresh, ...waiting],
      requests: [...fresh.map((one) => ({ ...request(one), ...dependence })), ...waiting.map(request)],
    };
  }

  /**
   * Keeps for later what Graph would not take now; a refusal for good is logged. `changed`: the change the entries
   * speak of was made, be it that only its repetition said so and the entry was left behind (424).
   */
  settle(pending: readonly Pending[], answers: readonly GraphAnswer[], changed: boolean): void {
    for (const [index, one] of pending.entries()) {
      const answer = answers[index];
      const status = answer?.status ?? 0;
      if (status === 0 || status === 429 || status >= 500 || (status === 424 && changed)) {
        this.#waiting.push({ ...one, fresh: false });
      } else if (status >= 400 && status !== 424 && !isThere(answer)) {
        this.log.error({ status, entry: one.entry, answer: answer?.body }, 'the audit refused an entry');
      }
    }
  }

  /** Takes back those of earlier changes; of the change that failed there is nothing to tell. */
  giveBack(pending: readonly Pending[]): void {
    this.#waiting.push(...pending.filter(({ fresh }) => !fresh));
  }
}

/** The entry of a write whose answer was lost stands there already, under its key. */
const isThere = (answer: GraphAnswer | undefined): boolean =>
  /duplicate value|0x810200bf/i.test(JSON.stringify(answer?.body ?? ''));

const filled = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
