import { z } from 'zod';
import { ask, ControlError, listOf } from './control-api.ts';

const Part = z.looseObject({ method: z.string(), path: z.string(), status: z.number() });
const Call = z.looseObject({
  n: z.number(),
  at: z.string(),
  service: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  ms: z.number(),
  units: z.number().optional(),
  parts: z.array(Part).optional(),
});
/** One answered call: when on the sandbox's clock, how long it took, what it cost of its service's limit. */
export type Call = z.infer<typeof Call>;

const Wire = z.looseObject({
  requestHeaders: z.record(z.string(), z.string()),
  requestBody: z.string(),
  responseBody: z.string(),
});
/** What a call carried, secrets removed. */
export type Wire = z.infer<typeof Wire>;

/** The calls after number `after`, oldest first. */
export const getCalls = (after: number): Promise<Call[]> => ask(listOf(Call), `/api/traffic/recent?after=${after}`);
export const getWire = (n: number): Promise<Wire> => ask(Wire, `/api/traffic/recent/${n}`);

const Fault = z.looseObject({
  service: z.string(),
  method: z.string().optional(),
  path: z.string().optional(),
  kind: z.string().optional(),
  status: z.number().optional(),
  delayMs: z.number().optional(),
  drop: z.boolean().optional(),
  when: z.string().optional(),
  left: z.number(),
});
/** A fault that waits for calls to meet; `left` says for how many. */
export type WaitingFault = z.infer<typeof Fault>;

/** A fault as one orders it. */
export interface FaultOrder {
  readonly service: 'graph' | 'connector' | 'entra';
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly delayMs?: number;
  readonly drop?: true;
  readonly when: 'before' | 'after';
  readonly times: number;
}

export const getFaults = (): Promise<WaitingFault[]> => ask(listOf(Fault), '/api/faults');
/** Orders faults in place of those that wait. */
export const orderFaults = (faults: readonly FaultOrder[]): Promise<WaitingFault[]> =>
  ask(listOf(Fault), '/api/faults', 'PUT', faults);
export const forgetFaults = (): Promise<unknown> => ask(z.unknown(), '/api/faults', 'DELETE');

const Storm = z.looseObject({
  seed: z.number(),
  rate: z.number(),
  calls: z.number().optional(),
  hits: z
    .array(z.looseObject({ service: z.string(), method: z.string(), path: z.string(), kind: z.string() }))
    .optional(),
});
/** Random faults that are on, with what they have met so far. */
export type Storm = z.infer<typeof Storm>;

/** The storm that is on, or null; undefined where this sandbox has no storms. */
export const getStorm = (): Promise<Storm | null | undefined> => orNone(ask(Storm.nullable(), '/api/faults/storm'));
export const startStorm = (seed: number, rate: number): Promise<unknown> =>
  ask(z.unknown(), '/api/faults/storm', 'PUT', { seed, rate });
export const endStorm = (): Promise<unknown> => ask(z.unknown(), '/api/faults/storm', 'DELETE');

const Limits = z.looseObject({ on: z.boolean(), refused: z.unknown().optional() });
/** Which of Microsoft's limits are held, setting by setting, and what was refused because of them. */
export type Limits = z.infer<typeof Limits>;

/** The limits; undefined where this sandbox holds none. */
export const getLimits = (): Promise<Limits | undefined> => orNone(ask(Limits, '/api/limits'));
export const setLimits = (on: boolean): Promise<unknown> => ask(z.unknown(), '/api/limits', 'PUT', { on });

/** Undefined where the control API has no such route. */
async function orNone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ControlError && error.status === 404) return undefined;
    throw error;
  }
}
