import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { headOf } from '../access/roles.ts';
import { halfTermById, halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTerm, HalfTermId } from '../calendar/half-term.ts';
import { schoolsInRound } from '../categorisation/round.ts';
import { accuracyOf } from '../collection/accuracy.ts';
import { checkStep } from '../collection/check-step.ts';
import type { CollectionStep } from '../collection/collection-step.ts';
import { nameOf, standingNudge } from '../collection/nudges.ts';
import { isTaken, lastWord } from '../collection/taken.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { type CollectionState, collectionState, collectionWindow } from '../soap/collection.ts';
import { latestReturn } from '../soap/kept.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** What was said or done, by name. */
export type SaidStep = Pick<CollectionStep, 'step' | 'at' | 'note'> & { readonly by: string };

/** One school in a half term's collection. */
export interface CollectedSchool {
  readonly urn: string;
  readonly name: string;
  /** Its head's name; empty where none is on record. */
  readonly head: string;
  readonly state: CollectionState;
  readonly submittedAt?: string;
  readonly revision?: number;
  /** Reminders that reached the head this half term, nudges included. */
  readonly reminders: number;
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
  const said = ({ step, at, note, by }: CollectionStep): SaidStep => ({ step, at, note, by: nameOf(facts, by) });
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
    ...(word ? { word: said(word) } : {}),
    schools: schoolsInRound(policy, facts, halfTermId)
      .filter(({ urn }) => access(policy, person, 'soap.read', facts, { urn }).allowed)
      .map(({ urn, name }): CollectedSchool => {
        const submitted = latestReturn(facts, urn, halfTermId);
        const nudge = standingNudge(facts, urn, halfTermId);
        const accuracy = accuracyOf(facts, urn, halfTermId);
        const last = accuracy && (accuracy.state === 'unchecked' ? accuracy.before : accuracy.step);
        const can = (step: 'nudge' | 'confirm' | 'send back', note: string) =>
          checkStep(policy, facts, person, { halfTerm: halfTermId, step, urn, note }, now).allowed;
        return {
          urn,
          name,
          head: headOf(facts, urn)?.name ?? '',
          state: collectionState(policy, facts, urn, halfTermId, now),
          ...(submitted ? { submittedAt: submitted.submittedAt, revision: submitted.revision } : {}),
          reminders: reminders(urn),
          ...(nudge ? { nudged: said(nudge) } : {}),
          ...(accuracy ? { accuracy: { state: accuracy.state, ...(last ? { said: said(last) } : {}) } } : {}),
          may: {
            nudge: access(policy, person, 'soap.nudge', facts, { urn }).allowed && can('nudge', ''),
            check:
              access(policy, person, 'soap.check', facts, { urn }).allowed &&
              (can('confirm', '') || can('send back', 'x')),
          },
        };
      }),
    may: { close: access(policy, person, 'collection.close', facts).allowed },
  };
}
