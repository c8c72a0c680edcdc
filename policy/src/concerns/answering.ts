import { ceoOf, headOf, holderFor } from '../access/roles.ts';
import type { Facts } from '../facts.ts';
import type { Person, Role } from '../trust/people.ts';
import type { School } from '../trust/school.ts';

/**
 * Who answers for a school in a role: the one who holds it for the school, else for its cluster, else for the whole
 * trust. Where nobody does, it is the CEO's matter; undefined where there is no CEO either.
 */
export function answering(
  facts: Pick<Facts, 'people'>,
  role: Role,
  school: Pick<School, 'urn' | 'cluster'>,
): Person | undefined {
  if (role === 'head') return headOf(facts, school.urn) ?? ceoOf(facts);
  return holderFor(facts, role, school) ?? ceoOf(facts);
}
