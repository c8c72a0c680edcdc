import { halfTerms } from '../calendar/academic-calendar.ts';
import { afterTermWeeks } from '../concerns/term-weeks.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/**
 * The days by which something is wanted every so many weeks of term, counted from a date or, where that is earlier,
 * from the first day of the academic year `today` is in. Within that year alone, as ISO dates, soonest first. What is
 * wanted of one day lapses when the next is asked, so that nothing piles up.
 */
export function dueDays(policy: TrustPolicy, since: string, everyWeeks: number, today: string): readonly string[] {
  const year = yearOf(policy, today);
  if (!year) return [];
  const start = since > year.from ? since : year.from;
  const days: string[] = [];
  for (let weeks = everyWeeks; ; weeks += everyWeeks) {
    const day = afterTermWeeks(policy, start, weeks);
    if (day > year.to) return days;
    days.push(day);
  }
}

function yearOf(policy: TrustPolicy, today: string): { readonly from: string; readonly to: string } | undefined {
  for (const { year } of policy.calendar.years) {
    const own = halfTerms(policy).filter((one) => one.year === year);
    const [first, last] = [own[0], own.at(-1)];
    if (first && last && first.from <= today && today <= last.to) return { from: first.from, to: last.to };
  }
  return undefined;
}
