import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { weighted } from '../soap/aggregation.ts';
import { latestReturn, previousReturn } from '../soap/kept.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Suggestion } from './judgement.ts';
import { choicesFor } from './scale.ts';

/** What the system would propose, with its evidence (M27). */
export function suggestion(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns' | 'judgements' | 'results'>,
  school: School,
  halfTerm: HalfTermId,
): Suggestion {
  const latest = latestReturn(facts, school.urn, halfTerm) ?? previousReturn(facts, policy, school.urn, halfTerm);
  const rwm = weighted(latest?.cohorts ?? [], 'rwm').value;
  const [first, second] = choicesFor(policy, school);
  const category = second ?? first ?? '';
  return {
    category,
    because: [rwm === undefined ? 'There is no return to go by.' : `${Math.round(rwm)}% are on track in all three.`],
    wouldChange: 'A return with figures would change it.',
  };
}
