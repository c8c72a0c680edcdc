import { expect, test } from 'vitest';
import type { RecordedGathering } from './gathering.ts';
import { agreedGathering } from './gatherings.examples.ts';
import { actionsFromLastTime } from './review.ts';
import { earlierOf } from './series.ts';

const of = (day: string, other: Partial<RecordedGathering> = {}) =>
  agreedGathering({ key: `one/${day}`, start: `${day}T09:00`, urn: '100001', cluster: 'North', ...other });
const NOW = of('2026-11-04');

test('M9: a meeting follows those of its kind, school and cluster that were not cancelled, the last one first', () => {
  const all = [
    of('2026-09-09'),
    of('2026-10-07'),
    of('2026-09-23'),
    of('2026-10-21', { state: 'cancelled' }),
    of('2026-10-22', { kind: 'board' }),
    of('2026-10-23', { urn: '100002' }),
    of('2026-10-24', { cluster: 'South' }),
    NOW,
    of('2026-12-02'),
  ];
  expect(earlierOf(all, NOW).map(({ key }) => key)).toEqual(['one/2026-10-07', 'one/2026-09-23', 'one/2026-09-09']);
});

test('M9: actions stay until they are done, and are seen once more when they were done since the last meeting', () => {
  const first = of('2026-09-09');
  const last = of('2026-10-07');
  const action = (id: string, done?: string, meeting = first.key) => ({
    ...{ id, meeting, text: id, owner: 'p', by: '2026-10-01' },
    ...(done === undefined ? {} : { done }),
  });
  const actions = [
    action('open'),
    action('on-the-day', '2026-10-07'),
    action('since', '2026-10-20'),
    action('before', '2026-10-06'),
    action('elsewhere', undefined, 'other'),
  ];
  const seen = (gatherings: readonly RecordedGathering[]) =>
    actionsFromLastTime({ gatherings, actions }, NOW).map(({ id }) => id);
  expect(seen([first, last, NOW])).toEqual(['on-the-day', 'open', 'since']);
  expect(seen([NOW])).toEqual([]);
});
