import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWLS } from '@owls/policy';
import { ceoOf, putYears, type YearsPut } from '../local/calendars.ts';
import { type Launch, launch } from '../local/launch.ts';
import { addPeople, addReturns, addSchools } from '../local/populate.ts';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';

const YEARS = ['2026-27', '2027-28'] as const;
/** Rare enough that the requests counted are those of the job, not of looking at lists between. */
const HEARTBEAT_SECONDS = 10;

type Storm = Parameters<typeof putYears>[4];

/** What it costs in Graph requests to put two years of the sample trust into calendars, everything the service asks counted. */
export async function calendarCost(root: string, tell: (step: string) => void): Promise<YearsPut> {
  const stateDir = mkdtempSync(join(tmpdir(), 'owls-bench-'));
  try {
    return await sampleYears({ root, stateDir, tell, heartbeatSeconds: HEARTBEAT_SECONDS });
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** The sample trust's plans of 2026-27 and 2027-28 in calendars, through a storm where one is given. */
export async function sampleYears(
  { tell, ...given }: Omit<Launch, 'trust'> & { readonly tell: (step: string) => void },
  storm?: Storm,
): Promise<YearsPut> {
  const trust = SAMPLE_TRUST;
  const local = await launch({ ...given, trust, tell });
  try {
    await addPeople(local, trust.people);
    await addSchools(local, trust);
    await addReturns(local, trust, { school: namesOf(false), cohort: namesOf(true) }, tell);
    const ceo = await ceoOf(local, trust);
    tell(`Putting two years of ${trust.schools.length} schools into calendars`);
    return await putYears(local, ceo, YEARS, tell, storm);
  } finally {
    await local.stop();
  }
}

function namesOf(cohort: boolean): ReadonlyMap<string, string> {
  const mine = OWLS.soap.measures.filter(({ years }) => (years !== undefined) === cohort);
  return new Map(mine.map(({ key, name }) => [key, name]));
}
