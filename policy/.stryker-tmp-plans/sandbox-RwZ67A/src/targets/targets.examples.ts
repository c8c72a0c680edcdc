// @ts-nocheck
import { CEO, HEAD_ASH } from '../examples/trust.examples.ts';
import type { School } from '../trust/school.ts';
import type { Target, TargetCell, TargetFigures, TargetRevision } from './target.ts';

/** Made-up targets of the school year 2026-27. */
export const YEAR = '2026-27';

/** A target of Ash's Year 3 in maths, or of another school and cell, with the revisions given. */
export function target(
  urn: string,
  revisions: readonly TargetRevision[] = [],
  cell: TargetCell = { yearGroup: 'Y3', measure: 'maths' },
): Target {
  return { urn, academicYear: YEAR, ...cell, revisions };
}

export function revision(
  state: TargetRevision['state'],
  figures: TargetFigures = { minimum: 60, aspirational: 70 },
  at = '2026-10-05T10:00:00Z',
): TargetRevision {
  const by = { proposed: [HEAD_ASH.id], agreed: [HEAD_ASH.id, CEO.id], 'signed-off': [CEO.id] }[state];
  return { ...figures, state, by, at, why: 'From last year’s figures.' };
}

/** Signed off at 60% and 70% unless told otherwise. */
export function signed(school: School, cell?: TargetCell, figures?: TargetFigures, at?: string): Target {
  return target(school.urn, [revision('signed-off', figures, at)], cell);
}
