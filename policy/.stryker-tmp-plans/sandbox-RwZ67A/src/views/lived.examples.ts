/** The made-up trust in the middle of a round: some returned, some judged, some results published. */
// @ts-nocheck


import { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, DALE, facts, soapReturn } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';

export const judged = (urn: string, category: string, halfTerm: string, validated = true) => ({
  urn,
  halfTerm,
  proposed: { category, by: 'p-north', at: '2026-12-09T18:00:00Z', because: 'Seen in the visit.' },
  ...(validated ? { validated: { category, by: 'p-ceo', at: '2026-12-10T08:00:00Z' } } : {}),
});
export const lived: Facts = facts({
  returns: [
    soapReturn(ASH, AUTUMN_1, 70),
    soapReturn(ASH, AUTUMN_2, 76),
    soapReturn(DALE, AUTUMN_1, 50),
    soapReturn(CEDAR, '2025-26/summer-2', 64),
  ],
  judgements: [
    judged(ASH.urn, '2b', AUTUMN_1),
    judged(ASH.urn, '2a', AUTUMN_2),
    judged(BROOK.urn, '2cc', AUTUMN_1),
    judged(BROOK.urn, '2b', AUTUMN_2, false),
  ],
  results: [
    { urn: ASH.urn, year: '2025-26', expected: { rwm: { value: 66 } } },
    { urn: ASH.urn, year: '2024-25', expected: { rwm: { value: 61 } } },
  ],
});
