import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isSchoolDay } from '../calendar/academic-calendar.ts';
import { concern, entry, reached, validated } from '../concerns/concerns.examples.ts';
import { concernsDisagreements } from '../concerns/concerns-policy.ts';
import { due } from '../duties/due.ts';
import { ASH, at, DALE, facts, HEAD_TWO, school } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import { causingConcern, extraDataOf } from './causing-concern.ts';
import { extraDataFindings, extraFigureLabel, lastBefore } from './check-extra-data.ts';
import { dueDays } from './due-days.ts';
import { extraDataAsked } from './extra-data-asked.ts';
import { extraDataTasks } from './extra-data-tasks.ts';
import type { ExtraFigures } from './extra-figures.ts';
import { extraDataName, extraFiguresInWords } from './in-words.ts';

const own = OWLS.concerns;
const RISK = validated(ASH.urn, '2026-27/autumn-1', '2cc', '2026-10-12T10:00:00Z');
const SAFE = validated(ASH.urn, '2026-27/autumn-2', '2b', '2026-12-10T10:00:00Z');
const atRisk = facts({ judgements: [RISK] });
/** Attendance of Dale, which is graded 3, as it is asked every two weeks. */
const given = (dueOn: string, other: Partial<ExtraFigures> = {}): ExtraFigures => ({
  ...{ urn: DALE.urn, item: 'attendance', due: dueOn, figures: { attendance: 93, suspensions: 1 }, says: '' },
  ...{ by: HEAD_TWO.id, at: '2026-09-10T10:00:00Z', ...other },
});

describe('M19: a school causes concern', () => {
  const of = (one: School, world: Facts = facts()) => {
    const found = causingConcern(OWLS, own, world, one);
    return found && [found.level, found.since];
  };

  test('M19: by its grade or its category, at the level the policy gives those, since then', () => {
    expect(of(ASH)).toBeUndefined();
    expect(of(ASH, atRisk)).toEqual([1, '2026-10-12']);
    expect(causingConcern(OWLS, own, atRisk, ASH)?.because).toMatch(/^The validated category .* is 2cc: at risk/);
    expect(of(ASH, facts({ judgements: [RISK, SAFE] }))).toBeUndefined();
    expect(of({ ...DALE, ofsted: { grade: 3, on: '2026-09-30' } })).toEqual([2, '2026-09-30']);
    const none = { ...own, withoutRecord: { '3-4': 0, '1-2-at-risk': 3 } };
    expect(causingConcern(OWLS, none, facts(), DALE)).toBeUndefined();
    expect(causingConcern(OWLS, none, atRisk, ASH)?.level).toBe(3);
  });

  test('M19: by its open concerns where any is on record, at the highest level one reached', () => {
    const world = (...concerns: ReturnType<typeof concern>[]) => facts({ records: { concerns: { concerns } } });
    const mild = concern();
    const grave = concern({ id: 'c-2', levels: [reached(1, '2026-09-07'), reached(3, '2026-10-05')] });
    for (const both of [world(mild, grave), world(grave, mild)]) expect(of(ASH, both)).toEqual([3, '2026-10-05']);
    expect(causingConcern(OWLS, own, world(mild), ASH)).toEqual({
      ...{ level: 1, since: '2026-09-07', because: 'Maths fell in two year groups.' },
    });
    expect(of(ASH, world({ ...grave, closed: entry('2026-11-02') }))).toBeUndefined();
    expect(of(ASH, world(concern({ urn: DALE.urn })))).toBeUndefined();
    const same = concern({ id: 'c-3', levels: [reached(1, '2026-10-05')] });
    expect(of(ASH, world(mild, same))).toEqual([1, '2026-09-07']);
  });

  test('M19: is asked what its level asks, in measures that mean something for it', () => {
    const asked = (of: Pick<School, 'years'>, level: number) =>
      extraDataOf(OWLS, own, of, level).map(({ item, measures }) => `${item.key}: ${measures.map(({ key }) => key)}`);
    expect(asked(ASH, 1)).toEqual(['on-track: reading,writing,maths,rwm']);
    expect(asked(ASH, 2)).toEqual([
      ...['on-track: reading,writing,maths,rwm', 'teaching: teachingGood', 'attendance: attendance,suspensions'],
    ]);
    expect(asked({ years: ['N'] }, 1)).toEqual([]);
    expect(asked(ASH, 9)).toEqual([]);
  });
});

