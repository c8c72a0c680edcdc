import type { Temporal } from 'temporal-polyfill';
import { ulid } from '../store/ulid.ts';

/** The key of a new point or action. */
export const newId = (now: Temporal.Instant): string => ulid(now.epochMilliseconds);
