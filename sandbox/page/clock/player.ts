import { Temporal } from 'temporal-polyfill';
import type { Call } from '../control/machine-api.ts';
import type { Jump } from './jumps.ts';

/** How fast the player lets time go by; `minutes` of the sandbox's in one real second, or from date to date. */
export interface Speed {
  readonly id: string;
  readonly label: string;
  readonly minutes: number | 'next date';
}

const inFiveMinutes = (days: number) => (days * 24 * 60) / 300;

/** What the player begins with. */
export const YEAR: Speed = { id: 'year', label: 'A year in 5 minutes', minutes: inFiveMinutes(365) };

export const SPEEDS: readonly Speed[] = [
  { id: 'week', label: 'A week in 5 minutes', minutes: inFiveMinutes(7) },
  { id: 'term', label: 'A term in 5 minutes', minutes: inFiveMinutes(91) },
  YEAR,
  { id: 'dates', label: 'From date to date', minutes: 'next date' },
];

/** The longest step, in seconds' worth of the speed: an app that was long at work is not made to jump over weeks. */
const LONGEST_STEP = 5;

/**
 * Where the next step leads: as far as the speed has it for the `seconds` that are owed, but never past a date worth
 * seeing. Undefined where one goes from date to date and none is left.
 */
export function nextStep(
  now: Temporal.Instant,
  speed: Speed,
  seconds: number,
  dates: readonly Jump[],
): Jump | { readonly at: Temporal.Instant; readonly label?: undefined } | undefined {
  const ahead = nextDate(now, dates);
  if (speed.minutes === 'next date') return ahead;
  const at = now.add({ seconds: Math.round(speed.minutes * 60 * Math.min(Math.max(seconds, 0.2), LONGEST_STEP)) });
  return ahead !== undefined && Temporal.Instant.compare(ahead.at, at) <= 0 ? ahead : { at };
}

/** The first date worth going to after `now`. */
export function nextDate(now: Temporal.Instant, dates: readonly Jump[]): Jump | undefined {
  return dates
    .filter(({ at }) => Temporal.Instant.compare(at, now) > 0)
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at))[0];
}

/** Whether a call shows an app at work: it writes or says something. Apps look about all the time; that is rest. */
export function isWork({ service, method, path, parts }: Call): boolean {
  if (service !== 'graph' && service !== 'connector') return false;
  if (service === 'graph' && /\/\$batch\b/.test(path)) return (parts ?? []).some((part) => part.method !== 'GET');
  return method !== 'GET';
}
