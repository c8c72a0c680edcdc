import { describe, expect, it } from 'vitest';
import { contentUrl, hostContext, type TabSurroundings } from './host-context.ts';

const around: TabSurroundings = {
  persona: { id: 'oid-1', displayName: 'Ada Lovelace', userPrincipalName: 'ada@example.org' },
  tenant: { id: 'tid-1', domain: 'example.org' },
  app: { botId: 'bot-1', manifest: { id: 'app-1', name: { short: 'An app' }, version: '1.2.3' } },
  tab: { entityId: 'home' },
  subPage: 'a/b c',
  theme: 'contrast',
  sessionId: 'session-1',
  hostOrigin: 'http://localhost:1',
};

describe("a tab's address", () => {
  it('has the old and the new placeholders filled in', () => {
    expect(contentUrl('https://x/?t={theme}&n={app.theme}&l={locale}&u={user.id}&p={page.id}', around)).toBe(
      'https://x/?t=contrast&n=contrast&l=en-gb&u=oid-1&p=home',
    );
  });
  it('has values escaped, so that a page name cannot change the address', () => {
    expect(contentUrl('https://x/?s={page.subPageId}&h={loginHint}', around)).toBe(
      'https://x/?s=a%2Fb%20c&h=ada%40example.org',
    );
  });
  it('keeps placeholders nobody knows', () => {
    expect(contentUrl('https://x/?q={whatever}', around)).toBe('https://x/?q={whatever}');
  });
});

describe('the context a tab gets', () => {
  it('says who looks, in which tenant, at which page, in which theme', () => {
    expect(hostContext(around)).toMatchObject({
      userObjectId: 'oid-1',
      userDisplayName: 'Ada Lovelace',
      loginHint: 'ada@example.org',
      tid: 'tid-1',
      entityId: 'home',
      subEntityId: 'a/b c',
      theme: 'contrast',
      appId: 'app-1',
      frameContext: 'content',
      hostAncestors: ['http://localhost:1'],
    });
  });
  it('beside a meeting says which chat is its, and that it is a side panel', () => {
    const chatId = '19:meeting_abc@thread.v2';
    expect(hostContext({ ...around, meetingChat: chatId })).toMatchObject({
      ...{ chatId, frameContext: 'sidePanel' },
      meetingId: btoa(`0#${chatId}#0`),
    });
    expect(hostContext(around)).not.toHaveProperty('chatId');
    expect(hostContext(around)).not.toHaveProperty('meetingId');
  });
  it('names no sub page where there is none', () => {
    expect(hostContext({ ...around, subPage: undefined })).not.toHaveProperty('subEntityId');
  });
});
