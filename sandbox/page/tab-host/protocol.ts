import { z } from 'zod';

/** A message of teams-js to its host. Older versions of the library have no `uuidAsString`. */
const AppMessage = z.looseObject({
  id: z.number(),
  func: z.string(),
  args: z.array(z.unknown()).nullish(),
  uuidAsString: z.string().optional(),
});

/** The host's answer to one message. */
export interface HostAnswer {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly uuid?: string;
  readonly args: readonly unknown[];
}

/** What the host can do for a tab; the protocol below only translates. */
export interface HostAbilities {
  readonly context: () => Record<string, unknown>;
  /** Rejects with the reason in words that Teams would give the app. */
  readonly authToken: () => Promise<string>;
  /** True if the link could be opened. */
  readonly openLink: (url: string) => boolean;
  readonly navigateToApp: (target: AppTarget) => boolean;
  readonly shareDeepLink: (subPage: string, label: string) => void;
  readonly loading: (state: LoadingState) => void;
}

/** What a tab says of its own loading. */
export type LoadingState =
  | { readonly state: 'loaded' }
  | { readonly state: 'success' }
  | { readonly state: 'failed'; readonly reason: string; readonly message: string };

export interface AppTarget {
  readonly appId: string;
  readonly pageId?: string | undefined;
  readonly subPageId?: string | undefined;
}

const AppTargetSent = z.looseObject({
  appId: z.string(),
  pageId: z.string().optional(),
  subPageId: z.string().optional(),
});

/** The version of teams-js up to which this host knows the protocol. */
const SDK_VERSION = '2.58.0';

/** What this host supports; teams-js itself refuses everything else before it is sent. */
const RUNTIME = { apiVersion: 4, isLegacyTeams: false, supports: { pages: {} } };

/** teams-js' ErrorCode.NOT_SUPPORTED_ON_PLATFORM */
const NOT_SUPPORTED = 100;

/** Functions whose first argument in an answer says whether they succeeded; the others' is an error or nothing. */
const ANSWERED_BY_SUCCESS = new Set([
  'authentication.authenticate',
  'authentication.getAuthToken',
  'appInstallDialog.openAppInstallDialog',
  'calendar.openCalendarItem',
  'calendar.composeMeeting',
  'chat.openChat',
  'executeDeepLink',
  'mail.openMailItem',
  'mail.composeMail',
  'navigateBack',
  'navigateCrossDomain',
  'navigateToTab',
  'pages.navigateToApp',
  'settings.setSettings',
]);

/** Functions that want no answer. */
const UNANSWERED = new Set([
  'registerHandler',
  'setFrameContext',
  'returnFocus',
  'hideLoader',
  'getHostToAppPerformanceMetrics',
]);

type Handler = (
  host: HostAbilities,
  args: readonly unknown[],
) => Promise<readonly unknown[] | undefined> | readonly unknown[] | undefined;

const handlers: Readonly<Record<string, Handler>> = {
  initialize: (host) => [text(host.context().frameContext) || 'content', 'web', JSON.stringify(RUNTIME), SDK_VERSION],
  getContext: (host) => [host.context()],
  'authentication.getAuthToken': async (host) => {
    try {
      return [true, await host.authToken()];
    } catch (error) {
      return [false, error instanceof Error ? error.message : String(error)];
    }
  },
  'appInitialization.appLoaded': (host) => said(host, { state: 'loaded' }),
  'appInitialization.success': (host) => said(host, { state: 'success' }),
  'appInitialization.failure': (host, [reason, message]) =>
    said(host, { state: 'failed', reason: text(reason) || 'Other', message: text(message) }),
  'appInitialization.expectedFailure': (host, [reason, message]) =>
    said(host, { state: 'failed', reason: text(reason) || 'Other', message: text(message) }),
  'pages.navigateToApp': (host, [sent]) => {
    const target = AppTargetSent.safeParse(sent);
    if (!target.success) return [false, 'The app to go to was not named.'];
    return host.navigateToApp(target.data) ? [true] : [false, 'There is no such app here.'];
  },
  executeDeepLink: (host, [url]) => (host.openLink(text(url)) ? [true] : [false, 'This link cannot be opened.']),
  openLink: (host, [url]) => (host.openLink(text(url)) ? [true] : [false, 'This link cannot be opened.']),
  shareDeepLink: (host, [subPage, label]) => {
    host.shareDeepLink(text(subPage), text(label));
    return undefined;
  },
};

/**
 * Answers one message of a tab as Teams does. Undefined where Teams answers nothing, or where the message is not
 * teams-js' at all. What the host has not got is refused in the form in which the function reports failure, so that
 * the app's own error handling is what runs.
 */
export async function answerTo(message: unknown, host: HostAbilities): Promise<HostAnswer | undefined> {
  const read = AppMessage.safeParse(message);
  if (!read.success) return undefined;
  const { id, func, uuidAsString } = read.data;
  if (UNANSWERED.has(func)) return undefined;
  const handler = Object.hasOwn(handlers, func) ? handlers[func] : undefined;
  const args = handler === undefined ? refusal(func) : await handler(host, read.data.args ?? []);
  if (args === undefined) return undefined;
  return { id, ...(uuidAsString === undefined ? {} : { uuidAsString, uuid: uuidAsString }), args };
}

/** The message that tells a tab of a new theme. */
export function themeChange(theme: string): { func: string; args: readonly unknown[] } {
  return { func: 'themeChange', args: [theme] };
}

function said(host: HostAbilities, state: LoadingState): undefined {
  host.loading(state);
}

function refusal(func: string): readonly unknown[] {
  const message = `${func} is not supported by this sandbox.`;
  if (func === 'authentication.getUser') return [false, { errorCode: NOT_SUPPORTED, message }];
  return ANSWERED_BY_SUCCESS.has(func) ? [false, message] : [{ errorCode: NOT_SUPPORTED, message }];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
