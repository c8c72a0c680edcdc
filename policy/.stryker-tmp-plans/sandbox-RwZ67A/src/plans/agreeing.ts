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
import { entryFault, refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import { planFindings } from './findings.ts';
import type { Plan } from './plan.ts';
type Changed = {
  readonly ok: true;
  readonly plan: Plan;
} | Refusal;
interface Day {
  readonly on: string;
  readonly by: string;
}

/** Agrees a plan with the school's head (M35); refused while it has an error. Who is the head is `access`'s matter. */
export function agreePlan(plan: Plan, given: Day): Changed {
  if (stryMutAct_9fa48("0")) {
    {}
  } else {
    stryCov_9fa48("0");
    if (stryMutAct_9fa48("2") ? false : stryMutAct_9fa48("1") ? true : (stryCov_9fa48("1", "2"), plan.closed)) return closedAlready(plan.closed.on);
    if (stryMutAct_9fa48("4") ? false : stryMutAct_9fa48("3") ? true : (stryCov_9fa48("3", "4"), plan.agreed)) return refusal(stryMutAct_9fa48("5") ? "" : (stryCov_9fa48("5"), 'M35'), stryMutAct_9fa48("6") ? "" : (stryCov_9fa48("6"), 'Leave it as it is.'), stryMutAct_9fa48("7") ? `` : (stryCov_9fa48("7"), `It was agreed on ${plan.agreed.on}.`));
    const errors = stryMutAct_9fa48("8") ? planFindings(plan) : (stryCov_9fa48("8"), planFindings(plan).filter(stryMutAct_9fa48("9") ? () => undefined : (stryCov_9fa48("9"), ({
      level
    }) => stryMutAct_9fa48("12") ? level !== 'error' : stryMutAct_9fa48("11") ? false : stryMutAct_9fa48("10") ? true : (stryCov_9fa48("10", "11", "12"), level === (stryMutAct_9fa48("13") ? "" : (stryCov_9fa48("13"), 'error'))))));
    const [first] = errors;
    if (stryMutAct_9fa48("15") ? false : stryMutAct_9fa48("14") ? true : (stryCov_9fa48("14", "15"), first)) return stryMutAct_9fa48("16") ? {} : (stryCov_9fa48("16"), {
      ok: stryMutAct_9fa48("17") ? true : (stryCov_9fa48("17"), false),
      says: (stryMutAct_9fa48("20") ? errors.length !== 1 : stryMutAct_9fa48("19") ? false : stryMutAct_9fa48("18") ? true : (stryCov_9fa48("18", "19", "20"), errors.length === 1)) ? first.says : stryMutAct_9fa48("21") ? `` : (stryCov_9fa48("21"), `Mend ${errors.length} things first. ${first.says}`),
      why: stryMutAct_9fa48("22") ? {} : (stryCov_9fa48("22"), {
        rule: first.rule,
        because: errors.map(stryMutAct_9fa48("23") ? () => undefined : (stryCov_9fa48("23"), ({
          says
        }) => says)),
        wouldChange: stryMutAct_9fa48("24") ? "" : (stryCov_9fa48("24"), 'Mending what is wrong.')
      })
    });
    return stryMutAct_9fa48("25") ? dayFault(given, plan.begun) && {
      ok: true,
      plan: {
        ...plan,
        agreed: given
      }
    } : (stryCov_9fa48("25"), dayFault(given, plan.begun) ?? (stryMutAct_9fa48("26") ? {} : (stryCov_9fa48("26"), {
      ok: stryMutAct_9fa48("27") ? false : (stryCov_9fa48("27"), true),
      plan: stryMutAct_9fa48("28") ? {} : (stryCov_9fa48("28"), {
        ...plan,
        agreed: given
      })
    })));
  }
}

/** Records that governors noted a plan at their meeting (M35): after it was agreed. */
export function notePlan(plan: Plan, given: Day): Changed {
  if (stryMutAct_9fa48("29")) {
    {}
  } else {
    stryCov_9fa48("29");
    if (stryMutAct_9fa48("31") ? false : stryMutAct_9fa48("30") ? true : (stryCov_9fa48("30", "31"), plan.closed)) return closedAlready(plan.closed.on);
    if (stryMutAct_9fa48("34") ? false : stryMutAct_9fa48("33") ? true : stryMutAct_9fa48("32") ? plan.agreed : (stryCov_9fa48("32", "33", "34"), !plan.agreed)) return refusal(stryMutAct_9fa48("35") ? "" : (stryCov_9fa48("35"), 'M35'), stryMutAct_9fa48("36") ? "" : (stryCov_9fa48("36"), 'Agree it with the head first.'), stryMutAct_9fa48("37") ? "" : (stryCov_9fa48("37"), 'It is not agreed with the head.'));
    if (stryMutAct_9fa48("39") ? false : stryMutAct_9fa48("38") ? true : (stryCov_9fa48("38", "39"), plan.noted)) return refusal(stryMutAct_9fa48("40") ? "" : (stryCov_9fa48("40"), 'M35'), stryMutAct_9fa48("41") ? "" : (stryCov_9fa48("41"), 'Leave it as it is.'), stryMutAct_9fa48("42") ? `` : (stryCov_9fa48("42"), `It was noted on ${plan.noted.on}.`));
    return stryMutAct_9fa48("43") ? dayFault(given, plan.agreed.on) && {
      ok: true,
      plan: {
        ...plan,
        noted: given
      }
    } : (stryCov_9fa48("43"), dayFault(given, plan.agreed.on) ?? (stryMutAct_9fa48("44") ? {} : (stryCov_9fa48("44"), {
      ok: stryMutAct_9fa48("45") ? false : (stryCov_9fa48("45"), true),
      plan: stryMutAct_9fa48("46") ? {} : (stryCov_9fa48("46"), {
        ...plan,
        noted: given
      })
    })));
  }
}

/** Records a review of a plan's progress (M36): of one that is agreed and not closed, with what was seen. */
export function reviewPlan(plan: Plan, given: Day & {
  readonly says: string;
}): Changed {
  if (stryMutAct_9fa48("47")) {
    {}
  } else {
    stryCov_9fa48("47");
    if (stryMutAct_9fa48("49") ? false : stryMutAct_9fa48("48") ? true : (stryCov_9fa48("48", "49"), plan.closed)) return closedAlready(plan.closed.on);
    if (stryMutAct_9fa48("52") ? false : stryMutAct_9fa48("51") ? true : stryMutAct_9fa48("50") ? plan.agreed : (stryCov_9fa48("50", "51", "52"), !plan.agreed)) return refusal(stryMutAct_9fa48("53") ? "" : (stryCov_9fa48("53"), 'M36'), stryMutAct_9fa48("54") ? "" : (stryCov_9fa48("54"), 'Agree it with the head first.'), stryMutAct_9fa48("55") ? "" : (stryCov_9fa48("55"), 'It is not agreed with the head.'));
    const fault = entryFault(stryMutAct_9fa48("56") ? "" : (stryCov_9fa48("56"), 'M36'), stryMutAct_9fa48("57") ? {} : (stryCov_9fa48("57"), {
      ...given,
      why: given.says
    }), plan.agreed.on);
    return stryMutAct_9fa48("58") ? fault && {
      ok: true,
      plan: {
        ...plan,
        reviews: [...plan.reviews, given]
      }
    } : (stryCov_9fa48("58"), fault ?? (stryMutAct_9fa48("59") ? {} : (stryCov_9fa48("59"), {
      ok: stryMutAct_9fa48("60") ? false : (stryCov_9fa48("60"), true),
      plan: stryMutAct_9fa48("61") ? {} : (stryCov_9fa48("61"), {
        ...plan,
        reviews: stryMutAct_9fa48("62") ? [] : (stryCov_9fa48("62"), [...plan.reviews, given])
      })
    })));
  }
}
function closedAlready(on: string): Refusal {
  if (stryMutAct_9fa48("63")) {
    {}
  } else {
    stryCov_9fa48("63");
    return refusal(stryMutAct_9fa48("64") ? "" : (stryCov_9fa48("64"), 'M36'), stryMutAct_9fa48("65") ? "" : (stryCov_9fa48("65"), 'Begin a new plan.'), stryMutAct_9fa48("66") ? `` : (stryCov_9fa48("66"), `It was closed on ${on}.`));
  }
}
function dayFault(given: Day, notBefore: string): Refusal | undefined {
  if (stryMutAct_9fa48("67")) {
    {}
  } else {
    stryCov_9fa48("67");
    return entryFault(stryMutAct_9fa48("68") ? "" : (stryCov_9fa48("68"), 'M35'), stryMutAct_9fa48("69") ? {} : (stryCov_9fa48("69"), {
      ...given,
      why: stryMutAct_9fa48("70") ? "" : (stryCov_9fa48("70"), '-')
    }), notBefore);
  }
}