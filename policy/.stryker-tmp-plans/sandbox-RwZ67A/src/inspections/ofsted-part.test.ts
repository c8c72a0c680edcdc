// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, at, BROOK, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import { historyOf } from './history.ts';
import type { Inspection } from './inspection.ts';
import { awaited, card, monitoring, overall, review } from './inspections.examples.ts';
import { inspectionsTasks } from './inspections-tasks.ts';
import { ofstedPartAt, supportKept } from './ofsted-part.ts';
import { OWLS_INSPECTIONS } from './owls-inspections.ts';

const { ofsted: _, ...UNINSPECTED } = ASH;
const part = (inspections: readonly Inspection[], date: string, of: School = ASH) =>
  ofstedPartAt(OWLS_INSPECTIONS, of, inspections, date);
const kept = (inspections: readonly Inspection[], date: string, of: School = ASH) =>
  supportKept(OWLS_INSPECTIONS, of, inspections, date);

describe('the Ofsted part of a school on a date', () => {
  test('M28: an inspection changes it from the day it is published', () => {
    const attention = [card({ attendance: 'needs-attention' })];
    expect(part(attention, '2026-04-16')).toEqual({
      grade: 2,
      on: '2023-05-10',
      why: {
        because: ["Ash Tree Primary School's row says 2, inspected on 2023-05-10."],
        rule: 'M24',
        wouldChange: 'The next inspection, or a correction of the row.',
      },
    });
    expect(part(attention, '2026-04-17')).toEqual({
      grade: 3,
      inspection: 'i-card',
      on: '2026-03-10',
      why: {
        because: [
          'Report card: an area needs attention, which counts as 3.',
          'Attendance and behaviour: Needs attention.',
        ],
        rule: 'M24',
        wouldChange: "An inspection of which it can't be said that an area needs attention.",
      },
    });
  });

  test('M28: visits, reviews and what is awaited change nothing', () => {
    const others = [monitoring('2026-05-01', 'not-enough-progress'), review('2026-05-02'), awaited('2026-05-03')];
    expect(part(others, '2026-11-02')).toEqual({
      grade: 2,
      on: '2023-05-10',
      why: {
        because: ["Ash Tree Primary School's row says 2, inspected on 2023-05-10."],
        rule: 'M24',
        wouldChange: 'The next inspection, or a correction of the row.',
      },
    });
  });

  test('M28: a school without a grade has none until its first inspection', () => {
    expect(part([], '2026-11-02', UNINSPECTED)).toBeUndefined();
    expect(part([card()], '2026-04-16', UNINSPECTED)).toBeUndefined();
    expect(part([card()], '2026-04-17', UNINSPECTED)).toEqual({
      grade: 2,
      inspection: 'i-card',
      on: '2026-03-10',
      why: {
        because: ['Report card: none of the above holds, which counts as 2.'],
        rule: 'M24',
        wouldChange: 'It counts as 1 at an inspection where every area is exceptional or a strong standard.',
      },
    });
  });

  test("M28: the school's row counts by its date, before all records where it has none", () => {
    const newer: School = { ...ASH, ofsted: { grade: 1, on: '2026-06-01' } };
    expect(part([card()], '2026-11-02', newer)).toEqual({
      grade: 1,
      on: '2026-06-01',
      why: {
        because: ["Ash Tree Primary School's row says 1, inspected on 2026-06-01."],
        rule: 'M24',
        wouldChange: 'The next inspection, or a correction of the row.',
      },
    });
    expect(part([card()], '2026-05-31', newer)).toEqual({
      grade: 2,
      inspection: 'i-card',
      on: '2026-03-10',
      why: {
        because: ['Report card: none of the above holds, which counts as 2.'],
        rule: 'M24',
        wouldChange: 'It counts as 1 at an inspection where every area is exceptional or a strong standard.',
      },
    });
    expect(part([card()], '2026-11-02', { ...ASH, ofsted: { grade: 1 } })).toEqual({
      grade: 2,
      inspection: 'i-card',
      on: '2026-03-10',
      why: {
        because: ['Report card: none of the above holds, which counts as 2.'],
        rule: 'M24',
        wouldChange: 'It counts as 1 at an inspection where every area is exceptional or a strong standard.',
      },
    });
    // Of one day the record says more.
    expect(part([card()], '2026-11-02', { ...ASH, ofsted: { grade: 1, on: '2026-03-10' } })).toEqual({
      grade: 2,
      inspection: 'i-card',
      on: '2026-03-10',
      why: {
        because: ['Report card: none of the above holds, which counts as 2.'],
        rule: 'M24',
        wouldChange: 'It counts as 1 at an inspection where every area is exceptional or a strong standard.',
      },
    });
  });

  test("M28: another school's inspection and one that can't be mapped count for nothing", () => {
    const stray = [card({}, { urn: BROOK.urn }), card({}, { framework: 'unknown' })];
    expect(part(stray, '2026-11-02')).toEqual({
      grade: 2,
      on: '2023-05-10',
      why: {
        because: ["Ash Tree Primary School's row says 2, inspected on 2023-05-10."],
        rule: 'M24',
        wouldChange: 'The next inspection, or a correction of the row.',
      },
    });
  });
});

