import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, DALE, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { spoken } from './monitoring.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import { targetProposals } from './proposal.ts';
import { betterBy, targetOf } from './target.ts';
import { cellName, pupilsOf, targetCells, yearSpan } from './target-cells.ts';
import { signed, YEAR } from './targets.examples.ts';

describe('what targets start from and are about', () => {
  test('M20: a cell without any figure says what to do', () => {
    const all = targetProposals(OWLS, OWLS_TARGETS, facts(), ASH, YEAR);
    expect(all[0]).toEqual({
      measure: 'communication',
      why: {
        because: ['There is no figure of the same pupils in 2025-26.'],
        rule: 'M20',
        wouldChange:
          'Set Communication and language in Reception from what you know of the pupils, or make the first return of the year.',
      },
      yearGroup: 'R',
    });
    const returns = [soapReturn(ASH, '2025-26/summer-2', 60), soapReturn(ASH, AUTUMN_1, 40)];
    const grown = targetProposals(OWLS, OWLS_TARGETS, facts({ returns }), ASH, YEAR);
    expect(grown.find(({ measure, yearGroup }) => measure === 'maths' && yearGroup === 'Y3')).toEqual({
      figures: {
        aspirational: 67,
        minimum: 62,
      },
      measure: 'maths',
      start: {
        halfTerm: '2025-26/summer-2',
        measure: 'maths',
        value: 60,
        yearGroup: 'Y2',
      },
      why: {
        because: [
          'Maths in Year 2 was 60% in Summer 2, 2025-26.',
          'The trust expects 2 points more at least and aims for 7.',
        ],
        rule: 'M20',
        wouldChange: 'Another starting figure, or what you know of these pupils.',
      },
      yearGroup: 'Y3',
    });
    expect(grown.find(({ measure, yearGroup }) => measure === 'gld' && yearGroup === 'R')).toEqual({
      figures: {
        aspirational: 47,
        minimum: 42,
      },
      measure: 'gld',
      start: {
        halfTerm: '2026-27/autumn-1',
        measure: 'gld',
        value: 40,
        yearGroup: 'R',
      },
      why: {
        because: [
          'Good level of development in Reception was 40% in Autumn 1, 2026-27.',
          'The trust expects 2 points more at least and aims for 7.',
        ],
        rule: 'M20',
        wouldChange: 'Another starting figure, or what you know of these pupils.',
      },
      yearGroup: 'R',
    });
    expect(grown.find(({ measure }) => measure === 'attendance')).toEqual({
      figures: {
        aspirational: 97,
        minimum: 96,
      },
      measure: 'attendance',
      start: {
        halfTerm: '2025-26/summer-2',
        measure: 'attendance',
        value: 95.5,
      },
      why: {
        because: [
          'Attendance was 95.5% in Summer 2, 2025-26.',
          'The trust expects 0 points more at least and aims for 1.',
        ],
        rule: 'M20',
        wouldChange: 'Another starting figure, or what you know of these pupils.',
      },
    });
  });

  test('cells, their names and their pupils', () => {
    expect(targetCells(OWLS, OWLS_TARGETS, { years: ['Y1', 'Y2'], pupils: { Y1: 0 } })).toEqual([
      {
        measure: 'reading',
        yearGroup: 'Y2',
      },
      {
        measure: 'writing',
        yearGroup: 'Y2',
      },
      {
        measure: 'grammar',
        yearGroup: 'Y2',
      },
      {
        measure: 'maths',
        yearGroup: 'Y2',
      },
      {
        measure: 'rwm',
        yearGroup: 'Y2',
      },
      {
        measure: 'phonics',
        yearGroup: 'Y2',
      },
      {
        measure: 'attendance',
      },
      {
        measure: 'persistentAbsence',
      },
    ]);
    expect(cellName(OWLS, { measure: 'gone' })).toBe('gone');
    expect(cellName(OWLS, { measure: 'maths', yearGroup: 'R' })).toBe('Maths in Reception');
    expect(pupilsOf(DALE, { measure: 'attendance' })).toBe(51);
    expect(pupilsOf(DALE, { measure: 'maths', yearGroup: 'Y3' })).toBe(9);
    expect(yearSpan(OWLS, YEAR)).toEqual({ from: '2026-08-25', to: '2027-07-09' });
    expect(yearSpan(OWLS, '2036-37')).toBeUndefined();
    expect([spoken(1), spoken(2.5)]).toEqual(['1 point', '2.5 points']);
    expect(betterBy({ better: 'lower' }, 10, 12.04)).toBe(2);
    const [one] = [signed(ASH)];
    expect(targetOf(one ? [one] : [], ASH.urn, YEAR, { yearGroup: 'Y4', measure: 'maths' })).toBeUndefined();
    expect(targetOf(one ? [one] : [], ASH.urn, '2025-26', { yearGroup: 'Y3', measure: 'maths' })).toBeUndefined();
  });
});
