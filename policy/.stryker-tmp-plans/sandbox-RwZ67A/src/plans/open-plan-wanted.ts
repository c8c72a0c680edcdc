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
import type { Wanted } from '../concerns/asking.ts';
import { latestDay } from '../concerns/day-order.ts';
import type { SchoolStanding } from '../concerns/school-standing.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { lastDayOf } from './attainment-wanted.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';
import type { RequiredPlan } from './required-plans.ts';
import { reviewDue } from './reviews.ts';
const KIND: Record<Plan['kind'], string> = stryMutAct_9fa48("553") ? {} : (stryCov_9fa48("553"), {
  development: stryMutAct_9fa48("554") ? "" : (stryCov_9fa48("554"), 'development plan'),
  raising: stryMutAct_9fa48("555") ? "" : (stryCov_9fa48("555"), 'raising attainment plan'),
  full: stryMutAct_9fa48("556") ? "" : (stryCov_9fa48("556"), 'full raising attainment plan')
});

/**
 * What an open plan wants (M36): its review, a word on milestones past their day, and closing once its year is over or
 * since the date, if any, from which the school no longer has to have it.
 */
export function openPlanWanted(policy: TrustPolicy, own: PlansPolicy, facts: Pick<Facts, 'people'>, school: School, plan: Plan, unneeded: string | undefined, today: string): readonly Wanted[] {
  if (stryMutAct_9fa48("557")) {
    {}
  } else {
    stryCov_9fa48("557");
    const closing = closings(policy, own, school, plan, unneeded);
    // A plan that is to be closed is reviewed by its closing.
    const due = (stryMutAct_9fa48("558") ? closing.every(({
      from
    }) => from <= today) : (stryCov_9fa48("558"), closing.some(stryMutAct_9fa48("559") ? () => undefined : (stryCov_9fa48("559"), ({
      from
    }) => stryMutAct_9fa48("563") ? from > today : stryMutAct_9fa48("562") ? from < today : stryMutAct_9fa48("561") ? false : stryMutAct_9fa48("560") ? true : (stryCov_9fa48("560", "561", "562", "563"), from <= today))))) ? undefined : reviewDue(policy, own, plan, today);
    const review: readonly Wanted[] = due ? stryMutAct_9fa48("564") ? [] : (stryCov_9fa48("564"), [stryMutAct_9fa48("565") ? {} : (stryCov_9fa48("565"), {
      key: stryMutAct_9fa48("566") ? `` : (stryCov_9fa48("566"), `plan-review/${plan.id}/${due.by}`),
      rule: due.why.rule,
      role: own.reviewer,
      title: stryMutAct_9fa48("567") ? `` : (stryCov_9fa48("567"), `Review the ${KIND[plan.kind]} of ${school.name}`),
      from: due.from,
      until: due.by,
      because: due.why.because.join(stryMutAct_9fa48("568") ? "" : (stryCov_9fa48("568"), ' ')),
      otherwise: stryMutAct_9fa48("569") ? "" : (stryCov_9fa48("569"), 'Without it nobody knows whether the plan works.')
    })]) : stryMutAct_9fa48("570") ? ["Stryker was here"] : (stryCov_9fa48("570"), []);
    return stryMutAct_9fa48("571") ? [] : (stryCov_9fa48("571"), [...review, ...milestones(facts, school, plan), ...closing]);
  }
}

