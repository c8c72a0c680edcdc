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
import { type Concern, levelReached } from './concern.ts';
import type { ConcernsPolicy } from './concerns-policy.ts';
import { type Entry, entryFault, refusal } from './entry.ts';
import type { Refusal } from './refusal.ts';
const RULE = stryMutAct_9fa48("744") ? "" : (stryCov_9fa48("744"), 'M38');

/** Records a look at an open concern: whether there is progress since the last one, and what was seen (M37). */
export function recordProgress(concern: Concern, seen: Entry & {
  readonly progress: boolean;
}): {
  readonly ok: true;
  readonly concern: Concern;
} | Refusal {
  if (stryMutAct_9fa48("745")) {
    {}
  } else {
    stryCov_9fa48("745");
    const fault = changeFault(concern, seen);
    return stryMutAct_9fa48("746") ? fault && {
      ok: true,
      concern: {
        ...concern,
        progress: [...concern.progress, seen]
      }
    } : (stryCov_9fa48("746"), fault ?? (stryMutAct_9fa48("747") ? {} : (stryCov_9fa48("747"), {
      ok: stryMutAct_9fa48("748") ? false : (stryCov_9fa48("748"), true),
      concern: stryMutAct_9fa48("749") ? {} : (stryCov_9fa48("749"), {
        ...concern,
        progress: stryMutAct_9fa48("750") ? [] : (stryCov_9fa48("750"), [...concern.progress, seen])
      })
    })));
  }
}

/** Records what the CEO and the Chair decided about a serious or unresolved concern (M38). */
export function recordIntervention(own: ConcernsPolicy, concern: Concern, entry: Entry): {
  readonly ok: true;
  readonly concern: Concern;
} | Refusal {
  if (stryMutAct_9fa48("751")) {
    {}
  } else {
    stryCov_9fa48("751");
    const {
      level,
      on
    } = levelReached(concern);
    if (stryMutAct_9fa48("755") ? level >= own.ceoAndChairFrom : stryMutAct_9fa48("754") ? level <= own.ceoAndChairFrom : stryMutAct_9fa48("753") ? false : stryMutAct_9fa48("752") ? true : (stryCov_9fa48("752", "753", "754", "755"), level < own.ceoAndChairFrom)) return refusal(RULE, stryMutAct_9fa48("756") ? `` : (stryCov_9fa48("756"), `Raise it to level ${own.ceoAndChairFrom} first.`), stryMutAct_9fa48("757") ? `` : (stryCov_9fa48("757"), `It stands at level ${level}.`));
    const fault = changeFault(concern, entry, on);
    if (stryMutAct_9fa48("759") ? false : stryMutAct_9fa48("758") ? true : (stryCov_9fa48("758", "759"), fault)) return fault;
    return stryMutAct_9fa48("760") ? {} : (stryCov_9fa48("760"), {
      ok: stryMutAct_9fa48("761") ? false : (stryCov_9fa48("761"), true),
      concern: stryMutAct_9fa48("762") ? {} : (stryCov_9fa48("762"), {
        ...concern,
        interventions: stryMutAct_9fa48("763") ? [] : (stryCov_9fa48("763"), [...concern.interventions, stryMutAct_9fa48("764") ? {} : (stryCov_9fa48("764"), {
          ...entry,
          level
        })])
      })
    });
  }
}
function changeFault(concern: Concern, entry: Entry, notBefore = concern.levels[0].on): Refusal | undefined {
  if (stryMutAct_9fa48("765")) {
    {}
  } else {
    stryCov_9fa48("765");
    return concern.closed ? refusal(RULE, stryMutAct_9fa48("766") ? "" : (stryCov_9fa48("766"), 'Open a new concern if it is back.'), stryMutAct_9fa48("767") ? `` : (stryCov_9fa48("767"), `It was closed on ${concern.closed.on}.`)) : entryFault(RULE, entry, notBefore);
  }
}