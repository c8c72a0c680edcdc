import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createMessenger, Throttled, UnknownOutcome, Unreachable } from '../src/chat/messenger.ts';
import { cardOf, makeStage, type Stage, textsOf } from './chat-stage.ts';
import { control, noFaults, orderFaults, PEOPLE, TENANT_ID } from './tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await makeStage();
});
afterAll(async () => {
  await noFaults();
  await stage.close();
});

const shown = async (person: Parameters<Stage['messages']>[0]) =>
  (await stage.messages(person)).map((message) =>
    [message.text ?? '', ...textsOf(message.attachments ?? [])].join('\n'),
  );

describe('first contact', () => {
  it('greets a head once, by name and school, with what will happen and what to type', async () => {
    await stage.install(PEOPLE.head0);
    const messages = await shown(PEOPLE.head0);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('Welcome, Ruth');
    expect(messages[0]).toContain('Barn Lane Primary School');
    expect(messages[0]).toMatch(/Wed 9 Dec\nThe School On A Page is due/);
    expect(messages[0]).toContain('meetings');
    await stage.install(PEOPLE.head0);
    expect(await stage.messages(PEOPLE.head0)).toHaveLength(1);
  });

  it('greets the CEO by what a CEO does', async () => {
    await stage.install(PEOPLE.ceo);
    const [message] = await shown(PEOPLE.ceo);
    expect(message).toContain('You validate the categories');
    expect(message).not.toContain('I ask you for the School On A Page');
  });

  it('tells somebody who is in no list whom to ask, and answers a press of theirs with the same', async () => {
    const guest = { ...PEOPLE.ceo, id: randomUUID(), name: 'New Starter', email: `${randomUUID()}@owls.example` };
    await control('PUT', '/api/tenant', {
      tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
      users: [{ id: guest.id, displayName: guest.name, userPrincipalName: guest.email, mail: guest.email }],
    });
    await stage.install(guest);
    const [message] = await stage.messages(guest);
    expect(message?.text).toContain('Ask Grace Adeyemi’s office');
    const [answer] = await stage.type(guest, 'soap');
    expect(answer?.text).toContain('I don’t know you yet');
    if (!message) throw new Error('no message');
    const pressed = await stage.press(guest, message, 'soap.open', { urn: '115850', ht: '2026-27/autumn-2' });
    expect(pressed).toMatchObject({ statusCode: 403, value: { code: 'NotKnown' } });
    expect(stage.world.conversations.get(guest.id)?.state).toBe('installed');
  });

  it('notes an uninstallation, and a new installation is greeted again', async () => {
    await stage.install(PEOPLE.head1);
    await stage.uninstall(PEOPLE.head1);
    expect(stage.world.conversations.get(PEOPLE.head1.id)?.state).toBe('removed');
    await stage.install(PEOPLE.head1);
    expect(stage.world.conversations.get(PEOPLE.head1.id)?.state).toBe('installed');
    expect((await shown(PEOPLE.head1)).filter((text) => text.includes('Welcome, Tom'))).toHaveLength(2);
  });
});

describe('plain words', () => {
  it.each([
    ['help', 'How I can help'],
    ['HELP!', 'How I can help'],
    ['Hi', 'How I can help'],
    ['hello…', 'How I can help'],
    ['soap', 'Barn Lane Primary School'],
    ['Soap, please.', 'Barn Lane Primary School'],
    ['SAOP', 'Barn Lane Primary School'],
    ['show me my soap', 'Barn Lane Primary School'],
    ['meetings', 'Your next meetings'],
    ['Meetngs?', 'Your next meetings'],
    ['my school', 'My school'],
    ['My School!', 'My school'],
    ['categories', 'My school'],
    ['what about lunch?', 'I know these words'],
    [`$${'{system}'} [x](https://evil.example)`, 'I know these words'],
  ])('"%s" from a head is answered with "%s"', async (text, expected) => {
    const [answer, ...more] = await stage.type(PEOPLE.head0, text);
    if (!answer) throw new Error('no answer');
    expect(more).toEqual([]);
    expect(textsOf(cardOf(answer)).join('\n')).toContain(expected);
  });

  it.each([
    ['soap', '0 of 3 returns are in'],
    ['categories', 'Proposals to validate'],
  ])('"%s" from the CEO is answered with "%s"', async (text, expected) => {
    const [answer] = await stage.type(PEOPLE.ceo, text);
    if (!answer) throw new Error('no answer');
    expect(textsOf(cardOf(answer)).join('\n')).toContain(expected);
  });

  it('"my school" from the CEO, who heads none, is answered in words', async () => {
    const [answer] = await stage.type(PEOPLE.ceo, 'my school');
    expect(answer?.text).toContain('You head no school yourself');
  });

  it('a word’s button on a card says the word', async () => {
    const [welcome] = await stage.messages(PEOPLE.head0);
    if (!welcome) throw new Error('no welcome');
    const before = (await stage.messages(PEOPLE.head0)).length;
    await stage.submit(PEOPLE.head0, welcome, { word: 'meetings' });
    const after = await shown(PEOPLE.head0);
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toContain('Your next meetings');
  });
});

