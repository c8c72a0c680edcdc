import { describe, expect, test } from 'vitest';
import { estimatedPupils, phaseOf, yearsByName, yearsOfAges } from './age-range.ts';
import { publishedCount, publishedFigure } from './figure.ts';
import { fingerprint } from './fingerprint.ts';

describe('what the government’s files say, in full (M2, M17)', () => {
  test('figures, counts and codes', () => {
    expect(
      ['', '78%', '78', '7.5 %', '100', '101', '-1', 'most', 'supp', 'NEW', 'lowcov', '.'].map(publishedFigure),
    ).toEqual([
      undefined,
      {
        value: 78,
      },
      {
        value: 78,
      },
      {
        value: 7.5,
      },
      {
        value: 100,
      },
      'unreadable',
      'unreadable',
      'unreadable',
      {
        missing: 'suppressed',
      },
      {
        missing: 'not applicable',
      },
      {
        missing: 'low coverage',
      },
      {
        missing: 'not published',
      },
    ]);
    for (const typo of ['78x', '78%%', '78 of 100']) expect(publishedFigure(typo)).toBe('unreadable');
    expect(['12', '', 'SUPP', '1.5'].map(publishedCount)).toEqual([12, undefined, undefined, undefined]);
  });

  test('ages, phases and rolls', () => {
    const ages = (low: string, high: string) => yearsOfAges(low, high)?.join(' ');
    expect([
      ages('3', '11'),
      ages('6', '11'),
      ages('4', '5'),
      ages('2', '3'),
      ages('18', '19'),
      ages('4', '18'),
    ]).toEqual([
      'N R Y1 Y2 Y3 Y4 Y5 Y6',
      'Y2 Y3 Y4 Y5 Y6',
      'R',
      undefined,
      undefined,
      'R Y1 Y2 Y3 Y4 Y5 Y6 Y7 Y8 Y9 Y10 Y11 Y12 Y13',
    ]);
    const phases = [
      ['N'],
      ['N', 'R'],
      ['R', 'Y2'],
      ['R', 'Y3'],
      ['Y3', 'Y6'],
      ['Y3', 'Y7'],
      ['Y4', 'Y7'],
      ['Y7', 'Y8'],
      ['Y1', 'Y8'],
      ['R', 'Y7'],
      ['R', 'Y8'],
    ] as const;
    expect(phases.map((years) => phaseOf(years))).toEqual([
      'nursery',
      'infant',
      'infant',
      'primary',
      'junior',
      'middle',
      'middle',
      'secondary',
      'primary',
      'primary',
      'all-through',
    ]);
    expect(phaseOf([])).toBe('primary');
    expect(
      [
        ['', 'An Infant School'],
        ['', 'A Junior School'],
        ['All-through', 'X'],
        ['Secondary', 'X'],
        ['Nursery', 'X'],
        ['Middle deemed primary', 'X'],
        ['Primary', 'X'],
      ].map(([phase = '', name = '']) => yearsByName(phase, name).join(' ')),
    ).toEqual([
      'R Y1 Y2',
      'Y3 Y4 Y5 Y6',
      'R Y1 Y2 Y3 Y4 Y5 Y6 Y7 Y8 Y9 Y10 Y11',
      'Y7 Y8 Y9 Y10 Y11',
      'N',
      'Y5 Y6 Y7 Y8',
      'R Y1 Y2 Y3 Y4 Y5 Y6',
    ]);
    expect(estimatedPupils(['R', 'Y1', 'Y6'], 10, 12)).toEqual({ Y6: 12 });
    expect(estimatedPupils(['R', 'Y1'], 0, undefined)).toEqual({});
    expect(estimatedPupils(['R', 'Y1'], 5, 3)).toEqual({ R: 3, Y1: 2 });
  });

  test('the same plan has the same fingerprint', () => {
    expect(fingerprint({ a: 1 })).toBe(fingerprint({ a: 1 }));
    expect(fingerprint({ a: 1 })).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set([{ a: 1 }, { a: 2 }, { b: 1 }, [], '12', '21'].map(fingerprint)).size).toBe(6);
    expect(fingerprint('a')).not.toBe(fingerprint('b'));
    expect(fingerprint({ a: 1 }).slice(0, 8)).not.toBe(fingerprint({ a: 1 }).slice(8));
  });
});
