import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Chat24Regular } from '@fluentui/react-icons';
import type { TeamsApp } from '../control/answers.ts';
import { usePersona } from '../people/persona.tsx';
import { EmptyState, ErrorState, Loading } from '../shell/Notice.tsx';
import type { Go } from '../shell/usePlace.ts';
import type { Room } from '../shell/useRoom.ts';
import { AddApp } from './AddApp.tsx';
import { Conversation } from './Conversation.tsx';
import { ConversationList } from './ConversationList.tsx';
import type { Chats } from './useChats.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
  side: {
    display: 'flex',
    flexDirection: 'column',
    width: '300px',
    flexShrink: 0,
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sidePhone: { width: '100%', borderRight: 'none' },
  title: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  spacer: { flexGrow: 1 },
});

/** Chats: a list beside the open one, or on a phone one after the other. */
export function ChatView({
  chats,
  apps,
  open,
  go,
  room,
  openLink,
}: {
  chats: Chats;
  apps: readonly TeamsApp[];
  open: string | undefined;
  go: Go;
  room: Room;
  openLink: (url: string) => void;
}) {
  const styles = useStyles();
  if (chats.chats === undefined) {
    return chats.error === undefined ? (
      <Loading what="chats" />
    ) : (
      <ErrorState error={chats.error} retry={chats.reload} />
    );
  }
  if (chats.chats.length === 0) return <NoChats apps={apps} />;
  const isPhone = room === 'phone';
  const chat = chats.chats.find((each) => each.id === open) ?? (isPhone ? undefined : chats.chats[0]);
  const app = chat?.app;
  return (
    <div className={styles.view}>
      {isPhone && chat !== undefined ? null : (
        <nav className={mergeClasses(styles.side, isPhone && styles.sidePhone)} aria-label="Chats">
          <Text as="h2" size={500} weight="bold" className={styles.title}>
            Chat
          </Text>
          <ConversationList
            chats={chats.chats}
            open={chat?.id}
            choose={(each) => go({ at: 'chat', conversationId: each.id })}
          />
        </nav>
      )}
      {chat === undefined ? null : (
        <Conversation
          key={chat.id}
          chat={chat}
          head={
            <>
              <span className={styles.spacer} />
              {app !== undefined && (app.manifest.staticTabs ?? []).some((tab) => tab.contentUrl) ? (
                <Button appearance="subtle" onClick={() => go({ at: 'app', appId: app.manifest.id })}>
                  Open app
                </Button>
              ) : null}
            </>
          }
          back={isPhone ? () => go({ at: 'chat' }) : undefined}
          markRead={chats.markRead}
          openLink={openLink}
        />
      )}
    </div>
  );
}

/** Nobody has written to this person yet: the apps they could add. */
export function NoChats({ apps }: { apps: readonly TeamsApp[] }) {
  const persona = usePersona();
  return (
    <EmptyState icon={<Chat24Regular />} title="No chats yet">
      {apps.length === 0 ? (
        'The sandbox has no app yet. Once one is added, people can chat with it here.'
      ) : (
        <>
          <p>No app has been added for {persona.displayName}. Add one to begin.</p>
          {apps.map((app) => (
            <AddApp key={app.botId} app={app} />
          ))}
        </>
      )}
    </EmptyState>
  );
}
