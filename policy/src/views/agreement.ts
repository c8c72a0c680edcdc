import { access } from '../access/access.ts';
import { agreementOf } from '../categorisation/agreement.ts';
import type { Facts } from '../facts.ts';
import type { Term } from '../reports/term.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { AgreementView } from './views.ts';

/** How the agreement with a school on a term's category stands, and whether the reader may answer (M25). */
export function agreementView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  term: Term,
): AgreementView | undefined {
  const found = agreementOf(facts, urn, term);
  if (!found) return undefined;
  const { last, ...agreement } = found;
  return {
    ...agreement,
    ...(last
      ? {
          answer: {
            by: nameOf(facts, last.by),
            at: last.at,
            category: last.category,
            agrees: last.answer === 'agrees',
            because: last.because,
          },
        }
      : {}),
    mayAnswer: access(policy, person, 'category.agree', facts, { urn }).allowed,
  };
}
