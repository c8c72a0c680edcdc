import { onceEach } from '../calendar/remembered.ts';
import type { Facts } from '../facts.ts';
import type { Person, Role, RoleHeld } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';

/** The head of a school; undefined where none is on record. Where two are, the one whose id sorts first. */
export function headOf(facts: Pick<Facts, 'people'>, urn: string): Person | undefined {
  return directory(facts.people).school.get(`head/${urn}`);
}

/** The leader of a cluster (M1); undefined where none is on record. */
export function clusterLeaderOf(facts: Pick<Facts, 'people'>, cluster: string): Person | undefined {
  return directory(facts.people).cluster.get(`cluster-leader/${cluster}`);
}

/** The head teacher leader a school answers to: its own, else its cluster's, else one for the whole trust. */
export function headLeaderOf(facts: Pick<Facts, 'people' | 'schools'>, urn: string): Person | undefined {
  return holderFor(facts, 'head-leader', { urn, cluster: schoolOf(facts, urn)?.cluster ?? '' });
}

/** Who holds a role for a school, else for its cluster, else for the whole trust; of several the first by id. */
export function holderFor(
  facts: Pick<Facts, 'people'>,
  role: Role,
  { urn, cluster }: Pick<School, 'urn' | 'cluster'>,
): Person | undefined {
  const { school, cluster: clusters, trust } = directory(facts.people);
  return school.get(`${role}/${urn}`) ?? clusters.get(`${role}/${cluster}`) ?? trust.get(role);
}

/** The CEO; undefined where none is on record. */
export function ceoOf(facts: Pick<Facts, 'people'>): Person | undefined {
  return directory(facts.people).trust.get('ceo');
}

/** People who hold a role anywhere, each once, in order of id. */
export function holdersOf(facts: Pick<Facts, 'people'>, role: Role): readonly Person[] {
  return facts.people
    .filter((person) => person.roles.some((held) => held.role === role))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The schools a person heads, as URNs. */
export function headedBy(person: Person): readonly string[] {
  return person.roles.flatMap(({ role, scope }) => (role === 'head' && scope.kind === 'school' ? [scope.urn] : []));
}

/** Who holds what where. */
const directory = onceEach((people: readonly Person[]) => {
  const made = {
    school: new Map<string, Person>(),
    cluster: new Map<string, Person>(),
    trust: new Map<string, Person>(),
  };
  const inOrder = [...people].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const person of inOrder) for (const held of person.roles) enter(made, person, held);
  return made;
});

function enter(
  into: Record<'school' | 'cluster' | 'trust', Map<string, Person>>,
  person: Person,
  { role, scope }: RoleHeld,
): void {
  const where = scope.kind === 'trust' ? role : `${role}/${scope.kind === 'school' ? scope.urn : scope.cluster}`;
  if (!into[scope.kind].has(where)) into[scope.kind].set(where, person);
}
