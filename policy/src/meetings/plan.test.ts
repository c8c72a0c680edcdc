import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isSchoolDay } from '../calendar/academic-calendar.ts';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { MeetingPolicy, TrustPolicy } from '../trust-policy.ts';
import { hostsOf } from './hosts.ts';
import type { RecordedMeeting } from './meeting.ts';
import { nextMeetings } from './next.ts';
import { plan } from './plan.ts';
import { slotsOf } from './slots.ts';

const all = made.facts();
/** The year's plan by a policy that nobody has asked yet. */
const year = () => plan({ ...OWLS }, all, '2026-27');
const strategic = () => year().filter(({ kind }) => kind === 'strategic');
const advisory = () => year().filter(({ kind }) => kind === 'advisory');
const day = ({ start }: { readonly start: string }) => start.slice(0, 10);
const weeksBetween = (one: string, other: string) =>
  Temporal.PlainDate.from(one).until(other, { largestUnit: 'weeks' }).weeks;

describe("the year's meetings (M4, M5)", () => {
  test('strategic ones are on Tuesdays at 2, every four weeks of term', () => {
    expect(strategic().map(day)).toEqual([
      '2026-09-08',
      '2026-10-06',
      '2026-11-03',
      '2026-12-01',
      '2027-01-05',
      '2027-02-02',
      '2027-03-02',
      '2027-04-13',
      '2027-05-11',
      '2027-06-08',
      '2027-07-06',
    ]);
    expect(strategic()[0]).toStrictEqual({
      key: 'strategic/2026-27/1',
      kind: 'strategic',
      year: '2026-27',
      number: 1,
      title: 'Strategic heads meeting',
      start: '2026-09-08T14:00',
      end: '2026-09-08T16:00',
      place: 'Trust office and online',
      attendees: ['p-ceo', 'p-ash', 'p-brook', 'p-two'],
      reminderMinutes: 1440,
      agenda: OWLS.meetings[0]?.agenda,
    });
  });

  test('advisory ones are on Thursdays, every two weeks of term', () => {
    expect(advisory().map(day).slice(0, 8)).toEqual([
      '2026-09-03',
      '2026-09-17',
      '2026-10-01',
      '2026-10-15',
      '2026-10-29',
      '2026-11-12',
      '2026-11-26',
      '2026-12-10',
    ]);
  });

  test('a slot in a holiday is stepped over to the first such weekday of term', () => {
    const [before, after] = [
      advisory()
        .map(day)
        .findLast((one) => one < '2027-01-01'),
      advisory()
        .map(day)
        .find((one) => one > '2027-01-01'),
    ];
    expect([before, after]).toEqual(['2026-12-10', '2027-01-07']);
  });

  test('the chair comes first, then every head, each once', () => {
    expect(strategic()[0]?.attendees).toEqual(['p-ceo', 'p-ash', 'p-brook', 'p-two']);
    expect(advisory()[0]?.attendees).toEqual(['p-ceo', 'p-ash']);
  });

  test('where there is no CEO the chair of the trust leads', () => {
    const chair = made.person('p-chair', 'Chair', ['chair', made.trust]);
    const people = [chair, made.HEAD_BROOK];
    expect(plan(OWLS, { schools: made.SCHOOLS, people }, '2026-27')[0]?.attendees[0]).toBe('p-chair');
    expect(plan(OWLS, { schools: made.SCHOOLS, people: [] }, '2026-27')[0]?.attendees).toEqual([]);
  });

  test('a head whose school leaves is not invited any more, and the school hosts no more', () => {
    const schools = [made.ASH, { ...made.BROOK, left: '2027-01-01' }, made.CEDAR, made.DALE];
    const meetings = plan(OWLS, { schools, people: made.PEOPLE }, '2026-27');
    const invited = meetings.filter(({ attendees }) => attendees.includes('p-brook')).map(day);
    expect(invited.every((date) => date < '2027-01-01')).toBe(true);
    expect(invited.length).toBeGreaterThan(0);
    expect(meetings.filter(({ host, start }) => host === made.BROOK.urn && start > '2027')).toEqual([]);
  });

  test('an advisory head whose own school leaves comes as an advisory head, not as its head any more', () => {
    const schools = [{ ...made.ASH, left: '2026-09-01' }, made.BROOK, made.CEDAR, made.DALE];
    const meetings = plan(OWLS, { schools, people: made.PEOPLE }, '2026-27');
    const kinds = meetings.filter(({ attendees }) => attendees.includes('p-ash')).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['advisory']));
  });

  test('two meetings at the same time stand in the order of the policy', () => {
    const [one] = OWLS.meetings;
    const twice = one
      ? [
          { ...one, kind: 'first' },
          { ...one, kind: 'second' },
        ]
      : [];
    const kinds = plan({ ...OWLS, meetings: twice }, all, '2026-27').map(({ kind }) => kind);
    expect(kinds.slice(0, 4)).toEqual(['first', 'second', 'first', 'second']);
  });

  test('the rotation begins where it is told to, by URN, and goes round', () => {
    const dates = ['2026-09-10', '2026-09-24', '2026-10-08', '2026-10-22', '2026-11-05'];
    const turns = (offset: number) => hostsOf(dates, made.SCHOOLS.toReversed(), offset).map((one) => one?.urn);
    const [a, b, c, d] = made.SCHOOLS.map(({ urn }) => urn);
    expect(turns(0)).toEqual([a, b, c, d, a]);
    expect(turns(1)).toEqual([b, c, d, a, b]);
    expect(turns(7)).toEqual([d, a, b, c, d]);
    expect(hostsOf(dates, [], 3)).toEqual(dates.map(() => undefined));
  });

  test('the last day of the year is a day like any other, and a year without half terms has no meeting', () => {
    const [first] = OWLS.meetings;
    const ending = (to: string) => ({
      ...OWLS,
      calendar: {
        ...OWLS.calendar,
        years: [{ year: '2026-27', insetDays: [], halfTerms: [{ name: 'autumn-1', from: '2026-08-25', to }] }],
      },
    });
    const dates = (policy: TrustPolicy) => first && slotsOf(policy, first, '2026-27');
    expect(dates(ending('2026-10-06'))).toEqual(['2026-09-08', '2026-10-06']);
    expect(dates(ending('2026-10-05'))).toEqual(['2026-09-08']);
    const bare = {
      ...OWLS,
      calendar: { ...OWLS.calendar, years: [{ year: '2026-27', insetDays: [], halfTerms: [] }] },
    };
    expect(dates(bare)).toEqual([]);
  });

  test('the schools host the advisory meeting in turn', () => {
    const names = new Map(made.SCHOOLS.map(({ urn, name }) => [urn, name]));
    for (const { host = '', place } of advisory()) expect(place).toBe(names.get(host));
    expect(
      new Set(
        advisory()
          .slice(0, 4)
          .map(({ host }) => host),
      ).size,
    ).toBe(4);
    expect(strategic().every(({ host }) => host === undefined)).toBe(true);
  });

  test('a new year goes on with the rotation where the last one ended', () => {
    const last = plan(OWLS, all, '2025-26').findLast(({ kind }) => kind === 'advisory')?.host;
    const urns = made.SCHOOLS.map(({ urn }) => urn).toSorted();
    const next = urns[(urns.indexOf(last ?? '') + 1) % urns.length];
    expect(advisory()[0]?.host).toBe(next);
  });

  test('every year of the calendar goes on where all the years before it ended', () => {
    const schools = made.SCHOOLS.slice(0, 3);
    const urns = schools.map(({ urn }) => urn).toSorted();
    let held = 0;
    for (const { year: of } of OWLS.calendar.years) {
      const hosts = plan({ ...OWLS }, made.facts({ schools }), of).flatMap(({ host }) => host ?? []);
      expect(hosts, of).toEqual(hosts.map((_, place) => urns[(held + place) % urns.length]));
      held += hosts.length;
    }
  });

  test('without schools the place is still to be agreed; without dates there is no plan', () => {
    const bare = plan(OWLS, made.facts({ schools: [] }), '2026-27').find(({ kind }) => kind === 'advisory');
    expect(bare?.place).toBe('To be agreed');
    expect(bare?.host).toBeUndefined();
    expect(plan(OWLS, all, '2030-31')).toEqual([]);
  });

  test('planning again gives the same plan, keys included', () => {
    expect(plan(OWLS, made.facts({ schools: made.SCHOOLS.toReversed() }), '2026-27')).toEqual(year());
    expect(new Set(year().map(({ key }) => key)).size).toBe(year().length);
  });
});

