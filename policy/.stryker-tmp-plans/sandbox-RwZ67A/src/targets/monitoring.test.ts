// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfTermById } from '../calendar/academic-calendar.ts';
import { ASH, AUTUMN_2, BROOK, CEDAR, DALE, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { SoapReturn } from '../soap/return.ts';
import type { School } from '../trust/school.ts';
import { kpiReadings } from './kpis.ts';
import { judge, schoolReadings } from './monitoring.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import type { Target, TargetCell } from './target.ts';
import { targetCells } from './target-cells.ts';
import { signed } from './targets.examples.ts';
import { targetsMonitored } from './trust-monitoring.ts';

const half = halfTermById(OWLS, AUTUMN_2);
if (!half) throw new Error('The example calendar has no autumn 2.');
const MATHS_3: TargetCell = { yearGroup: 'Y3', measure: 'maths' };
const everywhere = (of: School, minimum = 60, aspirational = 70) =>
  targetCells(OWLS, OWLS_TARGETS, of).map((cell) =>
    signed(
      of,
      cell,
      cell.measure === 'persistentAbsence' ? { minimum: 20, aspirational: 10 } : { minimum, aspirational },
    ),
  );
const read = (of: School, targets: readonly Target[], returns: readonly SoapReturn[], inFull = true) =>
  schoolReadings(OWLS, OWLS_TARGETS, facts({ returns }), targets, of, half, inFull);
const cell = (all: ReturnType<typeof read>, { yearGroup, measure }: TargetCell = MATHS_3) =>
  all.find((one) => one.yearGroup === yearGroup && one.measure === measure);
const monitor = (
  targets: readonly Target[],
  returns: readonly SoapReturn[],
  inFull: (urn: string) => boolean = () => true,
) => targetsMonitored(OWLS, OWLS_TARGETS, facts({ returns }), targets, half, inFull);
const at = (level: number, of: School = ASH) => soapReturn(of, AUTUMN_2, level);

describe('a return beside its targets', () => {
  test('M23: is met, on track or off track, by how many points', () => {
    const standing = (level: number) => cell(read(ASH, [signed(ASH)], [at(level)]));
    expect(standing(72.5)).toEqual({
      figure: 72.5,
      measure: 'maths',
      points: 2.5,
      progress: 'met',
      pupils: 30,
      says: 'Ash Tree Primary School, Maths in Year 3: 72.5%, 2.5 points above the target of 70%.',
      target: {
        aspirational: 70,
        minimum: 60,
      },
      urn: '100001',
      yearGroup: 'Y3',
    });
    expect(standing(70)).toEqual({
      figure: 70,
      measure: 'maths',
      points: 0,
      progress: 'met',
      pupils: 30,
      says: 'Ash Tree Primary School, Maths in Year 3: 70%, at the target of 70%.',
      target: {
        aspirational: 70,
        minimum: 60,
      },
      urn: '100001',
      yearGroup: 'Y3',
    });
    expect(standing(69.9)).toEqual({
      figure: 69.9,
      measure: 'maths',
      points: 0.1,
      progress: 'on track',
      pupils: 30,
      says: 'Ash Tree Primary School, Maths in Year 3: 69.9%, on track; 0.1 points to the target of 70%.',
      target: {
        aspirational: 70,
        minimum: 60,
      },
      urn: '100001',
      yearGroup: 'Y3',
    });
    expect(standing(60)).toEqual({
      figure: 60,
      measure: 'maths',
      points: 10,
      progress: 'on track',
      pupils: 30,
      says: 'Ash Tree Primary School, Maths in Year 3: 60%, on track; 10 points to the target of 70%.',
      target: {
        aspirational: 70,
        minimum: 60,
      },
      urn: '100001',
      yearGroup: 'Y3',
    });
    expect(standing(59)).toEqual({
      figure: 59,
      measure: 'maths',
      points: 1,
      progress: 'off track',
      pupils: 30,
      says: 'Ash Tree Primary School, Maths in Year 3: 59%, 1 point below the minimum of 60%.',
      target: {
        aspirational: 70,
        minimum: 60,
      },
      urn: '100001',
      yearGroup: 'Y3',
    });
  });

  test('M23: is the other way round where less is better', () => {
    const target = { minimum: 12, aspirational: 10 };
    expect(judge({ better: 'lower' }, 'Absence', 9, target)).toEqual({
      figure: 9,
      points: 1,
      progress: 'met',
      says: 'Absence: 9%, 1 point below the target of 10%.',
      target: {
        aspirational: 10,
        minimum: 12,
      },
    });
    expect(judge({ better: 'lower' }, 'Absence', 12, target)).toEqual({
      figure: 12,
      points: 2,
      progress: 'on track',
      says: 'Absence: 12%, on track; 2 points to the target of 10%.',
      target: {
        aspirational: 10,
        minimum: 12,
      },
    });
    expect(judge({ better: 'lower' }, 'Absence', 15, target)).toEqual({
      figure: 15,
      points: 3,
      progress: 'off track',
      says: 'Absence: 15%, 3 points above the limit of 12%.',
      target: {
        aspirational: 10,
        minimum: 12,
      },
    });
  });

  test('M23: says where a figure or a signed-off target is missing; nothing is off track that has none', () => {
    expect(cell(read(ASH, [signed(ASH)], []))).toEqual({
      measure: 'maths',
      progress: 'no figure',
      pupils: 30,
      says: 'Ash Tree Primary School, Maths in Year 3: no figure was returned.',
      target: {
        aspirational: 70,
        minimum: 60,
      },
      urn: '100001',
      yearGroup: 'Y3',
    });
    const lastHalfTerm = soapReturn(ASH, '2026-27/autumn-1', 20);
    expect(cell(read(ASH, [signed(ASH)], [lastHalfTerm]))).toEqual({
      measure: 'maths',
      progress: 'no figure',
      pupils: 30,
      says: 'Ash Tree Primary School, Maths in Year 3: no figure was returned.',
      target: {
        aspirational: 70,
        minimum: 60,
      },
      urn: '100001',
      yearGroup: 'Y3',
    });
    const unsigned = { ...signed(ASH), academicYear: '2025-26' };
    expect(cell(read(ASH, [unsigned], [at(20)]))).toEqual({
      figure: 20,
      measure: 'maths',
      progress: 'no target',
      pupils: 30,
      says: 'Ash Tree Primary School, Maths in Year 3: no target is signed off.',
      urn: '100001',
      yearGroup: 'Y3',
    });
  });

  test('M15: hides small cohorts and the one that would give them away, with their targets', () => {
    const all = read(DALE, everywhere(DALE), [at(65, DALE)], false);
    const hidden = all.filter(({ progress }) => progress === 'hidden');
    expect(hidden.map(({ yearGroup, measure }) => `${yearGroup}/${measure}`)).toContain('Y2/maths');
    expect(cell(all, { yearGroup: 'Y4', measure: 'maths' })).toEqual({
      measure: 'maths',
      progress: 'hidden',
      pupils: 7,
      says: 'Dale Village Primary School, Maths in Year 4: hidden, too few pupils.',
      urn: '100004',
      yearGroup: 'Y4',
    });
    for (const one of hidden) {
      expect(one.figure).toBeUndefined();
      expect(one.target).toBeUndefined();
      expect(one.points).toBeUndefined();
      expect(one.says).not.toMatch(/\d%/);
    }
    expect(cell(all, { yearGroup: 'Y6', measure: 'maths' })).toEqual({
      figure: 65,
      measure: 'maths',
      points: 5,
      progress: 'on track',
      pupils: 10,
      says: 'Dale Village Primary School, Maths in Year 6: 65%, on track; 5 points to the target of 70%.',
      target: {
        aspirational: 70,
        minimum: 60,
      },
      urn: '100004',
      yearGroup: 'Y6',
    });
    expect(read(DALE, everywhere(DALE), [at(65, DALE)]).some(({ progress }) => progress === 'hidden')).toBe(false);
  });

  test('M15: hides the target of a small cohort before any return, and whole-school figures of a tiny school', () => {
    const all = read(DALE, everywhere(DALE), [], false);
    expect(cell(all, { yearGroup: 'Y2', measure: 'maths' })).toEqual({
      measure: 'maths',
      progress: 'hidden',
      pupils: 5,
      says: 'Dale Village Primary School, Maths in Year 2: hidden, too few pupils.',
      urn: '100004',
      yearGroup: 'Y2',
    });
    const tiny = { ...DALE, pupils: { Y1: 3, Y2: 2 } };
    expect(cell(read(tiny, everywhere(tiny), [], false), { measure: 'attendance' })?.progress).toBe('hidden');
    const unknown = { ...ASH, pupils: {} };
    expect(cell(read(unknown, everywhere(unknown), [], false))?.progress).toBe('hidden');
  });

  test('M15: never shows an outsider a small cohort, nor leaves one alone hidden in a measure', () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fc.array(size, { minLength: 7, maxLength: 7 }), fc.boolean(), (sizes, returned) => {
        const of = { ...DALE, pupils: Object.fromEntries(DALE.years.map((year, place) => [year, sizes[place] ?? 1])) };
        const all = read(of, everywhere(of), returned ? [at(65, of)] : [], false).filter(
          (one) => one.measure === 'maths',
        );
        const shown = all.filter(({ progress }) => progress !== 'hidden');
        expect(all.length - shown.length).not.toBe(1);
        expect(shown.every(({ pupils }) => pupils >= OWLS.soap.suppressBelow)).toBe(true);
      }),
    );
  });
});

