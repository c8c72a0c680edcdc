// @ts-nocheck
import { onceEach } from '../calendar/remembered.ts';
import type { Facts } from '../facts.ts';
import type { School } from './school.ts';

const shelf = onceEach((schools: readonly School[]) => new Map(schools.map((school) => [school.urn, school])));

/** The school with this URN, whether it still belongs to the trust or not. */
export function schoolOf({ schools }: Pick<Facts, 'schools'>, urn: string): School | undefined {
  return shelf(schools).get(urn);
}
