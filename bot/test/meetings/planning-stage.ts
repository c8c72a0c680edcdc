/** A trust of three schools whose CEO plans the year: over real lists, with a mailbox of its own for its meetings. */
import { randomUUID } from 'node:crypto';
import type { Person, PlanView, TrustPolicy } from '@owls/policy';
import { z } from 'zod';
import type { Graph } from '../../src/m365/graph.ts';
import { putIntoCalendars } from '../../src/meetings/events.ts';
import { fillCalendars } from '../../src/meetings/fill-calendars.ts';
import { freeBusy } from '../../src/meetings/free-busy.ts';
import { OutlookWatch } from '../../src/meetings/outlook-watch.ts';
import type { OpenWorld } from '../../src/store/open-world.ts';
import { personFields, roleFields } from '../../src/trust/rows.ts';
import { asking, webOf } from '../api-door.ts';
import { control, graphAs, makePlace, PEOPLE, type Place, TENANT_ID, typeTrust } from '../tenant.ts';

export const YEAR = '2026-27';
/** Somebody else who plans. */
export const OFFICE: Person = {
  id: '00000000-0000-4000-8000-000000000077',
  name: 'Iris Fell',
  email: 'iris.fell@owls.example',
  roles: [{ role: 'central-team', scope: { kind: 'trust' } }],
};
const going = new AbortController().signal;

const Job = z.object({
  key: z.string(),
  state: z.string(),
  total: z.number(),
  made: z.number(),
  changed: z.number(),
  takenOut: z.number(),
  failed: z.array(z.object({ key: z.string(), because: z.string(), todo: z.string() })),
  says: z.string().optional(),
});
const Jobs = z.object({ jobs: z.array(Job) });
const AheadAnswer = z.object({
  fingerprint: z.string(),
  total: z.number(),
  add: z.array(z.object({ key: z.string(), start: z.string() })),
  change: z.array(z.object({ to: z.object({ key: z.string(), attendees: z.array(z.string()), start: z.string() }) })),
  takeOut: z.array(z.object({ key: z.string() })),
});
const Events = z.array(
  z.object({
    id: z.string(),
    subject: z.string(),
    start: z.object({ dateTime: z.string() }),
    organizer: z.object({ emailAddress: z.object({ address: z.string() }) }),
    attendees: z.array(z.object({ emailAddress: z.object({ address: z.string() }) })),
    categories: z.array(z.string()),
    isOnlineMeeting: z.boolean(),
    reminderMinutesBeforeStart: z.number(),
  }),
);
type ShownEvent = z.infer<typeof Events>[number];

export interface PlanningStage {
  readonly place: Place;
  readonly world: OpenWorld;
  readonly organiser: string;
  /** The same trust once another policy holds. */
  under(policy: TrustPolicy): Promise<PlanningStage>;
  ask(method: string, path: string, body?: unknown, person?: Person): Promise<Response>;
  plan(): Promise<PlanView>;
  ahead(times?: 'keep' | 'plan'): Promise<z.infer<typeof AheadAnswer>>;
  /** Says yes to what is ahead; the job is then carried out by {@link fill}. */
  agree(times?: 'keep' | 'plan', person?: Person): Promise<Response>;
  fill(world?: OpenWorld, stop?: AbortSignal): Promise<void>;
  /** Says yes and carries it out; the last job. */
  put(times?: 'keep' | 'plan'): Promise<z.infer<typeof Job>>;
  lastJob(): Promise<z.infer<typeof Job>>;
  /** What of this trust stands in the organiser's mailbox, or another's, asked of the sandbox itself. */
  events(person?: string): Promise<readonly ShownEvent[]>;
  /** What a beat takes in from Outlook. */
  look(): Promise<void>;
  /** As {@link look}, by a process that has just started. */
  lookAnew(): Promise<void>;
  /** The rest of a beat: meetings put back are made. */
  beat(): Promise<void>;
  /** Takes a row out by hand. */
  remove(list: string, id: string): Promise<void>;
  /** What somebody does in their own calendar. */
  answer(person: string, eventId: string, how: 'accept' | 'decline'): Promise<void>;
  book(person: string, start: string, end: string): Promise<void>;
  /** Graph as the service itself, to do by hand what a person would do in the organiser's Outlook. */
  byHand(method: 'PATCH' | 'DELETE' | 'POST', path: string, body?: object): Promise<void>;
}

