import { type Sight, sightOf } from '../access/sight.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { together, type Weighted, weighted } from '../soap/aggregation.ts';
import { latestReturn, previousReturn } from '../soap/kept.ts';
import type { SoapReturn } from '../soap/return.ts';
import { sameYear } from '../soap/starting-point.ts';
import { tenth } from '../tenth.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { DashboardView, HeatCell } from './views.ts';

interface Standing {
  readonly school: School;
  readonly from: HalfTermId | undefined;
  /** By measure, in the order of the measures. */
  readonly now: readonly Weighted[];
  readonly before: readonly Weighted[];
  readonly figures: Sight['figures'];
}

/** Schools by measure: the latest figure over each school's year groups, weighted by pupils, with its change since the return before in the same academic year. */
export function heatMap(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  schools: readonly School[],
  halfTerm: HalfTermId,
): DashboardView['heatMap'] {
  const measures = policy.soap.measures.filter(({ years, unit }) => years && unit === '%');
  const over = (given: SoapReturn | undefined) => measures.map(({ key }) => weighted(given?.cohorts ?? [], key));
  const standings = schools.map((school): Standing => {
    const latest = latestReturn(facts, school.urn, halfTerm) ?? previousReturn(facts, policy, school.urn, halfTerm);
    const last = latest && previousReturn(facts, policy, school.urn, latest.halfTerm);
    // A new year's year groups are other children: a change from last year's would say nothing.
    const before = last && sameYear(last.halfTerm, latest.halfTerm) ? last : undefined;
    const { figures } = sightOf(policy, person, facts, school.urn);
    return { school, from: latest?.halfTerm, now: over(latest), before: over(before), figures };
  });
  return {
    measures: measures.map(({ key, name }) => ({ key, name })),
    rows: standings.map((standing) => ({
      urn: standing.school.urn,
      name: standing.school.name,
      cells: measures.map(({ key }, place) =>
        isShown(policy, standing, place)
          ? cell(policy, key, standing.now[place], standing.before[place])
          : { measure: key, pupils: standing.now[place]?.pupils ?? 0, hidden: true },
      ),
      from: standing.from,
    })),
    trust: measures.map(({ key }, place) => {
      // With one school's cell hidden, a total over all of them would give it away.
      const shown = standings.filter((standing) => isShown(policy, standing, place));
      const all = (which: 'now' | 'before') => together(shown.map((standing) => standing[which][place]));
      return cell(policy, key, all('now'), all('before'));
    }),
  };
}

/** Whether this reader may see a school's figure: in full always, else where shared and of enough pupils (M15); none has nothing to hide. */
function isShown(policy: TrustPolicy, { now, figures }: Standing, place: number): boolean {
  const figure = now[place];
  if (figures === 'all' || figure?.value === undefined) return true;
  return figures === 'cut' && figure.pupils >= policy.soap.suppressBelow;
}

function cell(policy: TrustPolicy, measure: string, now: Weighted | undefined, before: Weighted | undefined): HeatCell {
  if (now?.value === undefined) return { measure, pupils: now?.pupils ?? 0 };
  return {
    measure,
    value: tenth(now.value),
    pupils: now.pupils,
    ...(before?.value === undefined ? {} : { change: tenth(now.value - before.value) }),
    // Judged as it is read: in whole per cent.
    band: band(policy, Math.round(now.value)),
  };
}

/** The on-track band of a percentage. */
function band(policy: TrustPolicy, value: number): 'strong' | 'secure' | 'concern' {
  const { strong, secure } = policy.soap.bands;
  if (value >= strong) return 'strong';
  return value >= secure ? 'secure' : 'concern';
}
