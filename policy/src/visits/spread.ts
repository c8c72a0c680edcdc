/** What is spread over slots, and what rules a slot out for it. */
interface Spreading<Item> {
  readonly items: readonly Item[];
  /** How many slots there are, 0 the first. */
  readonly slots: number;
  readonly fits: (item: Item, slot: number) => boolean;
  /** Whether two can't share a slot. */
  readonly clash: (one: Item, other: Item) => boolean;
  /** Items that have their slot already and keep it. */
  readonly fixed: ReadonlyMap<Item, number>;
}

/**
 * Gives each item a slot, in their order and as evenly as can be; an item for which there is none is left out. Where a
 * slot can only be had by moving another item, that one moves: while all items clash with one another, as many find a
 * slot as can (augmenting paths).
 */
export function spread<Item>({ items, slots, fits, clash, fixed }: Spreading<Item>): ReadonlyMap<Item, number> {
  const placed = new Map<Item, number>(fixed);
  // Kept beside `placed`: a trust of hundreds of schools asks for the items of a slot millions of times.
  const inSlot = Array.from({ length: slots }, () => new Set<Item>());
  for (const [item, slot] of fixed) inSlot[slot]?.add(item);

  /** Who is in the way, no more of them than matter: none, one who might move, or too many. */
  function rivals(item: Item, slot: number, most: number): readonly Item[] {
    const found: Item[] = [];
    for (const other of inSlot[slot] ?? []) {
      if (other !== item && clash(item, other)) found.push(other);
      if (found.length === most) break;
    }
    return found;
  }

  function put(item: Item, slot: number): void {
    inSlot[placed.get(item) ?? -1]?.delete(item);
    inSlot[slot]?.add(item);
    placed.set(item, slot);
  }

  function place(item: Item, wanted: number, seen: Set<number>): boolean {
    const open = nearest(wanted, slots).filter((slot) => !seen.has(slot) && fits(item, slot));
    const free = open.find((slot) => rivals(item, slot, 1).length === 0);
    const slot = free ?? open.find((one) => isCleared(item, one, seen));
    if (slot !== undefined) put(item, slot);
    return slot !== undefined;
  }

  function isCleared(item: Item, slot: number, seen: Set<number>): boolean {
    if (seen.has(slot)) return false;
    seen.add(slot);
    const [rival, another] = rivals(item, slot, 2);
    return rival !== undefined && another === undefined && !fixed.has(rival) && place(rival, slot, seen);
  }

  const loose = items.filter((item) => !fixed.has(item));
  loose.forEach((item, at) => {
    place(item, Math.floor(((at + 0.5) * slots) / loose.length), new Set());
  });
  return placed;
}

/** All slots, the nearest first, the earlier of two that are as near. */
function nearest(wanted: number, slots: number): readonly number[] {
  const found = slots > 0 ? [wanted] : [];
  for (let away = 1; away < slots; away += 1) {
    if (wanted - away >= 0) found.push(wanted - away);
    if (wanted + away < slots) found.push(wanted + away);
  }
  return found;
}
