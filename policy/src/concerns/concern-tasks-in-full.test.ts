import { describe, expect, test } from 'vitest';
import { ASH, at } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { Concern } from './concern.ts';
import { concern, entry, factsWithChair, reached } from './concerns.examples.ts';
import { concernsTasks } from './concerns-tasks.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';

const owed = (when: string, concerns: readonly Concern[], facts: Facts = factsWithChair({ schools: [ASH] })) =>
  concernsTasks(OWLS, OWLS_CONCERNS, facts, { concerns }, at(when));
const kind = (tasks: ReturnType<typeof owed>, begins: string) => tasks.filter(({ key }) => key.startsWith(begins));

describe('what is asked about a concern, in full', () => {
  test('M37: to move it to the 3/4 procedure', () => {
    const facts = factsWithChair({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-10-01' } }] });
    expect(kind(owed('2026-10-01T09:00', [concern()], facts), 'concern-move')).toEqual([
      {
        because: 'The grade of Ash Tree Primary School is 3.',
        key: 'concern-move/c-1/2026-10-01/p-leader',
        kind: 'task',
        otherwise: 'Without it the school keeps the steps of a school at risk.',
        person: 'p-leader',
        rule: 'M37',
        since: '2026-10-01T07:00:00Z',
        title: 'Move the concern about standards and progress at Ash Tree Primary School to the 3/4 procedure',
        urn: '100001',
      },
    ]);
    const later = concern({ levels: [reached(1, '2026-10-05')] });
    expect(kind(owed('2026-10-05T09:00', [later], facts), 'concern-move')[0]?.since).toBe('2026-10-05T07:00:00Z');
  });

  test('M38: to raise it, or to record the progress seen', () => {
    expect(kind(owed('2026-12-09T09:00', [concern()]), 'concern-escalation')).toEqual([
      {
        because:
          'It stands at level 1 since 2026-09-07. No progress is on record since. The level allows 12 weeks of term without progress.',
        key: 'concern-escalation/c-1/2/2026-12-09/p-leader',
        kind: 'task',
        otherwise: 'Without it a concern stays where nothing moves.',
        person: 'p-leader',
        rule: 'M38',
        since: '2026-12-09T08:00:00Z',
        title:
          'Raise the concern about standards and progress at Ash Tree Primary School to level 2, or record the progress seen',
        urn: '100001',
      },
    ]);
  });

  test('M38: to decide, first because of its level, then because weeks passed', () => {
    const top = concern({ levels: [reached(3, '2026-09-07')] });
    expect(kind(owed('2026-09-07T09:00', [top]), 'concern-decision')[0]).toEqual({
      because: 'It reached level 3: Maths fell in two year groups.',
      by: '2026-09-14T16:00:00Z',
      key: 'concern-decision/c-1/3/2026-09-07/p-ceo',
      kind: 'task',
      otherwise: 'Without a decision a serious concern stays unanswered.',
      person: 'p-ceo',
      rule: 'M38',
      since: '2026-09-07T07:00:00Z',
      title: 'Decide what the trust does about standards and progress at Ash Tree Primary School',
      urn: '100001',
    });
    const decided = { ...top, interventions: [{ ...entry('2026-09-14'), level: 3 }] };
    expect(kind(owed('2026-11-04T09:00', [decided]), 'concern-decision')[1]).toEqual({
      because:
        'It stands at level 3 since 2026-09-07. The last progress or decision on record is of 2026-09-14. The level allows 6 weeks of term without progress.',
      by: '2026-11-11T17:00:00Z',
      key: 'concern-decision/c-1/3/2026-11-04/p-chair',
      kind: 'task',
      otherwise: 'Without a decision a serious concern stays unanswered.',
      person: 'p-chair',
      rule: 'M38',
      since: '2026-11-04T08:00:00Z',
      title: 'Decide what the trust does about standards and progress at Ash Tree Primary School',
      urn: '100001',
    });
    const second = concern({ levels: [reached(2, '2026-09-07')] });
    expect(kind(owed('2026-11-04T09:00', [second]), 'concern-decision')).toEqual([]);
  });

  test('M37: an area that the policy lost is named by its key', () => {
    expect(owed('2026-09-07T09:00', [concern({ area: 'weather' })])[0]?.title).toBe(
      'Agree with the school what the concern is (weather, Ash Tree Primary School)',
    );
  });

  test('M37: of a concern on the 3/4 procedure nobody asks to move it', () => {
    const facts = factsWithChair({ schools: [{ ...ASH, ofsted: { grade: 3, on: '2026-10-01' } }] });
    const moved = concern({ procedure: '3-4' });
    expect(kind(owed('2026-10-01T09:00', [moved], facts), 'concern-move')).toEqual([]);
  });
});
