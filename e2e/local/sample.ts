import { OWLS } from '@owls/policy';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';
import type { Local } from './launch.ts';
import { marksOf } from './marks.ts';
import { addHistory, addPeople, installEverywhere } from './populate.ts';
import { planMeetings } from './tab-api.ts';

/** The people meet the app on the morning on which the collection of autumn 2 opens. */
const INSTALLED = '2026-11-30T07:30:00Z';
const OPENED = '2026-11-30T08:20:00Z';

/** Fills an empty installation with the sample trust: people, two past years, the year's meetings, the app for all. */
export async function populateSample(local: Local, tell: (step: string) => void): Promise<void> {
  const { measures } = OWLS.soap;
  const names = (cohort: boolean) =>
    new Map(
      measures.filter(({ years }) => (years !== undefined) === cohort).map(({ key, name }) => [key, name] as const),
    );
  tell('Recording people and roles');
  // Two years' rows were written over two years: what they cost is no matter of this morning's limits.
  await local.control.exempt(local.installation.setupId, true);
  await addPeople(local, SAMPLE_TRUST.people);
  await addHistory(local, SAMPLE_TRUST, { school: names(false), cohort: names(true) }, tell);
  await local.control.exempt(local.installation.setupId, false);
  tell('Putting the year’s meetings into calendars');
  await planMeetings(local, SAMPLE_TRUST);
  await local.control.goTo(INSTALLED);
  tell('Putting the app before everyone');
  await installEverywhere(local, SAMPLE_TRUST);
  await local.control.goTo(OPENED);
  await local.control.marks(marksOf(OWLS, OPENED));
}
