// @ts-nocheck
import type { HalfTermId } from '../calendar/half-term.ts';
import { lastJudgement } from '../categorisation/kept.ts';
import { categoryByCode } from '../categorisation/scale.ts';
import type { OfstedGrade, School } from '../trust/school.ts';
import type { CategoryPolicy, TrustPolicy } from '../trust-policy.ts';
import type { GatheringFacts } from './gathering.ts';
import type { GatheringDefinition } from './gatherings-policy.ts';

type HalfTermly = Extract<GatheringDefinition, { rhythm: 'school half-termly' }>;
type Governors = Extract<GatheringDefinition, { rhythm: 'governors termly' }>;

interface Standing {
  readonly grade?: OfstedGrade;
  readonly heading?: CategoryPolicy['heading'];
  readonly supported: boolean;
  readonly says: string;
}

/** How often a school is met in a half term (M8): the highest frequency its grade, heading and support ask for. */
export function timesOf(
  policy: TrustPolicy,
  { times }: HalfTermly,
  facts: GatheringFacts,
  school: School,
  halfTerm: HalfTermId,
): { readonly times: number; readonly because: string } {
  const { grade, heading, supported, says } = standing(policy, facts, school, halfTerm);
  const most = Math.max(
    times.atLeast,
    grade === undefined ? 0 : times.grade[grade],
    heading === undefined ? 0 : times.heading[heading],
    supported ? times.supported : 0,
  );
  return { times: most, because: `${says} The policy makes that ${most} a half term.` };
}

/** Why the trust sits with a school's governors in a term (M11), in a sentence; undefined where nothing asks for it. */
export function governorsNeed(
  policy: TrustPolicy,
  { needs }: Governors,
  facts: GatheringFacts,
  school: School,
  halfTerm: HalfTermId,
): string | undefined {
  const { grade, heading, supported, says } = standing(policy, facts, school, halfTerm);
  const asked =
    supported ||
    (grade !== undefined && needs.grades.includes(grade)) ||
    (heading !== undefined && needs.headings.includes(heading));
  return asked ? says : undefined;
}

/** Where a school stands before a half term: the inspection's grade, the heading last validated, its support. */
function standing(policy: TrustPolicy, facts: GatheringFacts, school: School, halfTerm: HalfTermId): Standing {
  const code = lastJudgement(facts, policy, school.urn, halfTerm)?.validated.category;
  const category = code === undefined ? undefined : categoryByCode(policy, code);
  // The grade on record is the inspectors' last word; a judgement can be older than it.
  const grade = school.ofsted?.grade ?? category?.ofsted;
  const supported = facts.supported?.includes(school.urn) ?? false;
  const parts = [
    ...(category ? [`category ${category.code}`] : []),
    ...(grade === undefined ? [] : [`Ofsted grade ${grade}`]),
    ...(supported ? ['additional support'] : []),
  ];
  return {
    ...(grade === undefined ? {} : { grade }),
    ...(category ? { heading: category.heading } : {}),
    supported,
    says: parts.length > 0 ? `${school.name} has ${parts.join(', ')}.` : `${school.name} has no grade or category yet.`,
  };
}
