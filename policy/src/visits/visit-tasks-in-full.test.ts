import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, at, facts, person, trust } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import { reviewKey } from './review-held.ts';
import { action, agreed, records, visit } from './visits.examples.ts';
import { visitsTasks } from './visits-tasks.ts';

const one = facts({ schools: [ASH] });
const owed = (when: string, other = {}, given = one) => visitsTasks(OWLS, OWLS_VISITS, given, records(other), at(when));
const begins = (tasks: ReturnType<typeof owed>, start: string) => tasks.filter(({ key }) => key.startsWith(start));

describe('what a half term asks of those who visit, in full', () => {
  test('M29: to agree the days of the visits', () => {
    expect(begins(owed('2026-08-25T08:00', {}, facts()), 'visit-days')).toEqual([
      {
        because:
          'No day is agreed for Ash Tree Primary School, Brookside Infant School, Cedar Junior School, Dale Village Primary School.',
        by: '2026-10-06T07:00:00Z',
        key: 'visit-days/2026-27/autumn-1/p-ceo',
        kind: 'task',
        otherwise: 'A school goes without its visit of the half term.',
        person: 'p-ceo',
        rule: 'M29',
        since: '2026-08-25T07:00:00Z',
        title: 'Agree the days of the core visits in Autumn 1, 2026-27',
      },
    ]);
    const leader = person('p-lead', 'Lead', ['head-leader', trust]);
    expect(begins(owed('2026-08-25T08:00', {}, facts({ people: [leader] })), 'visit-days')[0]?.person).toBe('p-lead');
    expect(begins(owed('2026-08-25T08:00', { visits: [agreed()] }), 'visit-days')).toEqual([]);
  });

  test('M30: to prepare a visit, once it is near and until it is held', () => {
    expect(begins(owed('2026-09-15T08:00', { visits: [agreed()] }), 'visit-preparation')).toEqual([
      {
        because:
          "It looks at: Safeguarding audit; Final review of the head's performance management; this year's objectives; Development plan agreed: fits what the school needs and is resourced; SOAP: this year's targets, from last year's outcomes; Learning walk with the head through all classes: rooms, attitudes in lessons, behaviour at break and lunch; Summer term's results, and how its targets were met; Single central record.",
        by: '2026-09-22T08:00:00Z',
        key: 'visit-preparation/visit/2026-27/autumn-1/100001/2026-09-22/p-ceo',
        kind: 'task',
        otherwise: 'The visit begins with what could have been read before it.',
        person: 'p-ceo',
        rule: 'M30',
        since: '2026-09-15T07:00:00Z',
        title: 'Prepare the core visit to Ash Tree Primary School on 2026-09-22',
        urn: '100001',
      },
      {
        because:
          "It looks at: Safeguarding audit; Final review of the head's performance management; this year's objectives; Development plan agreed: fits what the school needs and is resourced; SOAP: this year's targets, from last year's outcomes; Learning walk with the head through all classes: rooms, attitudes in lessons, behaviour at break and lunch; Summer term's results, and how its targets were met; Single central record.",
        by: '2026-09-22T08:00:00Z',
        key: 'visit-preparation/visit/2026-27/autumn-1/100001/2026-09-22/p-leader',
        kind: 'task',
        otherwise: 'The visit begins with what could have been read before it.',
        person: 'p-leader',
        rule: 'M30',
        since: '2026-09-15T07:00:00Z',
        title: 'Prepare the core visit to Ash Tree Primary School on 2026-09-22',
        urn: '100001',
      },
      {
        because:
          "It looks at: Safeguarding audit; Final review of the head's performance management; this year's objectives; Development plan agreed: fits what the school needs and is resourced; SOAP: this year's targets, from last year's outcomes; Learning walk with the head through all classes: rooms, attitudes in lessons, behaviour at break and lunch; Summer term's results, and how its targets were met; Single central record.",
        by: '2026-09-22T08:00:00Z',
        key: 'visit-preparation/visit/2026-27/autumn-1/100001/2026-09-22/p-ash',
        kind: 'task',
        otherwise: 'The visit begins with what could have been read before it.',
        person: 'p-ash',
        rule: 'M30',
        since: '2026-09-15T07:00:00Z',
        title: 'Prepare the core visit to Ash Tree Primary School on 2026-09-22',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2026-09-15T07:59', { visits: [agreed()] }), 'visit-preparation')).toEqual([]);
    const bare = visitsTasks(
      OWLS,
      { ...OWLS_VISITS, focus: [], checks: [] },
      one,
      records({ visits: [agreed()] }),
      at('2026-09-15T08:00'),
    );
    expect(begins(bare, 'visit-preparation')[0]?.because).toBe('It is agreed, and its focus is open.');
  });

  test('M31: to record a visit, from the day after it', () => {
    expect(begins(owed('2026-09-23T08:00', { visits: [agreed()] }), 'visit-record')).toEqual([
      {
        because: "It was agreed for 2026-09-22 and isn't recorded.",
        by: '2026-09-29T16:00:00Z',
        key: 'visit-record/visit/2026-27/autumn-1/100001/2026-09-22/p-ceo',
        kind: 'task',
        otherwise: 'Nobody owns what was found, and the next visit has nothing to review.',
        person: 'p-ceo',
        rule: 'M31',
        since: '2026-09-23T07:00:00Z',
        title: 'Record the core visit to Ash Tree Primary School, or agree another day for it',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2026-09-23T07:59', { visits: [agreed()] }), 'visit-record')).toEqual([]);
    expect(begins(owed('2026-09-23T08:00', { visits: [visit()] }), 'visit-record')).toEqual([]);
  });

  test('M31: to do what a visit agreed', () => {
    const held = visit({ findings: [action(), action({ key: 'a2', done: '2026-09-30' })] });
    expect(begins(owed('2026-10-06T08:00', { visits: [held] }), 'visit-action')).toEqual([
      {
        because: "It was agreed in the visit of 2026-09-22 and isn't marked done.",
        by: '2026-10-09T16:00:00Z',
        key: 'visit-action/visit/2026-27/autumn-1/100001/a1/2026-10-09/p-ash',
        kind: 'task',
        otherwise: 'It stays open and heads the agenda of the next visit.',
        person: 'p-ash',
        rule: 'M31',
        since: '2026-10-06T07:00:00Z',
        title: 'Do what the visit to Ash Tree Primary School agreed: Plan phonics groups anew',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2026-10-06T07:59', { visits: [held] }), 'visit-action')).toEqual([]);
  });

  test('M31: to make the checks whose time ends', () => {
    expect(begins(owed('2026-10-06T08:00', { visits: [visit()] }), 'visit-checks')).toEqual([
      {
        because: 'No visit has recorded: Single central record.',
        by: '2026-10-16T16:00:00Z',
        key: 'visit-checks/2026-27/autumn-1/100001/p-ceo',
        kind: 'task',
        otherwise: 'They stay on the agenda of the next visit, late.',
        person: 'p-ceo',
        rule: 'M31',
        since: '2026-10-06T07:00:00Z',
        title: 'Make the checks still missing at Ash Tree Primary School',
        urn: '100001',
      },
    ]);
  });

  test('M29: to see to a visit that was agreed and is not recorded', () => {
    expect(begins(owed('2026-10-06T08:00', { visits: [agreed()] }), 'visit-missing')).toEqual([
      {
        because: "Its visit was agreed for 2026-09-22 and isn't recorded.",
        by: '2026-10-16T16:00:00Z',
        key: 'visit-missing/2026-27/autumn-1/100001/p-ceo',
        kind: 'task',
        otherwise: 'The school has one of its visits of the year less.',
        person: 'p-ceo',
        rule: 'M29',
        since: '2026-10-06T07:00:00Z',
        title: 'See that Ash Tree Primary School is visited in Autumn 1, 2026-27',
        urn: '100001',
      },
    ]);
  });

  test('M39: to record that reviews took place', () => {
    expect(begins(owed('2026-10-06T08:00', {}, facts()), 'reviews')).toEqual([
      {
        because: 'Nothing is recorded for Harriet Coombe, Daniel Osei, Mary Kettle.',
        by: '2026-10-16T16:00:00Z',
        key: 'reviews/2026-27/autumn-1/head-final/p-ceo',
        kind: 'task',
        otherwise: "The trust can't show that performance management took place.",
        person: 'p-ceo',
        rule: 'M39',
        since: '2026-10-06T07:00:00Z',
        title: 'Record that the final review and objectives of heads took place, and when',
      },
      {
        because: 'Nothing is recorded for Ash Tree Primary School, Brookside Infant School.',
        by: '2026-10-16T16:00:00Z',
        key: 'reviews/2026-27/autumn-1/leaders-final/p-leader',
        kind: 'task',
        otherwise: "The trust can't show that performance management took place.",
        person: 'p-leader',
        rule: 'M39',
        since: '2026-10-06T07:00:00Z',
        title: 'Record that the final reviews and objectives of senior leaders took place, and when',
      },
    ]);
    const held = {
      key: reviewKey(AUTUMN_1, 'head-final', 'p-ash'),
      review: 'head-final',
      halfTerm: AUTUMN_1,
      about: 'p-ash',
      by: 'p-ceo',
      heldOn: '2026-09-22',
    };
    expect(begins(owed('2026-10-06T08:00', { reviews: [held] }, facts()), 'reviews')[0]?.because).toBe(
      'Nothing is recorded for Daniel Osei, Mary Kettle.',
    );
  });
});
