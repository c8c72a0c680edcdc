// @ts-nocheck
import { ASH, AUTUMN_1 } from '../examples/trust.examples.ts';
import { type Visit, type VisitFinding, visitKey } from './visit.ts';
import type { VisitRecords } from './visit-records.ts';

/** A visit to Ash Tree in autumn 1, held on 22 September 2026 with nothing found, changed as told. */
export function visit(other: Partial<Visit> = {}): Visit {
  const halfTerm = other.halfTerm ?? AUTUMN_1;
  const urn = other.urn ?? ASH.urn;
  return {
    key: visitKey(halfTerm, urn),
    urn,
    halfTerm,
    planned: '2026-09-22',
    held: '2026-09-22',
    visitors: ['p-ceo', 'p-leader'],
    findings: [],
    checks: [],
    ...other,
  };
}

/** The same visit before it is held. */
export function agreed(other: Partial<Visit> = {}): Visit {
  const { held: _held, ...rest } = visit(other);
  return rest;
}

export function action(other: Partial<Extract<VisitFinding, { kind: 'action' }>> = {}): VisitFinding {
  return {
    key: 'a1',
    area: 'standards',
    kind: 'action',
    text: 'Plan phonics groups anew',
    owner: 'p-ash',
    by: '2026-10-09',
    ...other,
  };
}

export function records(other: Partial<VisitRecords> = {}): VisitRecords {
  return { visits: [], areasFound: [], reviews: [], ...other };
}
