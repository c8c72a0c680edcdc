import type { PlanView } from '@owls/policy';
import { wallMonthText } from '../shell/dates.ts';
import { monthEnd, monthsOf, termsOf } from './plan-days.ts';

/** A term or a month of the year, to leaf through. */
export interface PlanPeriod {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export function periodsOf(
  size: 'term' | 'month',
  { calendar, meetings }: Pick<PlanView, 'calendar' | 'meetings'>,
): readonly PlanPeriod[] {
  const months = monthsOf(calendar, meetings);
  if (size === 'month') {
    return months.map((month) => ({ name: wallMonthText(`${month}-01`), from: `${month}-01`, to: monthEnd(month) }));
  }
  const terms = termsOf(calendar).map(({ name, from, to }) => ({ name: `${name} term`, from, to }));
  const last = terms.at(-1)?.to ?? '';
  // The development meeting lies in the summer break.
  const after = meetings.filter(({ start }) => start.slice(0, 10) > last);
  const end = after.at(-1)?.start.slice(0, 10);
  return end === undefined
    ? terms
    : [...terms, { name: 'Summer break', from: after[0]?.start.slice(0, 10) ?? end, to: end }];
}

/** The place of the period a day is in: the one that follows for a day between two, the last for a day after all. */
export function placeOf(periods: readonly PlanPeriod[], date: string): number {
  const place = periods.findIndex(({ to }) => date <= to);
  return place < 0 ? Math.max(0, periods.length - 1) : place;
}
