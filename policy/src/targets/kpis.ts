import type { HalfTerm } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { together, weighted } from '../soap/aggregation.ts';
import { latestReturn } from '../soap/kept.ts';
import { suppressed } from '../soap/suppression.ts';
import { tenth } from '../tenth.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { spoken } from './monitoring.ts';
import { betterBy } from './target.ts';
import { measureOf } from './target-cells.ts';
import type { Kpi, TargetsPolicy } from './targets-policy.ts';

/** A key performance indicator beside the trust's figure of a half term (M22). */
export interface KpiReading {
  readonly kpi: Kpi;
  /** In per cent, to a tenth, weighted by pupils; undefined where no return holds it. */
  readonly figure?: number;
  /** Points beyond the value; negative where it is not reached. */
  readonly points?: number;
  readonly pupils: number;
  readonly says: string;
}

/** The trust's KPIs read from a half term's returns (M22), over what the reader may see of small cohorts (M15). */
export function kpiReadings(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Pick<Facts, 'returns' | 'schools'>,
  halfTerm: HalfTerm,
  inFull: (urn: string) => boolean,
): readonly KpiReading[] {
  const returns = schoolsOn(facts.schools, halfTerm.to).flatMap(
    ({ urn }) => latestReturn(facts, urn, halfTerm.id) ?? [],
  );
  return own.kpis.flatMap((kpi) => {
    const measure = measureOf(policy, kpi.measure);
    if (!measure) return [];
    const years = kpi.years ?? measure.years;
    const { value, pupils } = together(
      returns.map(({ urn, cohorts, school }) => {
        if (years) {
          const shown = inFull(urn) ? cohorts : suppressed(policy, cohorts).cohorts;
          return weighted(
            shown.filter(({ year }) => years.includes(year)),
            kpi.measure,
          );
        }
        const all = cohorts.reduce((sum, one) => sum + one.pupils, 0);
        const figure = school[kpi.measure];
        return figure === undefined || (!inFull(urn) && all < policy.soap.suppressBelow)
          ? undefined
          : { value: figure, pupils: all };
      }),
    );
    if (value === undefined) return [{ kpi, pupils, says: `${kpi.name}: no return holds it.` }];
    const figure = tenth(value);
    const points = betterBy(measure, figure, kpi.value);
    const beside = points >= 0 ? 'reached' : `${spoken(-points)} short`;
    return [
      { kpi, figure, points, pupils, says: `${kpi.name}: ${figure}%, ${beside} (${kpi.direction} ${kpi.value}%).` },
    ];
  });
}
