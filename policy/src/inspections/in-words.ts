import type { Inspection, InspectionGiven } from './inspection.ts';
import type { InspectionsPolicy } from './inspections-policy.ts';
import { nameIn } from './mapping.ts';

/** What an inspection is called: "Graded inspection", "Monitoring visit". */
export const INSPECTION_KINDS: Readonly<Record<Inspection['kind'], string>> = {
  overall: 'Graded inspection',
  areas: 'Graded inspection',
  awaited: 'Inspection, outcome awaited',
  monitoring: 'Monitoring visit',
  review: 'Review by others',
};

/** The areas of an inspection with what was found in each, in the framework's order and the policy's names. */
export function areasInWords(
  own: InspectionsPolicy,
  { framework, areas }: Pick<Extract<Inspection, { kind: 'areas' }>, 'framework' | 'areas'>,
): readonly { readonly area: string; readonly point: string }[] {
  const known = own.frameworks.find(({ key }) => key === framework);
  const order = known?.areas.map(({ key }) => key) ?? Object.keys(areas);
  return order.flatMap((key) => {
    const point = areas[key];
    if (point === undefined) return [];
    return [{ area: nameIn(known?.areas, key), point: nameIn(known?.points, point) }];
  });
}

/** The whole of an inspection in one line, for the audit (M28). */
export function inspectionInWords(own: InspectionsPolicy, given: InspectionGiven): string {
  const parts = [`${INSPECTION_KINDS[given.kind]} of ${given.on}`, ...outcome(own, given)];
  if (given.kind === 'overall' || given.kind === 'areas') parts.push(`published on ${given.published}`);
  return [...parts, ...(given.report === undefined ? [] : [given.report])].join('; ');
}

function outcome(own: InspectionsPolicy, given: InspectionGiven): readonly string[] {
  switch (given.kind) {
    case 'overall':
      return [`overall grade ${given.grade}`];
    case 'areas':
      return [
        ...areasInWords(own, given).map(({ area, point }) => `${area}: ${point}`),
        `safeguarding ${given.safeguarding}`,
      ];
    case 'monitoring':
      return [nameIn(own.monitoringOutcomes, given.outcome), ...(given.note ? [given.note] : [])];
    case 'review':
      return [given.reviewer, given.about, given.outcome];
    case 'awaited':
      return [];
  }
}
