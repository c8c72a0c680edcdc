/** A meeting's life over the local Microsoft 365: agenda, who cannot come, minutes, actions chased and reviewed. */
import { due, type Meeting, type Person, type Task } from '@owls/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { messageFor } from '../../src/chat/duty-cards.ts';
import { answersIntoCalendars } from '../../src/gatherings/in-calendars.ts';
import { putIntoCalendars } from '../../src/meetings/events.ts';
import { Conflict } from '../../src/writes.ts';
import { cardOf, dataOf, type Message, makeStage, type Stage, textsOf } from '../chat-stage.ts';
import { control, noFaults, ORGANISER, orderFaults, PEOPLE, TENANT_ID, typeMeetings } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, east, west, head0, head1, head2 } = PEOPLE;
const NEVER = new AbortController().signal;
/** The sandbox's clock stands on Monday 23 November 2026, 09:00. */
const meeting = (number: number, start: string, other: Partial<Meeting> = {}): Meeting => ({
  key: `advisory/2026-27/${number}`,
  kind: 'advisory',
  year: '2026-27',
  number,
  title: 'Advisory heads meeting',
  start: `${start}T08:00`,
  end: `${start}T08:45`,
  host: '115851',
  place: 'Tawny Hill Primary School',
  attendees: [ceo.id, east.id, head0.id],
  reminderMinutes: 1440,
  agenda: [],
  ...other,
});
const HELD = meeting(1, '2026-11-23');
const NEXT = meeting(2, '2026-11-26');

let stage: Stage;
beforeAll(async () => {
  stage = await makeStage();
  await control('PUT', '/api/tenant', {
    tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
    users: [ORGANISER],
  });
  await typeMeetings(stage.place, [HELD, NEXT]);
  await stage.world.refresh();
  await putIntoCalendars(stage.world, stage.world.graph, stage.config, NEVER);
});
afterAll(() => stage.close());

const chats = new Map<string, Message>();
/** A card in the person's chat to press buttons on. */
async function cardFor(person: Person, word: string): Promise<Message> {
  if (!chats.has(person.id)) await stage.install(person);
  const [shown] = await stage.type(person, word);
  if (shown === undefined) throw new Error(`Nothing was answered to ${word}.`);
  chats.set(person.id, shown);
  return shown;
}
async function press(person: Person, verb: string, data: object, inputs: object = {}) {
  const on = chats.get(person.id) ?? (await cardFor(person, 'agenda'));
  return stage.press(person, on, verb, data, inputs);
}
const tasks = () =>
  due(stage.world.policy, stage.world.facts(), stage.world.now()).filter((one): one is Task => one.kind === 'task');
const taskOf = (start: string, person: Person) =>
  tasks().find(({ key, person: id }) => key.startsWith(start) && id === person.id);
const held = { meeting: HELD.key };
const next = { meeting: NEXT.key };

