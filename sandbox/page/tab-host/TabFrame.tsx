import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { tabToken } from '../control/control-api.ts';
import { EmptyState } from '../shell/Notice.tsx';
import { contentUrl, hostContext, type TabSurroundings } from './host-context.ts';
import { type AppTarget, answerTo, type HostAbilities, type LoadingState, themeChange } from './protocol.ts';

const useStyles = makeStyles({
  place: { position: 'relative', display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0, overflow: 'hidden' },
  frame: {
    flexGrow: 1,
    width: '100%',
    height: '100%',
    border: 'none',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  cover: {
    position: 'absolute',
    inset: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** How long Teams waits for an app that promised to say when it has loaded. */
const PATIENCE_MS = 30_000;

/** Ways out of a tab into the rest of the page. */
export interface TabExits {
  readonly openLink: (url: string) => boolean;
  readonly navigateToApp: (target: AppTarget) => boolean;
  readonly shareDeepLink: (subPage: string, label: string) => void;
}

/**
 * An app's page in a frame, with this page as its Teams. Answers only to the frame itself and only to the origin the
 * manifest names. A change of theme is pushed; a change of page, person or tab loads the frame anew.
 */
export function TabFrame({ around, exits }: { around: TabSurroundings; exits: TabExits }) {
  const [attempt, setAttempt] = useState(0);
  const { app, tab, persona, subPage = '', meetingChat = '' } = around;
  const key = [attempt, app.manifest.id, tab.entityId, persona.id, subPage, meetingChat].join(' ');
  return <OneLoad key={key} around={around} exits={exits} again={() => setAttempt((count) => count + 1)} />;
}

function OneLoad({ around, exits, again }: { around: TabSurroundings; exits: TabExits; again: () => void }) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const promises = around.app.manifest.showLoadingIndicator === true;
  const [loading, setLoading] = useState<LoadingState | { state: 'waiting' } | { state: 'silent' }>(
    promises ? { state: 'waiting' } : { state: 'loaded' },
  );
  const template = around.tab.contentUrl ?? '';
  // The address is made once: a later theme is pushed, not loaded.
  const [address] = useState(() => contentUrl(template, around));
  const origin = useMemo(() => originOf(address), [address]);

  const host: HostAbilities = {
    context: () => hostContext(around),
    authToken: () => tabToken(around.app.botId, around.persona.id),
    openLink: exits.openLink,
    navigateToApp: exits.navigateToApp,
    shareDeepLink: exits.shareDeepLink,
    loading: setLoading,
  };

  const onMessage = useEffectEvent(async (event: MessageEvent<unknown>) => {
    const tab = frame.current?.contentWindow;
    if (!tab || event.source !== tab || event.origin !== origin) return;
    const answer = await answerTo(event.data, host);
    if (answer !== undefined) tab.postMessage(answer, origin);
  });
  useEffect(() => {
    const listener = (event: MessageEvent<unknown>) => void onMessage(event);
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, []);

  // The first theme went with the address; later ones are pushed.
  const toldTheme = useRef(around.theme);
  useEffect(() => {
    if (origin === undefined || toldTheme.current === around.theme) return;
    toldTheme.current = around.theme;
    frame.current?.contentWindow?.postMessage(themeChange(around.theme), origin);
  }, [around.theme, origin]);

  const isWaiting = loading.state === 'waiting';
  useEffect(() => {
    if (!isWaiting) return;
    const timer = window.setTimeout(() => setLoading({ state: 'silent' }), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, [isWaiting]);

  if (origin === undefined) {
    return <EmptyState title="This tab has no address">Its manifest gives “{template}” as contentUrl.</EmptyState>;
  }
  return (
    <div className={styles.place}>
      <iframe
        ref={frame}
        className={styles.frame}
        src={address}
        title={around.tab.name ?? around.app.manifest.name.short}
        allow="clipboard-write"
      />
      {isWaiting ? (
        <div className={styles.cover}>
          <Spinner label={`${around.app.manifest.name.short} is loading…`} />
        </div>
      ) : null}
      {loading.state === 'failed' || loading.state === 'silent' ? (
        <div className={styles.cover} role="alert">
          <EmptyState title="There was a problem reaching this app">
            <p>
              {loading.state === 'failed'
                ? loading.message || loading.reason
                : 'The app did not say within 30 seconds that it has loaded. Is it running?'}
            </p>
            <Button onClick={again}>Try again</Button>
          </EmptyState>
        </div>
      ) : null}
    </div>
  );
}

function originOf(address: string): string | undefined {
  try {
    const { origin, protocol } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? origin : undefined;
  } catch {
    return undefined;
  }
}
