/** Who said “can’t come” stays off the invitation, whatever else about the meeting changes. */
import { due, type Task } from '@owls/policy';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { messageFor } from '../../src/chat/duty-cards.ts';
import { answersIntoCalendars } from '../../src/gatherings/in-calendars.ts';
import { dataOf, textsOf } from '../chat-stage.ts';
import { PEOPLE } from '../tenant.ts';
import { OFFICE, type PlanningStage, planningStage, read, YEAR } from './planning-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { head0, head1, head2 } = PEOPLE;
const Event = z.object({
  attendees: z.array(
    z.object({ emailAddress: z.object({ address: z.string() }), status: z.object({ response: z.string() }) }),
  ),
});

let stage: PlanningStage;
let key: string;
let eventId: string;
beforeEach(async () => {
  stage = await planningStage();
  await stage.put();
  const meeting = (await stage.plan()).meetings.find((one) => one.kind === 'strategic' && !one.past);
  const row = stage.world.meetings.recorded().find((one) => one.key === meeting?.key);
  if (row?.eventId === undefined) throw new Error('no strategic meeting ahead');
  ({ key, eventId } = { key: row.key, eventId: row.eventId });
});

/** Who is asked, and what each has answered, as Outlook tells it. */
async function invited(): Promise<Record<string, string>> {
  const event = await stage.world.graph.get(`/users/${stage.organiser}/events/${eventId}`);
  const { attendees } = Event.parse(event);
  return Object.fromEntries(attendees.map(({ emailAddress, status }) => [emailAddress.address, status.response]));
}

async function cannotCome(instead: string): Promise<void> {
  const body = { comes: false, instead, because: '' };
  await read(stage.ask('PUT', `/api/gatherings/${encodeURIComponent(key)}/coming`, body, head1), 200);
  const config = { organiser: stage.organiser };
  await answersIntoCalendars(stage.world, stage.world.graph, config, new AbortController().signal);
}

/** Takes a person’s roles away, so that the plan no longer asks them. */
async function leaves(person: { readonly id: string }): Promise<void> {
  const roles = (await stage.place.rows('Roles')).filter(({ fields }) => fields.Person === person.id);
  for (const { id } of roles) await stage.remove('Roles', id);
  await stage.world.refresh();
}

describe('somebody who cannot come', () => {
  it('is not asked again when the meeting’s people change; the stand-in stays, and so do others’ answers', async () => {
    await cannotCome(OFFICE.name);
    const { start } = stage.world.meetings.recorded().find((one) => one.key === key) ?? { start: '' };
    const mine = (await stage.events(head0.id)).find((one) => one.start.dateTime.startsWith(start));
    await stage.answer(head0.id, mine?.id ?? '', 'accept');
    const before = await invited();
    expect(Object.keys(before)).not.toContain(head1.email);
    expect(before).toMatchObject({ [head0.email]: 'accepted', [OFFICE.email]: 'none', [head2.email]: 'none' });

    await leaves(head2);
    expect((await stage.put()).changed).toBeGreaterThan(0);
    const { [head2.email]: _left, ...others } = before;
    expect(await invited()).toEqual(others);
  });

  it('is not asked again when it is moved, nor when it is put back after its event was deleted', async () => {
    await cannotCome('');
    const meeting = (await stage.plan()).meetings.find((one) => one.key === key);
    const start = `${meeting?.start.slice(0, 10)}T09:00`;
    await read(stage.ask('POST', `/api/plan/${YEAR}/moves`, { key, start }), 201);
    expect((await stage.put()).changed).toBe(1);
    expect(Object.keys(await invited())).not.toContain(head1.email);

    await stage.byHand('DELETE', `/events/${eventId}`);
    await stage.look();
    await read(stage.ask('POST', `/api/plan/${YEAR}/questions`, { key, answer: 'put it back' }), 200);
    await stage.beat();
    eventId = stage.world.meetings.recorded().find((one) => one.key === key)?.eventId ?? '';
    expect(Object.keys(await invited())).toEqual(expect.arrayContaining([head0.email, head2.email]));
    expect(Object.keys(await invited())).not.toContain(head1.email);
  });
});

describe('somebody who could not come to a meeting that moves', () => {
  const asked = () =>
    due(stage.world.policy, stage.world.facts(), stage.world.now()).filter(
      (one): one is Task => one.kind === 'task' && one.key.startsWith(`moved/${key}/`),
    );

  it('is asked once whether they can come now, on a card whose button puts them back on the invitation', async () => {
    await cannotCome('');
    expect(asked()).toEqual([]);
    const meeting = (await stage.plan()).meetings.find((one) => one.key === key);
    const start = `${meeting?.start.slice(0, 10)}T09:00`;
    await read(stage.ask('POST', `/api/plan/${YEAR}/moves`, { key, start }), 201);
    await stage.put();
    const [task, ...others] = asked();
    expect(others).toEqual([]);
    expect(task).toMatchObject({ key: `moved/${key}/${start}/${head1.id}`, person: head1.id });
    if (task === undefined) return;
    const { card } = messageFor(task, stage.world);
    expect(textsOf(card).join('\n')).toContain('You could not come on');
    expect(dataOf(card, 'I can come now')).toMatchObject({ verb: 'meeting.comes', meeting: key });

    const comes = { comes: true };
    await read(stage.ask('PUT', `/api/gatherings/${encodeURIComponent(key)}/coming`, comes, head1), 200);
    const config = { organiser: stage.organiser };
    await answersIntoCalendars(stage.world, stage.world.graph, config, new AbortController().signal);
    expect(asked()).toEqual([]);
    expect(Object.keys(await invited())).toContain(head1.email);
  });
});

describe('somebody the organiser asked besides, in Outlook', () => {
  it('stays asked when only the meeting’s time changes', async () => {
    const attendees = [...Object.keys(await invited()), OFFICE.email].map((address) => ({ emailAddress: { address } }));
    await stage.byHand('PATCH', `/events/${eventId}`, { attendees });
    const meeting = (await stage.plan()).meetings.find((one) => one.key === key);
    const start = `${meeting?.start.slice(0, 10)}T09:00`;
    await read(stage.ask('POST', `/api/plan/${YEAR}/moves`, { key, start }), 201);
    expect((await stage.put()).changed).toBe(1);
    expect(Object.keys(await invited())).toContain(OFFICE.email);
  });
});
