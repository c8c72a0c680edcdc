import { describe, expect, test } from 'vitest';
import { ATTAINMENT, FULL_REGISTER, REGISTER, RESULTS } from './files.examples.ts';
import { planImport } from './plan-import.ts';

const empty = { schools: [], results: [] };
const first = () => planImport(empty, { schools: REGISTER, results: RESULTS });
const applied = () => ({ schools: first().create, results: first().results });

describe('an import (M2)', () => {
  test('creates every school either file names, the register telling rating and district, the results ages and roll', () => {
    expect(first().create.map(({ name }) => name)).toEqual([
      'Ash Tree Primary School',
      'Brookside Infant School, Wigston',
      'Cedar Junior School',
      'Dale Free School',
      'Gorse New Primary School',
    ]);
    expect(first().create[0]).toEqual({
      urn: '900001',
      name: 'Ash Tree Primary School',
      phase: 'primary',
      years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
      pupils: { R: 30, Y1: 30, Y2: 30, Y3: 30, Y4: 30, Y5: 30, Y6: 29 },
      cluster: 'Blaby',
      governance: 'LGB',
      ofsted: { grade: 2 },
      sponsored: false,
    });
    expect(first().create[1]).toEqual({
      cluster: 'Oadby and Wigston',
      governance: 'LGB',
      name: 'Brookside Infant School, Wigston',
      ofsted: {
        grade: 1,
      },
      phase: 'infant',
      pupils: {},
      sponsored: false,
      urn: '900002',
      years: ['R', 'Y1', 'Y2'],
    });
    expect(first().results).toHaveLength(5);
  });

  test('done twice changes nothing the second time', () => {
    expect(planImport(applied(), { schools: REGISTER, results: RESULTS })).toEqual({
      create: [],
      fingerprint: '4ed4a6f5f131c306',
      problems: [],
      results: [],
      unchanged: 5,
      update: [],
    });
  });

  test('M28: leaves a recorded inspection alone, which the register may never name, until the register has a later one', () => {
    const inspected = (on: string) => ({
      ...applied(),
      schools: applied().schools.map((one) => ({ ...one, ofsted: { grade: 3 as const, on, inspection: 'i-card' } })),
    });
    expect(planImport(inspected('2026-03-10'), { schools: REGISTER, results: RESULTS }).update).toEqual([]);
  });

  test('updates what a newer register says and names each change; without a rating it leaves the grade alone', () => {
    const { create, update } = planImport(applied(), { schools: FULL_REGISTER });
    expect(create.map(({ name }) => name)).toEqual(['Elm Nursery and Primary School']);
    expect(update).toHaveLength(1);
    expect(update[0]?.school.ofsted).toEqual({ grade: 2 });
    expect(update[0]?.changes).toEqual([
      { field: 'Name', from: 'Ash Tree Primary School', to: 'Ash Tree Primary Academy' },
      { field: 'Sponsored', from: 'no', to: 'yes' },
    ]);
  });

  test('never overwrites a cluster or a roll that is known', () => {
    const schools = first().create.map((one) => ({ ...one, cluster: 'Ours', pupils: { ...one.pupils, Y6: 25 } }));
    const plan = planImport({ schools, results: first().results }, { schools: REGISTER, results: RESULTS });
    expect(plan.update).toEqual([]);
  });

  test('fills a cluster and a roll that are not known', () => {
    const schools = first()
      .create.slice(0, 1)
      .map((one) => ({ ...one, cluster: '', pupils: {} }));
    const plan = planImport({ schools, results: [] }, { schools: REGISTER, results: RESULTS });
    expect(plan.update[0]?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['Pupils', '', 'Reception: 30, Year 1: 30, Year 2: 30, Year 3: 30, Year 4: 30, Year 5: 30, Year 6: 29'],
      ['Cluster', '', 'Blaby'],
    ]);
  });

  test('keeps the inspection date with an unchanged grade and drops it with a new one', () => {
    const schools = first().create.map((one) => ({ ...one, ofsted: { grade: 2 as const, on: '2020-01-10' } }));
    const plan = planImport({ schools, results: [] }, { schools: REGISTER });
    const changes = Object.fromEntries(plan.update.map(({ school, changes: list }) => [school.urn, list]));
    expect(changes['900001']).toBeUndefined();
    expect(changes['900002']).toEqual([
      { field: 'Ofsted grade', from: '2', to: '1' },
      { field: 'Inspected', from: '2020-01-10', to: '' },
    ]);
  });

  test("an earlier year's column never replaces what that year's own file said", () => {
    const own = planImport(empty, {
      results: 'RECTYPE,URN,SCHNAME,PTRWM_EXP,PTREAD_EXP\n1,900001,Ash Tree Primary School,58%,60%\n',
      year: '2017-18',
    });
    const { results } = planImport({ schools: [], results: own.results }, { results: RESULTS });
    const then = results.find(({ urn, year }) => urn === '900001' && year === '2017-18');
    expect(then?.expected).toEqual({ rwm: { value: 58 }, reading: { value: 60 } });
    const both = planImport(empty, { results: RESULTS }).results.find(
      ({ urn, year }) => urn === '900001' && year === '2017-18',
    );
    expect(both?.expected).toEqual({ rwm: { value: 57 } });
  });

  test('a corrected figure replaces the old one', () => {
    const corrected = planImport(applied(), { results: RESULTS.replace('66%', '67%') });
    expect(corrected.results.map(({ urn, year, expected }) => [urn, year, expected.rwm])).toEqual([
      ['900001', '2018-19', { value: 67 }],
    ]);
  });

  test('reads the newer attainment file beside a register', () => {
    const plan = planImport(applied(), { results: ATTAINMENT });
    expect(plan.results.map(({ urn, year }) => `${year}/${urn}`)).toEqual([
      '2023-24/900001',
      '2024-25/900001',
      '2024-25/900003',
    ]);
    expect(plan.update).toEqual([]);
  });

  test('has the same fingerprint for the same plan and another for another', () => {
    const again = planImport(empty, { schools: REGISTER, results: RESULTS });
    expect(again.fingerprint).toBe(first().fingerprint);
    expect(first().fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(planImport(empty, { schools: REGISTER }).fingerprint).not.toBe(first().fingerprint);
    expect(planImport(applied(), { schools: REGISTER, results: RESULTS }).fingerprint).not.toBe(first().fingerprint);
  });

  test('of no file does nothing; the problems of both files are told', () => {
    expect(planImport(empty, {})).toEqual({
      create: [],
      fingerprint: '4ed4a6f5f131c306',
      problems: [],
      results: [],
      unchanged: 0,
      update: [],
    });
    const bad = planImport(empty, { schools: 'no', results: 'nor this' });
    expect(bad.problems.map(({ file }) => file)).toEqual(['schools', 'results']);
  });
});
