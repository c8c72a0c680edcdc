import { groupCohorts, groupMeasures, groupsAsked } from '../groups/asked.ts';
import { groupChanges } from '../groups/group-changes.ts';
import { weighted } from '../soap/aggregation.ts';
import { tenth } from '../tenth.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { PageReturns } from './on-a-page-attainment.ts';
import type { OnAPageView } from './on-a-page-view.ts';

/**
 * The pupil groups of a return beside the school as a whole and the last return of the academic year (M13). A group that
 * was not given keeps its row; undefined where none was. Groups of few pupils are hidden as the reader's return has them
 * (M15).
 */
export function pageGroups(
  policy: TrustPolicy,
  school: Pick<School, 'years'>,
  { latest, before }: Pick<PageReturns, 'latest' | 'before'>,
): OnAPageView['groups'] {
  if (!latest) return undefined;
  const { seen, hiddenGroups } = latest;
  if (!seen.groups && hiddenGroups.length === 0) return undefined;
  const measures = groupMeasures(policy);
  const changes = groupChanges(seen, before, policy);
  const cohorts = groupCohorts(policy, seen.cohorts);
  return {
    measures: measures.map(({ key, name }) => ({ key, name })),
    rows: groupsAsked(policy, school).map(({ key, name }) => {
      const row = seen.groups?.find(({ group }) => group === key);
      return {
        group: key,
        name,
        ...(row ? { pupils: row.pupils } : {}),
        ...(hiddenGroups.includes(key) ? { hidden: true as const } : {}),
        cells: measures.map((measure) => {
          const { to, change } = changes.find((one) => one.group === key && one.measure === measure.key) ?? {};
          return {
            measure: measure.key,
            ...(to === undefined ? {} : { figure: to }),
            ...(change === undefined ? {} : { change }),
          };
        }),
      };
    }),
    school: measures.map(({ key }) => {
      const { value } = weighted(cohorts, key);
      return { measure: key, ...(value === undefined ? {} : { figure: tenth(value) }) };
    }),
  };
}
