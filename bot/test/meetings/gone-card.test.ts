/** The question about a meeting that is gone from Outlook, as a card in the planner's chat: asked once, answered once. */
import type { Meeting, PlanView } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { messageFor } from '../../src/chat/duty-cards.ts';
import { Deliveries } from '../../src/delivery/deliveries.ts';
import { Slots } from '../../src/delivery/slots.ts';
import { putIntoCalendars } from '../../src/meetings/events.ts';
import { OutlookWatch } from '../../src/meetings/outlook-watch.ts';
import { asking, webOf } from '../api-door.ts';
import { cardOf, dataOf, type Message, makeStage, type Stage, textsOf } from '../chat-stage.ts';
import { scratch } from '../scratch.ts';
import { control, ORGANISER, PEOPLE, TENANT_ID, typeMeetings } from '../tenant.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { ceo, east, head0 } = PEOPLE;
const going = new AbortController().signal;
/** The sandbox's clock stands on Monday 23 November 2026. */
const meeting = (number: number, day: string): Meeting => ({
  ...{
    key: `advisory/2026-27/${number}`,
    kind: 'advisory',
    year: '2026-27',
    number,
    title: `Advisory heads ${number}`,
  },
  ...{ start: `${day}T08:00`, end: `${day}T08:45`, place: 'Trust office', attendees: [east.id, ceo.id, head0.id] },
  ...{ reminderMinutes: 60, agenda: [] },
});
const MEETINGS = [meeting(1, '2027-01-12'), meeting(2, '2027-01-19'), meeting(3, '2027-01-26')] as const;

let stage: Stage;
let deliveries: Deliveries;
let watch: OutlookWatch;
beforeAll(async () => {
  stage = await makeStage();
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
    users: [ORGANISER],
  });
  const slots = new Slots(scratch('journal'));
  await slots.take();
  deliveries = new Deliveries(stage.world, stage.messenger, slots, messageFor);
  watch = new OutlookWatch(stage.config.organiser);
  await stage.install(ceo);
  await stage.install(head0);
  await typeMeetings(stage.place, MEETINGS);
  await beat();
});
afterAll(() => stage.close());

/** What the heartbeat does about messages and meetings, in its order. */
async function beat(): Promise<void> {
  await stage.world.refresh();
  await deliveries.settle(going);
  await watch.look(stage.world, stage.world.graph);
  await putIntoCalendars(stage.world, stage.world.graph, stage.config, going);
}

const row = ({ key }: Meeting) => stage.world.meetings.recorded().find((one) => one.key === key);
const eventOf = (one: Meeting) => `/users/${stage.config.organiser}/events/${row(one)?.eventId}`;
const remove = (one: Meeting) => stage.world.graph.send({ method: 'DELETE', url: eventOf(one) });
/** The cards about this meeting in the CEO's chat, oldest first. */
const cards = async ({ title }: Meeting): Promise<Message[]> =>
  (await stage.messages(ceo)).filter((message) => {
    const verbs = message.attachments === undefined ? '' : JSON.stringify(message.attachments);
    return verbs.includes('question.look') && verbs.includes(title);
  });
const textOf = (message: Message) => textsOf(cardOf(message)).join('\n');
async function only(one: Meeting): Promise<Message> {
  const [message, ...more] = await cards(one);
  if (message === undefined || more.length > 0) throw new Error(`${more.length + (message ? 1 : 0)} cards`);
  return message;
}

describe.sequential('a meeting that is gone from Outlook', () => {
  const [first, second, third] = MEETINGS;

  it('is asked about on one card, in the chat of one who may plan, whatever the number of beats', async () => {
    await remove(first);
    for (let beats = 0; beats < 3; beats += 1) await beat();
    const card = await only(first);
    expect(textOf(card)).toContain('Gone from Outlook');
    expect(textOf(card)).toContain('Tue 12 Jan');
    expect(JSON.stringify(await stage.messages(head0))).not.toContain('question.look');
  });

  it('is put back by a press, once, and the card in the chat says so', async () => {
    const card = await only(first);
    const data = dataOf(cardOf(card), 'Put it back');
    const pressed = await stage.press(ceo, card, 'question.back', data);
    expect(pressed.text).toContain('Put back');
    expect(pressed.text).not.toContain('Leave it out');
    const again = await stage.press(ceo, card, 'question.out', data);
    expect(again.text).toContain('answered already');
    expect(again.text).toContain('Put back');
    await vi.waitFor(async () => expect(textOf(await only(first))).toContain('Put back'), 5_000);
    await beat();
    expect(row(first)).toMatchObject({ state: 'in calendars', again: 1 });
    expect(await stage.world.graph.get(eventOf(first))).toMatchObject({ subject: first.title });
  });

  it('is asked about anew when it is gone once more', async () => {
    await remove(first);
    await beat();
    await beat();
    expect(await cards(first)).toHaveLength(2);
  });

  it('is left out by a press, and stays cancelled', async () => {
    await remove(second);
    await beat();
    await beat();
    const card = await only(second);
    const pressed = await stage.press(ceo, card, 'question.out', dataOf(cardOf(card), 'Leave it out'));
    expect(pressed.text).toContain('Left out');
    await beat();
    expect(row(second)?.state).toBe('cancelled');
  });

  it('shows on the card what was answered in the tab, and the tab what was answered on a card', async () => {
    await remove(third);
    await beat();
    await beat();
    const card = await only(third);
    const ask = await asking(webOf(stage.world), ceo);
    const body = { key: third.key, answer: 'leave it out' };
    expect((await ask('POST', '/api/plan/2026-27/questions', body)).status).toBe(200);
    const shown = await stage.press(ceo, card, 'question.look', dataOf(cardOf(card), 'Put it back'));
    expect(shown.text).toContain('Left out');
    expect(shown.text).not.toContain('Put it back');

    const late = await ask('POST', '/api/plan/2026-27/questions', { ...body, answer: 'put it back' });
    expect([late.status, await late.json()]).toMatchObject([409, { error: { code: 'answered' } }]);
    const plan = (await (await ask('GET', '/api/plan/2026-27')).json()) as PlanView;
    expect(plan.meetings.find(({ key }) => key === third.key)?.state).toBe('cancelled');
  });

  it('is answered by nobody who may not plan, and a meeting that never was is no secret’s door', async () => {
    const [card] = await stage.type(head0, 'agenda');
    if (card === undefined) throw new Error('no answer');
    for (const verb of ['question.look', 'question.back', 'question.out']) {
      expect((await stage.press(head0, card, verb, { meeting: first.key })).statusCode).toBe(403);
      expect((await stage.press(head0, card, verb, { meeting: 'advisory/2026-27/99' })).statusCode).toBe(403);
    }
    expect(row(first)?.question).toBe('gone from the calendar');
    const [mine] = await cards(first);
    if (mine === undefined) throw new Error('no card');
    expect((await stage.press(ceo, mine, 'question.back', { meeting: 'x' })).text).toContain('not there any more');
  });
});
