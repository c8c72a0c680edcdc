import { describe, expect, it } from 'vitest';
import { answerTo, type HostAbilities, type LoadingState, themeChange } from './protocol.ts';

/** A host that notes what it was asked to do. */
function host(can: Partial<HostAbilities> = {}): HostAbilities & { readonly noted: unknown[] } {
  const noted: unknown[] = [];
  return {
    noted,
    context: () => ({ theme: 'dark', entityId: 'dashboard' }),
    authToken: async () => 'a.tab.token',
    openLink: (url) => url.startsWith('https:'),
    navigateToApp: (target) => {
      noted.push(target);
      return target.appId === 'known';
    },
    shareDeepLink: (subPage, label) => noted.push([subPage, label]),
    loading: (state: LoadingState) => noted.push(state),
    ...can,
  };
}

const ask = (func: string, ...args: unknown[]) => ({ id: 7, func, args, uuidAsString: 'u-7', apiVersionTag: 'v2_x' });

describe("the tab's host", () => {
  it('answers a message under the id and uuid it came with', async () => {
    expect(await answerTo(ask('getContext'), host())).toEqual({
      id: 7,
      uuidAsString: 'u-7',
      uuid: 'u-7',
      args: [{ theme: 'dark', entityId: 'dashboard' }],
    });
  });

  it('answers an older library, which sends no uuid, by the id alone', async () => {
    expect(await answerTo({ id: 0, func: 'getContext', args: [] }, host())).toEqual({
      id: 0,
      args: [{ theme: 'dark', entityId: 'dashboard' }],
    });
  });

  it('introduces itself as Teams on the web with a runtime that claims no more than it can', async () => {
    const panel = host({ context: () => ({ frameContext: 'sidePanel' }) });
    expect((await answerTo(ask('initialize', '2.58.0', 4), panel))?.args[0]).toBe('sidePanel');
    const answer = await answerTo(ask('initialize', '2.58.0', 4), host());
    const [frameContext, client, runtime] = answer?.args ?? [];
    expect([frameContext, client]).toEqual(['content', 'web']);
    expect(JSON.parse(String(runtime))).toEqual({ apiVersion: 4, isLegacyTeams: false, supports: { pages: {} } });
  });

  it('hands over a token, or the reason why there is none', async () => {
    expect((await answerTo(ask('authentication.getAuthToken'), host()))?.args).toEqual([true, 'a.tab.token']);
    const refused = host({ authToken: () => Promise.reject(new Error('resourceDisabled')) });
    expect((await answerTo(ask('authentication.getAuthToken'), refused))?.args).toEqual([false, 'resourceDisabled']);
  });

  it('notes what a tab says of its loading, and answers nothing to it', async () => {
    const noting = host();
    expect(await answerTo(ask('appInitialization.appLoaded', '2.58.0'), noting)).toBeUndefined();
    expect(await answerTo(ask('appInitialization.success', '2.58.0'), noting)).toBeUndefined();
    expect(await answerTo(ask('appInitialization.failure', 'Timeout', 'No answer'), noting)).toBeUndefined();
    expect(noting.noted).toEqual([
      { state: 'loaded' },
      { state: 'success' },
      { state: 'failed', reason: 'Timeout', message: 'No answer' },
    ]);
  });

  it('goes to a page of an app it has, and says so when it has not', async () => {
    const noting = host();
    const there = await answerTo(ask('pages.navigateToApp', { appId: 'known', pageId: 'p', subPageId: 's' }), noting);
    expect(there?.args).toEqual([true]);
    expect(noting.noted).toEqual([{ appId: 'known', pageId: 'p', subPageId: 's' }]);
    expect((await answerTo(ask('pages.navigateToApp', { appId: 'other' }), noting))?.args[0]).toBe(false);
    expect((await answerTo(ask('pages.navigateToApp', 'nonsense'), noting))?.args[0]).toBe(false);
  });

  it('opens links it can open and refuses the others', async () => {
    expect((await answerTo(ask('executeDeepLink', 'https://example.org'), host()))?.args).toEqual([true]);
    expect((await answerTo(ask('executeDeepLink', 'javascript:alert(1)'), host()))?.args[0]).toBe(false);
  });

  it('remembers the page a tab wants to be shared as', async () => {
    const noting = host();
    expect(await answerTo(ask('shareDeepLink', 'schools/1', 'A school', 'https://x'), noting)).toBeUndefined();
    expect(noting.noted).toEqual([['schools/1', 'A school']]);
  });

  it('takes registrations and frame contexts without an answer, as Teams does', async () => {
    expect(await answerTo(ask('registerHandler', 'themeChange'), host())).toBeUndefined();
    expect(await answerTo(ask('setFrameContext', {}), host())).toBeUndefined();
  });

  it('refuses what it has not got, in the form in which the function reports failure', async () => {
    expect((await answerTo(ask('media.captureImage'), host()))?.args).toEqual([
      { errorCode: 100, message: 'media.captureImage is not supported by this sandbox.' },
    ]);
    expect((await answerTo(ask('calendar.openCalendarItem'), host()))?.args[0]).toBe(false);
    expect((await answerTo(ask('authentication.getUser'), host()))?.args).toEqual([
      false,
      { errorCode: 100, message: 'authentication.getUser is not supported by this sandbox.' },
    ]);
    expect((await answerTo(ask('toString'), host()))?.args[0]).toMatchObject({ errorCode: 100 });
  });

  it('is deaf to messages that are not the library’s', async () => {
    for (const other of [undefined, null, 'hello', 7, {}, { func: 'getContext' }, { id: '7', func: 'getContext' }]) {
      expect(await answerTo(other, host())).toBeUndefined();
    }
  });

  it('tells a tab of a new theme by the name Teams uses', () => {
    expect(themeChange('contrast')).toEqual({ func: 'themeChange', args: ['contrast'] });
  });
});
