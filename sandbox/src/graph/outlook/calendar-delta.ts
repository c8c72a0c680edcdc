import { z } from 'zod';
import { described, type GraphAnswer, GraphError, type GraphRequest, ok } from '../exchange.ts';
import { opened, sealed } from '../opaque.ts';
import { userOfRequest } from '../people/users.ts';
import { maxPageSize } from '../query-options.ts';
import { changesFrom, newestChange } from './event-changes.ts';
import { eventEntity } from './event-entity.ts';
import { eventsBetween, type Kept, shownBetween } from './event-store.ts';
import { byStart } from './series.ts';
import { ianaZone, preferredZone, windowOf } from './time-zones.ts';

const defaultPage = 10;
const largestPage = 1000;
/**
 * How long a token is good for, in ms of the tenant's clock. Microsoft gives no figure for Outlook's tokens, only that
 * old ones go when a cache is full ("Token duration", delta query overview): 30 days are the sandbox's choice.
 */
const goodFor = 30 * 86_400_000;

/** Where a reader stands. `began`: the first change a first round did not tell; `next` to `part`: what comes next. */
const State = z.object({
  mailbox: z.string(),
  from: z.string(),
  until: z.string(),
  round: z.enum(['first', 'later']),
  began: z.int(),
  /** The last event told in a first round. */
  after: z.object({ starts: z.string(), id: z.string() }).optional(),
  /** In later rounds: the change to go on with, and how many of its entries were told. */
  part: z.int(),
});
type State = z.infer<typeof State>;
type Entry = { readonly told: Record<string, unknown>; readonly next: State };

/** What was added, changed or removed in a window of a calendar since a token ("event: delta"). */
export function calendarDelta(request: GraphRequest): GraphAnswer {
  const { core } = request;
  const unsupported = [...request.query.keys()].find((name) =>
    /^\$(select|expand|filter|orderby|search|top|skip|count)$/i.test(name),
  );
  if (unsupported) {
    throw new GraphError(
      400,
      'ErrorInvalidUrlQuery',
      "The following parameters are not supported with change tracking over the 'CalendarView' resource: '$orderby, $filter, $select, $expand, $search, $top'.",
    );
  }
  const zone = preferredZone(request.header('prefer'));
  ianaZone(zone);
  const mailbox = userOfRequest(request).id;
  const state = stateOf(request, mailbox);
  const size = Math.min(maxPageSize(request) ?? defaultPage, largestPage);
  const link = (name: string, next: State) =>
    `${core.endpoints.graph}${request.path}?${name}=${sealed(core, 'calendar', next)}`;
  const entries = state.round === 'first' ? firstRound(request, state, zone) : laterRound(request, state, zone);
  const told = entries.slice(0, size);
  const last = told.at(-1);
  const more = entries.length > size && last !== undefined;
  const newest = state.round === 'first' ? state.began : newestChange(core) + 1;
  const onward = more
    ? { '@odata.nextLink': link('$skiptoken', last.next) }
    : {
        '@odata.deltaLink': link('$deltatoken', { ...state, round: 'later', began: newest, part: 0, after: undefined }),
      };
  return ok(described(request, 'Collection(event)', { ...onward, value: told.map((entry) => entry.told) }));
}

function stateOf(request: GraphRequest, mailbox: string): State {
  const { core, query } = request;
  const asked = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
  const token = asked.get('$skiptoken') ?? asked.get('$deltatoken');
  if (!token) {
    return { mailbox, ...windowOf(query), round: 'first', began: newestChange(core) + 1, part: 0 };
  }
  const found = opened(core, 'calendar', token);
  const state = State.safeParse(found?.says);
  if (!found || !state.success || state.data.mailbox !== mailbox || core.clock.ms() - found.at > goodFor) {
    throw new GraphError(
      410,
      'SyncStateNotFound',
      'The sync state generation is not found. Please discard the sync state and restart the synchronization.',
      { Location: `${core.endpoints.graph}${request.path}?$deltatoken=` },
    );
  }
  return state.data;
}

/** All events of the window, in the order of their times; what changes meanwhile is told in the next round. */
function firstRound({ core }: GraphRequest, state: State, zone: string): Entry[] {
  const { after } = state;
  return eventsBetween(core, state.mailbox, state.from, state.until)
    .filter((one) => after === undefined || byStart(one, after) > 0)
    .map((one) => ({
      told: entity(one, zone),
      next: { ...state, after: { starts: one.starts, id: one.id } },
    }));
}

/** Each event that changed, once, as it is now; `@removed` where nothing of it is left in the window. */
function laterRound({ core }: GraphRequest, state: State, zone: string): Entry[] {
  return changesFrom(core, state.mailbox, state.began).flatMap(({ n, event_id }) => {
    const shown = shownBetween(core, state.mailbox, event_id, state.from, state.until).sort(byStart);
    const told =
      shown.length > 0
        ? shown.map((one) => entity(one, zone))
        : [{ '@odata.type': '#microsoft.graph.event', id: event_id, '@removed': { reason: 'deleted' } }];
    const from = n === state.began ? state.part : 0;
    return told.map((one, at) => ({ told: one, next: { ...state, began: n, part: at + 1 } })).slice(from);
  });
}

function entity(one: Kept, zone: string): Record<string, unknown> {
  return { '@odata.type': '#microsoft.graph.event', ...eventEntity(one, zone) };
}
