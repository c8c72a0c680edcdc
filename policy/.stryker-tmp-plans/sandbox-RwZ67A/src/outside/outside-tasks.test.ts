// @ts-nocheck
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { Development } from './development.ts';
import type { GoodPractice } from './good-practice.ts';
import { offered, prioritiesOf } from './offered.ts';
import { development, practice, priority, talk, WILLING, withChairs } from './outside.examples.ts';
import { OutsidePolicyShape, outsideDisagreements } from './outside-policy.ts';
import { type OutsideRecords, outsideTasks } from './outside-tasks.ts';
import { OWLS_OUTSIDE } from './owls-outside.ts';
import { peopleGaps, takingPart } from './people-gaps.ts';
import { register } from './register.ts';

const reviewed = OWLS_OUTSIDE.documents.linked.map(({ key }) => ({
  key,
  reviews: [{ on: '2026-08-01', by: 'p-ceo' }],
}));
/** Everything done: a coach and a champion, a priority, every document reviewed. */
const DONE: OutsideRecords = {
  priorities: [priority()],
  practices: [],
  talks: [],
  development: [development('trainee-coach'), development('research-champion')],
  documents: reviewed,
};
const tasks = (when: string, records: Partial<OutsideRecords> = {}, other: Partial<Facts> = {}) =>
  outsideTasks(OWLS, OWLS_OUTSIDE, withChairs(other), { ...DONE, ...records }, at(when));
const keys = (...given: Parameters<typeof tasks>) => tasks(...given).map(({ key }) => key);

describe('priorities and good practice', () => {
  const offers = (practices: readonly GoodPractice[], date = '2026-11-20', other: Partial<Facts> = {}) =>
    offered(OWLS_OUTSIDE, withChairs(other), { practices, priorities: [priority()] }, '2026-27', date);

  test('M45: agendas carry the priorities of the year, in the order in which they were agreed', () => {
    const all = [priority({ id: 'p-2', agreedOn: '2026-07-21' }), priority({ id: 'p-9', year: '2025-26' }), priority()];
    expect(prioritiesOf(all, '2026-27').map(({ id }) => id)).toEqual(['p-1', 'p-2']);
    expect(prioritiesOf([], '2026-27')).toEqual([]);
  });

  test('M45: joint practice development is offered what a school would show, priorities first', () => {
    const all = [
      practice({ id: 'g-3', area: 'Maths', answer: WILLING, spottedOn: '2026-10-01' }),
      practice({ id: 'g-2', area: 'Maths', answer: WILLING, spottedOn: '2026-09-10' }),
      practice({ answer: WILLING }),
    ];
    expect(offers(all).map((offer) => offer.practice.id)).toEqual(['g-1', 'g-2', 'g-3']);
    expect(offers(all)[0]).toEqual({
      practice: {
        answer: {
          by: 'p-ash',
          on: '2026-11-09',
          willing: true,
        },
        area: 'Reading',
        id: 'g-1',
        shownAt: [],
        spottedBy: 'p-ceo',
        spottedOn: '2026-11-05',
        urn: '100001',
        what: 'Paired reading across year groups.',
      },
      priority: 'p-1',
      why: {
        because: [
          'It was seen at Ash Tree Primary School on 2026-11-05, and the school would show it.',
          'It serves the priority "Reading for all".',
        ],
        rule: 'M45',
        wouldChange: 'It is shown, or it is 2027-11-05, when it has to be looked at again.',
      },
    });
  });

  test('M45: not what is unanswered, refused, shown, stale, or of a school that has left', () => {
    expect(offers([practice()])).toEqual([]);
    expect(offers([practice({ answer: { ...WILLING, willing: false } })])).toEqual([]);
    expect(offers([practice({ answer: WILLING, shownAt: ['strategic/2026-11-17'] })])).toEqual([]);
    expect(offers([practice({ answer: WILLING })], '2027-11-04')).toHaveLength(1);
    expect(offers([practice({ answer: WILLING })], '2027-11-05')).toEqual([]);
    expect(
      offers([practice({ answer: WILLING })], '2026-11-20', { schools: [{ ...ASH, left: '2026-11-20' }] }),
    ).toEqual([]);
  });

  test('M45: the CEO records the priorities in the first week, and no longer after the year', () => {
    expect(keys('2026-08-25T07:59', { priorities: [] })).toEqual([]);
    expect(tasks('2026-08-25T08:00', { priorities: [priority({ year: '2025-26' })] })).toEqual([
      {
        because: 'The heads agree them in the summer break, and the record holds too few.',
        by: '2026-09-01T16:00:00Z',
        key: 'priorities/2026-27/p-ceo',
        kind: 'task',
        otherwise: 'Agendas can carry none of them, and good practice is offered without their order.',
        person: 'p-ceo',
        rule: 'M45',
        since: '2026-08-25T07:00:00Z',
        title: 'Record the partnership priorities of 2026-27',
      },
    ]);
    expect(keys('2026-08-25T08:00')).toEqual([]);
    expect(keys('2027-07-20T08:00', { priorities: [] })).not.toContain('priorities/2026-27/p-ceo');
  });

  test('M45: the head says whether the school would show it, while it is fresh', () => {
    expect(tasks('2026-11-06T08:00', { practices: [practice()] })).toEqual([
      {
        because: 'It was seen on 2026-11-05 and could help other schools: Paired reading across year groups.',
        by: '2026-11-20T17:00:00Z',
        key: 'good-practice/g-1/p-ash',
        kind: 'task',
        otherwise: 'It is not offered to joint practice development.',
        person: 'p-ash',
        rule: 'M45',
        since: '2026-11-06T08:00:00Z',
        title: 'Say whether Ash Tree Primary School would show its practice in Reading',
        urn: '100001',
      },
    ]);
    expect(keys('2026-11-10T08:00', { practices: [practice({ answer: WILLING })] })).toEqual([]);
    expect(keys('2027-11-05T08:00', { practices: [practice()] })).not.toContain('good-practice/g-1/p-ash');
    const leaving = { schools: [{ ...ASH, left: '2026-11-06' }] };
    expect(keys('2026-11-06T08:00', { practices: [practice()] }, leaving)).toEqual([]);
  });
});

