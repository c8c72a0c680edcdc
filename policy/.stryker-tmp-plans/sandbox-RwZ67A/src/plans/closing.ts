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
import { latestDay } from '../concerns/day-order.ts';
import { entryFault, refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import { type PlanImpact, planImpact } from './impact.ts';
import type { Plan, PlanClosing } from './plan.ts';
import type { RequiredPlan } from './required-plans.ts';
const RULE = stryMutAct_9fa48("149") ? "" : (stryCov_9fa48("149"), 'M36');

/**
 * Closes a plan with the impact it had, and sums it up for the category decision (M36). An attainment plan needs a
 * review first. The fuller plan of a school that still has to have one is closed only into the plan that follows it:
 * its support stays until the next inspection confirms the move (M28).
 */
export function closePlan(plan: Plan, required: readonly RequiredPlan[], given: PlanClosing): {
  readonly ok: true;
  readonly plan: Plan;
  readonly impact: PlanImpact;
} | Refusal {
  if (stryMutAct_9fa48("150")) {
    {}
  } else {
    stryCov_9fa48("150");
    if (stryMutAct_9fa48("152") ? false : stryMutAct_9fa48("151") ? true : (stryCov_9fa48("151", "152"), plan.closed)) return refusal(RULE, stryMutAct_9fa48("153") ? "" : (stryCov_9fa48("153"), 'Leave it as it is.'), stryMutAct_9fa48("154") ? `` : (stryCov_9fa48("154"), `It was closed on ${plan.closed.on}.`));
    if (stryMutAct_9fa48("157") ? given.followedBy !== plan.id : stryMutAct_9fa48("156") ? false : stryMutAct_9fa48("155") ? true : (stryCov_9fa48("155", "156", "157"), given.followedBy === plan.id)) return refusal(RULE, stryMutAct_9fa48("158") ? "" : (stryCov_9fa48("158"), 'Name another plan.'), stryMutAct_9fa48("159") ? "" : (stryCov_9fa48("159"), "A plan can't follow itself."));
    if (stryMutAct_9fa48("162") ? plan.kind !== 'development' && plan.agreed || plan.reviews.length === 0 : stryMutAct_9fa48("161") ? false : stryMutAct_9fa48("160") ? true : (stryCov_9fa48("160", "161", "162"), (stryMutAct_9fa48("164") ? plan.kind !== 'development' || plan.agreed : stryMutAct_9fa48("163") ? true : (stryCov_9fa48("163", "164"), (stryMutAct_9fa48("166") ? plan.kind === 'development' : stryMutAct_9fa48("165") ? true : (stryCov_9fa48("165", "166"), plan.kind !== (stryMutAct_9fa48("167") ? "" : (stryCov_9fa48("167"), 'development')))) && plan.agreed)) && (stryMutAct_9fa48("169") ? plan.reviews.length !== 0 : stryMutAct_9fa48("168") ? true : (stryCov_9fa48("168", "169"), plan.reviews.length === 0)))) return refusal(RULE, stryMutAct_9fa48("170") ? "" : (stryCov_9fa48("170"), 'Record a review of its progress first.'), stryMutAct_9fa48("171") ? "" : (stryCov_9fa48("171"), 'It was never reviewed.'));
    const still = required.find(stryMutAct_9fa48("172") ? () => undefined : (stryCov_9fa48("172"), ({
      kind
    }) => stryMutAct_9fa48("175") ? kind !== 'full' : stryMutAct_9fa48("174") ? false : stryMutAct_9fa48("173") ? true : (stryCov_9fa48("173", "174", "175"), kind === (stryMutAct_9fa48("176") ? "" : (stryCov_9fa48("176"), 'full')))));
    if (stryMutAct_9fa48("179") ? plan.kind === 'full' && still || given.followedBy === undefined : stryMutAct_9fa48("178") ? false : stryMutAct_9fa48("177") ? true : (stryCov_9fa48("177", "178", "179"), (stryMutAct_9fa48("181") ? plan.kind === 'full' || still : stryMutAct_9fa48("180") ? true : (stryCov_9fa48("180", "181"), (stryMutAct_9fa48("183") ? plan.kind !== 'full' : stryMutAct_9fa48("182") ? true : (stryCov_9fa48("182", "183"), plan.kind === (stryMutAct_9fa48("184") ? "" : (stryCov_9fa48("184"), 'full')))) && still)) && (stryMutAct_9fa48("186") ? given.followedBy !== undefined : stryMutAct_9fa48("185") ? true : (stryCov_9fa48("185", "186"), given.followedBy === undefined)))) return stryMutAct_9fa48("187") ? {} : (stryCov_9fa48("187"), {
      ok: stryMutAct_9fa48("188") ? true : (stryCov_9fa48("188"), false),
      says: stryMutAct_9fa48("189") ? "" : (stryCov_9fa48("189"), 'Begin the plan that follows it, and name that one.'),
      why: stryMutAct_9fa48("190") ? {} : (stryCov_9fa48("190"), {
        rule: stryMutAct_9fa48("191") ? "" : (stryCov_9fa48("191"), 'M28'),
        because: stryMutAct_9fa48("192") ? [] : (stryCov_9fa48("192"), [...still.why.because]),
        wouldChange: still.why.wouldChange
      })
    });
    const lastTouched = latestDay(plan.begun, stryMutAct_9fa48("193") ? plan.agreed.on : (stryCov_9fa48("193"), plan.agreed?.on), stryMutAct_9fa48("194") ? plan.noted.on : (stryCov_9fa48("194"), plan.noted?.on), ...plan.reviews.map(stryMutAct_9fa48("195") ? () => undefined : (stryCov_9fa48("195"), ({
      on
    }) => on)));
    const fault = entryFault(RULE, given, lastTouched);
    if (stryMutAct_9fa48("197") ? false : stryMutAct_9fa48("196") ? true : (stryCov_9fa48("196", "197"), fault)) return fault;
    const closed = stryMutAct_9fa48("198") ? {} : (stryCov_9fa48("198"), {
      ...plan,
      closed: given
    });
    return stryMutAct_9fa48("199") ? {} : (stryCov_9fa48("199"), {
      ok: stryMutAct_9fa48("200") ? false : (stryCov_9fa48("200"), true),
      plan: closed,
      impact: planImpact(closed, given.on)
    });
  }
}