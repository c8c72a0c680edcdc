/** Inspections recorded, corrected and taken out over HTTP on the local Microsoft 365, and what follows from them (M24, M28). */
import {
  type CategoriesView,
  due,
  type HistoryView,
  type InspectionsView,
  type Person,
  type SchoolView,
} from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asking, webOf } from '../api-door.ts';
import { HALF_TERM, makeStage, type Stage } from '../chat-stage.ts';
import { noFaults, orderFaults, PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, east, head0, head1 } = PEOPLE;
const URN = '115850';
const PATH = `/api/schools/${URN}/inspections`;
const ID = 'inspection-1';
const CARD = {
  kind: 'areas',
  on: '2026-03-10',
  published: '2026-04-17',
  framework: 'report-card',
  areas: {
    inclusion: 'expected',
    curriculum: 'expected',
    achievement: 'needs-attention',
    attendance: 'expected',
    personal: 'strong',
    leadership: 'expected',
  },
  safeguarding: 'met',
  report: 'https://reports.ofsted.gov.uk/provider/21/115850',
};

let stage: Stage;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  stage = await makeStage();
  const web = webOf(stage.world);
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
  return () => stage.close();
});

const seen = async (person: Person) => (await (await ask(person, 'GET', PATH)).json()) as InspectionsView;
const put = async (person: Person, body: object, id = ID) => {
  const answer = await ask(person, 'PUT', `${PATH}/${id}`, body);
  return { status: answer.status, text: await answer.text() };
};
const rows = () => stage.place.rows('Inspections');
const grade = async () => ((await (await ask(ceo, 'GET', `/api/schools/${URN}`)).json()) as SchoolView).school.ofsted;