describe.sequential('a meeting', () => {
  it('comes to its people as a card with where and who, three school days before', async () => {
    const task = taskOf(`agenda/${NEXT.key}/`, head0);
    expect(task?.key).toBe(`agenda/${NEXT.key}/2026-11-26T08:00/${head0.id}`);
    if (task === undefined) return;
    const { card } = messageFor(task, stage.world);
    const text = textsOf(card).join('\n');
    expect(text).toContain('Tawny Hill Primary School');
    expect(text).toContain('Areas to develop, for the next round of visits');
    expect(dataOf(card, 'Add')).toMatchObject({ meeting: NEXT.key, delivery: task.key });
    expect(taskOf(`agenda/${NEXT.key}/`, head2)).toBeUndefined();
  });

  it('takes items for its agenda from chat, once each, and hostile ones harmlessly', async () => {
    const shown = await cardFor(head0, 'agenda');
    expect(textsOf(cardOf(shown)).join('\n')).toContain('Thu 26 Nov');
    const item = '<at>Everyone</at> [free](https://evil.example) **now**';
    const first = await press(head0, 'agenda.add', next, { item });
    expect(first.text).toContain('Added.');
    expect(first.text).toContain('&lt;at&gt;Everyone');
    expect(first.text).not.toMatch(/[^\\]\]\(https/);
    await press(head0, 'agenda.add', next, { item });
    const rows = await stage.place.rows('Meeting points');
    expect(rows.filter(({ fields }) => fields.Text === item)).toHaveLength(1);
    expect((await press(head0, 'agenda.add', next, { item: ' ' })).text).toContain('Type what you would like');
  });

  it('is closed to who is not of it, and says nothing of what it holds', async () => {
    const looked = await press(head2, 'meeting.look', next);
    expect(looked.text).not.toMatch(/Advisory|Tawny/);
    const unknown = await press(head2, 'meeting.look', { meeting: 'advisory/2026-27/77' });
    expect(looked.text).toBe(unknown.text);
    expect((await press(head2, 'agenda.add', next, { item: 'Mine' })).text).toBe(unknown.text);
    expect((await press(head2, 'minutes.add', held, { text: 'Mine' })).text).toBe(unknown.text);
  });

  it('hears who cannot come: the chair and the host are told, the invitation follows, and it can be taken back', async () => {
    const asked = await press(head0, 'meeting.away', next);
    expect(asked.text).toContain('Who comes instead');
    const told = await press(head0, 'meeting.tell', next, { instead: 'Ana Silva', because: 'Inspection' });
    expect(told.text).toContain('You can’t come');
    await control('POST', '/api/clock', { advanceMinutes: 190 });
    await stage.world.refresh();
    for (const person of [ceo, head1]) {
      expect(taskOf(`absent/${NEXT.key}/${head0.id}`, person)).toMatchObject({
        title: 'Ruth Barnes cannot come to Advisory heads meeting on Thu 26 Nov',
        because: 'Ana Silva comes instead. The reason given: Inspection',
      });
    }
    expect(taskOf(`agenda/${NEXT.key}/`, head0)).toBeUndefined();
    expect(await answersIntoCalendars(stage.world, stage.world.graph, stage.config, NEVER)).toBe(1);
    expect(await answersIntoCalendars(stage.world, stage.world.graph, stage.config, NEVER)).toBe(0);
    expect(await invited()).toEqual([ceo.email, east.email, head2.email].sort());
    expect((await press(head0, 'meeting.comes', next)).text).toContain('Good:');
    await answersIntoCalendars(stage.world, stage.world.graph, stage.config, NEVER);
    expect(await invited()).toContain(head0.email);
    expect(taskOf(`absent/${NEXT.key}/${head0.id}`, ceo)).toBeUndefined();
  });

  it('is minuted on a card while it is on, by several at once', async () => {
    await cardFor(ceo, 'agenda');
    const [first, second] = await Promise.all([
      press(ceo, 'minutes.add', held, { kind: 'decision', text: 'Moderate writing together' }),
      press(east, 'minutes.add', held, { kind: 'development area', text: 'Phonics in Year 1' }),
    ]);
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    const wrong = await press(ceo, 'minutes.add', held, { kind: 'action', text: 'Share the plan', by: '2026-11-25' });
    expect(wrong.text).toContain('Name somebody on record');
    expect(wrong.text).toContain('Share the plan');
    const right = { kind: 'action', text: 'Share the plan', owner: head0.id, by: '2026-11-25' };
    expect((await press(ceo, 'minutes.add', held, right)).text).toContain(
      'Share the plan (Ruth Barnes, by Wed 25 Nov)',
    );
    await press(ceo, 'minutes.add', held, right);
    expect(await stage.place.rows('Actions')).toHaveLength(1);
    expect((await press(head0, 'minutes.end', held, { attended: ceo.id })).statusCode).toBe(403);
    expect((await press(ceo, 'minutes.end', held, {})).text).toContain('Name who came');
    const ended = await press(ceo, 'minutes.end', held, { attended: `${ceo.id},${east.id},nobody` });
    expect(ended.text).toContain('✓ Kept');
    expect(ended.text).toContain('Phonics in Year 1');
    const { records } = stage.world.facts();
    expect(records?.gatherings?.minutes).toMatchObject([
      { gathering: HELD.key, state: 'held', attended: [ceo.id, east.id], developmentAreas: ['Phonics in Year 1'] },
    ]);
  });

  it('is not minuted before it begins, nor ended over what somebody else ended', async () => {
    expect((await press(ceo, 'minutes.add', next, { text: 'Too early' })).text).toContain('once the meeting has begun');
    const stale = await press(ceo, 'minutes.end', { ...held, version: '"old,1"' }, { attended: east.id });
    expect(stale.text).toContain('Somebody changed these minutes meanwhile');
  });

  it('chases its action in person, which one tap does and another takes back', async () => {
    const chase = taskOf('action/', head0);
    expect(chase?.title).toBe('Share the plan');
    if (chase === undefined) return;
    const { card } = messageFor(chase, stage.world);
    const data = dataOf(card, 'Done');
    expect((await press(east, 'action.done', data)).statusCode).toBe(403);
    const done = await press(head0, 'action.done', data);
    expect(done.text).toContain('✓ Done');
    expect(taskOf('action/', head0)).toBeUndefined();
    expect((await press(head0, 'action.undo', data)).text).not.toContain('✓ Done');
    expect(taskOf('action/', head0)?.key).toBe(chase.key);
    const mine = await cardFor(head0, 'actions');
    expect(textsOf(cardOf(mine)).join('\n')).toContain('Share the plan (by Wed 25 Nov)');
    await stage.press(head0, mine, 'action.done', {}, { action: data.action });
  });

  it('is reviewed by the next one: what was done, and what was found', async () => {
    const agenda = await press(ceo, 'meeting.look', next);
    expect(agenda.text).toMatch(/Done since last time.*Share the plan \(Ruth Barnes, by Wed 25 Nov\)/s);
    expect(agenda.text).not.toContain('Actions still open');
    expect(agenda.text).toContain('• Phonics in Year 1');
    // And the next visits to schools look at it too.
    expect(stage.world.facts().records?.gatherings?.areasFound).toMatchObject([
      { text: 'Phonics in Year 1', from: 'advisory meeting', foundOn: '2026-11-23' },
    ]);
  });
});

