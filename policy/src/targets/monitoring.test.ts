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
    expect(standing(72.5)).toMatchObject({ progress: 'met', points: 2.5 });
    expect(standing(70)).toMatchObject({ progress: 'met', points: 0 });
    expect(standing(69.9)).toMatchObject({ progress: 'on track', points: 0.1 });
    expect(standing(60)).toMatchObject({ progress: 'on track', points: 10 });
    expect(standing(59)).toMatchObject({
      progress: 'off track',
      points: 1,
      says: 'Ash Tree Primary School, Maths in Year 3: 59%, 1 point below the minimum of 60%.',
    });
  });

  test('M23: is the other way round where less is better', () => {
    const target = { minimum: 12, aspirational: 10 };
    expect(judge({ better: 'lower' }, 'Absence', 9, target)).toMatchObject({ progress: 'met', points: 1 });
    expect(judge({ better: 'lower' }, 'Absence', 12, target)).toMatchObject({ progress: 'on track', points: 2 });
    expect(judge({ better: 'lower' }, 'Absence', 15, target)).toMatchObject({
      progress: 'off track',
      points: 3,
      says: 'Absence: 15%, 3 points above the limit of 12%.',
    });
  });

  test('M23: says where a figure or a signed-off target is missing; nothing is off track that has none', () => {
    expect(cell(read(ASH, [signed(ASH)], []))).toMatchObject({ progress: 'no figure', target: { minimum: 60 } });
    const lastHalfTerm = soapReturn(ASH, '2026-27/autumn-1', 20);
    expect(cell(read(ASH, [signed(ASH)], [lastHalfTerm]))).toMatchObject({ progress: 'no figure' });
    const unsigned = { ...signed(ASH), academicYear: '2025-26' };
    expect(cell(read(ASH, [unsigned], [at(20)]))).toMatchObject({ progress: 'no target', figure: 20 });
  });

  test('M15: hides small cohorts and the one that would give them away, with their targets', () => {
    const all = read(DALE, everywhere(DALE), [at(65, DALE)], false);
    const hidden = all.filter(({ progress }) => progress === 'hidden');
    expect(hidden.map(({ yearGroup, measure }) => `${yearGroup}/${measure}`)).toContain('Y2/maths');
    expect(cell(all, { yearGroup: 'Y4', measure: 'maths' })).toMatchObject({ progress: 'hidden' });
    for (const one of hidden) {
      expect(one.figure).toBeUndefined();
      expect(one.target).toBeUndefined();
      expect(one.points).toBeUndefined();
      expect(one.says).not.toMatch(/\d%/);
    }
    expect(cell(all, { yearGroup: 'Y6', measure: 'maths' })).toMatchObject({ progress: 'on track' });
    expect(read(DALE, everywhere(DALE), [at(65, DALE)]).some(({ progress }) => progress === 'hidden')).toBe(false);
  });

  test('M15: hides the target of a small cohort before any return, and whole-school figures of a tiny school', () => {
    const all = read(DALE, everywhere(DALE), [], false);
    expect(cell(all, { yearGroup: 'Y2', measure: 'maths' })).toMatchObject({ progress: 'hidden' });
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
    expect(maths.find(({ yearGroup }) => yearGroup === 'Y3')).toMatchObject({
      figure: 60,
      progress: 'on track',
      pupils: 90,
      schools: 2,
    });
    expect(maths.find(({ yearGroup }) => yearGroup === 'Y1')).toMatchObject({ figure: 40, points: 20, schools: 1 });
    expect(maths.filter(({ yearGroup }) => yearGroup === undefined)).toMatchObject([{ pupils: 420, schools: 2 }]);
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
    expect(year2(false)).toMatchObject({ figure: 70, schools: 1 });
    expect(year2(true)).toMatchObject({ figure: 62.9, schools: 2 });
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
    expect(named('Reading, writing and maths in Year 6', returns)).toMatchObject({
      figure: 69.9,
      points: 4.9,
      pupils: 89,
    });
    expect(named('Good level of development', returns)).toMatchObject({
      points: -15,
      says: 'Good level of development: 60%, 15 points short (at least 75%).',
    });
    expect(named('Persistent absence', returns)).toMatchObject({ figure: 0, points: 13 });
  });

  test('M22: say where no return holds them; small cohorts don’t count for others', () => {
    expect(kpis([]).every(({ figure }) => figure === undefined)).toBe(true);
    expect(named('Good level of development', [at(60, DALE)])?.figure).toBe(60);
    expect(named('Good level of development', [at(60, DALE)], false)?.figure).toBeUndefined();
  });
});
