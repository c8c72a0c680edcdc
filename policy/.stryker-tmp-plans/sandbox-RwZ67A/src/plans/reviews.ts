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
import { latestDay } from '../concerns/day-order.ts';
import { afterTermWeeks } from '../concerns/term-weeks.ts';
import type { Why } from '../explanation/why.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';

/** A review that a plan is to have. */
export interface ReviewDue {
  /** ISO dates from which it is asked and by which it is wanted. */
  readonly from: string;
  readonly by: string;
  readonly why: Why;
}

/**
 * The review a plan owes next, asked on `today` (M36); none while it is not agreed, or once it is closed.
 *
 * - A school at risk: one in the core visit of each half term after the one it was agreed in; a half term that went by
 *   without one is over.
 * - The fuller plan: its own weeks of term (else the policy's) after the last one, or after it was agreed; a late one
 *   stays owed.
 * - A development plan: in the policy's half terms of its year.
 */
export function reviewDue(policy: TrustPolicy, own: PlansPolicy, plan: Plan, today: string): ReviewDue | undefined {
  if (stryMutAct_9fa48("783")) {
    {}
  } else {
    stryCov_9fa48("783");
    if (stryMutAct_9fa48("786") ? !plan.agreed && plan.closed : stryMutAct_9fa48("785") ? false : stryMutAct_9fa48("784") ? true : (stryCov_9fa48("784", "785", "786"), (stryMutAct_9fa48("787") ? plan.agreed : (stryCov_9fa48("787"), !plan.agreed)) || plan.closed)) return undefined;
    return (stryMutAct_9fa48("790") ? plan.kind !== 'full' : stryMutAct_9fa48("789") ? false : stryMutAct_9fa48("788") ? true : (stryCov_9fa48("788", "789", "790"), plan.kind === (stryMutAct_9fa48("791") ? "" : (stryCov_9fa48("791"), 'full')))) ? byWeeks(policy, own, plan, plan.agreed.on) : byHalfTerms(policy, own, plan, today);
  }
}
function byWeeks(policy: TrustPolicy, own: PlansPolicy, plan: Plan, agreed: string): ReviewDue {
  if (stryMutAct_9fa48("792")) {
    {}
  } else {
    stryCov_9fa48("792");
    const last = latestDay(agreed, ...plan.reviews.map(stryMutAct_9fa48("793") ? () => undefined : (stryCov_9fa48("793"), ({
      on
    }) => on)));
    const weeks = stryMutAct_9fa48("794") ? plan.reviewWeeks && own.full.reviewWeeks : (stryCov_9fa48("794"), plan.reviewWeeks ?? own.full.reviewWeeks);
    const by = afterTermWeeks(policy, last, weeks);
    return stryMutAct_9fa48("795") ? {} : (stryCov_9fa48("795"), {
      // A plan may set weeks so short that asking days before would ask before the last review.
      from: latestDay(shifted(by, stryMutAct_9fa48("796") ? +own.askDaysBefore : (stryCov_9fa48("796"), -own.askDaysBefore)), last),
      by,
      why: stryMutAct_9fa48("797") ? {} : (stryCov_9fa48("797"), {
        rule: stryMutAct_9fa48("798") ? "" : (stryCov_9fa48("798"), 'M36'),
        because: stryMutAct_9fa48("799") ? [] : (stryCov_9fa48("799"), [stryMutAct_9fa48("800") ? `` : (stryCov_9fa48("800"), `${(stryMutAct_9fa48("803") ? plan.reviewWeeks !== undefined : stryMutAct_9fa48("802") ? false : stryMutAct_9fa48("801") ? true : (stryCov_9fa48("801", "802", "803"), plan.reviewWeeks === undefined)) ? stryMutAct_9fa48("804") ? "" : (stryCov_9fa48("804"), 'The policy') : stryMutAct_9fa48("805") ? "" : (stryCov_9fa48("805"), 'The plan')} sets a review every ${(stryMutAct_9fa48("808") ? weeks !== 1 : stryMutAct_9fa48("807") ? false : stryMutAct_9fa48("806") ? true : (stryCov_9fa48("806", "807", "808"), weeks === 1)) ? stryMutAct_9fa48("809") ? "" : (stryCov_9fa48("809"), 'week') : stryMutAct_9fa48("810") ? `` : (stryCov_9fa48("810"), `${weeks} weeks`)} of term.`), (stryMutAct_9fa48("813") ? last !== agreed : stryMutAct_9fa48("812") ? false : stryMutAct_9fa48("811") ? true : (stryCov_9fa48("811", "812", "813"), last === agreed)) ? stryMutAct_9fa48("814") ? `` : (stryCov_9fa48("814"), `It was agreed on ${agreed}.`) : stryMutAct_9fa48("815") ? `` : (stryCov_9fa48("815"), `The last review was on ${last}.`)]),
        wouldChange: stryMutAct_9fa48("816") ? "" : (stryCov_9fa48("816"), 'Recording the review, or closing the plan.')
      })
    });
  }
}
function byHalfTerms(policy: TrustPolicy, own: PlansPolicy, plan: Plan, today: string): ReviewDue | undefined {
  if (stryMutAct_9fa48("817")) {
    {}
  } else {
    stryCov_9fa48("817");
    const all = halfTerms(policy);
    const at = all.findIndex(stryMutAct_9fa48("818") ? () => undefined : (stryCov_9fa48("818"), ({
      to
    }) => stryMutAct_9fa48("822") ? today > to : stryMutAct_9fa48("821") ? today < to : stryMutAct_9fa48("820") ? false : stryMutAct_9fa48("819") ? true : (stryCov_9fa48("819", "820", "821", "822"), today <= to)));
    const current = all[at];
    const agreed = stryMutAct_9fa48("823") ? plan.agreed.on : (stryCov_9fa48("823"), plan.agreed?.on);
    if (stryMutAct_9fa48("826") ? (!current || agreed === undefined) && current.from <= agreed : stryMutAct_9fa48("825") ? false : stryMutAct_9fa48("824") ? true : (stryCov_9fa48("824", "825", "826"), (stryMutAct_9fa48("828") ? !current && agreed === undefined : stryMutAct_9fa48("827") ? false : (stryCov_9fa48("827", "828"), (stryMutAct_9fa48("829") ? current : (stryCov_9fa48("829"), !current)) || (stryMutAct_9fa48("831") ? agreed !== undefined : stryMutAct_9fa48("830") ? false : (stryCov_9fa48("830", "831"), agreed === undefined)))) || (stryMutAct_9fa48("834") ? current.from > agreed : stryMutAct_9fa48("833") ? current.from < agreed : stryMutAct_9fa48("832") ? false : (stryCov_9fa48("832", "833", "834"), current.from <= agreed)))) return undefined;
    const asked = stryMutAct_9fa48("837") ? plan.kind === 'raising' && current.year === plan.year && own.development.reviewedIn.includes(current.name) : stryMutAct_9fa48("836") ? false : stryMutAct_9fa48("835") ? true : (stryCov_9fa48("835", "836", "837"), (stryMutAct_9fa48("839") ? plan.kind !== 'raising' : stryMutAct_9fa48("838") ? false : (stryCov_9fa48("838", "839"), plan.kind === (stryMutAct_9fa48("840") ? "" : (stryCov_9fa48("840"), 'raising')))) || (stryMutAct_9fa48("842") ? current.year === plan.year || own.development.reviewedIn.includes(current.name) : stryMutAct_9fa48("841") ? false : (stryCov_9fa48("841", "842"), (stryMutAct_9fa48("844") ? current.year !== plan.year : stryMutAct_9fa48("843") ? true : (stryCov_9fa48("843", "844"), current.year === plan.year)) && own.development.reviewedIn.includes(current.name))));
    // A review in the holiday before belongs to the half term before: the next visit is still to come.
    const reviewed = stryMutAct_9fa48("845") ? plan.reviews.every(({
      on
    }) => current.from <= on && on <= current.to) : (stryCov_9fa48("845"), plan.reviews.some(stryMutAct_9fa48("846") ? () => undefined : (stryCov_9fa48("846"), ({
      on
    }) => stryMutAct_9fa48("849") ? current.from <= on || on <= current.to : stryMutAct_9fa48("848") ? false : stryMutAct_9fa48("847") ? true : (stryCov_9fa48("847", "848", "849"), (stryMutAct_9fa48("852") ? current.from > on : stryMutAct_9fa48("851") ? current.from < on : stryMutAct_9fa48("850") ? true : (stryCov_9fa48("850", "851", "852"), current.from <= on)) && (stryMutAct_9fa48("855") ? on > current.to : stryMutAct_9fa48("854") ? on < current.to : stryMutAct_9fa48("853") ? true : (stryCov_9fa48("853", "854", "855"), on <= current.to))))));
    if (stryMutAct_9fa48("858") ? !asked && reviewed : stryMutAct_9fa48("857") ? false : stryMutAct_9fa48("856") ? true : (stryCov_9fa48("856", "857", "858"), (stryMutAct_9fa48("859") ? asked : (stryCov_9fa48("859"), !asked)) || reviewed)) return undefined;
    return stryMutAct_9fa48("860") ? {} : (stryCov_9fa48("860"), {
      from: current.from,
      by: current.to,
      why: stryMutAct_9fa48("861") ? {} : (stryCov_9fa48("861"), {
        rule: (stryMutAct_9fa48("864") ? plan.kind !== 'raising' : stryMutAct_9fa48("863") ? false : stryMutAct_9fa48("862") ? true : (stryCov_9fa48("862", "863", "864"), plan.kind === (stryMutAct_9fa48("865") ? "" : (stryCov_9fa48("865"), 'raising')))) ? stryMutAct_9fa48("866") ? "" : (stryCov_9fa48("866"), 'M36') : stryMutAct_9fa48("867") ? "" : (stryCov_9fa48("867"), 'M35'),
        because: stryMutAct_9fa48("868") ? [] : (stryCov_9fa48("868"), [stryMutAct_9fa48("869") ? "" : (stryCov_9fa48("869"), 'It is reviewed in the core visit of the half term, and no review in it is on record.')]),
        wouldChange: stryMutAct_9fa48("870") ? "" : (stryCov_9fa48("870"), 'Recording the review, or closing the plan.')
      })
    });
  }
}