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
import type { TrustPolicy } from '../trust-policy.ts';
import { type Concern, levelReached, openedOn } from './concern.ts';
import type { ConcernLevel, ConcernsPolicy } from './concerns-policy.ts';
import { latestDay } from './day-order.ts';
import { type Entry, entryFault, refusal } from './entry.ts';
import type { Refusal } from './refusal.ts';
import { afterTermWeeks } from './term-weeks.ts';
const RULE = stryMutAct_9fa48("390") ? "" : (stryCov_9fa48("390"), 'M38');
type Changed = {
  readonly ok: true;
  readonly concern: Concern;
  readonly why: Why;
} | Refusal;

/** What the policy says of a level; of its highest where a concern reached one that the policy no longer has. */
export function levelPolicy(own: ConcernsPolicy, level: number): ConcernLevel | undefined {
  if (stryMutAct_9fa48("391")) {
    {}
  } else {
    stryCov_9fa48("391");
    return own.levels[stryMutAct_9fa48("392") ? Math.min(level, own.levels.length) + 1 : (stryCov_9fa48("392"), (stryMutAct_9fa48("393") ? Math.max(level, own.levels.length) : (stryCov_9fa48("393"), Math.min(level, own.levels.length))) - 1)];
  }
}

/** Raises an open concern to the next level, or to a higher one where it is that serious (M38). It never falls. */
export function escalate(own: ConcernsPolicy, concern: Concern, entry: Entry & {
  readonly to?: number;
}): Changed {
  if (stryMutAct_9fa48("394")) {
    {}
  } else {
    stryCov_9fa48("394");
    if (stryMutAct_9fa48("396") ? false : stryMutAct_9fa48("395") ? true : (stryCov_9fa48("395", "396"), concern.closed)) return refusal(RULE, stryMutAct_9fa48("397") ? "" : (stryCov_9fa48("397"), 'Open a new concern: it starts at the level reached.'), stryMutAct_9fa48("398") ? `` : (stryCov_9fa48("398"), `It was closed on ${concern.closed.on}.`));
    const now = levelReached(concern);
    const top = own.levels.length;
    if (stryMutAct_9fa48("402") ? now.level < top : stryMutAct_9fa48("401") ? now.level > top : stryMutAct_9fa48("400") ? false : stryMutAct_9fa48("399") ? true : (stryCov_9fa48("399", "400", "401", "402"), now.level >= top)) return refusal(RULE, stryMutAct_9fa48("403") ? "" : (stryCov_9fa48("403"), 'Ask the CEO and the Chair for a decision.'), stryMutAct_9fa48("404") ? `` : (stryCov_9fa48("404"), `Level ${now.level} is the highest.`));
    const {
      to = stryMutAct_9fa48("405") ? now.level - 1 : (stryCov_9fa48("405"), now.level + 1),
      on,
      by,
      why
    } = entry;
    if (stryMutAct_9fa48("408") ? (!Number.isInteger(to) || to <= now.level) && to > top : stryMutAct_9fa48("407") ? false : stryMutAct_9fa48("406") ? true : (stryCov_9fa48("406", "407", "408"), (stryMutAct_9fa48("410") ? !Number.isInteger(to) && to <= now.level : stryMutAct_9fa48("409") ? false : (stryCov_9fa48("409", "410"), (stryMutAct_9fa48("411") ? Number.isInteger(to) : (stryCov_9fa48("411"), !Number.isInteger(to))) || (stryMutAct_9fa48("414") ? to > now.level : stryMutAct_9fa48("413") ? to < now.level : stryMutAct_9fa48("412") ? false : (stryCov_9fa48("412", "413", "414"), to <= now.level)))) || (stryMutAct_9fa48("417") ? to <= top : stryMutAct_9fa48("416") ? to >= top : stryMutAct_9fa48("415") ? false : (stryCov_9fa48("415", "416", "417"), to > top)))) return refusal(RULE, (stryMutAct_9fa48("420") ? now.level + 1 !== top : stryMutAct_9fa48("419") ? false : stryMutAct_9fa48("418") ? true : (stryCov_9fa48("418", "419", "420"), (stryMutAct_9fa48("421") ? now.level - 1 : (stryCov_9fa48("421"), now.level + 1)) === top)) ? stryMutAct_9fa48("422") ? `` : (stryCov_9fa48("422"), `Raise it to level ${top}.`) : stryMutAct_9fa48("423") ? `` : (stryCov_9fa48("423"), `Choose a level from ${stryMutAct_9fa48("424") ? now.level - 1 : (stryCov_9fa48("424"), now.level + 1)} to ${top}.`), stryMutAct_9fa48("425") ? `` : (stryCov_9fa48("425"), `It stands at level ${now.level}, and a level never falls while a concern is open.`));
    const fault = entryFault(RULE, entry, now.on);
    if (stryMutAct_9fa48("427") ? false : stryMutAct_9fa48("426") ? true : (stryCov_9fa48("426", "427"), fault)) return fault;
    const [first, ...rest] = concern.levels;
    return stryMutAct_9fa48("428") ? {} : (stryCov_9fa48("428"), {
      ok: stryMutAct_9fa48("429") ? false : (stryCov_9fa48("429"), true),
      concern: stryMutAct_9fa48("430") ? {} : (stryCov_9fa48("430"), {
        ...concern,
        levels: stryMutAct_9fa48("431") ? [] : (stryCov_9fa48("431"), [first, ...rest, stryMutAct_9fa48("432") ? {} : (stryCov_9fa48("432"), {
          level: to,
          on,
          by,
          why
        })])
      }),
      why: stryMutAct_9fa48("433") ? {} : (stryCov_9fa48("433"), {
        rule: RULE,
        because: stryMutAct_9fa48("434") ? [] : (stryCov_9fa48("434"), [why, ...((stryMutAct_9fa48("438") ? to < own.ceoAndChairFrom : stryMutAct_9fa48("437") ? to > own.ceoAndChairFrom : stryMutAct_9fa48("436") ? false : stryMutAct_9fa48("435") ? true : (stryCov_9fa48("435", "436", "437", "438"), to >= own.ceoAndChairFrom)) ? stryMutAct_9fa48("439") ? [] : (stryCov_9fa48("439"), [stryMutAct_9fa48("440") ? "" : (stryCov_9fa48("440"), 'At this level the CEO and the Chair decide.')]) : stryMutAct_9fa48("441") ? ["Stryker was here"] : (stryCov_9fa48("441"), []))]),
        wouldChange: stryMutAct_9fa48("442") ? "" : (stryCov_9fa48("442"), 'Closing it when it is resolved.')
      })
    });
  }
}