describe('two who write at once', () => {
  const by = { person: ceo.id, surface: 'tab' } as const;

  it('keep each their own points, and neither overwrites the other’s change unseen', async () => {
    const other = await stage.place.open();
    const mine = await stage.world.gatherings.savePoint(
      { id: 'point-00000001', meeting: HELD.key, kind: 'decision', text: 'First words' },
      undefined,
      by,
    );
    await other.refresh();
    await other.gatherings.savePoint(
      { id: 'point-00000002', meeting: HELD.key, kind: 'decision', text: 'Another' },
      undefined,
      { ...by, person: east.id },
    );
    const changed = await other.gatherings.savePoint({ ...mine, text: 'Theirs' }, mine.version, by);
    await expect(stage.world.gatherings.savePoint({ ...mine, text: 'Mine' }, mine.version, by)).rejects.toMatchObject({
      current: { text: 'Theirs' },
    });
    await stage.world.gatherings.savePoint({ ...mine, text: 'Mine, having seen theirs' }, changed.version, by);
    const texts = (await stage.place.rows('Meeting points')).map(({ fields }) => fields.Text);
    expect(texts).toEqual(expect.arrayContaining(['Another', 'Mine, having seen theirs']));
    await expect(
      stage.world.gatherings.savePoint({ id: mine.id, meeting: NEXT.key, kind: 'decision', text: 'x' }, undefined, by),
    ).rejects.toBeInstanceOf(Conflict);
  });

  it('lose nothing where an answer is lost: what is sent again is the same row', async () => {
    const path = `${await stage.place.listPath('Meeting points')}/items$`;
    await orderFaults([{ service: 'graph', method: 'POST', path, status: 503, when: 'after', times: 1 }]);
    await stage.world.gatherings.savePoint(
      { id: 'point-00000003', meeting: HELD.key, kind: 'decision', text: 'Said once' },
      undefined,
      by,
    );
    await noFaults();
    const rows = (await stage.place.rows('Meeting points')).filter(({ fields }) => fields.Text === 'Said once');
    expect(rows).toHaveLength(1);
  });
});

const Calendar = z.object({
  value: z.array(z.object({ attendees: z.array(z.object({ emailAddress: z.object({ address: z.string() }) })) })),
});
/** Who is asked to the next meeting, as Graph itself says. */
async function invited(): Promise<string[]> {
  const { eventId = '' } = stage.world.facts().meetings.find(({ key }) => key === NEXT.key) ?? {};
  const event = await stage.world.graph.get(`/users/${stage.config.organiser}/events/${encodeURIComponent(eventId)}`);
  const [only] = Calendar.parse({ value: [event] }).value;
  return (only?.attendees ?? []).map(({ emailAddress }) => emailAddress.address).sort();
}

describe('a network', () => {
  it('M10: hears from the head whom the school sends', async () => {
    const network = {
      ...meeting(3, '2026-12-02', {
        key: 'network-senco/2026-27/autumn',
        kind: 'network-senco',
        title: 'SENCOs',
        attendees: [west.id],
      }),
      ...{ rule: 'M10', sentBySchools: ['SENCOs'] },
    };
    await typeMeetings(stage.place, [network]);
    await stage.world.refresh();
    const task = taskOf(`names/${network.key}/115852`, head2);
    expect(task).toBeDefined();
    if (task === undefined) return;
    const data = dataOf(messageFor(task, stage.world).card, 'Send the names');
    expect((await press(head0, 'names.send', data, { names: 'Not mine' })).text).toContain('not there any more');
    const sent = await press(head2, 'names.send', data, { names: 'Sam Reed\n\nJo *Bold*' });
    expect(sent.text).toContain('Jo \\*Bold\\*');
    expect(taskOf(`names/${network.key}/115852`, head2)).toBeUndefined();
    expect(stage.world.facts().records?.gatherings?.delegates).toMatchObject([
      { urn: '115852', names: ['Sam Reed', 'Jo *Bold*'] },
    ]);
  });
});
