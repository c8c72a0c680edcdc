import { Button, CounterBadge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular, PeopleTeam24Regular } from '@fluentui/react-icons';
import type { Chats } from '../chat/useChats.ts';
import type { Team } from '../control/answers.ts';
import { getTeams } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';
import { useAnswer } from '../control/useAnswer.ts';
import { usePersona } from '../people/persona.tsx';
import { EmptyState, ErrorState, Loading } from '../shell/Notice.tsx';
import type { Go } from '../shell/usePlace.ts';
import type { Room } from '../shell/useRoom.ts';
import { ChannelPosts } from './ChannelPosts.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
  side: {
    display: 'flex',
    flexDirection: 'column',
    width: '300px',
    flexShrink: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sidePhone: { width: '100%', borderRight: 'none' },
  title: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  team: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
  channels: { margin: 0, padding: tokens.spacingHorizontalXS, listStyleType: 'none' },
  channel: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    width: '100%',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXXL}`,
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  unread: { fontWeight: tokens.fontWeightSemibold },
  open: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '52px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  soft: { color: tokens.colorNeutralForeground3 },
});

/** The persona's teams with their channels, and the posts of the open one. */
export function TeamsView({
  teamId,
  channelId,
  chats,
  go,
  room,
  openLink,
}: {
  teamId: string | undefined;
  channelId: string | undefined;
  chats: Chats;
  go: Go;
  room: Room;
  openLink: (url: string) => void;
}) {
  const styles = useStyles();
  const persona = usePersona();
  const asked = useAnswer('teams', getTeams);
  useLiveEvent((event) => {
    if (event.type === 'tenant' || event.type === 'reconnected') asked.reload();
  });
  if (asked.data === undefined) {
    return asked.error === undefined ? (
      <Loading what="teams" />
    ) : (
      <ErrorState error={asked.error} retry={asked.reload} />
    );
  }
  const teams = asked.data.filter((team) => team.members === undefined || team.members.includes(persona.id));
  if (teams.length === 0) {
    return (
      <EmptyState icon={<PeopleTeam24Regular />} title="No teams">
        {persona.displayName} is not a member of any team. Somebody else may be: switch person at the top.
      </EmptyState>
    );
  }
  const unreadIn = (id: string) => chats.channels.find((channel) => channel.id === id)?.unread ?? 0;
  const isPhone = room === 'phone';
  const chosen = channelOf(teams, teamId, channelId) ?? (isPhone ? undefined : firstChannel(teams));
  return (
    <div className={styles.view}>
      {isPhone && chosen !== undefined ? null : (
        <nav className={mergeClasses(styles.side, isPhone && styles.sidePhone)} aria-label="Teams and channels">
          <Text as="h2" size={500} weight="bold" className={styles.title}>
            Teams
          </Text>
          {teams.map((team) => (
            <section key={team.id} aria-label={team.displayName}>
              <Text as="h3" size={300} weight="semibold" className={styles.team} block>
                {team.displayName}
              </Text>
              <ul className={styles.channels}>
                {team.channels.map((channel) => (
                  <li key={channel.id}>
                    <button
                      type="button"
                      className={mergeClasses(styles.channel, channel.id === chosen?.channel.id && styles.open)}
                      aria-current={channel.id === chosen?.channel.id ? 'true' : undefined}
                      onClick={() => go({ at: 'teams', teamId: team.id, channelId: channel.id })}
                    >
                      <span className={mergeClasses(unreadIn(channel.id) > 0 && styles.unread)}>
                        {channel.displayName}
                      </span>
                      {unreadIn(channel.id) === 0 ? null : (
                        <CounterBadge
                          count={unreadIn(channel.id)}
                          size="small"
                          color="danger"
                          aria-label={`${unreadIn(channel.id)} unread`}
                        />
                      )}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
      )}
      {chosen === undefined ? null : (
        <section className={styles.main} aria-label={`${chosen.channel.displayName} in ${chosen.team.displayName}`}>
          <header className={styles.head}>
            {isPhone ? (
              <Button
                appearance="subtle"
                icon={<ArrowLeft20Regular />}
                aria-label="Back to teams"
                onClick={() => go({ at: 'teams' })}
              />
            ) : null}
            <Text as="h2" size={400} weight="semibold">
              {chosen.channel.displayName}
            </Text>
            <Text size={200} className={styles.soft}>
              {chosen.team.displayName}
            </Text>
          </header>
          <ChannelPosts
            key={chosen.channel.id}
            conversationId={chosen.channel.id}
            channelName={chosen.channel.displayName}
            hasApp={chats.channels.some(({ id }) => id === chosen.channel.id)}
            markRead={chats.markRead}
            openLink={openLink}
          />
        </section>
      )}
    </div>
  );
}

interface ChosenChannel {
  readonly team: Team;
  readonly channel: Team['channels'][number];
}

function channelOf(teams: readonly Team[], teamId?: string, channelId?: string): ChosenChannel | undefined {
  const team = teams.find((each) => each.id === teamId);
  const channel = team?.channels.find((each) => each.id === channelId);
  return team === undefined || channel === undefined ? undefined : { team, channel };
}

function firstChannel(teams: readonly Team[]): ChosenChannel | undefined {
  const [team] = teams;
  const [channel] = team?.channels ?? [];
  return team === undefined || channel === undefined ? undefined : { team, channel };
}
