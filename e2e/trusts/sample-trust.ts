import { groupMeasures, groupsAsked, groupYears, halfTermById, OWLS, type RoleHeld } from '@owls/policy';
import { chance, idOf } from './chance.ts';
import { cohortFigures, groupFigures, groupPupils, schoolFigures } from './figures.ts';
import { SAMPLE_SCHOOLS, type SampleSchool } from './sample-schools.ts';
import type { PastHalfTerm, Trust, TrustPerson } from './trust.ts';

const DOMAIN = 'owlstrust.example';
const TRUST: RoleHeld['scope'] = { kind: 'trust' };

/** Two years and a half term of returns stand behind the half term in which the story begins. */
const PAST = OWLS.calendar.years
  .flatMap(({ year, halfTerms }) => halfTerms.map(({ name }) => `${year}/${name}`))
  .filter((id) => id <= '2026-27/autumn-1' && id >= '2024-25');

const idOfPerson = (name: string) => idOf('sample', name);
const emailOf = (name: string) => `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${DOMAIN}`;

function person(name: string, title: string, ...roles: readonly RoleHeld[]): TrustPerson {
  return { id: idOfPerson(name), name, email: emailOf(name), title, roles };
}

const CEO = 'Amara Osei';
const CLUSTER_LEADERS: Readonly<Record<string, string>> = { Forest: 'Helen Marsh', Vale: 'Sunita Rao' };
const ADVISORY_HEADS = ['Helen Marsh', 'Sunita Rao', 'Daniel Okafor', 'Michael Brennan', 'Jonathan Pryce'];
const HEAD_LEADERS: Readonly<Record<string, { readonly area: string; readonly cluster: string }>> = {
  'Helen Marsh': { area: 'School improvement and quality assurance', cluster: 'Forest' },
  'Sunita Rao': { area: 'Curriculum and assessment', cluster: 'Vale' },
};

function heads(): TrustPerson[] {
  return [...new Set(SAMPLE_SCHOOLS.map(({ head }) => head))].map((name) => {
    const own = SAMPLE_SCHOOLS.filter(({ head }) => head === name);
    const led = HEAD_LEADERS[name];
    return person(
      name,
      `Head teacher, ${own.map((school) => school.name).join(' and ')}`,
      ...own.map(({ urn }): RoleHeld => ({ role: 'head', scope: { kind: 'school', urn } })),
      ...Object.entries(CLUSTER_LEADERS)
        .filter(([, leader]) => leader === name)
        .map(([cluster]): RoleHeld => ({ role: 'cluster-leader', scope: { kind: 'cluster', cluster } })),
      ...(led === undefined
        ? []
        : [{ role: 'head-leader', scope: { kind: 'cluster', cluster: led.cluster }, area: led.area } as const]),
      ...(ADVISORY_HEADS.includes(name) ? [{ role: 'advisory-head', scope: TRUST } as const] : []),
    );
  });
}

function people(): TrustPerson[] {
  return [
    person(CEO, 'Chief executive', { role: 'ceo', scope: TRUST }),
    person('Martin Whitcombe', 'Chair of the trust', { role: 'chair', scope: TRUST }),
    ...heads(),
    person('Priya Nair', 'Trust operations and IT', { role: 'central-team', scope: TRUST }),
    person('Elspeth Grant', 'Director', { role: 'director', scope: TRUST }),
    person('Yusuf Karim', 'Director', { role: 'director', scope: TRUST }),
    person('Carol Jessop', 'Chair of governors, Barrow Lane', {
      role: 'governor-chair',
      scope: { kind: 'school', urn: '900101' },
    }),
  ];
}

const COMMENTS = [
  'Writing stamina is the gap in lower key stage 2; daily editing time began after the half term.',
  'Attendance panel meets fortnightly. Three families account for most of the absence.',
  'Phonics keep-up groups run four mornings a week and most children are catching up.',
  'New maths lead in post; mixed-age planning was reviewed with the cluster.',
  'A steady half term. Reading for pleasure is showing in the younger classes.',
];
const NEXT_STEPS = [
  'Moderate Year 4 writing with the cluster.',
  'Learning walk on early reading with the cluster leader.',
  'Review interventions for disadvantaged pupils in Year 5.',
  'Pupil progress meetings in the second week.',
];
const pick = <T>(from: readonly [T, ...T[]] | readonly T[], ...words: readonly (string | number)[]): T =>
  from[Math.floor(chance(...words) * from.length)] as T;

/** The category that held in the half term with this number: the school's moves spread evenly over the time. */
const categoryAt = (school: SampleSchool, index: number): string =>
  school.categories[Math.floor((index / PAST.length) * school.categories.length)] as string;

function history(): PastHalfTerm[] {
  return PAST.flatMap((id, index) => {
    const to = halfTermById(OWLS, id)?.to;
    if (to === undefined) throw new Error(`The policy has no half term ${id}.`);
    return SAMPLE_SCHOOLS.filter(({ joined }) => joined <= to).map((school): PastHalfTerm => {
      const cohorts = school.years.map((year) => {
        const pupils = Math.max(1, (school.pupils[year] ?? 0) + Math.round((chance(school.urn, year, id) - 0.5) * 2));
        return { year, pupils, figures: cohortFigures(school, year, pupils, OWLS.soap.measures, index) };
      });
      const years = groupYears(OWLS, school);
      const all = cohorts.reduce((sum, { year, pupils }) => sum + (years.includes(year) ? pupils : 0), 0);
      const groups = groupsAsked(OWLS, school).map(({ key: group }) => {
        const pupils = groupPupils(school.urn, group, all);
        return { group, pupils, figures: groupFigures(school, group, pupils, groupMeasures(OWLS), index) };
      });
      const leader = CLUSTER_LEADERS[school.cluster] ?? CEO;
      return {
        urn: school.urn,
        halfTerm: id,
        cohorts,
        groups,
        school: schoolFigures(
          school,
          cohorts.reduce((sum, { pupils }) => sum + pupils, 0),
          index,
        ),
        comment: pick(COMMENTS, school.urn, id, 'comment'),
        nextSteps: pick(NEXT_STEPS, school.urn, id, 'next'),
        submittedAt: `${to}T09:30:00Z`,
        submittedBy: idOfPerson(school.head),
        category: categoryAt(school, index),
        proposedBy: idOfPerson(leader),
        validatedAt: `${to}T12:00:00Z`,
        validatedBy: idOfPerson(CEO),
      };
    });
  });
}

/** The made-up trust that `npm start` shows. It is set up in the summer break, as the year is planned. */
export const SAMPLE_TRUST: Trust = {
  tenant: { id: idOf('sample', 'tenant'), name: 'OWLS Academy Trust', domain: DOMAIN },
  people: people(),
  schools: SAMPLE_SCHOOLS,
  history: history(),
  begins: '2026-08-20T08:00:00Z',
  marks: [],
};
