import type { Facts, Inspection, School } from '@owls/policy';
import { NO_RECORDS } from '@owls/policy';

/** The same facts with looks from outside: an old grade, a report card, a visit, one whose outcome is awaited. */
export function withInspections(facts: Facts): Facts {
  const inspections = facts.schools.flatMap((school, place) => inspectionsOf(school, place % 10));
  const fallen = new Set(facts.schools.filter((_, place) => place % 10 === 1).map(({ urn }) => urn));
  return {
    ...facts,
    // The card of the autumn counts as 3.
    judgements: facts.judgements.map((one) =>
      fallen.has(one.urn) && one.halfTerm === '2026-27/autumn-2' && one.validated
        ? { ...one, validated: { ...one.validated, category: '3a' } }
        : one,
    ),
    records: { ...NO_RECORDS, ...facts.records, inspections: { inspections } },
  };
}

function inspectionsOf({ urn }: School, place: number): readonly Inspection[] {
  const seen = (on: string) => ({ id: `${urn}-${on}`, urn, on, by: 'ceo', at: `${on}T15:00:00Z` });
  if (place === 0) return [{ ...seen('2025-11-04'), published: '2025-12-09', kind: 'overall', grade: 1 }];
  if (place === 1) {
    return [
      {
        ...{ ...seen('2026-09-22'), published: '2026-10-20', kind: 'areas', framework: 'report-card' },
        areas: {
          ...{ inclusion: 'strong', curriculum: 'expected', achievement: 'needs-attention', attendance: 'expected' },
          ...{ personal: 'strong', leadership: 'expected', 'early-years': 'expected' },
        },
        safeguarding: 'met',
      },
    ];
  }
  if (place === 2) return [{ ...seen('2026-06-16'), kind: 'monitoring', outcome: 'enough-progress' }];
  return place === 7 ? [{ ...seen('2026-12-01'), kind: 'awaited' }] : [];
}
