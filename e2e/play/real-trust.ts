import type { RoleHeld } from '@owls/policy';
import { chance, idOf } from '../trusts/chance.ts';
import type { Trust, TrustPerson } from '../trusts/trust.ts';

const DOMAIN = 'realschools.example';
const TRUST: RoleHeld['scope'] = { kind: 'trust' };

const FIRST = [
  'Ada',
  'Ben',
  'Chloe',
  'Dev',
  'Ellen',
  'Femi',
  'Gwen',
  'Harun',
  'Isla',
  'Jack',
  'Kavya',
  'Liam',
  'Maya',
  'Niall',
  'Olga',
  'Paul',
  'Quentin',
  'Rosa',
  'Samir',
  'Tess',
  'Uma',
  'Victor',
  'Wendy',
  'Yasmin',
];
const LAST = [
  'Abbott',
  'Begum',
  'Carter',
  'Dhillon',
  'Evans',
  'Fofana',
  'Green',
  'Hughes',
  'Ibrahim',
  'Jones',
  'Kaur',
  'Lewis',
  'Mistry',
  'Newton',
  'Owusu',
  'Patel',
  'Quinn',
  'Roberts',
  'Shah',
  'Turner',
  'Underhill',
  'Vaughan',
  'Walsh',
  'Young',
];

/** Made-up names: the files name schools, and no real person is played. */
function nameOf(urn: string): string {
  const pick = (from: readonly string[], word: string) => from[Math.floor(chance(urn, word) * from.length)] ?? '';
  return `${pick(FIRST, 'first')} ${pick(LAST, 'last')}`;
}

const made = (key: string, name: string, title: string, roles: readonly RoleHeld[]): TrustPerson => ({
  id: idOf('play', key),
  name,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${key.replace(/\W/g, '')}@${DOMAIN}`,
  title,
  roles,
});

/** The id of the head that the play makes for a school. */
export const idOfHead = (urn: string): string => idOf('play', urn);

/** The trust before any school is in it: those who work for all of them. */
export function trustWithoutSchools(begins: string): Trust {
  return {
    tenant: { id: idOf('play', 'tenant'), name: 'A trust of real schools', domain: DOMAIN },
    people: [
      made('ceo', 'Amara Osei', 'Chief executive', [{ role: 'ceo', scope: TRUST }]),
      made('chair', 'Martin Whitcombe', 'Chair of the trust', [{ role: 'chair', scope: TRUST }]),
      made('director', 'Elspeth Grant', 'Director', [{ role: 'director', scope: TRUST }]),
    ],
    schools: [],
    history: [],
    begins,
    marks: [],
  };
}

/** A head for each school; the first of each cluster leads it, three lead schools in an area, up to eight advise. */
export function headsFor(
  schools: readonly { readonly urn: string; readonly name: string; readonly cluster: string }[],
): TrustPerson[] {
  const clusters = [...new Set(schools.map(({ cluster }) => cluster))].filter((cluster) => cluster !== '');
  const firstOf = new Map(
    clusters.map((cluster) => [schools.find((school) => school.cluster === cluster)?.urn, cluster]),
  );
  const areas = ['School improvement and quality assurance', 'Curriculum and assessment', 'Teaching and learning'];
  return schools.map(({ urn, name }, index) => {
    const led = firstOf.get(urn);
    const area = areas[index];
    return made(urn, nameOf(urn), `Head teacher, ${name}`, [
      { role: 'head', scope: { kind: 'school', urn } },
      ...(led === undefined ? [] : [{ role: 'cluster-leader', scope: { kind: 'cluster', cluster: led } } as const]),
      ...(area === undefined
        ? []
        : clusters
            .filter((_, at) => at % Math.min(areas.length, schools.length) === index)
            .map((cluster): RoleHeld => ({ role: 'head-leader', scope: { kind: 'cluster', cluster }, area }))),
      ...(index < 8 ? [{ role: 'advisory-head', scope: TRUST } as const] : []),
    ]);
  });
}
