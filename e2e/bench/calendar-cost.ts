import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWLS } from '@owls/policy';
import { ceoOf, eventsIn, leftToDo, putYear } from '../local/calendars.ts';
import { launch } from '../local/launch.ts';
import { addPeople, addReturns, addSchools } from '../local/populate.ts';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';

const YEARS = ['2026-27', '2027-28'] as const;
/** Rare enough that the requests counted are those of the job, not of looking at lists between. */
const HEARTBEAT_SECONDS = 10;

export interface CalendarCost {
  readonly planned: number;
  readonly events: number;
  /** Events made by asking for the same again. */
  readonly again: number;
  readonly graphRequests: number;
  readonly requestsPerEvent: number;
}

/** What it costs in Graph requests to put two years of the sample trust into calendars, everything the service asks counted. */
export async function calendarCost(root: string, tell: (step: string) => void): Promise<CalendarCost> {
  const stateDir = mkdtempSync(join(tmpdir(), 'owls-bench-'));
  const trust = SAMPLE_TRUST;
  const local = await launch({ root, stateDir, trust, heartbeatSeconds: HEARTBEAT_SECONDS, tell });
  try {
    await addPeople(local, trust.people);
    await addSchools(local, trust);
    await addReturns(local, trust, { school: namesOf(false), cohort: namesOf(true) }, tell);
    const ceo = await ceoOf(local, trust);
    tell(`Putting two years of ${trust.schools.length} schools into calendars`);
    const before = (await local.control.traffic()).graph.requests;
    let planned = 0;
    for (const year of YEARS) planned += await putYear(ceo, year, tell);
    const graphRequests = (await local.control.traffic()).graph.requests - before;
    const events = (await eventsIn(local, { from: 2026, to: 2028 })).length;
    let again = 0;
    for (const year of YEARS) again += (await leftToDo(ceo, year)) + (await putYear(ceo, year, tell));
    return {
      planned,
      events,
      again,
      graphRequests,
      requestsPerEvent: Number((graphRequests / planned).toFixed(3)),
    };
  } finally {
    await local.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

function namesOf(cohort: boolean): ReadonlyMap<string, string> {
  const mine = OWLS.soap.measures.filter(({ years }) => (years !== undefined) === cohort);
  return new Map(mine.map(({ key, name }) => [key, name]));
}
