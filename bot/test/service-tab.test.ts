/** The tab's API over real lists: tokens of the local Entra ID, rows of the local SharePoint, and their bad days. */
import { OWLS, plan, previousReturn, type School, type SoapContent, startingPoint } from '@owls/policy';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { tokenCheck } from '../src/api/token.ts';
import { createWeb } from '../src/api/web.ts';
import { readConfig } from '../src/config.ts';
import { putIntoCalendars } from '../src/meetings/events.ts';
import type { OpenWorld } from '../src/store/open-world.ts';
import { endFaults, environmentOf, makeStage, OPEN_NOW, type Stage, tokenOf } from './service-run.ts';
import { control, ORGANISER, orderFaults, TENANT_ID, typeMeetings } from './tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SOAP = '/api/soap/2026-27/autumn-2';
const going = new AbortController().signal;

let stage: Stage;
let world: OpenWorld;
let ask: (person: { readonly id: string }, method: string, path: string, body?: unknown) => Promise<Response>;

beforeAll(async () => {
  stage = await makeStage(3);
  await stage.typeSchools();
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
    users: [ORGANISER],
  });
  world = await stage.place.open();
  const config = readConfig(environmentOf(stage.place, stage.port, { journalDir: '/nowhere' }));
  const web = createWeb({
    config,
    policy: OPEN_NOW,
    log: stage.place.log,
    tabDirectory: '/nowhere',
    checkToken: tokenCheck(config),
    world: () => world,
    chat: () => undefined,
    beat: () => undefined,
    freeBusy: async () => ({ busy: [], unknown: [] }),
    health: () => ({ ready: true, startedAt: '' }),
  });
  ask = async (person, method, path, body) => {
    const known = [stage.ceo, ...stage.heads].find(({ id }) => id === person.id) ?? stage.ceo;
    return web.request(path, {
      method,
      headers: {
        Authorization: `Bearer ${await tokenOf(known, stage.place)}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
});
afterEach(endFaults);

function whole(school: School): SoapContent {
  const facts = world.facts();
  const start = startingPoint(OPEN_NOW, facts, school, '2026-27/autumn-2');
  expect(previousReturn(facts, OPEN_NOW, school.urn, '2026-27/autumn-2')).toBeUndefined();
  return {
    ...start,
    cohorts: school.years.map((year) => ({
      year,
      pupils: 30,
      figures: Object.fromEntries(
        OWLS.soap.measures.filter(({ years }) => years?.includes(year)).map(({ key }) => [key, 70]),
      ),
    })),
    school: Object.fromEntries(
      OWLS.soap.measures.filter(({ years }) => years === undefined).map(({ key, max }) => [key, Math.min(max, 3)]),
    ),
    comment: 'A steady half term.',
    nextSteps: 'Phonics in Year 1.',
  };
}

const Form = z.object({
  draft: z.object({ version: z.string() }).optional(),
  submitted: z.object({ revision: z.number(), comment: z.string() }).optional(),
});

async function drafted(number: number): Promise<{ urn: string; version: string }> {
  const school = world.facts().schools[number];
  const head = stage.heads[number];
  if (school === undefined || head === undefined) throw new Error('no such school');
  const answer = await ask(head, 'PUT', `${SOAP}/${school.urn}/draft`, whole(school));
  expect(answer.status).toBe(200);
  return { urn: school.urn, version: Form.parse(await answer.json()).draft?.version ?? '' };
}

const headers = async (urn: string) =>
  (await stage.place.rows('SOAP returns')).filter(({ fields }) => String(fields.Key).includes(`/${urn}/`));

describe('a submission on a bad day', () => {
  it('is made once when SharePoint throttles and fails before it goes well', async () => {
    const { urn, version } = await drafted(0);
    await orderFaults([
      { service: 'graph', path: '/lists/', status: 429, retryAfter: 1, times: 2 },
      { service: 'graph', path: '/lists/', status: 503, retryAfter: 1, times: 1 },
    ]);
    const answer = await ask(stage.heads[0] ?? stage.ceo, 'POST', `${SOAP}/${urn}/submit`, { version });
    expect(answer.status).toBe(200);
    expect(Form.parse(await answer.json()).submitted).toMatchObject({ revision: 1 });
    expect(await headers(urn)).toHaveLength(1);
  });

  it('is made once when the button is pressed twice at the same time', async () => {
    const { urn, version } = await drafted(1);
    const head = stage.heads[1] ?? stage.ceo;
    const answers = await Promise.all([1, 2, 3].map(() => ask(head, 'POST', `${SOAP}/${urn}/submit`, { version })));
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    const again = await ask(head, 'POST', `${SOAP}/${urn}/submit`, { version });
    expect(Form.parse(await again.json()).submitted?.revision).toBe(1);
    expect(await headers(urn)).toHaveLength(1);
  });

  it('shows what somebody else saved meanwhile instead of writing over it', async () => {
    const { urn, version } = await drafted(2);
    const head = stage.heads[2] ?? stage.ceo;
    const school = world.facts().schools.find((one) => one.urn === urn);
    if (school === undefined) throw new Error('no school');
    const mine = { ...whole(school), comment: 'Mine.', version };
    const theirs = { ...whole(school), comment: 'Theirs.', version };
    expect((await ask(head, 'PUT', `${SOAP}/${urn}/draft`, theirs)).status).toBe(200);
    const answer = await ask(head, 'PUT', `${SOAP}/${urn}/draft`, mine);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ current: { comment: 'Theirs.' } });
    const submitted = await ask(head, 'POST', `${SOAP}/${urn}/submit`, { version });
    expect(submitted.status).toBe(409);
    expect(await headers(urn)).toMatchObject([{ fields: { State: 'draft' } }]);
  });

  it('says that Microsoft 365 is the trouble when it is, and keeps the draft', async () => {
    const school = world.facts().schools[2];
    if (school === undefined) throw new Error('no school');
    const head = stage.heads[2] ?? stage.ceo;
    const form = Form.parse(await (await ask(head, 'GET', `${SOAP}/${school.urn}`)).json());
    await orderFaults([{ service: 'graph', path: '/lists/', status: 403, times: 50 }]);
    const answer = await ask(head, 'POST', `${SOAP}/${school.urn}/submit`, { version: form.draft?.version });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: 'microsoft-365' } });
    await endFaults();
    const later = await ask(head, 'POST', `${SOAP}/${school.urn}/submit`, { version: form.draft?.version });
    expect(later.status).toBe(200);
    expect(Form.parse(await later.json()).submitted).toMatchObject({ revision: 1, comment: 'Theirs.' });
  });
});

describe('the dashboard', () => {
  it('costs no request to Graph', async () => {
    const before = world.graph.requests();
    const answer = await ask(stage.ceo, 'GET', '/api/dashboard');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ collection: { total: 3 } });
    expect(world.graph.requests()).toBe(before);
  });
});

describe('the year’s meetings', () => {
  const events = async (): Promise<{ subject: string }[]> =>
    z
      .array(z.object({ subject: z.string() }))
      .parse(
        await control('GET', `/api/users/${ORGANISER.id}/calendar?start=2026-08-01T00:00:00Z&end=2027-09-01T00:00:00Z`),
      );

  it('are in calendars once where they were in none, though a part of them failed at first', async () => {
    const ofOthers = (await events()).length;
    await typeMeetings(stage.place, plan(OPEN_NOW, world.facts(), '2026-27'));
    await world.refresh();
    const config = { organiser: ORGANISER.id, endpoint: 'https://owls.example' };
    await orderFaults([
      { service: 'graph', method: 'POST', path: `/users/${ORGANISER.id}/events`, status: 403, times: 3 },
      { service: 'graph', method: 'POST', path: `/users/${ORGANISER.id}/events`, status: 504, times: 2, when: 'after' },
    ]);
    const made = await putIntoCalendars(world, world.graph, config, going);
    await endFaults();
    const rest = await putIntoCalendars(world, world.graph, config, going);
    expect(rest).toBe(3);
    expect(await putIntoCalendars(world, world.graph, config, going)).toBe(0);
    expect(await events()).toHaveLength(ofOthers + made + rest);
    const recorded = world.meetings.recorded();
    expect(recorded.filter(({ state }) => state === 'in calendars')).toHaveLength(made + rest);
    expect(new Set(recorded.flatMap(({ eventId }) => eventId ?? [])).size).toBe(made + rest);
  });
});

describe('an import', () => {
  const csv = [
    'URN,EstablishmentName,PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,EstablishmentStatus (name)',
    '115900,Hollow Oak Primary School,Primary,4,11,Open',
    '115901,Brook Infant School,Primary,4,7,Open',
  ].join('\n');
  const Plan = z.object({ create: z.array(z.object({ urn: z.string() })), fingerprint: z.string() });

  it('does what its preview showed, tells how far it is, and adds nothing the second time', async () => {
    const preview = await ask(stage.ceo, 'POST', '/api/import/preview', { schools: csv });
    const plan = Plan.parse(await preview.json());
    expect(plan.create.map(({ urn }) => urn).sort()).toEqual(['115900', '115901']);

    const stale = await ask(stage.ceo, 'POST', '/api/import/apply', { schools: csv, fingerprint: 'another' });
    expect(stale.status).toBe(409);

    const started = await ask(stage.ceo, 'POST', '/api/import/apply', { schools: csv, fingerprint: plan.fingerprint });
    expect(started.status).toBe(202);
    const { job } = z.object({ job: z.string() }).parse(await started.json());
    await vi.waitUntil(
      async () => (await (await ask(stage.ceo, 'GET', `/api/import/jobs/${job}`)).text()).includes('"state":"done"'),
      { timeout: 20_000, interval: 100 },
    );
    expect(world.facts().schools.map(({ urn }) => urn)).toEqual(expect.arrayContaining(['115900', '115901']));
    const again = Plan.parse(await (await ask(stage.ceo, 'POST', '/api/import/preview', { schools: csv })).json());
    expect(again.create).toEqual([]);
  });
});

describe('a row edited by hand into nonsense', () => {
  it('is named to the CEO’s office and takes nothing else down', async () => {
    const row = (await stage.place.rows('Schools')).find(({ fields }) => fields.Key === '200001');
    await stage.place.retype('Schools', row?.id ?? '', { Title: '' });
    await world.refresh();
    const problems = await (await ask(stage.ceo, 'GET', '/api/problems')).json();
    expect(problems).toMatchObject([{ list: 'Schools', key: '200001' }]);
    expect((await ask(stage.ceo, 'GET', '/api/dashboard')).status).toBe(200);
  });
});
