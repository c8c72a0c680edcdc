import { describe, expect, test } from 'vitest';
import { card, overall } from './inspections.examples.ts';
import { mapped } from './mapping.ts';
import { OWLS_INSPECTIONS } from './owls-inspections.ts';

type Rule = (typeof OWLS_INSPECTIONS)['frameworks'][number]['rules'][number];
const everywhere = (point: string) => Object.fromEntries(Object.keys(card().areas).map((area) => [area, point]));

describe('what an inspection means on the scale, in full (M24)', () => {
  test('an overall grade and a card', () => {
    expect(mapped(OWLS_INSPECTIONS, overall(2, '2023-05-10'))).toEqual({
      grade: 2,
      ok: true,
      why: {
        because: ['The overall grade is 2.'],
        rule: 'M24',
        wouldChange: 'The next inspection.',
      },
    });
    expect(mapped(OWLS_INSPECTIONS, card())).toEqual({
      grade: 2,
      ok: true,
      why: {
        because: ['Report card: none of the above holds, which counts as 2.'],
        rule: 'M24',
        wouldChange: 'It counts as 1 at an inspection where every area is exceptional or a strong standard.',
      },
    });
    expect(mapped(OWLS_INSPECTIONS, card(everywhere('strong')))).toEqual({
      grade: 1,
      ok: true,
      why: {
        because: [
          'Report card: every area is exceptional or a strong standard, which counts as 1.',
          'Inclusion: Strong standard.',
          'Curriculum and teaching: Strong standard.',
          'Achievement: Strong standard.',
          'Attendance and behaviour: Strong standard.',
          'Personal development and well-being: Strong standard.',
          'Leadership and governance: Strong standard.',
        ],
        rule: 'M24',
        wouldChange: 'The next inspection.',
      },
    });
    expect(
      mapped(OWLS_INSPECTIONS, card({ achievement: 'needs-attention', 'early-years': 'needs-attention' })),
    ).toEqual({
      grade: 3,
      ok: true,
      why: {
        because: [
          'Report card: an area needs attention, which counts as 3.',
          'Achievement: Needs attention.',
          'Early years: Needs attention.',
        ],
        rule: 'M24',
        wouldChange: "An inspection of which it can't be said that an area needs attention.",
      },
    });
    expect(mapped(OWLS_INSPECTIONS, card({ leadership: 'urgent-improvement' }))).toEqual({
      grade: 4,
      ok: true,
      why: {
        because: [
          'Report card: an area needs urgent improvement, which counts as 4.',
          'Leadership and governance: Urgent improvement.',
        ],
        rule: 'M24',
        wouldChange: "An inspection of which it can't be said that an area needs urgent improvement.",
      },
    });
    expect(mapped(OWLS_INSPECTIONS, card({}, { safeguarding: 'not met' }))).toEqual({
      grade: 4,
      ok: true,
      why: {
        because: ['Report card: safeguarding is not met, which counts as 4.'],
        rule: 'M24',
        wouldChange: "An inspection of which it can't be said that safeguarding is not met.",
      },
    });
    expect(mapped(OWLS_INSPECTIONS, card({}, { framework: '' }))).toEqual({
      ok: false,
      says: 'Choose one of key-judgements, report-card.',
      why: {
        because: ['An empty name is no framework of the policy.'],
        rule: 'M24',
        wouldChange: 'Choose one of key-judgements, report-card.',
      },
    });
    expect(mapped(OWLS_INSPECTIONS, card({}, { areas: {} }))).toEqual({
      ok: false,
      says: 'Enter a point for each area.',
      why: {
        because: ['The card has no areas.'],
        rule: 'M24',
        wouldChange: 'Enter a point for each area.',
      },
    });
  });

  test('by rules that fit nothing, and by rules without a better one', () => {
    const [first, second] = OWLS_INSPECTIONS.frameworks;
    if (!first || !second) throw new Error('OWLS has two frameworks.');
    const rule: Rule = { gives: 3, when: 'one is urgent', any: ['urgent-improvement'] };
    const only = (rules: Rule[]) => ({ ...OWLS_INSPECTIONS, frameworks: [first, { ...second, rules }] });
    expect(mapped(only([rule]), card())).toEqual({
      ok: false,
      says: 'End the rules with one that always holds.',
      why: {
        because: ['No rule of Report card fits the card.'],
        rule: 'M24',
        wouldChange: 'End the rules with one that always holds.',
      },
    });
    expect(mapped(only([{ gives: 3, when: 'it is so' }]), card())).toEqual({
      grade: 3,
      ok: true,
      why: {
        because: ['Report card: it is so, which counts as 3.'],
        rule: 'M24',
        wouldChange: 'The next inspection.',
      },
    });
    const inArea: Rule = { gives: 4, when: 'leadership is strong', any: ['strong'], areas: ['leadership'] };
    const rest: Rule = { gives: 2, when: 'none of the above holds' };
    expect(mapped(only([inArea, rest]), card({ achievement: 'strong' }))).toMatchObject({ grade: 2 });
    expect(mapped(only([inArea, rest]), card({ leadership: 'strong' }))).toMatchObject({ grade: 4 });
    const all: Rule = { gives: 1, when: 'all of early years is strong', all: ['strong'], areas: ['early-years'] };
    expect(mapped(only([all, rest]), card())).toMatchObject({ grade: 2 });
  });
});
