import { describe, expect, test } from 'vitest';
import { checkInspection } from './check-inspection.ts';
import type { Inspection } from './inspection.ts';
import { awaited, card, monitoring, overall, review } from './inspections.examples.ts';
import { OWLS_INSPECTIONS } from './owls-inspections.ts';

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
      place: 'on',
      says: 'Give the first day, such as 2026-03-10.',
      why: {
        because: ['soon is no date.'],
        rule: 'M28',
        wouldChange: 'Give the first day, such as 2026-03-10.',
      },
    });
    expect(check(monitoring('2026-09-15', ''))).toEqual({
      ok: false,
      place: 'outcome',
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
      place: 'grade',
      says: 'Enter it area by area.',
      why: {
        because: ['Inspections after 2024-09-01 give no overall grade.'],
        rule: 'M28',
        wouldChange: 'Enter it area by area.',
      },
    });
    expect(check(overall(2, '2023-05-10', '2023-05-09'))).toEqual({
      ok: false,
      place: 'published',
      says: 'Give the day the outcome was published, 2023-05-10 or later.',
      why: {
        because: ['2023-05-09 is no day on which it can have been published.'],
        rule: 'M28',
        wouldChange: 'Give the day the outcome was published, 2023-05-10 or later.',
      },
    });
    expect(check(card({}, { framework: '' }))).toEqual({
      ok: false,
      place: 'framework',
      says: 'Choose report-card.',
      why: {
        because: ['An empty name is no framework that was in use on 2026-03-10.'],
        rule: 'M28',
        wouldChange: 'Choose report-card.',
      },
    });
    expect(check(card({}, { on: '2020-01-01', published: '2020-02-01' }))).toEqual({
      ok: false,
      place: 'framework',
      says: 'Enter the overall grade, or correct the date.',
      why: {
        because: ['report-card is no framework that was in use on 2020-01-01.'],
        rule: 'M28',
        wouldChange: 'Enter the overall grade, or correct the date.',
      },
    });
    expect(check(card({ canteen: 'strong' }))).toEqual({
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
    expect(check(card({ '': 'strong' }))).toEqual({
      ok: false,
      place: 'areas',
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
      place: 'areas',
      says: 'Choose one of exceptional, strong, expected, needs-attention, urgent-improvement.',
      why: {
        because: ['splendid is no point of Report card.'],
        rule: 'M28',
        wouldChange: 'Choose one of exceptional, strong, expected, needs-attention, urgent-improvement.',
      },
    });
    expect(check(card({ achievement: '' }))).toEqual({
      ok: false,
      place: 'areas',
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
      place: 'areas',
      says: 'Give a point for Inclusion.',
      why: {
        because: ['The card says nothing of Inclusion.'],
        rule: 'M28',
        wouldChange: 'Give a point for Inclusion.',
      },
    });
    expect(check(review('2026-09-15', ' '))).toEqual({
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
