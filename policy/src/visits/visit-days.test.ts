import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, CEO, facts, person, school, trust } from '../examples/trust.examples.ts';
import type { RecordedMeeting } from '../meetings/meeting.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { checkVisit } from './check-visit.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import { reviewsDue } from './reviews-due.ts';
import { datesOf, meetingDays, schoolDays, type Wanted } from './visit-days.ts';
import { visitPlan } from './visit-plan.ts';
import { action, agreed, visit } from './visits.examples.ts';
import type { VisitsPolicy } from './visits-policy.ts';

const YEAR = '2026-27';
const why = { rule: 'M29', because: [], wouldChange: '' };
const wanted = (of: typeof ASH, other: Partial<Wanted> = {}): Wanted => ({
  ...{ school: of, visitors: ['p-ceo'], why, agreed: undefined },
  ...other,
});
const days = ['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11'];
const dates = (
  all: readonly Wanted[],
  meetings: Parameters<typeof datesOf>[3] = [],
  keepFree = { first: 1, last: 1 },
) => {
  const found = datesOf({ keepFree }, all, days, meetings);
  return all.map((one) => found.get(one));
};

describe('days for visits (M29)', () => {
  const three = [ASH, BROOK, school('100009', 'Elm Grove Primary School')].map((of) => wanted(of));
  const meeting = (date: string, ...who: readonly string[]) => ({ date, who });

  test('keep the ends of the half term free while there are others', () => {
    expect(dates(three)).toEqual(['2026-09-08', '2026-09-09', '2026-09-10']);
    expect(dates(three.slice(0, 1))).toEqual(['2026-09-09']);
    expect(
      dates([...three, wanted(school('100010', 'Fern Hill Primary School'))]).every((date) =>
        days.includes(date ?? ''),
      ),
    ).toBe(true);
  });

  test('keep off meetings of the visitors, never mind those of others', () => {
    expect(dates(three.slice(0, 1), [meeting('2026-09-09', 'p-ceo', 'p-ash')])).not.toContain('2026-09-09');
    expect(dates(three.slice(0, 1), [meeting('2026-09-09', 'p-ash')])).toEqual(['2026-09-09']);
    expect(dates(three.slice(0, 1), [meeting('2026-09-09')])).toEqual(['2026-09-09']);
  });

  test('with a meeting on all the quiet days, the ends are used; with one on every day, the quiet days are', () => {
    const quiet = days.slice(1, -1).map((date) => meeting(date, 'p-ceo'));
    expect(dates(three.slice(0, 2), quiet)).toEqual(['2026-09-07', '2026-09-11']);
    expect(
      dates(
        three.slice(0, 1),
        days.map((date) => meeting(date, 'p-ceo')),
      ),
    ).toEqual(['2026-09-09']);
  });

  test('an agreed day stays, within the days or not, and no other visit of its visitors falls on it', () => {
    const [ash, brook] = [wanted(ASH, { agreed: '2026-09-09' }), wanted(BROOK)];
    const [one, other] = dates([ash, brook]);
    expect(one).toBe('2026-09-09');
    expect(other).not.toBe('2026-09-09');
    expect(dates([wanted(ASH, { agreed: '2026-09-12' }), wanted(BROOK)])).toEqual(['2026-09-12', '2026-09-09']);
    expect(dates([ash, wanted(BROOK, { visitors: ['p-leader'] })])).toEqual(['2026-09-09', expect.any(String)]);
  });

  test('only a day on which the school belongs is used', () => {
    expect(dates([wanted({ ...ASH, joined: '2026-09-10' })])).toEqual(['2026-09-10']);
    expect(dates([wanted({ ...ASH, joined: '2026-09-14' })])).toEqual([undefined]);
  });
});

describe('days with meetings', () => {
  const given = facts({ people: [CEO] });
  const first = plan(OWLS, given, YEAR)[0];
  if (!first) throw new Error('There are meetings.');
  const recorded = (other: Partial<RecordedMeeting>): RecordedMeeting => ({
    ...first,
    state: 'in calendars',
    version: '1',
    ...other,
  });
  const on = (meetings: readonly RecordedMeeting[]) => meetingDays(OWLS, { ...given, meetings }, YEAR);
  const planned = plan(OWLS, given, YEAR).map(({ start, attendees }) => ({ date: start.slice(0, 10), who: attendees }));

  test('are as the plan has them while nothing is recorded', () => {
    expect(on([])).toEqual(planned);
  });

  test('are where they were agreed; what was cancelled keeps nobody', () => {
    const moved = recorded({ start: '2026-09-30T14:00', attendees: ['p-ash'] });
    expect(on([moved])).toEqual([{ date: '2026-09-30', who: ['p-ash'] }, ...planned.slice(1)]);
    expect(on([recorded({ state: 'cancelled' })])).toEqual(planned.slice(1));
  });
});

