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
import { shifted } from '../calendar/day-offset.ts';
import type { Why } from '../explanation/why.ts';
import { type Concern, levelReached, type StepDone } from './concern.ts';
import type { ConcernStep, ConcernsPolicy } from './concerns-policy.ts';
import { latestDay } from './day-order.ts';
import { entryFault, refusal } from './entry.ts';
import { levelPolicy } from './escalation.ts';
import type { Refusal } from './refusal.ts';
const RULE = stryMutAct_9fa48("796") ? "" : (stryCov_9fa48("796"), 'M37');

/** A step of a concern's level that is not done yet. */
export interface StepDue {
  readonly step: ConcernStep;
  /** ISO date from which it can be done: when the step before it was done, or had to be. */
  readonly from: string;
  /** ISO date by which it is wanted. */
  readonly by: string;
  readonly why: Why;
}

/**
 * The steps still to do at the level a concern stands at, in order (M37); those of a level it has left are replaced by
 * the new ones. Days count from the day the level was reached, or from the move to the 3/4 procedure where that was
 * later; after a move within the level the steps begin with due diligence. None once the concern is closed.
 */
export function nextSteps(own: ConcernsPolicy, concern: Concern): readonly StepDue[] {
  if (stryMutAct_9fa48("797")) {
    {}
  } else {
    stryCov_9fa48("797");
    if (stryMutAct_9fa48("799") ? false : stryMutAct_9fa48("798") ? true : (stryCov_9fa48("798", "799"), concern.closed)) return stryMutAct_9fa48("800") ? ["Stryker was here"] : (stryCov_9fa48("800"), []);
    const {
      level
    } = levelReached(concern);
    const start = startOfSteps(concern);
    let from = start;
    return stepsOf(own, concern).flatMap(step => {
      if (stryMutAct_9fa48("801")) {
        {}
      } else {
        stryCov_9fa48("801");
        const done = doneOf(concern, level, step);
        const by = shifted(start, step.days);
        const due = stryMutAct_9fa48("802") ? {} : (stryCov_9fa48("802"), {
          step,
          from,
          by
        });
        from = latestDay(from, (stryMutAct_9fa48("805") ? done || done.on < by : stryMutAct_9fa48("804") ? false : stryMutAct_9fa48("803") ? true : (stryCov_9fa48("803", "804", "805"), done && (stryMutAct_9fa48("808") ? done.on >= by : stryMutAct_9fa48("807") ? done.on <= by : stryMutAct_9fa48("806") ? true : (stryCov_9fa48("806", "807", "808"), done.on < by)))) ? done.on : by);
        if (stryMutAct_9fa48("810") ? false : stryMutAct_9fa48("809") ? true : (stryCov_9fa48("809", "810"), done)) return stryMutAct_9fa48("811") ? ["Stryker was here"] : (stryCov_9fa48("811"), []);
        const because = stryMutAct_9fa48("812") ? [] : (stryCov_9fa48("812"), [stryMutAct_9fa48("813") ? `` : (stryCov_9fa48("813"), `The concern stands at level ${level} of the procedure ${concern.procedure} since ${start}.`), stryMutAct_9fa48("814") ? `` : (stryCov_9fa48("814"), `"${step.name}" is allowed ${step.days} days from then.`)]);
        return stryMutAct_9fa48("815") ? [] : (stryCov_9fa48("815"), [stryMutAct_9fa48("816") ? {} : (stryCov_9fa48("816"), {
          ...due,
          why: stryMutAct_9fa48("817") ? {} : (stryCov_9fa48("817"), {
            rule: RULE,
            because,
            wouldChange: stryMutAct_9fa48("818") ? "" : (stryCov_9fa48("818"), 'Recording it as done, or closing the concern.')
          })
        })]);
      }
    });
  }
}

/** Records that a step of the level was done (M37); refuses one that is not asked now, is done, or is dated wrongly. */
export function recordStep(own: ConcernsPolicy, concern: Concern, given: {
  readonly step: string;
  readonly on: string;
  readonly by: string;
}): {
  readonly ok: true;
  readonly concern: Concern;
} | Refusal {
  if (stryMutAct_9fa48("819")) {
    {}
  } else {
    stryCov_9fa48("819");
    if (stryMutAct_9fa48("821") ? false : stryMutAct_9fa48("820") ? true : (stryCov_9fa48("820", "821"), concern.closed)) return refusal(RULE, stryMutAct_9fa48("822") ? "" : (stryCov_9fa48("822"), 'Open a new concern if it is back.'), stryMutAct_9fa48("823") ? `` : (stryCov_9fa48("823"), `It was closed on ${concern.closed.on}.`));
    const open = nextSteps(own, concern).map(stryMutAct_9fa48("824") ? () => undefined : (stryCov_9fa48("824"), ({
      step
    }) => step.key));
    if (stryMutAct_9fa48("827") ? false : stryMutAct_9fa48("826") ? true : stryMutAct_9fa48("825") ? open.includes(given.step) : (stryCov_9fa48("825", "826", "827"), !open.includes(given.step))) return refusal(RULE, (stryMutAct_9fa48("831") ? open.length <= 0 : stryMutAct_9fa48("830") ? open.length >= 0 : stryMutAct_9fa48("829") ? false : stryMutAct_9fa48("828") ? true : (stryCov_9fa48("828", "829", "830", "831"), open.length > 0)) ? stryMutAct_9fa48("832") ? `` : (stryCov_9fa48("832"), `Choose one of ${open.join(stryMutAct_9fa48("833") ? "" : (stryCov_9fa48("833"), ', '))}.`) : stryMutAct_9fa48("834") ? "" : (stryCov_9fa48("834"), 'Record the progress seen instead: every step is done.'), stryMutAct_9fa48("835") ? `` : (stryCov_9fa48("835"), `The step ${given.step} is not to be done now.`));
    const fault = entryFault(RULE, stryMutAct_9fa48("836") ? {} : (stryCov_9fa48("836"), {
      ...given,
      why: given.step
    }), startOfSteps(concern));
    if (stryMutAct_9fa48("838") ? false : stryMutAct_9fa48("837") ? true : (stryCov_9fa48("837", "838"), fault)) return fault;
    const done: StepDone = stryMutAct_9fa48("839") ? {} : (stryCov_9fa48("839"), {
      ...given,
      procedure: concern.procedure,
      level: levelReached(concern).level
    });
    return stryMutAct_9fa48("840") ? {} : (stryCov_9fa48("840"), {
      ok: stryMutAct_9fa48("841") ? false : (stryCov_9fa48("841"), true),
      concern: stryMutAct_9fa48("842") ? {} : (stryCov_9fa48("842"), {
        ...concern,
        steps: stryMutAct_9fa48("843") ? [] : (stryCov_9fa48("843"), [...concern.steps, done])
      })
    });
  }
}

