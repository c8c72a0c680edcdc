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
import type { ProcedureKey } from './concerns-policy.ts';
import type { Entry } from './entry.ts';

/** A level a concern reached; 1 is the mildest. */
export interface LevelReached extends Entry {
  readonly level: number;
}
export interface StepDone {
  readonly procedure: ProcedureKey;
  readonly level: number;
  /** Key of the policy's step. */
  readonly step: string;
  readonly on: string;
  readonly by: string;
}

/** What a look at the concern found: whether there is progress, and what was seen. */
export interface ProgressSeen extends Entry {
  readonly progress: boolean;
}

/** What the CEO and the Chair decided about a serious or unresolved concern (M38). */
export interface Intervention extends Entry {
  readonly level: number;
}

/** One concern about one area of a school (M37, M38). The first of its levels is the one it was opened at. */
export interface Concern {
  readonly id: string;
  readonly urn: string;
  /** Key of the policy's area. */
  readonly area: string;
  readonly procedure: ProcedureKey;
  readonly levels: readonly [LevelReached, ...LevelReached[]];
  /** Set when it was moved to the 3/4 procedure, which it then enters at due diligence. */
  readonly moved?: Entry;
  readonly steps: readonly StepDone[];
  readonly progress: readonly ProgressSeen[];
  readonly interventions: readonly Intervention[];
  readonly closed?: Entry;
}

/** Extra data that a school gave while it caused concern (M19). */
export interface ExtraDataGiven {
  readonly concern: string;
  /** Key of the policy's extra data. */
  readonly item: string;
  readonly on: string;
  readonly by: string;
  /** Figures by measure key, and what the school says to them. */
  readonly figures: Readonly<Record<string, number>>;
  readonly says: string;
}

/** The level a concern stands at: the highest it reached. It never falls while the concern is open (M38). */
export function levelReached(concern: Concern): LevelReached {
  if (stryMutAct_9fa48("71")) {
    {}
  } else {
    stryCov_9fa48("71");
    return concern.levels.reduce(stryMutAct_9fa48("72") ? () => undefined : (stryCov_9fa48("72"), (highest, one) => (stryMutAct_9fa48("76") ? one.level <= highest.level : stryMutAct_9fa48("75") ? one.level >= highest.level : stryMutAct_9fa48("74") ? false : stryMutAct_9fa48("73") ? true : (stryCov_9fa48("73", "74", "75", "76"), one.level > highest.level)) ? one : highest));
  }
}

/** The day a concern was opened. */
export function openedOn(concern: Concern): string {
  if (stryMutAct_9fa48("77")) {
    {}
  } else {
    stryCov_9fa48("77");
    return concern.levels[0].on;
  }
}