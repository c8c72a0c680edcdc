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
import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { key, role, text, time, whole } from '../policy-values.ts';

/** The two procedures of M37: for schools graded 3 or 4, and for schools graded 1 or 2 at risk of slipping. */
const PROCEDURES = ['3-4', '1-2-at-risk'] as const;
export type ProcedureKey = (typeof PROCEDURES)[number];
const step = z.strictObject(stryMutAct_9fa48("78") ? {} : (stryCov_9fa48("78"), {
  key,
  /** What is done, as a short instruction. */
  name: text,
  /** Calendar days allowed, counted from the day on which the level was reached. */
  days: whole(0, 365),
  who: role,
  procedures: stryMutAct_9fa48("79") ? z.array(z.enum(PROCEDURES, {
    error: `must be one of ${PROCEDURES.join(', ')}.`
  })).max(1, {
    error: 'is empty: name the procedures it belongs to.'
  }) : (stryCov_9fa48("79"), z.array(z.enum(PROCEDURES, stryMutAct_9fa48("80") ? {} : (stryCov_9fa48("80"), {
    error: stryMutAct_9fa48("81") ? `` : (stryCov_9fa48("81"), `must be one of ${PROCEDURES.join(stryMutAct_9fa48("82") ? "" : (stryCov_9fa48("82"), ', '))}.`)
  }))).min(1, stryMutAct_9fa48("83") ? {} : (stryCov_9fa48("83"), {
    error: stryMutAct_9fa48("84") ? "" : (stryCov_9fa48("84"), 'is empty: name the procedures it belongs to.')
  }))),
  /** Where a concern moved to the 3/4 procedure enters it (M37). */
  dueDiligence: z.boolean(stryMutAct_9fa48("85") ? {} : (stryCov_9fa48("85"), {
    error: stryMutAct_9fa48("86") ? "" : (stryCov_9fa48("86"), 'must be true or false.')
  }))
}));
const extraDatum = z.strictObject(stryMutAct_9fa48("87") ? {} : (stryCov_9fa48("87"), {
  key,
  /** What is asked of the school, in words. */
  ask: text,
  /** Keys of the SOAP's measures it holds, where it is made of figures. */
  measures: z.array(key, stryMutAct_9fa48("88") ? {} : (stryCov_9fa48("88"), {
    error: stryMutAct_9fa48("89") ? "" : (stryCov_9fa48("89"), 'must be a list of keys of measures; it can be empty.')
  })),
  /** Weeks of term from one to the next. */
  everyWeeks: whole(1, 40),
  who: role
}));
const level = z.strictObject(stryMutAct_9fa48("90") ? {} : (stryCov_9fa48("90"), {
  name: text,
  steps: z.array(step, stryMutAct_9fa48("91") ? {} : (stryCov_9fa48("91"), {
    error: stryMutAct_9fa48("92") ? "" : (stryCov_9fa48("92"), 'must be the list of steps of the level.')
  })),
  extraData: z.array(extraDatum, stryMutAct_9fa48("93") ? {} : (stryCov_9fa48("93"), {
    error: stryMutAct_9fa48("94") ? "" : (stryCov_9fa48("94"), 'must be a list of what is asked; it can be empty.')
  })),
  /** Weeks of term without progress after which the concern is due for the next level (M38). */
  escalateAfterWeeks: whole(1, 40)
}));

