import { describe, expect, it } from 'vitest';
import type { Message } from '../control/answers.ts';
import { threads } from '../teams/threads.ts';
import { commandsOf, suggested } from './commands.ts';
import { isFrom, isShown, newestStamp, unreadCount } from './read-marks.ts';

const message = (id: string, from: string, timestamp: string, more: Partial<Message> = {}): Message => ({
  id,
  from: { id: from },
  text: 'words',
  timestamp,
  ...more,
});
const bot = '28:bot';
const me = ['oid', '29:me'];

describe('unread marks', () => {
  const said = [
    message('1', bot, '2026-11-23T08:00:00Z'),
    message('2', '29:me', '2026-11-23T08:01:00Z'),
    message('3', bot, '2026-11-23T08:02:00Z'),
  ];
  it('count what others wrote since one last looked', () => {
    expect(unreadCount(said, '', me)).toBe(2);
    expect(unreadCount(said, '2026-11-23T08:00:00Z', me)).toBe(1);
    expect(unreadCount(said, newestStamp(said), me)).toBe(0);
  });
  it('know one’s own messages by either id', () => {
    expect(isFrom(message('1', 'x', '', { from: { id: 'x', aadObjectId: 'oid' } }), me)).toBe(true);
    expect(isFrom(message('1', bot, ''), me)).toBe(false);
  });
});

describe('what a chat shows', () => {
  it('is messages with something in them', () => {
    expect(isShown(message('1', bot, '', { type: 'message' }))).toBe(true);
    expect(isShown(message('1', bot, '', { type: 'typing' }))).toBe(false);
    expect(isShown(message('1', bot, '', { text: '' }))).toBe(false);
    expect(isShown(message('1', bot, '', { text: '', attachments: [{ contentType: 'x' }] }))).toBe(true);
  });
});

describe("an app's commands", () => {
  const app = {
    botId: 'b',
    manifest: {
      id: 'm',
      name: { short: 'An app' },
      bots: [
        {
          commandLists: [
            { scopes: ['personal'], commands: [{ title: 'Help' }, { title: 'hello' }] },
            { scopes: ['team'], commands: [{ title: 'team only' }] },
          ],
        },
      ],
    },
  };
  it('are those for a personal chat', () => {
    expect(commandsOf(app).map((command) => command.title)).toEqual(['Help', 'hello']);
    expect(commandsOf(undefined)).toEqual([]);
  });
  it('are suggested while they fit what is typed', () => {
    expect(suggested(commandsOf(app), 'HEL ').map((command) => command.title)).toEqual(['Help', 'hello']);
    expect(suggested(commandsOf(app), 'help').map((command) => command.title)).toEqual(['Help']);
  });
});

describe("a channel's posts", () => {
  it('have their answers under them', () => {
    const found = threads([
      message('1', bot, '', { threadId: '1' }),
      message('2', bot, '', { threadId: '2' }),
      message('3', bot, '', { threadId: '1' }),
      message('4', bot, '', { threadId: 'gone' }),
    ]);
    expect(found.map(({ post, replies }) => [post.id, replies.map((reply) => reply.id)])).toEqual([
      ['1', ['3']],
      ['2', []],
      ['4', []],
    ]);
  });
});
