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
import { z } from 'zod';
import { HALF_TERM_NAME } from '../calendar/half-term.ts';
import type { PolicyFault } from '../policy-agreement.ts';
import { role, text, time, whole } from '../policy-values.ts';

/** What a trust may set about plans (M35, M36). Days are calendar days, weeks are weeks of term. */
export const PlansPolicyShape = z.strictObject(stryMutAct_9fa48("660") ? {} : (stryCov_9fa48("660"), {
  development: z.strictObject(stryMutAct_9fa48("661") ? {} : (stryCov_9fa48("661"), {
    /** Days from the first day of the academic year by which it is agreed with the head. */
    agreedDays: whole(0, 120),
    /** Days from that day by which governors note it, where their first meeting is not on record. */
    notedDays: whole(0, 180),
    /** The half terms in which its impact is reviewed. */
    reviewedIn: z.array(text.regex(HALF_TERM_NAME, stryMutAct_9fa48("662") ? {} : (stryCov_9fa48("662"), {
      error: stryMutAct_9fa48("663") ? "" : (stryCov_9fa48("663"), 'must be a half term such as spring-1.')
    })), stryMutAct_9fa48("664") ? {} : (stryCov_9fa48("664"), {
      error: stryMutAct_9fa48("665") ? "" : (stryCov_9fa48("665"), 'must be a list of half terms; it can be empty.')
    }))
  })),
  /** For schools graded 1 or 2 at risk: reviewed in the core visit of each half term. */
  raising: z.strictObject(stryMutAct_9fa48("666") ? {} : (stryCov_9fa48("666"), {
    agreedDays: whole(0, 120),
    writer: role
  })),
  /** For schools graded 3 or 4 and sponsored ones: reviewed every so many weeks, unless the plan says otherwise. */
  full: z.strictObject(stryMutAct_9fa48("667") ? {} : (stryCov_9fa48("667"), {
    agreedDays: whole(0, 120),
    writer: role,
    reviewWeeks: whole(1, 40)
  })),
  /** Whether a sponsored school has the fuller plan for good, or until an inspection grades it 1 or 2. */
  sponsored: z.enum(stryMutAct_9fa48("668") ? [] : (stryCov_9fa48("668"), [stryMutAct_9fa48("669") ? "" : (stryCov_9fa48("669"), 'always'), stryMutAct_9fa48("670") ? "" : (stryCov_9fa48("670"), 'until-good')]), stryMutAct_9fa48("671") ? {} : (stryCov_9fa48("671"), {
    error: stryMutAct_9fa48("672") ? "" : (stryCov_9fa48("672"), 'must be "always" or "until-good".')
  })),
  /** Who reviews and closes plans. */
  reviewer: role,
  /** Days by which a review is asked before it is due. */
  askDaysBefore: whole(0, 60),
  /** Days in which a plan is closed once its year is over or the school no longer needs it. */
  closingDays: whole(0, 120),
  /** Wall-clock times at which something is asked, and by which it is wanted. */
  asked: time,
  wanted: time
}));
export type PlansPolicy = z.infer<typeof PlansPolicyShape>;

/**
 * Where the values contradict each other. `halfTerms` are the names the trust's calendar has: reviews may name only
 * those; without them that is not looked at.
 */
