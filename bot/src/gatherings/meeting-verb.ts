/** What the verbs of a meeting's cards share: how a card names its meeting, and whose it is. */
import { z } from 'zod';
import { type Answer, refused, shows, type VerbContext } from '../chat/verb.ts';
import type { By } from '../writes.ts';
import { noMeetingCard } from './card-agenda.ts';
import { type MeetingGiven, meetingFor } from './card-given.ts';

/** A meeting as a card names it, and the delivery that brought the card. */
export const Meeting = { meeting: z.string().min(1).max(200), delivery: z.string().max(400).optional() };

export type Which = { readonly meeting: string; readonly delivery?: string | undefined };

/** The meeting, if it is the person's; one that is not and one that is not there get the same answer (M1). */
export function forMeeting(
  { meeting, delivery }: Which,
  { world, person }: VerbContext,
  act: (given: MeetingGiven) => Promise<Answer> | Answer,
): Promise<Answer> | Answer {
  const given = meetingFor(world, person, meeting, delivery);
  return given ? act(given) : shows(noMeetingCard(delivery));
}

export function by({ person }: VerbContext): By {
  return { person: person.id, surface: 'card' };
}

export function notYours(): Answer {
  return refused(403, 'NotAllowed', 'Only the people of a meeting write into it, so nothing was changed.');
}
