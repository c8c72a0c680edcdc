import { type RoleHeld, type YearGroup, yearName } from '@owls/policy';
import type { Trust } from '../trusts/trust.ts';
import type { Local } from './launch.ts';
import { teamOf } from './launch.ts';
import type { Row } from './site.ts';

type Tell = (step: string) => void;

/** Rows for the people and the roles they hold, as the IT person types them. */
export async function addPeople(local: Local, people: Trust['people']): Promise<void> {
  await local.site.add(
    'People',
    people.map(({ id, name, email }) => ({ Title: name, Key: id, Email: email })),
  );
  await local.site.add(
    'Roles',
    people.flatMap(({ id, name, roles }) => roles.map((held) => roleRow(id, name, held))),
  );
}

function roleRow(id: string, name: string, { role, scope, area }: RoleHeld): Row {
  const where = scope.kind === 'school' ? scope.urn : scope.kind === 'cluster' ? scope.cluster : '';
  return {
    Title: `${name}: ${role}`,
    Key: `${id}/${role}/${where || 'trust'}`,
    Person: id,
    Role: role,
    Scope: scope.kind,
    'School or cluster': where,
    'Strategic area': area,
  };
}

/** Puts the app before everyone, as an administrator's set-up policy does, and into the trust's team. */
export async function installEverywhere(local: Local, trust: Trust, people = trust.people): Promise<void> {
  const { botId } = local.installation;
  const waiting = [...people];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      await local.control.install({ botId, userId: one.id });
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  await local.control.install({ botId, teamId: teamOf(trust).id });
}

/** Schools and their categories of two past years: what the year's plan rests on. */
export async function addSchools(local: Local, trust: Trust): Promise<void> {
  await local.site.add('Schools', trust.schools.map(schoolRow));
  await local.site.add(
    'Categorisations',
    trust.history.map((past) => ({
      Title: `${past.halfTerm} ${past.urn}`,
      Key: `${past.halfTerm}/${past.urn}`,
      'School (URN)': past.urn,
      'Half term': past.halfTerm,
      'Proposed category': past.category,
      'Proposed by': past.proposedBy,
      Proposed: past.validatedAt,
      Because: 'As the visits and the return of this half term show.',
      'Validated category': past.category,
      'Validated by': past.validatedBy,
      Validated: past.validatedAt,
    })),
  );
}

/** The returns of two past years. */
export async function addReturns(local: Local, trust: Trust, names: MeasureNames, tell: Tell): Promise<void> {
  const headers = trust.history.map((past) => ({
    Title: `${past.halfTerm} ${past.urn}`,
    Key: `${past.halfTerm}/${past.urn}/r1`,
    'School (URN)': past.urn,
    'Half term': past.halfTerm,
    Revision: 1,
    State: 'submitted',
    ...named(past.school, names.school),
    "The head's comment": past.comment,
    'Next steps': past.nextSteps,
    Saved: past.submittedAt,
    'Saved by': past.submittedBy,
    Submitted: past.submittedAt,
    'Submitted by': past.submittedBy,
  }));
  const cohorts = trust.history.flatMap((past) =>
    past.cohorts.map(({ year, pupils, figures }) => ({
      Title: `${past.halfTerm} ${past.urn} ${year}`,
      Key: `${past.halfTerm}/${past.urn}/r1/${year}`,
      'School (URN)': past.urn,
      'Half term': past.halfTerm,
      Revision: 1,
      'Year group': year,
      Pupils: pupils,
      ...named(figures, names.cohort),
    })),
  );
  const groups = trust.history.flatMap((past) =>
    past.groups.map(({ group, pupils, figures }) => ({
      Title: `${past.halfTerm} ${past.urn} ${group}`,
      Key: `${past.halfTerm}/${past.urn}/r1/${group}`,
      'School (URN)': past.urn,
      'Half term': past.halfTerm,
      Revision: 1,
      'Pupil group': group,
      Pupils: pupils,
      ...named(figures, names.cohort),
    })),
  );
  const all = headers.length + cohorts.length + groups.length;
  const progress = (before: number) => (done: number) =>
    tell(`Recording two past years (${Math.round(((before + done) / all) * 100)} %)`);
  await local.site.add('SOAP cohorts', cohorts, progress(0));
  await local.site.add('SOAP pupil groups', groups, progress(cohorts.length));
  await local.site.add('SOAP returns', headers, progress(cohorts.length + groups.length));
}

/** Measures' display names by key: the columns' names. */
export interface MeasureNames {
  readonly school: ReadonlyMap<string, string>;
  readonly cohort: ReadonlyMap<string, string>;
}

const named = (figures: Readonly<Record<string, number>>, names: ReadonlyMap<string, string>): Row =>
  Object.fromEntries(
    Object.entries(figures).map(([key, value]) => {
      const name = names.get(key);
      if (name === undefined) throw new Error(`The policy has no measure "${key}".`);
      return [name, value];
    }),
  );

function schoolRow(school: Trust['schools'][number]): Row {
  return {
    Title: school.name,
    Key: school.urn,
    Phase: school.phase,
    'Year groups': school.years.join(' '),
    ...Object.fromEntries(
      Object.entries(school.pupils).map(([year, pupils]) => [`Pupils in ${yearName(year as YearGroup)}`, pupils]),
    ),
    Cluster: school.cluster,
    Governance: school.governance,
    'Last Ofsted grade': school.ofsted?.grade,
    'Last graded inspection': school.ofsted?.on,
    Sponsored: school.sponsored,
    'Joined the trust': school.joined,
    'Research champion': school.researchChampion,
  };
}
