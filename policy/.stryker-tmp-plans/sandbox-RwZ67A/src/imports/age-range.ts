// @ts-nocheck
import { type Phase, type School, YEAR_GROUPS, type YearGroup } from '../trust/school.ts';

/**
 * The year groups of an age range such as `4-11`. The lower age is that of entry: 4 and 5 both mean Reception, since
 * most schools registered from 5 take four-year-olds; 2 and 3 mean nursery. The upper age is that of leaving: 11 means
 * up to Year 6. Undefined for text that is no age range.
 */
export function yearsOfAges(low: string, high: string): readonly YearGroup[] | undefined {
  if (!/^\d{1,2}$/.test(low) || !/^\d{1,2}$/.test(high)) return undefined;
  const [from, to] = [Number(low), Number(high)];
  const first = from <= 3 ? 0 : from <= 5 ? 1 : from - 3;
  const years = YEAR_GROUPS.slice(first, Math.max(to - 3, 0));
  return to > from && years.length > 0 ? years : undefined;
}

/** Year groups as far as a school's phase and name tell, for files without ages. */
export function yearsByName(phase: string, name: string): readonly YearGroup[] {
  if (/infant/i.test(name)) return YEAR_GROUPS.slice(1, 4);
  if (/junior/i.test(name)) return YEAR_GROUPS.slice(4, 8);
  if (/all.through/i.test(phase)) return YEAR_GROUPS.slice(1, 13);
  if (/secondary/i.test(phase)) return YEAR_GROUPS.slice(8, 13);
  if (/nursery/i.test(phase)) return YEAR_GROUPS.slice(0, 1);
  if (/middle/i.test(phase)) return YEAR_GROUPS.slice(6, 10);
  return YEAR_GROUPS.slice(1, 8);
}

/** The phase that a school's year groups make it. */
export function phaseOf(years: readonly YearGroup[]): Phase {
  const first = YEAR_GROUPS.indexOf(years[0] ?? 'R');
  const last = YEAR_GROUPS.indexOf(years.at(-1) ?? 'Y6');
  const [reception, year2, year3, year6, year7] = [1, 3, 4, 7, 8];
  if (last < reception) return 'nursery';
  if (first >= year7) return 'secondary';
  if (last <= year2) return 'infant';
  if (first <= reception && last > year7) return 'all-through';
  if (first >= year3 && last > year6) return 'middle';
  return first >= year3 ? 'junior' : 'primary';
}

/**
 * An estimate of the roll by year group, for a start: those at the end of Key Stage 2 are Year 6, the rest is spread
 * evenly, older year groups never larger than younger ones by more than one. Heads correct it with their first return.
 */
export function estimatedPupils(
  years: readonly YearGroup[],
  total: number | undefined,
  year6: number | undefined,
): School['pupils'] {
  const known: [YearGroup, number][] = year6 !== undefined && years.includes('Y6') ? [['Y6', year6]] : [];
  const others = years.filter((year) => known.length === 0 || year !== 'Y6');
  const rest = total === undefined ? 0 : total - (known[0]?.[1] ?? 0);
  if (rest <= 0 || others.length === 0) return Object.fromEntries(known);
  const [each, over] = [Math.floor(rest / others.length), rest % others.length];
  const spread = others.map((year, place): [YearGroup, number] => [year, each + (place < over ? 1 : 0)]);
  return Object.fromEntries([...spread, ...known]);
}
