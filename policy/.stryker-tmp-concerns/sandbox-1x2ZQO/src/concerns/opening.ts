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
import { Temporal } from 'temporal-polyfill';
import type { Why } from '../explanation/why.ts';
import { type Concern, levelReached, openedOn } from './concern.ts';
import type { ConcernsPolicy, ProcedureKey } from './concerns-policy.ts';
import { type Entry, entryFault, refusal } from './entry.ts';
import type { Refusal } from './refusal.ts';
const RULE = stryMutAct_9fa48("534") ? "" : (stryCov_9fa48("534"), 'M38');

/** A concern about to be opened: where, about what, and how grave those who know the school judge it. */
export interface NewConcern {
  readonly urn: string;
  /** Key of the policy's area. */
  readonly area: string;
  /** ISO date. */
  readonly on: string;
  /** The level it is judged to need, where that is higher than the first. */
  readonly judged?: number;
  /** Management or governance that is likely to harm standards: it goes to the CEO and the Chair at once. */
  readonly serious?: boolean;
}

/**
 * The level at which a new concern starts (M38): the highest of level 1, the level judged, the CEO and Chair's level
 * where it is serious, and the level that a similar one (same school, same area) reached, if that was closed within
 * the policy's years of `on`, both days included. Refuses what can't be opened, a second one beside an open one too.
 */
