// @ts-nocheck
import { z } from 'zod';
import { HALF_TERM_NAME } from '../calendar/half-term.ts';
import type { PolicyFault } from '../policy-agreement.ts';
import { role, text, time, whole } from '../policy-values.ts';

/** What a trust may set about plans (M35, M36). Days are calendar days, weeks are weeks of term. */
export const PlansPolicyShape = z.strictObject({
  development: z.strictObject({
    /** Days from the first day of the academic year by which it is agreed with the head. */
    agreedDays: whole(0, 120),
    /** Days from that day by which governors note it, where their first meeting is not on record. */
    notedDays: whole(0, 180),
    /** The half terms in which its impact is reviewed. */
    reviewedIn: z.array(text.regex(HALF_TERM_NAME, { error: 'must be a half term such as spring-1.' }), {
      error: 'must be a list of half terms; it can be empty.',
    }),
  }),
  /** For schools graded 1 or 2 at risk: reviewed in the core visit of each half term. */
  raising: z.strictObject({ agreedDays: whole(0, 120), writer: role }),
  /** For schools graded 3 or 4 and sponsored ones: reviewed every so many weeks, unless the plan says otherwise. */
  full: z.strictObject({ agreedDays: whole(0, 120), writer: role, reviewWeeks: whole(1, 40) }),
  /** Whether a sponsored school has the fuller plan for good, or until an inspection grades it 1 or 2. */
  sponsored: z.enum(['always', 'until-good'], { error: 'must be "always" or "until-good".' }),
  /** Who reviews and closes plans. */
  reviewer: role,
  /** Days by which a review is asked before it is due. */
  askDaysBefore: whole(0, 60),
  /** Days in which a plan is closed once its year is over or the school no longer needs it. */
  closingDays: whole(0, 120),
  /** Wall-clock times at which something is asked, and by which it is wanted. */
  asked: time,
  wanted: time,
});
export type PlansPolicy = z.infer<typeof PlansPolicyShape>;

/**
 * Where the values contradict each other. `halfTerms` are the names the trust's calendar has: reviews may name only
 * those; without them that is not looked at.
 */
export function plansDisagreements(policy: PlansPolicy, halfTerms?: readonly string[]): readonly PolicyFault[] {
  const { development, full, askDaysBefore, asked, wanted } = policy;
  return [
    ...(development.agreedDays <= development.notedDays
      ? []
      : [
          {
            place: 'plans.development.notedDays',
            says: `is ${development.notedDays}, before it is agreed (${development.agreedDays}): give more days.`,
          },
        ]),
    ...(askDaysBefore < 7 * full.reviewWeeks
      ? []
      : [
          {
            place: 'plans.askDaysBefore',
            says: `is ${askDaysBefore}: ask less than the ${full.reviewWeeks} weeks before that lie between reviews.`,
          },
        ]),
    ...(asked <= wanted ? [] : [{ place: 'plans.wanted', says: `is before "asked" (${asked}): give a later time.` }]),
    ...development.reviewedIn.flatMap((name, at) =>
      halfTerms === undefined || halfTerms.includes(name)
        ? []
        : [
            {
              place: `plans.development.reviewedIn[${at}]`,
              says: `the calendar has no ${name}: name one of ${[...new Set(halfTerms)].join(', ')}.`,
            },
          ],
    ),
  ];
}
