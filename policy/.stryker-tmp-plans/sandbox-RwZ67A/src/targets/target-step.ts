// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import { refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Target } from './target.ts';
import { yearSpan } from './target-cells.ts';

/** Who takes a step, by id, and when, as an ISO instant. */
export interface TargetStep {
  readonly by: string;
  readonly at: string;
}
export type SchoolsAndPeople = Pick<Facts, 'people' | 'schools'>;
type People = Pick<Facts, 'people'>;

/** Whether somebody heads the school; two may. */
export function isHead({ people }: People, id: string, urn: string): boolean {
  const roles = people.find((one) => one.id === id)?.roles ?? [];
  return roles.some(({ role, scope }) => role === 'head' && scope.kind === 'school' && scope.urn === urn);
}

export function isCeo({ people }: People, id: string): boolean {
  return people.find((one) => one.id === id)?.roles.some(({ role }) => role === 'ceo') ?? false;
}

/** The instant a text says; undefined where it says none. */
export function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether one ISO instant is before another; a text that says none is never before. */
export function isBefore(one: string, other: string): boolean {
  const [first, second] = [instantOf(one), instantOf(other)];
  return first !== undefined && second !== undefined && first.epochMilliseconds < second.epochMilliseconds;
}

/** What keeps any step from being taken: no moment, one before the last step or after the year, a school not in the trust. */
export function stepFault(
  policy: TrustPolicy,
  facts: SchoolsAndPeople,
  { urn, academicYear, revisions }: Target,
  { at }: TargetStep,
  rule: string,
): Refusal | undefined {
  const now = instantOf(at);
  if (!now) return refusal(rule, 'Give the moment as an ISO instant.', `"${at}" is no moment.`);
  const school = schoolOf(facts, urn);
  const today = dateAt(policy, now);
  if (!school || !belongs(school, today))
    return refusal(rule, 'Choose a school of the trust.', `${school?.name ?? urn} is not in the trust on ${today}.`);
  const span = yearSpan(policy, academicYear);
  if (!span)
    return refusal(rule, 'Put its term dates into the policy first.', `There are no dates for ${academicYear}.`);
  if (today > span.to)
    return refusal(rule, 'Set the target of the next year instead.', `${academicYear} was over on ${span.to}.`);
  const last = revisions.at(-1);
  return last && isBefore(at, last.at)
    ? refusal(rule, 'Give a later moment.', `It is before the last step, ${last.at}.`)
    : undefined;
}
