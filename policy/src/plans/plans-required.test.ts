import { describe, expect, test } from 'vitest';
import { validated } from '../concerns/concerns.examples.ts';
import { schoolStanding } from '../concerns/school-standing.ts';
import { ASH, AUTUMN_1, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { unneededSince } from './open-plan-wanted.ts';
import { OWLS_PLANS } from './owls-plans.ts';
import { day, plan } from './plans.examples.ts';
import { requiredPlans } from './required-plans.ts';

const atRisk = facts({
  schools: [ASH],
  judgements: [validated(ASH.urn, AUTUMN_1, '2cc', '2026-10-14T10:00:00Z')],
});
const development = plan({
  id: 'd-1',
  kind: 'development',
  areas: [],
  agreed: day('2026-09-21'),
  noted: day('2026-10-01'),
});

describe('plans a school has to have, in full (M35, M36)', () => {
  const required = (school: typeof ASH, own = OWLS_PLANS, given = facts()) =>
    requiredPlans(own, school, schoolStanding(OWLS, given, school));

  test('for its grade, its category, or because it is sponsored', () => {
    expect(required({ ...ASH, ofsted: { grade: 3, on: '2026-09-02' } })[1]).toEqual({
      kind: 'full',
      since: '2026-09-02',
      why: {
        because: ['The grade of Ash Tree Primary School is 3.'],
        rule: 'M36',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(required({ ...ASH, sponsored: true })[1]).toEqual({
      kind: 'full',
      since: '2023-05-10',
      why: {
        because: ['Ash Tree Primary School is sponsored.'],
        rule: 'M36',
        wouldChange: 'Taking out that it is sponsored.',
      },
    });
    const { ofsted: _, ...ungraded } = ASH;
    const untilGood = { ...OWLS_PLANS, sponsored: 'until-good' as const };
    expect(required({ ...ungraded, sponsored: true }, untilGood)[1]).toEqual({
      kind: 'full',
      since: '2024-08-27',
      why: {
        because: ['Ash Tree Primary School is sponsored.'],
        rule: 'M36',
        wouldChange: 'An inspection that grades it 1 or 2.',
      },
    });
    expect(required({ ...ASH, sponsored: true }, untilGood)).toHaveLength(1);
    expect(required(ASH, OWLS_PLANS, atRisk)[1]).toEqual({
      kind: 'raising',
      since: '2026-10-14',
      why: {
        because: ['The validated category of Ash Tree Primary School is 2cc: at risk of slipping.'],
        rule: 'M36',
        wouldChange: 'A validated category that is not at risk.',
      },
    });
    expect(required(ASH)).toHaveLength(1);
  });

  test('and since when no longer', () => {
    const standing = schoolStanding(OWLS, facts(), ASH);
    const none = required(ASH);
    expect(unneededSince(none, standing, plan())).toBe('2026-09-07');
    expect(unneededSince(none, standing, development)).toBeUndefined();
    const risk = required(ASH, OWLS_PLANS, atRisk);
    expect(unneededSince(risk, standing, plan())).toBeUndefined();
    expect(unneededSince(risk, standing, plan({ kind: 'full' }))).toBeUndefined();
    const weak = required({ ...ASH, ofsted: { grade: 3 } });
    expect(unneededSince(weak, standing, plan())).toBe('2026-09-07');
    expect(unneededSince(weak, standing, plan({ kind: 'full' }))).toBeUndefined();
  });
});
