// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { dateAt, halfTermAfter, halfTerms } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { tasksAt } from './asked.ts';
import { missingAsks } from './missing-asks.ts';
import { visitAsks } from './visit-asks.ts';
import type { VisitRecords } from './visit-records.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/**
 * Everything owed about visits and performance management at this moment (M29-M31, M39): days to agree, visits to
 * prepare and record, actions to do, visits, checks and reviews still missing when a half term nears its end. Nothing
 * is owed for schools that have left or not joined.
 */
export function visitsTasks(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  records: VisitRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const today = dateAt(policy, now);
  const schools = schoolsOn(facts.schools, today);
  // Nothing is asked for longer before a half term (the widest offset) or after the one that follows it.
  const near = halfTerms(policy).filter(
    ({ id, from, to }) => shifted(from, -60) <= today && today <= (halfTermAfter(policy, id)?.to ?? to),
  );
  const asked = [
    ...schools.flatMap((school) =>
      records.visits
        .filter(({ urn }) => urn === school.urn)
        .flatMap((visit) => visitAsks(policy, own, facts, records, school, visit)),
    ),
    ...near.flatMap((halfTerm) => missingAsks(policy, own, facts, records, schools, halfTerm)),
  ];
  return tasksAt(asked, now);
}
