import { describe, expect, test } from 'vitest';
import { halfTermById } from '../calendar/academic-calendar.ts';
import { ASH, AUTUMN_2, BROOK, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { SoapReturn } from '../soap/return.ts';
import { kpiReadings } from './kpis.ts';
import { schoolReadings } from './monitoring.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import { signed } from './targets.examples.ts';
import type { TargetsPolicy } from './targets-policy.ts';

const half = halfTermById(OWLS, AUTUMN_2);
if (!half) throw new Error('The example calendar has no autumn 2.');
const FEW = OWLS.soap.suppressBelow;
/** A return of one year group of so many pupils, with the whole school's figures. */
const returned = (...pupils: readonly number[]): SoapReturn =>
  soapReturn(ASH, AUTUMN_2, 70, {
    cohorts: pupils.map((count, at) => ({ year: at === 0 ? 'Y3' : 'Y4', pupils: count, figures: {} })),
  });
const attendance = (made: SoapReturn, inFull: boolean) =>
  schoolReadings(
    OWLS,
    OWLS_TARGETS,
    facts({ returns: [made] }),
    [signed(ASH, { measure: 'attendance' }, { minimum: 90, aspirational: 95 })],
    ASH,
    half,
    inFull,
  ).find(({ measure }) => measure === 'attendance');

describe('figures of a whole school of few pupils, read from outside', () => {
  test('M15: are hidden below the policy’s number of pupils, and shown from it on', () => {
    expect(attendance(returned(FEW - 1), false)).toEqual({
      ...{ urn: ASH.urn, measure: 'attendance', pupils: FEW - 1, progress: 'hidden' },
      says: `${ASH.name}, Attendance: hidden, too few pupils.`,
    });
    expect(attendance(returned(FEW), false)).toMatchObject({ pupils: FEW, progress: 'met', figure: 95.5 });
    expect(attendance(returned(FEW - 1), true)).toMatchObject({ pupils: FEW - 1, progress: 'met', figure: 95.5 });
  });

  test('M15: count the pupils of all year groups returned, else those of the roll', () => {
    expect(attendance(returned(FEW - 1, 1), false)).toMatchObject({ pupils: FEW, figure: 95.5 });
    expect(attendance(returned(), false)).toMatchObject({ pupils: 210, figure: 95.5 });
  });

  test('M15: a small year group does not hide the whole school', () => {
    expect(attendance(returned(1, 60), false)).toMatchObject({ pupils: 61, figure: 95.5 });
  });
});

describe('an indicator of whole schools (M22)', () => {
  const read = (returns: readonly SoapReturn[], inFull: boolean, own: TargetsPolicy = OWLS_TARGETS) =>
    kpiReadings(OWLS, own, facts({ returns }), half, () => inFull);
  const said = (...given: Parameters<typeof read>) =>
    read(...given).find(({ kpi }) => kpi.measure === 'attendance')?.says;

  test('M15: leaves out a school of too few pupils, where the reader is from outside', () => {
    const read95 = 'Attendance: 95.5%, reached (at least 95%).';
    expect(said([returned(FEW - 1)], false)).toBe('Attendance: no return holds it.');
    expect(said([returned(FEW)], false)).toBe(read95);
    expect(said([returned(FEW - 1)], true)).toBe(read95);
  });

  test('M22: counts the pupils of those whose return holds it', () => {
    const brook = soapReturn(BROOK, AUTUMN_2, 70, { school: {} });
    const [reading] = read([returned(60), brook], true).filter(({ kpi }) => kpi.measure === 'attendance');
    expect(reading).toMatchObject({ figure: 95.5, pupils: 60 });
  });

  test('M22: is not read where the return has no such measure', () => {
    const [kpi] = OWLS_TARGETS.kpis;
    if (!kpi) throw new Error('OWLS has indicators.');
    expect(read([returned(60)], true, { ...OWLS_TARGETS, kpis: [{ ...kpi, measure: 'gone' }] })).toEqual([]);
  });
});
