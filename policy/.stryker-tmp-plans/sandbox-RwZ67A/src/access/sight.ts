// @ts-nocheck
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { access } from './access.ts';

/** How much of a school somebody sees who may open its page. */
export interface Sight {
  /** `cut`: with small cohorts hidden (M15). */
  readonly figures: 'all' | 'cut' | 'none';
  readonly comment: boolean;
  /** `bare`: the category without its reason. */
  readonly categories: 'all' | 'bare' | 'none';
}

const NOTHING: Sight = { figures: 'none', comment: false, categories: 'none' };

/** What a person sees of a school (M1): in full what their roles allow, of the rest what the trust shares. */
export function sightOf(
  policy: Pick<TrustPolicy, 'access'>,
  person: Person,
  facts: Pick<Facts, 'schools'>,
  urn: string,
): Sight {
  const may = (action: 'school.read' | 'soap.read' | 'category.read') =>
    access(policy, person, action, facts, { urn }).allowed;
  if (!may('school.read')) return NOTHING;
  const shared = new Set(policy.access.othersSee);
  const inFull = may('soap.read');
  return {
    figures: inFull ? 'all' : shared.has('figures') ? 'cut' : 'none',
    comment: inFull || shared.has('comment'),
    categories: may('category.read') ? 'all' : shared.has('category') ? 'bare' : 'none',
  };
}
