import type { PlanView } from '@owls/policy';

/** Days of a plan as its views draw them. Dates are ISO; a week begins on Monday. */

export type Calendar = PlanView['calendar'];

/** Why a day is no school day. */
export interface DayMark {
  readonly kind: 'weekend' | 'holiday' | 'INSET' | 'bank holiday';
  readonly says: string;
}

export interface Term {
  /** `Autumn`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** So many days from a date. */
export function shifted(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
}

/** What a day is, if it is not a school day. */
export function markOf(calendar: Calendar, date: string): DayMark | undefined {
  if (calendar.bankHolidays.includes(date)) return { kind: 'bank holiday', says: 'Bank holiday' };
  if (weekdayOf(date) > 5) return { kind: 'weekend', says: 'Weekend' };
  if (calendar.insetDays.includes(date)) return { kind: 'INSET', says: 'INSET day' };
  const inTerm = calendar.halfTerms.some(({ from, to }) => from <= date && date <= to);
  return inTerm ? undefined : { kind: 'holiday', says: 'Holiday' };
}

/** The terms of the year, from their half terms. */
export function termsOf({ halfTerms }: Pick<Calendar, 'halfTerms'>): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const { name, from, to } of halfTerms) {
    const term = name.replace(/-\d+$/, '');
    const before = terms.get(term);
    const label = `${term.charAt(0).toUpperCase()}${term.slice(1)}`;
    terms.set(term, { name: label, from: before?.from ?? from, to });
  }
  return [...terms.values()];
}

/** The weeks that hold these days, each as its seven dates from Monday on. */
export function weeksOf(from: string, to: string): readonly (readonly string[])[] {
  const weeks: string[][] = [];
  for (let monday = mondayOf(from); monday <= to; monday = shifted(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => shifted(monday, day)));
  }
  return weeks;
}

export function mondayOf(date: string): string {
  return shifted(date, 1 - weekdayOf(date));
}

/** The months of a year with something in them, `2026-08` and so on: those of the term dates and those of meetings. */
export function monthsOf(calendar: Calendar, meetings: readonly { readonly start: string }[]): readonly string[] {
  const days = [...calendar.halfTerms.flatMap(({ from, to }) => [from, to]), ...meetings.map(({ start }) => start)];
  const months = days.map((day) => day.slice(0, 7)).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) all.push(month);
  return all;
}

function nextMonth(month: string): string {
  return shifted(`${month}-28`, 4).slice(0, 7);
}

/** The last day of a month such as `2026-08`. */
export function monthEnd(month: string): string {
  return shifted(`${nextMonth(month)}-01`, -1);
}

/** A step of so many days that does not end on a weekend: Friday and a day is Monday. */
export function stepped(date: string, days: number): string {
  let next = shifted(date, days);
  const direction = days < 0 ? -1 : 1;
  while (Math.abs(days) < 7 && weekdayOf(next) > 5) next = shifted(next, direction);
  return next;
}
