/** The baseline and national assessments recorded and corrected over HTTP on the local Microsoft 365 (M16, M17). */
import { type AnalysisView, type AssessmentsView, due, type HistoryView, type Person } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asking, webOf } from '../api-door.ts';
import { HALF_TERM, makeStage, type Stage } from '../chat-stage.ts';
import { noFaults, orderFaults, PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, head0, head1 } = PEOPLE;
const URN = '115850';
const PATH = `/api/schools/${URN}/assessments`;
const BASELINE = `${PATH}/2026-27/eyfsBaseline`;
const OUTCOME = {
  pupils: 28,
  figures: { communication: 61, personal: 70, physical: 74.5, literacy: 52, mathematics: 58 },
};

let stage: Stage;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  stage = await makeStage();
  const web = webOf(stage.world);
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
  return () => stage.close();
});

const put = async (person: Person, body: object, path = BASELINE) => {
  const answer = await ask(person, 'PUT', path, body);
  return { status: answer.status, text: await answer.text() };
};
const seen = async (person: Person) => (await (await ask(person, 'GET', PATH)).json()) as AssessmentsView;
const shown = async (person: Person) =>
  (await seen(person)).years[0]?.assessments.find(({ key }) => key === 'eyfsBaseline');
const rows = () => stage.place.rows('Assessments');
/** Whom the baseline is asked of, in its half term. */
const owed = () =>
  due(stage.world.policy, stage.world.facts(), stage.world.now().subtract({ hours: 24 * 45 }))
    .filter(({ key }) => key.startsWith('assessment/eyfsBaseline'))
    .map((one) => 'person' in one && one.person);

describe('recording an assessment', () => {
  it('is open to the head of the school, and refuses the rest without a trace', async () => {
    expect((await ask(head1, 'GET', PATH)).status).toBe(404);
    expect((await put(head1, OUTCOME)).status).toBe(404);
    expect((await put(ceo, OUTCOME)).status).toBe(403);
    expect((await ask(ceo, 'GET', '/api/schools/999999/assessments')).status).toBe(404);
    for (const body of [{}, { ...OUTCOME, pupils: '28' }, { ...OUTCOME, figures: { literacy: '=1+1' } }, []])
      expect((await put(head0, body)).status).toBe(400);
    expect(await rows()).toEqual([]);
  });

  it('says at its place what has to be mended, and keeps nothing of it', async () => {
    for (const [body, place, path] of [
      [{ ...OUTCOME, pupils: 0 }, 'pupils', BASELINE],
      [{ ...OUTCOME, figures: { ...OUTCOME.figures, literacy: 101 } }, 'literacy', BASELINE],
      [{ ...OUTCOME, figures: {} }, 'communication', BASELINE],
      [OUTCOME, 'assessment', `${PATH}/2026-27/phonics`],
      [OUTCOME, 'assessment', `${PATH}/soon/eyfsBaseline`],
    ] as const) {
      const answer = await put(head0, body, path);
      expect([answer.status, JSON.parse(answer.text).findings[0].place]).toEqual([422, place]);
    }
    expect(await rows()).toEqual([]);
  });

  it('keeps each figure in a column of its own, and the head is asked no more', async () => {
    expect(owed()).toContain(head0.id);
    await orderFaults([{ service: 'graph', method: 'POST', path: 'batch$', status: 504, when: 'after', times: 1 }]);
    expect((await put(head0, OUTCOME)).status).toBe(200);
    await noFaults();
    const [row, ...more] = await rows();
    expect(more).toEqual([]);
    expect(row?.fields).toMatchObject({
      ...{ Key: `2026-27/${URN}/eyfsBaseline`, School: URN, Pupils: 28, M_physical: 74.5 },
    });
    expect(await shown(ceo)).toMatchObject({ byName: head0.name, record: OUTCOME });
    expect(owed()).not.toContain(head0.id);
    expect(owed()).toContain(head1.id);
  });

  it('takes the same again as the same, corrects only what was seen, and keeps the earlier value', async () => {
    const { version } = (await shown(head0))?.record ?? {};
    expect((await put(head0, OUTCOME)).status).toBe(200);
    const corrected = { ...OUTCOME, pupils: 27 };
    expect((await put(head0, corrected)).status).toBe(409);
    expect((await put(head0, { ...corrected, version })).status).toBe(200);
    const late = await put(head0, { ...OUTCOME, pupils: 29, version });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('"pupils":27')]);
    const view = (await (await ask(ceo, 'GET', `/api/history/${HALF_TERM}/${URN}`)).json()) as HistoryView;
    const told = view.entries.find(({ did }) => did === 'Corrected: Baseline on entry to Reception, 2026-27');
    expect(told?.changes).toEqual([
      {
        what: 'Baseline on entry to Reception, 2026-27',
        from: expect.stringMatching(/^28 pupils; Communication and language 61%/),
        to: expect.stringMatching(/^27 pupils/),
      },
    ]);
  });
});

