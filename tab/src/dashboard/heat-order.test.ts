import { expect, test } from 'vitest';
import { type HeatAsked, type HeatRow, heatRows, sortedBy } from './heat-order.ts';

const row = (urn: string, name: string, value?: number, band?: 'strong' | 'concern'): HeatRow => ({
  urn,
  name,
  from: '2026-27/autumn-2',
  cells: [{ measure: 'reading', pupils: 30, ...(value === undefined ? {} : { value }), ...(band ? { band } : {}) }],
});
const rows = [
  row('1', 'Wren', 80, 'strong'),
  row('2', 'Ash', 40, 'concern'),
  row('3', 'Elm'),
  row('4', 'Birch', 40, 'concern'),
];
const clusterOf = new Map([
  ['1', 'North'],
  ['2', 'North'],
  ['3', 'West'],
  ['4', 'West'],
]);
const all: HeatAsked = { search: '', cluster: '', concernsOnly: false, sort: { by: 'name', down: false } };
const names = (asked: Partial<HeatAsked>) => heatRows(rows, { ...all, ...asked }, clusterOf).map(({ name }) => name);

test('sorting by a measure puts the lowest first, equals by name, and schools without a figure last', () => {
  expect(names({ sort: { by: 'reading', down: false } })).toEqual(['Ash', 'Birch', 'Wren', 'Elm']);
  expect(names({ sort: { by: 'reading', down: true } })).toEqual(['Wren', 'Ash', 'Birch', 'Elm']);
});

test('search, cluster and concerns narrow the map together', () => {
  expect(names({ search: ' wr' })).toEqual(['Wren']);
  expect(names({ cluster: 'West' })).toEqual(['Birch', 'Elm']);
  expect(names({ cluster: 'West', concernsOnly: true })).toEqual(['Birch']);
  expect(names({ search: '3' })).toEqual(['Elm']);
});

test('pressing a heading twice turns the order round, another heading starts afresh', () => {
  const once = sortedBy({ by: 'name', down: true }, 'reading');
  expect(once).toEqual({ by: 'reading', down: false });
  expect(sortedBy(once, 'reading')).toEqual({ by: 'reading', down: true });
});
