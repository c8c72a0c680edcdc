import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { halfTermById } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { termOf } from '../categorisation/agreement.ts';
import { judgementOf, lastJudgement } from '../categorisation/kept.ts';
import { roundState, schoolsInRound } from '../categorisation/round.ts';
import { choicesFor } from '../categorisation/scale.ts';
import { suggestion } from '../categorisation/suggestion.ts';
import { partToTakeBack } from '../categorisation/taking-back.ts';
import { visitsBeside } from '../categorisation/visits-beside.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { agreementView } from './agreement.ts';
import type { CategoriesView } from './views.ts';

/** A half term's round, school by school, as far as the reader may see. Undefined for an unknown half term or a reader of none. */
export function categoriesView(
  given: TrustPolicy,
  facts: Facts,
  person: Person,
  halfTerm: HalfTermId,
  now: Temporal.Instant,
): CategoriesView | undefined {
  const policy = policyOf(given, halfTerm);
  if (!halfTermById(policy, halfTerm) || !access(policy, person, 'category.read', facts).allowed) return undefined;
  const term = termOf(policy, halfTerm);
  const names = new Map(facts.people.map(({ id, name }) => [id, name]));
  const schools = schoolsInRound(policy, facts, halfTerm)
    .filter(({ urn }) => access(policy, person, 'category.read', facts, { urn }).allowed)
    .map((school): CategoriesView['schools'][number] => {
      const { urn, name, cluster, ofsted } = school;
      const found = judgementOf(facts, urn, halfTerm);
      // A proposal is between its author and the CEO until it is validated; heads hear the outcome.
      const judgement = found?.validated || access(policy, person, 'dashboard.read', facts).allowed ? found : undefined;
      const last = lastJudgement(facts, policy, urn, halfTerm)?.validated.category;
      const ofTerm = term && agreementView(policy, facts, person, urn, term);
      // A later round of the term has taken this one's place.
      const agreement = ofTerm?.halfTerm === halfTerm ? ofTerm : undefined;
      const proposedByName = judgement?.proposed && names.get(judgement.proposed.by);
      const validatedByName = judgement?.validated && names.get(judgement.validated.by);
      const mayPropose = access(policy, person, 'category.propose', facts, { urn }).allowed;
      const mayValidate = access(policy, person, 'category.validate', facts, { urn }).allowed;
      // Who validates decides on others' proposals, and takes back their own.
      const isJustToValidate = mayValidate && judgement?.proposed?.by !== person.id;
      const visits = mayPropose || mayValidate ? visitsBeside(policy, facts, urn, halfTerm) : [];
      const part = partToTakeBack(policy, facts, urn, halfTerm, now);
      return {
        urn,
        name,
        cluster,
        ...(ofsted ? { ofsted: ofsted.grade } : {}),
        ...(last === undefined ? {} : { last }),
        suggestion: suggestion(policy, facts, school, halfTerm),
        ...(visits.length > 0 ? { visits } : {}),
        ...(judgement ? { judgement } : {}),
        ...(agreement ? { agreement } : {}),
        ...(proposedByName === undefined ? {} : { proposedByName }),
        ...(validatedByName === undefined ? {} : { validatedByName }),
        choices: choicesFor(policy, school),
        mayPropose,
        mayValidate,
        ...(part && (part === 'proposal' ? mayPropose && !isJustToValidate : mayValidate) ? { mayTakeBack: part } : {}),
      };
    });
  return {
    asOf: now.toString(),
    round: roundState(policy, facts, halfTerm),
    scale: policy.categorisation.scale.map(({ code, name, ofsted, heading, support }) => ({
      code,
      name,
      ofsted,
      heading,
      support,
    })),
    schools,
  };
}
