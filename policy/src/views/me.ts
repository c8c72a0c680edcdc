import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { ACTIONS } from '../access/action.ts';
import { headedBy } from '../access/roles.ts';
import { halfTermAt, halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { schoolsInRound } from '../categorisation/round.ts';
import { isTakenFrom } from '../collection/taken.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { MeView } from './views.ts';

/** Who is looking, which schools they head and which doors to show. Each door asks again when it is used. */
export function me(policy: TrustPolicy, facts: Facts, person: Person, now: Temporal.Instant): MeView {
  const own = new Set(headedBy(person));
  const halfTerm = halfTermAt(policy, now);
  return {
    person,
    trust: policy.trust.name,
    now: now.toString(),
    halfTerm,
    ownSchools: facts.schools
      .filter(({ urn }) => own.has(urn))
      .map(({ urn, name }) => ({ urn, name, alsoOpen: alsoOpen(policy, facts, urn, halfTerm?.id, now) })),
    may: Object.fromEntries(ACTIONS.map((action) => [action, access(policy, person, action, facts).allowed])),
  };
}

/** Rounds that the office opened again, or whose figures were sent back: a head finds them beside the running one (M14). */
function alsoOpen(
  policy: TrustPolicy,
  facts: Facts,
  urn: string,
  running: HalfTermId | undefined,
  now: Temporal.Instant,
): readonly HalfTermId[] {
  return halfTerms(policy)
    .map(({ id }) => id)
    .filter(
      (id) =>
        id !== running &&
        isTakenFrom(policyOf(policy, id), facts, urn, id, now) &&
        schoolsInRound(policy, facts, id).some((one) => one.urn === urn),
    )
    .reverse();
}