/** The day from which the days of the present steps count. */
function startOfSteps(concern: Concern): string {
  if (stryMutAct_9fa48("844")) {
    {}
  } else {
    stryCov_9fa48("844");
    return latestDay(levelReached(concern).on, stryMutAct_9fa48("845") ? concern.moved.on : (stryCov_9fa48("845"), concern.moved?.on));
  }
}
function stepsOf(own: ConcernsPolicy, concern: Concern): readonly ConcernStep[] {
  if (stryMutAct_9fa48("846")) {
    {}
  } else {
    stryCov_9fa48("846");
    const {
      level,
      on
    } = levelReached(concern);
    const all = stryMutAct_9fa48("847") ? levelPolicy(own, level)?.steps ?? [] : (stryCov_9fa48("847"), (stryMutAct_9fa48("848") ? levelPolicy(own, level)?.steps && [] : (stryCov_9fa48("848"), (stryMutAct_9fa48("849") ? levelPolicy(own, level).steps : (stryCov_9fa48("849"), levelPolicy(own, level)?.steps)) ?? (stryMutAct_9fa48("850") ? ["Stryker was here"] : (stryCov_9fa48("850"), [])))).filter(stryMutAct_9fa48("851") ? () => undefined : (stryCov_9fa48("851"), ({
      procedures
    }) => procedures.includes(concern.procedure))));
    // A level reached after the move begins at its own beginning; on the day of the move, due diligence still comes first.
    if (stryMutAct_9fa48("854") ? !concern.moved && concern.moved.on < on : stryMutAct_9fa48("853") ? false : stryMutAct_9fa48("852") ? true : (stryCov_9fa48("852", "853", "854"), (stryMutAct_9fa48("855") ? concern.moved : (stryCov_9fa48("855"), !concern.moved)) || (stryMutAct_9fa48("858") ? concern.moved.on >= on : stryMutAct_9fa48("857") ? concern.moved.on <= on : stryMutAct_9fa48("856") ? false : (stryCov_9fa48("856", "857", "858"), concern.moved.on < on)))) return all;
    const entry = all.findIndex(stryMutAct_9fa48("859") ? () => undefined : (stryCov_9fa48("859"), ({
      dueDiligence
    }) => dueDiligence));
    return (stryMutAct_9fa48("863") ? entry >= 0 : stryMutAct_9fa48("862") ? entry <= 0 : stryMutAct_9fa48("861") ? false : stryMutAct_9fa48("860") ? true : (stryCov_9fa48("860", "861", "862", "863"), entry < 0)) ? all : stryMutAct_9fa48("864") ? all : (stryCov_9fa48("864"), all.slice(entry));
  }
}
function doneOf(concern: Concern, level: number, {
  key
}: ConcernStep): StepDone | undefined {
  if (stryMutAct_9fa48("865")) {
    {}
  } else {
    stryCov_9fa48("865");
    return concern.steps.find(stryMutAct_9fa48("866") ? () => undefined : (stryCov_9fa48("866"), one => stryMutAct_9fa48("869") ? one.procedure === concern.procedure && one.level === level || one.step === key : stryMutAct_9fa48("868") ? false : stryMutAct_9fa48("867") ? true : (stryCov_9fa48("867", "868", "869"), (stryMutAct_9fa48("871") ? one.procedure === concern.procedure || one.level === level : stryMutAct_9fa48("870") ? true : (stryCov_9fa48("870", "871"), (stryMutAct_9fa48("873") ? one.procedure !== concern.procedure : stryMutAct_9fa48("872") ? true : (stryCov_9fa48("872", "873"), one.procedure === concern.procedure)) && (stryMutAct_9fa48("875") ? one.level !== level : stryMutAct_9fa48("874") ? true : (stryCov_9fa48("874", "875"), one.level === level)))) && (stryMutAct_9fa48("877") ? one.step !== key : stryMutAct_9fa48("876") ? true : (stryCov_9fa48("876", "877"), one.step === key)))));
  }
}