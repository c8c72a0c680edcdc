// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, DALE } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { categoryByCode, choicesFor, move, scaleOf } from './scale.ts';

describe('the scale of categories (M24)', () => {
  test('has eleven codes and no 4cc', () => {
    expect(scaleOf(OWLS).map(({ code }) => code)).toEqual([
      '1a',
      '1b',
      '1cc',
      '2a',
      '2b',
      '2cc',
      '3a',
      '3b',
      '3cc',
      '4a',
      '4b',
    ]);
    expect(categoryByCode(OWLS, '4cc')).toBeUndefined();
    expect(categoryByCode(OWLS, '2cc')).toEqual({
      code: '2cc',
      heading: 'at risk',
      name: 'Good, at risk',
      ofsted: 2,
      support: 'Core visits and an attainment plan for the areas of concern.',
    });
  });

  test("a school's choices are its last Ofsted grade's; all of them while it has none", () => {
    expect(choicesFor(OWLS, ASH)).toEqual(['2a', '2b', '2cc']);
    expect(choicesFor(OWLS, DALE)).toEqual(['3a', '3b', '3cc']);
    expect(choicesFor(OWLS, { ofsted: { grade: 4 } })).toEqual(['4a', '4b']);
    expect(choicesFor(OWLS, {})).toHaveLength(11);
  });

  test('a move is up towards 1a and down towards 4b', () => {
    expect(move(OWLS, '2b', '2a')).toBe('up');
    expect(move(OWLS, '1cc', '2a')).toBe('down');
    expect(move(OWLS, '3b', '3b')).toBe('same');
    expect(move(OWLS, undefined, '3b')).toBe('new');
  });
});
