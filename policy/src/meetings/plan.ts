import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Meeting } from './meeting.ts';

export function plan(
  _policy: TrustPolicy,
  _facts: Pick<Facts, 'schools' | 'people'>,
  _year: AcademicYear,
): readonly Meeting[] {
  return [];
}
