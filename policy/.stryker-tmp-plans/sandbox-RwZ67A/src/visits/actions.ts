// @ts-nocheck
import { placeOf } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Visit, VisitFinding } from './visit.ts';

type Action = Extract<VisitFinding, { kind: 'action' }>;

/** The actions of a visit that aren't done (M31). */
export function openActions(visit: Visit): readonly Action[] {
  return visit.findings.flatMap((finding) =>
    finding.kind === 'action' && finding.done === undefined ? [finding] : [],
  );
}

/** A school's visits held before a half term, the latest first. */
export function heldBefore(
  policy: TrustPolicy,
  visits: readonly Visit[],
  halfTerm: HalfTermId,
  urn: string,
): readonly (Visit & { readonly held: string })[] {
  const here = placeOf(policy, halfTerm) ?? -1;
  return visits
    .flatMap((visit) => (visit.held === undefined ? [] : [{ ...visit, held: visit.held }]))
    .filter((visit) => visit.urn === urn && (placeOf(policy, visit.halfTerm) ?? here) < here)
    .sort((one, other) => (one.held > other.held ? -1 : 1));
}

/**
 * What earlier visits left to review (M31): every action still open, and those that were done since the visit before,
 * for the next visit sees whether they hold. Oldest first.
 */
export function actionsToReview(
  policy: TrustPolicy,
  visits: readonly Visit[],
  halfTerm: HalfTermId,
  urn: string,
): readonly { readonly visit: Visit; readonly action: Action }[] {
  const earlier = heldBefore(policy, visits, halfTerm, urn);
  const last = earlier[0];
  if (!last) return [];
  return earlier.toReversed().flatMap((visit) =>
    visit.findings.flatMap((action) => {
      if (action.kind !== 'action') return [];
      const isUnseen = action.done === undefined || visit.key === last.key || action.done > last.held;
      return isUnseen ? [{ visit, action }] : [];
    }),
  );
}