export function openingLevel(own: ConcernsPolicy, kept: readonly Concern[], given: NewConcern): {
  readonly ok: true;
  readonly level: number;
  readonly why: Why;
} | Refusal {
  if (stryMutAct_9fa48("535")) {
    {}
  } else {
    stryCov_9fa48("535");
    const fault = newConcernFault(own, kept, given);
    if (stryMutAct_9fa48("537") ? false : stryMutAct_9fa48("536") ? true : (stryCov_9fa48("536", "537"), fault)) return fault;
    const top = own.levels.length;
    const grounds = stryMutAct_9fa48("538") ? [] : (stryCov_9fa48("538"), [...(stryMutAct_9fa48("539") ? kept.map(one => ({
      reached: levelReached(one).level,
      closed: one.closed?.on
    })).map(({
      reached,
      closed
    }) => ({
      // A policy with fewer levels than it had then knows none above its highest.
      level: Math.min(reached, top),
      says: `A similar concern reached level ${reached} and was closed on ${closed}.`
    })) : (stryCov_9fa48("539"), kept.filter(stryMutAct_9fa48("540") ? () => undefined : (stryCov_9fa48("540"), one => stryMutAct_9fa48("543") ? similar(one, given) && openedOn(one) <= given.on || given.on <= repeatsUntil(own, one) : stryMutAct_9fa48("542") ? false : stryMutAct_9fa48("541") ? true : (stryCov_9fa48("541", "542", "543"), (stryMutAct_9fa48("545") ? similar(one, given) || openedOn(one) <= given.on : stryMutAct_9fa48("544") ? true : (stryCov_9fa48("544", "545"), similar(one, given) && (stryMutAct_9fa48("548") ? openedOn(one) > given.on : stryMutAct_9fa48("547") ? openedOn(one) < given.on : stryMutAct_9fa48("546") ? true : (stryCov_9fa48("546", "547", "548"), openedOn(one) <= given.on)))) && (stryMutAct_9fa48("551") ? given.on > repeatsUntil(own, one) : stryMutAct_9fa48("550") ? given.on < repeatsUntil(own, one) : stryMutAct_9fa48("549") ? true : (stryCov_9fa48("549", "550", "551"), given.on <= repeatsUntil(own, one)))))).map(stryMutAct_9fa48("552") ? () => undefined : (stryCov_9fa48("552"), one => stryMutAct_9fa48("553") ? {} : (stryCov_9fa48("553"), {
      reached: levelReached(one).level,
      closed: stryMutAct_9fa48("554") ? one.closed.on : (stryCov_9fa48("554"), one.closed?.on)
    }))).map(stryMutAct_9fa48("555") ? () => undefined : (stryCov_9fa48("555"), ({
      reached,
      closed
    }) => stryMutAct_9fa48("556") ? {} : (stryCov_9fa48("556"), {
      // A policy with fewer levels than it had then knows none above its highest.
      level: stryMutAct_9fa48("557") ? Math.max(reached, top) : (stryCov_9fa48("557"), Math.min(reached, top)),
      says: stryMutAct_9fa48("558") ? `` : (stryCov_9fa48("558"), `A similar concern reached level ${reached} and was closed on ${closed}.`)
    }))))), ...(given.serious ? stryMutAct_9fa48("559") ? [] : (stryCov_9fa48("559"), [stryMutAct_9fa48("560") ? {} : (stryCov_9fa48("560"), {
      level: own.ceoAndChairFrom,
      says: stryMutAct_9fa48("561") ? "" : (stryCov_9fa48("561"), 'It is serious, so the CEO and the Chair decide.')
    })]) : stryMutAct_9fa48("562") ? ["Stryker was here"] : (stryCov_9fa48("562"), [])), ...(given.judged ? stryMutAct_9fa48("563") ? [] : (stryCov_9fa48("563"), [stryMutAct_9fa48("564") ? {} : (stryCov_9fa48("564"), {
      level: given.judged,
      says: stryMutAct_9fa48("565") ? `` : (stryCov_9fa48("565"), `It was judged to need level ${given.judged}.`)
    })]) : stryMutAct_9fa48("566") ? ["Stryker was here"] : (stryCov_9fa48("566"), []))]);
    const level = stryMutAct_9fa48("567") ? Math.min(1, ...grounds.map(one => one.level)) : (stryCov_9fa48("567"), Math.max(1, ...grounds.map(stryMutAct_9fa48("568") ? () => undefined : (stryCov_9fa48("568"), one => one.level))));
    const because = stryMutAct_9fa48("569") ? grounds.map(({
      says
    }) => says) : (stryCov_9fa48("569"), grounds.filter(stryMutAct_9fa48("570") ? () => undefined : (stryCov_9fa48("570"), one => stryMutAct_9fa48("573") ? one.level !== level : stryMutAct_9fa48("572") ? false : stryMutAct_9fa48("571") ? true : (stryCov_9fa48("571", "572", "573"), one.level === level))).map(stryMutAct_9fa48("574") ? () => undefined : (stryCov_9fa48("574"), ({
      says
    }) => says)));
    const first = stryMutAct_9fa48("575") ? `` : (stryCov_9fa48("575"), `No similar concern was closed within ${own.repeatYears} years, and it is not judged higher.`);
    return stryMutAct_9fa48("576") ? {} : (stryCov_9fa48("576"), {
      ok: stryMutAct_9fa48("577") ? false : (stryCov_9fa48("577"), true),
      level,
      why: stryMutAct_9fa48("578") ? {} : (stryCov_9fa48("578"), {
        rule: RULE,
        because: (stryMutAct_9fa48("582") ? because.length <= 0 : stryMutAct_9fa48("581") ? because.length >= 0 : stryMutAct_9fa48("580") ? false : stryMutAct_9fa48("579") ? true : (stryCov_9fa48("579", "580", "581", "582"), because.length > 0)) ? because : stryMutAct_9fa48("583") ? [] : (stryCov_9fa48("583"), [first]),
        wouldChange: (stryMutAct_9fa48("586") ? level !== top : stryMutAct_9fa48("585") ? false : stryMutAct_9fa48("584") ? true : (stryCov_9fa48("584", "585", "586"), level === top)) ? stryMutAct_9fa48("587") ? "" : (stryCov_9fa48("587"), 'Nothing raises it further: it is the highest level.') : stryMutAct_9fa48("588") ? "" : (stryCov_9fa48("588"), 'Judging it to need a higher level.')
      })
    });
  }
}

