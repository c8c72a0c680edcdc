// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfTerms, isSchoolDay } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import {
  ASH,
  AUTUMN_1,
  BROOK,
  CEDAR,
  CEO,
  DALE,
  facts,
  HEAD_ASH,
  ofCluster,
  ofSchool,
  PEOPLE,
  person,
  SCHOOLS,
  school,
  trust,
} from '../examples/trust.examples.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { belongs } from '../trust/belonging.ts';
import type { OfstedGrade } from '../trust/school.ts';
import type { ArrangedGathering } from './gathering.ts';
import { FULL, only, planned, YEAR } from './gatherings.examples.ts';
import { gatheringPlan, occurrences } from './occurrences.ts';
import { OWLS_GATHERINGS } from './owls-gatherings.ts';
import { termOf } from './terms.ts';

const ofKind = (kind: string, from: readonly ArrangedGathering[] = planned()) =>
  from.filter((one) => one.kind === kind);
const daysOf = (from: readonly ArrangedGathering[]) => from.map(({ start }) => start.slice(0, 10));
const HALF_TERMS = halfTerms(OWLS).filter(({ year }) => year === YEAR);
const halfTermOn = (date: string) => HALF_TERMS.find(({ from, to }) => from <= date && date <= to);

describe('the gatherings of a year (M6-M12)', () => {
  test('M6: the development meeting is held once, in the summer break before the year', () => {
    expect(ofKind('development')).toMatchObject([
      { key: 'development/2026-27', start: '2026-08-19T09:30', attendees: ['p-ceo', 'p-ash', 'p-brook', 'p-two'] },
    ]);
  });

  test('M6: it is on no bank holiday and on no INSET day, and never outside the break', () => {
    const early = (weeksBefore: number, holidays: readonly string[]) =>
      occurrences(
        { ...OWLS, calendar: { ...OWLS.calendar, bankHolidays: holidays } },
        only(['development'], (one) => (one.rhythm === 'summer break' ? { ...one, weeksBefore } : one)),
        FULL,
        YEAR,
      );
    expect(daysOf(early(1, ['2026-08-19']))).toEqual(['2026-08-20']);
    // Nothing but INSET Monday 24 August lies behind: the next free day is an earlier one.
    expect(daysOf(early(1, ['2026-08-19', '2026-08-20', '2026-08-21']))).toEqual(['2026-08-18']);
    expect(daysOf(early(5, []))).toEqual(['2026-07-22']);
    const closed = Array.from({ length: 50 }, (_, days) => shifted('2026-07-10', days));
    const policy = { ...OWLS, calendar: { ...OWLS.calendar, bankHolidays: closed } };
    expect(gatheringPlan(policy, only(['development']), FULL, YEAR)).toStrictEqual({
      gatherings: [],
      unplaced: [
        {
          key: 'development/2026-27',
          kind: 'development',
          title: 'Annual development meeting',
          why: {
            rule: 'M6',
            because: ['It is held once, in the summer break before 2026-27.', 'No day of that time is a working day.'],
            wouldChange: 'Shorten it, lengthen the day or lessen the gap in the policy, or invite fewer people.',
          },
        },
      ],
    });
  });

  test('M6: it can be planned in the first year a policy knows', () => {
    const first = OWLS.calendar.years.slice(2);
    const policy = { ...OWLS, calendar: { ...OWLS.calendar, years: first } };
    expect(daysOf(occurrences(policy, only(['development']), FULL, YEAR))).toEqual(['2026-08-19']);
  });

  test('M7: each school meets the CEO once a term', () => {
    const mine = ofKind('head-and-ceo');
    for (const { urn } of SCHOOLS) {
      const terms = mine.filter((one) => one.urn === urn).map(({ key }) => key.split('/')[2]);
      expect(terms.sort()).toEqual(['autumn', 'spring', 'summer']);
    }
    expect(mine.find(({ urn }) => urn === ASH.urn)?.attendees).toEqual([CEO.id, HEAD_ASH.id]);
    expect(mine[0]).toMatchObject({ host: ASH.urn, place: ASH.name, why: { rule: 'M7' } });
  });

  test('M7: thirty schools are spread evenly over the term', () => {
    const schools = Array.from({ length: 30 }, (_, place) => school(`${200_000 + place}`, `School ${10 + place}`));
    const days = daysOf(occurrences(OWLS, only(['head-and-ceo']), facts({ schools, people: [CEO] }), YEAR));
    const autumn = days.filter((date) => date < '2026-12-31');
    const thirds = [
      autumn.filter((date) => date < '2026-10-02'),
      autumn.filter((date) => '2026-10-02' <= date && date < '2026-11-16'),
      autumn.filter((date) => '2026-11-16' <= date),
    ].map(({ length }) => length);
    expect(autumn).toHaveLength(30);
    for (const third of thirds) expect(Math.abs(third - 10)).toBeLessThanOrEqual(2);
    expect(new Set(autumn).size).toBe(30);
  });

  test('M8: once a half term, more often by Ofsted grade, heading and support, and its reason says so', () => {
    const grade = (of: OfstedGrade) => ({ ofsted: { grade: of } });
    const schools = [
      school('300001', 'A', grade(2)),
      school('300002', 'B', grade(3)),
      school('300003', 'C', grade(4)),
      school('300004', 'D', grade(2)),
      school('300005', 'E', grade(1)),
    ];
    const judged = facts({
      schools,
      judgements: [
        { urn: '300004', halfTerm: AUTUMN_1, validated: { category: '2cc', by: 'p-ceo', at: '2026-10-14T10:00:00Z' } },
      ],
    });
    const planned = occurrences(OWLS, only(['school-review']), { ...judged, supported: ['300005'] }, YEAR);
    const times = (halfTerm: string, urn: string) =>
      planned.filter(({ key }) => key.startsWith(`school-review/${YEAR}/${halfTerm}/${urn}/`)).length;
    expect(schools.map(({ urn }) => times('autumn-1', urn))).toEqual([1, 2, 3, 1, 2]);
    expect(schools.map(({ urn }) => times('autumn-2', urn))).toEqual([1, 2, 3, 2, 2]);
    expect(planned.find(({ urn, start }) => urn === '300004' && start > '2026-10-20')?.why.because[0]).toBe(
      'D has category 2cc, Ofsted grade 2. The policy makes that 2 a half term.',
    );
  });

  test('M8: the last of a half term lies between the day returns are due and the day categories are validated', () => {
    const autumn2 = ofKind('school-review').filter(({ key }) => key.includes('/autumn-2/'));
    const last = SCHOOLS.map(
      ({ urn }) =>
        daysOf(autumn2.filter((one) => one.urn === urn))
          .sort()
          .at(-1) ?? '',
    );
    for (const date of last) {
      expect(date >= '2026-12-09' && date <= '2026-12-16').toBe(true);
    }
  });

  test('M8: nobody chairs the meeting about their own school', () => {
    const both = person('p-both', 'Both', ['head', ofSchool(ASH.urn)], ['cluster-leader', ofCluster('North')]);
    const planned = occurrences(OWLS, only(['school-review']), facts({ people: [CEO, both] }), YEAR);
    expect(planned.find(({ urn }) => urn === ASH.urn)?.attendees).toEqual([CEO.id, both.id]);
    expect(planned.find(({ urn }) => urn === BROOK.urn)?.attendees).toEqual([both.id]);
  });

  test('M9: the team meets every fortnight of term', () => {
    const days = daysOf(ofKind('improvement-team'));
    expect(days.slice(0, 4)).toEqual(['2026-09-09', '2026-09-23', '2026-10-07', '2026-10-28']);
    expect(ofKind('improvement-team')[0]?.attendees).toEqual(['p-ceo', 'p-leader', 'p-north', 'p-south']);
  });

  test('M9: another policy of the same kind is not answered from the first one’s dates', () => {
    const weekly = only(['improvement-team'], (one) =>
      one.rhythm === 'every weeks' ? { ...one, everyWeeks: 1 } : one,
    );
    expect(occurrences(OWLS, weekly, FULL, YEAR).length).toBeGreaterThan(ofKind('improvement-team').length);
  });

  test('M10: each network meets once a term, moderation by year group once a term in each cluster', () => {
    for (const kind of ['moderation-core', 'network-senco', 'network-ceo']) expect(ofKind(kind)).toHaveLength(3);
    expect(
      ofKind('moderation-year-groups')
        .map(({ cluster }) => cluster)
        .sort(),
    ).toEqual(['North', 'North', 'North', 'South', 'South', 'South']);
    expect(ofKind('moderation-year-groups')[0]).toMatchObject({ cluster: 'North', attendees: ['p-north'] });
  });

  test('M10: a cluster’s meeting is hosted in the cluster', () => {
    const clusterOf = new Map(SCHOOLS.map(({ urn, cluster }) => [urn, cluster]));
    for (const { host, cluster } of ofKind('moderation-year-groups')) expect(clusterOf.get(host ?? '')).toBe(cluster);
  });

  test('M11: the trust sits with the governors of schools in grade 3 or 4, at risk, or supported; with no others', () => {
    expect(new Set(ofKind('governors').map(({ urn }) => urn))).toEqual(new Set([DALE.urn]));
    expect(ofKind('governors')).toHaveLength(3);
    const supported = occurrences(OWLS, only(['governors']), { ...FULL, supported: [ASH.urn] }, YEAR);
    expect(supported.filter(({ urn }) => urn === ASH.urn)).toMatchObject([
      { recorder: 'p-leader', attendees: ['p-leader', 'p-ash'] },
      { recorder: 'p-leader' },
      { recorder: 'p-leader' },
    ]);
  });

  test('M12: board, standards and risk group and the two groups of directors meet each term, the risk group first', () => {
    for (const kind of ['board', 'standards-and-risk', 'strategy-group', 'management-group']) {
      expect(ofKind(kind)).toHaveLength(3);
    }
    const [risk, board] = [daysOf(ofKind('standards-and-risk')), daysOf(ofKind('board'))];
    for (const [place, date] of risk.entries()) expect(date < (board[place] ?? '')).toBe(true);
    expect(ofKind('board')[0]?.attendees).toEqual(['p-chair', 'p-ceo']);
  });

  test('M12: a vacant chair is named in the reason', () => {
    const [board] = occurrences(OWLS, only(['board']), facts(), YEAR);
    expect(board?.why.because).toEqual([
      'It is held once a term, about 90% through it.',
      'Nobody is on record to chair it (chair, director).',
      'Nobody is on record as director for it.',
    ]);
  });

  test('a heads’ meeting that was moved is kept clear of, where it now is', () => {
    const own = only(['head-and-ceo']);
    const [first] = occurrences(OWLS, own, FULL, YEAR);
    const strategic = plan(OWLS, FULL, YEAR).find(({ kind }) => kind === 'strategic');
    if (!first || !strategic) throw new Error('The example has lost its meetings.');
    const moved = { ...strategic, start: first.start, end: first.end, state: 'in calendars', version: '1' } as const;
    const again = occurrences(OWLS, own, { ...FULL, meetings: [moved] }, YEAR);
    expect(again.find(({ key }) => key === first.key)?.start).toBe('2026-09-08T11:00');
    const cancelled = { ...FULL, meetings: [{ ...moved, state: 'cancelled' as const }] };
    expect(occurrences(OWLS, own, cancelled, YEAR)[0]?.start).toBe(first.start);
  });

  test('a gathering that is past or was moved is not planned again, and kept clear of', () => {
    const own = only(['head-and-ceo']);
    const [first, second] = occurrences(OWLS, own, FULL, YEAR);
    if (!first || !second) throw new Error('The example has lost its meetings.');
    const fixed = [{ ...first, start: second.start, end: second.end }];
    const again = occurrences(OWLS, own, { ...FULL, fixed }, YEAR);
    expect(again.map(({ key }) => key)).not.toContain(first.key);
    expect(again.find(({ key }) => key === second.key)?.start).not.toBe(second.start);
  });

  test('where nobody is ever free it is named as not placed, with what would help', () => {
    const schools = Array.from({ length: 4 }, (_, place) => school(`${400_000 + place}`, `School ${place}`));
    const long = only(['school-review'], (one) => ({ ...one, time: '09:00', minutes: 400 }));
    const year = OWLS.calendar.years.map((one) => ({
      ...one,
      halfTerms: one.halfTerms.map((half) => ({ ...half, to: half.from })),
    }));
    const policy = { ...OWLS, meetings: [], calendar: { ...OWLS.calendar, years: year } };
    const made = gatheringPlan(policy, long, facts({ schools, people: [CEO] }), YEAR);
    expect(made.gatherings.filter(({ key }) => key.includes('autumn-1'))).toHaveLength(1);
    expect(made.unplaced.filter(({ key }) => key.includes('autumn-1'))).toHaveLength(3);
    expect(made.unplaced[0]).toStrictEqual({
      key: 'school-review/2026-27/autumn-1/400001/1',
      kind: 'school-review',
      title: "Head's meeting with the school: School 1",
      urn: '400001',
      why: {
        rule: 'M8',
        because: [
          'School 1 has Ofsted grade 2. The policy makes that 1 a half term.',
          'Between 2026-08-25 and 2026-08-25 those invited are never free together for 400 minutes.',
        ],
        wouldChange: 'Shorten it, lengthen the day or lessen the gap in the policy, or invite fewer people.',
      },
    });
  });

  test('an unknown year, a trust without schools and a policy without gatherings have none for them', () => {
    expect(occurrences(OWLS, OWLS_GATHERINGS, FULL, '2040-41')).toEqual([]);
    expect(occurrences(OWLS, { ...OWLS_GATHERINGS, gatherings: [] }, FULL, YEAR)).toEqual([]);
    const none = occurrences(OWLS, OWLS_GATHERINGS, facts({ schools: [], people: [] }), YEAR);
    expect(none.every(({ urn, cluster, attendees }) => !urn && !cluster && attendees.length === 0)).toBe(true);
  });

  test('a school that joins or leaves within the year has its meetings only while it belongs', () => {
    const schools = [
      { ...ASH, left: '2026-11-01' },
      { ...DALE, joined: '2027-05-01' },
    ];
    const mine = occurrences(OWLS, OWLS_GATHERINGS, facts({ schools }), YEAR).filter(({ urn }) => urn !== undefined);
    expect(mine.length).toBeGreaterThan(3);
    for (const { urn, start } of mine) {
      const found = schools.find((one) => one.urn === urn);
      expect(found && belongs(found, start.slice(0, 10))).toBe(true);
    }
  });

  test('one CEO cannot meet 315 heads a term: what finds no slot is named', () => {
    const schools = Array.from({ length: 315 }, (_, place) =>
      school(`${110_000 + place}`, `School ${place}`, { cluster: `Cluster ${place % 11}` }),
    );
    const people = [
      CEO,
      ...Array.from({ length: 11 }, (_, place) =>
        person(`c-${place}`, `Leader ${place}`, ['cluster-leader', ofCluster(`Cluster ${place}`)]),
      ),
      ...schools.map(({ urn }) => person(`h-${urn}`, `Head ${urn}`, ['head', ofSchool(urn)])),
    ];
    const made = gatheringPlan(OWLS, OWLS_GATHERINGS, facts({ schools, people }), YEAR);
    expect(new Set(made.unplaced.map(({ kind }) => kind))).toEqual(new Set(['head-and-ceo']));
    expect(ofKind('head-and-ceo', made.gatherings).length + made.unplaced.length).toBe(945);
    expect(ofKind('school-review', made.gatherings)).toHaveLength(6 * 315);
  });
});

