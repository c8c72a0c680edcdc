import { describe, expect, test } from 'vitest';
import { ASH, at, CEDAR, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { askingWindow, assessmentsOf } from './assessments.ts';
import { type NationalRecords, nationalTasks } from './national-tasks.ts';
import { OWLS_NATIONAL } from './owls-national.ts';

describe('what the year’s assessments ask, in full (M16, M17, M18)', () => {
  const tasks = (when: string) =>
    nationalTasks(OWLS, OWLS_NATIONAL, facts({ schools: [ASH] }), { assessments: [], analyses: [] }, at(when));

  test('of a head', () => {
    expect(tasks('2026-10-05T09:00')).toEqual([
      {
        because: 'Ash Tree Primary School teaches Reception, and the outcome is not on record.',
        by: '2026-10-15T16:00:00Z',
        key: 'assessment/eyfsBaseline/2026-27/100001/p-ash',
        kind: 'task',
        otherwise: 'Without it the year has no starting point or end to compare with.',
        person: 'p-ash',
        rule: 'M16',
        since: '2026-09-08T07:00:00Z',
        title: 'Record for Ash Tree Primary School: Baseline on entry to Reception, 2026-27',
        urn: '100001',
      },
    ]);
    expect(tasks('2026-12-07T09:00')).toEqual([
      {
        because: 'Results of 2025-26 are held against England in the autumn after them.',
        by: '2026-12-11T17:00:00Z',
        key: 'analysis/2025-26/100001/p-ash',
        kind: 'task',
        otherwise: 'Needs that the results show stay without a plan, and the trust’s overview has a gap.',
        person: 'p-ash',
        rule: 'M18',
        since: '2026-11-02T08:00:00Z',
        title: 'Analyse the results of 2025-26 for Ash Tree Primary School in Analyse School Performance (ASP)',
        urn: '100001',
      },
    ]);
    expect(tasks('2027-07-05T09:00').map(({ title }) => title)).toEqual([
      'Record for Ash Tree Primary School: Early learning goals, 2026-27',
      'Record for Ash Tree Primary School: Phonics screening check, 2026-27',
      'Record for Ash Tree Primary School: Core subjects at the end of Year 2, 2026-27',
      'Record for Ash Tree Primary School: Multiplication tables check, 2026-27',
      'Record for Ash Tree Primary School: Core subjects at the end of Year 6, 2026-27',
    ]);
  });

  test('of who has not recorded that very assessment or analysis, at a school that stays', () => {
    const owed = (when: string, records: Partial<NationalRecords> = {}, schools = [ASH]) =>
      nationalTasks(
        OWLS,
        OWLS_NATIONAL,
        facts({ schools }),
        { assessments: [], analyses: [], ...records },
        at(when),
      ).map(({ key }) => key);
    const phonics = {
      urn: ASH.urn,
      year: '2026-27',
      assessment: 'phonics',
      pupils: 30,
      figures: {},
      recordedOn: '2027-07-01',
      recordedBy: 'p-ash',
    };
    expect(owed('2027-07-05T09:00', { assessments: [phonics] })).toEqual([
      'assessment/eyfsGoals/2026-27/100001/p-ash',
      'assessment/keyStage1/2026-27/100001/p-ash',
      'assessment/multiplication/2026-27/100001/p-ash',
      'assessment/keyStage2/2026-27/100001/p-ash',
    ]);
    for (const other of [{ urn: CEDAR.urn }, { year: '2025-26' }]) {
      expect(owed('2027-07-05T09:00', { assessments: [{ ...phonics, ...other }] })).toHaveLength(5);
    }
    const sent = { by: 'p-ash', at: '2026-12-01T10:00:00Z' };
    const analysis = { urn: ASH.urn, year: '2025-26', needs: [], actions: [], sent };
    const when = '2026-12-07T09:00';
    const own = ['analysis/2025-26/100001/p-ash'];
    expect(owed(when, { analyses: [analysis] })).toEqual([]);
    expect(owed(when, { analyses: [{ ...analysis, urn: CEDAR.urn }] })).toEqual(own);
    expect(owed(when, { analyses: [{ ...analysis, year: '2024-25' }] })).toEqual(own);
    expect(owed(when, {}, [{ ...ASH, left: '2026-12-18' }])).toEqual([]);
    expect(owed(when, {}, [{ ...ASH, left: '2026-12-19' }])).toEqual(own);
    // Year 2’s assessment is optional, Year 3 has none, and Reception’s baseline is the year’s first: nothing to analyse.
    for (const year of ['Y2', 'Y3'] as const) expect(owed(when, {}, [{ ...ASH, years: [year] }])).toEqual([]);
  });

  test('of a school by its year groups', () => {
    const of = (own = OWLS_NATIONAL, school: typeof ASH = ASH, year = '2026-27') =>
      assessmentsOf(own, school, year).map(({ assessment, status, asked, why }) => [
        assessment.key,
        status,
        asked,
        ...why.because,
        why.wouldChange,
      ]);
    expect(of()).toEqual([
      [
        'eyfsBaseline',
        'statutory',
        true,
        'The school teaches Reception.',
        'Baseline on entry to Reception is statutory from 2021-22 on.',
        'Without pupils in Reception it would not be owed.',
      ],
      [
        'eyfsGoals',
        'statutory',
        true,
        'The school teaches Reception.',
        'Early learning goals is statutory from 2012-13 on.',
        'Without pupils in Reception it would not be owed.',
      ],
      [
        'phonics',
        'statutory',
        true,
        'The school teaches Year 1.',
        'Phonics screening check is statutory from 2011-12 on.',
        'Without pupils in Year 1 it would not be owed.',
      ],
      [
        'keyStage1',
        'optional',
        true,
        'The school teaches Year 2.',
        'Core subjects at the end of Year 2 is optional from 2023-24 on, and the trust asks for it.',
        'Without pupils in Year 2 it would not be owed.',
      ],
      [
        'multiplication',
        'statutory',
        true,
        'The school teaches Year 4.',
        'Multiplication tables check is statutory from 2021-22 on.',
        'Without pupils in Year 4 it would not be owed.',
      ],
      [
        'keyStage2',
        'statutory',
        true,
        'The school teaches Year 6.',
        'Core subjects at the end of Year 6 is statutory from 2015-16 on.',
        'Without pupils in Year 6 it would not be owed.',
      ],
    ]);
    expect(
      of({ ...OWLS_NATIONAL, askOptional: !OWLS_NATIONAL.askOptional }).filter(([, status]) => status === 'optional'),
    ).toEqual([
      [
        'keyStage1',
        'optional',
        false,
        'The school teaches Year 2.',
        'Core subjects at the end of Year 2 is optional from 2023-24 on.',
        'Without pupils in Year 2 it would not be owed.',
      ],
    ]);
    expect(of(OWLS_NATIONAL, { ...ASH, pupils: { ...ASH.pupils, Y6: 0 } }).map(([key]) => key)).toEqual([
      'eyfsBaseline',
      'eyfsGoals',
      'phonics',
      'keyStage1',
      'multiplication',
    ]);
    expect(of(OWLS_NATIONAL, ASH, '2019-20').map(([key]) => key)).toEqual(['eyfsBaseline']);
  });

  test('within a half term that is shorter than the policy thinks', () => {
    const window = askingWindow(
      OWLS,
      { from: '2026-12-14', to: '2026-12-18' },
      { opens: { days: 10, at: '08:00' }, due: { days: -2, at: '17:00' }, closes: { days: 3, at: '12:00' } },
    );
    expect([window.since, window.by, window.until].map(String)).toEqual([
      '2026-12-16T17:00:00Z',
      '2026-12-16T17:00:00Z',
      '2026-12-21T12:00:00Z',
    ]);
  });
});
