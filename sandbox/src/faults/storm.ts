import { z } from 'zod';
import { chance } from '../core/chance.ts';
import { canHappen, Kind, kinds, type Trouble, troubleOf } from './kinds.ts';

const Service = z.enum(['graph', 'connector', 'entra']);
type Service = z.infer<typeof Service>;

/** Random faults that can be had again: a share of all calls, of these services, in these ways. */
export const StormOrder = z.strictObject({
  seed: z.int(),
  rate: z.number().min(0).max(1),
  kinds: z
    .array(Kind)
    .min(1)
    .default([...kinds]),
  services: z.array(Service).min(1).default(['graph', 'connector']),
});
export type StormOrder = z.infer<typeof StormOrder>;

interface Hit {
  /** Of all calls of the storm's services, the how manieth. */
  readonly call: number;
  readonly service: Service;
  readonly method: string;
  readonly path: string;
  readonly kind: Kind;
  /** Whether it met a part of a `$batch`. */
  readonly part: boolean;
}

/**
 * Decides each call by the seed, by what it asks for (without ids, which differ from tenant to tenant) and by how often
 * that was asked for before: the same order of calls meets the same faults.
 */
export class Storm {
  readonly order: StormOrder;
  readonly hits: Hit[] = [];
  readonly #asked = new Map<string, number>();
  calls = 0;

  constructor(order: StormOrder) {
    this.order = order;
  }

  meet(service: Service, method: string, path: string, part: boolean): Trouble | undefined {
    const { seed, rate, services } = this.order;
    if (!services.includes(service)) return undefined;
    this.calls += 1;
    const what = `${service} ${method} ${shapeOf(path)}`;
    const nth = (this.#asked.get(what) ?? 0) + 1;
    this.#asked.set(what, nth);
    if (chance(seed, what, nth) >= rate) return undefined;
    const possible = this.order.kinds.filter((kind) => canHappen(kind, service, method, path, part));
    const kind = possible[Math.floor(chance(seed, what, nth, 'kind') * possible.length)];
    if (kind === undefined) return undefined;
    this.hits.push({ call: this.calls, service, method, path, kind, part });
    return troubleOf(kind);
  }
}

/** A path without its query, and with a star for what may be an id. */
function shapeOf(path: string): string {
  return (path.split('?')[0] ?? '')
    .split('/')
    .map((segment) => (/[\d@:]/.test(segment) ? '*' : segment))
    .join('/');
}
