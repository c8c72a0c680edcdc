// @ts-nocheck
import type { HalfTermId } from '../calendar/half-term.ts';
import { lastJudgement } from '../categorisation/kept.ts';
import { categoryByCode } from '../categorisation/scale.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/**
 * How long a school's visit in a half term is, in minutes (M29): by where its last validated category before the half
 * term is heading and by its last Ofsted grade, whichever asks for more. A category validated within the half term
 * counts from the next one on, so that what is in calendars stays.
 */
export function lengthOf(
  policy: TrustPolicy,
  { length }: Pick<VisitsPolicy, 'length'>,
  facts: Pick<Facts, 'schools' | 'judgements'>,
  halfTerm: HalfTermId,
  urn: string,
): { readonly minutes: number; readonly why: Why } {
  const code = lastJudgement(facts, policy, urn, halfTerm)?.validated.category;
  const heading = code === undefined ? undefined : categoryByCode(policy, code)?.heading;
  const grade = schoolOf(facts, urn)?.ofsted?.grade;
  const asked = [
    ...(heading ? [{ minutes: length.heading[heading], because: `Its last validated category is ${code}.` }] : []),
    ...(grade ? [{ minutes: length.grade[grade], because: `Its last Ofsted grade is ${grade}.` }] : []),
  ];
  const minutes = asked.length === 0 ? length.unknown : Math.max(...asked.map((one) => one.minutes));
  const because =
    asked.length === 0
      ? [`It has neither a category nor an Ofsted grade yet, so the visit takes ${minutes} minutes.`]
      : asked.map((one) => `${one.because} It asks for ${one.minutes} minutes.`);
  const wouldChange = 'A category validated before the half term, or an inspection, can change it.';
  return { minutes, why: { rule: 'M29', because, wouldChange } };
}
