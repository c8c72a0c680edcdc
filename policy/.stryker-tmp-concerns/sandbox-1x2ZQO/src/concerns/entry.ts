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
import { date } from '../policy-values.ts';
import type { Refusal } from './refusal.ts';

/** Who did something, when and why. */
export interface Entry {
  /** ISO date. */
  readonly on: string;
  /** Person id. */
  readonly by: string;
  readonly why: string;
}

/** What keeps an entry from being recorded: no date, nobody's name, no reason, or a date before what came before it. */
export function entryFault(rule: string, entry: Entry, notBefore?: string): Refusal | undefined {
  if (stryMutAct_9fa48("355")) {
    {}
  } else {
    stryCov_9fa48("355");
    if (stryMutAct_9fa48("358") ? false : stryMutAct_9fa48("357") ? true : stryMutAct_9fa48("356") ? date.safeParse(entry.on).success : (stryCov_9fa48("356", "357", "358"), !date.safeParse(entry.on).success)) return refusal(rule, stryMutAct_9fa48("359") ? "" : (stryCov_9fa48("359"), 'Give the date as YYYY-MM-DD.'), stryMutAct_9fa48("360") ? `` : (stryCov_9fa48("360"), `"${entry.on}" is no date.`));
    if (stryMutAct_9fa48("363") ? notBefore !== undefined || entry.on < notBefore : stryMutAct_9fa48("362") ? false : stryMutAct_9fa48("361") ? true : (stryCov_9fa48("361", "362", "363"), (stryMutAct_9fa48("365") ? notBefore === undefined : stryMutAct_9fa48("364") ? true : (stryCov_9fa48("364", "365"), notBefore !== undefined)) && (stryMutAct_9fa48("368") ? entry.on >= notBefore : stryMutAct_9fa48("367") ? entry.on <= notBefore : stryMutAct_9fa48("366") ? true : (stryCov_9fa48("366", "367", "368"), entry.on < notBefore)))) return refusal(rule, stryMutAct_9fa48("369") ? `` : (stryCov_9fa48("369"), `Give ${notBefore} or a later date.`), stryMutAct_9fa48("370") ? `` : (stryCov_9fa48("370"), `${entry.on} is before ${notBefore}, when it began or last changed.`));
    if (stryMutAct_9fa48("373") ? entry.by.trim() !== '' : stryMutAct_9fa48("372") ? false : stryMutAct_9fa48("371") ? true : (stryCov_9fa48("371", "372", "373"), (stryMutAct_9fa48("374") ? entry.by : (stryCov_9fa48("374"), entry.by.trim())) === (stryMutAct_9fa48("375") ? "Stryker was here!" : (stryCov_9fa48("375"), '')))) return refusal(rule, stryMutAct_9fa48("376") ? "" : (stryCov_9fa48("376"), 'Say who it is by.'), stryMutAct_9fa48("377") ? "" : (stryCov_9fa48("377"), 'Nobody is named.'));
    if (stryMutAct_9fa48("380") ? entry.why.trim() !== '' : stryMutAct_9fa48("379") ? false : stryMutAct_9fa48("378") ? true : (stryCov_9fa48("378", "379", "380"), (stryMutAct_9fa48("381") ? entry.why : (stryCov_9fa48("381"), entry.why.trim())) === (stryMutAct_9fa48("382") ? "Stryker was here!" : (stryCov_9fa48("382"), '')))) return refusal(rule, stryMutAct_9fa48("383") ? "" : (stryCov_9fa48("383"), 'Give the reason in a sentence.'), stryMutAct_9fa48("384") ? "" : (stryCov_9fa48("384"), 'The reason is missing.'));
    return undefined;
  }
}

/** Makes a refusal of an instruction and the fact it rests on. */
export function refusal(rule: string, says: string, because: string): Refusal {
  if (stryMutAct_9fa48("385")) {
    {}
  } else {
    stryCov_9fa48("385");
    return stryMutAct_9fa48("386") ? {} : (stryCov_9fa48("386"), {
      ok: stryMutAct_9fa48("387") ? true : (stryCov_9fa48("387"), false),
      says,
      why: stryMutAct_9fa48("388") ? {} : (stryCov_9fa48("388"), {
        rule,
        because: stryMutAct_9fa48("389") ? [] : (stryCov_9fa48("389"), [because]),
        wouldChange: says
      })
    });
  }
}