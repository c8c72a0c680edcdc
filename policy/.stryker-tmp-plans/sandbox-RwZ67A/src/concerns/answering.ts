// @ts-nocheck
import { ceoOf, headOf } from '../access/roles.ts';
import type { Facts } from '../facts.ts';
import type { Person, Role, Scope } from '../trust/people.ts';
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
  const reaches: readonly ((scope: Scope) => boolean)[] = [
    (scope) => scope.kind === 'school' && scope.urn === school.urn,
    (scope) => scope.kind === 'cluster' && scope.cluster === school.cluster,
    (scope) => scope.kind === 'trust',
  ];
  const inOrder = [...facts.people].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const within of reaches) {
    const found = inOrder.find(({ roles }) => roles.some((held) => held.role === role && within(held.scope)));
    if (found) return found;
  }
  return ceoOf(facts);
}
