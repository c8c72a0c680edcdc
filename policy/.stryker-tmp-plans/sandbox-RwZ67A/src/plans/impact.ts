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
import type { Why } from '../explanation/why.ts';
import type { Plan } from './plan.ts';

/** What came of a plan, counted, for those who decide on the school's category (M25, M36). */
export interface PlanImpact {
  readonly urn: string;
  readonly plan: string;
  /** Objectives all of whose milestones are met; one without a milestone is not. */
  readonly objectives: {
    readonly met: number;
    readonly of: number;
  };
  /** `missed` is past its day, or recorded as missed, and not met on the day that is asked about. */
  readonly milestones: {
    readonly met: number;
    readonly missed: number;
    readonly of: number;
  };
  readonly actions: {
    readonly done: number;
    readonly of: number;
  };
  /** Whole pounds: of all actions, and of those that were done. */
  readonly cost: {
    readonly planned: number;
    readonly done: number;
  };
  readonly why: Why;
}

/** Sums up a plan's impact on a day (ISO date), in figures and in sentences that the category's reason can rest on. */
export function planImpact(plan: Plan, today: string): PlanImpact {
  if (stryMutAct_9fa48("461")) {
    {}
  } else {
    stryCov_9fa48("461");
    const milestones = plan.objectives.flatMap(stryMutAct_9fa48("462") ? () => undefined : (stryCov_9fa48("462"), one => one.milestones));
    const actions = plan.objectives.flatMap(stryMutAct_9fa48("463") ? () => undefined : (stryCov_9fa48("463"), one => one.actions));
    const done = stryMutAct_9fa48("464") ? actions : (stryCov_9fa48("464"), actions.filter(stryMutAct_9fa48("465") ? () => undefined : (stryCov_9fa48("465"), one => stryMutAct_9fa48("468") ? one.done !== undefined || one.done <= today : stryMutAct_9fa48("467") ? false : stryMutAct_9fa48("466") ? true : (stryCov_9fa48("466", "467", "468"), (stryMutAct_9fa48("470") ? one.done === undefined : stryMutAct_9fa48("469") ? true : (stryCov_9fa48("469", "470"), one.done !== undefined)) && (stryMutAct_9fa48("473") ? one.done > today : stryMutAct_9fa48("472") ? one.done < today : stryMutAct_9fa48("471") ? true : (stryCov_9fa48("471", "472", "473"), one.done <= today))))));
    const isMet = stryMutAct_9fa48("474") ? () => undefined : (stryCov_9fa48("474"), (() => {
      const isMet = ({
        met
      }: (typeof milestones)[number]) => stryMutAct_9fa48("477") ? met !== undefined || met <= today : stryMutAct_9fa48("476") ? false : stryMutAct_9fa48("475") ? true : (stryCov_9fa48("475", "476", "477"), (stryMutAct_9fa48("479") ? met === undefined : stryMutAct_9fa48("478") ? true : (stryCov_9fa48("478", "479"), met !== undefined)) && (stryMutAct_9fa48("482") ? met > today : stryMutAct_9fa48("481") ? met < today : stryMutAct_9fa48("480") ? true : (stryCov_9fa48("480", "481", "482"), met <= today)));
      return isMet;
    })());
    const objectivesMet = stryMutAct_9fa48("483") ? plan.objectives : (stryCov_9fa48("483"), plan.objectives.filter(stryMutAct_9fa48("484") ? () => undefined : (stryCov_9fa48("484"), one => stryMutAct_9fa48("487") ? one.milestones.length > 0 || one.milestones.every(isMet) : stryMutAct_9fa48("486") ? false : stryMutAct_9fa48("485") ? true : (stryCov_9fa48("485", "486", "487"), (stryMutAct_9fa48("490") ? one.milestones.length <= 0 : stryMutAct_9fa48("489") ? one.milestones.length >= 0 : stryMutAct_9fa48("488") ? true : (stryCov_9fa48("488", "489", "490"), one.milestones.length > 0)) && (stryMutAct_9fa48("491") ? one.milestones.some(isMet) : (stryCov_9fa48("491"), one.milestones.every(isMet)))))));
    const met = stryMutAct_9fa48("492") ? milestones.length : (stryCov_9fa48("492"), milestones.filter(isMet).length);
    const missed = stryMutAct_9fa48("493") ? milestones.length : (stryCov_9fa48("493"), milestones.filter(stryMutAct_9fa48("494") ? () => undefined : (stryCov_9fa48("494"), one => stryMutAct_9fa48("497") ? !isMet(one) || one.by < today || one.missed !== undefined && one.missed <= today : stryMutAct_9fa48("496") ? false : stryMutAct_9fa48("495") ? true : (stryCov_9fa48("495", "496", "497"), (stryMutAct_9fa48("498") ? isMet(one) : (stryCov_9fa48("498"), !isMet(one))) && (stryMutAct_9fa48("500") ? one.by < today && one.missed !== undefined && one.missed <= today : stryMutAct_9fa48("499") ? true : (stryCov_9fa48("499", "500"), (stryMutAct_9fa48("503") ? one.by >= today : stryMutAct_9fa48("502") ? one.by <= today : stryMutAct_9fa48("501") ? false : (stryCov_9fa48("501", "502", "503"), one.by < today)) || (stryMutAct_9fa48("505") ? one.missed !== undefined || one.missed <= today : stryMutAct_9fa48("504") ? false : (stryCov_9fa48("504", "505"), (stryMutAct_9fa48("507") ? one.missed === undefined : stryMutAct_9fa48("506") ? true : (stryCov_9fa48("506", "507"), one.missed !== undefined)) && (stryMutAct_9fa48("510") ? one.missed > today : stryMutAct_9fa48("509") ? one.missed < today : stryMutAct_9fa48("508") ? true : (stryCov_9fa48("508", "509", "510"), one.missed <= today))))))))).length);
    const cost = stryMutAct_9fa48("511") ? {} : (stryCov_9fa48("511"), {
      planned: pounds(actions),
      done: pounds(done)
    });
    const last = stryMutAct_9fa48("513") ? plan.reviews.sort((one, other) => one.on < other.on ? -1 : 1).at(-1) : stryMutAct_9fa48("512") ? plan.reviews.filter(({
      on
    }) => on <= today).at(-1) : (stryCov_9fa48("512", "513"), plan.reviews.filter(stryMutAct_9fa48("514") ? () => undefined : (stryCov_9fa48("514"), ({
      on
    }) => stryMutAct_9fa48("518") ? on > today : stryMutAct_9fa48("517") ? on < today : stryMutAct_9fa48("516") ? false : stryMutAct_9fa48("515") ? true : (stryCov_9fa48("515", "516", "517", "518"), on <= today))).sort(stryMutAct_9fa48("519") ? () => undefined : (stryCov_9fa48("519"), (one, other) => (stryMutAct_9fa48("523") ? one.on >= other.on : stryMutAct_9fa48("522") ? one.on <= other.on : stryMutAct_9fa48("521") ? false : stryMutAct_9fa48("520") ? true : (stryCov_9fa48("520", "521", "522", "523"), one.on < other.on)) ? stryMutAct_9fa48("524") ? +1 : (stryCov_9fa48("524"), -1) : 1)).at(stryMutAct_9fa48("525") ? +1 : (stryCov_9fa48("525"), -1)));
    return stryMutAct_9fa48("526") ? {} : (stryCov_9fa48("526"), {
      urn: plan.urn,
      plan: plan.id,
      objectives: stryMutAct_9fa48("527") ? {} : (stryCov_9fa48("527"), {
        met: objectivesMet.length,
        of: plan.objectives.length
      }),
      milestones: stryMutAct_9fa48("528") ? {} : (stryCov_9fa48("528"), {
        met,
        missed,
        of: milestones.length
      }),
      actions: stryMutAct_9fa48("529") ? {} : (stryCov_9fa48("529"), {
        done: done.length,
        of: actions.length
      }),
      cost,
      why: stryMutAct_9fa48("530") ? {} : (stryCov_9fa48("530"), {
        rule: stryMutAct_9fa48("531") ? "" : (stryCov_9fa48("531"), 'M36'),
        because: stryMutAct_9fa48("532") ? [] : (stryCov_9fa48("532"), [stryMutAct_9fa48("533") ? `` : (stryCov_9fa48("533"), `${objectivesMet.length} of ${plan.objectives.length} objectives are met.`), stryMutAct_9fa48("534") ? `` : (stryCov_9fa48("534"), `${met} of ${milestones.length} milestones are met and ${missed} missed.`), stryMutAct_9fa48("535") ? `` : (stryCov_9fa48("535"), `${done.length} of ${actions.length} actions are done, for £${cost.done} of £${cost.planned}.`), ...(last ? stryMutAct_9fa48("536") ? [] : (stryCov_9fa48("536"), [stryMutAct_9fa48("537") ? `` : (stryCov_9fa48("537"), `Reviewed on ${last.on}: ${last.says}`)]) : stryMutAct_9fa48("538") ? [] : (stryCov_9fa48("538"), [stryMutAct_9fa48("539") ? "" : (stryCov_9fa48("539"), 'It was never reviewed.')])), ...((stryMutAct_9fa48("542") ? plan.closed || plan.closed.on <= today : stryMutAct_9fa48("541") ? false : stryMutAct_9fa48("540") ? true : (stryCov_9fa48("540", "541", "542"), plan.closed && (stryMutAct_9fa48("545") ? plan.closed.on > today : stryMutAct_9fa48("544") ? plan.closed.on < today : stryMutAct_9fa48("543") ? true : (stryCov_9fa48("543", "544", "545"), plan.closed.on <= today)))) ? stryMutAct_9fa48("546") ? [] : (stryCov_9fa48("546"), [stryMutAct_9fa48("547") ? `` : (stryCov_9fa48("547"), `Closed on ${plan.closed.on}: ${plan.closed.why}`)]) : stryMutAct_9fa48("548") ? ["Stryker was here"] : (stryCov_9fa48("548"), []))]),
        wouldChange: stryMutAct_9fa48("549") ? "" : (stryCov_9fa48("549"), 'Milestones recorded as met, or a later review.')
      })
    });
  }
}
function pounds(actions: readonly {
  readonly cost: number;
}[]): number {
  if (stryMutAct_9fa48("550")) {
    {}
  } else {
    stryCov_9fa48("550");
    return actions.reduce(stryMutAct_9fa48("551") ? () => undefined : (stryCov_9fa48("551"), (sum, {
      cost
    }) => stryMutAct_9fa48("552") ? sum - cost : (stryCov_9fa48("552"), sum + cost)), 0);
  }
}