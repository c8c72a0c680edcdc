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
import { halfTerms, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/**
 * The date on which a number of weeks of term have passed since `date`. Days of holidays between half terms don't
 * count, so that a summer is no lack of progress (M38). Beyond the years the policy has dates for, every day counts.
 */
export function afterTermWeeks(policy: TrustPolicy, date: string, weeks: number): string {
  if (stryMutAct_9fa48("878")) {
    {}
  } else {
    stryCov_9fa48("878");
    let left = stryMutAct_9fa48("879") ? weeks / 7 : (stryCov_9fa48("879"), weeks * 7);
    let day = date;
    for (const {
      from,
      to
    } of halfTerms(policy)) {
      if (stryMutAct_9fa48("880")) {
        {}
      } else {
        stryCov_9fa48("880");
        if (stryMutAct_9fa48("884") ? to >= day : stryMutAct_9fa48("883") ? to <= day : stryMutAct_9fa48("882") ? false : stryMutAct_9fa48("881") ? true : (stryCov_9fa48("881", "882", "883", "884"), to < day)) continue;
        const start = (stryMutAct_9fa48("888") ? from <= day : stryMutAct_9fa48("887") ? from >= day : stryMutAct_9fa48("886") ? false : stryMutAct_9fa48("885") ? true : (stryCov_9fa48("885", "886", "887", "888"), from > day)) ? shifted(from, stryMutAct_9fa48("889") ? +1 : (stryCov_9fa48("889"), -1)) : day;
        const room = Temporal.PlainDate.from(start).until(to).days;
        if (stryMutAct_9fa48("893") ? left > room : stryMutAct_9fa48("892") ? left < room : stryMutAct_9fa48("891") ? false : stryMutAct_9fa48("890") ? true : (stryCov_9fa48("890", "891", "892", "893"), left <= room)) return shifted(start, left);
        stryMutAct_9fa48("894") ? left += room : (stryCov_9fa48("894"), left -= room);
        day = to;
      }
    }
    return shifted(day, left);
  }
}

/** The moment of a time on a date, or on the next school day where it is a day off; as it is beyond the policy's years. */
export function schoolMoment(policy: TrustPolicy, date: string, time: string): Temporal.Instant {
  if (stryMutAct_9fa48("895")) {
    {}
  } else {
    stryCov_9fa48("895");
    const last = stryMutAct_9fa48("896") ? halfTerms(policy).at(-1)?.to && date : (stryCov_9fa48("896"), (stryMutAct_9fa48("897") ? halfTerms(policy).at(-1).to : (stryCov_9fa48("897"), halfTerms(policy).at(stryMutAct_9fa48("898") ? +1 : (stryCov_9fa48("898"), -1))?.to)) ?? date);
    return (stryMutAct_9fa48("902") ? last >= date : stryMutAct_9fa48("901") ? last <= date : stryMutAct_9fa48("900") ? false : stryMutAct_9fa48("899") ? true : (stryCov_9fa48("899", "900", "901", "902"), last < date)) ? instantAt(policy, date, time) : onSchoolDay(policy, date, stryMutAct_9fa48("903") ? {} : (stryCov_9fa48("903"), {
      days: 0,
      at: time
    }), last);
  }
}