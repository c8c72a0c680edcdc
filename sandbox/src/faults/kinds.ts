import { z } from 'zod';

/** What can go wrong with one call. `answer-lost` and `connection-lost`: the work is done, and nobody is told. */
export const kinds = [
  ...(['latency', '429', '429-without-retry-after', '500', '502', '503', '504'] as const),
  ...(['dropped', 'answer-lost', 'connection-lost', 'expired-token', 'stale-delta'] as const),
] as const;
export const Kind = z.enum(kinds);
export type Kind = z.infer<typeof Kind>;

/** How a call goes wrong. Without `status` and `drop` it only takes longer. */
export interface Trouble {
  /** `before`: instead of the work. `after`: the work is done and kept, and the caller is told otherwise. */
  readonly when: 'before' | 'after';
  readonly status?: number | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  readonly delayMs?: number | undefined;
  readonly drop?: true | undefined;
  readonly body?: unknown;
}

const troubles: Readonly<Record<Kind, Trouble>> = {
  latency: { when: 'before', delayMs: 1_500 },
  429: { when: 'before', status: 429, retryAfter: 1 },
  '429-without-retry-after': { when: 'before', status: 429 },
  500: { when: 'before', status: 500 },
  502: { when: 'before', status: 502 },
  503: { when: 'before', status: 503, retryAfter: 1 },
  504: { when: 'before', status: 504 },
  dropped: { when: 'before', drop: true },
  'answer-lost': { when: 'after', status: 504 },
  'connection-lost': { when: 'after', drop: true },
  'expired-token': { when: 'before', status: 401 },
  'stale-delta': { when: 'before', status: 410 },
};

export const troubleOf = (kind: Kind): Trouble => troubles[kind];

type Service = 'graph' | 'connector' | 'entra';

/** Whether a call of this kind can go wrong in this way; `part` is true inside a `$batch`. */
export function canHappen(kind: Kind, service: Service, method: string, path: string, part: boolean): boolean {
  if (kind === 'stale-delta')
    return service === 'graph' && method === 'GET' && /\/delta\?.*(token|\$skiptoken|\$deltatoken)=/.test(path);
  if (kind === 'expired-token') return service !== 'entra' && !part;
  if (kind === 'dropped' || kind === 'connection-lost' || kind === 'latency') return !part;
  return true;
}
