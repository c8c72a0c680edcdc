import type { Person, StaticTab, Status, TeamsApp } from '../control/answers.ts';
import type { ThemeName } from '../shell/themes.ts';

/** What the surroundings of a tab are: who looks, at which app's which page, in which theme. */
export interface TabSurroundings {
  readonly persona: Person;
  readonly tenant: { readonly id: string; readonly domain: string };
  readonly app: TeamsApp;
  readonly tab: StaticTab;
  readonly subPage: string | undefined;
  /** The chat of the meeting it is shown beside. */
  readonly meetingChat?: string | undefined;
  readonly theme: ThemeName;
  readonly sessionId: string;
  /** Where this page is served from; tabs see it as their parent. */
  readonly hostOrigin: string;
}

const LOCALE = 'en-gb';

/** The surroundings from what the sandbox says of itself; undefined while it has no tenant. */
export function tenantOf(status: Status): TabSurroundings['tenant'] | undefined {
  return status.tenant ? { id: status.tenant.id, domain: status.tenant.domain } : undefined;
}

/**
 * The context that Teams on the web gives a personal tab, or one beside a meeting, in the flat form in which it goes over
 * the wire; teams-js itself turns it into the nested one that apps see.
 */
export function hostContext(around: TabSurroundings): Record<string, unknown> {
  const { persona, tenant, app, tab } = around;
  const upn = persona.userPrincipalName ?? persona.mail ?? '';
  return {
    locale: LOCALE,
    theme: around.theme,
    entityId: tab.entityId,
    ...(around.subPage === undefined ? {} : { subEntityId: around.subPage }),
    tid: tenant.id,
    tenantSKU: 'education',
    upn,
    loginHint: upn,
    userPrincipalName: upn,
    userObjectId: persona.id,
    userDisplayName: persona.displayName,
    appId: app.manifest.id,
    ...(app.manifest.version === undefined ? {} : { manifestVersion: app.manifest.version }),
    sessionId: around.sessionId,
    appSessionId: around.sessionId,
    hostName: 'Teams',
    hostClientType: 'web',
    ...meetingOf(around.meetingChat),
    ringId: 'general',
    isFullScreen: false,
    isMultiWindow: false,
    hostAncestors: [around.hostOrigin],
  };
}

/** Beside a meeting a tab learns its chat, and an id that is made from it and is no id of Graph's. */
function meetingOf(chatId: string | undefined): Record<string, string> {
  if (chatId === undefined) return { frameContext: 'content' };
  return { frameContext: 'sidePanel', chatId, meetingId: btoa(`0#${chatId}#0`) };
}

/**
 * The address of a tab with Teams' placeholders filled in: the old ones (`{theme}`) and the new ones (`{app.theme}`).
 * Unknown placeholders stay as they are, as in Teams.
 */
export function contentUrl(template: string, around: TabSurroundings): string {
  const upn = around.persona.userPrincipalName ?? '';
  const values: Record<string, string> = {
    theme: around.theme,
    'app.theme': around.theme,
    locale: LOCALE,
    'app.locale': LOCALE,
    'app.sessionId': around.sessionId,
    'app.host.name': 'Teams',
    'app.host.clientType': 'web',
    entityId: around.tab.entityId,
    'page.id': around.tab.entityId,
    'chat.id': around.meetingChat ?? '',
    subEntityId: around.subPage ?? '',
    'page.subPageId': around.subPage ?? '',
    loginHint: upn,
    'user.loginHint': upn,
    userPrincipalName: upn,
    upn,
    'user.userPrincipalName': upn,
    userObjectId: around.persona.id,
    'user.id': around.persona.id,
    tid: around.tenant.id,
    'user.tenant.id': around.tenant.id,
    hostClientType: 'web',
    sessionId: around.sessionId,
  };
  return template.replace(/\{([\w.]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : encodeURIComponent(value);
  });
}
