import type { Facts } from '../facts.ts';
import type { School } from './school.ts';

const shelves = new WeakMap<
  readonly School[],
  { readonly length: number; readonly shelf: ReadonlyMap<string, School> }
>();

/** The school with this URN, whether it still belongs to the trust or not. */
export function schoolOf({ schools }: Pick<Facts, 'schools'>, urn: string): School | undefined {
  const known = shelves.get(schools);
  if (known && known.length === schools.length) return known.shelf.get(urn);
  const shelf = new Map(schools.map((school) => [school.urn, school]));
  shelves.set(schools, { length: schools.length, shelf });
  return shelf.get(urn);
}
