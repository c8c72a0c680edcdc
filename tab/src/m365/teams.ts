import { app, authentication, FrameContexts } from '@microsoft/teams-js';
import { type Host, SignInFailed, type ThemeName, themeNamed } from './host.ts';
import { signInAdvice } from './sign-in-advice.ts';

/** Teams answers `initialize` at once or not at all; teams-js itself would wait a minute. */
const PATIENCE_MS = 15_000;

/** The tab is not shown inside Teams, or the host around it does not answer. */
export class OutsideTeams extends Error {
  constructor() {
    super('This page was opened outside Microsoft Teams.');
    this.name = 'OutsideTeams';
  }
}

/**
 * Connects to the Teams around this page. `parentOrigins` are extra parent windows to trust besides Microsoft's own;
 * the service writes them into the page from its environment, and there are none in production.
 * @throws OutsideTeams where there is no Teams around the page.
 */
export async function connectToTeams(parentOrigins: readonly string[]): Promise<Host> {
  if (!hasHost()) throw new OutsideTeams();
  await within(PATIENCE_MS, app.initialize([...parentOrigins]));
  app.notifyAppLoaded();
  const context = await within(PATIENCE_MS, app.getContext());
  return {
    theme: themeNamed(context.app.theme),
    // Beside a meeting and in its chat the tab opens with the meeting; a link to another place still leads there.
    place: context.page.subPageId || (context.meeting ? 'meeting' : undefined),
    chat: context.meeting && context.chat?.id,
    inMeeting: context.page.frameContext === FrameContexts.sidePanel,
    onTheme: (changed: (theme: ThemeName) => void) =>
      app.registerOnThemeChangeHandler((name) => changed(themeNamed(name))),
    token,
    ready: () => app.notifySuccess(),
  };
}

/** A frame on the desktop and the web; on phones Teams gives the page a native interface instead of a parent. */
function hasHost(): boolean {
  return window.parent !== window || 'nativeInterface' in window;
}

async function token(): Promise<string> {
  try {
    return await authentication.getAuthToken();
  } catch (refused) {
    const code = refused instanceof Error ? refused.message : String(refused);
    throw new SignInFailed(code, signInAdvice(code));
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new OutsideTeams()), milliseconds);
  });
  return Promise.race([work, silence]);
}
