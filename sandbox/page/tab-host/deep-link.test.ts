import { describe, expect, it } from 'vitest';
import { entityLink, teamsLink } from './deep-link.ts';

describe('a link into Teams', () => {
  it('leads to the page it was made for', () => {
    const link = entityLink('app-1', 'home', 'schools/1?x=2', 'A & B');
    expect(teamsLink(link)).toEqual({ to: 'entity', appId: 'app-1', entityId: 'home', subPage: 'schools/1?x=2' });
  });
  it('is known by any of the hosts Teams has, and by its own scheme', () => {
    for (const host of [
      'https://teams.microsoft.com',
      'https://teams.cloud.microsoft',
      'msteams://teams.microsoft.com',
    ]) {
      expect(teamsLink(`${host}/l/entity/a/b`)).toEqual({ to: 'entity', appId: 'a', entityId: 'b' });
    }
  });
  it('opens a chat with those it names', () => {
    expect(teamsLink('https://teams.microsoft.com/l/chat/0/0?users=28:bot,a@b.c')).toEqual({
      to: 'chat',
      users: ['28:bot', 'a@b.c'],
    });
  });
  it('is not any other address, nor one that only looks like it', () => {
    for (const other of [
      'https://example.org/l/entity/a/b',
      'https://evilteams.microsoft.com.example/l/entity/a/b',
      'nonsense',
      '',
    ]) {
      expect(teamsLink(other)).toBeUndefined();
    }
    expect(teamsLink('https://notteams.microsoft.com/l/entity/a/b')).toBeUndefined();
  });
  it('goes to the page even if its context is broken', () => {
    expect(teamsLink('https://teams.microsoft.com/l/entity/a/b?context={nonsense')).toEqual({
      to: 'entity',
      appId: 'a',
      entityId: 'b',
    });
  });
});
