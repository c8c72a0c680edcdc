import type { Decision } from '../access/access.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { type Term, type TermId, termById, termLabel } from '../reports/term.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { CategoryCode } from './judgement.ts';
import { judgementOf } from './kept.ts';

const RULE = 'M25';
const LONGEST_REASON = 2000;
export const AGREEMENT_ANSWERS = ['agrees', 'disagrees'] as const;

/** What a school's head answered to the category of a term (M25). Answers are only added; a later one counts. */
export interface AgreementAnswer {
  /** Later ones sort after earlier ones. */
  readonly id: string;
  readonly urn: string;
  /** The half term of the judgement that was answered. */
  readonly halfTerm: HalfTermId;
  readonly category: CategoryCode;
  readonly answer: (typeof AGREEMENT_ANSWERS)[number];
  /** Why not; empty where the head agrees. */
  readonly because: string;
  /** Person id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export interface AgreementRecords {
  readonly answers: readonly AgreementAnswer[];
}

/** How the agreement on a school's category of a term stands. */
export interface Agreement {
  readonly term: TermId;
  /** The half term of the judgement to agree on: the term's last validated one. */
  readonly halfTerm: HalfTermId;
  readonly category: CategoryCode;
  /** Whether it is of the term's last round, after which the school is asked; it may answer before. */
  readonly asked: boolean;
  /** `changed`: the category is another than the one that was answered. */
  readonly state: 'open' | 'agreed' | 'not agreed' | 'changed';
  /** The last answer of the term, where there is one. */
  readonly last?: AgreementAnswer;
}

type AgreementFacts = Pick<Facts, 'judgements' | 'records'>;

/** The term a half term is of. */
export function termOf(policy: TrustPolicy, halfTerm: HalfTermId): Term | undefined {
  return termById(policy, halfTerm.replace(/-\d+$/, ''));
}

/** How the agreement with a school stands in a term (M25); undefined while no category of the term is validated. */
export function agreementOf(facts: AgreementFacts, urn: string, term: Term): Agreement | undefined {
  const judgements = term.halfTerms.map(({ id }) => judgementOf(facts, urn, id));
  const place = judgements.findLastIndex((one) => one?.validated !== undefined);
  const judgement = judgements[place];
  if (!judgement?.validated) return undefined;
  const { category } = judgement.validated;
  // What was said of a later validation that was taken back is not said of this one.
  const ofTerm = new Set(term.halfTerms.slice(0, place + 1).map(({ id }) => id));
  const last = (facts.records?.agreement?.answers ?? [])
    .filter((one) => one.urn === urn && ofTerm.has(one.halfTerm))
    .reduce<AgreementAnswer | undefined>((newest, one) => (newest && newest.id > one.id ? newest : one), undefined);
  const asked = judgement.halfTerm === term.last.id;
  const given = { term: term.id, halfTerm: judgement.halfTerm, category, asked };
  if (!last) return { ...given, state: 'open' };
  if (last.category !== category) return { ...given, state: 'changed', last };
  return { ...given, state: last.answer === 'agrees' ? 'agreed' : 'not agreed', last };
}

/**
 * Whether an answer can stand (M25): about the category of the term as it is validated now, and with why where the head
 * does not agree. Who may answer is `access`'s matter.
 */
export function checkAgreement(
  policy: TrustPolicy,
  facts: AgreementFacts,
  urn: string,
  given: Pick<AgreementAnswer, 'halfTerm' | 'category' | 'answer' | 'because'>,
): Decision {
  const term = termOf(policy, given.halfTerm);
  const standing = term && agreementOf(facts, urn, term);
  if (!term || !standing) {
    return no('No category of the term is validated yet.', 'Wait until the CEO has validated it.');
  }
  if (standing.halfTerm !== given.halfTerm || standing.category !== given.category) {
    return no(`The category of the ${termLabel(term.id)} is now ${standing.category}.`, 'Look at it and answer again.');
  }
  const because = given.because.trim();
  if (given.answer === 'disagrees' && because === '') {
    return no('You do not agree, and no reason is given.', 'Say why, in a sentence.');
  }
  if (because.length > LONGEST_REASON) {
    return no(`The reason has ${because.length} characters.`, `Say it in ${LONGEST_REASON} at most.`);
  }
  return { allowed: true, rule: RULE, because: `${standing.category} is the category of the ${termLabel(term.id)}.` };
}

function no(because: string, wouldChange: string): Decision {
  return { allowed: false, rule: RULE, because, wouldChange };
}