/** A milestone whose day went by is its owner's to answer; the head's where the owner is nobody on record. */
function milestones(facts: Pick<Facts, 'people'>, school: School, plan: Plan): readonly Wanted[] {
  if (stryMutAct_9fa48("572")) {
    {}
  } else {
    stryCov_9fa48("572");
    if (stryMutAct_9fa48("575") ? false : stryMutAct_9fa48("574") ? true : stryMutAct_9fa48("573") ? plan.agreed : (stryCov_9fa48("573", "574", "575"), !plan.agreed)) return stryMutAct_9fa48("576") ? ["Stryker was here"] : (stryCov_9fa48("576"), []);
    return plan.objectives.flatMap(objective => {
      if (stryMutAct_9fa48("577")) {
        {}
      } else {
        stryCov_9fa48("577");
        const owner = facts.people.find(stryMutAct_9fa48("578") ? () => undefined : (stryCov_9fa48("578"), ({
          id
        }) => stryMutAct_9fa48("581") ? id !== objective.owner : stryMutAct_9fa48("580") ? false : stryMutAct_9fa48("579") ? true : (stryCov_9fa48("579", "580", "581"), id === objective.owner)));
        return stryMutAct_9fa48("582") ? objective.milestones.map(milestone => ({
          key: `plan-milestone/${plan.id}/${objective.id}/${milestone.id}/${milestone.by}`,
          rule: plan.kind === 'development' ? 'M35' : 'M36',
          role: 'head' as const,
          ...(owner ? {
            person: owner
          } : {}),
          title: `Say what became of "${milestone.what}" at ${school.name}`,
          from: shifted(milestone.by, 1),
          because: `It was to be seen by ${milestone.by} and is recorded neither as met nor as missed.`,
          otherwise: 'Without it the milestone counts as missed.'
        })) : (stryCov_9fa48("582"), objective.milestones.filter(stryMutAct_9fa48("583") ? () => undefined : (stryCov_9fa48("583"), ({
          met,
          missed
        }) => stryMutAct_9fa48("586") ? met === undefined || missed === undefined : stryMutAct_9fa48("585") ? false : stryMutAct_9fa48("584") ? true : (stryCov_9fa48("584", "585", "586"), (stryMutAct_9fa48("588") ? met !== undefined : stryMutAct_9fa48("587") ? true : (stryCov_9fa48("587", "588"), met === undefined)) && (stryMutAct_9fa48("590") ? missed !== undefined : stryMutAct_9fa48("589") ? true : (stryCov_9fa48("589", "590"), missed === undefined))))).map(stryMutAct_9fa48("591") ? () => undefined : (stryCov_9fa48("591"), milestone => stryMutAct_9fa48("592") ? {} : (stryCov_9fa48("592"), {
          key: stryMutAct_9fa48("593") ? `` : (stryCov_9fa48("593"), `plan-milestone/${plan.id}/${objective.id}/${milestone.id}/${milestone.by}`),
          rule: (stryMutAct_9fa48("596") ? plan.kind !== 'development' : stryMutAct_9fa48("595") ? false : stryMutAct_9fa48("594") ? true : (stryCov_9fa48("594", "595", "596"), plan.kind === (stryMutAct_9fa48("597") ? "" : (stryCov_9fa48("597"), 'development')))) ? stryMutAct_9fa48("598") ? "" : (stryCov_9fa48("598"), 'M35') : stryMutAct_9fa48("599") ? "" : (stryCov_9fa48("599"), 'M36'),
          role: 'head' as const,
          ...(owner ? stryMutAct_9fa48("600") ? {} : (stryCov_9fa48("600"), {
            person: owner
          }) : {}),
          title: stryMutAct_9fa48("601") ? `` : (stryCov_9fa48("601"), `Say what became of "${milestone.what}" at ${school.name}`),
          from: shifted(milestone.by, 1),
          because: stryMutAct_9fa48("602") ? `` : (stryCov_9fa48("602"), `It was to be seen by ${milestone.by} and is recorded neither as met nor as missed.`),
          otherwise: stryMutAct_9fa48("603") ? "" : (stryCov_9fa48("603"), 'Without it the milestone counts as missed.')
        }))));
      }
    });
  }
}
function closings(policy: TrustPolicy, own: PlansPolicy, {
  name
}: School, plan: Plan, unneeded: string | undefined): readonly Wanted[] {
  if (stryMutAct_9fa48("604")) {
    {}
  } else {
    stryCov_9fa48("604");
    const last = lastDayOf(policy, plan.year);
    const over = (stryMutAct_9fa48("607") ? last !== '' : stryMutAct_9fa48("606") ? false : stryMutAct_9fa48("605") ? true : (stryCov_9fa48("605", "606", "607"), last === (stryMutAct_9fa48("608") ? "Stryker was here!" : (stryCov_9fa48("608"), '')))) ? undefined : shifted(last, 1);
    const early = stryMutAct_9fa48("611") ? unneeded !== undefined || over === undefined || unneeded < over : stryMutAct_9fa48("610") ? false : stryMutAct_9fa48("609") ? true : (stryCov_9fa48("609", "610", "611"), (stryMutAct_9fa48("613") ? unneeded === undefined : stryMutAct_9fa48("612") ? true : (stryCov_9fa48("612", "613"), unneeded !== undefined)) && (stryMutAct_9fa48("615") ? over === undefined && unneeded < over : stryMutAct_9fa48("614") ? true : (stryCov_9fa48("614", "615"), (stryMutAct_9fa48("617") ? over !== undefined : stryMutAct_9fa48("616") ? false : (stryCov_9fa48("616", "617"), over === undefined)) || (stryMutAct_9fa48("620") ? unneeded >= over : stryMutAct_9fa48("619") ? unneeded <= over : stryMutAct_9fa48("618") ? false : (stryCov_9fa48("618", "619", "620"), unneeded < over)))));
    const from = early ? unneeded : over;
    if (stryMutAct_9fa48("623") ? from !== undefined : stryMutAct_9fa48("622") ? false : stryMutAct_9fa48("621") ? true : (stryCov_9fa48("621", "622", "623"), from === undefined)) return stryMutAct_9fa48("624") ? ["Stryker was here"] : (stryCov_9fa48("624"), []);
    return stryMutAct_9fa48("625") ? [] : (stryCov_9fa48("625"), [stryMutAct_9fa48("626") ? {} : (stryCov_9fa48("626"), {
      key: stryMutAct_9fa48("627") ? `` : (stryCov_9fa48("627"), `plan-closing/${plan.id}/${early ? stryMutAct_9fa48("628") ? "" : (stryCov_9fa48("628"), 'unneeded') : stryMutAct_9fa48("629") ? "" : (stryCov_9fa48("629"), 'year')}`),
      rule: (stryMutAct_9fa48("632") ? plan.kind !== 'development' : stryMutAct_9fa48("631") ? false : stryMutAct_9fa48("630") ? true : (stryCov_9fa48("630", "631", "632"), plan.kind === (stryMutAct_9fa48("633") ? "" : (stryCov_9fa48("633"), 'development')))) ? stryMutAct_9fa48("634") ? "" : (stryCov_9fa48("634"), 'M35') : stryMutAct_9fa48("635") ? "" : (stryCov_9fa48("635"), 'M36'),
      role: own.reviewer,
      title: stryMutAct_9fa48("636") ? `` : (stryCov_9fa48("636"), `Close the ${KIND[plan.kind]} of ${name} with the impact it had`),
      from,
      until: shifted(from, own.closingDays),
      because: early ? stryMutAct_9fa48("637") ? `` : (stryCov_9fa48("637"), `Since ${from} neither grade nor category of the school asks for it.`) : stryMutAct_9fa48("638") ? `` : (stryCov_9fa48("638"), `The year of the plan, ${plan.year}, is over.`),
      otherwise: stryMutAct_9fa48("639") ? "" : (stryCov_9fa48("639"), 'Without it the category is decided without knowing what the plan did.')
    })]);
  }
}