/** Opens a concern at its opening level (M37, M38), on the procedure the school has to follow. */
export function openConcern(own: ConcernsPolicy, kept: readonly Concern[], given: NewConcern & Entry & {
  readonly id: string;
  readonly procedure: ProcedureKey;
}): {
  readonly ok: true;
  readonly concern: Concern;
  readonly why: Why;
} | Refusal {
  if (stryMutAct_9fa48("589")) {
    {}
  } else {
    stryCov_9fa48("589");
    const {
      id,
      urn,
      area,
      procedure,
      on,
      by,
      why
    } = given;
    const fault = entryFault(stryMutAct_9fa48("590") ? "" : (stryCov_9fa48("590"), 'M37'), given);
    if (stryMutAct_9fa48("592") ? false : stryMutAct_9fa48("591") ? true : (stryCov_9fa48("591", "592"), fault)) return fault;
    if (stryMutAct_9fa48("595") ? kept.every(one => one.id === id) : stryMutAct_9fa48("594") ? false : stryMutAct_9fa48("593") ? true : (stryCov_9fa48("593", "594", "595"), kept.some(stryMutAct_9fa48("596") ? () => undefined : (stryCov_9fa48("596"), one => stryMutAct_9fa48("599") ? one.id !== id : stryMutAct_9fa48("598") ? false : stryMutAct_9fa48("597") ? true : (stryCov_9fa48("597", "598", "599"), one.id === id))))) return refusal(stryMutAct_9fa48("600") ? "" : (stryCov_9fa48("600"), 'M37'), stryMutAct_9fa48("601") ? "" : (stryCov_9fa48("601"), 'Give it an id of its own.'), stryMutAct_9fa48("602") ? `` : (stryCov_9fa48("602"), `There is a concern ${id}.`));
    const opening = openingLevel(own, kept, given);
    if (stryMutAct_9fa48("605") ? false : stryMutAct_9fa48("604") ? true : stryMutAct_9fa48("603") ? opening.ok : (stryCov_9fa48("603", "604", "605"), !opening.ok)) return opening;
    const levels: Concern['levels'] = stryMutAct_9fa48("606") ? [] : (stryCov_9fa48("606"), [stryMutAct_9fa48("607") ? {} : (stryCov_9fa48("607"), {
      level: opening.level,
      on,
      by,
      why
    })]);
    return stryMutAct_9fa48("608") ? {} : (stryCov_9fa48("608"), {
      ok: stryMutAct_9fa48("609") ? false : (stryCov_9fa48("609"), true),
      concern: stryMutAct_9fa48("610") ? {} : (stryCov_9fa48("610"), {
        id,
        urn,
        area,
        procedure,
        levels,
        steps: stryMutAct_9fa48("611") ? ["Stryker was here"] : (stryCov_9fa48("611"), []),
        progress: stryMutAct_9fa48("612") ? ["Stryker was here"] : (stryCov_9fa48("612"), []),
        interventions: stryMutAct_9fa48("613") ? ["Stryker was here"] : (stryCov_9fa48("613"), [])
      }),
      why: opening.why
    });
  }
}
function newConcernFault(own: ConcernsPolicy, kept: readonly Concern[], given: NewConcern): Refusal | undefined {
  if (stryMutAct_9fa48("614")) {
    {}
  } else {
    stryCov_9fa48("614");
    const dated = entryFault(RULE, stryMutAct_9fa48("615") ? {} : (stryCov_9fa48("615"), {
      on: given.on,
      by: stryMutAct_9fa48("616") ? "" : (stryCov_9fa48("616"), '-'),
      why: stryMutAct_9fa48("617") ? "" : (stryCov_9fa48("617"), '-')
    }));
    if (stryMutAct_9fa48("619") ? false : stryMutAct_9fa48("618") ? true : (stryCov_9fa48("618", "619"), dated)) return dated;
    if (stryMutAct_9fa48("622") ? false : stryMutAct_9fa48("621") ? true : stryMutAct_9fa48("620") ? own.areas.some(({
      key
    }) => key === given.area) : (stryCov_9fa48("620", "621", "622"), !(stryMutAct_9fa48("623") ? own.areas.every(({
      key
    }) => key === given.area) : (stryCov_9fa48("623"), own.areas.some(stryMutAct_9fa48("624") ? () => undefined : (stryCov_9fa48("624"), ({
      key
    }) => stryMutAct_9fa48("627") ? key !== given.area : stryMutAct_9fa48("626") ? false : stryMutAct_9fa48("625") ? true : (stryCov_9fa48("625", "626", "627"), key === given.area))))))) return refusal(RULE, stryMutAct_9fa48("628") ? `` : (stryCov_9fa48("628"), `Choose one of ${own.areas.map(stryMutAct_9fa48("629") ? () => undefined : (stryCov_9fa48("629"), ({
      key
    }) => key)).join(stryMutAct_9fa48("630") ? "" : (stryCov_9fa48("630"), ', '))}.`), stryMutAct_9fa48("631") ? `` : (stryCov_9fa48("631"), `There is no area ${given.area}.`));
    const top = own.levels.length;
    const {
      judged = 1
    } = given;
    if (stryMutAct_9fa48("634") ? (!Number.isInteger(judged) || judged < 1) && judged > top : stryMutAct_9fa48("633") ? false : stryMutAct_9fa48("632") ? true : (stryCov_9fa48("632", "633", "634"), (stryMutAct_9fa48("636") ? !Number.isInteger(judged) && judged < 1 : stryMutAct_9fa48("635") ? false : (stryCov_9fa48("635", "636"), (stryMutAct_9fa48("637") ? Number.isInteger(judged) : (stryCov_9fa48("637"), !Number.isInteger(judged))) || (stryMutAct_9fa48("640") ? judged >= 1 : stryMutAct_9fa48("639") ? judged <= 1 : stryMutAct_9fa48("638") ? false : (stryCov_9fa48("638", "639", "640"), judged < 1)))) || (stryMutAct_9fa48("643") ? judged <= top : stryMutAct_9fa48("642") ? judged >= top : stryMutAct_9fa48("641") ? false : (stryCov_9fa48("641", "642", "643"), judged > top)))) return refusal(RULE, stryMutAct_9fa48("644") ? `` : (stryCov_9fa48("644"), `Choose a level from 1 to ${top}.`), stryMutAct_9fa48("645") ? `` : (stryCov_9fa48("645"), `There is no level ${judged}.`));
    const open = kept.find(stryMutAct_9fa48("646") ? () => undefined : (stryCov_9fa48("646"), one => stryMutAct_9fa48("649") ? similar(one, given) || !one.closed : stryMutAct_9fa48("648") ? false : stryMutAct_9fa48("647") ? true : (stryCov_9fa48("647", "648", "649"), similar(one, given) && (stryMutAct_9fa48("650") ? one.closed : (stryCov_9fa48("650"), !one.closed)))));
    return open ? refusal(RULE, stryMutAct_9fa48("651") ? "" : (stryCov_9fa48("651"), 'Raise the level of the open one instead.'), stryMutAct_9fa48("652") ? `` : (stryCov_9fa48("652"), `A similar concern is open since ${openedOn(open)}.`)) : undefined;
  }
}
function similar(one: Concern, given: Pick<NewConcern, 'urn' | 'area'>): boolean {
  if (stryMutAct_9fa48("653")) {
    {}
  } else {
    stryCov_9fa48("653");
    return stryMutAct_9fa48("656") ? one.urn === given.urn || one.area === given.area : stryMutAct_9fa48("655") ? false : stryMutAct_9fa48("654") ? true : (stryCov_9fa48("654", "655", "656"), (stryMutAct_9fa48("658") ? one.urn !== given.urn : stryMutAct_9fa48("657") ? true : (stryCov_9fa48("657", "658"), one.urn === given.urn)) && (stryMutAct_9fa48("660") ? one.area !== given.area : stryMutAct_9fa48("659") ? true : (stryCov_9fa48("659", "660"), one.area === given.area)));
  }
}

/** The last day on which a similar concern starts again at this one's level; before any date for an open one. */
function repeatsUntil(own: ConcernsPolicy, {
  closed
}: Concern): string {
  if (stryMutAct_9fa48("661")) {
    {}
  } else {
    stryCov_9fa48("661");
    return closed ? Temporal.PlainDate.from(closed.on).add(stryMutAct_9fa48("662") ? {} : (stryCov_9fa48("662"), {
      years: own.repeatYears
    })).toString() : stryMutAct_9fa48("663") ? "Stryker was here!" : (stryCov_9fa48("663"), '');
  }
}