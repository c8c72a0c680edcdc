import { Button, makeStyles, Tab, TabList, Text, Tooltip, tokens } from '@fluentui/react-components';
import { Link20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { NoChats } from '../chat/ChatView.tsx';
import { Conversation } from '../chat/Conversation.tsx';
import type { Chats } from '../chat/useChats.ts';
import type { StaticTab, TeamsApp } from '../control/answers.ts';
import { usePersona } from '../people/persona.tsx';
import { AppAvatar } from '../shell/AppAvatar.tsx';
import { EmptyState } from '../shell/Notice.tsx';
import type { ThemeName } from '../shell/themes.ts';
import type { Go } from '../shell/usePlace.ts';
import { AboutApp } from './AboutApp.tsx';
import { entityLink } from './deep-link.ts';
import type { TabSurroundings } from './host-context.ts';
import { TabFrame } from './TabFrame.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '52px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
  },
  name: { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', flexShrink: 1, minWidth: '48px' },
  tabs: { overflowX: 'auto', flexGrow: 1, minWidth: 0, scrollbarWidth: 'none' },
});

/** Teams' own pages of an app, which a manifest names without an address. */
const OWN_PAGES: Readonly<Record<string, string>> = { conversations: 'Chat', about: 'About' };

/** An app opened from the rail: its tabs, its chat, and what it says of itself. */
export function AppView({
  app,
  tabId,
  subPage,
  chats,
  tenant,
  theme,
  sessionId,
  isPhone,
  go,
  openLink,
}: {
  app: TeamsApp;
  tabId: string | undefined;
  subPage: string | undefined;
  chats: Chats;
  tenant: TabSurroundings['tenant'] | undefined;
  theme: ThemeName;
  sessionId: string;
  isPhone: boolean;
  go: Go;
  openLink: (url: string) => boolean;
}) {
  const styles = useStyles();
  const persona = usePersona();
  const [shared, setShared] = useState<{ subPage: string; label: string }>();
  const tabs = tabsOf(app);
  const tab = tabs.find((each) => each.entityId === tabId) ?? tabs[0];
  const chat = chats.chats?.find((each) => each.app?.botId === app.botId);
  const appId = app.manifest.id;

  function body(shown: StaticTab) {
    if (shown.entityId === 'about') {
      return <AboutApp app={app} installed={chat?.installed ?? false} changed={chats.reload} />;
    }
    if (shown.entityId === 'conversations') {
      if (chat === undefined) return <NoChats apps={[app]} />;
      return (
        <Conversation
          key={chat.id}
          chat={chat}
          head={undefined}
          back={undefined}
          markRead={chats.markRead}
          openLink={openLink}
        />
      );
    }
    if (tenant === undefined) {
      return <EmptyState title="No organisation yet">The sandbox has no organisation to sign in to.</EmptyState>;
    }
    return (
      <TabFrame
        around={{ persona, tenant, app, tab: shown, subPage, theme, sessionId, hostOrigin: window.location.origin }}
        exits={{
          openLink,
          navigateToApp: ({ appId: wanted, pageId, subPageId }) => {
            if (wanted !== appId) return false;
            go({ at: 'app', appId, ...(pageId && { tab: pageId }), ...(subPageId && { subPage: subPageId }) });
            return true;
          },
          shareDeepLink: (page, label) => setShared({ subPage: page, label }),
        }}
      />
    );
  }

  return (
    <section className={styles.view} aria-label={app.manifest.name.short}>
      <header className={styles.head}>
        {isPhone ? null : (
          <>
            <AppAvatar botId={app.botId} name={app.manifest.name.short} size={28} />
            <Text as="h2" size={400} weight="semibold" className={styles.name}>
              {app.manifest.name.short}
            </Text>
          </>
        )}
        <TabList
          className={styles.tabs}
          selectedValue={tab?.entityId ?? ''}
          onTabSelect={(_, data) => go({ at: 'app', appId, tab: String(data.value) })}
          aria-label={`Pages of ${app.manifest.name.short}`}
        >
          {tabs.map((each) => (
            <Tab key={each.entityId} value={each.entityId}>
              {each.name ?? OWN_PAGES[each.entityId] ?? each.entityId}
            </Tab>
          ))}
        </TabList>
        {tab?.contentUrl ? (
          <Tooltip content="Copy link to this page" relationship="label">
            <Button
              appearance="subtle"
              icon={<Link20Regular />}
              onClick={() =>
                void navigator.clipboard.writeText(
                  entityLink(appId, tab.entityId, shared?.subPage ?? subPage, shared?.label),
                )
              }
            />
          </Tooltip>
        ) : null}
      </header>
      {tab === undefined ? <EmptyState title="This app has no pages" /> : body(tab)}
    </section>
  );
}

/** The app's tabs for one person (a meeting's and a chat's are not), with Teams' own pages at the end where the manifest does not place them itself. */
function tabsOf(app: TeamsApp): readonly StaticTab[] {
  const named = (app.manifest.staticTabs ?? []).filter(
    ({ scopes }) => scopes === undefined || scopes.includes('personal'),
  );
  const missing = Object.keys(OWN_PAGES).filter((page) => !named.some((tab) => tab.entityId === page));
  return [...named, ...missing.map((entityId) => ({ entityId }))];
}