/** What a trust may set about schools that cause concern (M19, M37, M38). */
export const ConcernsPolicyShape = z.strictObject(stryMutAct_9fa48("95") ? {} : (stryCov_9fa48("95"), {
  /** Two concerns about the same school are similar when they are of the same area. */
  areas: stryMutAct_9fa48("96") ? z.array(z.strictObject({
    key,
    name: text
  })).max(1, {
    error: 'is empty: give at least one area.'
  }) : (stryCov_9fa48("96"), z.array(z.strictObject(stryMutAct_9fa48("97") ? {} : (stryCov_9fa48("97"), {
    key,
    name: text
  }))).min(1, stryMutAct_9fa48("98") ? {} : (stryCov_9fa48("98"), {
    error: stryMutAct_9fa48("99") ? "" : (stryCov_9fa48("99"), 'is empty: give at least one area.')
  }))),
  /** Levels, mildest first; their numbers begin with 1. */
  levels: stryMutAct_9fa48("100") ? z.array(level).max(1, {
    error: 'is empty: give at least one level.'
  }) : (stryCov_9fa48("100"), z.array(level).min(1, stryMutAct_9fa48("101") ? {} : (stryCov_9fa48("101"), {
    error: stryMutAct_9fa48("102") ? "" : (stryCov_9fa48("102"), 'is empty: give at least one level.')
  }))),
  /** Years after closing within which a similar concern starts again at the level reached (M38). */
  repeatYears: whole(0, 20),
  /** The number of the level from which the CEO and the Chair decide; a serious concern starts there at least. */
  ceoAndChairFrom: whole(1, 20),
  /** Calendar days they have for it. */
  decisionDays: whole(0, 90),
  /** Whether a sponsored school follows the 3/4 procedure for good, or until an inspection grades it 1 or 2. */
  sponsored: z.enum(stryMutAct_9fa48("103") ? [] : (stryCov_9fa48("103"), [stryMutAct_9fa48("104") ? "" : (stryCov_9fa48("104"), 'always'), stryMutAct_9fa48("105") ? "" : (stryCov_9fa48("105"), 'until-good')]), stryMutAct_9fa48("106") ? {} : (stryCov_9fa48("106"), {
    error: stryMutAct_9fa48("107") ? "" : (stryCov_9fa48("107"), 'must be "always" or "until-good".')
  })),
  /** Who opens concerns, reviews their progress and moves them. */
  responsible: role,
  /** Calendar days in which a school's concerns are put on record once its grade or category asks for it. */
  openingDays: whole(0, 90),
  /** Calendar days by which extra data is asked before it is due. */
  askDaysBefore: whole(0, 60),
  /** Wall-clock times at which something is asked, and by which it is wanted. */
  asked: time,
  wanted: time
}));
export type ConcernsPolicy = z.infer<typeof ConcernsPolicyShape>;
export type ConcernLevel = ConcernsPolicy['levels'][number];
export type ConcernStep = ConcernLevel['steps'][number];
export type ExtraDatum = ConcernLevel['extraData'][number];

/**
 * Where the values contradict each other. `measures` are the keys of the trust's SOAP measures: extra data may name
 * only those; without them that is not looked at.
 */
