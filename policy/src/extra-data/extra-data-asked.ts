import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { ConcernsPolicy, ExtraDatum } from '../concerns/concerns-policy.ts';
import { schoolMoment } from '../concerns/term-weeks.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { causingConcern, extraDataOf } from './causing-concern.ts';
import { dueDays } from './due-days.ts';

/** Extra data as it is asked of a school now. */
export interface ExtraDataAsked {
  readonly item: ExtraDatum;
  readonly measures: readonly Measure[];
  /** ISO date by which it is wanted. */
  readonly due: string;
  readonly asked: Temporal.Instant;
  readonly wanted: Temporal.Instant;
  readonly because: string;
}

/**
 * What extra data a school is asked now (M19): of each thing its level asks the newest that has been asked, given or
 * not. Nothing once it causes no concern any more: what was asked before lapses then.
 */
export function extraDataAsked(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  facts: Pick<Facts, 'judgements' | 'records'>,
  school: School,
  now: Temporal.Instant,
): readonly ExtraDataAsked[] {
  const causing = causingConcern(policy, own, facts, school);
  if (!causing) return [];
  return extraDataOf(policy, own, school, causing.level).flatMap(({ item, measures }): ExtraDataAsked[] => {
    const newest = dueDays(policy, causing.since, item.everyWeeks, dateAt(policy, now))
      .map((due) => ({
        due,
        asked: schoolMoment(policy, shifted(due, -own.askDaysBefore), own.asked),
        wanted: schoolMoment(policy, due, own.wanted),
      }))
      .findLast(({ asked }) => asked.epochMilliseconds <= now.epochMilliseconds);
    return newest ? [{ item, measures, ...newest, because: causing.because }] : [];
  });
}
