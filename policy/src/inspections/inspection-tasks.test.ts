import { describe, expect, test } from 'vitest';
import { ASH, at, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import type { Inspection } from './inspection.ts';
import { awaited, card, review } from './inspections.examples.ts';
import { inspectionsTasks } from './inspections-tasks.ts';
import { OWLS_INSPECTIONS } from './owls-inspections.ts';

describe('what inspections ask, in full (M28)', () => {
  const tasks = (when: string, inspections: readonly Inspection[], school: School = ASH) =>
    inspectionsTasks(OWLS, OWLS_INSPECTIONS, facts({ schools: [school] }), { inspections }, at(when));

  test('the outcome of one that is awaited, and a row that is out of date', () => {
    expect(tasks('2026-10-26T09:00', [awaited('2026-09-15')])).toEqual([]);
    expect(tasks('2026-10-26T09:00', [awaited('2026-03-10'), card()])).toEqual([]);
    expect(tasks('2026-10-26T09:00', [awaited('2026-03-10'), review('2026-03-10')])).toHaveLength(1);
    expect(tasks('2026-10-26T09:00', [card({ achievement: 'needs-attention' })])).toEqual([
      {
        because: "Report card: an area needs attention, which counts as 3. The school's row says 2.",
        key: 'ofsted-grade/i-card/p-ceo',
        kind: 'task',
        otherwise: 'Its category is proposed from the wrong row of the scale.',
        person: 'p-ceo',
        rule: 'M28',
        since: '2026-04-20T07:00:00Z',
        title: "Set Ash Tree Primary School's Ofsted grade to 3",
        urn: '100001',
      },
    ]);
    const { ofsted: _ofsted, ...bare } = ASH;
    expect(tasks('2026-10-26T09:00', [card()], bare)[0]?.because).toBe(
      "Report card: none of the above holds, which counts as 2. The school's row says nothing.",
    );
    expect(tasks('2026-10-26T09:00', [card()])).toEqual([]);
  });
});
