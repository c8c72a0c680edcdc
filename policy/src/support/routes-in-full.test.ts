import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, facts } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { OWLS_SUPPORT } from './owls-support.ts';
import { routesFor } from './routes.ts';
import { need, validated } from './support.examples.ts';

describe('routes to support, in full (M33)', () => {
  const routes = (
    school: typeof ASH,
    other: Partial<Facts> = {},
    date = '2026-11-02',
    needs = [] as ReturnType<typeof need>[],
  ) => routesFor(OWLS, OWLS_SUPPORT, facts({ schools: [school], ...other }), needs, school.urn, date);

  test('the Ofsted category, the risk, the new school and what people found', () => {
    expect(routes({ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } })).toEqual([
      {
        follows: 'The trust leads a full raising attainment plan with a range of support.',
        name: 'Ofsted category 3 or 4',
        route: 'category',
        since: '2026-09-02',
        why: {
          because: ['Ash Tree Primary School is in Ofsted category 3.'],
          rule: 'M33',
          wouldChange: 'The next inspection that takes it out of this category.',
        },
      },
    ]);
    expect(routes({ ...ASH, ofsted: { grade: 4 } })[0]?.since).toBeUndefined();
    const { ofsted: _ofsted, ...ungraded } = ASH;
    expect(routes({ ...ungraded, joined: '2026-09-01' })).toEqual([
      {
        follows: 'A support plan goes with its development.',
        name: 'New school',
        route: 'new-school',
        since: '2026-09-01',
        why: {
          because: ['Ash Tree Primary School joined on 2026-09-01 and has no Ofsted grade yet.'],
          rule: 'M33',
          wouldChange: 'Its first inspection, or 2028-09-01, when it no longer counts as new.',
        },
      },
    ]);
    const months = OWLS_SUPPORT.newForMonths;
    expect(months).toBeGreaterThan(0);
    expect(routes({ ...ungraded, joined: '2026-11-03' })).toEqual([]);
    expect(routes({ ...ungraded, joined: '2026-11-02' })).toHaveLength(1);
    expect(routes({ ...ASH, joined: '2026-09-01' })).toEqual([]);
    const judgements = [
      validated(ASH.urn, '2b', '2026-05-20T10:00:00Z', '2025-26/summer-1'),
      validated(ASH.urn, '2cc', '2026-07-08T10:00:00Z', '2025-26/summer-2'),
      validated(ASH.urn, '2cc', '2026-10-15T10:00:00Z', AUTUMN_1),
      validated(ASH.urn, '2b', '2026-12-15T10:00:00Z', AUTUMN_2),
    ];
    expect(routes(ASH, { judgements })).toEqual([
      {
        follows: 'The areas of concern go into a raising attainment plan; core visits watch its effect.',
        name: 'At risk of slipping',
        route: 'at-risk',
        since: '2026-07-08',
        why: {
          because: ['Ash Tree Primary School was last judged 2cc: Good, at risk.'],
          rule: 'M33',
          wouldChange: 'A validated category that is no longer at risk, or an inspection.',
        },
      },
    ]);
    expect(routes(ASH, { judgements }, '2026-12-15')).toEqual([]);
    expect(routes(ASH, { judgements }, '2026-12-14')).toHaveLength(1);
    expect(routes({ ...ASH, ofsted: { grade: 1 } }, { judgements })).toEqual([]);
    expect(routes(ungraded, { judgements })).toHaveLength(1);
    const both = [
      need({ id: 'n-2', at: '2026-09-01T09:00:00Z' }),
      need({ id: 'n-3', at: '2026-08-31T09:00:00Z' }),
      need(),
    ];
    expect(routes(ASH, {}, '2026-11-02', both).map((one) => one.need)).toEqual(['n-3', 'n-1', 'n-2']);
  });
});
