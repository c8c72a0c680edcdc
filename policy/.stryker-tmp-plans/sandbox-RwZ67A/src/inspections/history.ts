// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { CategoryCode } from '../categorisation/judgement.ts';
import { judgementsOf } from '../categorisation/kept.ts';
import type { Facts } from '../facts.ts';
import type { OfstedGrade } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Inspection } from './inspection.ts';
import type { InspectionsPolicy } from './inspections-policy.ts';
import { mapped } from './mapping.ts';
import { isGraded } from './ofsted-part.ts';

/** One entry of a school's history: who, when and why. `on` is an ISO date in the trust's time zone. */
export type HistoryEntry = { readonly on: string; readonly at: string; readonly by: string } & (
  | {
      readonly kind: 'proposal' | 'validation';
      readonly halfTerm: HalfTermId;
      readonly category: CategoryCode;
      readonly because?: string;
    }
  /** `grade` is the Ofsted part it counts as, where it gives one. */
  | { readonly kind: 'inspection'; readonly inspection: Inspection; readonly grade?: OfstedGrade }
);

/**
 * A school's judgements and inspections in one line of time, oldest first (M28). Of one day an inspection comes first:
 * what is judged on that day is judged knowing it. Schools that have left keep theirs.
 */
export function historyOf(
  policy: TrustPolicy,
  own: InspectionsPolicy,
  facts: Pick<Facts, 'judgements'>,
  inspections: readonly Inspection[],
  urn: string,
): readonly HistoryEntry[] {
  const seen = inspections
    .filter((inspection) => inspection.urn === urn)
    .map((inspection): HistoryEntry => {
      const found = isGraded(inspection) ? mapped(own, inspection) : undefined;
      const { on, at, by } = inspection;
      return { kind: 'inspection', on, at, by, inspection, ...(found?.ok ? { grade: found.grade } : {}) };
    });
  const judged = judgementsOf(facts, policy, urn).flatMap(({ halfTerm, proposed, validated }): HistoryEntry[] => [
    ...(proposed ? [{ kind: 'proposal' as const, halfTerm, on: dayOf(policy, proposed.at), ...proposed }] : []),
    ...(validated ? [validation(policy, halfTerm, validated)] : []),
  ]);
  return [...seen, ...judged].sort(inTime);
}

function validation(
  policy: TrustPolicy,
  halfTerm: HalfTermId,
  { category, by, at, why }: { category: CategoryCode; by: string; at: string; why?: string },
): HistoryEntry {
  const on = dayOf(policy, at);
  return { kind: 'validation', halfTerm, on, at, by, category, ...(why === undefined ? {} : { because: why }) };
}

function inTime(one: HistoryEntry, other: HistoryEntry): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  if ((one.kind === 'inspection') !== (other.kind === 'inspection')) return one.kind === 'inspection' ? -1 : 1;
  return Temporal.Instant.compare(Temporal.Instant.from(one.at), Temporal.Instant.from(other.at));
}

function dayOf(policy: TrustPolicy, instant: string): string {
  return dateAt(policy, Temporal.Instant.from(instant));
}
