// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validated } from '../concerns/concerns.examples.ts';
import { ASH, AUTUMN_1, AUTUMN_2, at, DALE, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { OWLS_PLANS } from './owls-plans.ts';
import type { Plan } from './plan.ts';
import { day, objective, plan } from './plans.examples.ts';
import { plansTasks } from './plans-tasks.ts';

const onlyAsh = facts({ schools: [ASH] });
const atRisk = facts({
  schools: [ASH],
  judgements: [validated(ASH.urn, AUTUMN_1, '2cc', '2026-10-14T10:00:00Z')],
});
const graded3 = facts({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } }] });
const development = plan({ id: 'd-1', kind: 'development', areas: [] });
const settled = { ...development, agreed: day('2026-09-21'), noted: day('2026-10-01') };
const agreed = plan({ agreed: day('2026-10-15') });

const owed = (when: string, plans: readonly Plan[] = [], of = onlyAsh, meetings: readonly string[] = []) =>
  plansTasks(OWLS, OWLS_PLANS, of, { plans, governorMeetings: meetings.map((on) => ({ urn: ASH.urn, on })) }, at(when));
const keys = (...given: Parameters<typeof owed>) => owed(...given).map(({ key }) => key);
/** What is owed beside the development plan, which has settled, and beside milestones. */
const others = (when: string, plans: readonly Plan[], of = onlyAsh) =>
  keys(when, [settled, ...plans], of).filter((key) => !key.startsWith('plan-milestone') && !key.includes('d-1'));

