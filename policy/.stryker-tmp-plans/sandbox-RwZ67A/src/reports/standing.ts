// @ts-nocheck
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { latestReturn, previousReturn } from '../soap/kept.ts';
import type { SoapReturn } from '../soap/return.ts';
import { sameYear } from '../soap/starting-point.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** The return a report of a half term rests on, the one it is compared with, and what is missing of either. */
export interface Standing {
  readonly latest: SoapReturn | undefined;
  /** Of the same academic year: a new year's pupils are others, measured against other expectations. */
  readonly before: SoapReturn | undefined;
  /** Where the half term itself has no return, in a sentence. */
  readonly noReturn?: string;
  /** Where there is nothing to compare with, in a sentence. */
  readonly noEarlier?: string;
}

/** A half term's return of a school; where there is none, the last one of the same academic year, with the gap named. */
export function standingOf(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns'>,
  urn: string,
  halfTerm: HalfTermId,
): Standing {
  const own = latestReturn(facts, urn, halfTerm);
  const earlier = previousReturn(facts, policy, urn, halfTerm);
  const latest = own ?? (earlier && sameYear(earlier.halfTerm, halfTerm) ? earlier : undefined);
  const last = latest && previousReturn(facts, policy, urn, latest.halfTerm);
  const before = last && latest && sameYear(last.halfTerm, latest.halfTerm) ? last : undefined;
  const missing = `There is no return of ${halfTermLabel(halfTerm)}`;
  return {
    latest,
    before,
    ...(own
      ? {}
      : { noReturn: latest ? `${missing}; the figures are of ${halfTermLabel(latest.halfTerm)}.` : `${missing}.` }),
    ...(latest && !before ? { noEarlier: 'There is no earlier return of the academic year to compare with.' } : {}),
  };
}
