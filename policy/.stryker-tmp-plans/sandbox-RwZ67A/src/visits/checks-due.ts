// @ts-nocheck
import { halfTermById, halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Visit } from './visit.ts';
import type { VisitsPolicy } from './visits-policy.ts';

type Check = VisitsPolicy['checks'][number];

/**
 * The checks a school's visit in a half term still owes (M31): those whose window has begun in this academic year and
 * that no held visit has made since. One that was missed stays owed until its next window takes its place.
 */
export function checksDue(
  policy: TrustPolicy,
  own: Pick<VisitsPolicy, 'checks'>,
  halfTerm: HalfTermId,
  urn: string,
  visits: readonly Visit[],
): readonly Check[] {
  const year = halfTermById(policy, halfTerm)?.year;
  const places = new Map(
    halfTerms(policy)
      .filter((one) => one.year === year)
      .map(({ id, name }, place) => [name, { id, place }]),
  );
  const placeOfId = new Map([...places.values()].map(({ id, place }) => [id, place]));
  const here = placeOfId.get(halfTerm) ?? -1;
  return own.checks.filter((check) => {
    const begun = check.windows
      .map((names) => Math.min(...names.map((name) => places.get(name)?.place ?? Number.POSITIVE_INFINITY)))
      .filter((place) => place <= here);
    if (begun.length === 0) return false;
    const from = Math.max(...begun);
    return !visits.some((visit) => {
      const place = placeOfId.get(visit.halfTerm) ?? -1;
      const isMade = visit.held !== undefined && visit.checks.some((made) => made.check === check.key);
      return isMade && visit.urn === urn && place >= from && place <= here;
    });
  });
}
