/** The latest of some ISO dates; those that are not on record don't count. */
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
export function latestDay(first: string, ...others: readonly (string | undefined)[]): string {
  if (stryMutAct_9fa48("341")) {
    {}
  } else {
    stryCov_9fa48("341");
    return stryMutAct_9fa48("342") ? [first, ...others.filter(one => one !== undefined)].sort().at(-1) && first : (stryCov_9fa48("342"), (stryMutAct_9fa48("343") ? [first, ...others.filter(one => one !== undefined)].at(-1) : (stryCov_9fa48("343"), (stryMutAct_9fa48("344") ? [] : (stryCov_9fa48("344"), [first, ...(stryMutAct_9fa48("345") ? others : (stryCov_9fa48("345"), others.filter(stryMutAct_9fa48("346") ? () => undefined : (stryCov_9fa48("346"), one => stryMutAct_9fa48("349") ? one === undefined : stryMutAct_9fa48("348") ? false : stryMutAct_9fa48("347") ? true : (stryCov_9fa48("347", "348", "349"), one !== undefined)))))])).sort().at(stryMutAct_9fa48("350") ? +1 : (stryCov_9fa48("350"), -1)))) ?? first);
  }
}

/** The earliest of some ISO dates. */
export function earliestDay(first: string, ...others: readonly string[]): string {
  if (stryMutAct_9fa48("351")) {
    {}
  } else {
    stryCov_9fa48("351");
    return stryMutAct_9fa48("352") ? [first, ...others].sort()[0] && first : (stryCov_9fa48("352"), (stryMutAct_9fa48("353") ? [first, ...others][0] : (stryCov_9fa48("353"), (stryMutAct_9fa48("354") ? [] : (stryCov_9fa48("354"), [first, ...others])).sort()[0])) ?? first);
  }
}