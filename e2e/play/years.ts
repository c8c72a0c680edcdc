import { eventsIn, leftToDo, putYear } from '../local/calendars.ts';
import { ownTrust, prepare } from './ground.ts';
import type { Play } from './play.ts';
import { trustWithoutSchools } from './real-trust.ts';

/** What whole years' plans came to in calendars. */
export interface YearsPlayed {
  readonly schools: number;
  /** Meetings the service says it made. */
  readonly made: number;
  /** Events that Graph says stand there, and how many of them are alike in title and time. */
  readonly events: number;
  readonly doubled: number;
  /** What asking for the same again made or would change. */
  readonly again: number;
  readonly graphRequests: number;
  readonly requestsPerEvent: number;
  readonly seconds: number;
}

/** Puts years into the calendars of a trust of its own, made of the government's schools, and asks for the same again. */
export async function playYears(
  given: Pick<Play, 'root' | 'stateDir' | 'files' | 'tell'>,
  years: readonly string[],
): Promise<YearsPlayed> {
  const firsts = years.map((year) => Number(year.slice(0, 4)));
  const trust = trustWithoutSchools(`${Math.min(...firsts)}-08-20T08:00:00Z`);
  const local = await ownTrust(given, trust);
  try {
    const ground = await prepare(local, trust, given.files, given.tell, true);
    const began = Date.now();
    const before = (await local.control.traffic()).graph.requests;
    let made = 0;
    for (const year of years) made += await putYear(ground.ceo, year, given.tell);
    const graphRequests = (await local.control.traffic()).graph.requests - before;
    const seconds = Math.round((Date.now() - began) / 1000);
    const events = await eventsIn(local, { from: Math.min(...firsts), to: Math.max(...firsts) + 1 });
    let again = 0;
    for (const year of years)
      again += (await leftToDo(ground.ceo, year)) + (await putYear(ground.ceo, year, given.tell));
    const alike = new Set(events.map(({ subject, start }) => `${subject} ${start.dateTime}`)).size;
    return {
      ...{ schools: ground.schools.length, made, events: events.length, doubled: events.length - alike, again },
      ...{ graphRequests, requestsPerEvent: Number((graphRequests / made).toFixed(3)), seconds },
    };
  } finally {
    await local.stop();
  }
}
