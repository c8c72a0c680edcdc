import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { groupsAsked } from '../groups/asked.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { SoapContent } from './content.ts';
import { draftOf, latestReturn, previousReturn } from './kept.ts';
import { yearsAsked } from './measures.ts';

/**
 * What the return holds when a head opens it (M14): the draft; else what was submitted this half term; else last half
 * term's figures with the cohort sizes of today's roll and empty texts. A year group whose size nobody knows is left
 * out rather than called empty. Figures, pupil groups with them, never carry over into a new academic year: they are of
 * other pupils, measured against another year's expectations.
 */
export function startingPoint(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns' | 'drafts'>,
  school: School,
  halfTerm: HalfTermId,
): SoapContent {
  const kept = draftOf(facts, school.urn, halfTerm) ?? latestReturn(facts, school.urn, halfTerm);
  if (kept) {
    return {
      cohorts: kept.cohorts,
      ...(kept.groups ? { groups: kept.groups } : {}),
      school: kept.school,
      comment: kept.comment,
      nextSteps: kept.nextSteps,
    };
  }
  const before = previousReturn(facts, policy, school.urn, halfTerm);
  const last = before && sameYear(before.halfTerm, halfTerm) ? before : undefined;
  const cohorts = yearsAsked(policy, school).flatMap((year) => {
    const then = last?.cohorts.find((cohort) => cohort.year === year);
    const pupils = school.pupils[year] ?? then?.pupils;
    return pupils === undefined ? [] : [{ year, pupils, figures: then?.figures ?? {} }];
  });
  const asked = groupsAsked(policy, school).map(({ key }) => key);
  const groups = last?.groups?.filter(({ group }) => asked.includes(group)) ?? [];
  return {
    cohorts,
    ...(groups.length > 0 ? { groups } : {}),
    school: last?.school ?? {},
    comment: '',
    nextSteps: '',
  };
}

/** Whether two half terms belong to the same academic year. */
export function sameYear(one: HalfTermId, other: HalfTermId): boolean {
  return one.split('/')[0] === other.split('/')[0];
}
