import { putYears, type YearsPut } from '../local/calendars.ts';
import { ownTrust, prepare } from './ground.ts';
import type { Play } from './play.ts';
import { trustWithoutSchools } from './real-trust.ts';

/** What whole years' plans of so many schools came to in calendars. */
export type YearsPlayed = YearsPut & { readonly schools: number };

/** Puts years into the calendars of a trust of its own, made of the government's schools, and asks for the same again. */
export async function playYears(
  given: Pick<Play, 'root' | 'stateDir' | 'files' | 'licences' | 'tell' | 'storm'>,
  years: readonly string[],
): Promise<YearsPlayed> {
  const first = Math.min(...years.map((year) => Number(year.slice(0, 4))));
  const trust = trustWithoutSchools(`${first}-08-20T08:00:00Z`);
  const local = await ownTrust(given, trust);
  try {
    const ground = await prepare(local, trust, given.files, given.tell, true);
    const put = await putYears(local, ground.ceo, years, given.tell, given.storm);
    return { schools: ground.schools.length, ...put };
  } finally {
    await local.stop();
  }
}
