/** A year's plan put into calendars as the CEO does it, and what then stands there, asked of Graph itself. */
import type { PlanView } from '@owls/policy';
import type { Trust } from '../trusts/trust.ts';
import type { Storm } from './control.ts';
import { type Local, siteOf } from './launch.ts';
import { until } from './processes.ts';
import { TabApi } from './tab-api.ts';

const MOST_TRIES = 5;

interface AheadAnswer {
  readonly fingerprint: string;
  readonly total: number;
}
interface Job {
  readonly state: 'running' | 'done' | 'stopped';
  readonly made: number;
  readonly failed: readonly { readonly because: string }[];
  readonly says?: string;
}

/** The CEO, once the service knows them and the trust's schools. */
export async function ceoOf(local: Local, trust: Trust): Promise<TabApi> {
  const id = trust.people.find(({ roles }) => roles.some(({ role }) => role === 'ceo'))?.id;
  if (id === undefined) throw new Error(`Nobody in ${trust.tenant.name} is CEO.`);
  const ceo = new TabApi(local, id);
  return until('the service knows the trust', 120, async () => {
    if ((await ceo.ask('GET', '/me')).status !== 200) return undefined;
    const known = await ceo.call<readonly unknown[]>('GET', '/schools');
    return known.length === trust.schools.length ? ceo : undefined;
  });
}

/** What putting whole years into calendars came to. */
export interface YearsPut {
  /** Meetings that lay ahead in the plans, before anything was put anywhere. */
  readonly planned: number;
  /** Meetings the service says it made. */
  readonly made: number;
  /** Events that Graph says stand there, and how many of them are alike in title and time. */
  readonly events: number;
  readonly doubled: number;
  /** What asking for the same again made or would change. */
  readonly again: number;
  /** Everything the service asked of Graph from the first yes to the last answer; a batch is one. */
  readonly graphRequests: number;
  readonly requestsPerEvent: number;
  readonly seconds: number;
  /** Of so many calls so many went wrong. */
  readonly storm?: { readonly calls: number; readonly hits: number };
}

/**
 * Puts years into calendars, counts through Graph what then stands there, and asks for the same again. A storm rages
 * while they are put there; what it has come to is counted in calm weather.
 */
export async function putYears(
  local: Local,
  ceo: TabApi,
  years: readonly string[],
  tell: (step: string) => void,
  storm?: { readonly seed: number; readonly rate: number },
): Promise<YearsPut> {
  const firsts = years.map((year) => Number(year.slice(0, 4)));
  let planned = 0;
  for (const year of years) {
    const { meetings } = await ceo.call<PlanView>('GET', `/plan/${year}`);
    planned += meetings.filter(({ past }) => !past).length;
  }
  const began = Date.now();
  const before = (await local.control.traffic()).graph.requests;
  if (storm !== undefined) await local.control.storm(storm);
  let made = 0;
  let weather: Storm | undefined;
  try {
    for (const year of years) made += await putYear(ceo, year, tell);
  } finally {
    if (storm !== undefined) weather = await local.control.calm();
  }
  const graphRequests = (await local.control.traffic()).graph.requests - before;
  const seconds = Math.round((Date.now() - began) / 1000);
  const events = await eventsIn(local, { from: Math.min(...firsts), to: Math.max(...firsts) + 1 });
  let again = 0;
  for (const year of years) again += (await leftToDo(ceo, year)) + (await putYear(ceo, year, tell));
  const alike = new Set(events.map(({ subject, start }) => `${subject} ${start.dateTime}`)).size;
  return {
    ...{ planned, made, events: events.length, doubled: events.length - alike, again },
    ...{ graphRequests, requestsPerEvent: Number((graphRequests / made).toFixed(3)), seconds },
    ...(weather === undefined ? {} : { storm: { calls: weather.calls, hits: weather.hits.length } }),
  };
}

/** Whether every planned meeting stands in calendars once, and a second yes did nothing. */
export function stoodOnce({ planned, made, events, doubled, again }: YearsPut): boolean {
  return planned === made && events === made && doubled === 0 && again === 0;
}

/** Answers how many meetings the job made. Throws where the job stopped, or a meeting failed. */
export async function putYear(ceo: TabApi, year: string, tell: (step: string) => void): Promise<number> {
  const total = await sayYes(ceo, year);
  const { made, failed } = await until(`the plan of ${year} stands in calendars`, 900, async () => {
    const { jobs } = await ceo.call<{ readonly jobs: readonly Job[] }>('GET', `/plan/${year}/calendars`);
    const job = jobs.at(-1);
    tell(`Putting ${year} into calendars (${job?.made ?? 0} of ${total})`);
    if (job?.state === 'stopped') throw new Error(job.says ?? 'The job stopped.');
    return job?.state === 'done' ? job : undefined;
  });
  const [first] = failed;
  if (first !== undefined) throw new Error(`${failed.length} meetings are in no calendar: ${first.because}`);
  return made;
}

/** Says yes to what is ahead and answers how much that is. Where it changed meanwhile, looks again, as the refusal says. */
async function sayYes(ceo: TabApi, year: string): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const { fingerprint, total } = await ceo.call<AheadAnswer>('GET', `/plan/${year}/ahead`);
    const { status, body } = await ceo.ask('POST', `/plan/${year}/put-into-calendars`, { fingerprint });
    const { error } = body as { readonly error?: { readonly code: string } };
    // A yes whose answer was lost counts: it is under way.
    if (status === 202 || (tries > 1 && error?.code === 'under-way')) return total;
    if (tries === MOST_TRIES || (status < 500 && error?.code !== 'conflict')) {
      throw new Error(`A yes to ${year} was answered ${status}: ${JSON.stringify(error)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** What a further yes would do: 0 where calendars hold the plan. */
async function leftToDo(ceo: TabApi, year: string): Promise<number> {
  return (await ceo.call<AheadAnswer>('GET', `/plan/${year}/ahead`)).total;
}

export interface StandingEvent {
  readonly id: string;
  readonly subject: string;
  readonly start: { readonly dateTime: string };
}

/** All events of the mailbox that holds the trust's meetings, from an August to another. */
export async function eventsIn(
  local: Local,
  years: { readonly from: number; readonly to: number },
): Promise<readonly StandingEvent[]> {
  const service = siteOf(local, 'service');
  const events: StandingEvent[] = [];
  const span = `startDateTime=${years.from}-08-01T00:00:00Z&endDateTime=${years.to}-08-31T00:00:00Z`;
  let next: string | undefined =
    `/users/${encodeURIComponent(local.place.organiser)}/calendarView?${span}&$top=500&$select=id,subject,start`;
  while (next !== undefined) {
    const page = (await service.graph('GET', next)) as {
      readonly value: readonly StandingEvent[];
      readonly '@odata.nextLink'?: string;
    };
    events.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return events;
}
