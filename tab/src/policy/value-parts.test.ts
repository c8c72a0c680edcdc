import { OWLS } from '@owls/policy';
import { describe, expect, test } from 'vitest';
import { TOPICS } from './topics.ts';
import { cellText, labelOf, type Part, partsOf, withMeasureNames } from './value-parts.ts';

test('keys become words', () => {
  expect(labelOf('proposalsOpen')).toBe('Proposals open');
  expect(labelOf('kpis')).toBe('KPIs');
  expect(labelOf('soap.read')).toBe('SOAP, read');
  expect(labelOf('category.propose')).toBe('Category, propose');
});

test('a value that fits a cell is told in words', () => {
  expect(cellText(true)).toBe('yes');
  expect(cellText('2026-09-08')).toBe('8 Sept 2026');
  expect(cellText({ days: 28, at: '17:00' })).toBe('28 days, 17:00');
  expect(cellText(['head', 'ceo'])).toBe('Head, CEO');
  expect(cellText([])).toBe('none');
  expect(cellText({ minimum: 2, aspirational: 7 })).toBe('minimum: 2; aspirational: 7');
  expect(cellText([{ minimum: 2 }])).toBeUndefined();
});

test('what many fields are of becomes a column, roles by their own names', () => {
  const rights = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((key) => [key, 'trust']));
  const [part] = partsOf('Roles', { 'head-leader': rights, chair: { a: 'held' } });
  expect(part).toMatchObject({ heads: ['What', 'Head teacher leader', 'Chair of the trust'] });
  expect(part?.kind === 'table' && part.rows[0]).toEqual(['A', 'trust', 'held']);
});

test('measures are told by their names', () => {
  expect(withMeasureNames({ measures: ['rwm', 'other'] }, OWLS)).toEqual({
    measures: ['Reading, writing and maths', 'other'],
  });
});

test('rows alike become one table with a column for each field that any has', () => {
  const parts = partsOf('Steps', [
    { name: 'Plan', days: 7 },
    { name: 'Check', who: 'ceo' },
  ]);
  expect(parts).toEqual([
    {
      kind: 'table',
      caption: 'Steps',
      heads: ['Name', 'Days', 'Who'],
      rows: [
        ['Plan', '7', ''],
        ['Check', '', 'CEO'],
      ],
    },
  ]);
});

describe.each(TOPICS)('$title', ({ key, title, rules }) => {
  test('shows every single value of the policy, and names its rules', () => {
    const shown = partsOf(title, OWLS[key]).flatMap(textsOf).join('\n');
    for (const text of valuesOf(OWLS[key])) expect(shown).toContain(text);
    expect(rules.length).toBeGreaterThan(0);
  });
});

function textsOf(part: Part): string[] {
  return part.kind === 'table'
    ? [part.caption, ...part.heads, ...part.rows.flat()]
    : [part.caption, ...part.parts.flatMap(textsOf)];
}

function valuesOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesOf);
  return [cellText(value) ?? ''];
}
