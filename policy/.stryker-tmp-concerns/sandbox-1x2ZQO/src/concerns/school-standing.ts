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
import { Temporal } from 'temporal-polyfill';
import { dateAt, halfTerms } from '../calendar/academic-calendar.ts';
import { judgementsOf } from '../categorisation/kept.ts';
import { categoryByCode } from '../categorisation/scale.ts';
import type { Facts } from '../facts.ts';
import type { OfstedGrade, School } from '../trust/school.ts';
import type { CategoryPolicy, TrustPolicy } from '../trust-policy.ts';
import { latestDay } from './day-order.ts';

/** Where a school stands by its grade and its last validated category, and since when. */
export interface SchoolStanding {
  /** Of the last graded inspection, else of the validated category; none where there is neither. */
  readonly grade?: OfstedGrade;
  readonly category?: CategoryPolicy;
  /** Whether the category says that it may slip. A category of a grade the school no longer has says nothing. */
  readonly atRisk: boolean;
  /** The date from which its grade holds for the trust, ISO: the inspection, or its joining where that was later. */
  readonly gradeSince: string;
  /** The date of the category's validation. */
  readonly categorySince: string;
}

/**
 * Reads a school's standing (M28): an inspection changes the number, a validated category the rest. A date that is
 * not on record is the first day of the policy's calendar, so that it stays the same whenever it is asked.
 */
export function schoolStanding(policy: TrustPolicy, facts: Pick<Facts, 'judgements'>, school: School): SchoolStanding {
  if (stryMutAct_9fa48("768")) {
    {}
  } else {
    stryCov_9fa48("768");
    const validated = stryMutAct_9fa48("769") ? judgementsOf(facts, policy, school.urn).findLast(one => one.validated !== undefined).validated : (stryCov_9fa48("769"), judgementsOf(facts, policy, school.urn).findLast(stryMutAct_9fa48("770") ? () => undefined : (stryCov_9fa48("770"), one => stryMutAct_9fa48("773") ? one.validated === undefined : stryMutAct_9fa48("772") ? false : stryMutAct_9fa48("771") ? true : (stryCov_9fa48("771", "772", "773"), one.validated !== undefined)))?.validated);
    const judged = validated ? categoryByCode(policy, validated.category) : undefined;
    const grade = stryMutAct_9fa48("774") ? school.ofsted?.grade && judged?.ofsted : (stryCov_9fa48("774"), (stryMutAct_9fa48("775") ? school.ofsted.grade : (stryCov_9fa48("775"), school.ofsted?.grade)) ?? (stryMutAct_9fa48("776") ? judged.ofsted : (stryCov_9fa48("776"), judged?.ofsted)));
    const category = (stryMutAct_9fa48("779") ? judged?.ofsted !== grade : stryMutAct_9fa48("778") ? false : stryMutAct_9fa48("777") ? true : (stryCov_9fa48("777", "778", "779"), (stryMutAct_9fa48("780") ? judged.ofsted : (stryCov_9fa48("780"), judged?.ofsted)) === grade)) ? judged : undefined;
    const start = latestDay(stryMutAct_9fa48("781") ? halfTerms(policy)[0]?.from && '0001-01-01' : (stryCov_9fa48("781"), (stryMutAct_9fa48("782") ? halfTerms(policy)[0].from : (stryCov_9fa48("782"), halfTerms(policy)[0]?.from)) ?? (stryMutAct_9fa48("783") ? "" : (stryCov_9fa48("783"), '0001-01-01'))), school.joined);
    const categorySince = validated ? dateAt(policy, Temporal.Instant.from(validated.at)) : start;
    return stryMutAct_9fa48("784") ? {} : (stryCov_9fa48("784"), {
      ...((stryMutAct_9fa48("787") ? grade !== undefined : stryMutAct_9fa48("786") ? false : stryMutAct_9fa48("785") ? true : (stryCov_9fa48("785", "786", "787"), grade === undefined)) ? {} : stryMutAct_9fa48("788") ? {} : (stryCov_9fa48("788"), {
        grade
      })),
      ...(category ? stryMutAct_9fa48("789") ? {} : (stryCov_9fa48("789"), {
        category
      }) : {}),
      atRisk: stryMutAct_9fa48("792") ? category?.heading !== 'at risk' : stryMutAct_9fa48("791") ? false : stryMutAct_9fa48("790") ? true : (stryCov_9fa48("790", "791", "792"), (stryMutAct_9fa48("793") ? category.heading : (stryCov_9fa48("793"), category?.heading)) === (stryMutAct_9fa48("794") ? "" : (stryCov_9fa48("794"), 'at risk'))),
      gradeSince: school.ofsted ? latestDay(stryMutAct_9fa48("795") ? school.ofsted.on && start : (stryCov_9fa48("795"), school.ofsted.on ?? start), school.joined) : categorySince,
      categorySince: latestDay(categorySince, school.joined)
    });
  }
}