describe('the connector', () => {
  const message = { summary: 'A test', card: { type: 'AdaptiveCard', version: '1.5', body: [] } } as const;
  const row = () => {
    const found = stage.world.conversations.get(PEOPLE.head0.id);
    if (!found) throw new Error('not installed');
    return found;
  };
  const count = async () => (await stage.messages(PEOPLE.head0)).length;
  const postsFailing = (fault: object) =>
    orderFaults([{ service: 'connector', method: 'POST', path: '/activities', times: 1, ...fault }]);

  it.each([
    ['502 before it was taken', { status: 502, when: 'before' as const }, 0],
    ['502 after it was taken', { status: 502, when: 'after' as const }, 1],
    ['504 after it was taken', { status: 504, when: 'after' as const }, 1],
    ['a reset after it was taken', { drop: true as const, when: 'after' as const }, 1],
  ])('posts once whatever is answered, and does not know the outcome of %s', async (_what, fault, arrived) => {
    const before = await count();
    await postsFailing(fault);
    await expect(stage.messenger.send(row(), message)).rejects.toThrow(UnknownOutcome);
    expect(await count()).toBe(before + arrived);
    await noFaults();
  });

  it('says how long to wait on 429', async () => {
    await postsFailing({ status: 429, retryAfter: 7 });
    const failure = await stage.messenger.send(row(), message).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Throttled);
    expect(failure).toMatchObject({ retryAfterSeconds: 7 });
    await noFaults();
  });

  it('repeats an answer that was refused with 429, once the wait is over', async () => {
    await postsFailing({ status: 429, retryAfter: 1 });
    const answers = await stage.type(PEOPLE.head0, 'help');
    expect(answers).toHaveLength(1);
    await noFaults();
  });

  it('says that somebody without the app can’t be reached, with Teams’ own word for it', async () => {
    await stage.install(PEOPLE.head2);
    const gone = stage.world.conversations.get(PEOPLE.head2.id);
    if (!gone) throw new Error('not installed');
    await stage.uninstall(PEOPLE.head2);
    const failure = await stage.messenger.send(gone, message).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unreachable);
    expect(failure).toMatchObject({ reason: 'BotNotInConversationRoster' });
  });

  it('knows that nothing was sent to an address where nobody listens', async () => {
    const nowhere = { ...row(), serviceUrl: 'https://127.0.0.1:1/emea/' };
    await expect(stage.messenger.send(nowhere, message)).rejects.toThrow(Throttled);
  });

  it('replaces a message in place', async () => {
    const { activityId } = await stage.messenger.send(row(), message);
    const before = await count();
    const body = [{ type: 'TextBlock', text: 'Replaced' }];
    await stage.messenger.update(row(), activityId, { ...message, card: { ...message.card, body } });
    expect(await count()).toBe(before);
    expect(JSON.stringify(await stage.messages(PEOPLE.head0))).toContain('Replaced');
  });

  it('posts to the team’s channel as a thread of its own, after a greeting to the team', async () => {
    const teamId = randomUUID();
    await control('PUT', '/api/tenant', {
      tenant: { id: TENANT_ID, name: 'OWLS', domain: 'owls.example' },
      teams: [
        { id: teamId, displayName: 'OWLS heads', channels: [{ displayName: 'General' }], members: [PEOPLE.ceo.id] },
      ],
    });
    await control('POST', '/api/installations', { botId: stage.config.botId, teamId });
    const team = stage.world.conversations.all().find(({ key }) => key.startsWith('team/'));
    if (!team) throw new Error('The team was not noted.');
    const { activityId } = await stage.messenger.send(team, message);
    const kept = await control('GET', `/api/conversations/${encodeURIComponent(team.conversationId)}/messages`);
    expect(kept).toMatchObject([
      { text: expect.stringContaining('I post the summary in this channel') },
      { id: activityId },
    ]);
  });

  it('shows nothing of a school where others read along', async () => {
    const team = stage.world.conversations.all().find(({ key }) => key.startsWith('team/'));
    if (!team) throw new Error('The team was not noted.');
    const chat = `/api/conversations/${encodeURIComponent(team.conversationId)}`;
    await control('POST', `${chat}/messages`, { from: PEOPLE.ceo.id, text: 'categories' });
    const [activity] = z.array(z.looseObject({ id: z.string() })).parse(await control('GET', `${chat}/messages`));
    const said = JSON.stringify(await control('GET', `${chat}/messages`));
    expect(said).toContain('Write to me in our own chat');
    expect(said).not.toContain('Proposals to validate');
    const pressed = await control('POST', `${chat}/actions`, {
      from: PEOPLE.ceo.id,
      activityId: activity?.id ?? '',
      action: { type: 'Action.Execute', verb: 'category.validations', data: { ht: '2026-27/autumn-2' } },
      inputs: {},
    });
    expect(pressed).toMatchObject({ body: { statusCode: 403, value: { code: 'NotHere' } } });
  });

  it('sends our token to no address but Microsoft’s, whatever the list of conversations says', async () => {
    const { endpoints: _none, ...production } = stage.config;
    const messenger = createMessenger(production, stage.place.log);
    for (const serviceUrl of [
      'https://evil.example/',
      'https://smba.trafficmanager.net.evil.example/emea/',
      'http://smba.trafficmanager.net/',
    ]) {
      await expect(messenger.send({ ...row(), serviceUrl }, message)).rejects.toThrow(Unreachable);
    }
  });

  it('follows Teams when a person’s service address moves', async () => {
    await stage.world.conversations.put({ ...row(), serviceUrl: 'https://127.0.0.1:1/old/' });
    await stage.type(PEOPLE.head0, 'help');
    await vi.waitFor(() => expect(row().serviceUrl).not.toContain('/old/'));
  });
});