describe('the trust beside its targets', () => {
  const targets = [ASH, BROOK, CEDAR, DALE].flatMap((one) => everywhere(one));

  test('M23: reads year groups and measures over the schools that returned, weighted by pupils', () => {
    const { trust, gaps } = monitor(targets, [at(40), at(70, CEDAR)]);
    const maths = trust.filter((one) => one.measure === 'maths');
    // 30 pupils at 40% and 60 at 70%.
    expect(maths.find(({ yearGroup }) => yearGroup === 'Y3')).toEqual({
      figure: 60,
      measure: 'maths',
      points: 10,
      progress: 'on track',
      pupils: 90,
      says: 'Maths in Year 3 over 2 schools: 60%, on track; 10 points to the target of 70%.',
      schools: 2,
      target: {
        aspirational: 70,
        minimum: 60,
      },
      yearGroup: 'Y3',
    });
    expect(maths.find(({ yearGroup }) => yearGroup === 'Y1')).toEqual({
      figure: 40,
      measure: 'maths',
      points: 20,
      progress: 'off track',
      pupils: 30,
      says: 'Maths in Year 1 over one school: 40%, 20 points below the minimum of 60%.',
      schools: 1,
      target: {
        aspirational: 70,
        minimum: 60,
      },
      yearGroup: 'Y1',
    });
    expect(maths.filter(({ yearGroup }) => yearGroup === undefined)).toEqual([
      {
        figure: 57.1,
        measure: 'maths',
        points: 2.9,
        progress: 'off track',
        pupils: 420,
        says: 'Maths over 2 schools: 57.1%, 2.9 points below the minimum of 60%.',
        schools: 2,
        target: {
          aspirational: 70,
          minimum: 60,
        },
      },
    ]);
    expect(trust.filter(({ measure }) => measure === 'attendance')).toHaveLength(1);
    expect(gaps).toEqual([
      'Brookside Infant School has made no return.',
      'Dale Village Primary School has made no return.',
    ]);
  });

  test('M23: names what is off track, furthest first', () => {
    const figures = (level: number) => ({ year: 'Y3' as const, pupils: 30, figures: { maths: level } });
    const returns = [
      { ...at(65), cohorts: [figures(55)] },
      { ...at(65, CEDAR), cohorts: [figures(50)] },
    ];
    const only = [signed(ASH), signed(CEDAR)];
    expect(monitor(only, returns).offTrack).toEqual([
      'Maths in Year 3 over 2 schools: 52.5%, 7.5 points below the minimum of 60%.',
      'Maths over 2 schools: 52.5%, 7.5 points below the minimum of 60%.',
      'Cedar Junior School, Maths in Year 3: 50%, 10 points below the minimum of 60%.',
      'Ash Tree Primary School, Maths in Year 3: 55%, 5 points below the minimum of 60%.',
    ]);
  });

  test('M23: is empty, with gaps named, where nobody has returned or set anything', () => {
    const made = monitor([], []);
    expect(made.trust).toEqual([]);
    expect(made.offTrack).toEqual([]);
    expect(made.gaps).toHaveLength(8);
    expect(targetsMonitored(OWLS, OWLS_TARGETS, { returns: [], schools: [] }, [], half, () => true).gaps).toEqual([]);
  });

  test('M15: totals leave out what the reader does not see', () => {
    const returns = [at(70), at(20, DALE)];
    const year2 = (inFull: boolean) =>
      monitor(targets, returns, (urn) => inFull || urn === ASH.urn).trust.find(
        ({ yearGroup, measure }) => yearGroup === 'Y2' && measure === 'maths',
      );
    expect(year2(false)).toEqual({
      figure: 70,
      measure: 'maths',
      points: 0,
      progress: 'met',
      pupils: 30,
      says: 'Maths in Year 2 over one school: 70%, at the target of 70%.',
      schools: 1,
      target: {
        aspirational: 70,
        minimum: 60,
      },
      yearGroup: 'Y2',
    });
    expect(year2(true)).toEqual({
      figure: 62.9,
      measure: 'maths',
      points: 7.1,
      progress: 'on track',
      pupils: 35,
      says: 'Maths in Year 2 over 2 schools: 62.9%, on track; 7.1 points to the target of 70%.',
      schools: 2,
      target: {
        aspirational: 70,
        minimum: 60,
      },
      yearGroup: 'Y2',
    });
  });
});

