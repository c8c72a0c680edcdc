import { expect, test } from 'vitest';
import { compared } from './compared.ts';
import { meeting } from './planning.examples.ts';

const board = meeting('board/1', { title: 'Board', attendees: ['p-a', 'p-b'] });
const ofSchool = (urn: string, attendees: readonly string[]) =>
  meeting(`termly/${urn}`, {
    kind: 'termly',
    rule: 'M7',
    title: `Head and CEO: termly: School ${urn}`,
    urn,
    start: '2026-12-10T09:00',
    end: '2026-12-10T10:30',
    attendees,
  });
const ofCluster = meeting('moderation/North', {
  kind: 'moderation',
  rule: 'M10',
  title: 'Moderation: North',
  cluster: 'North',
  start: '2026-12-10T09:00',
  end: '2026-12-10T10:00',
  attendees: ['p-d'],
});

test('M3: two plans are compared by kind, by person and in all, those first whose hours change most', () => {
  const before = [board, ofSchool('1', ['p-a', 'p-c'])];
  const after = [
    { ...board, end: '2026-12-09T14:00' },
    ofSchool('1', ['p-a', 'p-c']),
    ofSchool('2', ['p-a', 'p-e']),
    ofCluster,
  ];
  expect(compared(before, after)).toEqual({
    kinds: [
      {
        kind: 'board',
        rule: 'M12',
        title: 'Board',
        before: { meetings: 1, hours: 2 },
        after: { meetings: 1, hours: 1 },
      },
      {
        kind: 'termly',
        rule: 'M7',
        title: 'Head and CEO: termly',
        before: { meetings: 1, hours: 1.5 },
        after: { meetings: 2, hours: 3 },
      },
      {
        kind: 'moderation',
        rule: 'M10',
        title: 'Moderation',
        before: { meetings: 0, hours: 0 },
        after: { meetings: 1, hours: 1 },
      },
    ],
    people: [
      { person: 'p-e', before: { meetings: 0, hours: 0 }, after: { meetings: 1, hours: 1.5 } },
      { person: 'p-b', before: { meetings: 1, hours: 2 }, after: { meetings: 1, hours: 1 } },
      { person: 'p-d', before: { meetings: 0, hours: 0 }, after: { meetings: 1, hours: 1 } },
      { person: 'p-a', before: { meetings: 2, hours: 3.5 }, after: { meetings: 3, hours: 4 } },
      { person: 'p-c', before: { meetings: 1, hours: 1.5 }, after: { meetings: 1, hours: 1.5 } },
    ],
    before: { meetings: 2, hours: 3.5 },
    after: { meetings: 4, hours: 5 },
  });
});

test('M3: the other way round the same people stand in the same order', () => {
  const one = [board, ofSchool('1', ['p-c', 'p-a'])];
  const other = [ofCluster, ofSchool('2', ['p-f', 'p-e'])];
  const order = (plan: ReturnType<typeof compared>) => plan.people.map(({ person }) => person);
  expect(order(compared(one, other))).toEqual(['p-a', 'p-b', 'p-c', 'p-e', 'p-f', 'p-d']);
  expect(order(compared(other, one))).toEqual(['p-a', 'p-b', 'p-c', 'p-e', 'p-f', 'p-d']);
});

test('M3: the title of the trust’s own meeting stays whole', () => {
  const own = meeting('board/2', { title: 'Board: headlines' });
  expect(compared([own], []).kinds[0]?.title).toBe('Board: headlines');
});
