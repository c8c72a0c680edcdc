import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { headOf } from '../access/roles.ts';
import { type Sight, sightOf } from '../access/sight.ts';
import { academicYearAt } from '../calendar/academic-calendar.ts';
import { termOf } from '../categorisation/agreement.ts';
import { judgementsOf } from '../categorisation/kept.ts';
import type { Facts } from '../facts.ts';
import { groupMeasures, groupsAsked } from '../groups/asked.ts';
import { weighted } from '../soap/aggregation.ts';
import { returnsOf } from '../soap/kept.ts';
import { measuresFor } from '../soap/measures.ts';
import type { Figures, SoapReturn } from '../soap/return.ts';
import { tenth } from '../tenth.ts';
import { trajectories } from '../trajectory/trajectory.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { agreementView } from './agreement.ts';
import { seenReturn } from './seen-return.ts';
import type { SchoolView } from './views.ts';
import { withheldFrom } from './withheld.ts';

/**
 * A school's page. Those who may read its returns see all of it; others what the trust shares (M1), figures only with
 * small cohorts hidden (M15). Undefined where there is nothing to see: unknown and forbidden look alike.
 */
export function schoolView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  now: Temporal.Instant,
): SchoolView | undefined {
  const school = schoolOf(facts, urn);
  if (!school || !access(policy, person, 'school.read', facts, { urn }).allowed) return undefined;
  const sight = sightOf(policy, person, facts, urn);
  const seesReturns = sight.figures !== 'none' || sight.comment;
  const cut = seesReturns ? returnsOf(facts, policy, urn).map((one) => seenReturn(policy, one, sight)) : [];
  const shown = cut.map(({ seen }) => seen);
  const [latest, previous] = shown.slice(-2).reverse();
  const head = headOf(facts, urn);
  const year = academicYearAt(policy, now);
  const agreement = sight.categories === 'all' ? newestAgreement(policy, facts, person, urn) : undefined;
  return {
    asOf: now.toString(),
    school,
    ...(head ? { head } : {}),
    ...(latest ? { latest } : {}),
    ...(previous ? { previous } : {}),
    history:
      sight.figures === 'none' ? [] : shown.map((one) => ({ halfTerm: one.halfTerm, figures: overYears(policy, one) })),
    categories: history(policy, facts, urn, sight),
    ...(agreement ? { agreement } : {}),
    results: facts.results.filter((result) => result.urn === urn).sort((a, b) => (a.year < b.year ? -1 : 1)),
    // What is heading where would tell an outsider more of a small cohort than the figures they may see (M1, M15).
    trajectories:
      year && sight.figures === 'all'
        ? trajectories(policy, facts, facts.records?.targets?.targets ?? [], school, year)
        : [],
    measures: measuresFor(policy, school).map(({ key, name, unit, years }) => ({
      key,
      name,
      unit,
      ...(years ? { years } : {}),
    })),
    groups: groupsAsked(policy, school).map(({ key, name }) => ({
      key,
      name,
      ...(cut.at(-1)?.hiddenGroups.includes(key) ? { hidden: true } : {}),
    })),
    groupMeasures: groupMeasures(policy).map(({ key }) => key),
    hidden: [...new Set(cut.flatMap(({ hidden }) => hidden))],
    inFull: access(policy, person, 'soap.read', facts, { urn }).allowed,
    recordsOpen: access(policy, person, 'records.read', facts, { urn }).allowed,
    withheld: withheldFrom(sight),
  };
}

/** Of the newest term with a validated category. */
function newestAgreement(policy: TrustPolicy, facts: Facts, person: Person, urn: string): SchoolView['agreement'] {
  const newest = judgementsOf(facts, policy, urn).findLast(({ validated }) => validated !== undefined);
  const term = newest && termOf(policy, newest.halfTerm);
  return term && agreementView(policy, facts, person, urn, term);
}

function overYears(policy: TrustPolicy, one: SoapReturn): Figures {
  const figures: Record<string, number> = { ...one.school };
  for (const { key, years } of policy.soap.measures) {
    const value = years && weighted(one.cohorts, key).value;
    if (value !== undefined) figures[key] = tenth(value);
  }
  return figures;
}

function history(policy: TrustPolicy, facts: Facts, urn: string, { categories }: Sight): SchoolView['categories'] {
  if (categories === 'none') return [];
  return judgementsOf(facts, policy, urn).flatMap(({ halfTerm, validated, proposed }) => {
    if (!validated) return [];
    const why = categories === 'all' ? (validated.why ?? proposed?.because) : undefined;
    return [
      {
        halfTerm,
        category: validated.category,
        by: nameOf(facts, validated.by),
        at: validated.at,
        ...(why ? { why } : {}),
      },
    ];
  });
}
