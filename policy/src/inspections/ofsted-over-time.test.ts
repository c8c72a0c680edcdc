import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import { historyOf } from './history.ts';
import type { Inspection } from './inspection.ts';
import { awaited, card, monitoring, overall } from './inspections.examples.ts';
import { ofstedPartAt, supportKept } from './ofsted-part.ts';
import { OWLS_INSPECTIONS } from './owls-inspections.ts';

describe('a school’s Ofsted part and support over time, in full (M28)', () => {
  const { ofsted: _, ...ungraded } = ASH;
  const kept = (school: School, inspections: readonly Inspection[], date = '2026-12-01') =>
    supportKept(OWLS_INSPECTIONS, school, inspections, date);

  test('support stays until an inspection confirms a better grade', () => {
    expect(kept(ungraded, [])).toEqual({
      kept: false,
      why: {
        because: ['Ash Tree Primary School has no Ofsted grade yet.'],
        rule: 'M28',
        wouldChange: 'Its first inspection.',
      },
    });
    expect(kept(ASH, [])).toEqual({
      kept: false,
      why: {
        because: ['The last inspection of 2023-05-10 counts as 2.'],
        rule: 'M28',
        wouldChange: 'An inspection that counts as 3 or 4, or another route to support.',
      },
    });
    expect(kept({ ...ASH, ofsted: { grade: 3 } }, [])).toEqual({
      kept: true,
      why: {
        because: ['The last inspection on record counts as 3, and no later one has confirmed better.'],
        rule: 'M28',
        wouldChange: 'An inspection that counts as better than 3.',
      },
    });
    expect(kept(ungraded, [overall(3, '2022-05-10'), overall(2, '2024-05-10')])).toEqual({
      kept: false,
      why: {
        because: ['The inspection of 2024-05-10 confirmed the move from 3 to 2.'],
        rule: 'M28',
        wouldChange: 'An inspection that counts as 3 or 4, or another route to support.',
      },
    });
    expect(kept(ungraded, [overall(2, '2024-05-10'), overall(3, '2022-05-10')], '2024-05-09')).toMatchObject({
      kept: true,
    });
  });

  test('the part on a date is the newest inspection’s', () => {
    const part = (date: string, school: School = ungraded) =>
      ofstedPartAt(
        OWLS_INSPECTIONS,
        school,
        [card(), overall(3, '2022-05-10', '2022-06-01'), monitoring('2026-05-01')],
        date,
      );
    expect([
      part('2022-05-31')?.grade,
      part('2022-06-01')?.grade,
      part('2026-04-16')?.grade,
      part('2026-04-17')?.grade,
    ]).toEqual([undefined, 3, 3, 2]);
    expect(part('2026-12-01')).toEqual({
      grade: 2,
      inspection: 'i-card',
      on: '2026-03-10',
      why: {
        because: ['Report card: none of the above holds, which counts as 2.'],
        rule: 'M24',
        wouldChange: 'It counts as 1 at an inspection where every area is exceptional or a strong standard.',
      },
    });
    expect(part('2026-12-01', ASH)?.grade).toBe(2);
  });

  test('its history in one line of time', () => {
    const judgements = [
      {
        urn: ASH.urn,
        halfTerm: AUTUMN_1,
        proposed: { category: '2b', by: 'p-north', at: '2026-10-14T09:00:00Z', because: 'Steady.' },
        validated: { category: '2a', by: 'p-ceo', at: '2026-10-14T10:00:00Z', why: 'Better.' },
      },
    ];
    const seen = [
      { ...awaited('2026-10-14'), at: '2026-10-14T23:00:00Z' },
      card(),
      { ...card(), id: 'other', urn: '999999' },
    ];
    expect(
      historyOf(OWLS, OWLS_INSPECTIONS, facts({ judgements }), seen, ASH.urn).map(
        ({ inspection: _i, ...one }: Record<string, unknown>) => one,
      ),
    ).toEqual([
      {
        at: '2026-04-20T09:00:00Z',
        by: 'p-ash',
        grade: 2,
        kind: 'inspection',
        on: '2026-03-10',
      },
      {
        at: '2026-10-14T23:00:00Z',
        by: 'p-ash',
        kind: 'inspection',
        on: '2026-10-14',
      },
      {
        at: '2026-10-14T09:00:00Z',
        because: 'Steady.',
        by: 'p-north',
        category: '2b',
        halfTerm: '2026-27/autumn-1',
        kind: 'proposal',
        on: '2026-10-14',
      },
      {
        at: '2026-10-14T10:00:00Z',
        because: 'Better.',
        by: 'p-ceo',
        category: '2a',
        halfTerm: '2026-27/autumn-1',
        kind: 'validation',
        on: '2026-10-14',
      },
    ]);
  });
});
