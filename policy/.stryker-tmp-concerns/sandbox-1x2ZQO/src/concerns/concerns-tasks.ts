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
import { dateAt } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { tasksOf, type Wanted } from './asking.ts';
import { type Concern, type ExtraDataGiven, levelReached, openedOn } from './concern.ts';
import type { ConcernsPolicy } from './concerns-policy.ts';
import { latestDay } from './day-order.ts';
import { escalationDue } from './escalation.ts';
import { extraDataDue } from './extra-data.ts';
import { type RequiredProcedure, requiredProcedure } from './procedure.ts';
import { schoolStanding } from './school-standing.ts';
import { nextSteps } from './steps.ts';

/** What is on record about concerns. */
export interface ConcernRecords {
  readonly concerns: readonly Concern[];
  readonly extraData: readonly ExtraDataGiven[];
}

/**
 * Everything owed about concerns at this moment (M19, M37, M38): opening those that a grade or category asks for, the
 * steps of each level, extra data, raising a level after weeks without progress, decisions of the CEO and the Chair,
 * the move to the 3/4 procedure. Nothing is owed for schools that have left or not joined.
 */
export function concernsTasks(policy: TrustPolicy, own: ConcernsPolicy, facts: Facts, records: ConcernRecords, now: Temporal.Instant): readonly Task[] {
  if (stryMutAct_9fa48("218")) {
    {}
  } else {
    stryCov_9fa48("218");
    return schoolsOn(facts.schools, dateAt(policy, now)).flatMap(school => {
      if (stryMutAct_9fa48("219")) {
        {}
      } else {
        stryCov_9fa48("219");
        const mine = stryMutAct_9fa48("220") ? records.concerns : (stryCov_9fa48("220"), records.concerns.filter(stryMutAct_9fa48("221") ? () => undefined : (stryCov_9fa48("221"), ({
          urn
        }) => stryMutAct_9fa48("224") ? urn !== school.urn : stryMutAct_9fa48("223") ? false : stryMutAct_9fa48("222") ? true : (stryCov_9fa48("222", "223", "224"), urn === school.urn))));
        const open = stryMutAct_9fa48("225") ? mine : (stryCov_9fa48("225"), mine.filter(stryMutAct_9fa48("226") ? () => undefined : (stryCov_9fa48("226"), ({
          closed
        }) => stryMutAct_9fa48("227") ? closed : (stryCov_9fa48("227"), !closed))));
        const required = requiredProcedure(own, school, schoolStanding(policy, facts, school));
        const wanted = stryMutAct_9fa48("228") ? [] : (stryCov_9fa48("228"), [...opening(own, school, required, mine), ...open.flatMap(stryMutAct_9fa48("229") ? () => undefined : (stryCov_9fa48("229"), concern => stryMutAct_9fa48("230") ? [] : (stryCov_9fa48("230"), [...moves(own, school, required, concern), ...steps(own, school, concern), ...extraData(policy, own, school, concern, records.extraData), ...raising(policy, own, school, concern), ...decisions(policy, own, school, concern)])))]);
        return tasksOf(policy, own, facts, school, wanted, now);
      }
    });
  }
}

