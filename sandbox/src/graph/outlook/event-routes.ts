import { meets, ordered, scalar } from '../evaluation.ts';
import {
  badRequest,
  described,
  type GraphAnswer,
  GraphError,
  type GraphRequest,
  notFound,
  objectBody,
  ok,
  type Routes,
} from '../exchange.ts';
import { parseCondition } from '../filter.ts';
import { userOfRequest } from '../people/users.ts';
import { linkTo, queryOptions, selected } from '../query-options.ts';
import { ownProperties, span, written } from './event.ts';
import { changeKey, eventEntity, readEvent } from './event-entity.ts';
import {
  cancelCopy,
  copiesOf,
  create,
  event,
  eventOfTransaction,
  eventsBetween,
  eventsOf,
  invite,
  type Kept,
  keep,
  remove,
  withWritten,
} from './event-store.ts';
import { respond } from './responses.ts';
import { bound, ianaZone, preferredZone, wallClock } from './time-zones.ts';

const defaultPage = 10;
const largestPage = 1000;

function zoneOf(request: GraphRequest): string {
  const zone = preferredZone(request.header('prefer'));
  ianaZone(zone);
  return zone;
}

function eventOfRequest(request: GraphRequest): Kept {
  const found = event(request.core, userOfRequest(request).id, request.hole('event'));
  if (!found) throw new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  return found;
}

function shown(request: GraphRequest, kept: Kept, status: number): GraphAnswer {
  const { select, expand } = queryOptions(request, ['$select', '$expand']);
  const body = selected(
    eventEntity(kept, zoneOf(request), expand),
    select && [...select, ...expand.map(({ name }) => name), 'id'],
  );
  return { status, body: described(request, `users('${kept.mailbox}')/events/$entity`, body) };
}

function page(request: GraphRequest, all: readonly Kept[]): GraphAnswer {
  const options = queryOptions(request, ['$select', '$expand', '$filter', '$orderby', '$top', '$skip']);
  const zone = zoneOf(request);
  const condition = options.filter === undefined ? undefined : parseCondition(options.filter);
  const found = all.filter((kept) => condition === undefined || meets(condition, readEvent(kept)));
  if (options.orderby.length > 0) {
    found.sort((a, b) => {
      const orders = options.orderby.map(
        ({ path, descending }) =>
          ordered(scalar(readEvent(a)(path)), scalar(readEvent(b)(path))) * (descending ? -1 : 1),
      );
      return orders.find((order) => order !== 0) ?? 0;
    });
  }
  const from = options.skip ?? 0;
  const size = Math.min(options.top ?? defaultPage, largestPage);
  const value = found.slice(from, from + size).map((kept) => {
    const entity = eventEntity(kept, zone, options.expand);
    return selected(entity, options.select && [...options.select, ...options.expand.map(({ name }) => name), 'id']);
  });
  const next =
    found.length > from + size
      ? { '@odata.nextLink': linkTo(request, request.path, { $skip: String(from + size) }) }
      : {};
  return ok(described(request, `users('${request.hole('user')}')/events`, { ...next, value }));
}

function calendarView(request: GraphRequest): GraphAnswer {
  const asked = new Map([...request.query].map(([name, value]) => [name.toLowerCase(), value]));
  const from = bound(asked.get('startdatetime'), 'startDateTime');
  const until = bound(asked.get('enddatetime'), 'endDateTime');
  if (until < from) throw badRequest('The endDateTime is before the startDateTime.');
  return page(request, eventsBetween(request.core, userOfRequest(request).id, from, until));
}

function post(request: GraphRequest): GraphAnswer {
  const organiser = userOfRequest(request);
  const given = written(objectBody(request));
  const known = given.transactionId ? eventOfTransaction(request.core, organiser.id, given.transactionId) : undefined;
  return shown(request, known ?? create(request.core, organiser, given), 201);
}

