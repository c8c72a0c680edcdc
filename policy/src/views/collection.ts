import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { headedBy } from '../access/roles.ts';
import { halfTermById, halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTerm, HalfTermId } from '../calendar/half-term.ts';
import { schoolsInRound } from '../categorisation/round.ts';
import { accuracyOf } from '../collection/accuracy.ts';
import { checkStep } from '../collection/check-step.ts';
import { type SaidStep, saidOf } from '../collection/collection-step.ts';
import { standingNudge } from '../collection/nudges.ts';
import { isTaken, lastWord } from '../collection/taken.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { collectionWindow } from '../soap/collection.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { returning } from './returning-school.ts';
import type { ReturningSchool } from './views.ts';

/** One school in a half term's collection. */
export interface CollectedSchool extends ReturningSchool {
  readonly nudged?: SaidStep;
  readonly accuracy?: { readonly state: 'unchecked' | 'confirmed' | 'sent back'; readonly said?: SaidStep };
  /** What this reader may do about it now. */
  readonly may: { readonly nudge: boolean; readonly check: boolean };
}

/** A half term's collection as whoever looks after it sees it (M14, M15). */
export interface CollectionView {
  readonly asOf: string;
  readonly halfTerm: HalfTerm;
  /** Half terms whose collection has opened, oldest first. */
  readonly halfTerms: readonly HalfTermId[];
  readonly opens: string;
  readonly due: string;
  readonly closes: string;
  readonly open: boolean;
  /** Why it is open or closed outside the policy's window. */
  readonly word?: SaidStep;
  readonly schools: readonly CollectedSchool[];
  readonly may: { readonly close: boolean };
}

/** The collection of a half term, cut to the schools whose returns the reader may see. Undefined for a half term without dates. */
export function collectionView(
  given: TrustPolicy,
  facts: Facts,
  person: Person,
  halfTermId: HalfTermId,
  now: Temporal.Instant,
  reminders: (urn: string) => number,
): CollectionView | undefined {
  const halfTerm = halfTermById(given, halfTermId);
  if (!halfTerm) return undefined;
  const policy = policyOf(given, halfTermId);
  const { opens, due, closes } = collectionWindow(policy, halfTermId);
  const word = lastWord(facts, halfTermId);
  return {
    asOf: now.toString(),
    halfTerm,
    halfTerms: halfTerms(given)
      .map(({ id }) => id)
      .filter((id) => collectionWindow(given, id).opens.epochMilliseconds <= now.epochMilliseconds),
    opens: opens.toString(),
    due: due.toString(),
    closes: closes.toString(),
    open: isTaken(policy, facts, halfTermId, now),
    ...(word ? { word: saidOf(facts, word) } : {}),
    schools: schoolsInRound(policy, facts, halfTermId)
      .filter(({ urn }) => access(policy, person, 'soap.read', facts, { urn }).allowed)
      .map((school) => ({
        ...returning(policy, facts, school, halfTermId, now, reminders),
        ...saidAndDone(policy, facts, person, school, halfTermId, now),
      })),
    may: { close: access(policy, person, 'collection.close', facts).allowed },
  };
}

function saidAndDone(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  { urn }: School,
  halfTerm: HalfTermId,
  now: Temporal.Instant,
): Pick<CollectedSchool, 'nudged' | 'accuracy' | 'may'> {
  const nudge = standingNudge(facts, urn, halfTerm);
  const accuracy = accuracyOf(facts, urn, halfTerm);
  const last = accuracy && (accuracy.state === 'unchecked' ? accuracy.before : accuracy.step);
  const may = (action: 'soap.nudge' | 'soap.check') => access(policy, person, action, facts, { urn }).allowed;
  return {
    ...(nudge ? { nudged: saidOf(facts, nudge) } : {}),
    ...(accuracy ? { accuracy: { state: accuracy.state, ...(last ? { said: saidOf(facts, last) } : {}) } } : {}),
    may: {
      nudge:
        may('soap.nudge') && checkStep(policy, facts, person, { halfTerm, step: 'nudge', urn, note: '' }, now).allowed,
      // Whatever was said of a return, the other can be said instead.
      check: may('soap.check') && accuracy !== undefined && !headedBy(person).includes(urn),
    },
  };
}
