import type { MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** A person at a screen stays far below; a script that pastes a county's categories may lean on it for a while. */
const BURST = 600;
const A_SECOND = 60;

interface Bucket {
  left: number;
  at: number;
}

/** At most `burst` requests at once and `aSecond` in the long run for each person; more is 429 with the time to wait. */
export function paced(burst = BURST, aSecond = A_SECOND, now = () => performance.now()): MiddlewareHandler<ApiEnv> {
  const buckets = new Map<string, Bucket>();
  return async (c, next) => {
    const key = c.get('person').id;
    const at = now();
    const bucket = buckets.get(key) ?? { left: burst, at };
    const left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * aSecond);
    buckets.set(key, { left: Math.max(0, left - 1), at });
    if (left < 1) {
      const retryAfterSeconds = Math.ceil((1 - left) / aSecond);
      throw new Refusal(429, 'too-fast', 'Too many requests. Wait a moment and try again.', { retryAfterSeconds });
    }
    return next();
  };
}