/** Closes a concern as resolved (M38): who, when and why. A similar one within the policy's years takes up its level. */
export function closeConcern(own: ConcernsPolicy, concern: Concern, entry: Entry): Changed {
  if (stryMutAct_9fa48("443")) {
    {}
  } else {
    stryCov_9fa48("443");
    if (stryMutAct_9fa48("445") ? false : stryMutAct_9fa48("444") ? true : (stryCov_9fa48("444", "445"), concern.closed)) return refusal(RULE, stryMutAct_9fa48("446") ? "" : (stryCov_9fa48("446"), 'Leave it as it is.'), stryMutAct_9fa48("447") ? `` : (stryCov_9fa48("447"), `It was closed on ${concern.closed.on}.`));
    const {
      level,
      on
    } = levelReached(concern);
    const lastSeen = latestDay(on, ...concern.progress.map(stryMutAct_9fa48("448") ? () => undefined : (stryCov_9fa48("448"), one => one.on)));
    const fault = entryFault(RULE, entry, lastSeen);
    if (stryMutAct_9fa48("450") ? false : stryMutAct_9fa48("449") ? true : (stryCov_9fa48("449", "450"), fault)) return fault;
    return stryMutAct_9fa48("451") ? {} : (stryCov_9fa48("451"), {
      ok: stryMutAct_9fa48("452") ? false : (stryCov_9fa48("452"), true),
      concern: stryMutAct_9fa48("453") ? {} : (stryCov_9fa48("453"), {
        ...concern,
        closed: stryMutAct_9fa48("454") ? {} : (stryCov_9fa48("454"), {
          on: entry.on,
          by: entry.by,
          why: entry.why
        })
      }),
      why: stryMutAct_9fa48("455") ? {} : (stryCov_9fa48("455"), {
        rule: RULE,
        because: stryMutAct_9fa48("456") ? [] : (stryCov_9fa48("456"), [entry.why, stryMutAct_9fa48("457") ? `` : (stryCov_9fa48("457"), `It was open since ${openedOn(concern)} and reached level ${level}.`)]),
        wouldChange: stryMutAct_9fa48("458") ? `` : (stryCov_9fa48("458"), `A similar concern within ${own.repeatYears} years starts again at level ${level}.`)
      })
    });
  }
}

