import { meets, ordered, scalar } from '../evaluation.ts';
import {
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
import { linkTo, maxPageSize, queryOptions, selected } from '../query-options.ts';
import { calendarDelta } from './calendar-delta.ts';
import { ownProperties, written } from './event.ts';
import { changeKey, eventEntity, readEvent } from './event-entity.ts';
import { event, eventOfTransaction, eventsBetween, eventsOf, type Kept } from './event-store.ts';
import { getSchedule } from './free-busy.ts';
import { callOff, change, create } from './meeting.ts';
import { respond } from './responses.ts';
import { occurrencesBetween } from './series.ts';
import { ianaZone, preferredZone, windowOf } from './time-zones.ts';

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
  if ((options.top ?? 0) > largestPage) throw tooMany(options.top);
  const size = Math.min(options.top ?? maxPageSize(request) ?? defaultPage, largestPage);
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

/** Outlook pages of at most 1,000: "the maximum value of $top is 1000" (list events, list calendarView). */
function tooMany(top: number | undefined): GraphError {
  return new GraphError(
    400,
    'ErrorInvalidUrlQuery',
    `The query specified in the URI is not valid. The limit of '${largestPage}' for Top query has been exceeded. The value from the incoming request is '${top}'.`,
  );
}

function calendarView(request: GraphRequest): GraphAnswer {
  const { from, until } = windowOf(request.query);
  return page(request, eventsBetween(request.core, userOfRequest(request).id, from, until));
}

/** The dates of a series; "only a series master has instances". */
function instances(request: GraphRequest): GraphAnswer {
  const { from, until } = windowOf(request.query);
  const master = eventOfRequest(request);
  if (!master.body.recurrence)
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. Only a series master has instances.",
    );
  return page(request, occurrencesBetween(master, from, until));
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
  const foreign = Object.keys(body).find((name) => !name.includes('@') && !ownProperties.includes(name));
  if (old.is_organiser === 0 && foreign)
    throw new GraphError(403, 'ErrorAccessDenied', `Only the organizer can change '${foreign}' of a meeting.`);
  return shown(request, change(request.core, old, given), 200);
}

/** The organiser's deletion calls the meeting off; an attendee's only takes it out of the own calendar. */
function erase(request: GraphRequest): GraphAnswer {
  const old = eventOfRequest(request);
  requireMatch(old, request.header('if-match'));
  callOff(request.core, old);
  return { status: 204 };
}

function cancel(request: GraphRequest): GraphAnswer {
  const old = eventOfRequest(request);
  if (old.is_organiser === 0)
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  callOff(request.core, old);
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
    [`GET ${prefix}/events/{event}/instances`]: instances,
    [`GET ${prefix}/calendarView`]: calendarView,
    [`GET ${prefix}/calendarView/delta`]: calendarDelta,
  };
}

export const eventRoutes: Routes = {
  ...eventsUnder('/users/{user}'),
  ...eventsUnder('/users/{user}/calendar'),
  'POST /users/{user}/calendar/getSchedule': getSchedule,
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
