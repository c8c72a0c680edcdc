import {
  type Action,
  access,
  OWLS,
  type Person,
  ROLES,
  type School,
  type SoapContent,
  startingPoint,
} from '@owls/policy';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { World } from '../src/world.ts';
import { Conflict } from '../src/writes.ts';
import { asking, webOf } from './api-door.ts';
import { Tenant } from './delivery-tenant.ts';

const ROUND = '/api/categories/2026-27/autumn-2';
const SOAP = '/api/soap/2026-27/autumn-2';
const NOWHERE = '999999';

interface Stage {
  readonly tenant: Tenant;
  readonly world: World;
  readonly writes: { readonly what: string; readonly given: unknown }[];
  readonly own: School;
  readonly others: School;
  readonly head: Person;
}

let stage: Stage;
beforeEach(() => {
  const tenant = new Tenant(3);
  const [own, others] = tenant.schools;
  const head = tenant.people[0];
  if (own === undefined || others === undefined || head === undefined) throw new Error('an empty tenant');
  tenant.people.push({
    id: '20000000-0000-4000-8000-000000000001',
    name: 'Ceo',
    email: 'ceo@trust.test',
    roles: [{ role: 'ceo', scope: { kind: 'trust' } }],
  });
  const writes: Stage['writes'] = [];
  const wrote =
    (what: string) =>
    async (...given: unknown[]) => {
      writes.push({ what, given });
      throw new Conflict('what stands there now');
    };
  const world = {
    ...tenant.world(),
    soap: { saveDraft: wrote('draft'), submit: wrote('submit'), takeBack: wrote('takeBack') },
    judgements: { propose: wrote('propose'), validate: wrote('validate'), takeBack: wrote('takeBack') },
    meetings: { agree: wrote('agree'), inCalendars: wrote('inCalendars'), recorded: () => [], note: wrote('note') },
    planning: {
      ...{ moves: () => [], jobs: () => [], running: () => [], feeds: () => [] },
      ...{ move: wrote('move'), undo: wrote('undo'), begin: wrote('begin'), noteJob: wrote('noteJob') },
      ...{ giveFeed: wrote('giveFeed'), endFeed: wrote('endFeed') },
    },
    imports: { apply: wrote('import') },
  } as World;
  stage = { tenant, world, writes, own, others, head };
});

const ceoOf = ({ tenant }: Stage): Person => {
  const ceo = tenant.people.at(-1);
  if (ceo === undefined) throw new Error('no CEO');
  return ceo;
};

/** A whole return without anything to mend. */
function content(school: School): SoapContent {
  const start = startingPoint(OWLS, { returns: [], drafts: [] }, school, '2026-27/autumn-2');
  const whole = OWLS.soap.measures.filter(({ years }) => years === undefined);
  return {
    cohorts: school.years.map((year) => ({
      year,
      pupils: 30,
      figures: Object.fromEntries(
        OWLS.soap.measures.filter(({ years }) => years?.includes(year)).map(({ key }) => [key, 70]),
      ),
    })),
    school: { ...start.school, ...Object.fromEntries(whole.map(({ key, max }) => [key, Math.min(max, 3)])) },
    comment: 'A good half term.',
    nextSteps: 'Phonics.',
  };
}

