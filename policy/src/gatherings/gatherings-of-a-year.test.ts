import { describe, expect, test } from 'vitest';
import { halfTerms } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import {
  ASH,
  AUTUMN_1,
  BROOK,
  CEO,
  DALE,
  facts,
  HEAD_ASH,
  ofCluster,
  ofSchool,
  person,
  SCHOOLS,
  school,
} from '../examples/trust.examples.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { belongs } from '../trust/belonging.ts';
import type { OfstedGrade } from '../trust/school.ts';
import type { ArrangedGathering } from './gathering.ts';
import { FULL, only, planned, YEAR } from './gatherings.examples.ts';
import { gatheringPlan, occurrences } from './occurrences.ts';
import { OWLS_GATHERINGS } from './owls-gatherings.ts';

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

test('the days of a plan lie in the half term their key names', () => {
  for (const { key, start } of ofKind('school-review')) {
    expect(key.split('/')[2]).toBe(halfTermOn(start.slice(0, 10))?.name);
  }
});
