// @ts-nocheck
import type { Why } from '../explanation/why.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Concern, type ExtraDataGiven, levelReached } from './concern.ts';
import type { ConcernsPolicy, ExtraDatum } from './concerns-policy.ts';
import { earliestDay } from './day-order.ts';
import { levelPolicy } from './escalation.ts';
import { afterTermWeeks } from './term-weeks.ts';

/** Extra data that is asked of a school next. */
export interface ExtraDataDue {
  readonly item: ExtraDatum;
  /** ISO date by which it is wanted. */
  readonly by: string;
  readonly why: Why;
}

/**
 * What extra data a school owes next while it causes concern, and by when (M19): each item of the level, its weeks of
 * term after it was last given, or after the concern reached the first level that asks it. One that is late stays
 * owed; it never piles up. None once the concern is closed.
 */
export function extraDataDue(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  concern: Concern,
  given: readonly ExtraDataGiven[],
): readonly ExtraDataDue[] {
  if (concern.closed) return [];
  const { level } = levelReached(concern);
  return (levelPolicy(own, level)?.extraData ?? []).map((item) => {
    const days = given.filter((one) => one.concern === concern.id && one.item === item.key).map(({ on }) => on);
    const last = days.sort().at(-1);
    const start = last ?? firstAsked(own, concern, item.key);
    return {
      item,
      by: afterTermWeeks(policy, start, item.everyWeeks),
      why: {
        rule: 'M19',
        because: [
          `Level ${level} asks for it every ${item.everyWeeks} weeks of term.`,
          last === undefined ? `It is asked since ${start} and was never given.` : `It was last given on ${last}.`,
        ],
        wouldChange: 'Giving it, or closing the concern.',
      },
    };
  });
}

/** The day the concern reached the first of its levels that asks the item. */
function firstAsked(own: ConcernsPolicy, concern: Concern, item: string): string {
  const asking = concern.levels.filter(({ level }) =>
    levelPolicy(own, level)?.extraData.some(({ key }) => key === item),
  );
  return earliestDay(levelReached(concern).on, ...asking.map(({ on }) => on));
}
