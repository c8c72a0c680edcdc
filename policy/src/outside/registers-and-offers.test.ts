import { describe, expect, test } from 'vitest';
import { ASH, facts } from '../examples/trust.examples.ts';
import { isFresh, offered, prioritiesOf } from './offered.ts';
import { development, practice, priority, WILLING, withChairs } from './outside.examples.ts';
import { OWLS_OUTSIDE } from './owls-outside.ts';
import { peopleGaps, takingPart } from './people-gaps.ts';
import { register } from './register.ts';

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
