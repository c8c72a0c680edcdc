// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import type { DayOffset, TrustPolicy } from '../trust-policy.ts';
import { instantAt, isSchoolDay } from './academic-calendar.ts';
import { remembered } from './remembered.ts';

/**
 * The exact moment of a number of days before or after a date, at a wall-clock time. On a day off it moves to the next
 * school day, so that nobody is written to on a Sunday; but never past `latest` (an ISO date): where no school day is
 * left before it, it stays on `latest`.
 */
export function onSchoolDay(policy: TrustPolicy, date: string, offset: DayOffset, latest: string): Temporal.Instant {
  let day = shifted(date, offset.days);
  while (day < latest && !isSchoolDay(policy, day)) day = shifted(day, 1);
  return instantAt(policy, day > latest ? latest : day, offset.at);
}

/** The date some days later (or earlier, if negative), `YYYY-MM-DD`. */
export function shifted(date: string, days: number): string {
  return remembered(shiftedDates, `${date} ${days}`, () => Temporal.PlainDate.from(date).add({ days }).toString());
}

const shiftedDates = new Map<string, string>();
