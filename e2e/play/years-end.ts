import { type HalfTermId, halfTerms, type SchoolView, sameYear } from '@owls/policy';
import { eachOf } from './crowd.ts';
import type { Ground } from './ground.ts';
import { PUBLISHED_YEAR } from './head.ts';

/**
 * After the last half term of an academic year the returned figures have to stand where the published results are, to
 * the nearest pupil: what heads typed half term by half term is what the school's page shows. One sentence a fault.
 */
export async function faultsAtYearsEnd(ground: Ground, halfTerm: HalfTermId): Promise<readonly string[]> {
  const ofYear = halfTerms(ground.policy).filter(({ id }) => sameYear(id, halfTerm));
  if (ofYear.at(-1)?.id !== halfTerm) return [];
  const faults: string[] = [];
  await eachOf(ground.schools, 4, async ({ urn, name }) => {
    const { latest, results } = await ground.ceo.call<SchoolView>('GET', `/schools/${urn}`);
    if (latest?.halfTerm !== halfTerm) return void faults.push(`${name}: no figures of ${halfTerm} on its page.`);
    const cohort = latest.cohorts.find((one) => one.year === PUBLISHED_YEAR);
    const published = results[0]?.expected.reading;
    if (cohort === undefined || published === undefined || !('value' in published)) return;
    const shown = cohort.figures.reading;
    const onePupil = 100 / Math.max(1, cohort.pupils);
    if (shown === undefined || Math.abs(shown - published.value) > onePupil / 2 + 0.1)
      faults.push(`${name}: reading in ${PUBLISHED_YEAR} stands at ${shown}, published are ${published.value}.`);
  });
  return faults;
}
