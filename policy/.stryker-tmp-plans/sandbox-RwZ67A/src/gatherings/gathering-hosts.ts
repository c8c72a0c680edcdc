// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';
import { hostsOf } from '../meetings/hosts.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { demandsOf } from './demand.ts';
import type { GatheringFacts } from './gathering.ts';
import type { GatheringsPolicy } from './gatherings-policy.ts';
import type { Placed } from './placed.ts';

/** Hosts in turn, over all rotating gatherings of the trust and over all those of a cluster; a new year goes on. */
export function hostsOfAll(
  policy: TrustPolicy,
  own: GatheringsPolicy,
  facts: GatheringFacts,
  year: AcademicYear,
  placed: readonly Placed[],
): ReadonlyMap<Placed, School> {
  const gatherings = own.gatherings.filter((definition) => definition.place === 'rotating');
  const earlier = policy.calendar.years
    .filter((one) => one.year < year)
    .flatMap((one) => demandsOf(policy, { gatherings }, facts, one.year));
  const hosts = new Map<Placed, School>();
  const rotating = placed.filter(({ demand }) => demand.definition.place === 'rotating');
  for (const pool of new Set(rotating.map(({ demand }) => demand.whose.cluster))) {
    const mine = rotating.filter(({ demand }) => demand.whose.cluster === pool);
    const schools = facts.schools.filter(({ cluster }) => pool === undefined || cluster === pool);
    const before =
      earlier.filter(({ whose }) => whose.cluster === pool).length +
      (facts.fixed ?? []).filter(
        (one) => one.year === year && one.cluster === pool && gatherings.some(({ kind }) => kind === one.kind),
      ).length;
    hostsOf(
      mine.map(({ date }) => date),
      schools,
      before,
    ).forEach((host, index) => {
      const one = mine[index];
      if (one && host) hosts.set(one, host);
    });
  }
  return hosts;
}