export function concernsDisagreements(policy: ConcernsPolicy, measures?: readonly string[]): readonly PolicyFault[] {
  if (stryMutAct_9fa48("108")) {
    {}
  } else {
    stryCov_9fa48("108");
    const top = policy.levels.length;
    return stryMutAct_9fa48("109") ? [] : (stryCov_9fa48("109"), [...twice(policy.areas, stryMutAct_9fa48("110") ? "" : (stryCov_9fa48("110"), 'concerns.areas'), stryMutAct_9fa48("111") ? () => undefined : (stryCov_9fa48("111"), ({
      key: of
    }) => of), stryMutAct_9fa48("112") ? "" : (stryCov_9fa48("112"), 'key')), ...twice(policy.levels, stryMutAct_9fa48("113") ? "" : (stryCov_9fa48("113"), 'concerns.levels'), stryMutAct_9fa48("114") ? () => undefined : (stryCov_9fa48("114"), ({
      name
    }) => name), stryMutAct_9fa48("115") ? "" : (stryCov_9fa48("115"), 'name')), ...((stryMutAct_9fa48("119") ? policy.ceoAndChairFrom > top : stryMutAct_9fa48("118") ? policy.ceoAndChairFrom < top : stryMutAct_9fa48("117") ? false : stryMutAct_9fa48("116") ? true : (stryCov_9fa48("116", "117", "118", "119"), policy.ceoAndChairFrom <= top)) ? stryMutAct_9fa48("120") ? ["Stryker was here"] : (stryCov_9fa48("120"), []) : stryMutAct_9fa48("121") ? [] : (stryCov_9fa48("121"), [stryMutAct_9fa48("122") ? {} : (stryCov_9fa48("122"), {
      place: stryMutAct_9fa48("123") ? "" : (stryCov_9fa48("123"), 'concerns.ceoAndChairFrom'),
      says: stryMutAct_9fa48("124") ? `` : (stryCov_9fa48("124"), `is ${policy.ceoAndChairFrom}: the highest level is ${top}.`)
    })])), ...((stryMutAct_9fa48("128") ? policy.asked > policy.wanted : stryMutAct_9fa48("127") ? policy.asked < policy.wanted : stryMutAct_9fa48("126") ? false : stryMutAct_9fa48("125") ? true : (stryCov_9fa48("125", "126", "127", "128"), policy.asked <= policy.wanted)) ? stryMutAct_9fa48("129") ? ["Stryker was here"] : (stryCov_9fa48("129"), []) : stryMutAct_9fa48("130") ? [] : (stryCov_9fa48("130"), [stryMutAct_9fa48("131") ? {} : (stryCov_9fa48("131"), {
      place: stryMutAct_9fa48("132") ? "" : (stryCov_9fa48("132"), 'concerns.wanted'),
      says: stryMutAct_9fa48("133") ? `` : (stryCov_9fa48("133"), `is before "asked" (${policy.asked}): give a later time.`)
    })])), ...policy.levels.flatMap(stryMutAct_9fa48("134") ? () => undefined : (stryCov_9fa48("134"), (one, index) => stryMutAct_9fa48("135") ? [] : (stryCov_9fa48("135"), [...stepFaults(one, stryMutAct_9fa48("136") ? `` : (stryCov_9fa48("136"), `concerns.levels[${index}]`)), ...extraDataFaults(one, policy.askDaysBefore, stryMutAct_9fa48("137") ? `` : (stryCov_9fa48("137"), `concerns.levels[${index}].extraData`), measures)])))]);
  }
}
function stepFaults({
  steps
}: ConcernLevel, place: string): readonly PolicyFault[] {
  if (stryMutAct_9fa48("138")) {
    {}
  } else {
    stryCov_9fa48("138");
    return stryMutAct_9fa48("139") ? [] : (stryCov_9fa48("139"), [...twice(steps, stryMutAct_9fa48("140") ? `` : (stryCov_9fa48("140"), `${place}.steps`), stryMutAct_9fa48("141") ? () => undefined : (stryCov_9fa48("141"), ({
      key: of
    }) => of), stryMutAct_9fa48("142") ? "" : (stryCov_9fa48("142"), 'key')), ...PROCEDURES.flatMap(procedure => {
      if (stryMutAct_9fa48("143")) {
        {}
      } else {
        stryCov_9fa48("143");
        const mine = stryMutAct_9fa48("144") ? steps : (stryCov_9fa48("144"), steps.filter(stryMutAct_9fa48("145") ? () => undefined : (stryCov_9fa48("145"), ({
          procedures
        }) => procedures.includes(procedure))));
        return mine.flatMap((one, at) => {
          if (stryMutAct_9fa48("146")) {
            {}
          } else {
            stryCov_9fa48("146");
            const before = mine[stryMutAct_9fa48("147") ? at + 1 : (stryCov_9fa48("147"), at - 1)];
            if (stryMutAct_9fa48("150") ? !before && before.days <= one.days : stryMutAct_9fa48("149") ? false : stryMutAct_9fa48("148") ? true : (stryCov_9fa48("148", "149", "150"), (stryMutAct_9fa48("151") ? before : (stryCov_9fa48("151"), !before)) || (stryMutAct_9fa48("154") ? before.days > one.days : stryMutAct_9fa48("153") ? before.days < one.days : stryMutAct_9fa48("152") ? false : (stryCov_9fa48("152", "153", "154"), before.days <= one.days)))) return stryMutAct_9fa48("155") ? ["Stryker was here"] : (stryCov_9fa48("155"), []);
            const says = stryMutAct_9fa48("156") ? `` : (stryCov_9fa48("156"), `${one.days} days are less than the ${before.days} of "${before.key}" before it: allow more, or change the order.`);
            return stryMutAct_9fa48("157") ? [] : (stryCov_9fa48("157"), [stryMutAct_9fa48("158") ? {} : (stryCov_9fa48("158"), {
              place: stryMutAct_9fa48("159") ? `` : (stryCov_9fa48("159"), `${place}.steps[${steps.indexOf(one)}].days`),
              says
            })]);
          }
        });
      }
    }), ...((stryMutAct_9fa48("160") ? steps.every(({
      dueDiligence,
      procedures
    }) => dueDiligence && procedures.includes('3-4')) : (stryCov_9fa48("160"), steps.some(stryMutAct_9fa48("161") ? () => undefined : (stryCov_9fa48("161"), ({
      dueDiligence,
      procedures
    }) => stryMutAct_9fa48("164") ? dueDiligence || procedures.includes('3-4') : stryMutAct_9fa48("163") ? false : stryMutAct_9fa48("162") ? true : (stryCov_9fa48("162", "163", "164"), dueDiligence && procedures.includes(stryMutAct_9fa48("165") ? "" : (stryCov_9fa48("165"), '3-4'))))))) ? stryMutAct_9fa48("166") ? ["Stryker was here"] : (stryCov_9fa48("166"), []) : stryMutAct_9fa48("167") ? [] : (stryCov_9fa48("167"), [stryMutAct_9fa48("168") ? {} : (stryCov_9fa48("168"), {
      place: stryMutAct_9fa48("169") ? `` : (stryCov_9fa48("169"), `${place}.steps`),
      says: stryMutAct_9fa48("170") ? "" : (stryCov_9fa48("170"), 'have no due diligence in the 3/4 procedure: mark the step at which a moved concern enters.')
    })]))]);
  }
}
function extraDataFaults({
  extraData,
  escalateAfterWeeks
}: ConcernLevel, askDaysBefore: number, place: string, measures: readonly string[] | undefined): readonly PolicyFault[] {
  if (stryMutAct_9fa48("171")) {
    {}
  } else {
    stryCov_9fa48("171");
    return stryMutAct_9fa48("172") ? [] : (stryCov_9fa48("172"), [...twice(extraData, place, stryMutAct_9fa48("173") ? () => undefined : (stryCov_9fa48("173"), ({
      key: of
    }) => of), stryMutAct_9fa48("174") ? "" : (stryCov_9fa48("174"), 'key')), ...extraData.flatMap(stryMutAct_9fa48("175") ? () => undefined : (stryCov_9fa48("175"), (datum, at) => stryMutAct_9fa48("176") ? [] : (stryCov_9fa48("176"), [
    // Nobody can say that there was no progress before the figures that show it have come in once.
    ...((stryMutAct_9fa48("180") ? datum.everyWeeks > escalateAfterWeeks : stryMutAct_9fa48("179") ? datum.everyWeeks < escalateAfterWeeks : stryMutAct_9fa48("178") ? false : stryMutAct_9fa48("177") ? true : (stryCov_9fa48("177", "178", "179", "180"), datum.everyWeeks <= escalateAfterWeeks)) ? stryMutAct_9fa48("181") ? ["Stryker was here"] : (stryCov_9fa48("181"), []) : stryMutAct_9fa48("182") ? [] : (stryCov_9fa48("182"), [stryMutAct_9fa48("183") ? {} : (stryCov_9fa48("183"), {
      place: stryMutAct_9fa48("184") ? `` : (stryCov_9fa48("184"), `${place}[${at}].everyWeeks`),
      says: stryMutAct_9fa48("185") ? `` : (stryCov_9fa48("185"), `is ${datum.everyWeeks}, but the level escalates after ${escalateAfterWeeks} weeks: ask as often at least.`)
    })])), ...((stryMutAct_9fa48("189") ? askDaysBefore >= 7 * datum.everyWeeks : stryMutAct_9fa48("188") ? askDaysBefore <= 7 * datum.everyWeeks : stryMutAct_9fa48("187") ? false : stryMutAct_9fa48("186") ? true : (stryCov_9fa48("186", "187", "188", "189"), askDaysBefore < (stryMutAct_9fa48("190") ? 7 / datum.everyWeeks : (stryCov_9fa48("190"), 7 * datum.everyWeeks)))) ? stryMutAct_9fa48("191") ? ["Stryker was here"] : (stryCov_9fa48("191"), []) : stryMutAct_9fa48("192") ? [] : (stryCov_9fa48("192"), [stryMutAct_9fa48("193") ? {} : (stryCov_9fa48("193"), {
      place: stryMutAct_9fa48("194") ? `` : (stryCov_9fa48("194"), `${place}[${at}].everyWeeks`),
      says: stryMutAct_9fa48("195") ? `` : (stryCov_9fa48("195"), `is ${datum.everyWeeks}, but it is asked ${askDaysBefore} days before: ask fewer days before.`)
    })])), ...datum.measures.flatMap(stryMutAct_9fa48("196") ? () => undefined : (stryCov_9fa48("196"), (one, index) => (stryMutAct_9fa48("199") ? measures === undefined && measures.includes(one) : stryMutAct_9fa48("198") ? false : stryMutAct_9fa48("197") ? true : (stryCov_9fa48("197", "198", "199"), (stryMutAct_9fa48("201") ? measures !== undefined : stryMutAct_9fa48("200") ? false : (stryCov_9fa48("200", "201"), measures === undefined)) || measures.includes(one))) ? stryMutAct_9fa48("202") ? ["Stryker was here"] : (stryCov_9fa48("202"), []) : stryMutAct_9fa48("203") ? [] : (stryCov_9fa48("203"), [stryMutAct_9fa48("204") ? {} : (stryCov_9fa48("204"), {
      place: stryMutAct_9fa48("205") ? `` : (stryCov_9fa48("205"), `${place}[${at}].measures[${index}]`),
      says: stryMutAct_9fa48("206") ? `` : (stryCov_9fa48("206"), `there is no measure ${one}: name one of ${measures.join(stryMutAct_9fa48("207") ? "" : (stryCov_9fa48("207"), ', '))}.`)
    })])))])))]);
  }
}
function twice<T>(list: readonly T[], place: string, of: (one: T) => string, field: string): readonly PolicyFault[] {
  if (stryMutAct_9fa48("208")) {
    {}
  } else {
    stryCov_9fa48("208");
    const keys = list.map(of);
    return keys.flatMap(stryMutAct_9fa48("209") ? () => undefined : (stryCov_9fa48("209"), (one, index) => (stryMutAct_9fa48("212") ? keys.indexOf(one) !== index : stryMutAct_9fa48("211") ? false : stryMutAct_9fa48("210") ? true : (stryCov_9fa48("210", "211", "212"), keys.indexOf(one) === index)) ? stryMutAct_9fa48("213") ? ["Stryker was here"] : (stryCov_9fa48("213"), []) : stryMutAct_9fa48("214") ? [] : (stryCov_9fa48("214"), [stryMutAct_9fa48("215") ? {} : (stryCov_9fa48("215"), {
      place: stryMutAct_9fa48("216") ? `` : (stryCov_9fa48("216"), `${place}[${index}].${field}`),
      says: stryMutAct_9fa48("217") ? `` : (stryCov_9fa48("217"), `${one} is there already: each must be another.`)
    })])));
  }
}