import { z } from 'zod';

/**
 * A fault ordered through the control API. `before`: answered instead of the work; `after`: the work is done and kept,
 * and the caller is told otherwise. Without `status` or `drop` it only delays. Inside a `$batch` a fault answers one
 * part, if its `path` fits the part and not the batch itself.
 */
export const Fault = z.strictObject({
  service: z.enum(['graph', 'connector', 'entra']),
  method: z.string().optional(),
  path: z.string().optional(),
  status: z.int().min(400).max(599).optional(),
  retryAfter: z.number().nonnegative().optional(),
  times: z.int().positive().default(1),
  when: z.enum(['before', 'after']).default('before'),
  delayMs: z.int().nonnegative().optional(),
  drop: z.literal(true).optional(),
  body: z.unknown().optional(),
});
export type Fault = z.infer<typeof Fault>;

/** The faults still to come; each is used up by `times` matching requests, in the order given. */
export class Faults {
  #pending: { fault: Fault; left: number; pattern: RegExp | undefined }[] = [];

  order(faults: readonly Fault[]): void {
    this.#pending = faults.map((fault) => ({
      fault,
      left: fault.times,
      pattern: fault.path === undefined ? undefined : new RegExp(fault.path),
    }));
  }

  left(): (Fault & { left: number })[] {
    return this.#pending.map(({ fault, left }) => ({ ...fault, left }));
  }

  /** The fault that meets this request, if any; it counts as used. `part` is true inside a `$batch`. */
  meet(service: Fault['service'], method: string, path: string, part = false): Fault | undefined {
    const found = this.#pending.find(
      ({ fault, pattern }) =>
        fault.service === service &&
        (fault.method === undefined || fault.method.toUpperCase() === method) &&
        (pattern === undefined ? !part : pattern.test(path)) &&
        !(part && fault.drop),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left === 0) this.#pending = this.#pending.filter((other) => other !== found);
    return found.fault;
  }
}
