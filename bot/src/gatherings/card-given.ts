import { type GatheringView, gatheringView, type Person, type TrustPolicy } from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { meetingPlace } from '../tab-link.ts';
import type { World } from '../world.ts';

/** All that a meeting's card is made from. */
export interface MeetingGiven {
  readonly policy: TrustPolicy;
  readonly view: GatheringView;
  readonly now: Temporal.Instant;
  /** Where its agenda and its documents are, in the tab. */
  readonly link: string;
  /** Key of the delivery that brought the card. */
  readonly delivery?: string | undefined;
}

/** A meeting as the person may see it now; undefined where it is not theirs, or is no more. */
export function meetingFor(
  world: World,
  person: Person,
  key: string,
  delivery?: string | undefined,
): MeetingGiven | undefined {
  const now = world.now();
  const view = gatheringView(world.policy, world.facts(), world.gatherings.kept(), person, key, now);
  return view && { policy: world.policy, view, now, link: world.linkTo(meetingPlace(key)), delivery };
}

/** What the card's buttons send back. */
export function ids({ view, delivery }: MeetingGiven): Record<string, unknown> {
  return { meeting: view.meeting.key, ...(delivery ? { delivery } : {}) };
}