describe('M19: the days of extra data', () => {
  test('M19: lie so many weeks of term apart, within the academic year', () => {
    expect(dueDays(OWLS, '2026-09-07', 6, '2026-10-01').slice(0, 2)).toEqual(['2026-10-28', '2026-12-09']);
    const fromStart = dueDays(OWLS, '2022-06-15', 6, '2026-10-01');
    expect(fromStart[0]).toBe(dueDays(OWLS, '2026-08-25', 6, '2026-10-01')[0]);
    expect(fromStart.length).toBeGreaterThan(4);
    const last = OWLS.calendar.years.find(({ year }) => year === '2026-27')?.halfTerms.at(-1)?.to ?? '';
    expect(fromStart.every((day) => day <= last)).toBe(true);
    expect(dueDays(OWLS, '2026-09-07', 1, last).length).toBeGreaterThan(30);
    expect(dueDays(OWLS, '2026-09-07', 1, '2026-08-01')).toEqual([]);
    expect(dueDays(OWLS, '2026-09-07', 1, '2050-01-01')).toEqual([]);
  });
});

const tasks = (when: string, records: readonly ExtraFigures[] = [], world = facts({ schools: [DALE] })) =>
  extraDataTasks(OWLS, own, world, { given: records }, at(when));
const attendance = (...found: Parameters<typeof tasks>) =>
  tasks(...found)
    .filter(({ key }) => key.includes('/attendance/'))
    .map(({ key }) => key);

