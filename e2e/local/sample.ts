import { OWLS } from '@owls/policy';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';
import { ceoOf, putYear } from './calendars.ts';
import type { Local } from './launch.ts';
import { marksOf } from './marks.ts';
import { addPeople, addReturns, addSchools, installEverywhere } from './populate.ts';

/** The people meet the app on the morning on which the collection of autumn 2 opens. */
const INSTALLED = '2026-11-30T07:30:00Z';
const OPENED = '2026-11-30T08:20:00Z';
/** The academic year, what is left of which the CEO plans that morning. */
const YEAR = '2026-27';

/** Fills an empty installation with the sample trust: people, two past years, what is left of the year's meetings, the app for all. */
export async function populateSample(local: Local, tell: (step: string) => void): Promise<void> {
  const { measures } = OWLS.soap;
  const names = (cohort: boolean) =>
    new Map(
      measures.filter(({ years }) => (years !== undefined) === cohort).map(({ key, name }) => [key, name] as const),
    );
  tell('Recording people, schools and two past years');
  // Two years' rows were written over two years: what they cost is no matter of this morning's limits.
  await local.control.exempt(local.installation.setupId, true);
  await addPeople(local, SAMPLE_TRUST.people);
  await addSchools(local, SAMPLE_TRUST);
  await local.control.goTo(INSTALLED);
  // The service puts a year into calendars at the pace SharePoint allows it: past returns are typed meanwhile.
  await Promise.all([
    ceoOf(local, SAMPLE_TRUST).then((ceo) => putYear(ceo, YEAR, tell)),
    addReturns(local, SAMPLE_TRUST, { school: names(false), cohort: names(true) }, () => undefined),
  ]);
  await local.control.exempt(local.installation.setupId, false);
  tell('Putting the app before everyone');
  await installEverywhere(local, SAMPLE_TRUST);
  await local.control.goTo(OPENED);
  await local.control.marks(marksOf(OWLS, OPENED));
}
