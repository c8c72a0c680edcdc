import {
  access,
  categoryByCode,
  type Facts,
  type HalfTermId,
  halfTermLabel,
  judgementOf,
  lastJudgement,
  type Person,
  type School,
  schoolsInRound,
  type TrustPolicy,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { inert } from '../chat/inert.ts';

/** All that a card of a round of categories is made from. */
export interface RoundGiven {
  readonly policy: TrustPolicy;
  readonly facts: Facts;
  readonly halfTerm: HalfTermId;
  readonly now: Temporal.Instant;
  /** Key of the delivery that brought the card. */
  readonly delivery?: string | undefined;
}

/** So many rows a card lists; the rest are counted, and the tab has them all. */
export const MOST_ROWS = 12;
/** So many schools a card offers to choose among. */
const MOST_CHOICES = 30;

export function ids({ halfTerm, delivery }: RoundGiven): Record<string, unknown> {
  return { ht: halfTerm, ...(delivery ? { delivery } : {}) };
}

export function kicker({ halfTerm }: RoundGiven): string {
  return `Categories · ${halfTermLabel(halfTerm)}`;
}

/** `2cc (at risk)`: the code is never alone, since few know it by heart. */
export function spoken(policy: TrustPolicy, code: string): string {
  const category = categoryByCode(policy, code);
  return category ? `${category.code} (${inert(category.name)})` : inert(code);
}

/** The schools of a cluster's round for which this person may propose, by name. */
export function proposedBy(given: RoundGiven, person: Person, cluster: string): School[] {
  return schoolsInRound(given.policy, given.facts, given.halfTerm).filter(
    (school) =>
      school.cluster === cluster &&
      access(given.policy, person, 'category.propose', given.facts, { urn: school.urn }).allowed,
  );
}

/** The round cut to the schools whose category this person may validate: a validator of one cluster sees no other's proposals (M1). */
export function toValidate(given: RoundGiven, person: Person): RoundGiven {
  const { policy, facts } = given;
  const may = facts.schools.filter(({ urn }) => access(policy, person, 'category.validate', facts, { urn }).allowed);
  return may.length === facts.schools.length ? given : { ...given, facts: { ...facts, schools: may } };
}

/** A school with what stands about it in this round. */
export function seen({ policy, facts, halfTerm }: RoundGiven, school: School) {
  const judgement = judgementOf(facts, school.urn, halfTerm);
  const last = lastJudgement(facts, policy, school.urn, halfTerm);
  return { school, judgement, last: last?.validated?.category, lastHalfTerm: last?.halfTerm };
}

/** `Last 2b (Summer 2, 2025-26) · Ofsted 2` */
export function background(given: RoundGiven, school: School): string {
  const { last, lastHalfTerm } = seen(given, school);
  return [
    last && lastHalfTerm ? `Last ${last} (${halfTermLabel(lastHalfTerm)})` : 'No category yet',
    school.ofsted ? `Ofsted ${school.ofsted.grade}` : 'no Ofsted grade yet',
    inert(school.cluster),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function schoolChoices(schools: readonly School[]) {
  return schools.slice(0, MOST_CHOICES).map(({ name, urn }) => ({ title: name.slice(0, 80), value: urn }));
}
