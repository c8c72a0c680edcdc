/** The tab's way to a meeting, over HTTP, on the lists of the local Microsoft 365. */
import type { GatheringView, Meeting, MyGatherings, Person } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import { asking, webOf } from '../api-door.ts';
import { makePlace, PEOPLE, type Place, typeMeetings, typeTrust } from '../tenant.ts';
import { paragraphsOf, unzipped } from './word-file.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, east, head0, head2 } = PEOPLE;
const meeting = (number: number, day: string): Meeting => ({
  ...{ key: `strategic/2026-27/${number}`, kind: 'strategic', year: '2026-27', number },
  ...{ title: 'Strategic heads meeting', start: `${day}T08:00`, end: `${day}T08:30`, place: 'Trust office' },
  ...{ attendees: [ceo.id, head0.id], reminderMinutes: 1440, agenda: [] },
});
const [HELD, NEXT] = [meeting(1, '2026-11-23'), meeting(2, '2026-11-30')];
const pathOf = ({ key }: Meeting) => `/api/gatherings/${encodeURIComponent(key)}`;

let place: Place;
let world: OpenWorld;
let ask: (person: Person, method: string, path: string, body?: unknown) => Promise<Response>;
beforeAll(async () => {
  place = await makePlace();
  await typeTrust(place);
  await typeMeetings(place, [HELD, NEXT]);
  world = await place.open();
  const web = webOf(world);
  ask = async (person, method, path, body) => (await asking(web, person))(method, path, body);
});
const seen = async (answer: Promise<Response>) => {
  const got = await answer;
  expect(got.status).toBe(200);
  return (await got.json()) as GatheringView;
};

