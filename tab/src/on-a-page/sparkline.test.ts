import { expect, test } from 'vitest';
import { heightOf, placed, reachOf, SPARK } from './sparkline.ts';

test('the reach holds every figure and never makes a mountain of two points', () => {
  expect(reachOf([40, 90], 100)).toEqual({ from: 40, to: 90 });
  expect(reachOf([94, 96], 100)).toEqual({ from: 90, to: 100 });
  expect(reachOf([], 100)).toEqual({ from: 0, to: 100 });
  const flat = reachOf([0, 0], 9999);
  expect(flat.to).toBeGreaterThan(flat.from);
});

test('a line has the place of six half terms and breaks where one has no figure', () => {
  const line = [{ halfTerm: 'a', figure: 50 }, { halfTerm: 'b' }, { halfTerm: 'c', figure: 60 }];
  const { runs, last } = placed(line, { from: 50, to: 60 });
  expect(runs).toHaveLength(2);
  expect(runs[0]?.[0]).toEqual({ x: SPARK.edge, y: SPARK.height - SPARK.edge });
  expect(last?.x).toBeLessThan(SPARK.width / 2);
  expect(last?.y).toBe(SPARK.edge);
  expect(placed([], { from: 0, to: 1 })).toEqual({ runs: [], last: undefined });
});

test('what is beyond the reach stands at its edge', () => {
  expect(heightOf(200, { from: 0, to: 100 })).toBe(SPARK.edge);
  expect(heightOf(-5, { from: 0, to: 100 })).toBe(SPARK.height - SPARK.edge);
});
