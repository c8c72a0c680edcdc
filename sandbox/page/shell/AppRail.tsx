import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  Alert24Filled,
  Alert24Regular,
  CalendarLtr24Filled,
  CalendarLtr24Regular,
  Chat24Filled,
  Chat24Regular,
  PeopleTeam24Filled,
  PeopleTeam24Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { TeamsApp } from '../control/answers.ts';
import { AppAvatar } from './AppAvatar.tsx';
import { type Place, placeHash } from './place.ts';
import type { Room } from './useRoom.ts';

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: '2px',
    width: '72px',
    flexShrink: 0,
    paddingTop: tokens.spacingVerticalXS,
    boxSizing: 'border-box',
  },
  bar: {
    flexDirection: 'row',
    justifyContent: 'space-around',
    width: '100%',
    padding: `0 0 env(safe-area-inset-bottom, 0)`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  entry: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    minHeight: '56px',
    minWidth: '44px',
    padding: '0 2px',
    boxSizing: 'border-box',
    color: tokens.colorNeutralForeground2,
    fontSize: '10px',
    lineHeight: '14px',
    textAlign: 'center',
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  inBar: { minHeight: '60px', flexGrow: 1, flexBasis: 0, overflow: 'hidden' },
  current: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      top: '12px',
      bottom: '12px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorBrandStroke1,
    },
  },
  currentInBar: { '::before': { display: 'none' } },
  label: {
    maxWidth: '72px',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'break-word',
  },
  badge: { position: 'absolute', top: '4px', insetInlineEnd: 'calc(50% - 24px)' },
});

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly to: Place;
  readonly icon: ReactNode;
  readonly current: boolean;
  readonly unread?: number;
}

/** How much is new, by where it is. */
export interface Unread {
  readonly activity: number;
  readonly chat: number;
  readonly teams: number;
}

/** The way about: a rail at the side, or on a phone a bar at the foot. */
export function AppRail({
  place,
  apps,
  unread,
  room,
}: {
  place: Place;
  apps: readonly TeamsApp[];
  unread: Unread;
  room: Room;
}) {
  const styles = useStyles();
  const inBar = room === 'phone';
  return (
    <nav className={mergeClasses(styles.rail, inBar && styles.bar)} aria-label="Apps">
      {entries(place, apps, unread).map((entry) => (
        <a
          key={entry.key}
          href={placeHash(entry.to)}
          className={mergeClasses(
            styles.entry,
            entry.current && styles.current,
            inBar && styles.inBar,
            inBar && entry.current && styles.currentInBar,
          )}
          aria-current={entry.current ? 'page' : undefined}
        >
          {entry.icon}
          <span className={styles.label}>{entry.label}</span>
          {entry.unread ? (
            <CounterBadge
              className={styles.badge}
              count={entry.unread}
              size="small"
              color="danger"
              aria-label={`${entry.unread} unread`}
            />
          ) : null}
        </a>
      ))}
    </nav>
  );
}

function entries(place: Place, apps: readonly TeamsApp[], unread: Unread): readonly Entry[] {
  const at = place.at;
  return [
    {
      key: 'activity',
      label: 'Activity',
      to: { at: 'activity' },
      icon: at === 'activity' ? <Alert24Filled /> : <Alert24Regular />,
      current: at === 'activity',
      unread: unread.activity,
    },
    {
      key: 'chat',
      label: 'Chat',
      to: { at: 'chat' },
      icon: at === 'chat' ? <Chat24Filled /> : <Chat24Regular />,
      current: at === 'chat',
      unread: unread.chat,
    },
    {
      key: 'teams',
      label: 'Teams',
      to: { at: 'teams' },
      icon: at === 'teams' ? <PeopleTeam24Filled /> : <PeopleTeam24Regular />,
      current: at === 'teams',
      unread: unread.teams,
    },
    {
      key: 'calendar',
      label: 'Calendar',
      to: { at: 'calendar' },
      icon: at === 'calendar' || at === 'meeting' ? <CalendarLtr24Filled /> : <CalendarLtr24Regular />,
      current: at === 'calendar' || at === 'meeting',
    },
    ...apps
      .filter((app) => (app.manifest.staticTabs ?? []).length > 0)
      .map((app): Entry => {
        const { id, name } = app.manifest;
        return {
          key: id,
          label: name.short,
          to: { at: 'app', appId: id },
          icon: <AppAvatar botId={app.botId} name={name.short} size={24} />,
          current: place.at === 'app' && place.appId === id,
        };
      }),
  ];
}
