// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { ACTIONS } from '../access/action.ts';
import { headedBy } from '../access/roles.ts';
import { halfTermAt } from '../calendar/academic-calendar.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { MeView } from './views.ts';

/** Who is looking, which schools they head and which doors to show. Each door asks again when it is used. */
export function me(policy: TrustPolicy, facts: Facts, person: Person, now: Temporal.Instant): MeView {
  const own = new Set(headedBy(person));
  return {
    person,
    trust: policy.trust.name,
    now: now.toString(),
    halfTerm: halfTermAt(policy, now),
    ownSchools: facts.schools.filter(({ urn }) => own.has(urn)).map(({ urn, name }) => ({ urn, name })),
    may: Object.fromEntries(ACTIONS.map((action) => [action, access(policy, person, action, facts).allowed])),
  };
}
