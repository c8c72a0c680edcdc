import { describe, expect, test } from 'vitest';
import {
  ASH,
  at,
  BROOK,
  CEO,
  facts,
  HEAD_ASH,
  HEAD_BROOK,
  ofSchool,
  person,
  trust,
} from '../examples/trust.examples.ts';
import { awaited, card, monitoring, overall, review } from '../inspections/inspections.examples.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { inspectionsView } from './inspections.ts';

const NOW = at('2026-11-27T09:00');
const inspections = [
  { ...card({ attendance: 'needs-attention' }), by: HEAD_ASH.id },
  overall(2, '2021-05-10'),
  { ...overall(1, '2020-05-10'), urn: BROOK.urn },
  monitoring('2026-09-15'),
  review('2026-10-01'),
  awaited('2026-11-20'),
];
const FACTS = facts({ records: { ...NO_RECORDS, inspections: { inspections } } });
const view = (person: typeof CEO, urn = ASH.urn) => inspectionsView(OWLS, FACTS, person, urn, NOW);

describe('what others saw of a school', () => {
  test('M28: newest first, in the policy’s names, with what each counts as', () => {
    const seen = view(CEO)?.inspections ?? [];
    expect(seen.map(({ inspection: { on } }) => on)).toEqual([
      '2026-11-20',
      '2026-10-01',
      '2026-09-15',
      '2026-03-10',
      '2021-05-10',
    ]);
    expect(seen[0]).toMatchObject({ name: 'Inspection, outcome awaited', areas: [] });
    expect(seen[1]).toMatchObject({ name: 'Review by others', outcome: 'Ready for the next step.' });
    expect(seen[2]).toMatchObject({ name: 'Monitoring visit', outcome: 'Enough progress' });
    expect(seen[3]).toMatchObject({
      ...{ name: 'Graded inspection', framework: 'Report card', byName: HEAD_ASH.name },
      counts: { grade: 3, because: expect.arrayContaining(['Attendance and behaviour: Needs attention.']) },
    });
    expect(seen[3]?.areas[3]).toEqual({ area: 'Attendance and behaviour', point: 'Needs attention' });
    expect(seen[4]?.counts?.grade).toBe(2);
    expect(view(CEO)).toMatchObject({ today: '2026-11-27', support: { kept: true }, mayRecord: true });
  });

  test('M1: a head reads and records their own school’s and sees nothing of another’s; unknown and forbidden look alike', () => {
    expect(view(HEAD_ASH)?.mayRecord).toBe(true);
    expect(view(HEAD_BROOK)).toBeUndefined();
    expect(view(CEO, '999999')).toBeUndefined();
    expect(inspectionsView(OWLS, facts(), CEO, ASH.urn, NOW)?.inspections).toEqual([]);
  });

  test('M28: says whose they are and what a record can say; each has only what its kind has', () => {
    const { overallUntil, frameworks, monitoringOutcomes } = OWLS.inspections;
    const bare = inspectionsView(OWLS, facts({ records: {} }), CEO, ASH.urn, NOW);
    expect(bare).toMatchObject({ school: { urn: ASH.urn, name: ASH.name }, inspections: [], asOf: NOW.toString() });
    expect(bare?.policy).toEqual({ overallUntil, frameworks, monitoringOutcomes });
    const has = view(CEO)?.inspections.map((one) =>
      (['framework', 'outcome', 'counts'] as const).filter((part) => part in one),
    );
    expect(has).toEqual([[], ['outcome'], ['outcome'], ['framework', 'counts'], ['counts']]);
    expect(view(CEO)?.inspections.map(({ areas }) => areas.length)).toEqual([0, 0, 0, 6, 0]);
  });

  test('M1: a head who reads other schools’ records records their own’s alone', () => {
    const both = person('p-both', 'Vic', ['director', trust], ['head', ofSchool(ASH.urn)]);
    expect([ASH.urn, BROOK.urn].map((urn) => view(both, urn)?.mayRecord)).toEqual([true, false]);
  });
});
