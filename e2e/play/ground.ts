import type { MeView, PeopleView, TrustPolicy } from '@owls/policy';
import { type Launch, type Local, launch, teamOf, tenantOf } from '../local/launch.ts';
import { addPeople, installEverywhere } from '../local/populate.ts';
import { until } from '../local/processes.ts';
import { TabApi } from '../local/tab-api.ts';
import type { Trust } from '../trusts/trust.ts';
import type { GovernmentFiles } from './government-files.ts';
import { headsFor } from './real-trust.ts';

/** The trust the play is played in, as its CEO sees it. */
export interface Ground {
  readonly local: Local;
  readonly ceo: TabApi;
  readonly policy: TrustPolicy;
  readonly teamId: string;
  readonly schools: readonly { readonly urn: string; readonly name: string; readonly cluster: string }[];
  readonly people: PeopleView['people'];
}
type Tell = (step: string) => void;

/** Starts a trust of its own for the play, without schools yet. */
export const ownTrust = (given: Omit<Launch, 'trust' | 'heartbeatSeconds'>, trust: Trust): Promise<Local> => {
  const { root, stateDir, licences, record, tell } = given;
  return launch({
    root,
    stateDir,
    trust,
    heartbeatSeconds: 0.5,
    ...(licences === undefined ? {} : { licences }),
    ...(record === undefined ? {} : { record }),
    ...(tell === undefined ? {} : { tell }),
  });
};

/** Imports the schools as the CEO would, gives each a head, and puts the app before everyone. */
export async function prepare(
  local: Local,
  trust: Trust,
  files: GovernmentFiles,
  tell: Tell,
  newPeople: boolean,
): Promise<Ground> {
  const everybody = trust.people[0];
  if (everybody === undefined) throw new Error('The trust has no people.');
  const ceoId = trust.people.find(({ roles }) => roles.some(({ role }) => role === 'ceo'))?.id;
  if (ceoId === undefined) throw new Error('The trust has no CEO.');
  const ceo = new TabApi(local, ceoId);
  if (newPeople) await addPeople(local, trust.people);
  await until('the service knows the CEO and what they do', 60, async () => {
    const { status, body } = await ceo.ask('GET', '/me');
    return status === 200 && (body as MeView).person.roles.some(({ role }) => role === 'ceo') ? true : undefined;
  });
  await importSchools(ceo, files, tell);
  const schools = await ceo.call<Ground['schools']>('GET', '/schools');

  tell('Giving each school a head');
  const heads = headsFor(schools.filter(({ urn }) => files.urns.includes(urn)));
  const whole: Trust = { ...trust, people: [...trust.people, ...heads] };
  await local.control.putTenant(tenantOf(whole, local.installation, local.place));
  await addPeople(local, heads);
  const { people } = await until('the service knows everybody', 60 + heads.length, async () => {
    const view = await ceo.call<PeopleView>('GET', '/people');
    const known = new Map(view.people.map(({ id, roles }) => [id, roles.length]));
    return heads.every(({ id, roles }) => known.get(id) === roles.length) ? view : undefined;
  });
  tell('Putting the app before everyone');
  await installEverywhere(local, whole, newPeople ? whole.people : heads);
  const { policy } = await ceo.call<{ readonly policy: TrustPolicy }>('GET', '/policy');
  return { local, ceo, policy, teamId: teamOf(whole).id, schools, people };
}

async function importSchools(ceo: TabApi, files: GovernmentFiles, tell: Tell): Promise<void> {
  const body = {
    ...(files.schoolsCsv === undefined ? {} : { schools: files.schoolsCsv }),
    results: files.resultsCsv,
    ...(files.year === undefined ? {} : { year: files.year }),
  };
  tell('Importing the schools and their results: the preview');
  const preview = await ceo.call<{ readonly fingerprint: string }>('POST', '/import/preview', body);
  const { job } = await ceo.call<{ readonly job: string }>('POST', '/import/apply', {
    ...body,
    fingerprint: preview.fingerprint,
  });
  await until('the import is done', 600, async () => {
    const state = await ceo.call<{ readonly state: string; readonly done: number; readonly total: number }>(
      'GET',
      `/import/jobs/${job}`,
    );
    if (state.state === 'failed') throw new Error(`The import failed: ${JSON.stringify(state)}`);
    tell(`Importing the schools and their results (${Math.round((state.done / Math.max(1, state.total)) * 100)} %)`);
    return state.state === 'done' ? true : undefined;
  });
}
