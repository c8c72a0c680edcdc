import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { MeetingsView } from './views.ts';

/** The recorded meetings of a year, in order of time. Undefined for a year without dates, or one who may not see them. */
export function meetingsView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  year: AcademicYear,
  now: Temporal.Instant,
): MeetingsView | undefined {
  const known = policy.calendar.years.some((one) => one.year === year);
  if (!known || !access(policy, person, 'meetings.read', facts).allowed) return undefined;
  return {
    asOf: now.toString(),
    year,
    recorded: facts.meetings
      .filter((meeting) => meeting.year === year)
      .sort((one, other) => (one.start < other.start ? -1 : 1)),
  };
}
