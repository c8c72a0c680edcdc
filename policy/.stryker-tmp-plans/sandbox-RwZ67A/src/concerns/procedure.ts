// @ts-nocheck
import type { Why } from '../explanation/why.ts';
import type { School } from '../trust/school.ts';
import type { Concern } from './concern.ts';
import { levelReached, openedOn } from './concern.ts';
import type { ConcernsPolicy, ProcedureKey } from './concerns-policy.ts';
import { type Entry, entryFault, refusal } from './entry.ts';
import type { Refusal } from './refusal.ts';
import type { SchoolStanding } from './school-standing.ts';

const RULE = 'M37';

/** The procedure a school has to follow, none where neither grade nor category asks for one; since when; and why. */
export interface RequiredProcedure {
  readonly procedure?: ProcedureKey;
  /** ISO date. */
  readonly since: string;
  readonly why: Why;
}

/**
 * Which procedure a school has to follow (M37): 3/4 for an Ofsted grade of 3 or 4 and for a sponsored school (policy:
 * until it is graded better), 1/2 at risk for a better grade with a category at risk. Concerns of other schools are
 * the trust's to raise; they follow the procedure for 1/2.
 */
export function requiredProcedure(
  own: ConcernsPolicy,
  school: Pick<School, 'name' | 'sponsored'>,
  standing: SchoolStanding,
): RequiredProcedure {
  const { grade, category, atRisk, gradeSince, categorySince } = standing;
  if (grade !== undefined && grade > 2)
    return required(
      '3-4',
      gradeSince,
      `The grade of ${school.name} is ${grade}.`,
      'An inspection that grades it 1 or 2.',
    );
  if (school.sponsored && (own.sponsored === 'always' || grade === undefined))
    return required(
      '3-4',
      gradeSince,
      `${school.name} is sponsored${grade === undefined ? ' and has no grade yet' : ''}.`,
      own.sponsored === 'always' ? 'Taking out that it is sponsored.' : 'An inspection that grades it 1 or 2.',
    );
  if (atRisk && category)
    return required(
      '1-2-at-risk',
      categorySince,
      `The validated category of ${school.name} is ${category.code}: at risk of slipping.`,
      'A validated category that is not at risk.',
    );
  const because =
    grade === undefined
      ? `${school.name} has no grade and no validated category.`
      : `The grade of ${school.name} is ${grade} and no validated category puts it at risk.`;
  return {
    since: gradeSince,
    why: { rule: RULE, because: [because], wouldChange: 'A category at risk, or a grade of 3 or 4.' },
  };
}

function required(procedure: ProcedureKey, since: string, because: string, wouldChange: string): RequiredProcedure {
  return { procedure, since, why: { rule: RULE, because: [because], wouldChange } };
}

/**
 * Moves an open concern from the procedure for 1/2 to that for 3/4, because what was found may take the school there
 * (M37). Its level stays; it enters at due diligence, which is done afresh. The way back is closed.
 */
export function moveToProcedure(
  concern: Concern,
  to: ProcedureKey,
  entry: Entry,
): { readonly ok: true; readonly concern: Concern; readonly why: Why } | Refusal {
  if (concern.closed) return refusal(RULE, 'Open a new concern instead.', `It was closed on ${concern.closed.on}.`);
  if (to === concern.procedure) return refusal(RULE, 'Leave it as it is.', `It follows the procedure ${to} already.`);
  if (to === '1-2-at-risk')
    return refusal(RULE, 'Close it when it is resolved.', 'A concern never moves back from the 3/4 procedure.');
  const fault = entryFault(RULE, entry, openedOn(concern));
  if (fault) return fault;
  return {
    ok: true,
    concern: { ...concern, procedure: to, moved: entry },
    why: {
      rule: RULE,
      because: [
        entry.why,
        `It stays at level ${levelReached(concern).level} and enters the 3/4 procedure at due diligence.`,
      ],
      wouldChange: 'Closing it when it is resolved.',
    },
  };
}