describe('the key performance indicators', () => {
  const kpis = (returns: readonly SoapReturn[], inFull = true) =>
    kpiReadings(OWLS, OWLS_TARGETS, facts({ returns }), half, () => inFull);
  const named = (name: string, ...given: Parameters<typeof kpis>) =>
    kpis(...given).find(({ kpi }) => kpi.name === name);

  test('M22: stand beside the trust’s figure, weighted by pupils, in their direction', () => {
    const returns = [at(60), at(75, CEDAR)];
    // 30 and 59 pupils of Year 6.
    expect(named('Reading, writing and maths in Year 6', returns)).toEqual({
      figure: 69.9,
      kpi: {
        direction: 'at least',
        measure: 'rwm',
        name: 'Reading, writing and maths in Year 6',
        value: 65,
        years: ['Y6'],
      },
      points: 4.9,
      pupils: 89,
      says: 'Reading, writing and maths in Year 6: 69.9%, reached (at least 65%).',
    });
    expect(named('Good level of development', returns)).toEqual({
      figure: 60,
      kpi: {
        direction: 'at least',
        measure: 'gld',
        name: 'Good level of development',
        value: 75,
        years: ['R'],
      },
      points: -15,
      pupils: 30,
      says: 'Good level of development: 60%, 15 points short (at least 75%).',
    });
    expect(named('Persistent absence', returns)).toEqual({
      figure: 0,
      kpi: {
        direction: 'at most',
        measure: 'persistentAbsence',
        name: 'Persistent absence',
        value: 13,
      },
      points: 13,
      pupils: 450,
      says: 'Persistent absence: 0%, reached (at most 13%).',
    });
  });

  test('M22: say where no return holds them; small cohorts don’t count for others', () => {
    expect(kpis([]).every(({ figure }) => figure === undefined)).toBe(true);
    expect(named('Good level of development', [at(60, DALE)])?.figure).toBe(60);
    expect(named('Good level of development', [at(60, DALE)], false)?.figure).toBeUndefined();
  });
});
