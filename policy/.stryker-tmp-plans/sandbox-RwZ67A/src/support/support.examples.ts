// @ts-nocheck
import { ASH, AUTUMN_1 } from '../examples/trust.examples.ts';
import type { SupportNeed } from './need.ts';
import type { RingFence, Support } from './support.ts';

export const YEAR = '2026-27';

/** Reading support for Ash Tree, £3,000 from the school, agreed and not spent, changed as told. */
export function support(other: Partial<Support> = {}): Support {
  return {
    id: 's-1',
    urn: ASH.urn,
    year: YEAR,
    route: 'school-asks',
    need: 'n-1',
    what: 'a reading specialist',
    cost: 3000,
    allocations: [{ source: 'school', pounds: 3000 }],
    recordedAt: '2026-09-01T09:00:00Z',
    agreed: { at: '2026-09-03T09:00:00Z', by: ['p-ceo', 'p-ash'] },
    spent: [],
    ...other,
  };
}

export function need(other: Partial<SupportNeed> = {}): SupportNeed {
  return {
    id: 'n-1',
    urn: ASH.urn,
    route: 'school-asks',
    area: 'Reading in Year 2',
    found: 'Too few are on track.',
    by: 'p-ash',
    at: '2026-09-01T09:00:00Z',
    ...other,
  };
}

export function ringFence(urn: string, amount = 5000): RingFence {
  return { urn, year: YEAR, amount, by: 'p-ash', at: '2026-08-26T09:00:00Z' };
}

export function validated(urn: string, category: string, at: string, halfTerm = AUTUMN_1) {
  return { urn, halfTerm, validated: { category, by: 'p-ceo', at } };
}