export function plansDisagreements(policy: PlansPolicy, halfTerms?: readonly string[]): readonly PolicyFault[] {
  if (stryMutAct_9fa48("673")) {
    {}
  } else {
    stryCov_9fa48("673");
    const {
      development,
      full,
      askDaysBefore,
      asked,
      wanted
    } = policy;
    return stryMutAct_9fa48("674") ? [] : (stryCov_9fa48("674"), [...((stryMutAct_9fa48("678") ? development.agreedDays > development.notedDays : stryMutAct_9fa48("677") ? development.agreedDays < development.notedDays : stryMutAct_9fa48("676") ? false : stryMutAct_9fa48("675") ? true : (stryCov_9fa48("675", "676", "677", "678"), development.agreedDays <= development.notedDays)) ? stryMutAct_9fa48("679") ? ["Stryker was here"] : (stryCov_9fa48("679"), []) : stryMutAct_9fa48("680") ? [] : (stryCov_9fa48("680"), [stryMutAct_9fa48("681") ? {} : (stryCov_9fa48("681"), {
      place: stryMutAct_9fa48("682") ? "" : (stryCov_9fa48("682"), 'plans.development.notedDays'),
      says: stryMutAct_9fa48("683") ? `` : (stryCov_9fa48("683"), `is ${development.notedDays}, before it is agreed (${development.agreedDays}): give more days.`)
    })])), ...((stryMutAct_9fa48("687") ? askDaysBefore >= 7 * full.reviewWeeks : stryMutAct_9fa48("686") ? askDaysBefore <= 7 * full.reviewWeeks : stryMutAct_9fa48("685") ? false : stryMutAct_9fa48("684") ? true : (stryCov_9fa48("684", "685", "686", "687"), askDaysBefore < (stryMutAct_9fa48("688") ? 7 / full.reviewWeeks : (stryCov_9fa48("688"), 7 * full.reviewWeeks)))) ? stryMutAct_9fa48("689") ? ["Stryker was here"] : (stryCov_9fa48("689"), []) : stryMutAct_9fa48("690") ? [] : (stryCov_9fa48("690"), [stryMutAct_9fa48("691") ? {} : (stryCov_9fa48("691"), {
      place: stryMutAct_9fa48("692") ? "" : (stryCov_9fa48("692"), 'plans.askDaysBefore'),
      says: stryMutAct_9fa48("693") ? `` : (stryCov_9fa48("693"), `is ${askDaysBefore}: ask less than the ${full.reviewWeeks} weeks before that lie between reviews.`)
    })])), ...((stryMutAct_9fa48("697") ? asked > wanted : stryMutAct_9fa48("696") ? asked < wanted : stryMutAct_9fa48("695") ? false : stryMutAct_9fa48("694") ? true : (stryCov_9fa48("694", "695", "696", "697"), asked <= wanted)) ? stryMutAct_9fa48("698") ? ["Stryker was here"] : (stryCov_9fa48("698"), []) : stryMutAct_9fa48("699") ? [] : (stryCov_9fa48("699"), [stryMutAct_9fa48("700") ? {} : (stryCov_9fa48("700"), {
      place: stryMutAct_9fa48("701") ? "" : (stryCov_9fa48("701"), 'plans.wanted'),
      says: stryMutAct_9fa48("702") ? `` : (stryCov_9fa48("702"), `is before "asked" (${asked}): give a later time.`)
    })])), ...development.reviewedIn.flatMap(stryMutAct_9fa48("703") ? () => undefined : (stryCov_9fa48("703"), (name, at) => (stryMutAct_9fa48("706") ? halfTerms === undefined && halfTerms.includes(name) : stryMutAct_9fa48("705") ? false : stryMutAct_9fa48("704") ? true : (stryCov_9fa48("704", "705", "706"), (stryMutAct_9fa48("708") ? halfTerms !== undefined : stryMutAct_9fa48("707") ? false : (stryCov_9fa48("707", "708"), halfTerms === undefined)) || halfTerms.includes(name))) ? stryMutAct_9fa48("709") ? ["Stryker was here"] : (stryCov_9fa48("709"), []) : stryMutAct_9fa48("710") ? [] : (stryCov_9fa48("710"), [stryMutAct_9fa48("711") ? {} : (stryCov_9fa48("711"), {
      place: stryMutAct_9fa48("712") ? `` : (stryCov_9fa48("712"), `plans.development.reviewedIn[${at}]`),
      says: stryMutAct_9fa48("713") ? `` : (stryCov_9fa48("713"), `the calendar has no ${name}: name one of ${(stryMutAct_9fa48("714") ? [] : (stryCov_9fa48("714"), [...new Set(halfTerms)])).join(stryMutAct_9fa48("715") ? "" : (stryCov_9fa48("715"), ', '))}.`)
    })])))]);
  }
}