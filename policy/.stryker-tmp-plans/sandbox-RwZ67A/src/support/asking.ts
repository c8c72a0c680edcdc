// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { ceoOf, headLeaderOf, headOf } from '../access/roles.ts';
import { dateAt, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay } from '../calendar/day-offset.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { SupportRecords } from './ledger.ts';
import type { Support } from './support.ts';
import type { SupportPolicy } from './support-policy.ts';
import type { SupportYear } from './support-year.ts';

/** One asking of what support owes, in one academic year. */
export interface Asking {
  readonly policy: TrustPolicy;
  readonly own: SupportPolicy;
  readonly facts: Facts;
  readonly records: SupportRecords;
  readonly now: Temporal.Instant;
  readonly year: AcademicYear;
  readonly moments: SupportYear;
}

interface Asked {
  readonly key: string;
  readonly to: 'head' | 'ceo';
  readonly title: string;
  readonly since: Temporal.Instant;
  readonly by?: Temporal.Instant;
  readonly because: string;
  readonly otherwise: string;
}

/** A task of one person about one school: the head's, or the CEO's where there is no head to ask. */
export function task({ facts }: Asking, { urn }: School, rule: string, { to, since, by, key, ...said }: Asked): Task[] {
  const person = to === 'head' ? (headOf(facts, urn) ?? headLeaderOf(facts, urn) ?? ceoOf(facts)) : ceoOf(facts);
  if (!person) return [];
  const moments = { since: isoOf(since), ...(by ? { by: isoOf(by) } : {}) };
  return [{ kind: 'task', key: `${key}/${person.id}`, rule, person: person.id, urn, ...said, ...moments }];
}

/** The school morning after the latest of some dates, but not before the year's asking begins. */
export function following(
  { policy, own, moments }: Asking,
  ...dates: readonly (string | undefined)[]
): Temporal.Instant {
  // What is older than the year is asked from its beginning, without walking there day by day.
  const first = dateAt(policy, moments.opens);
  return dates.reduce<Temporal.Instant>(
    (latest, date) =>
      date === undefined || date < first ? latest : later(latest, onSchoolDay(policy, date, own.ask, moments.lastDay)),
    moments.opens,
  );
}

/** By when something that came up within the year is wanted. */
export function soon({ policy, own, moments }: Asking, since: Temporal.Instant): Temporal.Instant {
  return onSchoolDay(
    policy,
    dateAt(policy, since),
    { days: own.agreeWithinDays, at: own.agreedBy.at },
    moments.lastDay,
  );
}

export function recordedOn(policy: TrustPolicy, { recordedAt }: Support): string {
  return dateAt(policy, Temporal.Instant.from(recordedAt));
}

export function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return before(one, other) ? other : one;
}

export function before(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
