import type { YearGroup } from './school.ts';

/** What people call a year group: "Year 3", "Reception", "Nursery". */
export function yearName(year: YearGroup): string {
  if (year === 'N') return 'Nursery';
  if (year === 'R') return 'Reception';
  return `Year ${year.slice(1)}`;
}

/** Year groups together, youngest first: "Years 1 to 6", "Years 1, 2 and 4", "Reception and Year 1". */
export function yearsInWords(years: readonly YearGroup[]): string {
  const numbers = years.map((year) => Number(year.slice(1)));
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (years.length < 2 || years.includes('N') || years.includes('R')) return listed(years.map(yearName));
  const isRun = numbers.every((number, place) => number === (first ?? 0) + place);
  return isRun && years.length > 2 ? `Years ${first} to ${last}` : `Years ${listed(numbers.map(String))}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
