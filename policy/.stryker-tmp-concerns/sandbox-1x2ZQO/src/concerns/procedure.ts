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
import type { School } from '../trust/school.ts';
import type { Concern } from './concern.ts';
import { levelReached, openedOn } from './concern.ts';
import type { ConcernsPolicy, ProcedureKey } from './concerns-policy.ts';
import { type Entry, entryFault, refusal } from './entry.ts';
import type { Refusal } from './refusal.ts';
import type { SchoolStanding } from './school-standing.ts';
const RULE = stryMutAct_9fa48("664") ? "" : (stryCov_9fa48("664"), 'M37');

/** The procedure a school has to follow, none where neither grade nor category asks for one; since when; and why. */
export interface RequiredProcedure {
  readonly procedure?: ProcedureKey;
  /** ISO date. */
  readonly since: string;
  readonly why: Why;
}

/**
 * Which procedure a school has to follow (M37): 3/4 for an Ofsted grade of 3 or 4 and for a sponsored school (policy:
 * until it is graded better), 1/2 at risk for a better grade with a category at risk. Concerns of other schools are
 * the trust's to raise; they follow the procedure for 1/2.
 */
export function requiredProcedure(own: ConcernsPolicy, school: Pick<School, 'name' | 'sponsored'>, standing: SchoolStanding): RequiredProcedure {
  if (stryMutAct_9fa48("665")) {
    {}
  } else {
    stryCov_9fa48("665");
    const {
      grade,
      category,
      atRisk,
      gradeSince,
      categorySince
    } = standing;
    if (stryMutAct_9fa48("668") ? grade !== undefined || grade > 2 : stryMutAct_9fa48("667") ? false : stryMutAct_9fa48("666") ? true : (stryCov_9fa48("666", "667", "668"), (stryMutAct_9fa48("670") ? grade === undefined : stryMutAct_9fa48("669") ? true : (stryCov_9fa48("669", "670"), grade !== undefined)) && (stryMutAct_9fa48("673") ? grade <= 2 : stryMutAct_9fa48("672") ? grade >= 2 : stryMutAct_9fa48("671") ? true : (stryCov_9fa48("671", "672", "673"), grade > 2)))) return required(stryMutAct_9fa48("674") ? "" : (stryCov_9fa48("674"), '3-4'), gradeSince, stryMutAct_9fa48("675") ? `` : (stryCov_9fa48("675"), `The grade of ${school.name} is ${grade}.`), stryMutAct_9fa48("676") ? "" : (stryCov_9fa48("676"), 'An inspection that grades it 1 or 2.'));
    if (stryMutAct_9fa48("679") ? school.sponsored || own.sponsored === 'always' || grade === undefined : stryMutAct_9fa48("678") ? false : stryMutAct_9fa48("677") ? true : (stryCov_9fa48("677", "678", "679"), school.sponsored && (stryMutAct_9fa48("681") ? own.sponsored === 'always' && grade === undefined : stryMutAct_9fa48("680") ? true : (stryCov_9fa48("680", "681"), (stryMutAct_9fa48("683") ? own.sponsored !== 'always' : stryMutAct_9fa48("682") ? false : (stryCov_9fa48("682", "683"), own.sponsored === (stryMutAct_9fa48("684") ? "" : (stryCov_9fa48("684"), 'always')))) || (stryMutAct_9fa48("686") ? grade !== undefined : stryMutAct_9fa48("685") ? false : (stryCov_9fa48("685", "686"), grade === undefined)))))) return required(stryMutAct_9fa48("687") ? "" : (stryCov_9fa48("687"), '3-4'), gradeSince, stryMutAct_9fa48("688") ? `` : (stryCov_9fa48("688"), `${school.name} is sponsored${(stryMutAct_9fa48("691") ? grade !== undefined : stryMutAct_9fa48("690") ? false : stryMutAct_9fa48("689") ? true : (stryCov_9fa48("689", "690", "691"), grade === undefined)) ? stryMutAct_9fa48("692") ? "" : (stryCov_9fa48("692"), ' and has no grade yet') : stryMutAct_9fa48("693") ? "Stryker was here!" : (stryCov_9fa48("693"), '')}.`), (stryMutAct_9fa48("696") ? own.sponsored !== 'always' : stryMutAct_9fa48("695") ? false : stryMutAct_9fa48("694") ? true : (stryCov_9fa48("694", "695", "696"), own.sponsored === (stryMutAct_9fa48("697") ? "" : (stryCov_9fa48("697"), 'always')))) ? stryMutAct_9fa48("698") ? "" : (stryCov_9fa48("698"), 'Taking out that it is sponsored.') : stryMutAct_9fa48("699") ? "" : (stryCov_9fa48("699"), 'An inspection that grades it 1 or 2.'));
    if (stryMutAct_9fa48("702") ? atRisk || category : stryMutAct_9fa48("701") ? false : stryMutAct_9fa48("700") ? true : (stryCov_9fa48("700", "701", "702"), atRisk && category)) return required(stryMutAct_9fa48("703") ? "" : (stryCov_9fa48("703"), '1-2-at-risk'), categorySince, stryMutAct_9fa48("704") ? `` : (stryCov_9fa48("704"), `The validated category of ${school.name} is ${category.code}: at risk of slipping.`), stryMutAct_9fa48("705") ? "" : (stryCov_9fa48("705"), 'A validated category that is not at risk.'));
    const because = (stryMutAct_9fa48("708") ? grade !== undefined : stryMutAct_9fa48("707") ? false : stryMutAct_9fa48("706") ? true : (stryCov_9fa48("706", "707", "708"), grade === undefined)) ? stryMutAct_9fa48("709") ? `` : (stryCov_9fa48("709"), `${school.name} has no grade and no validated category.`) : stryMutAct_9fa48("710") ? `` : (stryCov_9fa48("710"), `The grade of ${school.name} is ${grade} and no validated category puts it at risk.`);
    return stryMutAct_9fa48("711") ? {} : (stryCov_9fa48("711"), {
      since: gradeSince,
      why: stryMutAct_9fa48("712") ? {} : (stryCov_9fa48("712"), {
        rule: RULE,
        because: stryMutAct_9fa48("713") ? [] : (stryCov_9fa48("713"), [because]),
        wouldChange: stryMutAct_9fa48("714") ? "" : (stryCov_9fa48("714"), 'A category at risk, or a grade of 3 or 4.')
      })
    });
  }
}
function required(procedure: ProcedureKey, since: string, because: string, wouldChange: string): RequiredProcedure {
  if (stryMutAct_9fa48("715")) {
    {}
  } else {
    stryCov_9fa48("715");
    return stryMutAct_9fa48("716") ? {} : (stryCov_9fa48("716"), {
      procedure,
      since,
      why: stryMutAct_9fa48("717") ? {} : (stryCov_9fa48("717"), {
        rule: RULE,
        because: stryMutAct_9fa48("718") ? [] : (stryCov_9fa48("718"), [because]),
        wouldChange
      })
    });
  }
}

