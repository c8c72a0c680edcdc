import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import type { User } from '../../entra/directory.ts';
import { badRequest, type GraphAnswer, GraphError, type GraphRequest } from '../exchange.ts';
import { userOfRequest } from '../people/users.ts';
import { type Attendee, type Response, span } from './event.ts';
import { copiesOf, type Kept, keep, remove } from './event-store.ts';

type Answered = Extract<Response, 'accepted' | 'tentativelyAccepted' | 'declined'>;

const When = z.strictObject({ dateTime: z.string(), timeZone: z.string().default('UTC') });
const Body = z.strictObject({
  comment: z.string().nullish(),
  sendresponse: z.boolean().nullish(),
  proposednewtime: z.strictObject({ start: When, end: When }).nullish(),
});

/** An attendee's answer to an invitation: kept in the own copy, and told to the organiser and the others unless unsent. */
export function respond(request: GraphRequest, copy: Kept, response: Answered): GraphAnswer {
  if (copy.is_organiser === 1) {
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    );
  }
  const { isSent, proposed } = understood(request.body, copy, response);
  const { core } = request;
  const now = core.clock.isoSeconds();
  const own = { ...copy.body.own, response, responded: now, showAs: shownAs(core, copy, response) };
  keep(core, { ...copy, version: copy.version + 1, body: { ...copy.body, own } });
  if (isSent) tell(core, copy, userOfRequest(request), { status: { response, time: now }, ...proposed });
  if (response === 'declined') remove(core, copy);
  return { status: 202 };
}

/** Parameter names of actions come in either case. A new time may be proposed only where the organiser allows it, and only in an answer that is sent. */
function understood(body: unknown, copy: Kept, response: Answered) {
  const lower = Object.entries(typeof body === 'object' ? (body ?? {}) : {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const parsed = Body.safeParse(Object.fromEntries(lower));
  if (!parsed.success) throw badRequest(`The answer is not valid: ${z.prettifyError(parsed.error)}`);
  const { sendresponse, proposednewtime: time } = parsed.data;
  const isSent = sendresponse !== false;
  if (time && (response === 'accepted' || !copy.body.allowNewTimeProposals || !isSent)) {
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. A new time can be proposed only if the organizer allows it, and only in a response that is sent.",
    );
  }
  return { isSent, proposed: time ? { proposedNewTime: span(time.start, time.end, false) } : {} };
}

/** An accepted meeting blocks the time as its organiser says it does. */
function shownAs(core: Core, copy: Kept, response: Answered): string {
  if (response === 'declined') return 'free';
  if (response === 'tentativelyAccepted') return 'tentative';
  return copiesOf(core, copy).find((one) => one.is_organiser === 1)?.body.own.showAs ?? 'busy';
}

function tell(core: Core, copy: Kept, person: User, answer: Pick<Attendee, 'status' | 'proposedNewTime'>): void {
  const mine = [person.mail, person.userPrincipalName].map((address) => address?.toLowerCase());
  for (const other of copiesOf(core, copy)) {
    const attendees = other.body.attendees.map((one) =>
      mine.includes(one.emailAddress.address.toLowerCase())
        ? { emailAddress: one.emailAddress, type: one.type, ...answer }
        : one,
    );
    keep(core, { ...other, version: other.version + 1, body: { ...other.body, attendees } });
  }
}