function patch(request: GraphRequest): GraphAnswer {
  const old = eventOfRequest(request);
  requireMatch(old, request.header('if-match'));
  const body = objectBody(request);
  const given = written(body);
  if (given.transactionId !== undefined && given.transactionId !== old.transaction_id)
    throw badRequest("An event's transactionId cannot be changed.");
  const foreign = Object.keys(body).find((name) => !name.includes('@') && !ownProperties.includes(name));
  if (old.is_organiser === 0 && foreign)
    throw new GraphError(403, 'ErrorAccessDenied', `Only the organizer can change '${foreign}' of a meeting.`);
  const next = withWritten(request.core, old.body, given);
  const start = given.start ?? { dateTime: wallClock(old.starts, next.zone.start), timeZone: next.zone.start };
  const end = given.end ?? { dateTime: wallClock(old.ends, next.zone.end), timeZone: next.zone.end };
  const times = span(start, end, next.isAllDay);
  const moved = times.starts !== old.starts || times.ends !== old.ends;
  const asked = next.attendees.map((one) =>
    moved ? { ...one, status: { response: 'none' as const, time: '0001-01-01T00:00:00Z' } } : one,
  );
  const changed = keep(request.core, {
    ...old,
    ...times,
    version: old.version + 1,
    body: { ...next, attendees: asked },
  });
  if (old.is_organiser === 1) invite(request.core, changed, moved);
  return shown(request, changed, 200);
}

/** The organiser's deletion calls the meeting off; an attendee's only takes it out of the own calendar. */
function erase(request: GraphRequest): GraphAnswer {
  const old = eventOfRequest(request);
  requireMatch(old, request.header('if-match'));
  callOff(request, old);
  return { status: 204 };
}

function callOff(request: GraphRequest, old: Kept): void {
  if (old.is_organiser === 1)
    for (const copy of copiesOf(request.core, old.ical_uid)) if (copy.id !== old.id) cancelCopy(request.core, copy);
  remove(request.core, old);
}

function cancel(request: GraphRequest): GraphAnswer {
  const old = eventOfRequest(request);
  if (old.is_organiser === 0)
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  callOff(request, old);
  return { status: 202 };
}

function requireMatch(kept: Kept, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === `W/"${changeKey(kept)}"`) return;
  throw new GraphError(
    412,
    'ErrorIrresolvableConflict',
    'The change key passed in the request does not match the current change key for the item.',
  );
}

const calendar = (name: string) => ({
  id: 'AAMkACalendar',
  name,
  color: 'auto',
  isDefaultCalendar: true,
  canEdit: true,
  allowedOnlineMeetingProviders: ['teamsForBusiness'],
  defaultOnlineMeetingProvider: 'teamsForBusiness',
});

function eventsUnder(prefix: string): Routes {
  return {
    [`GET ${prefix}/events`]: (request) => page(request, eventsOf(request.core, userOfRequest(request).id)),
    [`POST ${prefix}/events`]: post,
    [`GET ${prefix}/events/{event}`]: (request) => shown(request, eventOfRequest(request), 200),
    [`PATCH ${prefix}/events/{event}`]: patch,
    [`DELETE ${prefix}/events/{event}`]: erase,
    [`GET ${prefix}/calendarView`]: calendarView,
  };
}

export const eventRoutes: Routes = {
  ...eventsUnder('/users/{user}'),
  ...eventsUnder('/users/{user}/calendar'),
  'POST /users/{user}/events/{event}/cancel': cancel,
  'POST /users/{user}/events/{event}/accept': (request) => respond(request, eventOfRequest(request), 'accepted'),
  'POST /users/{user}/events/{event}/tentativelyAccept': (request) =>
    respond(request, eventOfRequest(request), 'tentativelyAccepted'),
  'POST /users/{user}/events/{event}/decline': (request) => respond(request, eventOfRequest(request), 'declined'),
  'GET /users/{user}/calendar': (request) => {
    userOfRequest(request);
    return ok(described(request, 'calendars/$entity', calendar('Calendar')));
  },
  'GET /users/{user}/calendars': (request) => {
    userOfRequest(request);
    return ok(described(request, 'calendars', { value: [calendar('Calendar')] }));
  },
  'GET /users/{user}/calendars/{calendar}/events': () => {
    throw notFound('Only the default calendar is here: ask /calendar/events.');
  },
};