describe('the autumn term of the made-up trust', () => {
  test('has each meeting on its day, led and hosted as the policy asks', () => {
    const said = planned()
      .filter(({ start }) => start < '2027-01-01')
      .map(({ start, key, host = '-', attendees }) => `${start} ${key} ${host} ${attendees.join(' ')}`);
    expect(said).toEqual([
      '2026-08-19T09:30 development/2026-27 - p-ceo p-ash p-brook p-two',
      '2026-09-08T09:30 head-and-ceo/2026-27/autumn/100001 100001 p-ceo p-ash',
      '2026-09-09T09:00 improvement-team/2026-27/1 - p-ceo p-leader p-north p-south',
      '2026-09-14T15:30 network-curriculum/2026-27/autumn 100001 p-ceo',
      '2026-09-22T15:30 moderation-year-groups/2026-27/autumn/North 100001 p-north',
      '2026-09-23T09:00 improvement-team/2026-27/2 - p-ceo p-leader p-north p-south',
      '2026-09-23T15:30 network-senco/2026-27/autumn 100002 p-ceo',
      '2026-09-24T16:30 strategy-group/2026-27/autumn - p-chair p-ash p-brook p-two',
      '2026-10-01T13:30 school-review/2026-27/autumn-1/100004/1 100004 p-south p-two',
      '2026-10-05T15:30 network-safeguarding/2026-27/autumn 100003 p-ceo',
      '2026-10-06T09:30 head-and-ceo/2026-27/autumn/100002 100002 p-ceo p-brook',
      '2026-10-07T09:00 improvement-team/2026-27/3 - p-ceo p-leader p-north p-south',
      '2026-10-07T13:30 school-review/2026-27/autumn-1/100001/1 100001 p-north p-ash',
      '2026-10-07T17:30 governor-training/2026-27/autumn - p-ceo',
      '2026-10-09T13:30 school-review/2026-27/autumn-1/100002/1 100002 p-north p-brook',
      '2026-10-12T13:30 school-review/2026-27/autumn-1/100003/1 100003 p-south p-two',
      '2026-10-14T13:30 school-review/2026-27/autumn-1/100004/2 100004 p-south p-two',
      '2026-10-14T15:30 network-looked-after/2026-27/autumn 100004 p-ceo',
      '2026-10-27T17:30 governors/2026-27/autumn/100004 100004 p-ceo p-two',
      '2026-10-28T09:00 improvement-team/2026-27/4 - p-ceo p-leader p-north p-south',
      '2026-10-28T15:30 network-ceo/2026-27/autumn - p-ceo',
      '2026-11-02T15:30 moderation-core/2026-27/autumn 100001 p-ceo',
      '2026-11-05T16:30 management-group/2026-27/autumn - p-chair p-ash p-brook p-two',
      '2026-11-09T09:30 head-and-ceo/2026-27/autumn/100003 100003 p-ceo p-two',
      '2026-11-11T09:00 improvement-team/2026-27/5 - p-ceo p-leader p-north p-south',
      '2026-11-11T15:30 network-attendance/2026-27/autumn 100002 p-ceo',
      '2026-11-24T15:30 moderation-year-groups/2026-27/autumn/South 100003 p-south',
      '2026-11-24T16:30 standards-and-risk/2026-27/autumn - p-chair p-ceo',
      '2026-11-25T09:00 improvement-team/2026-27/6 - p-ceo p-leader p-north p-south',
      '2026-12-03T13:30 school-review/2026-27/autumn-2/100004/1 100004 p-south p-two',
      '2026-12-07T09:30 head-and-ceo/2026-27/autumn/100004 100004 p-ceo p-two',
      '2026-12-09T09:00 improvement-team/2026-27/7 - p-ceo p-leader p-north p-south',
      '2026-12-09T13:30 school-review/2026-27/autumn-2/100001/1 100001 p-north p-ash',
      '2026-12-09T17:00 board/2026-27/autumn - p-chair p-ceo',
      '2026-12-11T13:30 school-review/2026-27/autumn-2/100002/1 100002 p-north p-brook',
      '2026-12-14T13:30 school-review/2026-27/autumn-2/100003/1 100003 p-south p-two',
      '2026-12-16T13:30 school-review/2026-27/autumn-2/100004/2 100004 p-south p-two',
    ]);
  });

  const wouldChange = 'Change its rhythm, weekday or time in the policy, or move it in the calendar.';
  const found = (key: string) => planned().find((one) => one.key === key);

  test('M8, M11: a school’s meeting says whose it is, where it is and why', () => {
    expect(found('school-review/2026-27/autumn-1/100004/2')).toStrictEqual({
      key: 'school-review/2026-27/autumn-1/100004/2',
      kind: 'school-review',
      rule: 'M8',
      year: YEAR,
      number: 2,
      title: "Head's meeting with the school: Dale Village Primary School",
      start: '2026-10-14T13:30',
      end: '2026-10-14T14:30',
      urn: DALE.urn,
      host: DALE.urn,
      place: DALE.name,
      attendees: ['p-south', 'p-two'],
      sentBySchools: [],
      reminderMinutes: 1440,
      agenda: [
        'Whether the figures of the return are right',
        'The category the school should have',
        'What to develop next',
      ],
      why: {
        rule: 'M8',
        because: ['Dale Village Primary School has Ofsted grade 3. The policy makes that 2 a half term.'],
        wouldChange,
      },
    });
    expect(found('governors/2026-27/spring/100004')).toMatchObject({
      number: 2,
      recorder: 'p-ceo',
      why: {
        rule: 'M11',
        because: [
          'Dale Village Primary School has Ofsted grade 3.',
          'The policy asks for the trust at its governor meetings.',
          'Nobody is on record to chair it (governor chair).',
          'Nobody is on record as governor chair for it.',
        ],
        wouldChange,
      },
    });
  });

  test('M10: a cluster’s meeting says which cluster it is of, and whom each school sends', () => {
    expect(found('moderation-year-groups/2026-27/summer/South')).toStrictEqual({
      key: 'moderation-year-groups/2026-27/summer/South',
      kind: 'moderation-year-groups',
      rule: 'M10',
      year: YEAR,
      number: 3,
      title: 'Moderation by year group: South',
      start: '2027-06-22T15:30',
      end: '2027-06-22T17:00',
      cluster: 'South',
      host: CEDAR.urn,
      place: CEDAR.name,
      attendees: ['p-south'],
      sentBySchools: ['Year group teachers'],
      reminderMinutes: 1440,
      agenda: ['Moderation of work in the core subjects', 'What helped pupils get there'],
      why: {
        rule: 'M10',
        because: ["It is held once a term in each cluster; this is South's."],
        wouldChange,
      },
    });
  });

  test('M6, M7, M9, M12: the others say how often they are held, and what moved them', () => {
    const reasons = (key: string) => found(key)?.why.because;
    expect(reasons('development/2026-27')).toEqual(['It is held once, in the summer break before 2026-27.']);
    expect(reasons('head-and-ceo/2026-27/autumn/100001')).toEqual(['Every school has it once a term.']);
    expect(reasons('head-and-ceo/2026-27/summer/100003')).toEqual([
      'Every school has it once a term.',
      'Somebody invited is not free on 2027-06-09 at 09:30, so it moved.',
    ]);
    expect(reasons('improvement-team/2026-27/3')).toEqual([
      'It is held every 2 weeks in term time.',
      'Nobody is on record as central team for it.',
    ]);
    expect(reasons('board/2026-27/autumn')).toEqual(['It is held once a term, about 90% through it.']);
    expect(found('board/2026-27/autumn')).not.toHaveProperty('host');
    expect(found('board/2026-27/summer')?.number).toBe(3);
    expect(found('network-ceo/2026-27/autumn')).toEqual({
      agenda: ['Good practice to share'],
      attendees: ['p-ceo'],
      end: '2026-10-28T17:00',
      key: 'network-ceo/2026-27/autumn',
      kind: 'network-ceo',
      number: 1,
      place: 'Partnership, online',
      reminderMinutes: 1440,
      rule: 'M10',
      sentBySchools: [],
      start: '2026-10-28T15:30',
      title: 'CEO network',
      why: {
        because: ['It is held once a term, about 50% through it.'],
        rule: 'M10',
        wouldChange: 'Change its rhythm, weekday or time in the policy, or move it in the calendar.',
      },
      year: '2026-27',
    });
  });
});

