// @ts-nocheck
import { ASH } from '../examples/trust.examples.ts';
import type { Graded, Inspection } from './inspection.ts';

const recorded = { urn: ASH.urn, by: 'p-ash', at: '2026-04-20T09:00:00Z' };
type Areas = Extract<Graded, { kind: 'areas' }>;

/** A report card of March 2026 at the expected standard in every area, published on 17 April, changed as told. */
export function card(areas: Readonly<Record<string, string>> = {}, other: Partial<Areas> = {}): Areas {
  return {
    ...recorded,
    id: 'i-card',
    kind: 'areas',
    on: '2026-03-10',
    published: '2026-04-17',
    framework: 'report-card',
    areas: {
      inclusion: 'expected',
      curriculum: 'expected',
      achievement: 'expected',
      attendance: 'expected',
      personal: 'expected',
      leadership: 'expected',
      ...areas,
    },
    safeguarding: 'met',
    ...other,
  };
}

/** An inspection with one overall grade. */
export function overall(grade: 1 | 2 | 3 | 4, on: string, published = on): Graded {
  return { ...recorded, id: `i-${on}`, kind: 'overall', grade, on, published };
}

export function awaited(on: string): Inspection {
  return { ...recorded, id: 'i-awaited', kind: 'awaited', on };
}

export function monitoring(on: string, outcome = 'enough-progress'): Inspection {
  return { ...recorded, id: `i-visit-${on}`, kind: 'monitoring', on, outcome };
}

export function review(on: string, outcome = 'Ready for the next step.'): Inspection {
  return { ...recorded, id: `i-review-${on}`, kind: 'review', on, reviewer: 'A trust nearby', about: 'SEND', outcome };
}