export async function planningStage(options: { policy?: TrustPolicy } = {}): Promise<PlanningStage> {
  const organiser = randomUUID();
  const place = await makePlace({ ...options, organiser });
  await typeTrust(place);
  await place.type('People', [personFields(OFFICE)]);
  await place.type(
    'Roles',
    OFFICE.roles.map((held) => roleFields({ person: OFFICE.id, held }, OFFICE.name)),
  );
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
    users: [
      { id: organiser, displayName: 'Meetings', userPrincipalName: `m-${organiser}@owls.example`, mail: null },
      ...[...Object.values(PEOPLE), OFFICE].map(({ id, name, email }) => ({
        ...{ id, displayName: name, userPrincipalName: email, mail: email },
      })),
    ],
  });
  return stageOn(place, organiser, await peoplesOutlook(), await place.open());
}

/** The stage as this instance of the service has it. */
function stageOn(place: Place, organiser: string, outlook: Graph, world: OpenWorld): PlanningStage {
  const { timeZone } = place.policy.trust;
  const web = webOf(
    world,
    () => undefined,
    {},
    (people, from, to) => freeBusy(world.graph, organiser, people, { from, to, timeZone }),
  );
  const watch = new OutlookWatch(organiser);
  const config = { organiser, endpoint: 'https://owls.example' };

  const stage: PlanningStage = {
    ...{ place, world, organiser },
    under: async (policy) => stageOn(place, organiser, outlook, await place.open(policy)),
    ask: async (method, path, body, person = PEOPLE.ceo) => (await asking(web, person))(method, path, body),
    plan: async () => (await read(stage.ask('GET', `/api/plan/${YEAR}`), 200)) as PlanView,
    ahead: async (times = 'keep') =>
      AheadAnswer.parse(await read(stage.ask('GET', `/api/plan/${YEAR}/ahead?times=${times}`), 200)),
    agree: async (times = 'keep', person = PEOPLE.ceo) => {
      const { fingerprint } = await stage.ahead(times);
      return stage.ask('POST', `/api/plan/${YEAR}/put-into-calendars`, { fingerprint, times }, person);
    },
    fill: (other = world, stop = going) => fillCalendars(other, other.graph, config, stop),
    put: async (times = 'keep') => {
      await read(stage.agree(times), 202);
      await stage.fill();
      return stage.lastJob();
    },
    lastJob: async () => {
      const { jobs } = Jobs.parse(await read(stage.ask('GET', `/api/plan/${YEAR}/calendars`), 200));
      const last = jobs.at(-1);
      if (last === undefined) throw new Error('no job');
      return last;
    },
    events: async (person = organiser) =>
      Events.parse(
        await control('GET', `/api/users/${person}/calendar?start=2026-08-01T00:00:00Z&end=2028-09-01T00:00:00Z`),
      ).filter(({ organizer }) => organizer.emailAddress.address.includes(organiser)),
    look: async () => {
      await world.refresh();
      await watch.look(world, world.graph);
    },
    lookAnew: async () => {
      await world.refresh();
      await new OutlookWatch(organiser).look(world, world.graph);
    },
    beat: async () => {
      await putIntoCalendars(world, world.graph, config, going);
    },
    remove: async (list, id) => {
      await place.byHand.send({ method: 'DELETE', url: `${await place.listPath(list)}/items/${id}` });
    },
    answer: async (person, eventId, how) => {
      const url = `/users/${person}/events/${eventId}/${how}`;
      await outlook.send({ method: 'POST', url, body: { sendResponse: true } });
    },
    book: async (person, start, end) => {
      const time = (dateTime: string) => ({ dateTime: `${dateTime}:00`, timeZone });
      const body = { subject: 'Away', start: time(start), end: time(end) };
      await outlook.send({ method: 'POST', url: `/users/${person}/events`, body });
    },
    byHand: async (method, path, body) => {
      await world.graph.send({ method, url: `/users/${organiser}${path}`, ...(body ? { body } : {}) });
    },
  };
  return stage;
}

/** Graph as people's own Outlook: an app that was consented to for all calendars, unlike the service. */
async function peoplesOutlook(): Promise<Graph> {
  const app = { id: randomUUID(), displayName: 'Outlook', secret: 'outlook-secret', roles: ['Calendars.ReadWrite'] };
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
    apps: [app],
  });
  return graphAs(app.id, app.secret);
}

/** The body of an answer with this status; throws with what came instead. */
export async function read(answer: Promise<Response>, status: number): Promise<unknown> {
  const response = await answer;
  const text = await response.text();
  if (response.status !== status) throw new Error(`expected ${status}, got ${response.status}: ${text}`);
  return JSON.parse(text);
}
