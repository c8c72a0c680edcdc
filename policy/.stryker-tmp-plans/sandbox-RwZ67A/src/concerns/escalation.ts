// @ts-nocheck
import type { Why } from '../explanation/why.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Concern, levelReached, openedOn } from './concern.ts';
import type { ConcernLevel, ConcernsPolicy } from './concerns-policy.ts';
import { latestDay } from './day-order.ts';
import { type Entry, entryFault, refusal } from './entry.ts';
import type { Refusal } from './refusal.ts';
import { afterTermWeeks } from './term-weeks.ts';

const RULE = 'M38';

type Changed = { readonly ok: true; readonly concern: Concern; readonly why: Why } | Refusal;

/** What the policy says of a level; of its highest where a concern reached one that the policy no longer has. */
export function levelPolicy(own: ConcernsPolicy, level: number): ConcernLevel | undefined {
  return own.levels[Math.min(level, own.levels.length) - 1];
}

/** Raises an open concern to the next level, or to a higher one where it is that serious (M38). It never falls. */
export function escalate(own: ConcernsPolicy, concern: Concern, entry: Entry & { readonly to?: number }): Changed {
  if (concern.closed)
    return refusal(
      RULE,
      'Open a new concern: it starts at the level reached.',
      `It was closed on ${concern.closed.on}.`,
    );
  const now = levelReached(concern);
  const top = own.levels.length;
  if (now.level >= top)
    return refusal(RULE, 'Ask the CEO and the Chair for a decision.', `Level ${now.level} is the highest.`);
  const { to = now.level + 1, on, by, why } = entry;
  if (!Number.isInteger(to) || to <= now.level || to > top)
    return refusal(
      RULE,
      now.level + 1 === top ? `Raise it to level ${top}.` : `Choose a level from ${now.level + 1} to ${top}.`,
      `It stands at level ${now.level}, and a level never falls while a concern is open.`,
    );
  const fault = entryFault(RULE, entry, now.on);
  if (fault) return fault;
  const [first, ...rest] = concern.levels;
  return {
    ok: true,
    concern: { ...concern, levels: [first, ...rest, { level: to, on, by, why }] },
    why: {
      rule: RULE,
      because: [why, ...(to >= own.ceoAndChairFrom ? ['At this level the CEO and the Chair decide.'] : [])],
      wouldChange: 'Closing it when it is resolved.',
    },
  };
}

/** Closes a concern as resolved (M38): who, when and why. A similar one within the policy's years takes up its level. */
export function closeConcern(own: ConcernsPolicy, concern: Concern, entry: Entry): Changed {
  if (concern.closed) return refusal(RULE, 'Leave it as it is.', `It was closed on ${concern.closed.on}.`);
  const { level, on } = levelReached(concern);
  const lastSeen = latestDay(on, ...concern.progress.map((one) => one.on));
  const fault = entryFault(RULE, entry, lastSeen);
  if (fault) return fault;
  return {
    ok: true,
    concern: { ...concern, closed: { on: entry.on, by: entry.by, why: entry.why } },
    why: {
      rule: RULE,
      because: [entry.why, `It was open since ${openedOn(concern)} and reached level ${level}.`],
      wouldChange: `A similar concern within ${own.repeatYears} years starts again at level ${level}.`,
    },
  };
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
  const reached = levelReached(concern);
  const level = levelPolicy(own, reached.level);
  if (concern.closed || !level) return undefined;
  const highest = reached.level >= own.levels.length;
  const looks = [
    ...concern.progress.filter(({ progress }) => progress),
    ...(highest ? concern.interventions.filter((one) => one.level >= reached.level) : []),
  ];
  const from = latestDay(reached.on, ...looks.map(({ on }) => on));
  const weeks = level.escalateAfterWeeks;
  return {
    on: afterTermWeeks(policy, from, weeks),
    ...(highest ? {} : { to: reached.level + 1 }),
    why: {
      rule: RULE,
      because: [
        `It stands at level ${reached.level} since ${reached.on}.`,
        from === reached.on
          ? 'No progress is on record since.'
          : `The last progress or decision on record is of ${from}.`,
        `The level allows ${weeks} weeks of term without progress.`,
      ],
      wouldChange: 'A look at the concern that finds progress, or closing it.',
    },
  };
}
