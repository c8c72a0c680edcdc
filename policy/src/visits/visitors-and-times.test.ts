import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, CEO, facts, ofSchool, person, trust } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { lengthOf } from './length-of.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import { visitorsOf } from './visitors-of.ts';

describe('who visits and for how long', () => {
  test('M29: the CEO with the head leader the school answers to; nobody visits their own school', () => {
    expect(visitorsOf(OWLS_VISITS, facts(), ASH.urn)).toEqual({
      visitors: [
        {
          email: 'p-ceo@example.org',
          id: 'p-ceo',
          name: 'Rowan Ellery',
          roles: [
            {
              role: 'ceo',
              scope: {
                kind: 'trust',
              },
            },
          ],
        },
        {
          email: 'p-leader@example.org',
          id: 'p-leader',
          name: 'Imogen Vale',
          roles: [
            {
              role: 'head-leader',
              scope: {
                cluster: 'North',
                kind: 'cluster',
              },
            },
          ],
        },
      ],
      why: {
        because: ['Rowan Ellery comes as CEO.', 'Imogen Vale comes as head teacher leader.'],
        rule: 'M29',
        wouldChange: 'Give the role to another person.',
      },
    });
    const both = person('p-both', 'Both', ['ceo', trust], ['head', ofSchool(ASH.urn)]);
    expect(visitorsOf(OWLS_VISITS, facts({ people: [both] }), ASH.urn)).toEqual({
      visitors: [],
      why: {
        because: [
          "Nobody who doesn't head the school is CEO.",
          "Nobody who doesn't head the school is head teacher leader.",
        ],
        rule: 'M29',
        wouldChange: 'Give the role to another person.',
      },
    });
    expect(visitorsOf(OWLS_VISITS, facts({ people: [CEO] }), ASH.urn).visitors.map(({ id }) => id)).toEqual(['p-ceo']);
    expect(visitorsOf(OWLS_VISITS, facts({ people: [] }), ASH.urn)).toEqual({
      visitors: [],
      why: {
        because: [
          "Nobody who doesn't head the school is CEO.",
          "Nobody who doesn't head the school is head teacher leader.",
        ],
        rule: 'M29',
        wouldChange: 'Give the role to another person.',
      },
    });
  });

  test('M29: half a day to a whole day by the last category and the grade', () => {
    const judged = (category: string) =>
      facts({
        judgements: [
          { urn: ASH.urn, halfTerm: AUTUMN_1, validated: { category, by: 'p-ceo', at: '2026-10-14T10:00:00Z' } },
        ],
      });
    const length = (given = facts(), school = ASH) =>
      lengthOf(OWLS, OWLS_VISITS, { ...given, schools: [school] }, AUTUMN_2, school.urn);
    expect(length()).toEqual({
      minutes: 180,
      why: {
        because: ['Its last Ofsted grade is 2. It asks for 180 minutes.'],
        rule: 'M29',
        wouldChange: 'A category validated before the half term, or an inspection, can change it.',
      },
    });
    expect(length(judged('2cc'))).toEqual({
      minutes: 390,
      why: {
        because: [
          'Its last validated category is 2cc. It asks for 390 minutes.',
          'Its last Ofsted grade is 2. It asks for 180 minutes.',
        ],
        rule: 'M29',
        wouldChange: 'A category validated before the half term, or an inspection, can change it.',
      },
    });
    expect(length(judged('2b'))).toEqual({
      minutes: 240,
      why: {
        because: [
          'Its last validated category is 2b. It asks for 240 minutes.',
          'Its last Ofsted grade is 2. It asks for 180 minutes.',
        ],
        rule: 'M29',
        wouldChange: 'A category validated before the half term, or an inspection, can change it.',
      },
    });
    const { ofsted: _, ...ungraded } = ASH;
    expect(length(facts(), ungraded)).toEqual({
      minutes: 390,
      why: {
        because: ['It has neither a category nor an Ofsted grade yet, so the visit takes 390 minutes.'],
        rule: 'M29',
        wouldChange: 'A category validated before the half term, or an inspection, can change it.',
      },
    });
    expect(length(facts(), { ...ASH, ofsted: { grade: 4 } }).minutes).toBe(390);
  });
});
