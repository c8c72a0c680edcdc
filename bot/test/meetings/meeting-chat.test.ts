/** The app beside a meeting in Teams knows by its chat which meeting it is beside (M4-M12). */
import type { MyGatherings } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { chatOf } from '../../src/meetings/event.ts';
import { PEOPLE } from '../tenant.ts';
import { OFFICE, type PlanningStage, planningStage, read, YEAR } from './planning-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { ceo, head0 } = PEOPLE;
let stage: PlanningStage;
beforeAll(async () => {
  stage = await planningStage();
  await stage.put();
});
const strategic = () => {
  const now = '2026-11-23T09:00';
  const found = stage.world.meetings.recorded().find(({ kind, start }) => kind === 'strategic' && start > now);
  if (found === undefined) throw new Error('no strategic meeting ahead');
  return found;
};
const asked = async (chat: string, person = ceo) =>
  (await read(
    stage.ask('GET', `/api/gatherings?chat=${encodeURIComponent(chat)}`, undefined, person),
    200,
  )) as MyGatherings;

describe('the chat of a meeting', () => {
  it('is kept with its event, one for each, and found by its people alone', async () => {
    const inCalendars = stage.world.meetings.recorded().filter(({ state }) => state === 'in calendars');
    const chats = inCalendars.map(({ chat }) => chat);
    expect(inCalendars.length).toBeGreaterThan(20);
    expect(chats.every((chat) => /^19:meeting_[\w-]+@thread\.v2$/.test(chat ?? ''))).toBe(true);
    expect(new Set(chats).size).toBe(chats.length);
    const { key, chat = '', attendees } = strategic();
    expect(attendees).toContain(head0.id);
    expect((await asked(chat)).here).toBe(key);
    expect((await asked(chat, head0)).here).toBe(key);
    const board = inCalendars.find((one) => !one.attendees.includes(head0.id) && one.sentBySchools?.length === 0);
    expect((await asked(board?.chat ?? '', head0)).here).toBeUndefined();
    // Who plans meetings may read them all.
    expect((await asked(chat, OFFICE)).here).toBe(key);
    for (const other of ['', '19:somebody-elses@thread.v2', "' or 1=1", 'x'.repeat(3000)]) {
      expect((await asked(other)).here).toBeUndefined();
    }
  });

  it('follows when its event is made anew, and is taken in from Outlook where it is not known', async () => {
    const { key, chat, eventId } = strategic();
    const [row] = (await stage.place.rows('Meetings')).filter(({ fields }) => fields.Key === key);
    await stage.place.retype('Meetings', row?.id ?? '', { Chat: '' });
    await stage.lookAnew();
    expect(strategic()).toMatchObject({ key, chat });

    await stage.byHand('DELETE', `/events/${eventId}`);
    await stage.look();
    await read(stage.ask('POST', `/api/plan/${YEAR}/questions`, { key, answer: 'put it back' }), 200);
    await stage.beat();
    const again = strategic();
    expect(again.key).toBe(key);
    expect(again.chat).toMatch(/^19:meeting_/);
    expect(again.chat).not.toBe(chat);
    expect((await asked(again.chat ?? '')).here).toBe(key);
  });
});

describe('a link to join', () => {
  const chat = (joinUrl: string) => chatOf({ onlineMeeting: { joinUrl } });

  it('names the chat as Teams writes it, in either form of escaping', () => {
    const thread = '19:meeting_MjdhNjM4YzUtYzExZi00@thread.v2';
    const context = '?context=%7b%22Tid%22%3a%22t%22%2c%22Oid%22%3a%22o%22%7d';
    const base = 'https://teams.microsoft.com/l/meetup-join';
    expect(chat(`${base}/19%3ameeting_MjdhNjM4YzUtYzExZi00%40thread.v2/0${context}`)).toBe(thread);
    expect(chat(`${base}/${encodeURIComponent(thread)}/0`)).toBe(thread);
  });

  it('of another kind names none', () => {
    expect(chatOf({})).toBeUndefined();
    expect(chatOf({ onlineMeeting: null })).toBeUndefined();
    expect(chat('https://teams.live.com/meet/123?p=abc')).toBeUndefined();
    expect(chat('https://zoom.example/j/1')).toBeUndefined();
    expect(chat('https://teams.microsoft.com/l/meetup-join/%E0%A4%A/0')).toBeUndefined();
  });
});
