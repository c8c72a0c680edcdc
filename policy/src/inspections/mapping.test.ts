import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInspection } from './check-inspection.ts';
import { awaited, card, monitoring, overall, review } from './inspections.examples.ts';
import { type InspectionsPolicy, InspectionsPolicyShape, inspectionsDisagreements } from './inspections-policy.ts';
import { mapped } from './mapping.ts';
import { OWLS_INSPECTIONS } from './owls-inspections.ts';

const grade = (...given: Parameters<typeof card>) => {
  const found = mapped(OWLS_INSPECTIONS, card(...given));
  return found.ok ? found.grade : undefined;
};
const everywhere = (point: string) => Object.fromEntries(Object.keys(card().areas).map((area) => [area, point]));

describe('an inspection on the scale', () => {
  test.each([1, 2, 3, 4] as const)('M24: an overall grade of %s counts as itself', (given) => {
    expect(mapped(OWLS_INSPECTIONS, overall(given, '2023-05-10'))).toMatchObject({ ok: true, grade: given });
  });

  test.each([
    ['the expected standard throughout', {}, 2],
    ['one strong standard', { achievement: 'strong' }, 2],
    ['a strong standard throughout', everywhere('strong'), 1],
    ['exceptional and strong', { ...everywhere('strong'), inclusion: 'exceptional' }, 1],
    ['strong with one expected', { ...everywhere('strong'), inclusion: 'expected' }, 2],
    ['exceptional with one in need of attention', { ...everywhere('exceptional'), attendance: 'needs-attention' }, 3],
    ['early years in need of attention', { 'early-years': 'needs-attention' }, 3],
    ['one urgent improvement', { ...everywhere('exceptional'), leadership: 'urgent-improvement' }, 4],
  ])('M24: a report card with %s counts as its weakest area', (_, areas, expected) => {
    expect(grade(areas)).toBe(expected);
  });

  test('M24: safeguarding not met counts as 4, however good the rest', () => {
    expect(grade(everywhere('exceptional'), { safeguarding: 'not met' })).toBe(4);
  });

  test('M24: four key judgements without an overall grade count as their weakest', () => {
    const of = (leadership: string) =>
      grade(undefined, {
        framework: 'key-judgements',
        areas: { quality: 'good', behaviour: 'outstanding', personal: 'good', leadership },
      });
    expect(['outstanding', 'good', 'requires-improvement', 'inadequate'].map(of)).toEqual([2, 2, 3, 4]);
  });

  test('M24: the answer names the rule, the areas that made it hold, and what would change it', () => {
    expect(mapped(OWLS_INSPECTIONS, card({ attendance: 'needs-attention' }))).toEqual({
      grade: 3,
      ok: true,
      why: {
        because: [
          'Report card: an area needs attention, which counts as 3.',
          'Attendance and behaviour: Needs attention.',
        ],
        rule: 'M24',
        wouldChange: "An inspection of which it can't be said that an area needs attention.",
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
  });

  test('M24: a card of an unknown framework or without areas is refused', () => {
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

  test('M24: a rule of some areas asks only those', () => {
    const [first, second] = OWLS_INSPECTIONS.frameworks;
    if (!first || !second) throw new Error('OWLS has two frameworks.');
    const rules = second.rules.map((rule) => (rule.gives === 3 ? { ...rule, areas: ['leadership'] } : rule));
    const own = { ...OWLS_INSPECTIONS, frameworks: [first, { ...second, rules }] };
    expect(mapped(own, card({ attendance: 'needs-attention' }))).toEqual({
      grade: 2,
      ok: true,
      why: {
        because: ['Report card: none of the above holds, which counts as 2.'],
        rule: 'M24',
        wouldChange: 'It counts as 1 at an inspection where every area is exceptional or a strong standard.',
      },
    });
    expect(mapped(own, card({ leadership: 'needs-attention' }))).toEqual({
      grade: 3,
      ok: true,
      why: {
        because: [
          'Report card: an area needs attention, which counts as 3.',
          'Leadership and governance: Needs attention.',
        ],
        rule: 'M24',
        wouldChange: "An inspection of which it can't be said that an area needs attention.",
      },
    });
  });

  test('M24: a better point in one area never makes a worse grade, nor does safeguarding that is met', () => {
    for (const { key, points, areas } of OWLS_INSPECTIONS.frameworks) {
      const scale = points.map((point) => point.key);
      const place = fc.nat(scale.length - 1);
      fc.assert(
        fc.property(
          fc.array(place, { minLength: areas.length, maxLength: areas.length }),
          fc.nat(),
          fc.boolean(),
          (given, pick, met) => {
            const at = pick % areas.length;
            const better = given.map((one, index) => (index === at ? Math.max(0, one - 1) : one));
            const of = (places: readonly number[], safe: boolean) =>
              grade(undefined, {
                framework: key,
                areas: Object.fromEntries(areas.map((area, index) => [area.key, scale[places[index] ?? 0] ?? ''])),
                safeguarding: safe ? 'met' : 'not met',
              }) ?? 0;
            expect(of(given, met)).toBeGreaterThanOrEqual(1);
            expect(of(better, met)).toBeLessThanOrEqual(of(given, met));
            expect(of(given, true)).toBeLessThanOrEqual(of(given, met));
          },
        ),
      );
    }
  });
});

describe('an inspection as it is recorded', () => {
  const says = (...given: Parameters<typeof card>) => checkInspection(OWLS_INSPECTIONS, card(...given));

  test('M28: every kind can be recorded', () => {
    const all = [
      card(),
      overall(2, '2023-05-10'),
      awaited('2026-11-10'),
      monitoring('2026-11-10'),
      review('2026-11-10'),
    ];
    expect(all.map((one) => checkInspection(OWLS_INSPECTIONS, one))).toEqual(all.map(() => ({ ok: true })));
  });

  test('M28: an outcome is published on a day that exists, and not before the inspection', () => {
    expect(says({}, { published: '2026-03-09' })).toEqual({
      ok: false,
      place: 'published',
      says: 'Give the day the outcome was published, 2026-03-10 or later.',
      why: {
        because: ['2026-03-09 is no day on which it can have been published.'],
        rule: 'M28',
        wouldChange: 'Give the day the outcome was published, 2026-03-10 or later.',
      },
    });
    expect(says({}, { published: '' })).toEqual({
      ok: false,
      place: 'published',
      says: 'Give the day the outcome was published, 2026-03-10 or later.',
      why: {
        because: ['Nothing is no day on which it can have been published.'],
        rule: 'M28',
        wouldChange: 'Give the day the outcome was published, 2026-03-10 or later.',
      },
    });
    expect(says({}, { on: '2026-02-30' })).toEqual({
      ok: false,
      place: 'on',
      says: 'Give the first day, such as 2026-03-10.',
      why: {
        because: ['2026-02-30 is no date.'],
        rule: 'M28',
        wouldChange: 'Give the first day, such as 2026-03-10.',
      },
    });
  });

  test('M28: the framework is the one in use on the day', () => {
    expect(says({}, { on: '2025-11-10' })).toEqual({ ok: true });
    expect(says({}, { on: '2025-11-09' })).toEqual({
      ok: false,
      place: 'framework',
      says: 'Choose key-judgements.',
      why: {
        because: ['report-card is no framework that was in use on 2025-11-09.'],
        rule: 'M28',
        wouldChange: 'Choose key-judgements.',
      },
    });
    const judged = {
      framework: 'key-judgements',
      areas: { quality: 'good', behaviour: 'good', personal: 'good', leadership: 'good' },
    };
    expect(says({}, { ...judged, on: '2025-11-09' })).toEqual({ ok: true });
    expect(says({}, { ...judged, on: '2025-11-10' })).toEqual({
      ok: false,
      place: 'framework',
      says: 'Choose report-card.',
      why: {
        because: ['key-judgements is no framework that was in use on 2025-11-10.'],
        rule: 'M28',
        wouldChange: 'Choose report-card.',
      },
    });
    expect(says({}, { on: '2024-03-01' })).toEqual({
      ok: false,
      place: 'framework',
      says: 'Enter the overall grade, or correct the date.',
      why: {
        because: ['report-card is no framework that was in use on 2024-03-01.'],
        rule: 'M28',
        wouldChange: 'Enter the overall grade, or correct the date.',
      },
    });
    expect(checkInspection(OWLS_INSPECTIONS, overall(2, '2024-09-01'))).toEqual({ ok: true });
    expect(checkInspection(OWLS_INSPECTIONS, overall(2, '2024-09-02'))).toEqual({
      ok: false,
      place: 'grade',
      says: 'Enter it area by area.',
      why: {
        because: ['Inspections after 2024-09-01 give no overall grade.'],
        rule: 'M28',
        wouldChange: 'Enter it area by area.',
      },
    });
  });

  test('M28: a card has every area that is always judged, and only known areas and points', () => {
    const { inclusion: _, ...areas } = card().areas;
    expect(says({}, { areas })).toEqual({
      ok: false,
      place: 'areas',
      says: 'Give a point for Inclusion.',
      why: {
        because: ['The card says nothing of Inclusion.'],
        rule: 'M28',
        wouldChange: 'Give a point for Inclusion.',
      },
    });
    expect(says({ canteen: 'strong' })).toEqual({
      ok: false,
      place: 'areas',
      says: 'Name one of inclusion, curriculum, achievement, attendance, personal, leadership, early-years, sixth-form.',
      why: {
        because: ['canteen is no area of Report card.'],
        rule: 'M28',
        wouldChange:
          'Name one of inclusion, curriculum, achievement, attendance, personal, leadership, early-years, sixth-form.',
      },
    });
    expect(says({ inclusion: 'good' })).toMatchObject({
      ok: false,
      says: expect.stringContaining('exceptional, strong'),
    });
    expect(says({ 'early-years': 'strong' })).toEqual({ ok: true });
  });

  test('M28: a visit has an outcome of the policy, a review has words', () => {
    expect(checkInspection(OWLS_INSPECTIONS, monitoring('2026-11-10', 'splendid'))).toEqual({
      ok: false,
      place: 'outcome',
      says: 'Choose one of enough-progress, not-enough-progress, standards-kept, may-be-better, may-be-worse.',
      why: {
        because: ['splendid is no outcome of the policy.'],
        rule: 'M28',
        wouldChange: 'Choose one of enough-progress, not-enough-progress, standards-kept, may-be-better, may-be-worse.',
      },
    });
    expect(checkInspection(OWLS_INSPECTIONS, review('2026-11-10', ' '))).toEqual({
      ok: false,
      place: 'outcome',
      says: 'Say who reviewed, what, and with which outcome.',
      why: {
        because: ['Something of the review is missing.'],
        rule: 'M28',
        wouldChange: 'Say who reviewed, what, and with which outcome.',
      },
    });
  });
});

describe('the policy of inspections', () => {
  test("M24: OWLS's own is well formed and agrees with itself", () => {
    expect(InspectionsPolicyShape.parse(OWLS_INSPECTIONS)).toEqual(OWLS_INSPECTIONS);
    expect(inspectionsDisagreements(OWLS_INSPECTIONS)).toEqual([]);
  });

  test('M24: rules that contradict their framework are named with their place', () => {
    const [first, second] = OWLS_INSPECTIONS.frameworks;
    if (!first || !second) throw new Error('OWLS has two frameworks.');
    const places = (change: Partial<typeof second>, other: Partial<InspectionsPolicy> = {}) =>
      inspectionsDisagreements({ ...OWLS_INSPECTIONS, frameworks: [first, { ...second, ...change }], ...other }).map(
        ({ place, says }) => `${place}: ${says}`,
      );
    const always = { gives: 2, when: 'it is so' } as const;
    expect(places({ rules: second.rules.slice(0, -1) })).toEqual([
      'frameworks[1].rules: can leave a card without a grade: end with a rule that always holds.',
    ]);
    expect(places({ rules: [always, always] })).toEqual([
      'frameworks[1].rules[0]: always holds, so that no rule after it counts: put it last.',
    ]);
    expect(places({ rules: [{ ...always, any: ['good'], areas: ['canteen'] }, always] })).toEqual([
      'frameworks[1].rules[0].any: good is no point of this framework: name one of exceptional, strong, expected, needs-attention, urgent-improvement.',
      'frameworks[1].rules[0].areas: canteen is no area of this framework: name one of inclusion, curriculum, achievement, attendance, personal, leadership, early-years, sixth-form.',
    ]);
    expect(places({ rules: [{ ...always, areas: ['leadership'] }] })).toEqual([
      'frameworks[1].rules[0].areas: says nothing without "any" or "all": add one of them.',
    ]);
    expect(places({ key: first.key, until: '2025-01-01' })).toEqual([
      'frameworks[1].key: key-judgements is there already: each must be another.',
      'frameworks[1].until: must be 2025-11-10 or later.',
    ]);
    expect(places({}, { askOutcome: { days: -1, at: '08:00' } })).toEqual([
      'askOutcome.days: must be 0 or more: nothing is asked before it has happened.',
    ]);
  });
});