/** A grade or category that asks for a procedure is answered by a concern that is open, or was open after it. */
function opening(own: ConcernsPolicy, {
  urn,
  name
}: School, required: RequiredProcedure, mine: readonly Concern[]): Wanted[] {
  if (stryMutAct_9fa48("231")) {
    {}
  } else {
    stryCov_9fa48("231");
    const {
      procedure,
      since,
      why
    } = required;
    if (stryMutAct_9fa48("234") ? !procedure && mine.some(one => !one.closed || one.closed.on >= since) : stryMutAct_9fa48("233") ? false : stryMutAct_9fa48("232") ? true : (stryCov_9fa48("232", "233", "234"), (stryMutAct_9fa48("235") ? procedure : (stryCov_9fa48("235"), !procedure)) || (stryMutAct_9fa48("236") ? mine.every(one => !one.closed || one.closed.on >= since) : (stryCov_9fa48("236"), mine.some(stryMutAct_9fa48("237") ? () => undefined : (stryCov_9fa48("237"), one => stryMutAct_9fa48("240") ? !one.closed && one.closed.on >= since : stryMutAct_9fa48("239") ? false : stryMutAct_9fa48("238") ? true : (stryCov_9fa48("238", "239", "240"), (stryMutAct_9fa48("241") ? one.closed : (stryCov_9fa48("241"), !one.closed)) || (stryMutAct_9fa48("244") ? one.closed.on < since : stryMutAct_9fa48("243") ? one.closed.on > since : stryMutAct_9fa48("242") ? false : (stryCov_9fa48("242", "243", "244"), one.closed.on >= since))))))))) return stryMutAct_9fa48("245") ? ["Stryker was here"] : (stryCov_9fa48("245"), []);
    return stryMutAct_9fa48("246") ? [] : (stryCov_9fa48("246"), [stryMutAct_9fa48("247") ? {} : (stryCov_9fa48("247"), {
      key: stryMutAct_9fa48("248") ? `` : (stryCov_9fa48("248"), `concern-opening/${urn}/${procedure}/${since}`),
      rule: stryMutAct_9fa48("249") ? "" : (stryCov_9fa48("249"), 'M37'),
      role: own.responsible,
      title: stryMutAct_9fa48("250") ? `` : (stryCov_9fa48("250"), `Put on record what causes concern at ${name}`),
      from: since,
      until: shifted(since, own.openingDays),
      because: why.because.join(stryMutAct_9fa48("251") ? "" : (stryCov_9fa48("251"), ' ')),
      otherwise: stryMutAct_9fa48("252") ? "" : (stryCov_9fa48("252"), 'Without it no step, no extra data and no escalation follows.')
    })]);
  }
}
function moves(own: ConcernsPolicy, {
  name
}: School, required: RequiredProcedure, concern: Concern): Wanted[] {
  if (stryMutAct_9fa48("253")) {
    {}
  } else {
    stryCov_9fa48("253");
    if (stryMutAct_9fa48("256") ? required.procedure !== '3-4' && concern.procedure === '3-4' : stryMutAct_9fa48("255") ? false : stryMutAct_9fa48("254") ? true : (stryCov_9fa48("254", "255", "256"), (stryMutAct_9fa48("258") ? required.procedure === '3-4' : stryMutAct_9fa48("257") ? false : (stryCov_9fa48("257", "258"), required.procedure !== (stryMutAct_9fa48("259") ? "" : (stryCov_9fa48("259"), '3-4')))) || (stryMutAct_9fa48("261") ? concern.procedure !== '3-4' : stryMutAct_9fa48("260") ? false : (stryCov_9fa48("260", "261"), concern.procedure === (stryMutAct_9fa48("262") ? "" : (stryCov_9fa48("262"), '3-4')))))) return stryMutAct_9fa48("263") ? ["Stryker was here"] : (stryCov_9fa48("263"), []);
    return stryMutAct_9fa48("264") ? [] : (stryCov_9fa48("264"), [stryMutAct_9fa48("265") ? {} : (stryCov_9fa48("265"), {
      key: stryMutAct_9fa48("266") ? `` : (stryCov_9fa48("266"), `concern-move/${concern.id}/${required.since}`),
      rule: stryMutAct_9fa48("267") ? "" : (stryCov_9fa48("267"), 'M37'),
      role: own.responsible,
      title: stryMutAct_9fa48("268") ? `` : (stryCov_9fa48("268"), `Move the concern about ${areaName(own, concern)} at ${name} to the 3/4 procedure`),
      from: latestDay(required.since, openedOn(concern)),
      because: required.why.because.join(stryMutAct_9fa48("269") ? "" : (stryCov_9fa48("269"), ' ')),
      otherwise: stryMutAct_9fa48("270") ? "" : (stryCov_9fa48("270"), 'Without it the school keeps the steps of a school at risk.')
    })]);
  }
}
function steps(own: ConcernsPolicy, {
  name
}: School, concern: Concern): Wanted[] {
  if (stryMutAct_9fa48("271")) {
    {}
  } else {
    stryCov_9fa48("271");
    const {
      level
    } = levelReached(concern);
    return nextSteps(own, concern).map(stryMutAct_9fa48("272") ? () => undefined : (stryCov_9fa48("272"), ({
      step,
      from,
      by,
      why
    }) => stryMutAct_9fa48("273") ? {} : (stryCov_9fa48("273"), {
      key: stryMutAct_9fa48("274") ? `` : (stryCov_9fa48("274"), `concern-step/${concern.id}/${concern.procedure}/${level}/${step.key}`),
      rule: why.rule,
      role: step.who,
      title: stryMutAct_9fa48("275") ? `` : (stryCov_9fa48("275"), `${step.name} (${areaName(own, concern)}, ${name})`),
      from,
      until: by,
      because: why.because.join(stryMutAct_9fa48("276") ? "" : (stryCov_9fa48("276"), ' ')),
      otherwise: stryMutAct_9fa48("277") ? "" : (stryCov_9fa48("277"), 'Without it there is less to show progress by, and the concern may rise a level.')
    })));
  }
}
function extraData(policy: TrustPolicy, own: ConcernsPolicy, {
  name
}: School, concern: Concern, given: readonly ExtraDataGiven[]): Wanted[] {
  if (stryMutAct_9fa48("278")) {
    {}
  } else {
    stryCov_9fa48("278");
    return extraDataDue(policy, own, concern, given).map(stryMutAct_9fa48("279") ? () => undefined : (stryCov_9fa48("279"), ({
      item,
      by,
      why
    }) => stryMutAct_9fa48("280") ? {} : (stryCov_9fa48("280"), {
      key: stryMutAct_9fa48("281") ? `` : (stryCov_9fa48("281"), `extra-data/${concern.id}/${item.key}/${by}`),
      rule: why.rule,
      role: item.who,
      title: stryMutAct_9fa48("282") ? `` : (stryCov_9fa48("282"), `Give extra data for ${name}: ${item.ask}`),
      from: shifted(by, stryMutAct_9fa48("283") ? +own.askDaysBefore : (stryCov_9fa48("283"), -own.askDaysBefore)),
      until: by,
      because: why.because.join(stryMutAct_9fa48("284") ? "" : (stryCov_9fa48("284"), ' ')),
      otherwise: stryMutAct_9fa48("285") ? "" : (stryCov_9fa48("285"), 'Without it nobody can see whether the support helps.')
    })));
  }
}
function raising(policy: TrustPolicy, own: ConcernsPolicy, {
  name
}: School, concern: Concern): Wanted[] {
  if (stryMutAct_9fa48("286")) {
    {}
  } else {
    stryCov_9fa48("286");
    const due = escalationDue(policy, own, concern);
    if (stryMutAct_9fa48("289") ? due?.to !== undefined : stryMutAct_9fa48("288") ? false : stryMutAct_9fa48("287") ? true : (stryCov_9fa48("287", "288", "289"), (stryMutAct_9fa48("290") ? due.to : (stryCov_9fa48("290"), due?.to)) === undefined)) return stryMutAct_9fa48("291") ? ["Stryker was here"] : (stryCov_9fa48("291"), []);
    return stryMutAct_9fa48("292") ? [] : (stryCov_9fa48("292"), [stryMutAct_9fa48("293") ? {} : (stryCov_9fa48("293"), {
      key: stryMutAct_9fa48("294") ? `` : (stryCov_9fa48("294"), `concern-escalation/${concern.id}/${due.to}/${due.on}`),
      rule: due.why.rule,
      role: own.responsible,
      title: stryMutAct_9fa48("295") ? `` : (stryCov_9fa48("295"), `Raise the concern about ${areaName(own, concern)} at ${name} to level ${due.to}, or record the progress seen`),
      from: due.on,
      because: due.why.because.join(stryMutAct_9fa48("296") ? "" : (stryCov_9fa48("296"), ' ')),
      otherwise: stryMutAct_9fa48("297") ? "" : (stryCov_9fa48("297"), 'Without it a concern stays where nothing moves.')
    })]);
  }
}

