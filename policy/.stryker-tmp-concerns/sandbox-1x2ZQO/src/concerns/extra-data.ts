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
import type { TrustPolicy } from '../trust-policy.ts';
import { type Concern, type ExtraDataGiven, levelReached } from './concern.ts';
import type { ConcernsPolicy, ExtraDatum } from './concerns-policy.ts';
import { earliestDay } from './day-order.ts';
import { levelPolicy } from './escalation.ts';
import { afterTermWeeks } from './term-weeks.ts';

/** Extra data that is asked of a school next. */
export interface ExtraDataDue {
  readonly item: ExtraDatum;
  /** ISO date by which it is wanted. */
  readonly by: string;
  readonly why: Why;
}

/**
 * What extra data a school owes next while it causes concern, and by when (M19): each item of the level, its weeks of
 * term after it was last given, or after the concern reached the first level that asks it. One that is late stays
 * owed; it never piles up. None once the concern is closed.
 */
export function extraDataDue(policy: TrustPolicy, own: ConcernsPolicy, concern: Concern, given: readonly ExtraDataGiven[]): readonly ExtraDataDue[] {
  if (stryMutAct_9fa48("492")) {
    {}
  } else {
    stryCov_9fa48("492");
    if (stryMutAct_9fa48("494") ? false : stryMutAct_9fa48("493") ? true : (stryCov_9fa48("493", "494"), concern.closed)) return stryMutAct_9fa48("495") ? ["Stryker was here"] : (stryCov_9fa48("495"), []);
    const {
      level
    } = levelReached(concern);
    return (stryMutAct_9fa48("496") ? levelPolicy(own, level)?.extraData && [] : (stryCov_9fa48("496"), (stryMutAct_9fa48("497") ? levelPolicy(own, level).extraData : (stryCov_9fa48("497"), levelPolicy(own, level)?.extraData)) ?? (stryMutAct_9fa48("498") ? ["Stryker was here"] : (stryCov_9fa48("498"), [])))).map(item => {
      if (stryMutAct_9fa48("499")) {
        {}
      } else {
        stryCov_9fa48("499");
        const days = stryMutAct_9fa48("500") ? given.map(({
          on
        }) => on) : (stryCov_9fa48("500"), given.filter(stryMutAct_9fa48("501") ? () => undefined : (stryCov_9fa48("501"), one => stryMutAct_9fa48("504") ? one.concern === concern.id || one.item === item.key : stryMutAct_9fa48("503") ? false : stryMutAct_9fa48("502") ? true : (stryCov_9fa48("502", "503", "504"), (stryMutAct_9fa48("506") ? one.concern !== concern.id : stryMutAct_9fa48("505") ? true : (stryCov_9fa48("505", "506"), one.concern === concern.id)) && (stryMutAct_9fa48("508") ? one.item !== item.key : stryMutAct_9fa48("507") ? true : (stryCov_9fa48("507", "508"), one.item === item.key))))).map(stryMutAct_9fa48("509") ? () => undefined : (stryCov_9fa48("509"), ({
          on
        }) => on)));
        const last = stryMutAct_9fa48("510") ? days.at(-1) : (stryCov_9fa48("510"), days.sort().at(stryMutAct_9fa48("511") ? +1 : (stryCov_9fa48("511"), -1)));
        const start = stryMutAct_9fa48("512") ? last && firstAsked(own, concern, item.key) : (stryCov_9fa48("512"), last ?? firstAsked(own, concern, item.key));
        return stryMutAct_9fa48("513") ? {} : (stryCov_9fa48("513"), {
          item,
          by: afterTermWeeks(policy, start, item.everyWeeks),
          why: stryMutAct_9fa48("514") ? {} : (stryCov_9fa48("514"), {
            rule: stryMutAct_9fa48("515") ? "" : (stryCov_9fa48("515"), 'M19'),
            because: stryMutAct_9fa48("516") ? [] : (stryCov_9fa48("516"), [stryMutAct_9fa48("517") ? `` : (stryCov_9fa48("517"), `Level ${level} asks for it every ${item.everyWeeks} weeks of term.`), (stryMutAct_9fa48("520") ? last !== undefined : stryMutAct_9fa48("519") ? false : stryMutAct_9fa48("518") ? true : (stryCov_9fa48("518", "519", "520"), last === undefined)) ? stryMutAct_9fa48("521") ? `` : (stryCov_9fa48("521"), `It is asked since ${start} and was never given.`) : stryMutAct_9fa48("522") ? `` : (stryCov_9fa48("522"), `It was last given on ${last}.`)]),
            wouldChange: stryMutAct_9fa48("523") ? "" : (stryCov_9fa48("523"), 'Giving it, or closing the concern.')
          })
        });
      }
    });
  }
}

/** The day the concern reached the first of its levels that asks the item. */
function firstAsked(own: ConcernsPolicy, concern: Concern, item: string): string {
  if (stryMutAct_9fa48("524")) {
    {}
  } else {
    stryCov_9fa48("524");
    const asking = stryMutAct_9fa48("525") ? concern.levels : (stryCov_9fa48("525"), concern.levels.filter(stryMutAct_9fa48("526") ? () => undefined : (stryCov_9fa48("526"), ({
      level
    }) => stryMutAct_9fa48("528") ? levelPolicy(own, level).extraData.some(({
      key
    }) => key === item) : stryMutAct_9fa48("527") ? levelPolicy(own, level)?.extraData.every(({
      key
    }) => key === item) : (stryCov_9fa48("527", "528"), levelPolicy(own, level)?.extraData.some(stryMutAct_9fa48("529") ? () => undefined : (stryCov_9fa48("529"), ({
      key
    }) => stryMutAct_9fa48("532") ? key !== item : stryMutAct_9fa48("531") ? false : stryMutAct_9fa48("530") ? true : (stryCov_9fa48("530", "531", "532"), key === item)))))));
    return earliestDay(levelReached(concern).on, ...asking.map(stryMutAct_9fa48("533") ? () => undefined : (stryCov_9fa48("533"), ({
      on
    }) => on)));
  }
}