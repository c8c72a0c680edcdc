import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { halfTermById } from '../calendar/academic-calendar.ts';
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
import type { AssessmentRecord } from '../national/assessment-record.ts';
import { askingWindow } from '../national/assessments.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { assessmentsView } from './assessments.ts';

const record = (assessment: string, figures: AssessmentRecord['figures'], other: Partial<AssessmentRecord> = {}) => ({
  ...{ urn: ASH.urn, year: '2026-27', assessment, pupils: 30, figures },
  ...{ recordedOn: '2027-07-12', recordedBy: HEAD_ASH.id, ...other },
});
const assessments: readonly AssessmentRecord[] = [
  record('keyStage2', { reading: 80, rwm: 60 }),
  record('keyStage1', { reading: 80 }),
  record('phonics', { phonics: 70 }, { year: '2024-25' }),
  record('phonics', { phonics: 90 }, { urn: BROOK.urn }),
];
const FACTS = facts({ records: { ...NO_RECORDS, national: { assessments } } });
const JULY = at('2027-07-05T09:00');
const view = (person = CEO, now = JULY, given = FACTS) => assessmentsView(OWLS, given, person, ASH.urn, now);

describe('a school’s assessments', () => {
  test('M16, M17: the running year’s with what is on record and until when the rest is wanted, then earlier ones on record', () => {
    const [running, earlier, ...more] = view()?.years ?? [];
    expect(more).toEqual([]);
    expect(running?.year).toBe('2026-27');
    expect(running?.assessments.map(({ key, begun, record }) => [key, begun, record !== undefined])).toEqual([
      ['eyfsBaseline', true, false],
      ['eyfsGoals', true, false],
      ['phonics', true, false],
      ['keyStage1', true, true],
      ['multiplication', true, false],
      ['keyStage2', true, true],
    ]);
    expect(running?.assessments[2]?.by).toMatch(/^2027-07-/);
    expect(running?.assessments[5]?.byName).toBe(HEAD_ASH.name);
    expect([earlier?.year, earlier?.assessments.map(({ key }) => key)]).toEqual(['2024-25', ['phonics']]);
    expect(view(CEO, at('2026-11-27T09:00'))?.years[0]?.assessments[2]?.begun).toBe(false);
  });

  test('M17: last summer’s stay while results may come late', () => {
    const years = (when: string) =>
      view(CEO, at(when), { ...FACTS, records: NO_RECORDS })?.years.map(({ year }) => year);
    expect(years('2027-07-05T09:00')).toEqual(['2026-27']);
    expect(years('2027-07-20T09:00')).toEqual(['2026-27']);
    expect(years('2027-10-20T09:00')).toEqual(['2027-28']);
  });

  test('M16, M17: years that are over are there in full, to be entered late or corrected', () => {
    const over = view()?.over ?? [];
    expect(over.map(({ year }) => year)).toEqual(['2025-26', '2024-25']);
    for (const { assessments } of over) {
      expect(assessments.map(({ key }) => key)).toEqual(view()?.years[0]?.assessments.map(({ key }) => key));
      expect(assessments.every(({ begun, by }) => begun && by !== undefined)).toBe(true);
    }
    expect(over[1]?.assessments.filter(({ record }) => record).map(({ key }) => key)).toEqual(['phonics']);
    expect(view(CEO, at('2027-10-20T09:00'))?.over.map(({ year }) => year)).toEqual(['2026-27', '2025-26', '2024-25']);
    const old = record('phonics', { phonics: 70 }, { year: '2018-19' });
    const known = facts({ records: { ...NO_RECORDS, national: { assessments: [old] } } });
    expect(view(CEO, JULY, known)?.over.at(-1)?.year).toBe('2018-19');
    // Beyond the policy's years nothing runs, and so nothing is over.
    expect(view(CEO, at('2040-01-10T09:00'))?.over).toEqual([]);
  });

  test('M17: figures stand beside England’s of the same year group, not of another that has a measure of the name', () => {
    const shown = view()?.years[0]?.assessments ?? [];
    expect(shown[5]?.beside.map(({ measure, national, standing }) => [measure, national, standing])).toEqual([
      ['reading', 75, 'above'],
      ['rwm', 62, 'in line'],
    ]);
    expect(shown[3]?.beside).toEqual([]);
  });

  test('M1: the head records; who reads the school in full reads; nobody else learns of it', () => {
    expect(view(HEAD_ASH)?.mayRecord).toBe(true);
    expect(view()?.mayRecord).toBe(false);
    expect(view(HEAD_BROOK)).toBeUndefined();
    expect(assessmentsView(OWLS, FACTS, CEO, '999999', JULY)).toBeUndefined();
  });

  test('M16, M17: says whose they are; a trust without records has what is wanted and nothing beside', () => {
    for (const records of [{}, undefined]) {
      const seen = view(CEO, JULY, facts(records ? { records } : {}));
      expect(seen?.school).toEqual({ urn: ASH.urn, name: ASH.name });
      expect(seen?.years[0]?.assessments.every(({ record: kept, beside }) => !kept && beside.length === 0)).toBe(true);
    }
    // Beyond the policy's years nothing is wanted: only what is on record is shown.
    const years = view(CEO, at('2040-01-10T09:00'))?.years.map(({ year }) => year);
    expect(years).toEqual(['2026-27', '2024-25']);
  });

  test('M17: last summer’s are wanted up to their last moment', () => {
    const shown = (now: Temporal.Instant) => view(CEO, now, facts())?.years.map(({ year }) => year);
    const halfTerm = halfTermById(OWLS, '2026-27/summer-2');
    const phonics = OWLS.national.assessments.find(({ key }) => key === 'phonics');
    if (!halfTerm || !phonics) throw new Error('OWLS has phonics in summer 2.');
    const last = OWLS.national.assessments
      .filter(({ place }) => place === 'last')
      .map((one) => askingWindow(OWLS, halfTerm, one).until)
      .sort(Temporal.Instant.compare)
      .at(-1);
    if (!last) throw new Error('There are assessments at the end of the year.');
    expect(shown(last.subtract({ milliseconds: 1 }))?.[1] ?? '2026-27').toBe('2026-27');
    expect(shown(last)).not.toContain('2026-27');
  });

  test('M1: a head who reads other schools records at their own alone', () => {
    const both = person('p-both', 'Vic', ['director', trust], ['head', ofSchool(BROOK.urn)]);
    const records = (urn: string) => assessmentsView(OWLS, FACTS, both, urn, JULY)?.mayRecord;
    expect([records(ASH.urn), records(BROOK.urn)]).toEqual([false, true]);
  });

  test('M17: a figure that was not recorded, or of which England has none, stands alone', () => {
    const beside = (figures: AssessmentRecord['figures'], policy = OWLS) => {
      const given = facts({ records: { ...NO_RECORDS, national: { assessments: [record('keyStage2', figures)] } } });
      const shown = assessmentsView(policy, given, CEO, ASH.urn, JULY)?.years[0]?.assessments[5];
      return shown?.beside.map(({ measure }) => measure);
    };
    const series = OWLS.national.series.map((one) => (one.measure === 'reading' ? { ...one, values: [] } : one));
    expect(beside({ rwm: 60 })).toEqual(['rwm']);
    expect(beside({ reading: 80, rwm: 60 }, { ...OWLS, national: { ...OWLS.national, series } })).toEqual(['rwm']);
  });
});