describe('M19: asking for extra data', () => {
  test('M19: of a school that causes none nothing is asked', () => {
    expect(tasks('2026-10-26T09:00', [], facts({ schools: [ASH] }))).toEqual([]);
    expect(tasks('2026-10-26T09:00', [], facts({ schools: [{ ...DALE, left: '2026-10-26' }] }))).toEqual([]);
    const nobody = facts({ schools: [DALE], people: [] });
    expect(tasks('2026-10-26T09:00', [], nobody)).toEqual([]);
  });

  test('M19: is asked of the head some days before, in words that say why', () => {
    expect(attendance('2026-09-03T07:59')).toEqual([]);
    const [first] = tasks('2026-09-03T08:00').filter(({ key }) => key.includes('attendance'));
    expect(first).toEqual({
      kind: 'task',
      key: 'extra/100004/attendance/2026-09-08/p-two',
      rule: 'M19',
      person: 'p-two',
      urn: DALE.urn,
      since: '2026-09-03T07:00:00Z',
      by: '2026-09-08T16:00:00Z',
      title: 'Give extra data for Dale Village Primary School: Attendance and suspensions since last time',
      because: 'The grade of Dale Village Primary School is 3. It is asked every 2 weeks of term.',
      otherwise: 'Without it nobody can see whether the support helps.',
    });
    const weekly = { ...own, withoutRecord: { ...own.withoutRecord, '3-4': 3 } };
    const soon = extraDataTasks(OWLS, weekly, facts({ schools: [DALE] }), { given: [] }, at('2026-09-03T09:00')).find(
      ({ key }) => key.includes('/attendance/'),
    );
    expect(soon?.because).toMatch(/It is asked every week of term\.$/);
  });

  test('M19: late, the head is reminded, one message at a time, and those above are told', () => {
    expect(attendance('2026-09-09T08:00')).toEqual(['extra/100004/attendance/2026-09-08/+1/p-two']);
    const reminder = tasks('2026-09-09T08:00').find(({ key }) => key.includes('/attendance/'));
    expect(reminder?.since).toBe('2026-09-09T07:00:00Z');
    expect(reminder && 'by' in reminder).toBe(false);
    // No head leader answers for Dale's cluster: it is the CEO's matter.
    expect(attendance('2026-09-11T08:00')).toEqual([
      'extra/100004/attendance/2026-09-08/+1/p-two',
      'extra-late/100004/attendance/2026-09-08/+3/p-ceo',
    ]);
    expect(tasks('2026-09-11T08:00').find(({ key }) => key.startsWith('extra-late'))).toEqual({
      kind: 'task',
      key: 'extra-late/100004/attendance/2026-09-08/+3/p-ceo',
      rule: 'M19',
      person: 'p-ceo',
      urn: DALE.urn,
      since: '2026-09-11T07:00:00Z',
      title: 'Ask Dale Village Primary School for its extra data: Attendance and suspensions since last time',
      because: 'It was wanted and is not given.',
      otherwise: 'Without it nobody can see whether the support helps.',
    });
    expect(attendance('2026-09-11T07:59')).toHaveLength(1);
  });

  test('M19: what was given is asked no more; what was not lapses when the next is asked', () => {
    expect(attendance('2026-09-11T08:00', [given('2026-09-08')])).toEqual([]);
    for (const other of [{ urn: ASH.urn }, { item: 'teaching' }, { due: '2026-09-22' }])
      expect(attendance('2026-09-11T08:00', [given('2026-09-08', other)])).toHaveLength(2);
    expect(attendance('2026-09-17T08:00')).toEqual(['extra/100004/attendance/2026-09-22/p-two']);
  });

  test('M19: ends when the school causes no concern any more: what was asked lapses', () => {
    const world = (...judgements: Facts['judgements']) => facts({ schools: [ASH], judgements });
    expect(tasks('2027-01-20T09:00', [], world(RISK)).length).toBeGreaterThan(0);
    expect(tasks('2027-01-20T09:00', [], world(RISK, SAFE))).toEqual([]);
  });

  test('M19: always: asked once, only of schools that cause concern, never on a day off, and given is the end of it', () => {
    const first = at('2026-08-01T00:00').epochMilliseconds;
    const world = facts({ judgements: [RISK], records: { extraData: { given: [] } } });
    const ofTopic = (keys: readonly { readonly key: string }[]) => keys.filter(({ key }) => key.startsWith('extra'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 380 * 24 }), (hours) => {
        const now = Temporal.Instant.fromEpochMilliseconds(first + hours * 3_600_000);
        const owed = ofTopic(due(OWLS, world, now));
        expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length);
        const told = { ...world, delivered: new Set(owed.map(({ key }) => key)) };
        expect(ofTopic(due(OWLS, told, now))).toEqual([]);
        const all = extraDataTasks(OWLS, own, world, { given: [] }, now);
        for (const { since, urn } of all) {
          expect(isSchoolDay(OWLS, since.slice(0, 10))).toBe(true);
          expect([ASH.urn, DALE.urn]).toContain(urn);
          expect(Temporal.Instant.from(since).epochMilliseconds).toBeLessThanOrEqual(now.epochMilliseconds);
        }
        const answered = [ASH, DALE].flatMap((one) =>
          extraDataAsked(OWLS, own, world, one, now).map(({ item, due: day }) =>
            given(day, { urn: one.urn, item: item.key }),
          ),
        );
        expect(extraDataTasks(OWLS, own, world, { given: answered }, now)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

describe('M19: what a school gives', () => {
  const found = (other: Partial<ExtraFigures> = {}, before: readonly ExtraFigures[] = [], of: School = DALE) =>
    extraDataFindings(
      OWLS,
      own,
      facts({ records: { extraData: { given: before } } }),
      of,
      given('2026-09-22', { urn: of.urn, ...other }),
      at('2026-09-18T09:00'),
    ).map(({ level, place, says }) => `${level} ${place}: ${says}`);

  test('M19: is what is asked of it now, and nothing else', () => {
    expect(found()).toEqual([]);
    const not = (of: School) => [
      `error item: This is not asked of ${of.name} now. Look at what is asked and give that.`,
    ];
    for (const other of [{ due: '2026-09-08' }, { due: 'soon' }, { item: 'mocks' }])
      expect(found(other)).toEqual(not(DALE));
    expect(found({}, [], ASH)).toEqual(not(ASH));
  });

  test('M19: has each figure, none that can’t be', () => {
    expect(found({ figures: { suspensions: 1 } })).toEqual(['error attendance: Give the figure for Attendance.']);
    const figures = (one: number, other = 1) => found({ figures: { attendance: one, suspensions: other } });
    expect([figures(100), figures(70), figures(93, 0)]).toEqual([[], [], []]);
    expect(figures(100.1)).toEqual(['error attendance: Attendance is 100.1%: give a figure from 0 to 100.']);
    expect(figures(-1)).toEqual(['error attendance: Attendance is -1%: give a figure from 0 to 100.']);
    expect(figures(Number.NaN)).toEqual(['error attendance: Attendance must be a number.']);
    expect(figures(93, 1.5)).toEqual(['error suspensions: Suspensions is a count: give a whole number.']);
    expect(found({ figures: { attendance: 93, suspensions: 1, reading: 7 } })).toEqual([
      'error item: reading is not asked here. Leave it out.',
    ]);
    const onTrack = extraDataAsked(OWLS, own, facts(), DALE, at('2026-09-18T09:00')).find(
      ({ item }) => item.key === 'on-track',
    );
    const whole = { reading: 60, writing: 61, maths: 62, rwm: 61 };
    expect(found({ item: 'on-track', due: onTrack?.due ?? '', figures: whole })).toEqual([
      expect.stringMatching(/^error rwm: Reading, writing and maths is 61%, above reading at 60%/),
    ]);
    expect(found({ says: 'x'.repeat(1000) })).toEqual([]);
    expect(found({ says: 'x'.repeat(1001) })).toEqual(['error says: Say it in 1000 characters at most.']);
  });

  test('M19: an improbable figure and a jump beyond policy need a remark', () => {
    expect(found({ figures: { attendance: 69.9, suspensions: 0 } })).toEqual([
      'warning attendance: Attendance is only 69.9%. Say why in the remark.',
    ]);
    expect(found({ figures: { attendance: 69.9, suspensions: 0 }, says: 'Half were ill.' })).toEqual([]);
    const jump = OWLS.soap.plausibleJump;
    const before = [given('2026-09-08', { figures: { attendance: 99, suspensions: 90 } })];
    const now = (attendance: number) => found({ figures: { attendance, suspensions: 1 } }, before);
    expect(now(99 - jump)).toEqual([]);
    expect(now(98.5 - jump)).toEqual([
      `warning attendance: Attendance was 99% last time and is ${98.5 - jump}%. Say why in the remark.`,
    ]);
    expect(found({ figures: { attendance: 140, suspensions: 1 } }, before)).toHaveLength(1);
  });

  test('M19: is held against the time before of the same thing', () => {
    const kept = [given('2026-09-01'), given('2026-09-08'), given('2026-09-22'), given('2026-09-10', { item: 'x' })];
    for (const order of [kept, [...kept].reverse()])
      expect(lastBefore(order, given('2026-09-22'))?.due).toBe('2026-09-08');
    expect(lastBefore([given('2026-09-08', { urn: ASH.urn })], given('2026-09-22'))).toBeUndefined();
  });

  test('M19: is said in words', () => {
    expect(extraFiguresInWords(OWLS, given('2026-09-08', { says: 'Slowly up.' }))).toBe(
      'Attendance 93%; Suspensions 1; Slowly up.',
    );
    expect(extraFiguresInWords(OWLS, given('2026-09-08'))).toBe('Attendance 93%; Suspensions 1');
    expect(extraDataName(OWLS, 'teaching')).toBe('Quality of teaching seen since last time');
    expect(extraDataName(OWLS, 'gone')).toBe('gone');
    const label = (key: string) => {
      const measure = OWLS.soap.measures.find((one) => one.key === key);
      return measure && extraFigureLabel(measure);
    };
    expect([label('reading'), label('attendance'), label('suspensions')]).toEqual([
      ...['Reading, % of all pupils on track', 'Attendance, %', 'Suspensions'],
    ]);
  });
});

test('M19: a policy’s values for it agree with each other', () => {
  const faults = (other: Partial<typeof own>) =>
    concernsDisagreements({ ...own, ...other }).map(({ place, says }) => `${place}: ${says}`);
  expect(faults({ withoutRecord: { '3-4': 3, '1-2-at-risk': 4 } })).toEqual([
    'concerns.withoutRecord.1-2-at-risk: is 4: the highest level is 3.',
  ]);
  const chase = (...remindDaysAfter: number[]) => faults({ extraDataChase: { remindDaysAfter, escalations: [] } });
  expect(chase(1, 2, 3)).toEqual([]);
  expect(chase(1, 3, 3)).toEqual(['concerns.extraDataChase.remindDaysAfter[2]: must be more than the days before it.']);
});

test('M19: a school without a grade that is sponsored causes concern like one graded 3 or 4', () => {
  const { ofsted: _, ...ungraded } = school('100009', 'New Lane Primary School', { sponsored: true });
  expect(causingConcern(OWLS, own, facts(), ungraded)?.level).toBe(2);
});
