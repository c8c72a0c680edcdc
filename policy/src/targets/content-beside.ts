import type { AcademicYear, HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { SoapContent } from '../soap/content.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { figureOf, type Judged, judge } from './monitoring.ts';
import { signedOff, type TargetCell, type TargetFigures } from './target.ts';
import { cellName, measureOf } from './target-cells.ts';

/** A target that is signed off, as whoever makes a return sees it beside the field. */
export type StandingTarget = TargetCell & TargetFigures;

/** What a school has signed off for a half term's year (M20). */
export function standingTargets(
  { records }: Pick<Facts, 'records'>,
  urn: string,
  halfTerm: HalfTermId,
): readonly StandingTarget[] {
  const year: AcademicYear = halfTerm.split('/')[0] ?? '';
  return (records?.targets?.targets ?? []).flatMap((target) => {
    const standing = target.urn === urn && target.academicYear === year ? signedOff(target) : undefined;
    if (!standing) return [];
    const { yearGroup, measure } = target;
    const { minimum, aspirational } = standing;
    return [{ ...(yearGroup ? { yearGroup } : {}), measure, minimum, aspirational }];
  });
}

/** The figures of a return, sent or not, that have a target, each read against it (M23); furthest below its minimum first. */
export function contentBesideTargets(
  policy: TrustPolicy,
  facts: Pick<Facts, 'records'>,
  urn: string,
  halfTerm: HalfTermId,
  content: Pick<SoapContent, 'cohorts' | 'school'>,
): readonly (TargetCell & Omit<Judged, 'pupils'>)[] {
  const rank = { 'off track': 0, 'on track': 1, met: 2, 'no figure': 3, 'no target': 3, hidden: 3 } as const;
  return standingTargets(facts, urn, halfTerm)
    .flatMap(({ yearGroup, measure: key, ...target }) => {
      const cell = { ...(yearGroup ? { yearGroup } : {}), measure: key };
      const measure = measureOf(policy, key);
      const figure = figureOf(content, cell);
      return measure && figure !== undefined
        ? [{ ...cell, ...judge(measure, cellName(policy, cell), figure, target) }]
        : [];
    })
    .sort((one, other) => rank[one.progress] - rank[other.progress] || (other.points ?? 0) - (one.points ?? 0));
}