describe('people development', () => {
  const gaps = (all: readonly Development[], date = '2026-11-20', other: Partial<Facts> = {}) =>
    peopleGaps(OWLS_OUTSIDE, withChairs(other), all, date).map(({ urn, programme, since }) => [urn, programme, since]);

  test('M47: every school without a coach of trainees or a research champion is named', () => {
    expect(gaps([], '2026-11-20', { schools: [ASH, BROOK] })).toEqual([
      [ASH.urn, 'trainee-coach', undefined],
      [ASH.urn, 'research-champion', undefined],
      [BROOK.urn, 'trainee-coach', undefined],
      [BROOK.urn, 'research-champion', undefined],
    ]);
    expect(gaps(DONE.development)).toEqual([]);
  });

  test("M47: a research champion on the school's row counts, an empty name does not, another school's coach neither", () => {
    const coach = development('trainee-coach');
    expect(gaps([coach], undefined, { schools: [{ ...ASH, researchChampion: 'Ines Blake' }] })).toEqual([]);
    expect(gaps([coach], undefined, { schools: [{ ...ASH, researchChampion: ' ' }] })).toHaveLength(1);
    expect(gaps([{ ...coach, urn: BROOK.urn }, development('research-champion')])).toHaveLength(1);
  });

  test('M47: a gap opens the day after the last one ends, and an end on the day itself is still filled', () => {
    const ending = [development('trainee-coach', { until: '2026-11-20' }), development('research-champion')];
    expect(gaps(ending)).toEqual([]);
    expect(gaps(ending, '2026-11-21')).toEqual([[ASH.urn, 'trainee-coach', '2026-11-21']]);
  });

  test('M47: more than one of a programme are different people', () => {
    const programmes = OWLS_OUTSIDE.people.programmes.map((one) => ({
      ...one,
      inEverySchool: one.kind === 'coach' ? 2 : 0,
    }));
    const own = { ...OWLS_OUTSIDE, people: { ...OWLS_OUTSIDE.people, programmes } };
    const [one, same] = [development('trainee-coach'), development('trainee-coach', { id: 'd-2', who: ' ines blake' })];
    expect(peopleGaps(own, withChairs(), [one, same], '2026-11-20')).toEqual([
      {
        missing: 1,
        name: 'Coach of trainee teachers',
        programme: 'trainee-coach',
        urn: '100001',
        why: {
          because: ['Every school has 2 of: Coach of trainee teachers. Ash Tree Primary School has 1.'],
          rule: 'M47',
          wouldChange: 'The name of a person at Ash Tree Primary School.',
        },
      },
    ]);
    expect(peopleGaps(own, withChairs(), [one, { ...same, who: 'Tariq Moss' }], '2026-11-20')).toEqual([]);
  });

  test('M47: who takes part, where and when', () => {
    const all = [
      development('npq-h', { from: '2026-12-01' }),
      development('trainee', { until: '2026-10-01' }),
      ...DONE.development,
    ];
    expect(takingPart(all, '2026-11-20').map(({ programme }) => programme)).toEqual([
      'research-champion',
      'trainee-coach',
    ]);
  });

  test('M47: the head names somebody, asked once a gap; a school that joins is asked the morning after', () => {
    const open = { development: [development('research-champion')] };
    expect(tasks('2026-08-26T08:00', { development: [] }).map(({ key }) => key)).toEqual([
      'people-gap/100001/trainee-coach/2026-08-25/p-ash',
      'people-gap/100001/research-champion/2026-08-25/p-ash',
    ]);
    expect(keys('2026-09-02T08:00', open, { schools: [{ ...ASH, joined: '2020-09-01' }] })).toEqual([
      'people-gap/100001/trainee-coach/2026-08-25/p-ash',
    ]);
    expect(tasks('2027-01-11T08:00', open, { schools: [{ ...ASH, joined: '2027-01-08' }] })).toEqual([
      {
        because: 'Every school has 1 of: Coach of trainee teachers. Ash Tree Primary School has 0.',
        by: '2027-02-08T17:00:00Z',
        key: 'people-gap/100001/trainee-coach/2027-01-08/p-ash',
        kind: 'task',
        otherwise: 'The gap is named in the overview of people development.',
        person: 'p-ash',
        rule: 'M47',
        since: '2027-01-11T08:00:00Z',
        title: 'Name for Ash Tree Primary School: Coach of trainee teachers',
        urn: '100001',
      },
    ]);
    expect(keys('2027-01-07T08:00', open, { schools: [{ ...ASH, joined: '2027-01-08' }] })).toEqual([]);
  });
});

