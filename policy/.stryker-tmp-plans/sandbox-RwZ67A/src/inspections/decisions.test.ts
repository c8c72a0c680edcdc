// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, at, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { School } from '../trust/school.ts';
import { checkInspection } from './check-inspection.ts';
import { historyOf } from './history.ts';
import type { Inspection } from './inspection.ts';
import { awaited, card, monitoring, overall, review } from './inspections.examples.ts';
import { inspectionsTasks } from './inspections-tasks.ts';
import { mapped } from './mapping.ts';
import { ofstedPartAt, supportKept } from './ofsted-part.ts';
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

describe('an inspection that cannot be recorded, in full (M28)', () => {
  const check = (given: Inspection) => checkInspection(OWLS_INSPECTIONS, given);

  test('its dates, its framework, its areas and its outcome', () => {
    for (const sound of [
      overall(2, '2023-05-10'),
      card(),
      awaited('2026-09-15'),
      monitoring('2026-09-15'),
      review('2026-09-15'),
    ])
      expect(check(sound)).toEqual({ ok: true });
    expect(check(awaited('soon'))).toEqual({
      ok: false,
      says: 'Give the first day, such as 2026-03-10.',
      why: {
        because: ['soon is no date.'],
        rule: 'M28',
        wouldChange: 'Give the first day, such as 2026-03-10.',
      },
    });
    expect(check(monitoring('2026-09-15', ''))).toEqual({
      ok: false,
      says: 'Choose one of enough-progress, not-enough-progress, standards-kept, may-be-better, may-be-worse.',
      why: {
        because: ['An empty outcome is no outcome of the policy.'],
        rule: 'M28',
        wouldChange: 'Choose one of enough-progress, not-enough-progress, standards-kept, may-be-better, may-be-worse.',
      },
    });
    expect(check(overall(2, '2024-09-01'))).toEqual({ ok: true });
    expect(check(overall(2, '2024-09-02'))).toEqual({
      ok: false,
      says: 'Enter it area by area.',
      why: {
        because: ['Inspections after 2024-09-01 give no overall grade.'],
        rule: 'M28',
        wouldChange: 'Enter it area by area.',
      },
    });
    expect(check(overall(2, '2023-05-10', '2023-05-09'))).toEqual({
      ok: false,
      says: 'Give the day the outcome was published, 2023-05-10 or later.',
      why: {
        because: ['2023-05-09 is no day on which it can have been published.'],
        rule: 'M28',
        wouldChange: 'Give the day the outcome was published, 2023-05-10 or later.',
      },
    });
    expect(check(card({}, { framework: '' }))).toEqual({
      ok: false,
      says: 'Choose report-card.',
      why: {
        because: ['An empty name is no framework that was in use on 2026-03-10.'],
        rule: 'M28',
        wouldChange: 'Choose report-card.',
      },
    });
    expect(check(card({}, { on: '2020-01-01', published: '2020-02-01' }))).toEqual({
      ok: false,
      says: 'Enter the overall grade, or correct the date.',
      why: {
        because: ['report-card is no framework that was in use on 2020-01-01.'],
        rule: 'M28',
        wouldChange: 'Enter the overall grade, or correct the date.',
      },
    });
    expect(check(card({ canteen: 'strong' }))).toEqual({
      ok: false,
      says: 'Name one of inclusion, curriculum, achievement, attendance, personal, leadership, early-years, sixth-form.',
      why: {
        because: ['canteen is no area of Report card.'],
        rule: 'M28',
        wouldChange:
          'Name one of inclusion, curriculum, achievement, attendance, personal, leadership, early-years, sixth-form.',
      },
    });
    expect(check(card({ '': 'strong' }))).toEqual({
      ok: false,
      says: 'Name one of inclusion, curriculum, achievement, attendance, personal, leadership, early-years, sixth-form.',
      why: {
        because: ['An empty name is no area of Report card.'],
        rule: 'M28',
        wouldChange:
          'Name one of inclusion, curriculum, achievement, attendance, personal, leadership, early-years, sixth-form.',
      },
    });
    expect(check(card({ achievement: 'splendid' }))).toEqual({
      ok: false,
      says: 'Choose one of exceptional, strong, expected, needs-attention, urgent-improvement.',
      why: {
        because: ['splendid is no point of Report card.'],
        rule: 'M28',
        wouldChange: 'Choose one of exceptional, strong, expected, needs-attention, urgent-improvement.',
      },
    });
    expect(check(card({ achievement: '' }))).toEqual({
      ok: false,
      says: 'Choose one of exceptional, strong, expected, needs-attention, urgent-improvement.',
      why: {
        because: ['An empty point is no point of Report card.'],
        rule: 'M28',
        wouldChange: 'Choose one of exceptional, strong, expected, needs-attention, urgent-improvement.',
      },
    });
    const { inclusion: _, ...without } = card().areas;
    expect(check(card({}, { areas: without }))).toEqual({
      ok: false,
      says: 'Give a point for Inclusion.',
      why: {
        because: ['The card says nothing of Inclusion.'],
        rule: 'M28',
        wouldChange: 'Give a point for Inclusion.',
      },
    });
    expect(check(review('2026-09-15', ' '))).toEqual({
      ok: false,
      says: 'Say who reviewed, what, and with which outcome.',
      why: {
        because: ['Something of the review is missing.'],
        rule: 'M28',
        wouldChange: 'Say who reviewed, what, and with which outcome.',
      },
    });
  });
});

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

describe('what inspections ask, in full (M28)', () => {
  const tasks = (when: string, inspections: readonly Inspection[], school: School = ASH) =>
    inspectionsTasks(OWLS, OWLS_INSPECTIONS, facts({ schools: [school] }), { inspections }, at(when));

  test('the outcome of one that is awaited, and a row that is out of date', () => {
    expect(tasks('2026-10-26T09:00', [awaited('2026-09-15')])).toEqual([]);
    expect(tasks('2026-10-26T09:00', [awaited('2026-03-10'), card()])).toEqual([]);
    expect(tasks('2026-10-26T09:00', [awaited('2026-03-10'), review('2026-03-10')])).toHaveLength(1);
    expect(tasks('2026-10-26T09:00', [card({ achievement: 'needs-attention' })])).toEqual([
      {
        because: "Report card: an area needs attention, which counts as 3. The school's row says 2.",
        key: 'ofsted-grade/i-card/p-ceo',
        kind: 'task',
        otherwise: 'Its category is proposed from the wrong row of the scale.',
        person: 'p-ceo',
        rule: 'M28',
        since: '2026-04-20T07:00:00Z',
        title: "Set Ash Tree Primary School's Ofsted grade to 3",
        urn: '100001',
      },
    ]);
    const { ofsted: _ofsted, ...bare } = ASH;
    expect(tasks('2026-10-26T09:00', [card()], bare)[0]?.because).toBe(
      "Report card: none of the above holds, which counts as 2. The school's row says nothing.",
    );
    expect(tasks('2026-10-26T09:00', [card()])).toEqual([]);
  });
});
