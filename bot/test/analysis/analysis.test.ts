/** A head analyses a year's results over HTTP on the local Microsoft 365, and its actions are chased in chat (M18). */
import {
  type AnalysisView,
  due,
  groupYears,
  type HistoryView,
  type Person,
  startingPoint,
  type TrustAnalysisView,
} from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asking, webOf } from '../api-door.ts';
import { HALF_TERM, makeStage, type Stage } from '../chat-stage.ts';
import { noFaults, orderFaults, PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, east, west, head0, head1 } = PEOPLE;
const URN = '115850';
const PATH = `/api/schools/${URN}/analysis`;
const YEAR = `${PATH}/2025-26`;
const AREA = 'keyStage2.writing';
const NEED = { name: 'Writing, Year 6', explained: false, says: 'Spelling holds it back.' };
const ACTION = {
  ...{ need: AREA, text: 'Daily spelling in Year 6', owner: head0.id, by: '2027-02-01' },
  success: 'Nine in ten spell the Year 6 words.',
};

let stage: Stage;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  stage = await makeStage();
  const web = webOf(stage.world);
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
  return () => stage.close();
});

const view = async (person: Person) => (await (await ask(person, 'GET', PATH)).json()) as AnalysisView;
const send = async (person: Person, method: string, path: string, body: object) => {
  const answer = await ask(person, method, path, body);
  return { status: answer.status, text: await answer.text() };
};
/** What is owed in the window of the analysis, by key. */
const owed = (start: string) =>
  due(stage.world.policy, stage.world.facts(), stage.world.now())
    .map(({ key }) => key)
    .filter((key) => key.startsWith(start));
const needOf = async (person: Person, area = AREA) => (await view(person)).needs.find((one) => one.area === area);

