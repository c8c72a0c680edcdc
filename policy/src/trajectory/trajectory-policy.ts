import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { key, text, whole } from '../policy-values.ts';

const points = z
  .number({ error: 'must be a number of points from 0 to 50.' })
  .min(0, { error: 'must be 0 or more.' })
  .max(50, { error: 'must be 50 or less.' });
const share = z
  .number({ error: 'must be a share from 0 to 1.' })
  .min(0, { error: 'must be 0 or more.' })
  .max(1, { error: 'must be 1 or less.' });

/**
 * What the trajectory of a target rests on (M23): how far schools lie apart and move from year to year. Points are
 * percentage points of a figure near 50%; towards 0% and 100% the same spread is fewer points.
 */
export const TrajectoryPolicyShape = z.strictObject({
  /** Measures it is drawn for: shares of pupils. Other figures move in another way. */
  measures: z.array(key, { error: 'must be a list of measures; it can be empty.' }),
  /** Results of as many years before this one count; older ones say little of the school today. */
  pastYears: whole(1, 10),
  spread: z.strictObject({
    /** Points by which schools typically differ from England, year after year. */
    level: points,
    /** Points by which a school typically moves from year to year beyond what chance in the cohort explains. */
    change: points,
    /** How many times the variance of independent pupils a cohort has. */
    cohort: z.number({ error: 'must be a number from 0.1 to 5.' }).min(0.1, { error: 'must be 0.1 or more.' }).max(5, {
      error: 'must be 5 or less.',
    }),
  }),
  returns: z.strictObject({
    /** Points by which what a school says it is on track for typically misses, whatever the cohort. */
    judgement: points,
    /** The share of the chance in a cohort that is still open at the year's first return, and at its last. */
    openAtFirst: share,
    openAtLast: share,
  }),
  /** Where the figures come from. */
  source: text,
});
export type TrajectoryPolicy = z.infer<typeof TrajectoryPolicyShape>;

/** Where the values contradict each other, or `measures` names what isn't among the percentages of the return. */
export function trajectoryDisagreements(
  own: TrajectoryPolicy,
  percentages: readonly string[] | undefined,
): readonly PolicyFault[] {
  return [
    ...(own.returns.openAtLast > own.returns.openAtFirst
      ? [fault('returns.openAtLast', 'is above openAtFirst: the later return leaves less open.')]
      : []),
    ...(percentages
      ? own.measures.flatMap((measure, at) =>
          percentages.includes(measure)
            ? []
            : [
                fault(
                  `measures[${at}]`,
                  `${measure} is no percentage of the return: name one of ${percentages.join(', ')}.`,
                ),
              ],
        )
      : []),
  ];
}

function fault(place: string, says: string): PolicyFault {
  return { place: `targets.trajectory.${place}`, says };
}
