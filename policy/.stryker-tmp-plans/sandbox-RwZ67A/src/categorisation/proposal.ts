// @ts-nocheck
import type { Decision } from '../access/access.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { CategoryCode, Judgement } from './judgement.ts';
import { categoryByCode, choicesFor } from './scale.ts';

const SCALE = 'M24';
const ROUND = 'M25';
const LONGEST_REASON = 2000;

/**
 * Whether a proposal can stand as it is (M25): a code of the school's row of the scale, by the Ofsted grade on record
 * now, with a reason. Who may propose is `access`'s matter.
 */
export function checkProposal(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools'>,
  school: Pick<School, 'urn' | 'name'>,
  given: { readonly category: CategoryCode; readonly because: string },
): Decision {
  const recorded = schoolOf(facts, school.urn);
  if (!recorded || recorded.left !== undefined) return notOfTheTrust(school.name, recorded?.left);
  return (
    notOnScale(policy, given.category) ??
    notOfItsGrade(policy, recorded, given.category) ??
    badReason(given.because, 'Say what in the visit or the return led you to it.') ?? {
      allowed: true,
      rule: ROUND,
      because: `${given.category} is on the scale for ${school.name} and a reason is given.`,
    }
  );
}

/** Whether a validation can stand (M25): the CEO agrees, or changes the category and says why. 4cc is refused, as any code off the scale. */
export function checkValidation(
  policy: TrustPolicy,
  judgement: Pick<Judgement, 'proposed'> | undefined,
  given: { readonly category: CategoryCode; readonly why?: string },
): Decision {
  const off = notOnScale(policy, given.category);
  if (off) return off;
  const proposed = judgement?.proposed?.category;
  if (proposed === undefined) {
    return (
      badReason(
        given.why,
        'Nobody has proposed a category yet: say what yours rests on, or wait for the proposal.',
      ) ?? {
        allowed: true,
        rule: ROUND,
        because: 'There was no proposal, and a reason is given.',
      }
    );
  }
  if (proposed === given.category)
    return { allowed: true, rule: ROUND, because: `It agrees with the proposed ${proposed}.` };
  return (
    badReason(given.why, `The proposal was ${proposed}: say why you change it to ${given.category}.`) ?? {
      allowed: true,
      rule: ROUND,
      because: `The proposed ${proposed} is changed to ${given.category} and a reason is given.`,
    }
  );
}

function notOfTheTrust(name: string, left: string | undefined): Decision {
  return {
    allowed: false,
    rule: ROUND,
    because: left ? `${name} leaves the trust on ${left}.` : `${name} is not on record as a school of the trust.`,
    wouldChange: left ? 'Take the leaving date out if that is wrong.' : 'Import the school first.',
  };
}

function notOnScale(policy: TrustPolicy, code: CategoryCode): Decision | undefined {
  if (categoryByCode(policy, code)) return undefined;
  const codes = policy.categorisation.scale.map((category) => category.code).join(', ');
  return {
    allowed: false,
    rule: SCALE,
    because:
      code === '4cc'
        ? 'There is no 4cc: no grade lies below 4 to slip to.'
        : `${code || 'An empty category'} is not on the trust's scale.`,
    wouldChange: `Choose one of ${codes}.`,
  };
}

function notOfItsGrade(
  policy: TrustPolicy,
  school: Pick<School, 'name' | 'ofsted'>,
  code: CategoryCode,
): Decision | undefined {
  const choices = choicesFor(policy, school);
  if (choices.includes(code)) return undefined;
  return {
    allowed: false,
    rule: SCALE,
    because: `${school.name}'s last Ofsted grade is ${school.ofsted?.grade}, so ${code} can't be its category: the number changes only with an inspection.`,
    wouldChange: `Choose one of ${choices.join(', ')}, or correct the school's Ofsted grade.`,
  };
}

function badReason(reason: string | undefined, ask: string): Decision | undefined {
  const length = reason?.trim().length ?? 0;
  if (length === 0) return { allowed: false, rule: ROUND, because: 'A reason is missing.', wouldChange: ask };
  if (length <= LONGEST_REASON) return undefined;
  return {
    allowed: false,
    rule: ROUND,
    because: `The reason is ${length} characters long.`,
    wouldChange: `Shorten it to ${LONGEST_REASON} characters.`,
  };
}
