// @ts-nocheck
import type { School } from './school.ts';

/** Whether a school belongs to the trust on a date (`YYYY-MM-DD`): it has joined and not left. */
export function belongs(school: School, date: string): boolean {
  return (school.joined === undefined || school.joined <= date) && (school.left === undefined || school.left > date);
}

/** The schools that belong to the trust on a date, by name. */
export function schoolsOn(schools: readonly School[], date: string): readonly School[] {
  return schools.filter((school) => belongs(school, date)).sort(byName);
}

/** By name as a reader expects, and by URN where two schools share a name. */
export function byName(one: Pick<School, 'name' | 'urn'>, other: Pick<School, 'name' | 'urn'>): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return one.urn < other.urn ? -1 : 1;
}
