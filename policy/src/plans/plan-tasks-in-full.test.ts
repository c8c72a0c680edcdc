import { describe, expect, test } from 'vitest';
import { validated } from '../concerns/concerns.examples.ts';
import { ASH, AUTUMN_1, at, DALE, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { OWLS_PLANS } from './owls-plans.ts';
import type { Plan } from './plan.ts';
import { day, objective, plan } from './plans.examples.ts';
import { type PlanRecords, plansTasks } from './plans-tasks.ts';

const atRisk = facts({
  schools: [ASH],
  judgements: [validated(ASH.urn, AUTUMN_1, '2cc', '2026-10-14T10:00:00Z')],
});
const development = plan({
  id: 'd-1',
  kind: 'development',
  areas: [],
  agreed: day('2026-09-21'),
  noted: day('2026-10-01'),
});
const owed = (when: string, plans: readonly Plan[], given: Facts = atRisk, other: Partial<PlanRecords> = {}) =>
  plansTasks(OWLS, OWLS_PLANS, given, { plans, governorMeetings: [], ...other }, at(when));
const begins = (tasks: ReturnType<typeof owed>, start: string) => tasks.filter(({ key }) => key.startsWith(start));

describe('what plans ask, in full', () => {
  test('M36: to agree the attainment plan a school has to have', () => {
    expect(begins(owed('2026-10-15T08:00', [development]), 'attainment-plan')).toEqual([
      {
        because: 'The validated category of Ash Tree Primary School is 2cc: at risk of slipping.',
        by: '2026-11-11T17:00:00Z',
        key: 'attainment-plan/100001/raising/2026-10-14/p-ash',
        kind: 'task',
        otherwise: 'Without it the support the school needs is neither planned nor costed.',
        person: 'p-ash',
        rule: 'M36',
        since: '2026-10-14T07:00:00Z',
        title: 'Agree the raising attainment plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const graded = facts({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } }] });
    expect(begins(owed('2026-10-15T08:00', [development], graded), 'attainment-plan')).toEqual([
      {
        because: 'The grade of Ash Tree Primary School is 3.',
        by: '2026-09-30T16:00:00Z',
        key: 'attainment-plan/100001/full/2026-09-02/p-leader',
        kind: 'task',
        otherwise: 'Without it the support the school needs is neither planned nor costed.',
        person: 'p-leader',
        rule: 'M36',
        since: '2026-09-02T07:00:00Z',
        title: 'Agree the full raising attainment plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const agreed = plan({ agreed: day('2026-10-20') });
    expect(begins(owed('2026-11-15T08:00', [development, agreed]), 'attainment-plan')).toEqual([]);
    const full = plan({ kind: 'full', agreed: day('2026-10-20') });
    expect(begins(owed('2026-11-15T08:00', [development, full]), 'attainment-plan')).toEqual([]);
    expect(begins(owed('2026-11-15T08:00', [development, plan()]), 'attainment-plan')).toHaveLength(1);
    const done = plan({ agreed: day('2026-10-20'), closed: { ...day('2026-12-01'), why: 'Better.' } });
    expect(begins(owed('2026-12-02T08:00', [development, done]), 'attainment-plan')).toEqual([]);
    const followed = { ...done, closed: { ...day('2026-12-01'), why: 'Better.', followedBy: 'p-2' } };
    expect(begins(owed('2026-12-02T08:00', [development, followed]), 'attainment-plan').map(({ key }) => key)).toEqual([
      'attainment-plan/100001/raising/2026-12-01/p-ash',
    ]);
  });

  test('M35: to agree the development plan and have it noted', () => {
    const sound = facts({ schools: [ASH] });
    expect(owed('2026-08-25T08:00', [], sound)).toEqual([
      {
        because: 'Every school has a development plan for 2026-27, agreed with its head.',
        by: '2026-10-06T16:00:00Z',
        key: 'development-plan/2026-27/100001/agree/p-ash',
        kind: 'task',
        otherwise: 'Without it governors have nothing to note, and visits nothing to review.',
        person: 'p-ash',
        rule: 'M35',
        since: '2026-08-25T07:00:00Z',
        title: 'Agree the development plan of Ash Tree Primary School for 2026-27',
        urn: '100001',
      },
    ]);
    const { noted: _, ...agreed } = development;
    expect(owed('2026-09-21T08:00', [agreed], sound)).toEqual([
      {
        because: 'It was agreed on 2026-09-21; governors note it at their first meeting of the year.',
        by: '2026-11-17T17:00:00Z',
        key: 'development-plan/2026-27/100001/note/p-ash',
        kind: 'task',
        otherwise: 'Without it governors cannot hold the school to its plan.',
        person: 'p-ash',
        rule: 'M35',
        since: '2026-09-21T07:00:00Z',
        title: 'Have governors note the development plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const meetings = (...days: string[]) => ({ governorMeetings: days.map((on) => ({ urn: ASH.urn, on })) });
    const by = (other: Partial<PlanRecords>) => owed('2026-09-22T08:00', [agreed], sound, other)[0]?.by;
    expect(by(meetings('2026-11-03', '2026-10-06', '2026-09-20'))).toBe('2026-10-06T16:00:00Z');
    expect(by(meetings('2026-09-21'))).toBe('2026-09-21T16:00:00Z');
    expect(by({ governorMeetings: [{ urn: DALE.urn, on: '2026-10-06' }] })).toBe(by({}));
    const closed = { ...development, closed: { ...day('2026-12-01'), why: 'Done.' } };
    expect(owed('2026-12-02T08:00', [closed], sound)).toEqual([]);
    expect(owed('2027-07-12T08:00', [], sound)).toEqual([]);
    const joined = facts({ schools: [{ ...ASH, joined: '2026-11-02' }] });
    expect(owed('2026-11-02T08:00', [], joined)[0]).toMatchObject({ since: '2026-11-02T08:00:00Z' });
  });

  test('M36: to review a plan, and to say what became of a milestone', () => {
    const full = plan({ kind: 'full', agreed: day('2026-09-14') });
    const graded = facts({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } }] });
    expect(begins(owed('2026-10-05T08:00', [development, full], graded), 'plan-review')).toEqual([
      {
        because: 'The policy sets a review every 3 weeks of term. It was agreed on 2026-09-14.',
        by: '2026-10-05T16:00:00Z',
        key: 'plan-review/p-1/2026-10-05/p-leader',
        kind: 'task',
        otherwise: 'Without it nobody knows whether the plan works.',
        person: 'p-leader',
        rule: 'M36',
        since: '2026-09-30T07:00:00Z',
        title: 'Review the full raising attainment plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const raising = plan({ agreed: day('2026-10-15') });
    expect(begins(owed('2026-10-26T08:00', [development, raising]), 'plan-review')).toEqual([
      {
        because: 'It is reviewed in the core visit of the half term, and no review in it is on record.',
        by: '2026-12-18T17:00:00Z',
        key: 'plan-review/p-1/2026-12-18/p-leader',
        kind: 'task',
        otherwise: 'Without it nobody knows whether the plan works.',
        person: 'p-leader',
        rule: 'M36',
        since: '2026-10-26T08:00:00Z',
        title: 'Review the raising attainment plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2026-11-16T08:00', [development, raising]), 'plan-milestone')).toEqual([
      {
        because: 'It was to be seen by 2026-11-13 and is recorded neither as met nor as missed.',
        key: 'plan-milestone/d-1/o-1/m-1/2026-11-13/p-ash',
        kind: 'task',
        otherwise: 'Without it the milestone counts as missed.',
        person: 'p-ash',
        rule: 'M35',
        since: '2026-11-16T08:00:00Z',
        title: 'Say what became of "Half of the lessons show the new approach" at Ash Tree Primary School',
        urn: '100001',
      },
      {
        because: 'It was to be seen by 2026-11-13 and is recorded neither as met nor as missed.',
        key: 'plan-milestone/p-1/o-1/m-1/2026-11-13/p-ash',
        kind: 'task',
        otherwise: 'Without it the milestone counts as missed.',
        person: 'p-ash',
        rule: 'M36',
        since: '2026-11-16T08:00:00Z',
        title: 'Say what became of "Half of the lessons show the new approach" at Ash Tree Primary School',
        urn: '100001',
      },
    ]);
    const owned = plan({ agreed: day('2026-10-15'), objectives: [objective({ owner: 'p-north' })] });
    expect(begins(owed('2026-11-16T08:00', [owned]), 'plan-milestone')[0]?.person).toBe('p-north');
    const gone = plan({ agreed: day('2026-10-15'), objectives: [objective({ owner: 'p-gone' })] });
    expect(begins(owed('2026-11-16T08:00', [gone]), 'plan-milestone')[0]?.person).toBe(HEAD_ASH.id);
    const milestone = { id: 'm-1', what: 'Half', by: '2026-11-13' };
    for (const other of [{ met: '2026-11-13' }, { missed: '2026-11-13' }]) {
      const answered = plan({
        agreed: day('2026-10-15'),
        objectives: [objective({ milestones: [{ ...milestone, ...other }] })],
      });
      expect(begins(owed('2026-11-16T08:00', [answered]), 'plan-milestone')).toEqual([]);
    }
    expect(begins(owed('2026-11-16T08:00', [plan()]), 'plan-milestone')).toEqual([]);
    const own = plan({ kind: 'development', areas: [], agreed: day('2026-10-15') });
    expect(begins(owed('2026-11-16T08:00', [own]), 'plan-milestone')[0]?.rule).toBe('M35');
  });

  test('M36: to close a plan, once its year is over or nothing asks for it any more', () => {
    const raising = plan({ agreed: day('2026-10-15') });
    expect(begins(owed('2027-08-25T08:00', [raising]), 'plan-closing')).toEqual([
      {
        because: 'The year of the plan, 2026-27, is over.',
        by: '2027-08-25T16:00:00Z',
        key: 'plan-closing/p-1/year/p-leader',
        kind: 'task',
        otherwise: 'Without it the category is decided without knowing what the plan did.',
        person: 'p-leader',
        rule: 'M36',
        since: '2027-08-25T07:00:00Z',
        title: 'Close the raising attainment plan of Ash Tree Primary School with the impact it had',
        urn: '100001',
      },
    ]);
    const sound = facts({ schools: [ASH] });
    expect(begins(owed('2026-10-15T08:00', [raising], sound), 'plan-closing')).toEqual([
      {
        because: 'Since 2026-09-07 neither grade nor category of the school asks for it.',
        by: '2026-10-05T16:00:00Z',
        key: 'plan-closing/p-1/unneeded/p-leader',
        kind: 'task',
        otherwise: 'Without it the category is decided without knowing what the plan did.',
        person: 'p-leader',
        rule: 'M36',
        since: '2026-09-07T07:00:00Z',
        title: 'Close the raising attainment plan of Ash Tree Primary School with the impact it had',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2027-08-25T08:00', [development], sound), 'plan-closing')).toEqual([
      {
        because: 'The year of the plan, 2026-27, is over.',
        by: '2027-08-25T16:00:00Z',
        key: 'plan-closing/d-1/year/p-leader',
        kind: 'task',
        otherwise: 'Without it the category is decided without knowing what the plan did.',
        person: 'p-leader',
        rule: 'M35',
        since: '2027-08-25T07:00:00Z',
        title: 'Close the development plan of Ash Tree Primary School with the impact it had',
        urn: '100001',
      },
    ]);
    const undated = plan({ year: '2036-37', agreed: day('2026-10-15') });
    expect(begins(owed('2027-08-25T08:00', [undated]), 'plan-closing')).toEqual([]);
  });
});
