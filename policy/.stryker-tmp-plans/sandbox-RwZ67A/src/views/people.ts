// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import type { Facts } from '../facts.ts';
import type { Person, Scope } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { PeopleView } from './views.ts';

/** The people of the trust with their roles in words, by name. Undefined for one who may not read it. */
export function peopleView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  now: Temporal.Instant,
  reach: (personId: string) => PeopleView['people'][number]['reach'],
): PeopleView | undefined {
  if (!access(policy, person, 'people.read', facts).allowed) return undefined;
  const schools = new Map(facts.schools.map(({ urn, name }) => [urn, name]));
  const where = (scope: Scope): string => {
    if (scope.kind === 'trust') return 'The trust';
    return scope.kind === 'cluster' ? scope.cluster : (schools.get(scope.urn) ?? scope.urn);
  };
  return {
    asOf: now.toString(),
    people: facts.people
      .map(({ id, name, email, roles }) => ({
        id,
        name,
        email,
        roles: roles.map(({ role, scope }) => ({ role, where: where(scope) })),
        reach: reach(id),
      }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
}