describe('an analysis of results', () => {
  it('has nothing to send before there are results', async () => {
    expect((await view(head0)).figures).toEqual([]);
    const refused = await send(head0, 'PUT', `${YEAR}/sent`, { sent: true });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('There are no results')]);
    const figures = { reading: 80, writing: 50, maths: 74, grammar: 73, rwm: 48 };
    const recorded = `/api/schools/${URN}/assessments/2025-26/keyStage2`;
    expect((await send(head0, 'PUT', recorded, { pupils: 30, figures })).status).toBe(200);
    expect((await view(head0)).needs.map(({ area }) => area)).toEqual([AREA, 'keyStage2.rwm']);
  });

  it('is written by the head of the school, and refuses the rest without a trace', async () => {
    for (const person of [west, head1]) expect((await ask(person, 'GET', PATH)).status).toBe(404);
    expect((await ask(east, 'GET', PATH)).status).toBe(200);
    expect((await ask(head0, 'GET', `${PATH}?year=soon`)).status).toBe(404);
    expect((await ask(ceo, 'GET', '/api/schools/999999/analysis')).status).toBe(404);
    expect((await ask(head0, 'GET', '/api/analysis')).status).toBe(404);
    for (const [path, body] of [
      [`${YEAR}/needs/${AREA}`, NEED],
      [`${YEAR}/actions/00000001`, ACTION],
      [`${YEAR}/actions/00000001/done`, { done: true }],
      [`${YEAR}/sent`, { sent: true }],
    ] as const) {
      expect((await send(head1, 'PUT', path, body)).status).toBe(404);
      for (const person of [ceo, east]) expect((await send(person, 'PUT', path, body)).status).toBe(403);
      expect((await send(head0, 'PUT', path, [])).status).toBe(400);
    }
    for (const path of [`${YEAR}/needs/${AREA}`, `${YEAR}/actions/00000001`])
      expect((await send(ceo, 'DELETE', path, { version: '1' })).status).toBe(403);
    expect((await send(head0, 'PUT', `${PATH}/soon/sent`, { sent: true })).status).toBe(404);
    for (const list of ['Analyses', 'Analysis needs', 'Actions']) expect(await stage.place.rows(list)).toEqual([]);
  });

  it('says what has to be mended, and keeps nothing of it', async () => {
    for (const [path, body, place] of [
      [`needs/${AREA}`, { ...NEED, says: ' ' }, 'says'],
      ['needs/keyStage2.reading', NEED, 'area'],
      ['needs/own-12345678', { ...NEED, name: '' }, 'name'],
      ['actions/00000001', { ...ACTION, owner: 'nobody' }, 'action'],
      ['actions/00000001', { ...ACTION, by: '2026-02-30' }, 'action'],
      ['actions/00000001', { ...ACTION, success: '' }, 'success'],
      ['actions/00000001', { ...ACTION, need: 'keyStage2.reading' }, 'need'],
    ] as const) {
      const answer = await send(head0, 'PUT', `${YEAR}/${path}`, body);
      expect([answer.status, JSON.parse(answer.text).findings[0].place]).toEqual([422, place]);
    }
    expect((await send(head0, 'PUT', `${YEAR}/needs/${encodeURIComponent('<b>')}`, NEED)).status).toBe(404);
    expect((await send(head0, 'PUT', `${YEAR}/actions/1`, ACTION)).status).toBe(404);
    expect(await stage.place.rows('Analysis needs')).toEqual([]);
  });

  it('is a draft that only the head reads, each part a row, and nobody is chased for it', async () => {
    await orderFaults([{ service: 'graph', method: 'POST', path: 'batch$', status: 504, when: 'after', times: 1 }]);
    expect((await send(head0, 'PUT', `${YEAR}/needs/${AREA}`, NEED)).status).toBe(200);
    await noFaults();
    expect((await send(head0, 'PUT', `${YEAR}/needs/${AREA}`, NEED)).status).toBe(200);
    const changed = { ...NEED, says: 'Spelling and stamina hold it back.' };
    expect((await send(head0, 'PUT', `${YEAR}/needs/${AREA}`, changed)).status).toBe(409);
    const { version } = (await needOf(head0))?.written ?? {};
    expect((await send(head0, 'PUT', `${YEAR}/needs/${AREA}`, { ...changed, version })).status).toBe(200);
    expect((await send(head0, 'PUT', `${YEAR}/actions/00000001`, ACTION)).status).toBe(200);
    const [row] = await stage.place.rows('Actions');
    expect(row?.fields).toMatchObject({ Meeting: `analysis/2025-26/${URN}`, Need: AREA, Success: ACTION.success });
    expect((await needOf(head0))?.actions).toMatchObject([{ text: ACTION.text }]);
    expect((await needOf(east))?.written).toBeUndefined();
    expect((await needOf(east))?.actions).toEqual([]);
    expect(stage.world.gatherings.kept().actions).toEqual([]);
    expect((await send(head0, 'PUT', `${YEAR}/actions/00000001/done`, { done: true })).status).toBe(404);
  });

  it('takes out what was put in by mistake: a need of the head’s own once its actions are gone', async () => {
    const own = 'needs/own-12345678';
    expect((await send(head0, 'PUT', `${YEAR}/${own}`, { ...NEED, name: 'Handwriting' })).status).toBe(200);
    const action = { ...ACTION, need: 'own-12345678' };
    expect((await send(head0, 'PUT', `${YEAR}/actions/00000002`, action)).status).toBe(200);
    const need = await needOf(head0, 'own-12345678');
    const version = need?.written?.version ?? '';
    expect((await send(head0, 'DELETE', `${YEAR}/${own}`, { version })).status).toBe(422);
    const stale = await send(head0, 'DELETE', `${YEAR}/actions/00000002`, { version: 'x' });
    expect([stale.status, JSON.parse(stale.text).current.school.urn]).toEqual([409, URN]);
    const seen = { version: need?.actions[0]?.version };
    expect((await send(head0, 'DELETE', `${YEAR}/actions/00000002`, seen)).status).toBe(200);
    expect((await send(head0, 'DELETE', `${YEAR}/${own}`, { version })).status).toBe(200);
    expect(await needOf(head0, 'own-12345678')).toBeUndefined();
  });

  it('is sent once nothing is missing, and then read by those above and asked for no more', async () => {
    expect(owed('analysis/2025-26').some((key) => key.includes(URN))).toBe(true);
    const early = await send(head0, 'PUT', `${YEAR}/sent`, { sent: true });
    expect(early.status).toBe(422);
    expect(JSON.parse(early.text).findings).toMatchObject([
      { says: 'Say what you see in Reading, writing and maths, Year 6.' },
    ]);
    const explained = { name: 'Reading, writing and maths, Year 6', explained: true, says: 'It follows writing.' };
    expect((await send(head0, 'PUT', `${YEAR}/needs/keyStage2.rwm`, explained)).status).toBe(200);
    expect((await send(head0, 'PUT', `${YEAR}/sent`, { sent: true })).status).toBe(200);
    expect((await needOf(east))?.written?.says).toBe('Spelling and stamina hold it back.');
    expect((await view(ceo)).sent?.byName).toBe(head0.name);
    expect(owed('analysis').some((key) => key.includes(`${URN}/`))).toBe(false);
    const trust = (await (await ask(ceo, 'GET', '/api/analysis')).json()) as TrustAnalysisView;
    expect(trust.schools.find(({ urn }) => urn === URN)).toMatchObject({ needs: 2, actions: 1, done: 0 });
    expect((await ask(east, 'GET', '/api/analysis?year=2025-26')).status).toBe(200);
  });

  it('is changed only after it was taken back; its actions are done in the tab and from chat alike', async () => {
    const need = await needOf(head0);
    for (const [method, path, body] of [
      ['PUT', `needs/${AREA}`, { ...NEED, version: need?.written?.version }],
      ['PUT', 'actions/00000001', { ...ACTION, version: need?.actions[0]?.version }],
      ['DELETE', 'actions/00000001', { version: need?.actions[0]?.version }],
      ['DELETE', `needs/${AREA}`, { version: need?.written?.version }],
    ] as const)
      expect((await send(head0, method, `${YEAR}/${path}`, body)).status).toBe(422);
    expect((await send(head0, 'PUT', `${YEAR}/actions/00000001/done`, { done: true })).status).toBe(200);
    expect((await send(head0, 'PUT', `${YEAR}/actions/00000001/done`, { done: true })).status).toBe(200);
    expect((await needOf(east))?.actions[0]?.done).toBe(stage.world.now().toString().slice(0, 10));
    expect((await send(head0, 'PUT', `${YEAR}/actions/00000001/done`, { done: false })).status).toBe(200);
    expect((await needOf(east))?.actions[0]?.done).toBeUndefined();
    const { version } = await view(head0);
    expect((await send(head0, 'PUT', `${YEAR}/sent`, { sent: false })).status).toBe(409);
    expect((await send(head0, 'PUT', `${YEAR}/sent`, { sent: false, version })).status).toBe(200);
    expect((await needOf(east))?.written).toBeUndefined();
    expect(stage.world.gatherings.kept().actions).toEqual([]);
    const history = (await (await ask(ceo, 'GET', `/api/history/${HALF_TERM}/${URN}`)).json()) as HistoryView;
    const did = history.entries.map((one) => one.did);
    expect(did).toContain('Sent the analysis of 2025-26');
    expect(did).toContain('Took back the analysis of 2025-26');
    expect(did).toContain('Wrote about a need in the analysis: Writing, Year 6, 2025-26');
  });
});

