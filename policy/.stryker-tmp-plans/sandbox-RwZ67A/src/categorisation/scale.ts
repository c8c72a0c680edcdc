// @ts-nocheck
import type { School } from '../trust/school.ts';
import type { CategoryPolicy, TrustPolicy } from '../trust-policy.ts';
import type { CategoryCode } from './judgement.ts';

/** The trust's scale, best first (M24). */
export function scaleOf(policy: TrustPolicy): readonly CategoryPolicy[] {
  return policy.categorisation.scale;
}

/** A code's place on the scale, or undefined for a code the scale doesn't have, such as 4cc. */
export function categoryByCode(policy: TrustPolicy, code: CategoryCode): CategoryPolicy | undefined {
  return scaleOf(policy).find((category) => category.code === code);
}

/** The codes a school can be given: those of its last Ofsted grade; all of them where it has no grade yet (M24). */
export function choicesFor(policy: TrustPolicy, school: Pick<School, 'ofsted'>): readonly CategoryCode[] {
  const grade = school.ofsted?.grade;
  return scaleOf(policy)
    .filter((category) => grade === undefined || category.ofsted === grade)
    .map(({ code }) => code);
}

/** Whether the second category is better or worse than the first; `new` where there was none. */
export function move(policy: TrustPolicy, was: CategoryCode | undefined, is: CategoryCode): Move {
  if (was === undefined) return 'new';
  if (was === is) return 'same';
  const codes = scaleOf(policy).map(({ code }) => code);
  return codes.indexOf(is) < codes.indexOf(was) ? 'up' : 'down';
}
export type Move = 'up' | 'down' | 'same' | 'new';
