// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';

/** Whether a text is an academic year, such as `2026-27` or `1999-00`. */
export function isAcademicYear(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && text === beginningIn(Number(text.slice(0, 4)));
}

/** The academic year before: `2025-26` for `2026-27`. */
export function yearBefore(year: AcademicYear): AcademicYear {
  return beginningIn(Number(year.slice(0, 4)) - 1);
}

function beginningIn(start: number): AcademicYear {
  return `${String(start).padStart(4, '0')}-${String((start + 1) % 100).padStart(2, '0')}`;
}