describe("the year's development plan", () => {
  test('M35: is to be agreed by the head from the first day of the year, until it is', () => {
    expect(owed('2026-08-25T09:00')).toEqual([
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
    expect(keys('2026-10-30T09:00', [development])).toContain('development-plan/2026-27/100001/agree/p-ash');
    expect(keys('2026-10-30T09:00', [{ ...development, year: '2025-26', agreed: day('2025-10-01') }])).toContain(
      'development-plan/2026-27/100001/agree/p-ash',
    );
  });

  test('M35: is then to be noted by governors at their first meeting, by the policy where it is not on record', () => {
    const one = { ...development, agreed: day('2026-09-21') };
    expect(owed('2026-09-22T09:00', [one])).toEqual([
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
    const meetings = ['2026-07-01', '2026-09-15', '2026-12-01', '2026-10-08'];
    expect(owed('2026-09-22T09:00', [one], onlyAsh, meetings)).toEqual([
      {
        because: 'It was agreed on 2026-09-21; governors note it at their first meeting of the year.',
        by: '2026-10-08T16:00:00Z',
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
    expect(keys('2026-10-09T09:00', [settled])).toEqual([]);
  });

  test('M35: of next year, agreed in summer, is noted when the year has begun', () => {
    const early = { ...development, begun: '2026-06-15', agreed: day('2026-07-03') };
    expect(owed('2026-08-26T09:00', [early])).toEqual([
      {
        because: 'It was agreed on 2026-07-03; governors note it at their first meeting of the year.',
        by: '2026-11-17T17:00:00Z',
        key: 'development-plan/2026-27/100001/note/p-ash',
        kind: 'task',
        otherwise: 'Without it governors cannot hold the school to its plan.',
        person: 'p-ash',
        rule: 'M35',
        since: '2026-08-25T07:00:00Z',
        title: 'Have governors note the development plan of Ash Tree Primary School',
        urn: '100001',
      },
    ]);
  });

  test('M35: is not asked in the summer break; a school that joins within the year counts from then', () => {
    expect(owed('2027-07-20T09:00')).toEqual([]);
    const joined = facts({ schools: [{ ...ASH, joined: '2027-01-05' }] });
    expect(owed('2027-01-05T09:00', [], joined)).toEqual([
      {
        because: 'Every school has a development plan for 2026-27, agreed with its head.',
        by: '2027-02-22T17:00:00Z',
        key: 'development-plan/2026-27/100001/agree/p-ash',
        kind: 'task',
        otherwise: 'Without it governors have nothing to note, and visits nothing to review.',
        person: 'p-ash',
        rule: 'M35',
        since: '2027-01-05T08:00:00Z',
        title: 'Agree the development plan of Ash Tree Primary School for 2026-27',
        urn: '100001',
      },
    ]);
  });

  test('M35: is reviewed in the half terms the policy names, once in each', () => {
    const review = 'plan-review/d-1/2027-02-12/p-leader';
    expect(keys('2026-12-01T09:00', [settled])).not.toContain(review);
    expect(keys('2027-01-05T09:00', [settled])).toContain(review);
    const done = { ...settled, reviews: [{ ...day('2027-01-20'), says: 'Reading is up.' }] };
    expect(keys('2027-01-20T09:00', [done])).not.toContain(review);
    expect(keys('2027-03-01T09:00', [settled]).filter((key) => key.startsWith('plan-review'))).toEqual([]);
  });

  test('M35: is closed with its impact when its year is over', () => {
    const key = 'plan-closing/d-1/year/p-leader';
    expect(keys('2027-07-09T09:00', [settled])).not.toContain(key);
    expect(keys('2027-08-25T09:00', [settled])).toContain(key);
  });
});

describe('the attainment plan', () => {
  test('M36: is to be agreed by the head once the category is at risk, until it is', () => {
    const key = 'attainment-plan/100001/raising/2026-10-14/p-ash';
    expect(others('2026-10-13T09:00', [], onlyAsh)).toEqual([]);
    expect(others('2026-10-14T09:00', [], atRisk)).toEqual([key]);
    expect(others('2026-10-15T09:00', [plan()], atRisk)).toContain(key);
    expect(others('2026-10-15T09:00', [agreed], atRisk)).toEqual([]);
  });

  test('M36: the fuller one is written by the head leader, and does for a school at risk too', () => {
    expect(others('2026-09-02T09:00', [], graded3)).toEqual(['attainment-plan/100001/full/2026-09-02/p-leader']);
    expect(others('2026-10-15T09:00', [{ ...agreed, kind: 'full' }], atRisk)).toEqual([]);
    // While the grade stands the plan is asked again, whenever the last one was closed.
    const closed = { ...agreed, kind: 'full' as const, closed: { ...day('2026-12-01'), why: 'Met.' } };
    expect(others('2026-12-01T09:00', [closed], graded3)).toEqual(['attainment-plan/100001/full/2026-12-01/p-leader']);
  });

  test('M36: closed within its year it waits for the next category; closed after it, another follows', () => {
    const closed = { ...agreed, closed: { ...day('2026-12-01'), why: 'Met.' } };
    expect(others('2026-12-02T09:00', [closed], atRisk)).toEqual([]);
    const again = facts({
      ...atRisk,
      judgements: [...atRisk.judgements, validated(ASH.urn, AUTUMN_2, '2cc', '2026-12-16T10:00:00Z')],
    });
    expect(others('2026-12-16T11:00', [closed], again)).toEqual(['attainment-plan/100001/raising/2026-12-16/p-ash']);
    const ranOut = { ...agreed, closed: { ...day('2027-08-26'), why: 'Partly met.' } };
    expect(others('2027-08-26T09:00', [ranOut], atRisk)).toContain('attainment-plan/100001/raising/2027-08-26/p-ash');
  });

  test('M36: of a school at risk is reviewed in every half term after the one it was agreed in', () => {
    const review = 'plan-review/p-1/2026-12-18/p-leader';
    expect(others('2026-10-16T09:00', [agreed], atRisk)).toEqual([]);
    expect(others('2026-10-26T07:00', [agreed], atRisk)).toEqual([]);
    expect(others('2026-10-26T09:00', [agreed], atRisk)).toEqual([review]);
    const inHoliday = { ...agreed, reviews: [{ ...day('2026-10-20'), says: 'On its way.' }] };
    expect(others('2026-10-26T09:00', [inHoliday], atRisk)).toEqual([review]);
    const done = { ...agreed, reviews: [{ ...day('2026-11-12'), says: 'On its way.' }] };
    expect(others('2026-12-18T09:00', [done], atRisk)).toEqual([]);
    const sameDay = plan({ agreed: day('2026-10-26') });
    expect(others('2026-12-18T09:00', [sameDay], atRisk)).toEqual([]);
    // The half term that went by without one is over; the next one asks for its own.
    expect(others('2027-01-05T09:00', [agreed], atRisk)).toEqual(['plan-review/p-1/2027-02-12/p-leader']);
  });

  test("M36: the fuller one is reviewed on its own schedule, else on the policy's, and a late review stays owed", () => {
    const full = { ...agreed, kind: 'full' as const };
    const review = 'plan-review/p-1/2026-11-14/p-leader';
    expect(others('2026-11-06T09:00', [full], graded3)).toEqual([]);
    expect(others('2026-11-09T09:00', [full], graded3)).toEqual([review]);
    expect(others('2027-02-01T09:00', [full], graded3)).toEqual([review]);
    expect(others('2026-10-28T09:00', [{ ...full, reviewWeeks: 1 }], graded3)).toEqual([
      'plan-review/p-1/2026-10-31/p-leader',
    ]);
    const done = { ...full, reviews: [{ ...day('2026-11-12'), says: 'On its way.' }] };
    expect(others('2026-11-16T09:00', [done], graded3)).toEqual([]);
  });

  test("M36: a milestone past its day is its owner's to answer, the head's where the owner is not on record", () => {
    const when = '2026-11-16T09:00';
    const key = 'plan-milestone/p-1/o-1/m-1/2026-11-13';
    expect(keys('2026-11-13T18:00', [settled, agreed], atRisk)).not.toContain(`${key}/p-ash`);
    expect(keys(when, [settled, agreed], atRisk)).toContain(`${key}/p-ash`);
    const leaders = { ...agreed, objectives: [objective({ owner: 'p-leader' })] };
    expect(keys(when, [settled, leaders], atRisk)).toContain(`${key}/p-leader`);
    const strangers = { ...agreed, objectives: [objective({ owner: 'a-teacher' })] };
    expect(keys(when, [settled, strangers], atRisk)).toContain(`${key}/p-ash`);
    for (const known of [{ met: '2026-11-12' }, { missed: '2026-11-14' }]) {
      const milestones = objective().milestones.map((one) => ({ ...one, ...known }));
      const answered = { ...agreed, objectives: [objective({ milestones })] };
      expect(keys(when, [settled, answered], atRisk).some((one) => one.startsWith('plan-milestone/p-1'))).toBe(false);
    }
  });

  test('M36: is closed when the school is no longer at risk, and not reviewed meanwhile', () => {
    const better = facts({
      ...atRisk,
      judgements: [...atRisk.judgements, validated(ASH.urn, AUTUMN_2, '2b', '2026-12-16T10:00:00Z')],
    });
    expect(others('2026-12-16T11:00', [agreed], better)).toEqual(['plan-closing/p-1/unneeded/p-leader']);
    expect(others('2027-01-05T09:00', [agreed], better)).toEqual(['plan-closing/p-1/unneeded/p-leader']);
  });
});

describe('plans of schools', () => {
  test('M2: nothing is owed for a school that has left, has not joined or is unknown, nor where there is none', () => {
    const left = facts({ schools: [{ ...ASH, left: '2026-10-01' }] });
    const notYet = facts({ schools: [{ ...ASH, joined: '2027-01-04' }] });
    expect(owed('2026-11-16T09:00', [agreed, development], left)).toEqual([]);
    expect(owed('2026-11-16T09:00', [agreed, development], notYet)).toEqual([]);
    expect(owed('2026-11-16T09:00', [agreed], facts({ schools: [], people: [] }))).toEqual([]);
    expect(owed('2030-01-08T09:00')).toEqual([]);
  });

  test('M36: always: asked twice the same; within a half term what was owed stays owed with the same moment', () => {
    const moment = fc
      .integer({ min: 0, max: 7 * 14 - 1 })
      .map((halfDays) => at('2026-10-27T06:00').add({ hours: 12 * halfDays }));
    const some = fc.uniqueArray(
      fc.constantFrom(
        development,
        settled,
        agreed,
        plan({ id: 'p-2', urn: DALE.urn, kind: 'full', agreed: day('2026-10-05') }),
      ),
    );
    const all = facts({ judgements: atRisk.judgements });
    fc.assert(
      fc.property(moment, moment, some, (one, other, plans) => {
        const [early, late] = one.epochMilliseconds < other.epochMilliseconds ? [one, other] : [other, one];
        const ask = (now: typeof one) => plansTasks(OWLS, OWLS_PLANS, all, { plans, governorMeetings: [] }, now);
        const then = ask(late);
        expect(ask(late)).toEqual(then);
        expect(then).toEqual(expect.arrayContaining([...ask(early)]));
        expect(new Set(then.map(({ key }) => key)).size).toBe(then.length);
        for (const { since, by } of then) {
          expect(Date.parse(since)).toBeLessThanOrEqual(late.epochMilliseconds);
          if (by !== undefined) expect(Date.parse(by)).toBeGreaterThanOrEqual(Date.parse(since));
        }
      }),
      { numRuns: 60 },
    );
  });
});