describe('a meeting in the tab', () => {
  it('is there for its people and looks absent to everybody else, whatever they try', async () => {
    const mine = (await (await ask(head0, 'GET', '/api/gatherings')).json()) as MyGatherings;
    expect(mine.meetings.map(({ key }) => key)).toEqual([HELD.key, NEXT.key]);
    const tries: [string, string, unknown?][] = [
      ['GET', ''],
      ['GET', '/agenda/document'],
      ['GET', '/minutes/document'],
      ['PUT', '/points/point-00000001', { kind: 'decision', text: 'x' }],
      ['POST', '/points/point-00000001/remove', { version: '1' }],
      ['PUT', '/minutes', { attended: [] }],
      ['POST', '/minutes/end', { state: 'not held', because: 'x' }],
      ['PUT', '/actions/action-0000001', { text: 'x', owner: head2.id, by: '2026-12-01' }],
      ['POST', '/actions/action-0000001/done', {}],
      ['PUT', '/coming', { comes: false }],
      ['PUT', '/delegates/115852', { names: [] }],
    ];
    for (const [method, rest, body] of tries) {
      const there = await ask(head2, method, `${pathOf(HELD)}${rest}`, body);
      const nowhere = await ask(head2, method, `/api/gatherings/no%2Fsuch${rest}`, body);
      expect(`${method} ${rest} ${there.status} ${await there.text()}`).toBe(
        `${method} ${rest} 404 ${await nowhere.text()}`,
      );
    }
    expect(await place.rows('Meeting points')).toEqual([]);
  });

  it('keeps points under the writer’s own key, once, and shows a second writer what stands there', async () => {
    const path = `${pathOf(HELD)}/points/point-00000001`;
    const point = { kind: 'decision', text: 'Moderate writing', urn: '115850' };
    await seen(ask(head0, 'PUT', path, point));
    const again = await seen(ask(head0, 'PUT', path, point));
    expect(again.points).toMatchObject([
      { text: 'Moderate writing', byName: 'Ruth Barnes', school: 'Barn Lane Primary School' },
    ]);
    const conflict = await ask(ceo, 'PUT', path, { ...point, text: 'Other words', version: '"old,1"' });
    expect(conflict.status).toBe(409);
    expect(await conflict.json()).toMatchObject({ current: { text: 'Moderate writing' } });
    const { version } = again.points[0] ?? {};
    expect((await seen(ask(ceo, 'PUT', path, { ...point, text: 'Other words', version }))).points).toMatchObject([
      { text: 'Other words', byName: 'Ruth Barnes' },
    ]);
  });

  it('hands out the agenda, and once it has begun the minutes, as documents of what the reader may see', async () => {
    const agenda = await ask(head0, 'GET', `${pathOf(NEXT)}/agenda/document`);
    expect(agenda.status).toBe(200);
    expect(agenda.headers.get('content-type')).toContain('wordprocessingml.document');
    expect(agenda.headers.get('content-disposition')).toBe(
      'attachment; filename="2026-11-30 Agenda Strategic heads meeting.docx"',
    );
    expect(agenda.headers.get('cache-control')).toBe('no-store');
    const files = unzipped(new Uint8Array(await agenda.arrayBuffer()));
    const texts = paragraphsOf(files.get('word/document.xml') ?? '').map(({ text }) => text);
    expect(texts).toContain('Agenda: Strategic heads meeting');
    expect(texts).toContain('1. Trust policy and practice');
    expect(files.get('word/footer1.xml')).toContain('as Ruth Barnes may see it');
    const early = await ask(head0, 'GET', `${pathOf(NEXT)}/minutes/document`);
    expect(early.status).toBe(422);
    const minutes = await ask(head0, 'GET', `${pathOf(HELD)}/minutes/document`);
    expect(minutes.status).toBe(200);
    const kept = unzipped(new Uint8Array(await minutes.arrayBuffer())).get('word/document.xml') ?? '';
    expect(paragraphsOf(kept).map(({ text }) => text)).toContain('Barn Lane Primary School: Other words');
  });

  it('says what is wrong with what was sent', async () => {
    const wrong: [string, string, unknown, number, RegExp][] = [
      ['PUT', '/points/short', { kind: 'decision', text: 'x' }, 400, /8 to 40/],
      ['PUT', '/points/point-00000002', { kind: 'decision', text: '  ' }, 400, /text/],
      ['PUT', '/points/point-00000002', { kind: 'wish', text: 'x' }, 400, /kind/],
      ['PUT', '/points/point-00000002', { kind: 'decision', text: 'x', urn: '999999' }, 404, /not found/],
      ['PUT', '/actions/action-0000001', { text: 'x', owner: 'nobody', by: '2026-12-01' }, 422, /somebody on record/],
      ['PUT', '/actions/action-0000001', { text: 'x', owner: ceo.id, by: '2026-11-01' }, 422, /on or after/],
      ['POST', '/minutes/end', { state: 'held', attended: ['nobody'] }, 422, /Name who came/],
      ['PUT', '/coming', { comes: false }, 422, /before it begins/],
    ];
    for (const [method, rest, body, status, says] of wrong) {
      const answer = await ask(ceo, method, `${pathOf(HELD)}${rest}`, body);
      expect(`${rest} ${answer.status}`).toBe(`${rest} ${status}`);
      expect(await answer.text()).toMatch(says);
    }
    const early = await ask(ceo, 'PUT', `${pathOf(NEXT)}/points/point-00000003`, { kind: 'decision', text: 'x' });
    expect(early.status).toBe(422);
    expect(
      (await ask(head0, 'POST', `${pathOf(HELD)}/minutes/end`, { state: 'held', attended: [ceo.id] })).status,
    ).toBe(403);
  });

  it('goes from who came to kept minutes and an action done, and the next one reviews it', async () => {
    const drafted = await seen(ask(ceo, 'PUT', `${pathOf(HELD)}/minutes`, { attended: [ceo.id] }));
    const stale = await ask(ceo, 'PUT', `${pathOf(HELD)}/minutes`, { attended: [ceo.id, head0.id] });
    expect(stale.status).toBe(409);
    const version = drafted.sheet?.version;
    const action = { text: 'Share the plan', owner: head0.id, by: '2026-12-01' };
    await seen(ask(head0, 'PUT', `${pathOf(HELD)}/actions/action-0000001`, action));
    const kept = await seen(
      ask(ceo, 'POST', `${pathOf(HELD)}/minutes/end`, { state: 'held', attended: [ceo.id, head0.id], version }),
    );
    expect(kept.sheet).toMatchObject({ state: 'held', attended: [ceo.id, head0.id] });
    const after = await seen(ask(head0, 'POST', `${pathOf(HELD)}/actions/action-0000001/done`, {}));
    expect(after.actions).toMatchObject([
      { text: 'Share the plan', ownerName: 'Ruth Barnes', done: expect.stringMatching(/^2026-11/) },
    ]);
    const next = await seen(ask(ceo, 'GET', pathOf(NEXT)));
    expect(next.review).toMatchObject([{ text: 'Share the plan' }]);
    const open = await seen(ask(ceo, 'POST', `${pathOf(NEXT)}/actions/action-0000001/undone`, {}));
    expect(open.review[0]?.done).toBeUndefined();
    expect(world.facts().records?.gatherings?.actions[0]?.text).toBe('Share the plan');
  });

  it('is answered with “can’t come” and taken back, and a removed point is gone', async () => {
    const away = await seen(ask(head0, 'PUT', `${pathOf(NEXT)}/coming`, { comes: false, instead: 'Sam Reed' }));
    expect(away.people).toMatchObject([{ id: ceo.id }, { id: head0.id, away: { instead: 'Sam Reed' } }]);
    expect((await seen(ask(head0, 'PUT', `${pathOf(NEXT)}/coming`, { comes: true }))).you.away).toBe(false);
    const { points } = await seen(ask(ceo, 'GET', pathOf(HELD)));
    const [point] = points;
    const removal = `${pathOf(HELD)}/points/${point?.id}/remove`;
    expect((await ask(ceo, 'POST', removal, { version: '"old,1"' })).status).toBe(409);
    expect((await seen(ask(ceo, 'POST', removal, { version: point?.version }))).points).toEqual([]);
    expect((await ask(east, 'GET', pathOf(HELD))).status).toBe(404);
  });
});
