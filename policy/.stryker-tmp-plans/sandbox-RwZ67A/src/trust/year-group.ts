// @ts-nocheck
import type { YearGroup } from './school.ts';

/** What people call a year group: "Year 3", "Reception", "Nursery". */
export function yearName(year: YearGroup): string {
  if (year === 'N') return 'Nursery';
  if (year === 'R') return 'Reception';
  return `Year ${year.slice(1)}`;
}
