import type { Temporal } from 'temporal-polyfill';

/** Whether a moment has come. */
export function passed(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return at.epochMilliseconds <= now.epochMilliseconds;
}

/**
 * Of what is told at several moments, what is told now: the newest that has come, so that whoever was not told of those
 * before finds no pile. Undefined before the first.
 */
export function newestPassed<T extends { readonly at: Temporal.Instant }>(
  moments: readonly T[],
  now: Temporal.Instant,
): T | undefined {
  return moments
    .filter(({ at }) => passed(at, now))
    .sort((one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds)
    .at(-1);
}
