import type { AgreementAnswer, Facts } from '@owls/policy';
import { judgementOf } from '@owls/policy';

const HALF_TERM = '2026-27/autumn-2';

/** The same facts with what schools answered to their categories: the first agrees, the second does not, the third was not asked yet. */
export function withAgreements(facts: Facts): Facts {
  const answers = facts.schools.slice(0, 2).flatMap(({ urn }, place): AgreementAnswer[] => {
    const category = judgementOf(facts, urn, HALF_TERM)?.validated?.category;
    if (category === undefined) return [];
    const because =
      place === 0 ? '' : 'Two experienced teachers leave at Christmas: we expect less than the figures say.';
    return [
      {
        ...{ id: String(place), urn, halfTerm: HALF_TERM, category, because, by: `head-${urn}` },
        ...{ answer: place === 0 ? 'agrees' : 'disagrees', at: '2026-12-10T15:20:00Z' },
      },
    ];
  });
  return { ...facts, records: { ...facts.records, agreement: { answers } } };
}