describe('support of a school in 3 or 4', () => {
  const three: School = { ...ASH, ofsted: { grade: 3, on: '2023-05-10' } };

  test('M28: stays until the next inspection confirms better, and goes with it', () => {
    expect(kept([], '2026-11-02', three)).toEqual({
      kept: true,
      why: {
        because: ['The last inspection of 2023-05-10 counts as 3, and no later one has confirmed better.'],
        rule: 'M28',
        wouldChange: 'An inspection that counts as better than 3.',
      },
    });
    expect(kept([card()], '2026-04-16', three).kept).toBe(true);
    expect(kept([card()], '2026-04-17', three)).toEqual({
      kept: false,
      why: {
        rule: 'M28',
        because: ['The inspection of 2026-03-10 confirmed the move from 3 to 2.'],
        wouldChange: 'An inspection that counts as 3 or 4, or another route to support.',
      },
    });
  });

  test('M28: stays after a good monitoring visit, and after an inspection that moves 4 to 3', () => {
    expect(kept([monitoring('2026-05-01', 'may-be-better')], '2026-11-02', three).kept).toBe(true);
    const four: School = { ...ASH, ofsted: { grade: 4, on: '2023-05-10' } };
    expect(kept([card({ attendance: 'needs-attention' })], '2026-11-02', four).kept).toBe(true);
  });

  test('M28: is not kept in 1 or 2, nor without a grade', () => {
    expect(kept([], '2026-11-02').kept).toBe(false);
    expect(kept([], '2026-11-02', UNINSPECTED)).toEqual({
      kept: false,
      why: {
        because: ['Ash Tree Primary School has no Ofsted grade yet.'],
        rule: 'M28',
        wouldChange: 'Its first inspection.',
      },
    });
  });

  test('M28: is kept exactly while the newest published inspection counts as 3 or 4', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => dayAfter('2022-01-01', days));
    const one = fc.record({ grade: fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>, on: day });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ on }) => on, maxLength: 6 }), day, (all, date) => {
        const inspections = all.map(({ grade, on }) => overall(grade, on));
        const newest = all.filter(({ on }) => on <= date).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
        expect(part(inspections, date, UNINSPECTED)?.grade).toBe(newest?.grade);
        expect(part(inspections.toReversed(), date, UNINSPECTED)?.grade).toBe(newest?.grade);
        expect(kept(inspections, date, UNINSPECTED).kept).toBe((newest?.grade ?? 1) >= 3);
      }),
    );
  });
});

describe('the history of a school', () => {
  const proposed = { category: '2b', by: 'p-north', at: '2026-03-10T12:00:00Z', because: 'Steady.' };
  const judgements = [
    {
      urn: ASH.urn,
      halfTerm: AUTUMN_1,
      proposed,
      validated: { category: '2cc', by: 'p-ceo', at: '2026-10-15T10:00:00Z', why: 'Maths.' },
    },
    { urn: BROOK.urn, halfTerm: AUTUMN_1, proposed },
  ];

  test('M28: merges judgements and inspections in order of time, with who, when and why', () => {
    const all = [review('2026-12-01'), card(), monitoring('2025-12-01'), card({}, { id: 'i-other', urn: BROOK.urn })];
    const line = historyOf(OWLS, OWLS_INSPECTIONS, facts({ judgements }), all, ASH.urn);
    expect(line.map(({ kind, on }) => [kind, on])).toEqual([
      ['inspection', '2025-12-01'],
      ['inspection', '2026-03-10'],
      ['proposal', '2026-03-10'],
      ['validation', '2026-10-15'],
      ['inspection', '2026-12-01'],
    ]);
    expect(line[1]).toEqual({
      at: '2026-04-20T09:00:00Z',
      by: 'p-ash',
      grade: 2,
      inspection: {
        areas: {
          achievement: 'expected',
          attendance: 'expected',
          curriculum: 'expected',
          inclusion: 'expected',
          leadership: 'expected',
          personal: 'expected',
        },
        at: '2026-04-20T09:00:00Z',
        by: 'p-ash',
        framework: 'report-card',
        id: 'i-card',
        kind: 'areas',
        on: '2026-03-10',
        published: '2026-04-17',
        safeguarding: 'met',
        urn: '100001',
      },
      kind: 'inspection',
      on: '2026-03-10',
    });
    expect(line[2]).toEqual({
      at: '2026-03-10T12:00:00Z',
      because: 'Steady.',
      by: 'p-north',
      category: '2b',
      halfTerm: '2026-27/autumn-1',
      kind: 'proposal',
      on: '2026-03-10',
    });
    expect(line[3]).toEqual({
      at: '2026-10-15T10:00:00Z',
      because: 'Maths.',
      by: 'p-ceo',
      category: '2cc',
      halfTerm: '2026-27/autumn-1',
      kind: 'validation',
      on: '2026-10-15',
    });
  });

  test('M28: of nothing is empty', () => {
    expect(historyOf(OWLS, OWLS_INSPECTIONS, facts(), [], ASH.urn)).toEqual([]);
  });
});

