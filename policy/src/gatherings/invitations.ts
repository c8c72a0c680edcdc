import { roleWords } from '../access/role-words.ts';
import { belongs } from '../trust/belonging.ts';
import type { Role, Scope } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { GatheringFacts } from './gathering.ts';
import type { GatheringDefinition } from './gatherings-policy.ts';

/** Whose meeting it is: a school's, a cluster's, or the trust's where neither is named. */
export interface Whose {
  readonly school?: School;
  readonly cluster?: string;
}
export interface Invited {
  /** Person ids, the chair first, each once. */
  readonly people: readonly string[];
  /** Who minutes it, where that is not the chair. */
  readonly recorder?: string;
  /** What nobody is on record for, in sentences. */
  readonly vacant: readonly string[];
}
interface Holder {
  readonly id: string;
  readonly scope: Scope;
}
/** Holders of a role on a date, and where to find them: a year of hundreds of schools asks tens of thousands of times. */
interface Holders {
  readonly all: readonly Holder[];
  readonly ofTrust: readonly Holder[];
  readonly ofSchool: ReadonlyMap<string, readonly Holder[]>;
  /** Those with the cluster for their scope, and those with one of its schools. */
  readonly inCluster: ReadonlyMap<string, readonly Holder[]>;
}

/** Who is invited to a meeting on a date (M1): asked of one reading of the people, as often as planning needs it. */
export function invitations(
  facts: Pick<GatheringFacts, 'schools' | 'people'>,
): (definition: GatheringDefinition, whose: Whose, date: string) => Invited {
  const schools = new Map(facts.schools.map((school) => [school.urn, school]));
  const holders = new Map<Role, Holder[]>();
  for (const { id, roles } of [...facts.people].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    for (const { role, scope } of roles) holders.set(role, [...(holders.get(role) ?? []), { id, scope }]);
  }
  const cluster = (whose: Whose) => whose.school?.cluster || whose.cluster;

  const clusterOf = (scope: Scope) =>
    scope.kind === 'school' ? schools.get(scope.urn)?.cluster : scope.kind === 'cluster' ? scope.cluster : undefined;

  const held = new Map<string, Holders>();
  /** Holders on a date: the head of a school that has left is not invited as its head. */
  const holding = (role: Role, date: string): Holders => {
    const known = held.get(`${role}/${date}`);
    if (known) return known;
    const all = (holders.get(role) ?? []).filter(({ scope }) => {
      if (scope.kind !== 'school') return true;
      const school = schools.get(scope.urn);
      return school !== undefined && belongs(school, date);
    });
    const found = {
      all,
      ofTrust: all.filter(({ scope }) => scope.kind === 'trust'),
      ofSchool: grouped(all, ({ scope }) => (scope.kind === 'school' ? scope.urn : undefined)),
      inCluster: grouped(all, ({ scope }) => clusterOf(scope)),
    };
    held.set(`${role}/${date}`, found);
    return found;
  };

  /** The holder nearest to the meeting: its school's, its cluster's, the trust's. */
  const nearest = (roles: readonly Role[], whose: Whose, date: string, except: readonly string[]) => {
    const free = ({ id }: Holder) => !except.includes(id);
    for (const role of roles) {
      const { all, ofTrust, ofSchool, inCluster } = holding(role, date);
      const found =
        ofSchool.get(whose.school?.urn ?? '')?.find(free) ??
        inCluster.get(cluster(whose) ?? '')?.find((one) => one.scope.kind === 'cluster' && free(one)) ??
        ofTrust.find(free) ??
        (whose.school || whose.cluster ? undefined : all.find(free));
      if (found) return found.id;
    }
    return undefined;
  };

  const inScope = (role: Role, within: 'own school' | 'cluster' | 'trust', whose: Whose, date: string) => {
    const { all, ofSchool, inCluster } = holding(role, date);
    if (within === 'trust') return all;
    if (within === 'own school') return ofSchool.get(whose.school?.urn ?? '') ?? [];
    return inCluster.get(cluster(whose) ?? '') ?? [];
  };

  return (definition, whose, date) => {
    // Nobody chairs the meeting about the school they head: that is what the second pair of eyes is for.
    const own = inScope('head', 'own school', whose, date).map(({ id }) => id);
    const chair = nearest(definition.chair, whose, date, own);
    const present =
      definition.rhythm === 'governors termly' ? nearest(definition.present, whose, date, own) : undefined;
    const others = definition.attendees.map(({ role, scope }) => ({
      role,
      found: inScope(role, scope, whose, date),
    }));
    const people = new Set([
      ...(chair ? [chair] : []),
      ...(present ? [present] : []),
      ...others.flatMap(({ found }) => found.map(({ id }) => id)),
    ]);
    return {
      people: [...people],
      ...(present ? { recorder: present } : {}),
      vacant: [
        ...(chair ? [] : [`Nobody is on record to chair it (${definition.chair.map(roleWords).join(', ')}).`]),
        ...others.flatMap(({ role, found }) =>
          found.length > 0 ? [] : [`Nobody is on record as ${roleWords(role)} for it.`],
        ),
      ],
    };
  };
}

/** Those with a name that says something, by it, in their order. */
function grouped(
  all: readonly Holder[],
  by: (one: Holder) => string | undefined,
): ReadonlyMap<string, readonly Holder[]> {
  const groups = new Map<string, Holder[]>();
  for (const one of all) {
    const name = by(one);
    if (!name) continue;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
