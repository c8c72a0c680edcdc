import type { Facts } from '../facts.ts';
import type { OfstedGrade, School } from '../trust/school.ts';
import type { Inspection } from './inspection.ts';
import type { InspectionsPolicy } from './inspections-policy.ts';
import { mapped } from './mapping.ts';
import { isGraded } from './ofsted-part.ts';

/** What somebody from outside saw of a school, to be shown beside its categories. `on` is an ISO date. */
export interface SeenInspection {
  readonly on: string;
  /** `grade`: one overall grade; `card`: area by area; the others change no category. */
  readonly kind: 'grade' | 'card' | 'monitoring' | 'review' | 'awaited';
  /** The Ofsted part it counts as, where it gives one (M24). */
  readonly grade?: OfstedGrade;
  /** "Report card", "Four key judgements", or who came: the name of what it was, where it has one. */
  readonly name?: string;
  /** What each area was found to be, in the framework's words. */
  readonly areas?: readonly { readonly area: string; readonly point: string }[];
  readonly safeguarding?: 'met' | 'not met';
  readonly outcome?: string;
}

/**
 * A school's inspections and other looks from outside, oldest first (M28): what is recorded, and the grade a school came
 * with where no recorded inspection of that day says the same.
 */
export function inspectionsSeen(
  own: InspectionsPolicy,
  facts: Pick<Facts, 'records'>,
  { urn, ofsted }: Pick<School, 'urn' | 'ofsted'>,
): readonly SeenInspection[] {
  const recorded = (facts.records?.inspections?.inspections ?? []).filter((one) => one.urn === urn);
  const seen = recorded.map((one) => seenOf(own, one));
  const known = ofsted?.on === undefined || recorded.some((one) => isGraded(one) && one.on === ofsted.on);
  const row: SeenInspection[] = known || !ofsted?.on ? [] : [{ on: ofsted.on, kind: 'grade', grade: ofsted.grade }];
  return [...row, ...seen].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function seenOf(own: InspectionsPolicy, inspection: Inspection): SeenInspection {
  const { on } = inspection;
  switch (inspection.kind) {
    case 'overall':
      return { on, kind: 'grade', grade: inspection.grade };
    case 'areas': {
      const framework = own.frameworks.find(({ key }) => key === inspection.framework);
      const found = mapped(own, inspection);
      const nameOf = (list: readonly { readonly key: string; readonly name: string }[] = [], key: string) =>
        list.find((one) => one.key === key)?.name ?? key;
      return {
        on,
        kind: 'card',
        ...(found.ok ? { grade: found.grade } : {}),
        name: framework?.name ?? inspection.framework,
        areas: Object.entries(inspection.areas).map(([area, point]) => ({
          area: nameOf(framework?.areas, area),
          point: nameOf(framework?.points, point),
        })),
        safeguarding: inspection.safeguarding,
      };
    }
    case 'monitoring': {
      const outcome = own.monitoringOutcomes.find(({ key }) => key === inspection.outcome)?.name ?? inspection.outcome;
      return { on, kind: 'monitoring', outcome };
    }
    case 'review':
      return { on, kind: 'review', name: inspection.reviewer, outcome: inspection.outcome };
    case 'awaited':
      return { on, kind: 'awaited' };
  }
}
