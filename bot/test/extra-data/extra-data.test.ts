/** Extra data of a school that causes concern, asked on a card and given in chat or in the tab (M19). */
import { due, type ExtraDataView, type HistoryView, type Person, type Task } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { taskMessage } from '../../src/tasks/verbs.ts';
import { asking, webOf } from '../api-door.ts';
import { dataOf, HALF_TERM, inputsOf, makeStage, type Stage, textsOf } from '../chat-stage.ts';
import { noFaults, orderFaults, PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, east, west, head0, head1 } = PEOPLE;
const URN = '115850';
const PATH = `/api/schools/${URN}/extra-data`;
const GIVEN = { figures: { attendance: 92.5, suspensions: 2 }, says: '' };

let stage: Stage;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  stage = await makeStage();
  const web = webOf(stage.world);
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
  return () => stage.close();
});

const view = async (person: Person) => (await (await ask(person, 'GET', PATH)).json()) as ExtraDataView;
const item = async (key = 'attendance') => (await view(head0)).items.find((one) => one.key === key);
const put = async (person: Person, day: string, body: object, of = 'attendance') => {
  const answer = await ask(person, 'PUT', `${PATH}/${of}/${day}`, body);
  return { status: answer.status, text: await answer.text() };
};
const owed = (of = 'attendance') =>
  due(stage.world.policy, stage.world.facts(), stage.world.now()).filter(
    (one): one is Task => one.kind === 'task' && one.key.startsWith(`extra/${URN}/${of}`),
  );
const rows = () => stage.place.rows('Extra data');

describe('extra data', () => {
  it('is asked of a school only once it causes concern', async () => {
    expect((await view(head0)).items).toEqual([]);
    expect(owed()).toEqual([]);
    expect((await put(head0, '2026-11-12', GIVEN)).status).toBe(422);
    const [school] = (await stage.place.rows('Schools')).filter(({ fields }) => fields.Key === URN);
    await stage.place.retype('Schools', school?.id ?? '', { Ofsted: 3 });
    await stage.world.refresh();
    expect((await view(head0)).because).toMatch(/^The grade of Barn Lane Primary School is 3/);
    expect(owed()).toHaveLength(1);
  });

  it('is given by the head of the school, and refuses the rest without a trace', async () => {
    const day = (await item())?.asked?.due ?? '';
    for (const person of [west, head1]) expect((await ask(person, 'GET', PATH)).status).toBe(404);
    expect((await ask(east, 'GET', PATH)).status).toBe(200);
    expect((await put(head1, day, GIVEN)).status).toBe(404);
    for (const person of [ceo, east]) expect((await put(person, day, GIVEN)).status).toBe(403);
    expect((await ask(ceo, 'GET', '/api/schools/999999/extra-data')).status).toBe(404);
    for (const body of [{}, { ...GIVEN, figures: { attendance: '92' } }, { figures: {}, says: 7 }, []])
      expect((await put(head0, day, body)).status).toBe(400);
    for (const [body, place] of [
      [{ ...GIVEN, figures: { attendance: 140, suspensions: 2 } }, 'attendance'],
      [{ ...GIVEN, figures: { attendance: 60, suspensions: 2 } }, 'attendance'],
      [{ ...GIVEN, figures: { attendance: 92 } }, 'suspensions'],
    ] as const) {
      const answer = await put(head0, day, body);
      expect([answer.status, JSON.parse(answer.text).findings[0].place]).toEqual([422, place]);
    }
    expect((await put(head0, 'soon', GIVEN)).status).toBe(422);
    expect(await rows()).toEqual([]);
  });

  it('is asked on a card that says what has to be mended, keeps what was typed, and takes the figures', async () => {
    await stage.install(head0);
    const [message] = await stage.type(head0, 'help');
    const [task] = owed();
    if (!task || !message) throw new Error('Nothing is owed, or the bot is silent.');
    const { card } = taskMessage(task, stage.world);
    expect(textsOf(card)).toContain('Attendance, %');
    const data = dataOf(card, 'Send');
    const wrong = await stage.press(head0, message, 'extra.send', data, {
      ...{ 'figure:attendance': '140', 'figure:suspensions': '2', says: 'Half were ill.' },
    });
    expect(wrong.text).toContain('give a figure from 0 to 100');
    expect(JSON.stringify(wrong.value)).toContain('Half were ill.');
    expect(await rows()).toEqual([]);
    const low = { 'figure:attendance': '60', 'figure:suspensions': '2', says: '' };
    expect((await stage.press(head0, message, 'extra.send', data, low)).text).toContain('Say why in the remark.');
    await orderFaults([{ service: 'graph', method: 'POST', path: 'batch$', status: 504, when: 'after', times: 1 }]);
    const good = { 'figure:attendance': '92.5', 'figure:suspensions': '2', says: '' };
    const taken = await stage.press(head0, message, 'extra.send', data, good);
    expect(taken.text).toContain('it is on record');
    await noFaults();
    const [row, ...more] = await rows();
    expect(more).toEqual([]);
    expect(row?.fields).toMatchObject({ School: URN, Item: 'attendance', M_attendance: 92.5, M_suspensions: 2 });
    expect(owed()).toEqual([]);
    // Pressed again from an old card it changes nothing.
    const again = await stage.press(head0, message, 'extra.send', data, { ...good, 'figure:attendance': '91' });
    expect(again.text).toContain('given since the card was opened: Attendance 92.5%, Suspensions 2.');
    expect(inputsOf(again.value)).toMatchObject({ 'figure:attendance': '91', 'figure:suspensions': '2' });
    const correcting = await stage.press(head0, message, 'extra.correct', data);
    const seen = dataOf(correcting.value, 'Send');
    const mended = await stage.press(head0, message, 'extra.send', seen, { ...good, 'figure:attendance': '91' });
    expect(mended.text).toContain('Attendance 91%');
    const others = await stage.press(head0, message, 'extra.look', { ...data, urn: '115851' });
    expect(JSON.stringify(others.value)).toContain('somebody else');
  });

  it('takes the same again as the same, corrects only what was seen, and keeps the earlier value', async () => {
    const { asked } = (await item()) ?? {};
    const day = asked?.due ?? '';
    const body = { figures: { attendance: 90, suspensions: 2 }, says: '' };
    expect((await put(head0, day, body)).status).toBe(409);
    const version = asked?.given?.version;
    expect((await put(head0, day, { ...body, version })).status).toBe(200);
    expect((await put(head0, day, { ...body, version })).status).toBe(200);
    expect((await view(east)).items.find(({ key }) => key === 'attendance')?.given).toMatchObject([
      { byName: head0.name, figures: { attendance: 90 } },
    ]);
    const history = (await (await ask(ceo, 'GET', `/api/history/${HALF_TERM}/${URN}`)).json()) as HistoryView;
    expect(history.entries.map(({ did }) => did)).toContain(
      'Corrected extra data: Attendance and suspensions since last time',
    );
  });
});

it('reports rows that were typed by hand into nonsense', async () => {
  await stage.place.type('Extra data', [
    { Key: 'mine', Title: 'x', School: URN, Item: 'x', DueBy: '2026-11-12T12:00:00Z' },
  ]);
  await stage.world.refresh();
  expect(stage.world.rowProblems()).toMatchObject([{ list: 'Extra data', key: 'mine', column: 'Key' }]);
});
