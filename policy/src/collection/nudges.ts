import type { Temporal } from 'temporal-polyfill';
import { headedBy, holdersOf } from '../access/roles.ts';
import { halfTermById, halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { PersonDuty } from '../duties/duty.ts';
import type { Facts } from '../facts.ts';
import { collectionWindow } from '../soap/collection.ts';
import { latestReturn } from '../soap/kept.ts';
import { nameOf } from '../trust/name-of.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { accuracyOf } from './accuracy.ts';
import { type CollectionFacts, type CollectionStep, stepsOf } from './collection-step.ts';
import { isTaken } from './taken.ts';

/** The last nudge of a school. */
export function standingNudge(facts: CollectionFacts, urn: string, halfTerm: HalfTermId): CollectionStep | undefined {
  return stepsOf(facts, halfTerm, urn).findLast(({ step }) => step === 'nudge');
}

export function nudgeKey({ halfTerm, id, urn }: CollectionStep, person: string): string {
  return `soap-reminder/${halfTerm}/nudge-${id}/${urn}/${person}`;
}

/**
 * What heads are owed because somebody asked for it (M14, M15): a reminder of a return that is still wanted, and the
 * figures that were sent back. Only the last step of each school counts, so that nobody finds a pile.
 */
export function stepDuties(policy: TrustPolicy, facts: Facts, now: Temporal.Instant): readonly PersonDuty[] {
  const steps = facts.records?.collection?.steps ?? [];
  const places = new Map(steps.map(({ halfTerm, urn = '' }) => [`${halfTerm} ${urn}`, { halfTerm, urn }]));
  return [...places.values()].flatMap(({ halfTerm, urn }) => {
    const school = schoolOf(facts, urn);
    if (!school || !halfTermById(policy, halfTerm)) return [];
    const heads = holdersOf(facts, 'head').filter((head) => headedBy(head).includes(urn));
    const owed = latestReturn(facts, urn, halfTerm)
      ? sentBack(facts, urn, halfTerm)
      : nudged(policy, facts, urn, halfTerm, now);
    return heads.flatMap((head) => owed?.(head.id, school.name) ?? []);
  });
}

type OwedTo = (person: string, school: string) => PersonDuty;

function nudged(
  policy: TrustPolicy,
  facts: Facts,
  urn: string,
  halfTerm: HalfTermId,
  now: Temporal.Instant,
): OwedTo | undefined {
  const nudge = standingNudge(facts, urn, halfTerm);
  if (!nudge || !isTaken(policy, facts, halfTerm, now)) return undefined;
  // In a round that was opened again after its time, there is no day by which.
  const { closes } = collectionWindow(policy, halfTerm);
  return (person, school) => ({
    kind: 'soap-reminder',
    key: nudgeKey(nudge, person),
    rule: 'M14',
    since: nudge.at,
    ...(now.epochMilliseconds < closes.epochMilliseconds ? { by: closes.toString() } : {}),
    because: `The return of ${school} for ${halfTermLabel(halfTerm)} is asked for by ${nameOf(facts, nudge.by)}.`,
    otherwise: 'Without it the school is missing from the picture the trust works with this half term.',
    person,
    halfTerm,
    urn,
  });
}

function sentBack(facts: Facts, urn: string, halfTerm: HalfTermId): OwedTo | undefined {
  const accuracy = accuracyOf(facts, urn, halfTerm);
  if (accuracy?.state !== 'sent back') return undefined;
  const { step } = accuracy;
  return (person, school) => ({
    kind: 'soap-sent-back',
    key: `soap-sent-back/${halfTerm}/${step.id}/${urn}/${person}`,
    rule: 'M15',
    since: step.at,
    because: `The figures of ${school} for ${halfTermLabel(halfTerm)} were sent back by ${nameOf(facts, step.by)}: ${step.note}`,
    otherwise: 'Until they are sent again, the figures stand as they are and nobody has confirmed them.',
    person,
    halfTerm,
    urn,
  });
}
