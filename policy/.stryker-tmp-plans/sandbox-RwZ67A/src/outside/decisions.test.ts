// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { isFresh, offered, prioritiesOf } from './offered.ts';
import { development, practice, priority, talk, WILLING, withChairs } from './outside.examples.ts';
import { outsideTasks } from './outside-tasks.ts';
import { OWLS_OUTSIDE } from './owls-outside.ts';
import { peopleGaps, takingPart } from './people-gaps.ts';
import { register } from './register.ts';
import type { Talk } from './talk.ts';
import { checkTalk, tellings } from './telling.ts';

const NONE = { priorities: [], practices: [], talks: [], development: [], documents: [] };
const withheld = {
  urn: ASH.urn,
  from: 'head' as const,
  exception: 'safeguarding',
  reason: 'It is about the head.',
  by: 'p-ceo',
};

describe('who is told of a talk, in full (M46)', () => {
  const told = (other: Partial<Talk> = {}, of = withChairs()) => tellings(OWLS_OUTSIDE, of, talk(other));

  test('each with the reason and what would change it', () => {
    expect(told({ governorsToo: [ASH.urn] })).toEqual([
      {
        before: false,
        person: 'p-ash',
        role: 'head',
        state: 'to be told',
        urn: '100001',
        why: {
          because: ['The talk is about Ash Tree Primary School.'],
          rule: 'M46',
          wouldChange: 'Telling them, or an exception with a reason.',
        },
      },
      {
        before: false,
        person: 'p-governor',
        role: 'governor-chair',
        state: 'to be told',
        urn: '100001',
        why: {
          because: ['The governors of Ash Tree Primary School are to know.'],
          rule: 'M46',
          wouldChange: 'Telling them, or an exception with a reason.',
        },
      },
      {
        before: false,
        person: 'p-chair',
        role: 'chair',
        state: 'to be told',
        why: {
          because: ['The chair of the board knows of every such talk.'],
          rule: 'M46',
          wouldChange: 'Telling them, or an exception with a reason.',
        },
      },
    ]);
    expect(told({ urns: ['999999'] })[0]).toEqual({
      before: false,
      role: 'head',
      state: 'to be told',
      urn: '999999',
      why: {
        because: ['The talk is about 999999.', 'Nobody on record holds this role.'],
        rule: 'M46',
        wouldChange: 'Telling them, or an exception with a reason.',
      },
    });
  });

  test('in time, late, by having recorded it, and kept out of it', () => {
    const early = [{ person: 'p-ash', at: '2026-11-10T10:00:00Z', by: 'p-office' }];
    const late = [
      { person: 'p-ash', at: '2026-11-10T12:00:00Z', by: 'p-office' },
      { person: 'p-ash', at: '2026-11-10T10:00:01Z', by: 'p-office' },
    ];
    expect(told({ startedBy: 'trust', told: early })[0]).toEqual({
      before: true,
      person: 'p-ash',
      role: 'head',
      state: 'told',
      urn: '100001',
      why: {
        because: ['The talk is about Ash Tree Primary School.'],
        rule: 'M46',
        wouldChange: 'A correction of the record.',
      },
    });
    expect(told({ startedBy: 'trust', told: late })[0]?.state).toBe('told late');
    expect(told({ told: late })[0]?.state).toBe('told');
    expect(told({ startedBy: 'trust', told: [...late, ...early] })[0]?.state).toBe('told');
    expect(told({ startedBy: 'trust', told: late, withheld: [withheld] })[0]?.state).toBe('told');
    expect(told({ recordedBy: 'p-ash' })[0]).toEqual({
      before: false,
      person: 'p-ash',
      role: 'head',
      state: 'told',
      urn: '100001',
      why: {
        because: ['The talk is about Ash Tree Primary School.', 'They recorded it.'],
        rule: 'M46',
        wouldChange: 'A correction of the record.',
      },
    });
    expect(told({ withheld: [withheld] })[0]).toEqual({
      before: false,
      person: 'p-ash',
      role: 'head',
      state: 'withheld',
      urn: '100001',
      why: {
        because: ['It would get in the way of safeguarding.', 'It is about the head.'],
        rule: 'M46',
        wouldChange: 'The reason no longer holds.',
      },
    });
    expect(told({ withheld: [{ ...withheld, reason: ' ' }] })[0]?.state).toBe('to be told');
    expect(told({ withheld: [{ ...withheld, exception: 'gone' }] })[0]?.state).toBe('to be told');
    expect(told({ withheld: [{ ...withheld, urn: BROOK.urn }] })[0]?.state).toBe('to be told');
    expect(told({ withheld: [{ ...withheld, from: 'governor-chair' }] })[0]?.state).toBe('to be told');
  });

  test('what cannot be recorded of one', () => {
    const check = (other: Partial<Talk>) => checkTalk(OWLS_OUTSIDE, talk(other));
    expect(check({})).toEqual({ ok: true });
    expect(check({ governorsToo: [ASH.urn], withheld: [withheld] })).toEqual({ ok: true });
    expect(check({ body: '' })).toEqual({
      ok: false,
      says: 'Choose one of dfe, regional-director, ofsted, local-authority.',
      why: {
        because: ['An empty name is no body of the policy.'],
        rule: 'M46',
        wouldChange: 'Choose one of dfe, regional-director, ofsted, local-authority.',
      },
    });
    expect(check({ about: ' ' })).toEqual({
      ok: false,
      says: 'Say what the talk is about.',
      why: {
        because: ['It has no words.'],
        rule: 'M46',
        wouldChange: 'Say what the talk is about.',
      },
    });
    expect(check({ governorsToo: [BROOK.urn] })).toEqual({
      ok: false,
      says: 'Add the school to the talk, or leave it out.',
      why: {
        because: ['100002 is not part of the talk.'],
        rule: 'M46',
        wouldChange: 'Add the school to the talk, or leave it out.',
      },
    });
    expect(check({ withheld: [{ ...withheld, urn: BROOK.urn }] })).toMatchObject({ ok: false });
    expect(check({ withheld: [{ ...withheld, exception: '' }] })).toEqual({
      ok: false,
      says: 'Tell them, or choose one of safeguarding, smooth-running.',
      why: {
        because: ['Nothing is no exception of the policy.'],
        rule: 'M46',
        wouldChange: 'Tell them, or choose one of safeguarding, smooth-running.',
      },
    });
    expect(check({ withheld: [{ ...withheld, reason: ' ' }] })).toEqual({
      ok: false,
      says: 'Give the reason for keeping it back.',
      why: {
        because: ['An exception needs a reason, and none is given.'],
        rule: 'M46',
        wouldChange: 'Give the reason for keeping it back.',
      },
    });
    const none = { ...OWLS_OUTSIDE, talks: { ...OWLS_OUTSIDE.talks, exceptions: [] } };
    expect(checkTalk(none, talk({ withheld: [withheld] }))).toEqual({
      ok: false,
      says: 'Tell them, or choose one of no exceptions.',
      why: {
        because: ['safeguarding is no exception of the policy.'],
        rule: 'M46',
        wouldChange: 'Tell them, or choose one of no exceptions.',
      },
    });
  });
});