describe('what always holds of a plan', () => {
  const DATES = ['2026-07-01', '2026-09-20', '2026-11-11', '2027-01-05', '2027-06-30'];
  const someSchool = fc.record({
    cluster: fc.constantFrom('North', 'South', ''),
    grade: fc.constantFrom<OfstedGrade | undefined>(1, 2, 3, 4, undefined),
    joined: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
    left: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
    head: fc.integer({ min: 0, max: 5 }),
  });
  const someTrust = fc.record({
    schools: fc.array(someSchool, { maxLength: 12 }),
    // People who hold other roles beside, or nobody at all.
    extra: fc.array(
      fc.record({
        who: fc.integer({ min: 0, max: 5 }),
        role: fc.constantFrom('ceo', 'chair', 'director', 'central-team', 'cluster-leader', 'system-leader'),
      }),
      { maxLength: 8 },
    ),
    time: fc.constantFrom('08:30', '13:30', '16:00', '17:30'),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
  });

  function made({ schools, extra, time, weekdays }: typeof someTrust extends fc.Arbitrary<infer T> ? T : never) {
    const all = schools.map(({ grade, joined, left, cluster }, place) =>
      school(`${500_000 + place}`, `School ${place}`, {
        cluster,
        ...(joined === undefined ? {} : { joined }),
        ...(left === undefined ? {} : { left }),
        ...(grade === undefined ? { sponsored: true } : { ofsted: { grade } }),
      }),
    );
    const people = Array.from({ length: 6 }, (_, who) =>
      person(
        `p-${who}`,
        `Person ${who}`,
        ...schools.flatMap(({ head }, place) =>
          head === who ? [['head', ofSchool(`${500_000 + place}`)] as const] : [],
        ),
        ...extra.flatMap((one) => (one.who === who ? [[one.role, trust] as const] : [])),
      ),
    );
    const own = {
      ...OWLS_GATHERINGS,
      gatherings: OWLS_GATHERINGS.gatherings.map((one) =>
        'weekdays' in one && one.rhythm.startsWith('school') ? { ...one, time, weekdays } : one,
      ),
    };
    const known = facts({ schools: all, people });
    return { own, known, ...gatheringPlan(OWLS, own, known, YEAR) };
  }

  test('every meeting is on a school day, the summer one on a working day of the break', () => {
    fc.assert(
      fc.property(someTrust, (given) => {
        for (const { rule, start } of made(given).gatherings) {
          const date = start.slice(0, 10);
          if (rule !== 'M6') expect(isSchoolDay(OWLS, date)).toBe(true);
          else expect(date > '2026-07-10' && date < '2026-08-25').toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('nobody is in two places at once, the heads’ meetings included', () => {
    fc.assert(
      fc.property(someTrust, (given) => {
        const { gatherings, known } = made(given);
        const theirs = new Map<string, { start: string; end: string; key: string }[]>();
        for (const { attendees, start, end, key } of gatherings) {
          expect(new Set(attendees).size).toBe(attendees.length);
          for (const id of attendees) theirs.set(id, [...(theirs.get(id) ?? []), { start, end, key }]);
        }
        for (const { attendees, start, end, key } of plan(OWLS, known, YEAR)) {
          for (const id of attendees) theirs.set(id, [...(theirs.get(id) ?? []), { start, end, key }]);
        }
        const planned = new Set(gatherings.map(({ key }) => key));
        for (const list of theirs.values()) {
          list.sort((one, other) => (one.start < other.start ? -1 : 1));
          for (const [place, one] of list.entries()) {
            const next = list[place + 1];
            // Two heads' meetings of the existing cadence may touch each other: that is not this plan's.
            if (!next || (!planned.has(one.key) && !planned.has(next.key))) continue;
            expect(one.end <= next.start).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('each school has as many meetings as the policy says, or they are named as not placed', () => {
    fc.assert(
      fc.property(someTrust, (given) => {
        const { gatherings, unplaced, known } = made(given);
        const keys = [...gatherings, ...unplaced].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const one of known.schools) {
          for (const { id, year, name, from, to } of HALF_TERMS) {
            const open = schoolDays(from, to).some((date) => belongs(one, date));
            const grade = one.ofsted?.grade;
            const times = !open ? 0 : grade === 4 ? 3 : grade === 3 ? 2 : 1;
            expect(keys.filter((key) => key.startsWith(`school-review/${id}/${one.urn}/`))).toHaveLength(times);
            if (open) expect(keys).toContain(`head-and-ceo/${year}/${termOf(name)}/${one.urn}`);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('of the schools that belong all year, none hosts the trust’s networks more than once more often than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (count) => {
        const schools = Array.from({ length: count }, (_, place) =>
          school(`${600_000 + place}`, `School ${place}`, { cluster: place % 2 ? 'North' : 'South' }),
        );
        const planned = occurrences(OWLS, OWLS_GATHERINGS, facts({ schools, people: PEOPLE }), YEAR);
        for (const pool of [undefined, 'North', 'South']) {
          const hosts = planned.filter(({ urn, cluster, host }) => !urn && cluster === pool && host);
          const counts = schools
            .filter(({ cluster }) => pool === undefined || cluster === pool)
            .map(({ urn }) => hosts.filter(({ host }) => host === urn).length);
          if (counts.length > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 9 },
    );
  });

  test('the order in which schools and people are listed changes nothing', () => {
    const turned = { ...FULL, schools: [...FULL.schools].reverse(), people: [...FULL.people].reverse() };
    expect(occurrences(OWLS, OWLS_GATHERINGS, turned, YEAR)).toEqual(planned());
  });

  function schoolDays(from: string, to: string): readonly string[] {
    return [...DATES, from, to].filter((date) => from <= date && date <= to && isSchoolDay(OWLS, date));
  }
});

test('the days of a plan lie in the half term their key names', () => {
  for (const { key, start } of ofKind('school-review')) {
    expect(key.split('/')[2]).toBe(halfTermOn(start.slice(0, 10))?.name);
  }
});