it('carries the pupil groups of the year’s last return to those who read the school in full', async () => {
  const { world } = stage;
  const halfTerm = '2025-26/summer-2';
  const school = world.facts().schools.find(({ urn }) => urn === URN);
  if (!school) throw new Error(`There is no ${URN}.`);
  expect((await view(head0)).groups).toMatchObject({ yearBefore: '2024-25', groups: [] });
  const reading = (value: number) => ({ figures: { reading: value } });
  const content = {
    ...startingPoint(world.policy, world.facts(), school, halfTerm),
    ...{
      comment: 'A year.',
      cohorts: groupYears(world.policy, school).map((year) => ({ year, pupils: 30, ...reading(70) })),
    },
    groups: [
      { group: 'send', pupils: 28, ...reading(56) },
      { group: 'lookedAfter', pupils: 3, ...reading(33) },
    ],
  };
  const by = { person: head0.id, surface: 'tab' } as const;
  await world.soap.submit(await world.soap.saveDraft(URN, halfTerm, content, undefined, by), by);
  const { groups } = await view(head0);
  expect(groups).toMatchObject({ halfTerm, measures: [{ key: 'reading', all: 70 }, {}, {}, {}] });
  expect(groups?.groups[1]).toMatchObject({
    ...{ group: 'send', pupils: 28, figures: [{ value: 56, difference: -14 }, {}, {}, {}] },
    says: ['SEND: reading is 14 points below all pupils, about 4 of 28 pupils.'],
  });
  const trust = async (person: Person) =>
    ((await (await ask(person, 'GET', '/api/analysis?year=2025-26')).json()) as TrustAnalysisView).groups;
  expect((await trust(ceo))?.groups[3]).toMatchObject({ pupils: 3, figures: [{ value: 33, schools: 1 }, {}, {}, {}] });
  // Neither to another cluster's leader nor to another school's head does anything of it come along.
  expect((await trust(west))?.groups).toEqual([]);
  const other = await ask(head1, 'GET', '/api/schools/115851/analysis?year=2025-26');
  expect(((await other.json()) as AnalysisView).groups).toMatchObject({ groups: [] });
});

it('lets nobody touch an action of a meeting by its id', async () => {
  await stage.place.type('Actions', [
    {
      Key: '00000009',
      Title: 'x',
      Meeting: 'strategic/2026-27/1',
      Text: 'x',
      Owner: head0.id,
      DueBy: '2027-01-01T12:00:00Z',
    },
  ]);
  await stage.world.refresh();
  expect((await send(head0, 'PUT', `${YEAR}/actions/00000009`, ACTION)).status).toBe(409);
  expect((await send(head0, 'DELETE', `${YEAR}/actions/00000009`, { version: 'x' })).status).toBe(409);
});

it('reports rows that were typed by hand into nonsense', async () => {
  const row = { Key: 'mine', Title: 'x', School: URN };
  await stage.place.type('Analyses', [{ ...row, AcademicYear: '2025-27', State: 'sent' }]);
  await stage.place.type('Analysis needs', [{ ...row, AcademicYear: '2025-26', Area: 'x', Name: 'x' }]);
  await stage.world.refresh();
  expect(stage.world.rowProblems()).toMatchObject([
    { list: 'Analyses', column: 'Academic year' },
    { list: 'Analysis needs', key: 'mine', column: 'Key' },
  ]);
});