describe('what is asked of the outside’s topics, in full', () => {
  const tasks = (when: string, other = {}, of = withChairs()) =>
    outsideTasks(OWLS, OWLS_OUTSIDE, of, { ...NONE, ...other }, at(when));
  const of = (list: ReturnType<typeof tasks>, rule: string) => list.filter((one) => one.rule === rule);

  test('M45: priorities and good practice', () => {
    expect(of(tasks('2026-08-25T08:00'), 'M45')).toEqual([
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
    const enough = Array.from({ length: OWLS_OUTSIDE.priorities.fewest }, (_, place) => priority({ id: `p-${place}` }));
    expect(of(tasks('2026-08-25T08:00', { priorities: enough }), 'M45')).toEqual([]);
    expect(of(tasks('2026-08-25T08:00', { priorities: enough.slice(1) }), 'M45')).toHaveLength(1);
    expect(of(tasks('2026-11-06T08:00', { priorities: enough, practices: [practice()] }), 'M45')).toEqual([
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
    const shown = practice({ shownAt: ['advisory/2026-27/5'] });
    expect(of(tasks('2026-11-06T08:00', { priorities: enough, practices: [shown] }), 'M45')).toEqual([]);
    expect(
      of(tasks('2026-11-06T08:00', { priorities: enough, practices: [practice({ answer: WILLING })] }), 'M45'),
    ).toEqual([]);
  });

  test('M46: telling, by the one who recorded it or the CEO', () => {
    expect(of(tasks('2026-11-12T08:00', { talks: [talk({ governorsToo: [ASH.urn] })] }), 'M46')).toEqual([
      {
        because: 'The talk is about Ash Tree Primary School.',
        by: '2026-11-17T17:00:00Z',
        key: 'talk-tell/t-1/head/100001/p-office',
        kind: 'task',
        otherwise: 'They learn of it from others, or not at all.',
        person: 'p-office',
        rule: 'M46',
        since: '2026-11-11T08:00:00Z',
        title: 'Tell the head of Ash Tree Primary School of the talk with Ofsted',
        urn: '100001',
      },
      {
        because: 'The governors of Ash Tree Primary School are to know.',
        by: '2026-11-17T17:00:00Z',
        key: 'talk-tell/t-1/governor-chair/100001/p-office',
        kind: 'task',
        otherwise: 'They learn of it from others, or not at all.',
        person: 'p-office',
        rule: 'M46',
        since: '2026-11-11T08:00:00Z',
        title: 'Tell the chair of governors of Ash Tree Primary School of the talk with Ofsted',
        urn: '100001',
      },
      {
        because: 'The chair of the board knows of every such talk.',
        by: '2026-11-17T17:00:00Z',
        key: 'talk-tell/t-1/chair/trust/p-office',
        kind: 'task',
        otherwise: 'They learn of it from others, or not at all.',
        person: 'p-office',
        rule: 'M46',
        since: '2026-11-11T08:00:00Z',
        title: 'Tell the chair of the board of the talk with Ofsted',
      },
    ]);
    const gone = talk({ recordedBy: 'p-gone', body: 'press' });
    expect(
      of(tasks('2026-11-12T08:00', { talks: [gone] }), 'M46').map(({ person: who, title }) => [who, title]),
    ).toEqual([
      ['p-ceo', 'Tell the head of Ash Tree Primary School of the talk with press'],
      ['p-ceo', 'Tell the chair of the board of the talk with press'],
    ]);
    const ahead = talk({ startedBy: 'trust', at: '2026-11-17T10:00:00Z' });
    expect(of(tasks('2026-11-12T08:00', { talks: [ahead] }), 'M46').map(({ since, by }) => [since, by])).toEqual([
      ['2026-11-11T08:00:00Z', '2026-11-17T10:00:00Z'],
      ['2026-11-11T08:00:00Z', '2026-11-24T17:00:00Z'],
    ]);
    const left = withChairs({ schools: [{ ...ASH, left: '2026-11-11' }] });
    expect(of(tasks('2026-11-12T08:00', { talks: [talk()] }, left), 'M46').map(({ key }) => key)).toEqual([
      'talk-tell/t-1/chair/trust/p-office',
    ]);
  });

  test('M47: people, and M49: documents', () => {
    expect(of(tasks('2026-09-07T08:00'), 'M47')[0]).toEqual({
      because: 'Every school has 1 of: Coach of trainee teachers. Ash Tree Primary School has 0.',
      by: '2026-09-23T16:00:00Z',
      key: 'people-gap/100001/trainee-coach/2026-08-25/p-ash',
      kind: 'task',
      otherwise: 'The gap is named in the overview of people development.',
      person: 'p-ash',
      rule: 'M47',
      since: '2026-08-26T07:00:00Z',
      title: 'Name for Ash Tree Primary School: Coach of trainee teachers',
      urn: '100001',
    });
    const ended = development('trainee-coach', { until: '2026-11-02' });
    expect(of(tasks('2026-11-10T08:00', { development: [ended] }), 'M47').map(({ key }) => key)).toEqual([
      'people-gap/100001/trainee-coach/2026-11-03/p-ash',
      'people-gap/100001/research-champion/2026-08-25/p-ash',
    ]);
    expect(of(tasks('2027-07-01T08:00'), 'M49')[0]).toEqual({
      because: 'No review is on record. The next one is due on 2026-12-18.',
      by: '2026-12-18T17:00:00Z',
      key: 'document-review/peer-review/2026-12-18/p-ceo',
      kind: 'task',
      otherwise: 'The register shows it as overdue.',
      person: 'p-ceo',
      rule: 'M49',
      since: '2026-11-20T08:00:00Z',
      title: 'Review: Peer review strategy',
    });
  });
});

describe('registers, gaps and offers (M45, M47, M49)', () => {
  test('the register of documents on a date', () => {
    const [first] = OWLS_OUTSIDE.documents.linked;
    if (!first) throw new Error('OWLS has linked documents.');
    const line = (
      date: string,
      reviews: { on: string; by: string; next?: string }[] = [],
      owner = 'p-ash',
      of = withChairs(),
    ) => register(OWLS_OUTSIDE, of, [{ key: first.key, owner, place: 'Shelf 3', reviews }], date)[0];
    expect(line('2026-09-01')).toEqual({
      due: '2026-12-18',
      key: 'peer-review',
      owner: 'p-ash',
      place: 'Shelf 3',
      state: 'in date',
      title: 'Peer review strategy',
      why: {
        because: ['No review is on record.', 'The next one is due on 2026-12-18.'],
        rule: 'M49',
        wouldChange: 'A review, recorded with its date.',
      },
    });
    const review = (on: string, next?: string) => ({ on, by: 'p-ceo', ...(next === undefined ? {} : { next }) });
    expect(line('2026-09-01', [review('2025-10-01'), review('2025-12-01'), review('2026-10-01')])).toEqual({
      due: '2026-12-01',
      key: 'peer-review',
      lastReview: '2025-12-01',
      owner: 'p-ash',
      place: 'Shelf 3',
      state: 'in date',
      title: 'Peer review strategy',
      why: {
        because: ['It was last reviewed on 2025-12-01.', 'The next one is due on 2026-12-01.'],
        rule: 'M49',
        wouldChange: 'A review, recorded with its date.',
      },
    });
    expect(line('2026-09-02', [review('2025-12-01', '2026-09-01')])?.state).toBe('overdue');
    expect(line('2026-09-01', [review('2025-12-01', '2026-09-01')])?.state).toBe('due soon');
    expect(line('2026-01-01', [review('2025-12-01', '2026-12-01')])?.state).toBe('in date');
    expect(line('2026-09-01', [], 'p-gone')?.owner).toBe('p-ceo');
    expect(line('2026-09-01', [], 'p-gone', facts({ people: [] }))?.owner).toBeUndefined();
  });

  test('people every school is to have', () => {
    const gaps = (all: ReturnType<typeof development>[], school = ASH, date = '2026-11-10') =>
      peopleGaps(OWLS_OUTSIDE, facts({ schools: [school] }), all, date).map(({ programme, missing, since }) => [
        programme,
        missing,
        since,
      ]);
    expect(gaps([])).toEqual([
      ['trainee-coach', 1, undefined],
      ['research-champion', 1, undefined],
    ]);
    expect(gaps([], { ...ASH, researchChampion: ' Ines Blake ' })).toEqual([['trainee-coach', 1, undefined]]);
    expect(gaps([development('trainee-coach', { until: '2026-11-10' })])).toEqual([
      ['research-champion', 1, undefined],
    ]);
    expect(gaps([development('trainee-coach', { until: '2026-11-09' })], { ...ASH, joined: '2026-09-01' })).toEqual([
      ['trainee-coach', 1, '2026-11-10'],
      ['research-champion', 1, '2026-09-01'],
    ]);
    const two = [
      development('b', { id: '2', who: 'B' }),
      development('a', { id: '1', from: '2026-11-10' }),
      development('c', { from: '2026-11-11' }),
    ];
    expect(takingPart(two, '2026-11-10').map(({ programme }) => programme)).toEqual(['a', 'b']);
    expect(peopleGaps(OWLS_OUTSIDE, facts({ schools: [ASH] }), [], '2026-11-10')[0]?.why).toEqual({
      because: ['Every school has 1 of: Coach of trainee teachers. Ash Tree Primary School has 0.'],
      rule: 'M47',
      wouldChange: 'The name of a person at Ash Tree Primary School.',
    });
  });

  test('practice offered, priorities first', () => {
    const willing = (id: string, other = {}) => practice({ id, answer: WILLING, ...other });
    const offers = (list: ReturnType<typeof practice>[], date = '2026-11-10', priorities = [priority()]) =>
      offered(OWLS_OUTSIDE, withChairs(), { practices: list, priorities }, '2026-27', date).map(
        ({ practice: { id } }) => id,
      );
    const maths = willing('g-0', { area: 'Maths', spottedOn: '2026-11-01' });
    expect(offers([maths, willing('g-2'), willing('g-1')])).toEqual(['g-1', 'g-2', 'g-0']);
    expect(offers([maths, willing('g-1')], '2026-11-10', [])).toEqual(['g-0', 'g-1']);
    expect(offers([willing('g-1')], '2026-11-08')).toEqual([]);
    expect(offers([willing('g-1')], '2026-11-09')).toEqual(['g-1']);
    expect([isFresh(OWLS_OUTSIDE, practice(), '2026-11-04'), isFresh(OWLS_OUTSIDE, practice(), '2026-11-05')]).toEqual([
      false,
      true,
    ]);
    expect([isFresh(OWLS_OUTSIDE, practice(), '2027-11-04'), isFresh(OWLS_OUTSIDE, practice(), '2027-11-05')]).toEqual([
      true,
      false,
    ]);
    const other = priority({ id: 'p-0', agreedOn: '2026-07-21' });
    expect(
      prioritiesOf([other, priority(), priority({ id: 'p-2' }), priority({ year: '2025-26' })], '2026-27').map(
        ({ id }) => id,
      ),
    ).toEqual(['p-1', 'p-2', 'p-0']);
  });
});
