import {
  accuracyOf,
  checkTakeBack,
  collectionState,
  collectionWindow,
  draftOf,
  endOf,
  type Facts,
  type HalfTermId,
  halfTermLabel,
  isTakenFrom,
  latestReturn,
  type Person,
  type School,
  saidTakenBack,
  type TrustPolicy,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { inert } from '../chat/inert.ts';

/** All that a SOAP card is made from: plain facts, whose they are and when. */
export interface SoapGiven {
  readonly policy: TrustPolicy;
  readonly facts: Facts;
  readonly school: School;
  readonly halfTerm: HalfTermId;
  readonly now: Temporal.Instant;
  /** Key of the delivery that brought the card; it travels back with each press and shows that the card arrived. */
  readonly delivery?: string | undefined;
}

/** What the card's buttons send back: ids, never authority. */
export function ids({ school, halfTerm, delivery }: SoapGiven): Record<string, unknown> {
  return { urn: school.urn, ht: halfTerm, ...(delivery ? { delivery } : {}) };
}

export function kicker({ halfTerm }: SoapGiven): string {
  return `School On A Page · ${halfTermLabel(halfTerm)}`;
}

/** Where the school's return stands, with everything the cards say about it. */
export function standing({ policy, facts, school, halfTerm, now }: SoapGiven) {
  const window = collectionWindow(policy, halfTerm);
  const submitted = latestReturn(facts, school.urn, halfTerm);
  return {
    window,
    state: collectionState(policy, facts, school.urn, halfTerm, now),
    open: isTakenFrom(policy, facts, school.urn, halfTerm, now),
    /** When the round closes or closed, as an instant; undefined while the office has opened it again. */
    ends: endOf(policy, facts, halfTerm),
    accuracy: accuracyOf(facts, school.urn, halfTerm),
    draft: draftOf(facts, school.urn, halfTerm),
    submitted,
    /** Whether what was sent can be taken back now. */
    mayTakeBack: submitted !== undefined && checkTakeBack(policy, facts, { ...submitted, note: '' }, now).allowed,
    takenBack: saidTakenBack(facts, school.urn, halfTerm),
  };
}

/** A person's name as cards show it; an id nobody knows any more is not shown. */
export function nameOf(people: readonly Person[], id: string): string {
  return inert(people.find((person) => person.id === id)?.name ?? 'a colleague');
}
