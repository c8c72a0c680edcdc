// @ts-nocheck
import { ceoOf, headedBy, headLeaderOf, holdersOf } from '../access/roles.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/**
 * Who visits a school (M29), the leading visitor first, each once. Nobody visits the school they head: in a head
 * leader's own school another head leader comes, if there is one. The head leader also sees it through an inspection.
 */
export function visitorsOf(
  own: Pick<VisitsPolicy, 'visitors'>,
  facts: Pick<Facts, 'people' | 'schools'>,
  urn: string,
): { readonly visitors: readonly Person[]; readonly why: Why } {
  const found = own.visitors.map((role) => ({ role, person: role === 'ceo' ? ceo(facts, urn) : leader(facts, urn) }));
  const visitors = [...new Set(found.flatMap(({ person }) => (person ? [person] : [])))];
  return {
    visitors,
    why: {
      rule: 'M29',
      because: found.map(({ role, person }) =>
        person ? `${person.name} comes as ${SPOKEN[role]}.` : `Nobody who doesn't head the school is ${SPOKEN[role]}.`,
      ),
      wouldChange: 'Give the role to another person.',
    },
  };
}
const SPOKEN = { ceo: 'CEO', 'head-leader': 'head teacher leader' } as const;

function ceo(facts: Pick<Facts, 'people'>, urn: string): Person | undefined {
  const person = ceoOf(facts);
  return person && headedBy(person).includes(urn) ? undefined : person;
}

function leader(facts: Pick<Facts, 'people' | 'schools'>, urn: string): Person | undefined {
  const person = headLeaderOf(facts, urn);
  if (person && !headedBy(person).includes(urn)) return person;
  return holdersOf(facts, 'head-leader').find((one) => !headedBy(one).includes(urn));
}
