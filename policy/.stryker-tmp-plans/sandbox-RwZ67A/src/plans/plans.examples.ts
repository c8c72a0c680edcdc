/** Made-up plans that the tests of this folder share. */
// @ts-nocheck


import { ASH, HEAD_ASH } from '../examples/trust.examples.ts';
import type { Objective, Plan } from './plan.ts';

/** A sound objective about maths, owned by Ash Tree's head, changed as told. */
export function objective(other: Partial<Objective> = {}): Objective {
  return {
    id: 'o-1',
    what: 'Maths in Years 3 and 4',
    area: 'standards',
    owner: HEAD_ASH.id,
    actions: [
      {
        id: 'a-1',
        what: 'Coach four teachers',
        by: '2026-11-27',
        cost: 1200,
        support: 'Ten days of a lead professional',
      },
    ],
    milestones: [{ id: 'm-1', what: 'Half of the lessons show the new approach', by: '2026-11-13' }],
    impact: 'Three in four pupils are on track by summer.',
    ...other,
  };
}

/** Ash Tree's raising attainment plan of 2026-27, begun on 7 September 2026 and not agreed yet, changed as told. */
export function plan(other: Partial<Plan> = {}): Plan {
  return {
    id: 'p-1',
    urn: ASH.urn,
    kind: 'raising',
    year: '2026-27',
    begun: '2026-09-07',
    areas: ['standards'],
    objectives: [objective()],
    reviews: [],
    ...other,
  };
}

export const day = (on: string, by = HEAD_ASH.id) => ({ on, by });
