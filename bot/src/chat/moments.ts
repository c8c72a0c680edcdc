/** Moments in words, in the trust's time zone, as a school would say them. */
import { dayInWords, type TrustPolicy } from '@owls/policy';
import { Temporal } from 'temporal-polyfill';

/** `Fri 4 Dec` */
export function day(policy: TrustPolicy, at: Temporal.Instant | string): string {
  return dayInWords(zoned(policy, at).toPlainDate().toString());
}

/** `Fri 4 Dec, 16:00` */
export function moment(policy: TrustPolicy, at: Temporal.Instant | string): string {
  return `${day(policy, at)}, ${zoned(policy, at).toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** `today`, `tomorrow`, `in 3 days`, `yesterday`, `2 days ago`, by the calendar and not by the hour. */
export function fromNow(policy: TrustPolicy, at: Temporal.Instant | string, now: Temporal.Instant): string {
  const days = zoned(policy, now).toPlainDate().until(zoned(policy, at).toPlainDate(), { largestUnit: 'days' }).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** Two wall-clock times of one day: `Tue 8 Dec, 14:00 to 16:00`; the first alone where the end is of no interest. */
export function between(start: string, end?: string): string {
  const time = (at: string) => Temporal.PlainDateTime.from(at).toPlainTime().toString({ smallestUnit: 'minute' });
  return `${dayInWords(start)}, ${time(start)}${end === undefined ? '' : ` to ${time(end)}`}`;
}

function zoned(policy: TrustPolicy, at: Temporal.Instant | string): Temporal.ZonedDateTime {
  return (typeof at === 'string' ? Temporal.Instant.from(at) : at).toZonedDateTimeISO(policy.trust.timeZone);
}