test('M29: school days of a half term are those on which pupils are in school', () => {
  expect(schoolDays(OWLS, { id: '', year: '', name: '', from: '2026-08-27', to: '2026-09-02' })).toEqual([
    '2026-08-27',
    '2026-08-28',
    '2026-09-01',
    '2026-09-02',
  ]);
});

test('M29: visits stand in order of time within a half term, agreed ones too', () => {
  const given = facts();
  const { visits } = visitPlan(OWLS, OWLS_VISITS, given, YEAR, [agreed({ urn: ASH.urn, planned: '2026-10-15' })]);
  const order = visits.filter(({ halfTerm }) => halfTerm === '2026-27/autumn-1').map(({ date }) => date);
  expect(order).toEqual(order.toSorted());
  expect(order.at(-1)).toBe('2026-10-15');
});

describe('who holds a review (M39)', () => {
  const staff = (by: VisitsPolicy['reviews'][number]['by'], of: VisitsPolicy['reviews'][number]['of'] = 'staff') => [
    { key: 'r', name: 'Review', halfTerm: 'autumn-1', of, by },
  ];
  const held = (reviews: VisitsPolicy['reviews'], given = facts()) =>
    reviewsDue(OWLS, { reviews }, given, '2026-27/autumn-1', [], '2026-10-01').map(({ about, by }) => [about, by?.id]);

  test('of a school is whoever answers for it in the role', () => {
    expect(held(staff('ceo'))).toEqual(['100001', '100002', '100003', '100004'].map((urn) => [urn, 'p-ceo']));
    expect(held(staff('head'))).toEqual([
      ['100001', 'p-ash'],
      ['100002', 'p-brook'],
      ['100003', 'p-two'],
      ['100004', 'p-two'],
    ]);
    expect(held(staff('cluster-leader'))).toEqual([
      ['100001', 'p-north'],
      ['100002', 'p-north'],
      ['100003', 'p-south'],
      ['100004', 'p-south'],
    ]);
    expect(held(staff('head-leader'))).toEqual([
      ['100001', 'p-leader'],
      ['100002', 'p-leader'],
      ['100003', undefined],
      ['100004', undefined],
    ]);
    const alone = facts({ schools: [{ ...ASH, cluster: '' }] });
    expect(held(staff('cluster-leader'), alone)).toEqual([['100001', 'p-north']]);
  });

  test('of the central team is whoever holds the role in the trust', () => {
    const team = person('p-team', 'Team', ['central-team', trust]);
    const given = facts({ people: [...facts().people, team] });
    for (const [role, by] of [
      ['ceo', 'p-ceo'],
      ['cluster-leader', 'p-north'],
      ['head', 'p-ash'],
      ['head-leader', 'p-leader'],
    ] as const) {
      expect(held(staff(role, 'central team'), given), role).toEqual([['p-team', by]]);
    }
  });

  test('of somebody who would review themselves is the Chair, unless they are that too', () => {
    const both = person('p-both', 'Both', ['ceo', trust], ['central-team', trust], ['chair', trust]);
    const chair = person('p-chair', 'Chair', ['chair', trust]);
    expect(held(staff('ceo', 'central team'), facts({ people: [both] }))).toEqual([['p-both', undefined]]);
    expect(held(staff('ceo', 'central team'), facts({ people: [both, chair] }))).toEqual([['p-both', 'p-chair']]);
  });
});

describe('the dates of an action found at a visit (M31)', () => {
  const check = (given: Parameters<typeof checkVisit>[3]) => {
    const answer = checkVisit(OWLS, OWLS_VISITS, facts(), given, at('2026-10-01T10:00'));
    return answer.ok ? [] : answer.why.because;
  };

  test('lie on the day of the visit or after it', () => {
    const early = action({ by: '2026-09-21', done: '2026-09-21' });
    expect(check(visit({ findings: [early] }))).toEqual([
      'Finding 1 is wanted before the visit.',
      'Finding 1 was done before it was found.',
    ]);
    expect(check(visit({ findings: [action({ by: '2026-09-22', done: '2026-09-22' })] }))).toEqual([]);
    expect(check(visit({ held: '2026-09-21', planned: '2026-09-22', findings: [early] }))).toEqual([]);
  });

  test('of a visit still to be held are measured by the day it is planned for', () => {
    const planned = '2026-10-12';
    expect(check(agreed({ planned, findings: [action({ by: '2026-10-01', done: '2026-10-11' })] }))).toContain(
      'Finding 1 was done before it was found.',
    );
    expect(check(agreed({ planned, findings: [action({ by: '2026-10-01' })] }))).not.toContain(
      'Finding 1 is wanted before the visit.',
    );
  });
});
