import { type Concern, levelReached } from '../concerns/concern.ts';
import type { ConcernsPolicy, ExtraDatum } from '../concerns/concerns-policy.ts';
import { requiredProcedure } from '../concerns/procedure.ts';
import { schoolStanding } from '../concerns/school-standing.ts';
import type { Facts } from '../facts.ts';
import { measuresFor } from '../soap/measures.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';

/** That a school causes concern, how much, and since when. */
export interface CausingConcern {
  /** The level of the policy whose extra data is asked; 1 is the mildest. */
  readonly level: number;
  /** ISO date. */
  readonly since: string;
  readonly because: string;
}

/**
 * Whether a school causes concern (M19, M37): by its open concerns at the highest level they reached, or, where none is
 * on record, by its grade or category at the level the policy gives those. Undefined where neither is so.
 */
export function causingConcern(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  facts: Pick<Facts, 'judgements' | 'records'>,
  school: School,
): CausingConcern | undefined {
  const open = (facts.records?.concerns?.concerns ?? []).filter((one) => one.urn === school.urn && !one.closed);
  const worst = open.reduce<Concern | undefined>(
    (most, one) => (most && levelReached(most).level >= levelReached(one).level ? most : one),
    undefined,
  );
  if (worst) {
    const { level, on, why } = levelReached(worst);
    return { level, since: on, because: why };
  }
  const { procedure, since, why } = requiredProcedure(own, school, schoolStanding(policy, facts, school));
  const level = procedure === undefined ? 0 : own.withoutRecord[procedure];
  return level === 0 ? undefined : { level, since, because: why.because.join(' ') };
}

/** What is asked of a school at a level, with the measures that mean something for it. */
export function extraDataOf(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  school: Pick<School, 'years'>,
  level: number,
): readonly { readonly item: ExtraDatum; readonly measures: readonly Measure[] }[] {
  const known = measuresFor(policy, school);
  return (own.levels[level - 1]?.extraData ?? []).flatMap((item) => {
    const measures = item.measures.flatMap((key) => known.filter((measure) => measure.key === key));
    return measures.length === 0 ? [] : [{ item, measures }];
  });
}
