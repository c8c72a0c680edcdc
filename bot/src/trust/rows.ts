/** The lists of schools, people and roles (M1, M2), and how their rows become facts and back. */
import {
  GOVERNANCE,
  type Governance,
  type OfstedGrade,
  type Person,
  PHASES,
  ROLES,
  type RoleHeld,
  type School,
  type Scope,
  YEAR_GROUPS,
  type YearGroup,
  yearName,
} from '@owls/policy';
import { dayValue, oneLine } from '../store/field-values.ts';
import { choice, date, type Fields, list, number, text, yesOrNo } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const pupilsColumn = (year: YearGroup): string => `Pupils_${year}`;
/** More pupils than any year group has. */
const MOST_PUPILS = 2_000;

export const SCHOOLS = list('Schools', 'The schools of the trust, as its register says.', [
  choice('Phase', 'Phase', PHASES),
  text('YearGroups', 'Year groups'),
  ...YEAR_GROUPS.map((year) => number(pupilsColumn(year), `Pupils in ${yearName(year)}`, 0, MOST_PUPILS)),
  text('Cluster', 'Cluster', { indexed: true }),
  choice('Governance', 'Governance', GOVERNANCE),
  number('Ofsted', 'Last Ofsted grade', 1, 4),
  date('OfstedOn', 'Last graded inspection'),
  yesOrNo('Sponsored', 'Sponsored'),
  date('Joined', 'Joined the trust'),
  date('Left', 'Left the trust'),
  text('ResearchChampion', 'Research champion'),
]);

const URN = /^\d{6}$/;

export function readSchool(row: Row): School {
  const urn = row.key(URN, 'a URN such as 115850');
  const grade = row.number('Ofsted', 1, 4);
  const on = row.date('OfstedOn');
  const joined = row.date('Joined');
  const left = row.date('Left');
  const researchChampion = row.optionalText('ResearchChampion');
  const governance: Governance = row.optionalOneOf('Governance', GOVERNANCE) ?? 'LGB';
  return {
    urn,
    name: row.neededText('Title'),
    phase: row.oneOf('Phase', PHASES),
    years: readYears(row),
    pupils: readPupils(row),
    cluster: row.text('Cluster').trim(),
    governance,
    ...(isGrade(grade) ? { ofsted: { grade, ...(on === undefined ? {} : { on }) } } : {}),
    sponsored: row.yesOrNo('Sponsored'),
    ...(joined === undefined ? {} : { joined }),
    ...(left === undefined ? {} : { left }),
    ...(researchChampion === undefined ? {} : { researchChampion }),
  };
}

function readYears(row: Row): YearGroup[] {
  const given = row
    .text('YearGroups')
    .split(/[\s,;]+/)
    .filter((year) => year !== '');
  const unknown = given.filter((year) => !YEAR_GROUPS.some((known) => known === year));
  if (unknown.length > 0) row.report('YearGroups', `names ${unknown.join(', ')}, which is no year group`);
  return YEAR_GROUPS.filter((year) => given.includes(year));
}

function readPupils(row: Row): School['pupils'] {
  const found: Partial<Record<YearGroup, number>> = {};
  for (const year of YEAR_GROUPS) {
    const pupils = row.number(pupilsColumn(year), 0, MOST_PUPILS);
    if (pupils !== undefined) found[year] = pupils;
  }
  return found;
}

const isGrade = (grade: number | undefined): grade is OfstedGrade =>
  grade === 1 || grade === 2 || grade === 3 || grade === 4;

export function schoolFields(school: School): Fields {
  return {
    Key: school.urn,
    Title: oneLine(school.name),
    Phase: school.phase,
    YearGroups: school.years.join(' '),
    ...Object.fromEntries(YEAR_GROUPS.map((year) => [pupilsColumn(year), school.pupils[year] ?? null])),
    Cluster: oneLine(school.cluster),
    Governance: school.governance,
    // What a recorded inspection says stands in the list of inspections; the row keeps what it said before.
    ...(school.ofsted?.inspection === undefined
      ? { Ofsted: school.ofsted?.grade ?? null, OfstedOn: dayValue(school.ofsted?.on) }
      : {}),
    Sponsored: school.sponsored,
    Joined: dayValue(school.joined),
    Left: dayValue(school.left),
    ResearchChampion: oneLine(school.researchChampion ?? ''),
  };
}

export const PEOPLE = list('People', 'The people of the trust who use the service.', [text('Email', 'Email')]);

const OBJECT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A person without roles: those stand in a list of their own. */
export type PersonRow = Omit<Person, 'roles'>;

export function readPerson(row: Row): PersonRow {
  return {
    id: row.key(OBJECT_ID, 'an Entra object id in lower case'),
    name: row.neededText('Title'),
    email: row.text('Email').trim(),
  };
}

export function personFields(person: PersonRow): Fields {
  return { Key: person.id, Title: oneLine(person.name), Email: oneLine(person.email) };
}

const SCOPES = ['trust', 'cluster', 'school'] as const;

export const ROLES_HELD = list('Roles', 'Who holds which role, and for what: the trust, a cluster or a school.', [
  text('Person', 'Person', { indexed: true }),
  choice('Role', 'Role', ROLES),
  choice('Scope', 'Scope', SCOPES),
  text('Where', 'School or cluster', { indexed: true }),
  text('Area', 'Strategic area'),
]);

export interface RoleRow {
  readonly person: string;
  readonly held: RoleHeld;
}

/** `<person>/head/115850`: a role is held once for one place. */
function roleKey({ person, held }: RoleRow): string {
  return `${person}/${held.role}/${placeOf(held.scope) || 'trust'}`;
}

export function readRole(row: Row): RoleRow {
  const person = row.neededText('Person', OBJECT_ID, 'an Entra object id in lower case');
  const role = row.oneOf('Role', ROLES);
  const area = row.optionalText('Area');
  const found: RoleRow = { person, held: { role, scope: readScope(row), ...(area === undefined ? {} : { area }) } };
  row.keyed(roleKey(found));
  return found;
}

function readScope(row: Row): Scope {
  const kind = row.oneOf('Scope', SCOPES);
  if (kind === 'trust') return { kind };
  if (kind === 'cluster') return { kind, cluster: row.neededText('Where') };
  return { kind, urn: row.neededText('Where', URN, 'a URN such as 115850') };
}

export function roleFields(given: RoleRow, name: string): Fields {
  const { role, scope, area } = given.held;
  return {
    Key: roleKey(given),
    Title: oneLine(`${name}: ${role}`),
    Person: given.person,
    Role: role,
    Scope: scope.kind,
    Where: placeOf(scope),
    Area: oneLine(area ?? ''),
  };
}

const placeOf = (scope: Scope): string =>
  scope.kind === 'cluster' ? scope.cluster : scope.kind === 'school' ? scope.urn : '';
