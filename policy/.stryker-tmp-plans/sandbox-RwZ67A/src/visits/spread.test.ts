// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spread } from './spread.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}
const span = fc
  .record({ from: fc.nat(11), length: fc.nat(11) })
  .map(({ from, length }) => ({ from, to: from + length }));
const within = ({ from, to }: Span, slot: number) => from <= slot && slot <= to;

/** As many as can have a slot of their own: the one that closes first takes the first slot open to it. */
function most(spans: readonly Span[], slots: number): number {
  const taken = new Set<Span>();
  for (let slot = 0; slot < slots; slot += 1) {
    const [next] = spans.filter((one) => !taken.has(one) && within(one, slot)).sort((a, b) => a.to - b.to);
    if (next) taken.add(next);
  }
  return taken.size;
}

describe('spreading over slots (M29)', () => {
  const alone = { fits: () => true, clash: () => true, fixed: new Map<string, number>() };

  test('M29: puts items evenly, in their order', () => {
    const slots = spread({ ...alone, items: ['a', 'b', 'c'], slots: 9 });
    expect([...slots]).toEqual([
      ['a', 1],
      ['b', 4],
      ['c', 7],
    ]);
  });

  test('M29: moves an item aside for one that fits nowhere else', () => {
    const fits = (item: string, slot: number) => item === 'a' || slot === 0;
    expect([...spread({ ...alone, fits, items: ['a', 'b'], slots: 2 })].toSorted()).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });

  test('M29: never moves a fixed item, and leaves out what fits nowhere', () => {
    const given = { ...alone, fixed: new Map([['a', 0]]), items: ['a', 'b'], slots: 1 };
    expect([...spread(given)]).toEqual([['a', 0]]);
    expect([...spread({ ...alone, items: ['a'], slots: 0 })]).toEqual([]);
  });

  test('M29: gives a slot to as many as can have one, each its own and one that fits', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 14 }), fc.nat(12), (items, slots) => {
        const placed = spread({ items, slots, fits: within, clash: () => true, fixed: new Map() });
        expect(placed.size).toBe(most(items, slots));
        expect(new Set(placed.values()).size).toBe(placed.size);
        expect([...placed].every(([item, slot]) => within(item, slot) && slot < slots)).toBe(true);
      }),
    );
  });

  test('M29: lets those share a slot that do not clash', () => {
    const clash = (one: number, other: number) => one % 2 === other % 2;
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 20 }), fc.nat(12), (items, slots) => {
        const placed = spread({ items, slots, fits: () => true, clash, fixed: new Map() });
        const odd = items.filter((item) => item % 2 === 1).length;
        expect(placed.size).toBe(Math.min(odd, slots) + Math.min(items.length - odd, slots));
      }),
    );
  });
});