/**
 * Since when a school no longer has to have an attainment plan it has; undefined while it has to, and for development
 * plans. The fuller plan does for a school at risk too; the other one gives way to the fuller.
 */
export function unneededSince(required: readonly RequiredPlan[], {
  gradeSince,
  categorySince
}: SchoolStanding, {
  kind,
  begun
}: Plan): string | undefined {
  if (stryMutAct_9fa48("640")) {
    {}
  } else {
    stryCov_9fa48("640");
    if (stryMutAct_9fa48("643") ? kind !== 'development' : stryMutAct_9fa48("642") ? false : stryMutAct_9fa48("641") ? true : (stryCov_9fa48("641", "642", "643"), kind === (stryMutAct_9fa48("644") ? "" : (stryCov_9fa48("644"), 'development')))) return undefined;
    const needed = stryMutAct_9fa48("645") ? required.every(one => one.kind === kind || kind === 'full' && one.kind === 'raising') : (stryCov_9fa48("645"), required.some(stryMutAct_9fa48("646") ? () => undefined : (stryCov_9fa48("646"), one => stryMutAct_9fa48("649") ? one.kind === kind && kind === 'full' && one.kind === 'raising' : stryMutAct_9fa48("648") ? false : stryMutAct_9fa48("647") ? true : (stryCov_9fa48("647", "648", "649"), (stryMutAct_9fa48("651") ? one.kind !== kind : stryMutAct_9fa48("650") ? false : (stryCov_9fa48("650", "651"), one.kind === kind)) || (stryMutAct_9fa48("653") ? kind === 'full' || one.kind === 'raising' : stryMutAct_9fa48("652") ? false : (stryCov_9fa48("652", "653"), (stryMutAct_9fa48("655") ? kind !== 'full' : stryMutAct_9fa48("654") ? true : (stryCov_9fa48("654", "655"), kind === (stryMutAct_9fa48("656") ? "" : (stryCov_9fa48("656"), 'full')))) && (stryMutAct_9fa48("658") ? one.kind !== 'raising' : stryMutAct_9fa48("657") ? true : (stryCov_9fa48("657", "658"), one.kind === (stryMutAct_9fa48("659") ? "" : (stryCov_9fa48("659"), 'raising'))))))))));
    return needed ? undefined : latestDay(begun, gradeSince, categorySince);
  }
}