/**
 * Moves an open concern from the procedure for 1/2 to that for 3/4, because what was found may take the school there
 * (M37). Its level stays; it enters at due diligence, which is done afresh. The way back is closed.
 */
export function moveToProcedure(concern: Concern, to: ProcedureKey, entry: Entry): {
  readonly ok: true;
  readonly concern: Concern;
  readonly why: Why;
} | Refusal {
  if (stryMutAct_9fa48("719")) {
    {}
  } else {
    stryCov_9fa48("719");
    if (stryMutAct_9fa48("721") ? false : stryMutAct_9fa48("720") ? true : (stryCov_9fa48("720", "721"), concern.closed)) return refusal(RULE, stryMutAct_9fa48("722") ? "" : (stryCov_9fa48("722"), 'Open a new concern instead.'), stryMutAct_9fa48("723") ? `` : (stryCov_9fa48("723"), `It was closed on ${concern.closed.on}.`));
    if (stryMutAct_9fa48("726") ? to !== concern.procedure : stryMutAct_9fa48("725") ? false : stryMutAct_9fa48("724") ? true : (stryCov_9fa48("724", "725", "726"), to === concern.procedure)) return refusal(RULE, stryMutAct_9fa48("727") ? "" : (stryCov_9fa48("727"), 'Leave it as it is.'), stryMutAct_9fa48("728") ? `` : (stryCov_9fa48("728"), `It follows the procedure ${to} already.`));
    if (stryMutAct_9fa48("731") ? to !== '1-2-at-risk' : stryMutAct_9fa48("730") ? false : stryMutAct_9fa48("729") ? true : (stryCov_9fa48("729", "730", "731"), to === (stryMutAct_9fa48("732") ? "" : (stryCov_9fa48("732"), '1-2-at-risk')))) return refusal(RULE, stryMutAct_9fa48("733") ? "" : (stryCov_9fa48("733"), 'Close it when it is resolved.'), stryMutAct_9fa48("734") ? "" : (stryCov_9fa48("734"), 'A concern never moves back from the 3/4 procedure.'));
    const fault = entryFault(RULE, entry, openedOn(concern));
    if (stryMutAct_9fa48("736") ? false : stryMutAct_9fa48("735") ? true : (stryCov_9fa48("735", "736"), fault)) return fault;
    return stryMutAct_9fa48("737") ? {} : (stryCov_9fa48("737"), {
      ok: stryMutAct_9fa48("738") ? false : (stryCov_9fa48("738"), true),
      concern: stryMutAct_9fa48("739") ? {} : (stryCov_9fa48("739"), {
        ...concern,
        procedure: to,
        moved: entry
      }),
      why: stryMutAct_9fa48("740") ? {} : (stryCov_9fa48("740"), {
        rule: RULE,
        because: stryMutAct_9fa48("741") ? [] : (stryCov_9fa48("741"), [entry.why, stryMutAct_9fa48("742") ? `` : (stryCov_9fa48("742"), `It stays at level ${levelReached(concern).level} and enters the 3/4 procedure at due diligence.`)]),
        wouldChange: stryMutAct_9fa48("743") ? "" : (stryCov_9fa48("743"), 'Closing it when it is resolved.')
      })
    });
  }
}