import { describe, expect, test } from 'vitest';
import { at, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { OWLS_REPORTS } from './owls-reports.ts';
import { AUTUMN, TWO_TERMS } from './reports.examples.ts';
import { reportsTasks } from './reports-tasks.ts';
import { spanOf, termById, termLabel, termsOf } from './term.ts';

describe('what reports ask, in full', () => {
  const tasks = (when: string, policy = OWLS) => reportsTasks(policy, OWLS_REPORTS, facts(), { given: [] }, at(when));

  test('M40-M44, M48: of the CEO and of heads', () => {
    expect(tasks('2026-12-10T09:00').slice(0, 5)).toEqual([
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/boardSoap/2026-27/autumn/p-ceo',
        kind: 'task',
        otherwise: 'The board meets without it.',
        person: 'p-ceo',
        rule: 'M40',
        since: '2026-12-07T08:00:00Z',
        title: "Give the schools' pages for the board: Autumn term, 2026-27",
      },
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/ceoTermly/2026-27/autumn/p-ceo',
        kind: 'task',
        otherwise: 'The board meets without it.',
        person: 'p-ceo',
        rule: 'M41',
        since: '2026-12-07T08:00:00Z',
        title: "Give the CEO's report to the board: Autumn term, 2026-27",
      },
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/standardsAndRisk/2026-27/autumn/p-ceo',
        kind: 'task',
        otherwise: 'The board meets without it.',
        person: 'p-ceo',
        rule: 'M42',
        since: '2026-12-07T08:00:00Z',
        title: 'Give the report on standards and risk: Autumn term, 2026-27',
      },
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/annualEvaluation/2026-27/autumn/p-ceo',
        kind: 'task',
        otherwise: 'The board meets without it.',
        person: 'p-ceo',
        rule: 'M43',
        since: '2026-12-07T08:00:00Z',
        title: 'Give the annual evaluation: 2025-26',
      },
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/headsReport/2026-27/autumn/100001/p-ash',
        kind: 'task',
        otherwise: 'Governors meet without the school’s agreed judgement, and the trust’s report has a gap.',
        person: 'p-ash',
        rule: 'M44',
        since: '2026-12-07T08:00:00Z',
        title: "Give the head's report to governors of Ash Tree Primary School: Autumn term, 2026-27",
        urn: '100001',
      },
    ]);
    expect(tasks('2027-07-05T09:00').find(({ rule }) => rule === 'M48')).toEqual({
      because: 'It is due at the end of the summer term, 2026-27, and is not on record as given.',
      by: '2027-07-09T11:00:00Z',
      key: 'report/strategyWorking/2026-27/summer/p-ceo',
      kind: 'task',
      otherwise: 'The board meets without it.',
      person: 'p-ceo',
      rule: 'M48',
      since: '2027-06-28T07:00:00Z',
      title: 'Give the review of the strategy: 2026-27',
    });
  });

  test('terms and the days they answer for', () => {
    expect(termsOf(TWO_TERMS).map(({ id, year, last }) => [id, year, last.name])).toEqual([
      ['2026-27/winter', '2026-27', 'winter-2'],
      ['2026-27/summer', '2026-27', 'summer-2'],
    ]);
    const spring = termById(OWLS, '2026-27/spring');
    expect(spring && spanOf(OWLS, spring)).toEqual({ after: '2026-12-18', to: '2027-03-25' });
    const first = termById(OWLS, '2024-25/autumn');
    expect(first && spanOf(OWLS, first)).toEqual({ after: '', to: '2024-12-20' });
    expect([termLabel(AUTUMN), termLabel('2026-27')]).toEqual(['Autumn term, 2026-27', ' term, 2026-27']);
    expect(termById(OWLS, 'never')).toBeUndefined();
  });
});
