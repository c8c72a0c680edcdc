import { type GraphAnswer, GraphError, type GraphRequest, isObject } from '../exchange.ts';
import { userOfRequest } from '../people/users.ts';
import type { Response } from './event.ts';
import { copiesOf, type Kept, keep, remove } from './event-store.ts';

const shownAs: Partial<Record<Response, string>> = { accepted: 'busy', tentativelyAccepted: 'tentative' };

/** An attendee's answer to an invitation: kept in the own copy, and told to the organiser and the others unless unsent. */
export function respond(
  request: GraphRequest,
  copy: Kept,
  response: 'accepted' | 'tentativelyAccepted' | 'declined',
): GraphAnswer {
  if (copy.is_organiser === 1) {
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    );
  }
  const { core } = request;
  const now = core.clock.isoSeconds();
  const body = isObject(request.body) ? request.body : {};
  const isSent = (body.SendResponse ?? body.sendResponse) !== false;
  const own = { ...copy.body.own, response, responded: now, showAs: shownAs[response] ?? 'free' };
  keep(core, { ...copy, version: copy.version + 1, body: { ...copy.body, own } });
  if (isSent) {
    const person = userOfRequest(request);
    const mine = [person.mail, person.userPrincipalName].map((address) => address?.toLowerCase());
    for (const other of copiesOf(core, copy.ical_uid)) {
      const attendees = other.body.attendees.map((one) =>
        mine.includes(one.emailAddress.address.toLowerCase()) ? { ...one, status: { response, time: now } } : one,
      );
      keep(core, { ...other, version: other.version + 1, body: { ...other.body, attendees } });
    }
  }
  if (response === 'declined') remove(core, copy);
  return { status: 202 };
}
