import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS, type StrategyRecords } from '../records.ts';
import type { AreaFound } from '../visits/area-found.ts';
import type { VisitFinding } from '../visits/visit.ts';
import { action, agreed, records, visit } from '../visits/visits.examples.ts';
import { visitsBeside } from './visits-beside.ts';

const beside = (visits: Partial<StrategyRecords['visits']>, halfTerm = AUTUMN_2, gatherings = NO_RECORDS.gatherings) =>
  visitsBeside(OWLS, { records: { visits: records(visits), gatherings } }, ASH.urn, halfTerm);
const area = (other: Partial<AreaFound>): AreaFound => ({
  ...{ key: 'area/1', urn: ASH.urn, text: 'Boys’ writing', from: 'advisory meeting', foundOn: '2026-11-04' },
  ...other,
});
const practice: VisitFinding = {
  ...{ key: 'g1', area: 'behaviour-and-attendance', kind: 'good practice', text: 'Calm at lunch' },
};

describe('visits beside a suggested category (M27, M31)', () => {
  test('nothing on record says nothing', () => {
    expect(visitsBeside(OWLS, {}, ASH.urn, AUTUMN_2)).toEqual([]);
    expect(beside({ visits: [agreed({ halfTerm: AUTUMN_2 }), visit({ urn: BROOK.urn })] })).toEqual([]);
  });

  test('what the last visit found, with what became of its actions', () => {
    const findings = [action(), action({ key: 'a2', area: 'gone', text: 'Mend', done: '2026-10-02' }), practice];
    expect(beside({ visits: [visit({ findings })] })).toEqual([
      'Visited on Tue 22 Sept.',
      'Standards: Plan phonics groups anew (to be done by Fri 9 Oct)',
      'gone: Mend (done on Fri 2 Oct)',
      'Behaviour and attendance, good practice: Calm at lunch',
    ]);
  });

  test('this half term’s visit takes the place of earlier ones; a later one is not known yet', () => {
    const visits = [visit(), visit({ halfTerm: AUTUMN_2, held: '2026-11-10', findings: [practice] })];
    expect(beside({ visits })[0]).toBe('Visited on Tue 10 Nov.');
    expect(beside({ visits }, AUTUMN_1)).toEqual(['Visited on Tue 22 Sept; nothing was recorded of it.']);
  });

  test('what advisory heads found of this school since, and what was asked for; of all schools, or seen already, not', () => {
    const visits = [visit(), agreed({ halfTerm: AUTUMN_2, also: ['Reading corners'] })];
    const gatherings = {
      ...NO_RECORDS.gatherings,
      areasFound: [
        area({}),
        area({ key: 'area/6', foundOn: '2026-11-18' }),
        area({ key: 'area/2', urn: BROOK.urn }),
        area({ key: 'area/3', foundOn: '2026-09-10' }),
        { key: 'area/4', text: 'Phonics everywhere', from: 'advisory meeting' as const, foundOn: '2026-11-04' },
      ],
    };
    const areasFound = [area({ key: 'area/5', text: 'Maths', from: 'underachievement' })];
    expect(beside({ visits, areasFound }, AUTUMN_2, gatherings).slice(1)).toEqual([
      'Advisory heads found: Boys’ writing',
      'To be looked at: Maths: whether performance management answers it',
      'To be looked at: Reading corners',
    ]);
  });
});
