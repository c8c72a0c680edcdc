/** A step of a review's protocol ticked, or its tick taken back, the same from a card and from the tab (M32). */
import {
  type Decision,
  dateAt,
  mayTick,
  type PeerReview,
  type Person,
  type ProtocolStep,
  peerReviewKey,
  protocolSteps,
  tickFindings,
} from '@owls/policy';
import type { World } from '../world.ts';
import type { By } from '../writes.ts';

export interface StepOfReview {
  readonly review: PeerReview;
  readonly step: ProtocolStep;
}

/** A step of the protocol of a review that stands; undefined where there is none. */
export function stepOf(world: World, year: string, urn: string, key: string): StepOfReview | undefined {
  const { policy } = world;
  const facts = world.facts();
  const wanted = peerReviewKey(year, urn);
  const review = facts.records?.peerReview?.peerReviews.find((one) => one.key === wanted);
  const step = review && protocolSteps(policy, policy.peerReview, facts, review).find((one) => one.key === key);
  return review && step && { review, step };
}

/** Ticks it where it can be; the decision says whether it did. What is so already stays as it is. */
export async function tickStep(
  world: World,
  person: Person,
  { review, step }: StepOfReview,
  done: boolean,
  surface: By['surface'],
): Promise<Decision> {
  const { policy } = world;
  const now = world.now();
  const decision = mayTick(policy, world.facts(), person, review, step);
  if (!decision.allowed) return decision;
  const [found] = done ? tickFindings(policy, step, now) : [];
  if (found !== undefined) {
    return { allowed: false, rule: found.rule, because: found.says, wouldChange: 'Tick it once it is done.' };
  }
  const on = done ? dateAt(policy, now) : undefined;
  await world.peerReviews.tick(review, step.key, on, { person: person.id, surface });
  return decision;
}
