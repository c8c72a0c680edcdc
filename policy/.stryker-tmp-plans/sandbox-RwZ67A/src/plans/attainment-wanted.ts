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
import { halfTerms } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Wanted } from '../concerns/asking.ts';
import { latestDay } from '../concerns/day-order.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';
import type { RequiredPlan } from './required-plans.ts';

/**
 * The attainment plan that a school has to have and has not agreed (M36). The fuller plan does for a school at risk
 * too. A plan for a school at risk that was closed within its year, with none to follow, has done what its category asked
 * for: its impact goes into the next judgement. One whose year ran out is followed by another.
 */
export function attainmentWanted(policy: TrustPolicy, own: PlansPolicy, {
  urn,
  name
}: School, required: readonly RequiredPlan[], plans: readonly Plan[]): readonly Wanted[] {
  if (stryMutAct_9fa48("71")) {
    {}
  } else {
    stryCov_9fa48("71");
    return required.flatMap(({
      kind,
      since,
      why
    }): Wanted[] => {
      if (stryMutAct_9fa48("72")) {
        {}
      } else {
        stryCov_9fa48("72");
        if (stryMutAct_9fa48("75") ? kind === 'development' && since === undefined : stryMutAct_9fa48("74") ? false : stryMutAct_9fa48("73") ? true : (stryCov_9fa48("73", "74", "75"), (stryMutAct_9fa48("77") ? kind !== 'development' : stryMutAct_9fa48("76") ? false : (stryCov_9fa48("76", "77"), kind === (stryMutAct_9fa48("78") ? "" : (stryCov_9fa48("78"), 'development')))) || (stryMutAct_9fa48("80") ? since !== undefined : stryMutAct_9fa48("79") ? false : (stryCov_9fa48("79", "80"), since === undefined)))) return stryMutAct_9fa48("81") ? ["Stryker was here"] : (stryCov_9fa48("81"), []);
        const fitting = stryMutAct_9fa48("82") ? plans : (stryCov_9fa48("82"), plans.filter(stryMutAct_9fa48("83") ? () => undefined : (stryCov_9fa48("83"), plan => stryMutAct_9fa48("86") ? plan.kind === 'full' && plan.kind === kind : stryMutAct_9fa48("85") ? false : stryMutAct_9fa48("84") ? true : (stryCov_9fa48("84", "85", "86"), (stryMutAct_9fa48("88") ? plan.kind !== 'full' : stryMutAct_9fa48("87") ? false : (stryCov_9fa48("87", "88"), plan.kind === (stryMutAct_9fa48("89") ? "" : (stryCov_9fa48("89"), 'full')))) || (stryMutAct_9fa48("91") ? plan.kind !== kind : stryMutAct_9fa48("90") ? false : (stryCov_9fa48("90", "91"), plan.kind === kind))))));
        if (stryMutAct_9fa48("94") ? fitting.every(({
          closed,
          agreed
        }) => !closed && agreed) : stryMutAct_9fa48("93") ? false : stryMutAct_9fa48("92") ? true : (stryCov_9fa48("92", "93", "94"), fitting.some(stryMutAct_9fa48("95") ? () => undefined : (stryCov_9fa48("95"), ({
          closed,
          agreed
        }) => stryMutAct_9fa48("98") ? !closed || agreed : stryMutAct_9fa48("97") ? false : stryMutAct_9fa48("96") ? true : (stryCov_9fa48("96", "97", "98"), (stryMutAct_9fa48("99") ? closed : (stryCov_9fa48("99"), !closed)) && agreed))))) return stryMutAct_9fa48("100") ? ["Stryker was here"] : (stryCov_9fa48("100"), []);
        const ended = fitting.flatMap(stryMutAct_9fa48("101") ? () => undefined : (stryCov_9fa48("101"), ({
          closed,
          year
        }) => (stryMutAct_9fa48("104") ? closed || closed.on >= since : stryMutAct_9fa48("103") ? false : stryMutAct_9fa48("102") ? true : (stryCov_9fa48("102", "103", "104"), closed && (stryMutAct_9fa48("107") ? closed.on < since : stryMutAct_9fa48("106") ? closed.on > since : stryMutAct_9fa48("105") ? true : (stryCov_9fa48("105", "106", "107"), closed.on >= since)))) ? stryMutAct_9fa48("108") ? [] : (stryCov_9fa48("108"), [stryMutAct_9fa48("109") ? {} : (stryCov_9fa48("109"), {
          ...closed,
          year
        })]) : stryMutAct_9fa48("110") ? ["Stryker was here"] : (stryCov_9fa48("110"), [])));
        const done = stryMutAct_9fa48("111") ? ended.every(({
          on,
          year,
          followedBy
        }) => followedBy === undefined && on <= lastDayOf(policy, year)) : (stryCov_9fa48("111"), ended.some(stryMutAct_9fa48("112") ? () => undefined : (stryCov_9fa48("112"), ({
          on,
          year,
          followedBy
        }) => stryMutAct_9fa48("115") ? followedBy === undefined || on <= lastDayOf(policy, year) : stryMutAct_9fa48("114") ? false : stryMutAct_9fa48("113") ? true : (stryCov_9fa48("113", "114", "115"), (stryMutAct_9fa48("117") ? followedBy !== undefined : stryMutAct_9fa48("116") ? true : (stryCov_9fa48("116", "117"), followedBy === undefined)) && (stryMutAct_9fa48("120") ? on > lastDayOf(policy, year) : stryMutAct_9fa48("119") ? on < lastDayOf(policy, year) : stryMutAct_9fa48("118") ? true : (stryCov_9fa48("118", "119", "120"), on <= lastDayOf(policy, year)))))));
        if (stryMutAct_9fa48("123") ? kind === 'raising' || done : stryMutAct_9fa48("122") ? false : stryMutAct_9fa48("121") ? true : (stryCov_9fa48("121", "122", "123"), (stryMutAct_9fa48("125") ? kind !== 'raising' : stryMutAct_9fa48("124") ? true : (stryCov_9fa48("124", "125"), kind === (stryMutAct_9fa48("126") ? "" : (stryCov_9fa48("126"), 'raising')))) && done)) return stryMutAct_9fa48("127") ? ["Stryker was here"] : (stryCov_9fa48("127"), []);
        const from = latestDay(since, ...ended.map(stryMutAct_9fa48("128") ? () => undefined : (stryCov_9fa48("128"), ({
          on
        }) => on)));
        return stryMutAct_9fa48("129") ? [] : (stryCov_9fa48("129"), [stryMutAct_9fa48("130") ? {} : (stryCov_9fa48("130"), {
          key: stryMutAct_9fa48("131") ? `` : (stryCov_9fa48("131"), `attainment-plan/${urn}/${kind}/${from}`),
          rule: why.rule,
          role: own[kind].writer,
          title: stryMutAct_9fa48("132") ? `` : (stryCov_9fa48("132"), `Agree the ${(stryMutAct_9fa48("135") ? kind !== 'full' : stryMutAct_9fa48("134") ? false : stryMutAct_9fa48("133") ? true : (stryCov_9fa48("133", "134", "135"), kind === (stryMutAct_9fa48("136") ? "" : (stryCov_9fa48("136"), 'full')))) ? stryMutAct_9fa48("137") ? "" : (stryCov_9fa48("137"), 'full ') : stryMutAct_9fa48("138") ? "Stryker was here!" : (stryCov_9fa48("138"), '')}raising attainment plan of ${name}`),
          from,
          until: shifted(from, own[kind].agreedDays),
          because: why.because.join(stryMutAct_9fa48("139") ? "" : (stryCov_9fa48("139"), ' ')),
          otherwise: stryMutAct_9fa48("140") ? "" : (stryCov_9fa48("140"), 'Without it the support the school needs is neither planned nor costed.')
        })]);
      }
    });
  }
}

/** The last school day of an academic year; before any day where the policy has no dates for the year. */
export function lastDayOf(policy: TrustPolicy, year: AcademicYear): string {
  if (stryMutAct_9fa48("141")) {
    {}
  } else {
    stryCov_9fa48("141");
    return stryMutAct_9fa48("142") ? halfTerms(policy).findLast(one => one.year === year)?.to && '' : (stryCov_9fa48("142"), (stryMutAct_9fa48("143") ? halfTerms(policy).findLast(one => one.year === year).to : (stryCov_9fa48("143"), halfTerms(policy).findLast(stryMutAct_9fa48("144") ? () => undefined : (stryCov_9fa48("144"), one => stryMutAct_9fa48("147") ? one.year !== year : stryMutAct_9fa48("146") ? false : stryMutAct_9fa48("145") ? true : (stryCov_9fa48("145", "146", "147"), one.year === year)))?.to)) ?? (stryMutAct_9fa48("148") ? "Stryker was here!" : (stryCov_9fa48("148"), '')));
  }
}