describe('a head', () => {
  it("can't tell another school's return from one that does not exist, nor write to either", async () => {
    const ask = await asking(webOf(stage.world), stage.head);
    const requests = (urn: string): [string, string, unknown?][] => [
      ['GET', `${SOAP}/${urn}`],
      ['PUT', `${SOAP}/${urn}/draft`, content(stage.own)],
      ['POST', `${SOAP}/${urn}/submit`, { version: '1' }],
      ['POST', `${SOAP}/${urn}/take-back`, { revision: 1 }],
      ['POST', `${ROUND}/${urn}/proposal`, { category: '2b', because: 'Visits.' }],
      ['POST', `${ROUND}/${urn}/validation`, { category: '2b' }],
      ['POST', `${ROUND}/${urn}/take-back`, { part: 'validation' }],
    ];
    for (const [index, [method, path, body]] of requests(stage.others.urn).entries()) {
      const forbidden = await ask(method, path, body);
      const [, unknownPath = '', unknownBody] = requests(NOWHERE)[index] ?? [];
      const unknown = await ask(method, unknownPath, unknownBody);
      expect(`${method} ${path} ${forbidden.status}`).toBe(`${method} ${path} 404`);
      expect(unknown.status).toBe(404);
      expect(await forbidden.text()).toBe(await unknown.text());
    }
    expect(stage.writes).toEqual([]);
  });

  it('is told why, and what would change it, where the door itself is no secret', async () => {
    const ask = await asking(webOf(stage.world), stage.head);
    for (const [method, path, body] of [
      ['GET', '/api/dashboard'],
      ['GET', '/api/people'],
      ['GET', '/api/deliveries'],
      ['GET', '/api/problems'],
      ['POST', '/api/deliveries/resend', { key: 'soap-prompt/x' }],
      ['POST', '/api/deliveries/dismiss', { key: 'soap-prompt/x' }],
      ['POST', '/api/plan/2026-27/put-into-calendars', { fingerprint: 'x' }],
      ['POST', '/api/import/preview', { schools: 'URN' }],
      ['POST', '/api/import/apply', { schools: 'URN', fingerprint: 'x' }],
      ['GET', '/api/import/jobs/1'],
      ['POST', `${ROUND}/${stage.own.urn}/proposal`, { category: '2b', because: 'We are good.' }],
      ['POST', `${ROUND}/${stage.own.urn}/validation`, { category: '2b', why: 'We are good.' }],
    ] as const) {
      const answer = await ask(method, path, body);
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 403`);
      expect(await answer.json()).toMatchObject({ error: { message: /.+/, wouldChange: /.+/ } });
    }
    expect(stage.writes).toEqual([]);
  });

  it('keeps of a draft only what the policy asks for, under nobody else’s name', async () => {
    const ask = await asking(webOf(stage.world), stage.head);
    const given = content(stage.own);
    await ask('PUT', `${SOAP}/${stage.own.urn}/draft`, {
      ...given,
      cohorts: given.cohorts.map((cohort) => ({
        ...cohort,
        figures: { ...cohort.figures, category: 1 },
        submittedBy: 'x',
      })),
      submittedBy: ceoOf(stage).id,
      state: 'submitted',
      urn: stage.others.urn,
    });
    expect(stage.writes).toEqual([
      {
        what: 'draft',
        given: [stage.own.urn, '2026-27/autumn-2', given, undefined, { person: stage.head.id, surface: 'tab' }],
      },
    ]);
  });

  it('gets 422 with the cell named for a figure of 200 %, and nothing is kept', async () => {
    const ask = await asking(webOf(stage.world), stage.head);
    const given = content(stage.own);
    const wrong = {
      ...given,
      cohorts: given.cohorts.map((cohort) =>
        cohort.year === 'Y3' ? { ...cohort, figures: { ...cohort.figures, reading: 200 } } : cohort,
      ),
    };
    const answer = await ask('PUT', `${SOAP}/${stage.own.urn}/draft`, wrong);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      findings: [{ level: 'error', year: 'Y3', measure: 'reading', says: expect.stringContaining('200') }],
    });
    expect(stage.writes).toEqual([]);
  });

  it('pupil groups are kept as they are sent, and refused by name', async () => {
    const ask = await asking(webOf(stage.world), stage.head);
    const given = content(stage.own);
    const girls = { group: 'girls', pupils: 60, figures: { reading: 71 } };
    const unknown = await ask('PUT', `${SOAP}/${stage.own.urn}/draft`, {
      ...given,
      groups: [{ ...girls, group: 'twins' }],
    });
    expect(unknown.status).toBe(422);
    expect(await unknown.json()).toMatchObject({ findings: [{ group: 'twins', rule: 'M15' }] });
    const twice = await ask('PUT', `${SOAP}/${stage.own.urn}/draft`, { ...given, groups: [girls, girls] });
    expect(twice.status).toBe(400);
    expect(stage.writes).toEqual([]);
    await ask('PUT', `${SOAP}/${stage.own.urn}/draft`, {
      ...given,
      groups: [{ ...girls, figures: { reading: 71, grammar: 4, category: 1 } }],
    });
    await ask('PUT', `${SOAP}/${stage.own.urn}/draft`, { ...given, groups: [] });
    const by = { person: stage.head.id, surface: 'tab' };
    expect(stage.writes.map((one) => one.given)).toEqual([
      [stage.own.urn, '2026-27/autumn-2', { ...given, groups: [girls] }, undefined, by],
      [stage.own.urn, '2026-27/autumn-2', given, undefined, by],
    ]);
  });

  it('gets 409 with what stands there now when somebody saved meanwhile', async () => {
    const ask = await asking(webOf(stage.world), stage.head);
    const answer = await ask('PUT', `${SOAP}/${stage.own.urn}/draft`, { ...content(stage.own), version: '"1"' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error: { code: 'conflict' }, current: 'what stands there now' });
  });

  it('is told that the collection is closed once it is', async () => {
    stage.tenant.now = stage.tenant.now.add({ hours: 24 * 25 });
    const ask = await asking(webOf(stage.world), stage.head);
    const answer = await ask('PUT', `${SOAP}/${stage.own.urn}/draft`, content(stage.own));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { message: 'The collection is closed.' } });
    expect(stage.writes).toEqual([]);
  });
});

describe('the CEO', () => {
  it('is refused 4cc, with what to choose from', async () => {
    const ask = await asking(webOf(stage.world), ceoOf(stage));
    const answer = await ask('POST', `${ROUND}/${stage.own.urn}/validation`, { category: '4cc', why: 'Because.' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ findings: [{ says: expect.stringContaining('There is no 4cc') }] });
    expect(stage.writes).toEqual([]);
  });

  it('gets a plain answer to requests that make no sense', async () => {
    const ask = await asking(webOf(stage.world), ceoOf(stage));
    const statuses = await Promise.all(
      (
        [
          ['GET', '/api/soap/2026-27/autumn-9/100000', undefined],
          ['GET', '/api/categories/1999-00/autumn-1', undefined],
          ['GET', '/api/meetings/1999-00', undefined],
          ['GET', '/api/schools/..%2f..%2fetc', undefined],
          ['POST', `${ROUND}/${stage.own.urn}/validation`, []],
          ['POST', `${ROUND}/${stage.own.urn}/validation`, { category: { $ne: '' } }],
          ['POST', '/api/deliveries/resend', { key: 'soap-prompt/never/was' }],
          ['POST', '/api/import/preview', { schools: 'x'.repeat(25 * 1024 * 1024) }],
          ['POST', `${ROUND}/${stage.own.urn}/validation`, { category: '2b', why: 'x'.repeat(300_000) }],
        ] as const
      ).map(async ([method, path, body]) => (await ask(method, path, body)).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404, 400, 400, 404, 413, 413]);
    const notJson = await webOf(stage.world).request('/api/me', { method: 'POST' });
    expect(notJson.status).toBe(401);
  });
});

describe('every role at every school', () => {
  const doors: [Action, (urn: string) => string][] = [
    ['school.read', (urn) => `/api/schools/${urn}`],
    ['soap.read', (urn) => `${SOAP}/${urn}`],
  ];

  it.each(ROLES.map((role) => [role]))('%s reads what the table of access says and nothing else', async (role) => {
    const { tenant, world, own, others } = stage;
    const person: Person = {
      id: '30000000-0000-4000-8000-000000000001',
      name: 'Somebody',
      email: 'somebody@trust.test',
      roles: [{ role, scope: { kind: 'school', urn: own.urn } }],
    };
    tenant.people.push(person);
    const ask = await asking(webOf(world), person);
    for (const [action, path] of doors) {
      for (const { urn } of [own, others]) {
        const { allowed } = access(world.policy, person, action, world.facts(), { urn });
        expect(`${action} ${urn} ${(await ask('GET', path(urn))).status}`).toBe(
          `${action} ${urn} ${allowed ? 200 : 404}`,
        );
      }
    }
    const listed = z.array(z.object({ urn: z.string() })).parse(await (await ask('GET', '/api/schools')).json());
    const readable = tenant.schools.filter(
      ({ urn }) => access(world.policy, person, 'school.read', world.facts(), { urn }).allowed,
    );
    expect(listed.map(({ urn }) => urn).sort()).toEqual(readable.map(({ urn }) => urn).sort());
  });
});
