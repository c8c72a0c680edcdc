import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Room the button for the rest takes, in pixels. */
const REST = 40;

/** How many items of the given widths fit into a width; where not all do, room for the button is kept. */
export function fittingCount(widths: readonly number[], width: number): number {
  const all = widths.reduce((sum, each) => sum + each, 0);
  if (all <= width) return widths.length;
  let used = REST;
  let count = 0;
  for (const each of widths) {
    used += each;
    if (used > width) break;
    count += 1;
  }
  return Math.max(1, count);
}

/** How many of a list's items fit beside each other, kept current as the page's width changes. */
export function useFitting<T extends HTMLElement>(items: number): readonly [RefObject<T | null>, number] {
  const list = useRef<T>(null);
  const [fits, setFits] = useState(items);
  useLayoutEffect(() => {
    const row = list.current?.parentElement;
    if (!row) return;
    const look = () => {
      const widths = [...(list.current?.children ?? [])].map((item) => item.getBoundingClientRect().width);
      setFits(Math.min(items, fittingCount(widths, row.clientWidth)));
    };
    const watch = new ResizeObserver(look);
    watch.observe(row);
    look();
    return () => watch.disconnect();
  }, [items]);
  return [list, fits];
}
