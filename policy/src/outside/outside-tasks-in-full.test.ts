import { describe, expect, test } from 'vitest';
import { ASH, at } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { development, practice, priority, talk, WILLING, withChairs } from './outside.examples.ts';
import { outsideTasks } from './outside-tasks.ts';
import { OWLS_OUTSIDE } from './owls-outside.ts';

const NONE = { priorities: [], practices: [], talks: [], development: [], documents: [] };

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