describe('the cadence, whatever it is (M3)', () => {
  const strategicPolicy = OWLS.meetings[0] ?? ({} as never);
  const cadence = fc.record({
    everyWeeks: fc.integer({ min: 1, max: 8 }),
    firstWeek: fc.integer({ min: 1, max: 6 }),
    weekday: fc.integer({ min: 1, max: 5 }),
  });
  const years = fc.constantFrom(...OWLS.calendar.years.map((one) => one.year));
  const inset = fc.subarray(['2026-09-08', '2026-11-03', '2027-02-02', '2027-06-10']);

  test('meetings fall on school days of their weekday, and no gap is longer than the cadence and the days off stepped over', () => {
    fc.assert(
      fc.property(cadence, years, inset, (other, of, insetDays) => {
        const meeting: MeetingPolicy = { ...strategicPolicy, ...other };
        const policy: TrustPolicy = {
          ...OWLS,
          calendar: {
            ...OWLS.calendar,
            years: OWLS.calendar.years.map((one) => ({ ...one, insetDays: [...one.insetDays, ...insetDays] })),
          },
          meetings: [meeting],
        };
        const dates = slotsOf(policy, meeting, of);
        expect(dates.length).toBeGreaterThan(0);
        for (const [place, date] of dates.entries()) {
          expect(isSchoolDay(policy, date)).toBe(true);
          expect(Temporal.PlainDate.from(date).dayOfWeek).toBe(other.weekday);
          const before = dates[place - 1];
          if (before === undefined) continue;
          const weeks = weeksBetween(before, date);
          const steppedOver = Array.from({ length: weeks - other.everyWeeks }, (_, week) =>
            Temporal.PlainDate.from(before)
              .add({ weeks: other.everyWeeks + week })
              .toString(),
          );
          expect(weeks).toBeGreaterThanOrEqual(other.everyWeeks);
          expect(steppedOver.filter((one) => isSchoolDay(policy, one))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no school hosts more than once more often than another, and all orders of the list agree', () => {
    const counts = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 40 }), fc.nat(30), (schools, meetings, offset) => {
        const of = Array.from({ length: schools }, (_, place) => made.school(`${200000 + place}`, `School ${place}`));
        const dates = Array.from({ length: meetings }, () => '2026-09-10');
        const hosts = hostsOf(dates, of, offset).map((host) => host?.urn);
        const hosted = of.map(({ urn }) => hosts.filter((one) => one === urn).length);
        expect(Math.max(...hosted) - Math.min(...hosted)).toBeLessThanOrEqual(1);
        expect(hostsOf(dates, of.toReversed(), offset).map((host) => host?.urn)).toEqual(hosts);
      }),
    );
  });
});

describe('what is next in the calendar', () => {
  const recorded = () => year().map((meeting): RecordedMeeting => ({ ...meeting, state: 'agreed', version: '1' }));

  test('the soonest that have not ended, none that was cancelled', () => {
    const meetings = recorded()
      .toReversed()
      .map((one) => (day(one) === '2026-11-26' ? { ...one, state: 'cancelled' as const } : one));
    const next = nextMeetings({ meetings }, made.at('2026-11-23T09:00'), 2);
    expect(next.map(day)).toEqual(['2026-12-01', '2026-12-10']);
  });

  test('those at the same time keep the order of the list', () => {
    const [one] = recorded();
    const meetings = one
      ? [
          { ...one, key: 'b' },
          { ...one, key: 'a' },
        ]
      : [];
    expect(nextMeetings({ meetings }, made.at('2026-09-01T09:00'), 2).map(({ key }) => key)).toEqual(['b', 'a']);
  });

  test('one that is going on is still next', () => {
    expect(nextMeetings({ meetings: recorded() }, made.at('2026-12-01T15:59'), 1).map(day)).toEqual(['2026-12-01']);
    expect(nextMeetings({ meetings: recorded() }, made.at('2026-12-01T16:00'), 1).map(day)).toEqual(['2026-12-10']);
  });
});
