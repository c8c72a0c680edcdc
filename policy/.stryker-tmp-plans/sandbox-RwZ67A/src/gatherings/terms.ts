// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { halfTerms, isSchoolDay } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { AcademicYear, HalfTerm, HalfTermName } from '../calendar/half-term.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A term of the academic year (M3) with its half terms, first to last. */
export interface Term {
  readonly name: string;
  readonly halfTerms: readonly [HalfTerm, ...HalfTerm[]];
}

/** A day and its weekday, 1 for Monday. */
export interface Day {
  readonly date: string;
  readonly weekday: number;
}

/** The term a half term belongs to: `autumn` of `autumn-2`. */
export function termOf(name: HalfTermName): string {
  return name.replace(/-\d+$/, '');
}

/** The terms of an academic year in order (M3); none where the policy has no dates for it. */
export function termsOf(policy: TrustPolicy, year: AcademicYear): readonly Term[] {
  const terms: Term[] = [];
  for (const halfTerm of halfTerms(policy).filter((one) => one.year === year)) {
    const last = terms.at(-1);
    if (last?.name === termOf(halfTerm.name)) {
      terms[terms.length - 1] = { name: last.name, halfTerms: [...last.halfTerms, halfTerm] };
    } else {
      terms.push({ name: termOf(halfTerm.name), halfTerms: [halfTerm] });
    }
  }
  return terms;
}

/** The school days of these half terms, in order. */
export function schoolDaysOf(policy: TrustPolicy, of: readonly Pick<HalfTerm, 'from' | 'to'>[]): readonly Day[] {
  return of.flatMap(({ from, to }) => daysBetween(from, to)).filter(({ date }) => isSchoolDay(policy, date));
}

/** Every day from one date to another, both included. */
export function daysBetween(from: string, to: string): readonly Day[] {
  const days: Day[] = [];
  for (let date = from; date <= to; date = shifted(date, 1)) {
    days.push({ date, weekday: Temporal.PlainDate.from(date).dayOfWeek });
  }
  return days;
}

/**
 * The place among `days` that lies a fraction (0 to 1) through those of the preferred weekdays; through all of them
 * where none of the weekdays is there. Equal steps of the fraction make an even spread. 0 for no days at all.
 */
export function through(days: readonly Day[], weekdays: readonly number[], fraction: number): number {
  const liked = days.flatMap(({ weekday }, place) => (weekdays.includes(weekday) ? [place] : []));
  const from = liked.length > 0 ? liked : days.map((_, place) => place);
  return from[Math.min(from.length - 1, Math.floor(fraction * from.length))] ?? 0;
}
