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
import type { Temporal } from 'temporal-polyfill';
import { isoOf } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import type { Person, Role } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { answering } from './answering.ts';
import { schoolMoment } from './term-weeks.ts';

/** Something wanted of somebody, before it is known who answers for it: dates instead of moments, a role or a person. */
export type Wanted = Pick<Task, 'key' | 'rule' | 'title' | 'because' | 'otherwise'> & {
  readonly role: Role;
  /** The person asked, where one is named; who holds the role for the school otherwise. */
  readonly person?: Person;
  /** ISO dates from which it is asked and by which it is wanted. */
  readonly from: string;
  readonly until?: string;
};

/** The tasks of what is wanted about a school whose moment has come, one for each person and key. */
export function tasksOf(policy: TrustPolicy, times: {
  readonly asked: string;
  readonly wanted: string;
}, facts: Pick<Facts, 'people'>, school: School, wanted: readonly Wanted[], now: Temporal.Instant): readonly Task[] {
  if (stryMutAct_9fa48("49")) {
    {}
  } else {
    stryCov_9fa48("49");
    const tasks = wanted.flatMap(({
      role,
      person: named,
      from,
      until,
      key,
      ...rest
    }): Task[] => {
      if (stryMutAct_9fa48("50")) {
        {}
      } else {
        stryCov_9fa48("50");
        const person = stryMutAct_9fa48("51") ? named && answering(facts, role, school) : (stryCov_9fa48("51"), named ?? answering(facts, role, school));
        const since = schoolMoment(policy, from, times.asked);
        if (stryMutAct_9fa48("54") ? !person && since.epochMilliseconds > now.epochMilliseconds : stryMutAct_9fa48("53") ? false : stryMutAct_9fa48("52") ? true : (stryCov_9fa48("52", "53", "54"), (stryMutAct_9fa48("55") ? person : (stryCov_9fa48("55"), !person)) || (stryMutAct_9fa48("58") ? since.epochMilliseconds <= now.epochMilliseconds : stryMutAct_9fa48("57") ? since.epochMilliseconds >= now.epochMilliseconds : stryMutAct_9fa48("56") ? false : (stryCov_9fa48("56", "57", "58"), since.epochMilliseconds > now.epochMilliseconds)))) return stryMutAct_9fa48("59") ? ["Stryker was here"] : (stryCov_9fa48("59"), []);
        return stryMutAct_9fa48("60") ? [] : (stryCov_9fa48("60"), [stryMutAct_9fa48("61") ? {} : (stryCov_9fa48("61"), {
          kind: stryMutAct_9fa48("62") ? "" : (stryCov_9fa48("62"), 'task'),
          ...rest,
          key: stryMutAct_9fa48("63") ? `` : (stryCov_9fa48("63"), `${key}/${person.id}`),
          person: person.id,
          urn: school.urn,
          since: isoOf(since),
          ...((stryMutAct_9fa48("66") ? until !== undefined : stryMutAct_9fa48("65") ? false : stryMutAct_9fa48("64") ? true : (stryCov_9fa48("64", "65", "66"), until === undefined)) ? {} : stryMutAct_9fa48("67") ? {} : (stryCov_9fa48("67"), {
            by: isoOf(schoolMoment(policy, until, times.wanted))
          }))
        })]);
      }
    });
    return stryMutAct_9fa48("68") ? [] : (stryCov_9fa48("68"), [...new Map(tasks.map(stryMutAct_9fa48("69") ? () => undefined : (stryCov_9fa48("69"), task => stryMutAct_9fa48("70") ? [] : (stryCov_9fa48("70"), [task.key, task])))).values()]);
  }
}