describe('linked documents', () => {
  const lines = (documents: OutsideRecords['documents'], date: string, other: Partial<Facts> = {}) =>
    register(OWLS_OUTSIDE, withChairs(other), documents, date);
  const finance = (reviews: OutsideRecords['documents'][number]['reviews'], date: string, owner = 'p-ash') =>
    lines([{ key: 'finance', owner, place: 'Policies/Finance', reviews }], date).find(({ key }) => key === 'finance');

  test('M49: the register names every document with owner and day of review', () => {
    const all = lines([], '2026-11-02');
    expect(all).toHaveLength(10);
    expect(all.every(({ due, owner, state }) => due === '2026-12-18' && owner && state === 'in date')).toBe(true);
  });

  test('M49: a review moves the day by a year, or to the day the reviewer set; the newest counts', () => {
    const [old, young] = [
      { on: '2024-05-01', by: 'p-ceo' },
      { on: '2025-11-30', by: 'p-ceo' },
    ];
    expect(finance([young, old], '2026-11-02')).toEqual({
      due: '2026-11-30',
      key: 'finance',
      lastReview: '2025-11-30',
      owner: 'p-ash',
      place: 'Policies/Finance',
      state: 'due soon',
      title: 'Financial procedures',
      why: {
        because: ['It was last reviewed on 2025-11-30.', 'The next one is due on 2026-11-30.'],
        rule: 'M49',
        wouldChange: 'A review, recorded with its date.',
      },
    });
    expect(finance([{ ...young, next: '2026-06-01' }, old], '2026-11-02')).toEqual({
      due: '2026-06-01',
      key: 'finance',
      lastReview: '2025-11-30',
      owner: 'p-ash',
      place: 'Policies/Finance',
      state: 'overdue',
      title: 'Financial procedures',
      why: {
        because: ['It was last reviewed on 2025-11-30.', 'The next one is due on 2026-06-01.'],
        rule: 'M49',
        wouldChange: 'A review, recorded with its date.',
      },
    });
    expect(finance([{ on: '2026-11-03', by: 'p-ceo' }], '2026-11-02')).toEqual({
      due: '2026-12-18',
      key: 'finance',
      owner: 'p-ash',
      place: 'Policies/Finance',
      state: 'in date',
      title: 'Financial procedures',
      why: {
        because: ['No review is on record.', 'The next one is due on 2026-12-18.'],
        rule: 'M49',
        wouldChange: 'A review, recorded with its date.',
      },
    });
  });

  test('M49: it is due soon from four weeks before, and overdue the day after', () => {
    const state = (date: string) => finance([], date)?.state;
    expect(['2026-11-19', '2026-11-20', '2026-12-18', '2026-12-19'].map(state)).toEqual([
      'in date',
      'due soon',
      'due soon',
      'overdue',
    ]);
  });

  test("M49: an owner who has gone gives way to the policy's role, then to the CEO", () => {
    expect(finance([], '2026-11-02', 'p-gone')?.owner).toBe('p-office');
    const people = withChairs().people.filter(({ id }) => id === 'p-ceo');
    expect(lines([], '2026-11-02', { people }).every(({ owner }) => owner === 'p-ceo')).toBe(true);
    expect(lines([], '2026-11-02', { people: [] }).some(({ owner }) => owner)).toBe(false);
  });

  test('M49: the owner is prompted four weeks before, and stays prompted until it is reviewed', () => {
    const open = { documents: reviewed.filter(({ key }) => key !== 'cpd') };
    expect(keys('2026-11-20T07:59', open)).toEqual([]);
    expect(tasks('2026-11-20T08:00', open)).toEqual([
      {
        because: 'No review is on record. The next one is due on 2026-12-18.',
        by: '2026-12-18T17:00:00Z',
        key: 'document-review/cpd/2026-12-18/p-ceo',
        kind: 'task',
        otherwise: 'The register shows it as overdue.',
        person: 'p-ceo',
        rule: 'M49',
        since: '2026-11-20T08:00:00Z',
        title: 'Review: Professional development strategy',
      },
    ]);
    expect(keys('2027-03-01T08:00', open)).toEqual(['document-review/cpd/2026-12-18/p-ceo']);
    expect(keys('2027-03-01T08:00', { documents: reviewed })).toEqual([]);
  });
});

