import type { HalfTerm } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { together } from '../soap/aggregation.ts';
import { latestReturn } from '../soap/kept.ts';
import { tenth } from '../tenth.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Judged, judge, schoolReadings, type TargetReading } from './monitoring.ts';
import type { Target, TargetCell } from './target.ts';
import { cellName, measureOf } from './target-cells.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/** Several readings as one, weighted by pupils. Without a year group: all of a measure's year groups, or whole schools. */
export interface CombinedReading extends TargetCell, Judged {
  readonly schools: number;
}

/** A half term's returns of the trust beside their targets (M23). */
export interface TargetsMonitored {
  readonly schools: readonly TargetReading[];
  /** By year group and measure, then by measure. */
  readonly trust: readonly CombinedReading[];
  /** What is off track, furthest first, the trust's own before its schools'. */
  readonly offTrack: readonly string[];
  /** Schools without a return, and targets not signed off, in sentences. */
  readonly gaps: readonly string[];
}

/**
 * Reads every return of a half term against its targets (M23): of the schools that are in the trust on its last day.
 * `inFull` says of which schools the reader may see small cohorts (M15). Totals hold only what the reader sees, so that
 * nothing hidden can be worked out from them.
 */
export function targetsMonitored(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Pick<Facts, 'returns' | 'schools'>,
  targets: readonly Target[],
  halfTerm: HalfTerm,
  inFull: (urn: string) => boolean,
): TargetsMonitored {
  const members = schoolsOn(facts.schools, halfTerm.to);
  const schools = members.flatMap((school) =>
    schoolReadings(policy, own, facts, targets, school, halfTerm, inFull(school.urn)),
  );
  const byCell = combinedReadings(policy, schools, 'year group');
  const byMeasure = combinedReadings(policy, schools, 'measure');
  // A whole-school measure is the same both ways.
  const trust = [...byCell, ...byMeasure.filter(({ measure }) => measureOf(policy, measure)?.years)];
  return {
    schools,
    trust,
    offTrack: [...offTrack(trust), ...offTrack(schools)],
    gaps: members.flatMap(({ urn, name }) => {
      const unsigned = schools.filter((one) => one.urn === urn && one.progress === 'no target').length;
      return [
        ...(latestReturn(facts, urn, halfTerm.id) ? [] : [`${name} has made no return.`]),
        ...(unsigned === 0
          ? []
          : [`${name} has ${unsigned === 1 ? 'one target' : `${unsigned} targets`} not signed off.`]),
      ];
    }),
  };
}

/** Readings of one school or several as one figure beside one target each, over those with both (M23). */
export function combinedReadings(
  policy: TrustPolicy,
  readings: readonly TargetReading[],
  by: 'year group' | 'measure',
): readonly CombinedReading[] {
  const groups = new Map<string, TargetReading[]>();
  for (const one of readings) {
    const where = by === 'measure' ? one.measure : `${one.measure}/${one.yearGroup ?? ''}`;
    groups.set(where, [...(groups.get(where) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const counted = group.flatMap(({ figure, target, pupils, urn }) =>
      figure === undefined || !target || pupils <= 0 ? [] : [{ figure, ...target, pupils, urn }],
    );
    const [first] = group;
    const measure = first && measureOf(policy, first.measure);
    const over = (which: 'figure' | 'minimum' | 'aspirational') =>
      together(counted.map((one) => ({ value: one[which], pupils: one.pupils })));
    const [figure, minimum, aspirational] = [over('figure'), over('minimum'), over('aspirational')];
    if (!first || !measure || figure.value === undefined) return [];
    const cell = {
      ...(by === 'year group' && first.yearGroup ? { yearGroup: first.yearGroup } : {}),
      measure: first.measure,
    };
    const target = { minimum: tenth(minimum.value ?? 0), aspirational: tenth(aspirational.value ?? 0) };
    const schools = new Set(counted.map(({ urn }) => urn)).size;
    const name = `${cellName(policy, cell)} over ${schools === 1 ? 'one school' : `${schools} schools`}`;
    return [{ ...cell, schools, pupils: figure.pupils, ...judge(measure, name, tenth(figure.value), target) }];
  });
}

function offTrack(readings: readonly Judged[]): readonly string[] {
  return readings
    .filter(({ progress }) => progress === 'off track')
    .sort((one, other) => (other.points ?? 0) - (one.points ?? 0))
    .map(({ says }) => says);
}