/** The CEO and the Chair are asked once at their level, and again at the highest when weeks pass without progress. */
function decisions(policy: TrustPolicy, own: ConcernsPolicy, {
  name
}: School, concern: Concern): Wanted[] {
  if (stryMutAct_9fa48("298")) {
    {}
  } else {
    stryCov_9fa48("298");
    const reached = levelReached(concern);
    if (stryMutAct_9fa48("302") ? reached.level >= own.ceoAndChairFrom : stryMutAct_9fa48("301") ? reached.level <= own.ceoAndChairFrom : stryMutAct_9fa48("300") ? false : stryMutAct_9fa48("299") ? true : (stryCov_9fa48("299", "300", "301", "302"), reached.level < own.ceoAndChairFrom)) return stryMutAct_9fa48("303") ? ["Stryker was here"] : (stryCov_9fa48("303"), []);
    const decided = stryMutAct_9fa48("304") ? concern.interventions.every(({
      level
    }) => level >= reached.level) : (stryCov_9fa48("304"), concern.interventions.some(stryMutAct_9fa48("305") ? () => undefined : (stryCov_9fa48("305"), ({
      level
    }) => stryMutAct_9fa48("309") ? level < reached.level : stryMutAct_9fa48("308") ? level > reached.level : stryMutAct_9fa48("307") ? false : stryMutAct_9fa48("306") ? true : (stryCov_9fa48("306", "307", "308", "309"), level >= reached.level))));
    const again = escalationDue(policy, own, concern);
    if (stryMutAct_9fa48("312") ? decided || !again || again.to !== undefined : stryMutAct_9fa48("311") ? false : stryMutAct_9fa48("310") ? true : (stryCov_9fa48("310", "311", "312"), decided && (stryMutAct_9fa48("314") ? !again && again.to !== undefined : stryMutAct_9fa48("313") ? true : (stryCov_9fa48("313", "314"), (stryMutAct_9fa48("315") ? again : (stryCov_9fa48("315"), !again)) || (stryMutAct_9fa48("317") ? again.to === undefined : stryMutAct_9fa48("316") ? false : (stryCov_9fa48("316", "317"), again.to !== undefined)))))) return stryMutAct_9fa48("318") ? ["Stryker was here"] : (stryCov_9fa48("318"), []);
    const from = (stryMutAct_9fa48("321") ? decided || again : stryMutAct_9fa48("320") ? false : stryMutAct_9fa48("319") ? true : (stryCov_9fa48("319", "320", "321"), decided && again)) ? again.on : reached.on;
    return (['ceo', 'chair'] as const).map(stryMutAct_9fa48("322") ? () => undefined : (stryCov_9fa48("322"), role => stryMutAct_9fa48("323") ? {} : (stryCov_9fa48("323"), {
      key: stryMutAct_9fa48("324") ? `` : (stryCov_9fa48("324"), `concern-decision/${concern.id}/${reached.level}/${from}`),
      rule: stryMutAct_9fa48("325") ? "" : (stryCov_9fa48("325"), 'M38'),
      role,
      title: stryMutAct_9fa48("326") ? `` : (stryCov_9fa48("326"), `Decide what the trust does about ${areaName(own, concern)} at ${name}`),
      from,
      until: shifted(from, own.decisionDays),
      because: (stryMutAct_9fa48("329") ? decided || again : stryMutAct_9fa48("328") ? false : stryMutAct_9fa48("327") ? true : (stryCov_9fa48("327", "328", "329"), decided && again)) ? again.why.because.join(stryMutAct_9fa48("330") ? "" : (stryCov_9fa48("330"), ' ')) : stryMutAct_9fa48("331") ? `` : (stryCov_9fa48("331"), `It reached level ${reached.level}: ${reached.why}`),
      otherwise: stryMutAct_9fa48("332") ? "" : (stryCov_9fa48("332"), 'Without a decision a serious concern stays unanswered.')
    })));
  }
}
function areaName(own: ConcernsPolicy, {
  area
}: Concern): string {
  if (stryMutAct_9fa48("333")) {
    {}
  } else {
    stryCov_9fa48("333");
    return stryMutAct_9fa48("334") ? own.areas.find(({
      key
    }) => key === area)?.name.toLowerCase() && area : (stryCov_9fa48("334"), (stryMutAct_9fa48("336") ? own.areas.find(({
      key
    }) => key === area).name.toLowerCase() : stryMutAct_9fa48("335") ? own.areas.find(({
      key
    }) => key === area)?.name.toUpperCase() : (stryCov_9fa48("335", "336"), own.areas.find(stryMutAct_9fa48("337") ? () => undefined : (stryCov_9fa48("337"), ({
      key
    }) => stryMutAct_9fa48("340") ? key !== area : stryMutAct_9fa48("339") ? false : stryMutAct_9fa48("338") ? true : (stryCov_9fa48("338", "339", "340"), key === area)))?.name.toLowerCase())) ?? area);
  }
}