describe('all of it together', () => {
  test('M45: a trust that has done everything owes nothing, and one without people owes nothing to nobody', () => {
    expect(keys('2026-11-02T08:00')).toEqual([]);
    const open = { priorities: [], practices: [practice()], talks: [talk()], development: [], documents: [] };
    expect(keys('2026-12-01T08:00', open, { people: [] })).toEqual([]);
  });

  test('M45: what is owed has begun, keeps its moment, is owed once a key, and twice asked is the same', () => {
    const open = { priorities: [], practices: [practice()], talks: [talk()], development: [], documents: [] };
    const start = at('2026-08-01T00:00');
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 400 }), (hours) => {
        const now = start.add({ hours });
        const ask = () => outsideTasks(OWLS, OWLS_OUTSIDE, withChairs(), { ...DONE, ...open }, now);
        const owed = ask();
        expect(ask()).toEqual(owed);
        expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length);
        for (const { key, since } of owed) {
          expect(Temporal.Instant.compare(Temporal.Instant.from(since), now)).toBeLessThanOrEqual(0);
          expect(seen.get(key) ?? since).toBe(since);
          seen.set(key, since);
        }
      }),
      { numRuns: 60 },
    );
    expect(seen.size).toBeGreaterThan(10);
  });
});

describe('the policy of outside matters', () => {
  test("M45: OWLS's own is well formed and agrees with itself", () => {
    expect(OutsidePolicyShape.parse(OWLS_OUTSIDE)).toEqual(OWLS_OUTSIDE);
    expect(outsideDisagreements(OWLS_OUTSIDE)).toEqual([]);
  });

  test('M45: values that contradict each other are named with their place', () => {
    const { priorities, documents, people, talks } = OWLS_OUTSIDE;
    const doubled = <T>(list: readonly T[]) => [...list, ...list.slice(0, 1)];
    const places = outsideDisagreements({
      ...OWLS_OUTSIDE,
      ask: { days: -1, at: '08:00' },
      priorities: { ...priorities, fewest: 7, agreedBy: { days: -1, at: '08:00' } },
      documents: { prompt: { days: 1, at: '08:00' }, linked: doubled(documents.linked) },
      talks: { ...talks, bodies: doubled(talks.bodies), exceptions: doubled(talks.exceptions) },
      people: { ...people, programmes: doubled(people.programmes) },
    }).map(({ place, says }) => `${place}: ${says}`);
    expect(places).toEqual([
      'priorities.most: must be 7 or more, as "fewest" is.',
      'priorities.agreedBy.days: must be 0 or more: asking begins with the year.',
      'ask.days: must be 0 or more: nothing is asked before its record is there.',
      'documents.prompt.days: must be 0 or less: a prompt comes before the day of review.',
      'talks.bodies[4].key: dfe is there already: each must be another.',
      'talks.exceptions[2].key: safeguarding is there already: each must be another.',
      'people.programmes[8].key: npq-ml is there already: each must be another.',
      'documents.linked[10].key: peer-review is there already: each must be another.',
    ]);
  });
});
