import type { DayOffset, YearGroup } from '@owls/policy';
import { yearName } from '@owls/policy';
import { dateText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "18 days before the due date, at 08:00". */
export function offsetText({ days, at }: DayOffset, from: string): string {
  if (days === 0) return `On ${from}, at ${at}`;
  return `${counted(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'} ${from}, at ${at}`;
}

/** "Year 1 to Year 6", "Reception", "Year 1, Year 4". */
export function yearsText(years: readonly YearGroup[]): string {
  const numbers = years.map((year) => Number(year.slice(1)));
  const [first] = years;
  const last = years.at(-1);
  const inARow = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
  if (first && last && years.length > 2 && inARow) return `${yearName(first)} to ${yearName(last)}`;
  return years.map(yearName).join(', ');
}

/** "26 Oct 2026 to 18 Dec 2026". */
export function rangeText(from: string, to: string): string {
  return `${dateText(from)} to ${dateText(to)}`;
}
