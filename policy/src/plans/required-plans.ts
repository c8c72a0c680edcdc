import type { SchoolStanding } from '../concerns/school-standing.ts';
import type { Why } from '../explanation/why.ts';
import type { School } from '../trust/school.ts';
import type { PlanKind } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';

export interface RequiredPlan {
  readonly kind: PlanKind;
  /** ISO date from which it is required; none for the development plan, which is required every year. */
  readonly since?: string;
  readonly why: Why;
}

/**
 * The plans a school has to have (M35, M36): a development plan always; the fuller raising attainment plan for a grade
 * of 3 or 4 and for a sponsored school; the raising attainment plan for a better grade with a category at risk.
 */
export function requiredPlans(
  own: PlansPolicy,
  school: Pick<School, 'name' | 'sponsored'>,
  { grade, category, atRisk, gradeSince, categorySince }: SchoolStanding,
): readonly RequiredPlan[] {
  const development: RequiredPlan = {
    kind: 'development',
    why: {
      rule: 'M35',
      because: ['Every school has a development plan, every year.'],
      wouldChange: 'Leaving the trust.',
    },
  };
  const more = (kind: PlanKind, since: string, because: string, wouldChange: string): readonly RequiredPlan[] => [
    development,
    { kind, since, why: { rule: 'M36', because: [because], wouldChange } },
  ];
  const inspection = 'An inspection that grades it 1 or 2.';
  if (grade !== undefined && grade > 2)
    return more('full', gradeSince, `The grade of ${school.name} is ${grade}.`, inspection);
  if (school.sponsored && (own.sponsored === 'always' || grade === undefined))
    return more(
      'full',
      gradeSince,
      `${school.name} is sponsored.`,
      own.sponsored === 'always' ? 'Taking out that it is sponsored.' : inspection,
    );
  if (atRisk && category)
    return more(
      'raising',
      categorySince,
      `The validated category of ${school.name} is ${category.code}: at risk of slipping.`,
      'A validated category that is not at risk.',
    );
  return [development];
}