/** When an open concern has gone without progress for too long (M38). */
export interface EscalationDue {
  /** ISO date on which the level's weeks without progress are over. */
  readonly on: string;
  /** The level it is due for; none at the highest, where the CEO and the Chair decide anew. */
  readonly to?: number;
  readonly why: Why;
}

/**
 * When a concern's level is due to rise, counted in weeks of term from the later of the day it was reached and the
 * last look that found progress; at the highest level from the last decision too (M38). None once it is closed.
 */
export function escalationDue(policy: TrustPolicy, own: ConcernsPolicy, concern: Concern): EscalationDue | undefined {
  if (stryMutAct_9fa48("459")) {
    {}
  } else {
    stryCov_9fa48("459");
    const reached = levelReached(concern);
    const level = levelPolicy(own, reached.level);
    if (stryMutAct_9fa48("462") ? concern.closed && !level : stryMutAct_9fa48("461") ? false : stryMutAct_9fa48("460") ? true : (stryCov_9fa48("460", "461", "462"), concern.closed || (stryMutAct_9fa48("463") ? level : (stryCov_9fa48("463"), !level)))) return undefined;
    const highest = stryMutAct_9fa48("467") ? reached.level < own.levels.length : stryMutAct_9fa48("466") ? reached.level > own.levels.length : stryMutAct_9fa48("465") ? false : stryMutAct_9fa48("464") ? true : (stryCov_9fa48("464", "465", "466", "467"), reached.level >= own.levels.length);
    const looks = stryMutAct_9fa48("468") ? [] : (stryCov_9fa48("468"), [...(stryMutAct_9fa48("469") ? concern.progress : (stryCov_9fa48("469"), concern.progress.filter(stryMutAct_9fa48("470") ? () => undefined : (stryCov_9fa48("470"), ({
      progress
    }) => progress)))), ...(highest ? stryMutAct_9fa48("471") ? concern.interventions : (stryCov_9fa48("471"), concern.interventions.filter(stryMutAct_9fa48("472") ? () => undefined : (stryCov_9fa48("472"), one => stryMutAct_9fa48("476") ? one.level < reached.level : stryMutAct_9fa48("475") ? one.level > reached.level : stryMutAct_9fa48("474") ? false : stryMutAct_9fa48("473") ? true : (stryCov_9fa48("473", "474", "475", "476"), one.level >= reached.level)))) : stryMutAct_9fa48("477") ? ["Stryker was here"] : (stryCov_9fa48("477"), []))]);
    const from = latestDay(reached.on, ...looks.map(stryMutAct_9fa48("478") ? () => undefined : (stryCov_9fa48("478"), ({
      on
    }) => on)));
    const weeks = level.escalateAfterWeeks;
    return stryMutAct_9fa48("479") ? {} : (stryCov_9fa48("479"), {
      on: afterTermWeeks(policy, from, weeks),
      ...(highest ? {} : stryMutAct_9fa48("480") ? {} : (stryCov_9fa48("480"), {
        to: stryMutAct_9fa48("481") ? reached.level - 1 : (stryCov_9fa48("481"), reached.level + 1)
      })),
      why: stryMutAct_9fa48("482") ? {} : (stryCov_9fa48("482"), {
        rule: RULE,
        because: stryMutAct_9fa48("483") ? [] : (stryCov_9fa48("483"), [stryMutAct_9fa48("484") ? `` : (stryCov_9fa48("484"), `It stands at level ${reached.level} since ${reached.on}.`), (stryMutAct_9fa48("487") ? from !== reached.on : stryMutAct_9fa48("486") ? false : stryMutAct_9fa48("485") ? true : (stryCov_9fa48("485", "486", "487"), from === reached.on)) ? stryMutAct_9fa48("488") ? "" : (stryCov_9fa48("488"), 'No progress is on record since.') : stryMutAct_9fa48("489") ? `` : (stryCov_9fa48("489"), `The last progress or decision on record is of ${from}.`), stryMutAct_9fa48("490") ? `` : (stryCov_9fa48("490"), `The level allows ${weeks} weeks of term without progress.`)]),
        wouldChange: stryMutAct_9fa48("491") ? "" : (stryCov_9fa48("491"), 'A look at the concern that finds progress, or closing it.')
      })
    });
  }
}