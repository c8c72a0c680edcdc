import { expect, test } from 'vitest';
import { axisFor, linesThrough, placePoints, shortHalfTerm } from './chart-scale.ts';

const frame = { width: 200, height: 100, left: 0, right: 0, top: 0, bottom: 0 };

test('the axis holds every value, and percentages never go past 100', () => {
  const axis = axisFor([97, 99.6], '%');
  expect(axis.from).toBeLessThan(97);
  expect(axis.to).toBe(100);
  expect(axis.ticks.at(-1)).toBe(100);
});

test('counts begin at nought, so that few do not look like many', () => {
  expect(axisFor([3, 5], 'count').from).toBe(0);
  expect(axisFor([0], 'count').to).toBeGreaterThan(0);
});

test('a higher value stands higher, and the ends stand at the edges', () => {
  const [low, high] = placePoints(
    [
      { halfTerm: 'a', value: 40 },
      { halfTerm: 'b', value: 60 },
    ],
    frame,
    { from: 40, to: 60 },
  );
  expect(low).toMatchObject({ x: 0, y: 100 });
  expect(high).toMatchObject({ x: 200, y: 0 });
});

test('a half term without a figure breaks the line instead of being bridged', () => {
  const points = [
    { halfTerm: 'a', value: 1 },
    { halfTerm: 'b', value: 2 },
    { halfTerm: 'c', value: undefined },
    { halfTerm: 'd', value: 3 },
    { halfTerm: 'e', value: 4 },
  ];
  const lines = linesThrough(points, placePoints(points, frame, { from: 0, to: 4 }));
  expect(lines).toEqual(['0,75 50,50', '150,25 200,0']);
});

test('a half term fits on an axis', () => {
  expect(shortHalfTerm('2026-27/summer-1')).toEqual(['Sum 1', '2026-27']);
});
