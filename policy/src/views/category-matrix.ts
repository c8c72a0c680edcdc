import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { dateAt, halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTerm, HalfTermId } from '../calendar/half-term.ts';
import type { CategoryCode } from '../categorisation/judgement.ts';
import { judgementOf, lastJudgement } from '../categorisation/kept.ts';
import { categoryByCode, type Move, move } from '../categorisation/scale.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { inspectionsSeen, type SeenInspection } from '../inspections/seen.ts';
import { byName } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import type { Phase, School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A school's validated category of a half term. */
export interface MatrixCategory {
  readonly code: CategoryCode;
  readonly move: Move;
  /** The category it moved from. */
  readonly was?: CategoryCode;
  /** Whether it moved between Ofsted grades or only within one. */
  readonly within?: 'grade' | 'grades';
  readonly atRisk: boolean;
}

export interface MatrixRow {
  readonly urn: string;
  readonly name: string;
  readonly cluster: string;
  readonly phase: Phase;
  /** ISO date on which it left the trust. */
  readonly left?: string;
  /** By half term, those without a validated category left out. */
  readonly categories: Readonly<Record<HalfTermId, MatrixCategory>>;
  /** By the half term they began in, or the one before where they began in a holiday. */
  readonly inspections: Readonly<Record<HalfTermId, readonly SeenInspection[]>>;
  /** The newest one with a grade from before the first half term shown. */
  readonly before?: SeenInspection;
}

export interface CategoryMatrixView {
  readonly asOf: string;
  /** From the first with a category to the running one, oldest first. */
  readonly halfTerms: readonly HalfTermId[];
  readonly schools: readonly MatrixRow[];
}

/**
 * Schools by half term over the years: validated categories with their moves, and inspections (M28), for whoever reads
 * categories, cut to the schools whose they read (M1). Schools that have left keep theirs. Undefined for readers of none.
 */
export function categoryMatrixView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  now: Temporal.Instant,
): CategoryMatrixView | undefined {
  if (!access(policy, person, 'category.read', facts).allowed) return undefined;
  const schools = facts.schools
    .filter(({ urn }) => access(policy, person, 'category.read', facts, { urn }).allowed)
    .sort(byName);
  const shown = spanOf(policy, facts, schools, dateAt(policy, now));
  return {
    asOf: now.toString(),
    halfTerms: shown.map(({ id }) => id),
    schools: schools.map((one) => rowOf(policy, facts, one, shown)),
  };
}

function spanOf(policy: TrustPolicy, facts: Facts, schools: readonly School[], today: string): readonly HalfTerm[] {
  const begun = halfTerms(policy).filter(({ from }) => from <= today);
  const first = begun.findIndex(({ id }) => schools.some(({ urn }) => judgementOf(facts, urn, id)?.validated));
  return first < 0 ? begun.slice(-1) : begun.slice(first);
}

function rowOf(policy: TrustPolicy, facts: Facts, school: School, shown: readonly HalfTerm[]): MatrixRow {
  const { urn, name, cluster, phase, left } = school;
  const seen = inspectionsSeen(policy.inspections, facts, school);
  const placed = seen.map((one) => ({ one, at: shown.findLast(({ from }) => from <= one.on)?.id }));
  const before = placed.findLast(({ one, at }) => at === undefined && one.grade !== undefined)?.one;
  return {
    ...{ urn, name, cluster, phase },
    ...(left === undefined ? {} : { left }),
    categories: Object.fromEntries(
      shown.flatMap(({ id }) => {
        const found = categoryOf(policyOf(policy, id), facts, urn, id);
        return found ? [[id, found]] : [];
      }),
    ),
    inspections: Object.fromEntries(
      shown.flatMap(({ id }) => {
        const mine = placed.filter(({ at }) => at === id).map(({ one }) => one);
        return mine.length > 0 ? [[id, mine]] : [];
      }),
    ),
    ...(before ? { before } : {}),
  };
}

/** A validated category of a half term with its move since the last one before it (M26). */
export function categoryOf(
  policy: TrustPolicy,
  facts: Pick<Facts, 'judgements'>,
  urn: string,
  halfTerm: HalfTermId,
): MatrixCategory | undefined {
  const code = judgementOf(facts, urn, halfTerm)?.validated?.category;
  if (code === undefined) return undefined;
  const last = lastJudgement(facts, policy, urn, halfTerm)?.validated.category;
  const was = last === code ? undefined : last;
  const [now, then] = [categoryByCode(policy, code), was === undefined ? undefined : categoryByCode(policy, was)];
  return {
    code,
    move: move(policy, last, code),
    ...(was === undefined ? {} : { was }),
    ...(now && then ? { within: now.ofsted === then.ofsted ? 'grade' : 'grades' } : {}),
    atRisk: now?.heading === 'at risk',
  };
}
