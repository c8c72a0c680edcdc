import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2 } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { factsWithChair, validated } from './concerns.examples.ts';
import { OWLS_CONCERNS } from './owls-concerns.ts';
import { requiredProcedure } from './procedure.ts';
import { schoolStanding } from './school-standing.ts';

describe('where a school stands (M28, M37)', () => {
  const standing = (school: typeof ASH, ...judged: readonly (readonly [string, string, string])[]) =>
    schoolStanding(
      OWLS,
      factsWithChair({ judgements: judged.map(([half, code, when]) => validated(school.urn, half, code, when)) }),
      school,
    );

  test('its grade and its category, each since its day', () => {
    expect(standing(ASH)).toEqual({
      atRisk: false,
      categorySince: '2024-08-27',
      grade: 2,
      gradeSince: '2023-05-10',
    });
    expect(standing({ ...ASH, joined: '2026-09-01' })).toEqual({
      atRisk: false,
      categorySince: '2026-09-01',
      grade: 2,
      gradeSince: '2026-09-01',
    });
    expect(standing(ASH, [AUTUMN_1, '2cc', '2026-10-14T23:30:00Z'])).toEqual({
      atRisk: true,
      category: {
        code: '2cc',
        heading: 'at risk',
        name: 'Good, at risk',
        ofsted: 2,
        support: 'Core visits and an attainment plan for the areas of concern.',
      },
      categorySince: '2026-10-15',
      grade: 2,
      gradeSince: '2023-05-10',
    });
    expect(standing({ ...ASH, joined: '2026-11-01' }, [AUTUMN_1, '2cc', '2026-10-14T10:00:00Z'])).toEqual({
      atRisk: true,
      category: {
        code: '2cc',
        heading: 'at risk',
        name: 'Good, at risk',
        ofsted: 2,
        support: 'Core visits and an attainment plan for the areas of concern.',
      },
      categorySince: '2026-11-01',
      grade: 2,
      gradeSince: '2026-11-01',
    });
    expect(
      standing(ASH, [AUTUMN_2, '2b', '2026-12-16T10:00:00Z'], [AUTUMN_1, '2cc', '2026-10-14T10:00:00Z']).category?.code,
    ).toBe('2b');
  });

  test('the procedure it has to follow, and why not', () => {
    const required = (school: typeof ASH, own = OWLS_CONCERNS) =>
      requiredProcedure(own, school, schoolStanding(OWLS, factsWithChair(), school));
    expect(required(ASH)).toEqual({
      since: '2023-05-10',
      why: {
        because: ['The grade of Ash Tree Primary School is 2 and no validated category puts it at risk.'],
        rule: 'M37',
        wouldChange: 'A category at risk, or a grade of 3 or 4.',
      },
    });
    expect(required({ ...ASH, sponsored: true }, { ...OWLS_CONCERNS, sponsored: 'always' })).toEqual({
      procedure: '3-4',
      since: '2023-05-10',
      why: {
        because: ['Ash Tree Primary School is sponsored.'],
        rule: 'M37',
        wouldChange: 'Taking out that it is sponsored.',
      },
    });
    const { ofsted: _, ...ungraded } = ASH;
    expect(required({ ...ungraded, sponsored: true }, { ...OWLS_CONCERNS, sponsored: 'always' })).toEqual({
      procedure: '3-4',
      since: '2024-08-27',
      why: {
        because: ['Ash Tree Primary School is sponsored and has no grade yet.'],
        rule: 'M37',
        wouldChange: 'Taking out that it is sponsored.',
      },
    });
  });
});
