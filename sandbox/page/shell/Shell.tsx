import { Button, makeStyles, mergeClasses, Toaster, tokens, useId } from '@fluentui/react-components';
import { Phone20Filled, Phone20Regular, SplitVertical20Regular } from '@fluentui/react-icons';
import { useCallback, useMemo } from 'react';
import { ActivityView } from '../activity/ActivityView.tsx';
import { useActivity } from '../activity/useActivity.ts';
import { useNotices } from '../activity/useNotices.tsx';
import { CalendarView } from '../calendar/CalendarView.tsx';
import { ChatView } from '../chat/ChatView.tsx';
import { type Chats, useChats } from '../chat/useChats.ts';
import type { Person, Status, TeamsApp } from '../control/answers.ts';
import { MeetingView } from '../meeting/MeetingView.tsx';
import { PersonaSwitch } from '../people/PersonaSwitch.tsx';
import { PersonaProvider } from '../people/persona.tsx';
import { AppView } from '../tab-host/AppView.tsx';
import { teamsLink } from '../tab-host/deep-link.ts';
import { tenantOf } from '../tab-host/host-context.ts';
import { TeamsView } from '../teams/TeamsView.tsx';
import { AppRail } from './AppRail.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { useDesk } from './desk.tsx';
import { Header } from './Header.tsx';
import { EmptyState } from './Notice.tsx';
import type { Place } from './place.ts';
import { usePlace } from './usePlace.ts';
import { useRoom } from './useRoom.ts';

const useStyles = makeStyles({
  shell: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    height: '100%',
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
  },
  framed: {
    width: '360px',
    height: 'min(780px, calc(100vh - 48px))',
    margin: 'auto',
    border: `10px solid ${tokens.colorNeutralForeground1}`,
    borderRadius: '36px',
    boxShadow: tokens.shadow28,
  },
  icon: { minWidth: '32px' },
  body: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  rounded: {
    borderStartStartRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottomWidth: 0,
    borderRightWidth: 0,
  },
});

/** Teams, as one person of the tenant. */
export function Shell({
  status,
  people,
  apps,
  persona,
  choose,
  framed,
  setFramed,
  beside,
  isPane,
}: {
  status: Status;
  people: readonly Person[];
  apps: readonly TeamsApp[];
  persona: Person;
  choose: (person: Person) => void;
  framed: boolean;
  setFramed: (framed: boolean) => void;
  /** Goes to several people side by side. */
  beside: () => void;
  /** Whether this is one of several side by side: then the head is theirs in common. */
  isPane: boolean;
}) {
  const styles = useStyles();
  const { theme } = useDesk();
  const { room, measure } = useRoom();
  const { place, go } = usePlace();
  const chats = useChats(persona, apps);
  const activity = useActivity(persona.id, chats);
  const toaster = useId('notices');
  const seen = useMemo(() => ({ ...persona, ids: chats.ids }), [persona, chats.ids]);
  const sessionId = useMemo(() => crypto.randomUUID(), []);
  const isPhone = room === 'phone';
  const frameLabel = framed ? 'Leave the phone frame' : 'Show as on a phone';

  const openLink = useCallback(
    (url: string): boolean => {
      const link = teamsLink(url);
      if (link?.to === 'entity') {
        const app = apps.find((each) => each.manifest.id === link.appId);
        if (app === undefined) return false;
        go({
          at: 'app',
          appId: link.appId,
          ...(link.entityId && { tab: link.entityId }),
          ...(link.subPage && { subPage: link.subPage }),
        });
        return true;
      }
      if (link?.to === 'chat') {
        go({ at: 'chat' });
        return true;
      }
      if (!/^(https?|mailto):/.test(url)) return false;
      window.open(url, '_blank', 'noopener');
      return true;
    },
    [apps, go],
  );

  function view(at: Place) {
    switch (at.at) {
      case 'chat':
        return <ChatView chats={chats} apps={apps} open={at.conversationId} go={go} room={room} openLink={openLink} />;
      case 'teams':
        return (
          <TeamsView
            teamId={at.teamId}
            channelId={at.channelId}
            chats={chats}
            go={go}
            room={room}
            openLink={openLink}
          />
        );
      case 'activity':
        return <ActivityView feed={activity.feed} readUpTo={activity.readUpTo} see={activity.see} go={go} />;
      case 'calendar':
        return <CalendarView date={at.date} look={at.look} go={go} room={room} />;
      case 'meeting':
        return (
          <MeetingView
            key={at.chatId}
            chatId={at.chatId}
            title={at.title}
            apps={apps}
            tenant={tenantOf(status)}
            theme={theme}
            sessionId={sessionId}
            isPhone={isPhone}
            go={go}
            openLink={openLink}
          />
        );
      case 'app': {
        const app = apps.find((each) => each.manifest.id === at.appId);
        if (app === undefined) {
          return <EmptyState title="There is no such app">Choose one of those at the side.</EmptyState>;
        }
        return (
          <AppView
            key={app.botId}
            app={app}
            tabId={at.tab}
            subPage={at.subPage}
            chats={chats}
            tenant={tenantOf(status)}
            theme={theme}
            sessionId={sessionId}
            isPhone={isPhone}
            go={go}
            openLink={openLink}
          />
        );
      }
    }
  }

  useNotices(toaster, { ...activity, open: onScreen(place, chats, isPhone), go });
  const unread = { activity: activity.unread, chat: sumOf(chats.chats ?? []), teams: sumOf(chats.channels) };
  const rail = <AppRail place={place} apps={apps} unread={unread} room={room} />;
  return (
    <PersonaProvider persona={seen}>
      <div ref={measure} className={mergeClasses(styles.shell, framed && styles.framed)}>
        {isPane ? null : (
          <Header tenantName={status.tenant?.name ?? 'Microsoft 365 sandbox'} isPhone={isPhone}>
            {isPhone && !framed ? null : (
              <>
                <Button
                  appearance="subtle"
                  className={styles.icon}
                  icon={framed ? <Phone20Filled /> : <Phone20Regular />}
                  aria-label={frameLabel}
                  aria-pressed={framed}
                  title={frameLabel}
                  onClick={() => setFramed(!framed)}
                />
                <Button
                  appearance="subtle"
                  className={styles.icon}
                  icon={<SplitVertical20Regular />}
                  aria-label="People side by side"
                  title="People side by side"
                  onClick={beside}
                />
              </>
            )}
            <PersonaSwitch people={people} persona={persona} choose={choose} short={isPhone} />
          </Header>
        )}
        <ConnectionBanner />
        <div className={styles.body}>
          {isPhone ? null : rail}
          <main key={persona.id} className={mergeClasses(styles.main, !isPhone && styles.rounded)}>
            {view(place)}
          </main>
        </div>
        {isPhone ? rail : null}
        <Toaster toasterId={toaster} position="bottom-end" limit={3} />
      </div>
    </PersonaProvider>
  );
}

function sumOf(all: readonly { readonly unread: number }[]): number {
  return all.reduce((sum, { unread }) => sum + unread, 0);
}

/** The conversation that is on screen: at a desk the first one, where the address names none. */
function onScreen(place: Place, { chats, channels }: Chats, isPhone: boolean): string | undefined {
  if (place.at === 'chat') return place.conversationId ?? (isPhone ? undefined : chats?.[0]?.id);
  if (place.at === 'teams') return place.channelId ?? (isPhone ? undefined : channels[0]?.id);
  return undefined;
}
