import type { Temporal } from 'temporal-polyfill';
import { agreementTasks } from '../categorisation/agreement-tasks.ts';
import { collectionTasks } from '../collection/collection-tasks.ts';
import { concernsTasks } from '../concerns/concerns-tasks.ts';
import { extraDataTasks } from '../extra-data/extra-data-tasks.ts';
import type { Facts } from '../facts.ts';
import { gatheringsTasks } from '../gatherings/gatherings-tasks.ts';
import { inspectionsTasks } from '../inspections/inspections-tasks.ts';
import { nationalTasks } from '../national/national-tasks.ts';
import { outsideTasks } from '../outside/outside-tasks.ts';
import { peerReviewTasks } from '../peer-review/peer-review-tasks.ts';
import { plansTasks } from '../plans/plans-tasks.ts';
import { areasFoundIn, type StrategyRecords } from '../records.ts';
import { reportsTasks } from '../reports/reports-tasks.ts';
import { supportTasks } from '../support/support-tasks.ts';
import { targetsTasks } from '../targets/targets-tasks.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { visitsTasks } from '../visits/visits-tasks.ts';
import { askedAsOf } from './asking-times.ts';
import type { Task } from './task.ts';

/**
 * What people owe in the topics whose records the trust keeps, as of the last asking time. Where it keeps none nothing
 * is asked: what was done could not be told from what was not.
 */
export function taskDuties(policy: TrustPolicy, facts: Facts, now: Temporal.Instant): readonly Task[] {
  const { records } = facts;
  if (records === undefined) return [];
  const asOf = askedAsOf(policy, now);
  const { schools, people, returns, judgements, meetings, results } = facts;
  const rests = [policy, records, schools, people, returns, judgements, meetings, results];
  if (last?.asOf.equals(asOf) && last.rests.every((part, at) => part === rests[at])) return last.tasks;
  const tasks = tasksOf(policy, facts, records, asOf);
  last = { asOf, rests, tasks };
  return tasks;
}

/** The last answer with all it rests on: between two asking times, with nothing recorded, it is the answer again. */
let last:
  | { readonly asOf: Temporal.Instant; readonly rests: readonly unknown[]; readonly tasks: readonly Task[] }
  | undefined;

function tasksOf(
  policy: TrustPolicy,
  facts: Facts,
  records: Partial<StrategyRecords>,
  now: Temporal.Instant,
): readonly Task[] {
  const {
    agreement,
    collection,
    gatherings,
    concerns,
    extraData,
    inspections,
    national,
    outside,
    peerReview,
    reports,
    support,
    targets,
    visits,
    plans,
  } = records;
  return [
    ...(gatherings ? gatheringsTasks(policy, policy.gatherings, facts, gatherings, now) : []),
    ...(agreement ? agreementTasks(policy, facts, now) : []),
    ...(collection ? collectionTasks(policy, facts, collection) : []),
    ...(concerns ? concernsTasks(policy, policy.concerns, facts, concerns, now) : []),
    ...(extraData ? extraDataTasks(policy, policy.concerns, facts, extraData, now) : []),
    ...(inspections ? inspectionsTasks(policy, policy.inspections, facts, inspections, now) : []),
    ...(national ? nationalTasks(policy, policy.national, facts, national, now) : []),
    ...(outside ? outsideTasks(policy, policy.outside, facts, outside, now) : []),
    ...(peerReview ? peerReviewTasks(policy, policy.peerReview, facts, peerReview, now) : []),
    ...(reports ? reportsTasks(policy, policy.reports, facts, reports, now) : []),
    ...(support ? supportTasks(policy, policy.support, facts, support, now) : []),
    ...(targets ? targetsTasks(policy, policy.targets, facts, targets, now) : []),
    ...(visits ? visitsTasks(policy, policy.visits, facts, { ...visits, areasFound: areasFoundIn(records) }, now) : []),
    ...(plans ? plansTasks(policy, policy.plans, facts, plans, now) : []),
  ];
}
