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
import { ceoOf, headOf } from '../access/roles.ts';
import type { Facts } from '../facts.ts';
import type { Person, Role, Scope } from '../trust/people.ts';
import type { School } from '../trust/school.ts';

/**
 * Who answers for a school in a role: the one who holds it for the school, else for its cluster, else for the whole
 * trust. Where nobody does, it is the CEO's matter; undefined where there is no CEO either.
 */
export function answering(facts: Pick<Facts, 'people'>, role: Role, school: Pick<School, 'urn' | 'cluster'>): Person | undefined {
  if (stryMutAct_9fa48("0")) {
    {}
  } else {
    stryCov_9fa48("0");
    if (stryMutAct_9fa48("3") ? role !== 'head' : stryMutAct_9fa48("2") ? false : stryMutAct_9fa48("1") ? true : (stryCov_9fa48("1", "2", "3"), role === (stryMutAct_9fa48("4") ? "" : (stryCov_9fa48("4"), 'head')))) return stryMutAct_9fa48("5") ? headOf(facts, school.urn) && ceoOf(facts) : (stryCov_9fa48("5"), headOf(facts, school.urn) ?? ceoOf(facts));
    const reaches: readonly ((scope: Scope) => boolean)[] = stryMutAct_9fa48("6") ? [] : (stryCov_9fa48("6"), [stryMutAct_9fa48("7") ? () => undefined : (stryCov_9fa48("7"), scope => stryMutAct_9fa48("10") ? scope.kind === 'school' || scope.urn === school.urn : stryMutAct_9fa48("9") ? false : stryMutAct_9fa48("8") ? true : (stryCov_9fa48("8", "9", "10"), (stryMutAct_9fa48("12") ? scope.kind !== 'school' : stryMutAct_9fa48("11") ? true : (stryCov_9fa48("11", "12"), scope.kind === (stryMutAct_9fa48("13") ? "" : (stryCov_9fa48("13"), 'school')))) && (stryMutAct_9fa48("15") ? scope.urn !== school.urn : stryMutAct_9fa48("14") ? true : (stryCov_9fa48("14", "15"), scope.urn === school.urn)))), stryMutAct_9fa48("16") ? () => undefined : (stryCov_9fa48("16"), scope => stryMutAct_9fa48("19") ? scope.kind === 'cluster' || scope.cluster === school.cluster : stryMutAct_9fa48("18") ? false : stryMutAct_9fa48("17") ? true : (stryCov_9fa48("17", "18", "19"), (stryMutAct_9fa48("21") ? scope.kind !== 'cluster' : stryMutAct_9fa48("20") ? true : (stryCov_9fa48("20", "21"), scope.kind === (stryMutAct_9fa48("22") ? "" : (stryCov_9fa48("22"), 'cluster')))) && (stryMutAct_9fa48("24") ? scope.cluster !== school.cluster : stryMutAct_9fa48("23") ? true : (stryCov_9fa48("23", "24"), scope.cluster === school.cluster)))), stryMutAct_9fa48("25") ? () => undefined : (stryCov_9fa48("25"), scope => stryMutAct_9fa48("28") ? scope.kind !== 'trust' : stryMutAct_9fa48("27") ? false : stryMutAct_9fa48("26") ? true : (stryCov_9fa48("26", "27", "28"), scope.kind === (stryMutAct_9fa48("29") ? "" : (stryCov_9fa48("29"), 'trust'))))]);
    const inOrder = stryMutAct_9fa48("30") ? [...facts.people] : (stryCov_9fa48("30"), (stryMutAct_9fa48("31") ? [] : (stryCov_9fa48("31"), [...facts.people])).sort(stryMutAct_9fa48("32") ? () => undefined : (stryCov_9fa48("32"), (one, other) => (stryMutAct_9fa48("36") ? one.id >= other.id : stryMutAct_9fa48("35") ? one.id <= other.id : stryMutAct_9fa48("34") ? false : stryMutAct_9fa48("33") ? true : (stryCov_9fa48("33", "34", "35", "36"), one.id < other.id)) ? stryMutAct_9fa48("37") ? +1 : (stryCov_9fa48("37"), -1) : 1)));
    for (const within of reaches) {
      if (stryMutAct_9fa48("38")) {
        {}
      } else {
        stryCov_9fa48("38");
        const found = inOrder.find(stryMutAct_9fa48("39") ? () => undefined : (stryCov_9fa48("39"), ({
          roles
        }) => stryMutAct_9fa48("40") ? roles.every(held => held.role === role && within(held.scope)) : (stryCov_9fa48("40"), roles.some(stryMutAct_9fa48("41") ? () => undefined : (stryCov_9fa48("41"), held => stryMutAct_9fa48("44") ? held.role === role || within(held.scope) : stryMutAct_9fa48("43") ? false : stryMutAct_9fa48("42") ? true : (stryCov_9fa48("42", "43", "44"), (stryMutAct_9fa48("46") ? held.role !== role : stryMutAct_9fa48("45") ? true : (stryCov_9fa48("45", "46"), held.role === role)) && within(held.scope)))))));
        if (stryMutAct_9fa48("48") ? false : stryMutAct_9fa48("47") ? true : (stryCov_9fa48("47", "48"), found)) return found;
      }
    }
    return ceoOf(facts);
  }
}