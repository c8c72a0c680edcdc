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
import type { SchoolStanding } from '../concerns/school-standing.ts';
import type { Why } from '../explanation/why.ts';
import type { School } from '../trust/school.ts';
import type { PlanKind } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';
export interface RequiredPlan {
  readonly kind: PlanKind;
  /** ISO date from which it is required; none for the development plan, which is required every year. */
  readonly since?: string;
  readonly why: Why;
}

/**
 * The plans a school has to have (M35, M36): a development plan always; the fuller raising attainment plan for a grade
 * of 3 or 4 and for a sponsored school; the raising attainment plan for a better grade with a category at risk.
 */
export function requiredPlans(own: PlansPolicy, school: Pick<School, 'name' | 'sponsored'>, {
  grade,
  category,
  atRisk,
  gradeSince,
  categorySince
}: SchoolStanding): readonly RequiredPlan[] {
  if (stryMutAct_9fa48("734")) {
    {}
  } else {
    stryCov_9fa48("734");
    const development: RequiredPlan = stryMutAct_9fa48("735") ? {} : (stryCov_9fa48("735"), {
      kind: stryMutAct_9fa48("736") ? "" : (stryCov_9fa48("736"), 'development'),
      why: stryMutAct_9fa48("737") ? {} : (stryCov_9fa48("737"), {
        rule: stryMutAct_9fa48("738") ? "" : (stryCov_9fa48("738"), 'M35'),
        because: stryMutAct_9fa48("739") ? [] : (stryCov_9fa48("739"), [stryMutAct_9fa48("740") ? "" : (stryCov_9fa48("740"), 'Every school has a development plan, every year.')]),
        wouldChange: stryMutAct_9fa48("741") ? "" : (stryCov_9fa48("741"), 'Leaving the trust.')
      })
    });
    const more = stryMutAct_9fa48("742") ? () => undefined : (stryCov_9fa48("742"), (() => {
      const more = (kind: PlanKind, since: string, because: string, wouldChange: string): readonly RequiredPlan[] => stryMutAct_9fa48("743") ? [] : (stryCov_9fa48("743"), [development, stryMutAct_9fa48("744") ? {} : (stryCov_9fa48("744"), {
        kind,
        since,
        why: stryMutAct_9fa48("745") ? {} : (stryCov_9fa48("745"), {
          rule: stryMutAct_9fa48("746") ? "" : (stryCov_9fa48("746"), 'M36'),
          because: stryMutAct_9fa48("747") ? [] : (stryCov_9fa48("747"), [because]),
          wouldChange
        })
      })]);
      return more;
    })());
    const inspection = stryMutAct_9fa48("748") ? "" : (stryCov_9fa48("748"), 'An inspection that grades it 1 or 2.');
    if (stryMutAct_9fa48("751") ? grade !== undefined || grade > 2 : stryMutAct_9fa48("750") ? false : stryMutAct_9fa48("749") ? true : (stryCov_9fa48("749", "750", "751"), (stryMutAct_9fa48("753") ? grade === undefined : stryMutAct_9fa48("752") ? true : (stryCov_9fa48("752", "753"), grade !== undefined)) && (stryMutAct_9fa48("756") ? grade <= 2 : stryMutAct_9fa48("755") ? grade >= 2 : stryMutAct_9fa48("754") ? true : (stryCov_9fa48("754", "755", "756"), grade > 2)))) return more(stryMutAct_9fa48("757") ? "" : (stryCov_9fa48("757"), 'full'), gradeSince, stryMutAct_9fa48("758") ? `` : (stryCov_9fa48("758"), `The grade of ${school.name} is ${grade}.`), inspection);
    if (stryMutAct_9fa48("761") ? school.sponsored || own.sponsored === 'always' || grade === undefined : stryMutAct_9fa48("760") ? false : stryMutAct_9fa48("759") ? true : (stryCov_9fa48("759", "760", "761"), school.sponsored && (stryMutAct_9fa48("763") ? own.sponsored === 'always' && grade === undefined : stryMutAct_9fa48("762") ? true : (stryCov_9fa48("762", "763"), (stryMutAct_9fa48("765") ? own.sponsored !== 'always' : stryMutAct_9fa48("764") ? false : (stryCov_9fa48("764", "765"), own.sponsored === (stryMutAct_9fa48("766") ? "" : (stryCov_9fa48("766"), 'always')))) || (stryMutAct_9fa48("768") ? grade !== undefined : stryMutAct_9fa48("767") ? false : (stryCov_9fa48("767", "768"), grade === undefined)))))) return more(stryMutAct_9fa48("769") ? "" : (stryCov_9fa48("769"), 'full'), gradeSince, stryMutAct_9fa48("770") ? `` : (stryCov_9fa48("770"), `${school.name} is sponsored.`), (stryMutAct_9fa48("773") ? own.sponsored !== 'always' : stryMutAct_9fa48("772") ? false : stryMutAct_9fa48("771") ? true : (stryCov_9fa48("771", "772", "773"), own.sponsored === (stryMutAct_9fa48("774") ? "" : (stryCov_9fa48("774"), 'always')))) ? stryMutAct_9fa48("775") ? "" : (stryCov_9fa48("775"), 'Taking out that it is sponsored.') : inspection);
    if (stryMutAct_9fa48("778") ? atRisk || category : stryMutAct_9fa48("777") ? false : stryMutAct_9fa48("776") ? true : (stryCov_9fa48("776", "777", "778"), atRisk && category)) return more(stryMutAct_9fa48("779") ? "" : (stryCov_9fa48("779"), 'raising'), categorySince, stryMutAct_9fa48("780") ? `` : (stryCov_9fa48("780"), `The validated category of ${school.name} is ${category.code}: at risk of slipping.`), stryMutAct_9fa48("781") ? "" : (stryCov_9fa48("781"), 'A validated category that is not at risk.'));
    return stryMutAct_9fa48("782") ? [] : (stryCov_9fa48("782"), [development]);
  }
}