import type { Temporal } from 'temporal-polyfill';
import { dateAt, halfTerms, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { AcademicYear, HalfTerm } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { School } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { DayOffset, TrustPolicy } from '../trust-policy.ts';
import type { Assessment, NationalPolicy } from './national-policy.ts';

/** An assessment a school has in a year, and whether the trust asks for its outcome. */
interface AssessmentOwed {
  readonly assessment: Assessment;
  readonly status: 'statutory' | 'optional';
  readonly asked: boolean;
  readonly why: Why;
}

/**
 * The assessments of a school in an academic year by its year groups (M16, M17), in the policy's order. A year group
 * known to be empty owes none; one whose size nobody knows does. None at the end of a year whose assessments were not
 * held.
 */
export function assessmentsOf(
  own: Pick<NationalPolicy, 'assessments' | 'askOptional' | 'unpublished'>,
  school: Pick<School, 'years' | 'pupils'>,
  year: AcademicYear,
): readonly AssessmentOwed[] {
  const held = !own.unpublished.some((one) => one.year === year);
  return own.assessments.flatMap((assessment): AssessmentOwed[] => {
    const { yearGroup, statuses, place, rule, name } = assessment;
    const now = statuses.findLast(({ from }) => from <= year);
    const taught = school.years.includes(yearGroup) && school.pupils[yearGroup] !== 0;
    if (!now || !taught || (place === 'last' && !held)) return [];
    const asked = now.status === 'statutory' || own.askOptional;
    return [
      {
        assessment,
        status: now.status,
        asked,
        why: {
          rule,
          because: [
            `The school teaches ${yearName(yearGroup)}.`,
            `${name} is ${now.status} from ${now.from} on${asked && now.status === 'optional' ? ', and the trust asks for it' : ''}.`,
          ],
          wouldChange: `Without pupils in ${yearName(yearGroup)} it would not be owed.`,
        },
      },
    ];
  });
}

/** When something is asked for, wanted, and of no more use. */
export interface AskingWindow {
  readonly since: Temporal.Instant;
  readonly by: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** The moments of a window on a half term: it opens from the first day, is due and closes from the last. */
export function askingWindow(
  policy: TrustPolicy,
  { from, to }: Pick<HalfTerm, 'from' | 'to'>,
  { opens, due, closes }: { readonly opens: DayOffset; readonly due: DayOffset; readonly closes: DayOffset },
): AskingWindow {
  const by = onSchoolDay(policy, to, due, to);
  const since = onSchoolDay(policy, from, opens, to);
  return {
    // A half term can be shorter than the policy thinks.
    since: since.epochMilliseconds < by.epochMilliseconds ? since : by,
    by,
    until: instantAt(policy, shifted(to, closes.days), closes.at),
  };
}

/** The moments of a window that is open now; undefined before and after. */
export function openWindow(
  policy: TrustPolicy,
  halfTerm: HalfTerm,
  offsets: Parameters<typeof askingWindow>[2],
  now: Temporal.Instant,
): AskingWindow | undefined {
  const today = dateAt(policy, now);
  // Most half terms are long past or far ahead: their moments need not be worked out.
  if (today < halfTerm.from || shifted(halfTerm.to, offsets.closes.days) < today) return undefined;
  const window = askingWindow(policy, halfTerm, offsets);
  const at = now.epochMilliseconds;
  return window.since.epochMilliseconds <= at && at < window.until.epochMilliseconds ? window : undefined;
}

/** The half term of a year that an assessment is taken in; undefined where the policy has no dates for the year. */
export function assessmentHalfTerm(
  policy: TrustPolicy,
  { place }: Pick<Assessment, 'place'>,
  year: AcademicYear,
): HalfTerm | undefined {
  return halfTerms(policy)
    .filter((one) => one.year === year)
    .at(place === 'first' ? 0 : -1);
}
