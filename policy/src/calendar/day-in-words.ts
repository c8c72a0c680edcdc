import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

/** A date as people in the trust read it: `2026-10-02`, or a wall-clock time on it, is `Fri 2 Oct`. */
export function dayInWords(date: string): string {
  const day = date.slice(0, 10);
  return remembered(days, day, () =>
    Temporal.PlainDate.from(day)
      .toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
      .replace(',', ''),
  );
}

const days = new Map<string, string>();