describe('what inspections ask of people', () => {
  const tasks = (when: string, inspections: readonly Inspection[], schools: readonly School[] = [ASH]) =>
    inspectionsTasks(OWLS, OWLS_INSPECTIONS, facts({ schools }), { inspections }, at(when));
  const keys = (...given: Parameters<typeof tasks>) => tasks(...given).map(({ key }) => key);

  test('M28: the head records an outcome that is still missing six weeks later', () => {
    expect(keys('2026-10-27T07:59', [awaited('2026-09-15')])).toEqual([]);
    expect(tasks('2026-10-27T08:00', [awaited('2026-09-15')])).toEqual([
      {
        because: 'Ash Tree Primary School was inspected on 2026-09-15, and no outcome is recorded.',
        key: 'inspection-outcome/i-awaited/p-ash',
        kind: 'task',
        otherwise: 'Its category and its support go by the inspection before.',
        person: 'p-ash',
        rule: 'M28',
        since: '2026-10-27T08:00:00Z',
        title: "Record the outcome of Ash Tree Primary School's inspection",
        urn: '100001',
      },
    ]);
  });

  test('M28: an outcome of that inspection or a later one answers it; a review or an earlier visit does not', () => {
    const all = [awaited('2026-09-15'), card({}, { on: '2026-09-15', published: '2026-10-20' })];
    expect(keys('2026-10-28T08:00', all, [{ ...ASH, ofsted: { grade: 2 } }])).toEqual([]);
    expect(keys('2026-10-28T08:00', [awaited('2026-09-15'), monitoring('2026-09-15')])).toEqual([]);
    expect(
      keys('2026-10-28T08:00', [awaited('2026-09-15'), review('2026-09-20'), monitoring('2026-09-01')]),
    ).toHaveLength(1);
  });

  test("M28: the CEO sets the grade on the school's row, the morning after publication, until it is set", () => {
    const all = [card({ attendance: 'needs-attention' })];
    expect(keys('2026-04-20T07:59', all)).toEqual([]);
    expect(tasks('2026-04-20T08:00', all)).toEqual([
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
    expect(keys('2026-04-20T08:00', all, [{ ...ASH, ofsted: { grade: 3, on: '2026-03-10' } }])).toEqual([]);
    // A row that is newer than the record is right.
    expect(keys('2026-10-28T08:00', all, [{ ...ASH, ofsted: { grade: 2, on: '2026-09-15' } }])).toEqual([]);
  });

  test('M28: nothing is asked of a school that has left or not joined, nor without records or people', () => {
    const all = [awaited('2026-04-15'), card({ attendance: 'needs-attention' })];
    expect(keys('2026-11-02T08:00', all)).toHaveLength(2);
    expect(keys('2026-11-02T08:00', all, [{ ...ASH, left: '2026-11-01' }])).toEqual([]);
    expect(keys('2026-11-02T08:00', all, [{ ...ASH, joined: '2026-11-03' }])).toEqual([]);
    expect(keys('2026-11-02T08:00', [])).toEqual([]);
    const nobody = facts({ schools: [ASH], people: [] });
    expect(inspectionsTasks(OWLS, OWLS_INSPECTIONS, nobody, { inspections: all }, at('2026-11-02T08:00'))).toEqual([]);
  });

  test('M28: what is owed stays owed at the same moment until the records change', () => {
    const all = [awaited('2026-04-15'), card({ attendance: 'needs-attention' })];
    const first = at('2026-06-01T08:00');
    const asked = (hours: number) =>
      inspectionsTasks(OWLS, OWLS_INSPECTIONS, facts({ schools: [ASH] }), { inspections: all }, first.add({ hours }));
    const owed = asked(0);
    expect(owed).toHaveLength(2);
    fc.assert(
      fc.property(fc.nat(24 * 400), (hours) => {
        expect(asked(hours)).toEqual(owed);
      }),
      { numRuns: 40 },
    );
  });
});

function dayAfter(date: string, days: number): string {
  return at(`${date}T12:00`)
    .add({ hours: 24 * days })
    .toString()
    .slice(0, 10);
}
