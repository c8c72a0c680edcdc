// @ts-nocheck
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

  const held = new Map<string, readonly Holder[]>();
  /** Holders on a date: the head of a school that has left is not invited as its head. */
  const holding = (role: Role, date: string): readonly Holder[] => {
    const known = held.get(`${role}/${date}`);
    if (known) return known;
    const found = (holders.get(role) ?? []).filter(({ scope }) => {
      if (scope.kind !== 'school') return true;
      const school = schools.get(scope.urn);
      return school !== undefined && belongs(school, date);
    });
    held.set(`${role}/${date}`, found);
    return found;
  };

  /** The holder nearest to the meeting: its school's, its cluster's, the trust's. */
  const nearest = (roles: readonly Role[], whose: Whose, date: string, except: readonly string[]) => {
    for (const role of roles) {
      const free = holding(role, date).filter(({ id }) => !except.includes(id));
      const found =
        free.find(({ scope }) => scope.kind === 'school' && scope.urn === whose.school?.urn) ??
        free.find(({ scope }) => scope.kind === 'cluster' && scope.cluster === cluster(whose)) ??
        free.find(({ scope }) => scope.kind === 'trust') ??
        (whose.school || whose.cluster ? undefined : free[0]);
      if (found) return found.id;
    }
    return undefined;
  };

  const inScope = ({ scope }: Holder, within: 'own school' | 'cluster' | 'trust', whose: Whose) => {
    if (within === 'trust') return true;
    if (within === 'own school') return scope.kind === 'school' && scope.urn === whose.school?.urn;
    const of = scope.kind === 'school' ? schools.get(scope.urn)?.cluster : scope.kind === 'cluster' && scope.cluster;
    return Boolean(of) && of === cluster(whose);
  };

  return (definition, whose, date) => {
    // Nobody chairs the meeting about the school they head: that is what the second pair of eyes is for.
    const heads = holding('head', date).filter((holder) => inScope(holder, 'own school', whose));
    const own = heads.map(({ id }) => id);
    const chair = nearest(definition.chair, whose, date, own);
    const present =
      definition.rhythm === 'governors termly' ? nearest(definition.present, whose, date, own) : undefined;
    const others = definition.attendees.map(({ role, scope }) => ({
      role,
      found: holding(role, date).filter((holder) => inScope(holder, scope, whose)),
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
