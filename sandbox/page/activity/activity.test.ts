import { describe, expect, it } from 'vitest';
import type { Message } from '../control/answers.ts';
import { activities } from './activity.ts';

const said = (id: string, more: Partial<Message> = {}): Message => ({
  ...{ id, from: { id: '28:bot', name: 'Bot' }, text: `Said ${id}`, timestamp: `2026-09-01T08:00:0${id}Z` },
  ...more,
});
const chat = (messages: readonly Message[]) => ({
  ...{ id: 'c', botId: 'bot', name: 'Bot', app: undefined, installed: true, blocked: false, unread: 0 },
  messages,
});
const channel = (messages: readonly Message[]) => ({
  ...{ id: 'g', name: 'General', team: { id: 't', displayName: 'Trust' }, unread: 0 },
  messages,
});
const me = ['me', '29:me'];

describe('the activity feed', () => {
  it('tells what others did, newest first, and where it is', () => {
    const feed = activities(
      [chat([said('1'), said('2', { from: { id: '29:me' } })])],
      [channel([said('3'), said('4', { threadId: '3' })])],
      me,
    );
    expect(feed.map(({ kind, title }) => [kind, title])).toEqual([
      ['reply', 'Bot replied in General of Trust'],
      ['post', 'Bot posted in General of Trust'],
      ['message', 'Bot sent you a message'],
    ]);
    expect(feed[0]?.to).toEqual({ at: 'teams', teamId: 't', channelId: 'g' });
  });
  it('says where one is mentioned, and not where somebody else is', () => {
    const naming = (id: string) => [{ type: 'mention', mentioned: { id } }];
    const feed = activities(
      [],
      [channel([said('1', { entities: naming('29:me') }), said('2', { entities: naming('29:other') })])],
      me,
    );
    expect(feed.map(({ kind }) => kind)).toEqual(['post', 'mention']);
  });
});