describe('taking an outcome out', () => {
  const HOSTILE = '=1+1 <at>all</at> Typed for the wrong school.';
  const remove = async (person: Person, body: object, path = BASELINE) => {
    const answer = await ask(person, 'POST', `${path}/remove`, body);
    return { status: answer.status, text: await answer.text() };
  };
  const told = async (action: RegExp) => {
    const view = (await (await ask(ceo, 'GET', `/api/history/${HALF_TERM}/${URN}`)).json()) as HistoryView;
    return view.entries.filter(({ did }) => action.test(did));
  };

  it('is refused to who may not record it, without a reason, and without the version that was seen', async () => {
    const { version } = (await shown(head0))?.record ?? {};
    expect((await remove(head1, { version, why: 'x' })).status).toBe(404);
    expect((await remove(ceo, { version, why: 'x' })).status).toBe(403);
    for (const body of [
      {},
      { why: 'x' },
      { version: 3, why: 'x' },
      { version, why: 7 },
      { version, why: 'x'.repeat(9_000) },
    ])
      expect((await remove(head0, body)).status).toBe(400);
    for (const why of [undefined, ' ', 'x'.repeat(501)]) {
      const answer = await remove(head0, { version, why });
      expect([answer.status, JSON.parse(answer.text).findings[0].place]).toEqual([422, 'why']);
    }
    const stale = await remove(head0, { version: '"other,1"', why: 'x' });
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('"pupils":27')]);
    expect(await rows()).toHaveLength(1);
  });

  it('leaves figures and reason in the history, and the head owes it again', async () => {
    const { version } = (await shown(head0))?.record ?? {};
    expect(owed()).not.toContain(head0.id);
    await orderFaults([{ service: 'graph', method: 'POST', path: 'batch$', status: 504, when: 'after', times: 1 }]);
    expect((await remove(head0, { version, why: ` ${HOSTILE} ` })).status).toBe(200);
    await noFaults();
    expect(await rows()).toEqual([]);
    expect((await shown(ceo))?.record).toBeUndefined();
    expect(owed()).toContain(head0.id);
    expect(await told(/^Took out/)).toMatchObject([
      {
        by: head0.name,
        did: expect.stringMatching(/^Took out: Baseline on entry to Reception, 2026-27. 27 pupils; Communication/),
        why: HOSTILE,
      },
    ]);
    // Pressed twice, and by who still sees it on another screen.
    expect((await remove(head0, { version, why: 'Again.' })).status).toBe(200);
    expect(await told(/^Took out/)).toHaveLength(1);
  });

  it('is undone by recording it again, and what was taken out is not corrected', async () => {
    expect((await put(head0, { ...OUTCOME, version: '"gone,1"' })).status).toBe(409);
    expect((await put(head0, OUTCOME)).status).toBe(200);
    expect((await shown(head0))?.record).toMatchObject(OUTCOME);
    expect(await told(/^Recorded: Baseline/)).toHaveLength(2);
  });

  it('names what stands there where somebody corrected it in SharePoint a moment before', async () => {
    const { version } = (await shown(head0))?.record ?? {};
    const [row] = await rows();
    await stage.place.retype('Assessments', row?.id ?? '', { Pupils: 26 });
    const late = await remove(head0, { version, why: 'x' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('"pupils":26')]);
    const { version: now } = (await shown(head0))?.record ?? {};
    expect((await remove(head0, { version: now, why: 'Seen.' })).status).toBe(200);
    expect(await rows()).toEqual([]);
  });

  it('takes it out of the analysis, which then does without', async () => {
    const phonics = `${PATH}/2025-26/phonics`;
    const figures = async () => {
      const view = await (await ask(head0, 'GET', `/api/schools/${URN}/analysis?year=2025-26`)).json();
      return (view as AnalysisView).figures.filter(({ assessment }) => assessment === 'phonics').length;
    };
    const recorded = await put(head0, { pupils: 30, figures: { phonics: 81 } }, phonics);
    const { version } =
      (JSON.parse(recorded.text) as AssessmentsView).over
        .find(({ year }) => year === '2025-26')
        ?.assessments.find(({ key }) => key === 'phonics')?.record ?? {};
    expect(await figures()).toBe(1);
    expect((await remove(head0, { version, why: 'Of the infants.' }, phonics)).status).toBe(200);
    expect(await figures()).toBe(0);
  });
});

it('is entered late for a year that is over, and corrected, and the history says so', async () => {
  const late = `${PATH}/2024-25/phonics`;
  const over = async () =>
    (await seen(head0)).over.find(({ year }) => year === '2024-25')?.assessments.find(({ key }) => key === 'phonics');
  expect(await over()).toMatchObject({ begun: true });
  expect((await put(ceo, { pupils: 30, figures: { phonics: 81 } }, late)).status).toBe(403);
  expect((await put(head0, { pupils: 30, figures: { phonics: 81 } }, late)).status).toBe(200);
  const { version } = (await over())?.record ?? {};
  expect((await put(head0, { pupils: 30, figures: { phonics: 84 }, version }, late)).status).toBe(200);
  expect((await over())?.record?.figures).toEqual({ phonics: 84 });
  const view = (await (await ask(ceo, 'GET', `/api/history/${HALF_TERM}/${URN}`)).json()) as HistoryView;
  const told = view.entries.find(({ did }) => did === 'Corrected: Phonics screening check, 2024-25');
  expect(told?.changes[0]).toMatchObject({ from: expect.stringContaining('81%'), to: expect.stringContaining('84%') });
});

it('reports rows that were typed by hand into nonsense', async () => {
  await stage.place.type('Assessments', [
    { Key: 'mine', Title: 'x', School: URN, AcademicYear: '2026-27', Assessment: 'phonics', Pupils: 20 },
  ]);
  await stage.world.refresh();
  expect(stage.world.rowProblems()).toMatchObject([{ list: 'Assessments', key: 'mine', column: 'Key' }]);
});
