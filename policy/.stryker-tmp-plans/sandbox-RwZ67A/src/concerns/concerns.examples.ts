/** Made-up concerns that the tests of this folder share. */
// @ts-nocheck


import { ASH, facts, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import type { Concern } from './concern.ts';

const CHAIR = person('p-chair', 'Alwyn Marsh', ['chair', trust]);

/** Ash Tree's concern about standards, opened on 7 September 2026 at level 1, changed as told. */
export function concern(other: Partial<Concern> = {}): Concern {
  return {
    id: 'c-1',
    urn: ASH.urn,
    area: 'standards',
    procedure: '1-2-at-risk',
    levels: [reached(1, '2026-09-07')],
    steps: [],
    progress: [],
    interventions: [],
    ...other,
  };
}

export function reached(level: number, on: string): Concern['levels'][0] {
  return { level, on, by: 'p-leader', why: 'Maths fell in two year groups.' };
}

export const entry = (on: string, why = 'Seen in the visit.') => ({ on, by: 'p-leader', why });

/** The made-up trust with a Chair, changed as told. */
export function factsWithChair(other: Partial<Facts> = {}): Facts {
  return facts({ people: [...PEOPLE, CHAIR], ...other });
}

export const validated = (
  urn: string,
  halfTerm: string,
  category: string,
  at: string,
): Facts['judgements'][number] => ({
  urn,
  halfTerm,
  validated: { category, by: 'p-ceo', at },
});
