// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import { tasksOf, type Wanted } from '../concerns/asking.ts';
import { schoolStanding } from '../concerns/school-standing.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { attainmentWanted } from './attainment-wanted.ts';
import { developmentWanted } from './development-wanted.ts';
import { openPlanWanted, unneededSince } from './open-plan-wanted.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';
import { requiredPlans } from './required-plans.ts';

/** What is on record about plans; meetings of a school's governors, where their dates are known (M11). */
export interface PlanRecords {
  readonly plans: readonly Plan[];
  readonly governorMeetings: readonly {
    readonly urn: string;
    readonly on: string;
  }[];
}

/**
 * Everything owed about plans at this moment (M35, M36): agreeing and noting the year's development plan, beginning
 * and agreeing the attainment plan a school has to have, reviews, milestones past their day, closing. Nothing is owed
 * for schools that have left or not joined.
 */
export function plansTasks(policy: TrustPolicy, own: PlansPolicy, facts: Facts, records: PlanRecords, now: Temporal.Instant): readonly Task[] {
  if (stryMutAct_9fa48("716")) {
    {}
  } else {
    stryCov_9fa48("716");
    const today = dateAt(policy, now);
    return schoolsOn(facts.schools, today).flatMap(school => {
      if (stryMutAct_9fa48("717")) {
        {}
      } else {
        stryCov_9fa48("717");
        const plans = stryMutAct_9fa48("718") ? records.plans : (stryCov_9fa48("718"), records.plans.filter(stryMutAct_9fa48("719") ? () => undefined : (stryCov_9fa48("719"), ({
          urn
        }) => stryMutAct_9fa48("722") ? urn !== school.urn : stryMutAct_9fa48("721") ? false : stryMutAct_9fa48("720") ? true : (stryCov_9fa48("720", "721", "722"), urn === school.urn))));
        const meetings = stryMutAct_9fa48("723") ? records.governorMeetings.map(({
          on
        }) => on) : (stryCov_9fa48("723"), records.governorMeetings.filter(stryMutAct_9fa48("724") ? () => undefined : (stryCov_9fa48("724"), ({
          urn
        }) => stryMutAct_9fa48("727") ? urn !== school.urn : stryMutAct_9fa48("726") ? false : stryMutAct_9fa48("725") ? true : (stryCov_9fa48("725", "726", "727"), urn === school.urn))).map(stryMutAct_9fa48("728") ? () => undefined : (stryCov_9fa48("728"), ({
          on
        }) => on)));
        const standing = schoolStanding(policy, facts, school);
        const required = requiredPlans(own, school, standing);
        const open = stryMutAct_9fa48("729") ? plans : (stryCov_9fa48("729"), plans.filter(stryMutAct_9fa48("730") ? () => undefined : (stryCov_9fa48("730"), ({
          closed
        }) => stryMutAct_9fa48("731") ? closed : (stryCov_9fa48("731"), !closed))));
        const wanted: readonly Wanted[] = stryMutAct_9fa48("732") ? [] : (stryCov_9fa48("732"), [...developmentWanted(policy, own, school, plans, meetings, today), ...attainmentWanted(policy, own, school, required, plans), ...open.flatMap(stryMutAct_9fa48("733") ? () => undefined : (stryCov_9fa48("733"), plan => openPlanWanted(policy, own, facts, school, plan, unneededSince(required, standing, plan), today)))]);
        return tasksOf(policy, own, facts, school, wanted, now);
      }
    });
  }
}