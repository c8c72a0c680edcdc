import { describe, expect, test } from 'vitest';
import { ASH, BROOK, DALE } from '../examples/trust.examples.ts';
import { NO_RECORDS } from '../records.ts';
import type { Inspection } from './inspection.ts';
import { OWLS_INSPECTIONS } from './owls-inspections.ts';
import { inspectionsSeen } from './seen.ts';

const by = { by: 'p-ceo', at: '2026-03-01T10:00:00Z' };
const card: Inspection = {
  id: 'i-1',
  urn: ASH.urn,
  on: '2026-02-03',
  published: '2026-03-10',
  kind: 'areas',
  framework: 'report-card',
  areas: { inclusion: 'strong', achievement: 'needs-attention' },
  safeguarding: 'met',
  ...by,
};
const seen = (inspections: readonly Inspection[], school = ASH) =>
  inspectionsSeen(OWLS_INSPECTIONS, { records: { ...NO_RECORDS, inspections: { inspections } } }, school);

describe('M28: what was seen from outside, to be shown beside categories', () => {
  test('a report card in the words of its framework, with the grade it counts as, after the grade the school came with', () => {
    expect(seen([card])).toEqual([
      { on: '2023-05-10', kind: 'grade', grade: 2 },
      {
        on: '2026-02-03',
        kind: 'card',
        grade: 3,
        name: 'Report card',
        areas: [
          { area: 'Inclusion', point: 'Strong standard' },
          { area: 'Achievement', point: 'Needs attention' },
        ],
        safeguarding: 'met',
      },
    ]);
  });

  test("the school's row says nothing beside a recorded inspection of the same day, nor without a date", () => {
    const overall: Inspection = {
      ...{ id: 'i-2', urn: ASH.urn, on: '2023-05-10', published: '2023-06-20' },
      ...{ kind: 'overall', grade: 1, ...by },
    };
    expect(seen([overall])).toEqual([{ on: '2023-05-10', kind: 'grade', grade: 1 }]);
    expect(seen([], DALE)).toEqual([]);
    expect(inspectionsSeen(OWLS_INSPECTIONS, {}, BROOK)).toEqual([{ on: '2023-05-10', kind: 'grade', grade: 2 }]);
  });

  test('visits, reviews and what is awaited give no grade; unknown words stand as they were recorded', () => {
    const all = seen([
      { id: 'a', urn: ASH.urn, on: '2026-05-01', kind: 'awaited', ...by },
      { id: 'm', urn: ASH.urn, on: '2026-04-01', kind: 'monitoring', outcome: 'enough-progress', ...by },
      {
        id: 'r',
        urn: ASH.urn,
        on: '2026-03-01',
        kind: 'review',
        reviewer: 'The county',
        about: 'Maths',
        outcome: 'Sound',
        ...by,
      },
      { ...card, id: 'old', on: '2026-02-01', framework: 'nobody-knows' },
      { id: 'other', urn: BROOK.urn, on: '2026-05-01', kind: 'awaited', ...by },
    ]);
    expect(all.slice(1)).toEqual([
      expect.objectContaining({ on: '2026-02-01', kind: 'card', name: 'nobody-knows' }),
      { on: '2026-03-01', kind: 'review', name: 'The county', outcome: 'Sound' },
      { on: '2026-04-01', kind: 'monitoring', outcome: 'Enough progress' },
      { on: '2026-05-01', kind: 'awaited' },
    ]);
    expect(all[1]?.grade).toBeUndefined();
  });
});
