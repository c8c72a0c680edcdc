import { z } from 'zod';
import { Kind, type Trouble, troubleOf } from './kinds.ts';
import type { Storm } from './storm.ts';

/**
 * A fault ordered through the control API: a kind, or the particulars, which also change a kind's. `before`: answered
 * instead of the work; `after`: the work is done and kept, and the caller is told otherwise. Without `status` or `drop`
 * it only delays. Inside a `$batch` a fault answers one part, if its `path` fits the part and not the batch itself.
 */
export const Fault = z.strictObject({
  service: z.enum(['graph', 'connector', 'entra']),
  kind: Kind.optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  status: z.int().min(400).max(599).optional(),
  retryAfter: z.number().nonnegative().optional(),
  times: z.int().positive().default(1),
  when: z.enum(['before', 'after']).optional(),
  delayMs: z.int().nonnegative().optional(),
  drop: z.literal(true).optional(),
  body: z.unknown().optional(),
});
export type Fault = z.infer<typeof Fault>;
type Service = Fault['service'];

interface Pending {
  readonly fault: Fault;
  readonly trouble: Trouble;
  left: number;
  readonly pattern: RegExp | undefined;
}

/** The faults still to come, each used up by `times` matching requests in the order given; and the storm, if there is one. */
export class Faults {
  #pending: Pending[] = [];
  storm: Storm | undefined;

  order(faults: readonly Fault[]): void {
    this.#pending = faults.map((fault) => ({
      fault,
      trouble: troubleIn(fault),
      left: fault.times,
      pattern: fault.path === undefined ? undefined : new RegExp(fault.path),
    }));
  }

  left(): (Fault & { when: 'before' | 'after'; left: number })[] {
    return this.#pending.map(({ fault, trouble, left }) => ({ ...fault, when: trouble.when, left }));
  }

  /** What meets this request, if anything; an ordered fault counts as used. `part` is true inside a `$batch`. */
  meet(service: Service, method: string, path: string, part = false): Trouble | undefined {
    const found = this.#pending.find(
      ({ fault, trouble, pattern }) =>
        fault.service === service &&
        (fault.method === undefined || fault.method.toUpperCase() === method) &&
        (pattern === undefined ? !part : pattern.test(path)) &&
        !(part && trouble.drop),
    );
    if (!found) return this.storm?.meet(service, method, path, part);
    found.left -= 1;
    if (found.left === 0) this.#pending = this.#pending.filter((other) => other !== found);
    return found.trouble;
  }
}

function troubleIn(fault: Fault): Trouble {
  const { service: _, kind, method: __, path: ___, times: ____, ...own } = fault;
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { when: 'before', ...(kind === undefined ? {} : troubleOf(kind)), ...given };
}