describe('recording an inspection', () => {
  it('is open to whom the policy lets, and refuses the rest without a trace', async () => {
    expect((await ask(head1, 'GET', PATH)).status).toBe(404);
    expect((await put(head1, CARD)).status).toBe(404);
    expect((await ask(east, 'GET', PATH)).status).toBe(200);
    expect((await put(east, CARD)).status).toBe(403);
    expect((await ask(ceo, 'GET', '/api/schools/999999/inspections')).status).toBe(404);
    expect((await put(head0, CARD, 'x')).status).toBe(400);
    for (const body of [{ kind: 'wish' }, { ...CARD, areas: 7 }, { ...CARD, safeguarding: 'perhaps' }, []])
      expect((await put(head0, body)).status).toBe(400);
    expect(await rows()).toEqual([]);
  });

  it('says at its place what has to be mended, and keeps nothing of it', async () => {
    for (const [wrong, place] of [
      [{ on: '2026-02-30' }, 'on'],
      [{ published: '2026-03-09' }, 'published'],
      [{ framework: 'key-judgements' }, 'framework'],
      [{ areas: { ...CARD.areas, inclusion: '=HYPERLINK("x")' } }, 'areas'],
      [{ report: 'javascript:alert(1)' }, 'report'],
    ] as const) {
      const answer = await put(head0, { ...CARD, ...wrong });
      expect([answer.status, JSON.parse(answer.text).findings[0].place]).toEqual([422, place]);
    }
    expect(await rows()).toEqual([]);
  });

  it('keeps each area in a column of its own, and the category of the school follows', async () => {
    expect(await grade()).toEqual({ grade: 2, on: '2022-06-15' });
    expect((await put(head0, CARD)).status).toBe(200);
    const [row] = await rows();
    expect(row?.fields).toMatchObject({
      ...{ School: URN, Kind: 'areas', Framework: 'report-card', Safeguarding: 'met', Report: CARD.report },
      ...{ A_report_card_achievement: 'needs-attention', A_report_card_personal: 'strong' },
    });
    expect(await grade()).toEqual({ grade: 3, on: '2026-03-10', inspection: ID });
    const view = (await (await ask(ceo, 'GET', `/api/categories/${HALF_TERM}`)).json()) as CategoriesView;
    expect(view.schools.find(({ urn }) => urn === URN)?.choices).toEqual(['3a', '3b', '3cc']);
    expect(await seen(head0)).toMatchObject({
      mayRecord: true,
      support: { kept: true },
      inspections: [{ byName: head0.name, counts: { grade: 3 }, framework: 'Report card' }],
    });
    // The row of the school keeps what the register said.
    expect((await stage.place.rows('Schools')).find(({ fields }) => fields.Key === URN)?.fields.Ofsted).toBe(2);
  });

  it('takes the same again as the same, and another of that day not at all', async () => {
    expect((await put(head0, CARD)).status).toBe(200);
    const twin = await put(ceo, CARD, 'inspection-2');
    expect([twin.status, twin.text]).toEqual([422, expect.stringContaining('is on record already')]);
    await orderFaults([{ service: 'graph', method: 'POST', path: 'batch$', status: 504, when: 'after', times: 1 }]);
    const visit = {
      kind: 'monitoring',
      on: '2026-06-02',
      outcome: 'enough-progress',
      note: '[x](https://evil.example)',
    };
    expect((await put(ceo, visit, 'inspection-3')).status).toBe(200);
    await noFaults();
    expect(await rows()).toHaveLength(2);
  });

  it('corrects only what was seen, keeping who else was faster', async () => {
    const { inspection } = (await seen(ceo)).inspections.find((one) => one.inspection.id === ID) ?? {};
    const version = inspection?.version ?? '';
    const mended = { ...CARD, areas: { ...CARD.areas, achievement: 'expected' } };
    const strange = await put(ceo, { ...mended, report: 'https://other.example' }, ID);
    expect(strange.status).toBe(409);
    expect((await put(ceo, { ...mended, version })).status).toBe(200);
    expect(await grade()).toMatchObject({ grade: 2, on: '2026-03-10' });
    const late = await put(head0, { ...CARD, safeguarding: 'not met', version });
    expect([late.status, JSON.parse(late.text).current.inspections]).toEqual([409, expect.any(Array)]);
    const elsewhere = await ask(head1, 'PUT', `/api/schools/115851/inspections/${ID}`, { ...mended, version });
    expect(elsewhere.status).toBe(409);
    expect(await elsewhere.json()).toMatchObject({ current: { inspections: [] } });
  });

  it('tells in the history who recorded and corrected, with what stood there before', async () => {
    const view = (await (await ask(ceo, 'GET', `/api/history/${HALF_TERM}/${URN}`)).json()) as HistoryView;
    const corrected = view.entries.find(({ did }) => did === 'Corrected an inspection');
    expect(corrected?.by).toBe(ceo.name);
    expect(corrected?.changes[0]?.from).toContain('Achievement: Needs attention');
    expect(corrected?.changes[0]?.to).toContain('Achievement: Expected standard');
    expect(view.entries.filter(({ did }) => did.startsWith('Recorded: '))).toHaveLength(2);
  });

  it('takes one out that was recorded by mistake, and then the earlier one counts', async () => {
    const before = await seen(ceo);
    const { version } = before.inspections.find((one) => one.inspection.id === ID)?.inspection ?? {};
    expect((await ask(east, 'POST', `${PATH}/${ID}/remove`, { version })).status).toBe(403);
    expect((await ask(ceo, 'POST', `${PATH}/${ID}/remove`, { version: 'stale' })).status).toBe(409);
    expect((await ask(ceo, 'POST', `${PATH}/${ID}/remove`, { version })).status).toBe(200);
    expect((await ask(ceo, 'POST', `${PATH}/${ID}/remove`, { version })).status).toBe(200);
    expect(await grade()).toEqual({ grade: 2, on: '2022-06-15' });
  });
});

it('asks the head for the outcome of an awaited inspection, until it is recorded in its place', async () => {
  const owed = () =>
    due(stage.world.policy, stage.world.facts(), stage.world.now()).filter(({ key }) => key.startsWith('inspection-'));
  expect((await put(head0, { kind: 'awaited', on: '2026-09-10' }, 'inspection-4')).status).toBe(200);
  expect(owed()).toMatchObject([
    { person: head0.id, title: "Record the outcome of Barn Lane Primary School's inspection" },
  ]);
  const { version } =
    (await seen(head0)).inspections.find((one) => one.inspection.id === 'inspection-4')?.inspection ?? {};
  expect(
    (await put(head0, { ...CARD, on: '2026-09-10', published: '2026-10-20', version }, 'inspection-4')).status,
  ).toBe(200);
  expect(owed()).toEqual([]);
});

it('reports rows that were typed by hand into nonsense, and reads the rest', async () => {
  await stage.place.type('Inspections', [
    {
      Key: 'by-hand-1',
      Title: 'x',
      School: URN,
      Kind: 'overall',
      On: '2021-05-10T12:00:00Z',
      At: '2021-05-10T12:00:00Z',
    },
  ]);
  await stage.world.refresh();
  expect(stage.world.rowProblems()).toMatchObject([{ list: 'Inspections', key: 'by-hand-1' }]);
  expect(await grade()).toMatchObject({ grade: 3, inspection: 'inspection-4' });
});
