import { access } from '../access/access.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { weighted } from '../soap/aggregation.ts';
import { latestReturn, previousReturn } from '../soap/kept.ts';
import type { Cohort, SoapReturn } from '../soap/return.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { DashboardView, HeatCell } from './views.ts';

interface Standing {
  readonly school: School;
  readonly latest: SoapReturn | undefined;
  readonly before: SoapReturn | undefined;
  readonly inFull: boolean;
}

/** Schools by measure: the latest figure over each school's year groups, weighted by pupils, with its change since the return before. */
export function heatMap(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  schools: readonly School[],
  halfTerm: HalfTermId,
): DashboardView['heatMap'] {
  const measures = policy.soap.measures.filter(({ years, unit }) => years && unit === '%');
  const standings = schools.map((school): Standing => {
    const latest = latestReturn(facts, school.urn, halfTerm) ?? previousReturn(facts, policy, school.urn, halfTerm);
    const before = latest && previousReturn(facts, policy, school.urn, latest.halfTerm);
    return { school, latest, before, inFull: access(person, 'soap.read', facts, { urn: school.urn }).allowed };
  });
  return {
    measures: measures.map(({ key, name }) => ({ key, name })),
    rows: standings.map(({ school, latest, before, inFull }) => ({
      urn: school.urn,
      name: school.name,
      cells: measures.map((measure) =>
        cell(policy, measure, latest?.cohorts ?? [], before?.cohorts ?? [], inFull ? 0 : policy.soap.suppressBelow),
      ),
      from: latest?.halfTerm,
    })),
    trust: measures.map((measure) => trustCell(policy, measure, standings)),
  };
}

/** Over all schools whose own cell is shown to this reader: with a hidden one among them the total would give it away. */
function trustCell(policy: TrustPolicy, measure: Measure, standings: readonly Standing[]): HeatCell {
  const shown = standings.filter(
    ({ latest, inFull }) => inFull || weighted(latest?.cohorts ?? [], measure.key).pupils >= policy.soap.suppressBelow,
  );
  return cell(
    policy,
    measure,
    shown.flatMap(({ latest }) => latest?.cohorts ?? []),
    shown.flatMap(({ before }) => before?.cohorts ?? []),
    0,
  );
}

function cell(
  policy: TrustPolicy,
  measure: Measure,
  cohorts: readonly Cohort[],
  before: readonly Cohort[],
  hideBelow: number,
): HeatCell {
  const { value, pupils } = weighted(cohorts, measure.key);
  if (value === undefined) return { measure: measure.key, pupils };
  if (pupils < hideBelow) return { measure: measure.key, pupils, hidden: true };
  const then = weighted(before, measure.key).value;
  return {
    measure: measure.key,
    value: tenth(value),
    pupils,
    ...(then === undefined ? {} : { change: tenth(value - then) }),
    band: band(policy, value),
  };
}

/** The on-track band of a percentage. */
export function band(policy: TrustPolicy, value: number): 'strong' | 'secure' | 'concern' {
  const { strong, secure } = policy.soap.bands;
  if (value >= strong) return 'strong';
  return value >= secure ? 'secure' : 'concern';
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
