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
import type { Wanted } from '../concerns/asking.ts';
import { latestDay } from '../concerns/day-order.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';

/**
 * What the academic year running on `today` wants of a school's development plan (M35): that it is agreed with the
 * head, then that governors note it at their first meeting of the year (`meetings`: ISO dates). Counted from the first
 * day of the year, or from the school's joining.
 */
export function developmentWanted(policy: TrustPolicy, own: PlansPolicy, school: School, plans: readonly Plan[], meetings: readonly string[], today: string): readonly Wanted[] {
  if (stryMutAct_9fa48("201")) {
    {}
  } else {
    stryCov_9fa48("201");
    const year = stryMutAct_9fa48("202") ? halfTerms(policy).findLast(({
      from
    }) => from <= today).year : (stryCov_9fa48("202"), halfTerms(policy).findLast(stryMutAct_9fa48("203") ? () => undefined : (stryCov_9fa48("203"), ({
      from
    }) => stryMutAct_9fa48("207") ? from > today : stryMutAct_9fa48("206") ? from < today : stryMutAct_9fa48("205") ? false : stryMutAct_9fa48("204") ? true : (stryCov_9fa48("204", "205", "206", "207"), from <= today)))?.year);
    const days = stryMutAct_9fa48("208") ? halfTerms(policy) : (stryCov_9fa48("208"), halfTerms(policy).filter(stryMutAct_9fa48("209") ? () => undefined : (stryCov_9fa48("209"), one => stryMutAct_9fa48("212") ? one.year !== year : stryMutAct_9fa48("211") ? false : stryMutAct_9fa48("210") ? true : (stryCov_9fa48("210", "211", "212"), one.year === year))));
    const [first, last] = stryMutAct_9fa48("213") ? [] : (stryCov_9fa48("213"), [days[0], days.at(stryMutAct_9fa48("214") ? +1 : (stryCov_9fa48("214"), -1))]);
    // In the summer break the old year's plan is over, and the new year's is not asked yet.
    if (stryMutAct_9fa48("217") ? (!first || !last) && today > last.to : stryMutAct_9fa48("216") ? false : stryMutAct_9fa48("215") ? true : (stryCov_9fa48("215", "216", "217"), (stryMutAct_9fa48("219") ? !first && !last : stryMutAct_9fa48("218") ? false : (stryCov_9fa48("218", "219"), (stryMutAct_9fa48("220") ? first : (stryCov_9fa48("220"), !first)) || (stryMutAct_9fa48("221") ? last : (stryCov_9fa48("221"), !last)))) || (stryMutAct_9fa48("224") ? today <= last.to : stryMutAct_9fa48("223") ? today >= last.to : stryMutAct_9fa48("222") ? false : (stryCov_9fa48("222", "223", "224"), today > last.to)))) return stryMutAct_9fa48("225") ? ["Stryker was here"] : (stryCov_9fa48("225"), []);
    const start = latestDay(first.from, school.joined);
    const plan = plans.find(stryMutAct_9fa48("226") ? () => undefined : (stryCov_9fa48("226"), one => stryMutAct_9fa48("229") ? one.kind === 'development' && one.year === first.year || !one.closed : stryMutAct_9fa48("228") ? false : stryMutAct_9fa48("227") ? true : (stryCov_9fa48("227", "228", "229"), (stryMutAct_9fa48("231") ? one.kind === 'development' || one.year === first.year : stryMutAct_9fa48("230") ? true : (stryCov_9fa48("230", "231"), (stryMutAct_9fa48("233") ? one.kind !== 'development' : stryMutAct_9fa48("232") ? true : (stryCov_9fa48("232", "233"), one.kind === (stryMutAct_9fa48("234") ? "" : (stryCov_9fa48("234"), 'development')))) && (stryMutAct_9fa48("236") ? one.year !== first.year : stryMutAct_9fa48("235") ? true : (stryCov_9fa48("235", "236"), one.year === first.year)))) && (stryMutAct_9fa48("237") ? one.closed : (stryCov_9fa48("237"), !one.closed)))));
    const closed = stryMutAct_9fa48("238") ? plans.every(one => one.kind === 'development' && one.year === first.year && one.closed) : (stryCov_9fa48("238"), plans.some(stryMutAct_9fa48("239") ? () => undefined : (stryCov_9fa48("239"), one => stryMutAct_9fa48("242") ? one.kind === 'development' && one.year === first.year || one.closed : stryMutAct_9fa48("241") ? false : stryMutAct_9fa48("240") ? true : (stryCov_9fa48("240", "241", "242"), (stryMutAct_9fa48("244") ? one.kind === 'development' || one.year === first.year : stryMutAct_9fa48("243") ? true : (stryCov_9fa48("243", "244"), (stryMutAct_9fa48("246") ? one.kind !== 'development' : stryMutAct_9fa48("245") ? true : (stryCov_9fa48("245", "246"), one.kind === (stryMutAct_9fa48("247") ? "" : (stryCov_9fa48("247"), 'development')))) && (stryMutAct_9fa48("249") ? one.year !== first.year : stryMutAct_9fa48("248") ? true : (stryCov_9fa48("248", "249"), one.year === first.year)))) && one.closed))));
    if (stryMutAct_9fa48("252") ? plan?.noted && !plan && closed : stryMutAct_9fa48("251") ? false : stryMutAct_9fa48("250") ? true : (stryCov_9fa48("250", "251", "252"), (stryMutAct_9fa48("253") ? plan.noted : (stryCov_9fa48("253"), plan?.noted)) || (stryMutAct_9fa48("255") ? !plan || closed : stryMutAct_9fa48("254") ? false : (stryCov_9fa48("254", "255"), (stryMutAct_9fa48("256") ? plan : (stryCov_9fa48("256"), !plan)) && closed)))) return stryMutAct_9fa48("257") ? ["Stryker was here"] : (stryCov_9fa48("257"), []);
    if (stryMutAct_9fa48("260") ? false : stryMutAct_9fa48("259") ? true : stryMutAct_9fa48("258") ? plan?.agreed : (stryCov_9fa48("258", "259", "260"), !(stryMutAct_9fa48("261") ? plan.agreed : (stryCov_9fa48("261"), plan?.agreed)))) return stryMutAct_9fa48("262") ? [] : (stryCov_9fa48("262"), [stryMutAct_9fa48("263") ? {} : (stryCov_9fa48("263"), {
      key: stryMutAct_9fa48("264") ? `` : (stryCov_9fa48("264"), `development-plan/${first.year}/${school.urn}/agree`),
      rule: stryMutAct_9fa48("265") ? "" : (stryCov_9fa48("265"), 'M35'),
      role: stryMutAct_9fa48("266") ? "" : (stryCov_9fa48("266"), 'head'),
      title: stryMutAct_9fa48("267") ? `` : (stryCov_9fa48("267"), `Agree the development plan of ${school.name} for ${first.year}`),
      from: start,
      until: shifted(start, own.development.agreedDays),
      because: stryMutAct_9fa48("268") ? `` : (stryCov_9fa48("268"), `Every school has a development plan for ${first.year}, agreed with its head.`),
      otherwise: stryMutAct_9fa48("269") ? "" : (stryCov_9fa48("269"), 'Without it governors have nothing to note, and visits nothing to review.')
    })]);
    // A meeting before the plan was agreed can't note it: then it is the next one.
    const meeting = stryMutAct_9fa48("271") ? meetings.sort()[0] : stryMutAct_9fa48("270") ? meetings.filter(on => on >= latestDay(start, plan.agreed?.on) && on <= last.to)[0] : (stryCov_9fa48("270", "271"), meetings.filter(stryMutAct_9fa48("272") ? () => undefined : (stryCov_9fa48("272"), on => stryMutAct_9fa48("275") ? on >= latestDay(start, plan.agreed?.on) || on <= last.to : stryMutAct_9fa48("274") ? false : stryMutAct_9fa48("273") ? true : (stryCov_9fa48("273", "274", "275"), (stryMutAct_9fa48("278") ? on < latestDay(start, plan.agreed?.on) : stryMutAct_9fa48("277") ? on > latestDay(start, plan.agreed?.on) : stryMutAct_9fa48("276") ? true : (stryCov_9fa48("276", "277", "278"), on >= latestDay(start, stryMutAct_9fa48("279") ? plan.agreed.on : (stryCov_9fa48("279"), plan.agreed?.on)))) && (stryMutAct_9fa48("282") ? on > last.to : stryMutAct_9fa48("281") ? on < last.to : stryMutAct_9fa48("280") ? true : (stryCov_9fa48("280", "281", "282"), on <= last.to))))).sort()[0]);
    return stryMutAct_9fa48("283") ? [] : (stryCov_9fa48("283"), [stryMutAct_9fa48("284") ? {} : (stryCov_9fa48("284"), {
      key: stryMutAct_9fa48("285") ? `` : (stryCov_9fa48("285"), `development-plan/${first.year}/${school.urn}/note`),
      rule: stryMutAct_9fa48("286") ? "" : (stryCov_9fa48("286"), 'M35'),
      role: stryMutAct_9fa48("287") ? "" : (stryCov_9fa48("287"), 'head'),
      title: stryMutAct_9fa48("288") ? `` : (stryCov_9fa48("288"), `Have governors note the development plan of ${school.name}`),
      from: latestDay(start, plan.agreed.on),
      until: stryMutAct_9fa48("289") ? meeting && latestDay(shifted(start, own.development.notedDays), plan.agreed.on) : (stryCov_9fa48("289"), meeting ?? latestDay(shifted(start, own.development.notedDays), plan.agreed.on)),
      because: stryMutAct_9fa48("290") ? `` : (stryCov_9fa48("290"), `It was agreed on ${plan.agreed.on}; governors note it at their first meeting of the year.`),
      otherwise: stryMutAct_9fa48("291") ? "" : (stryCov_9fa48("291"), 'Without it governors cannot hold the school to its plan.')
    })]);
  }
}