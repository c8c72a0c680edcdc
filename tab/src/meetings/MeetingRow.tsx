import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { PlanMeeting } from '@owls/policy';
import { wallDayText, wallTimeText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { MeetingState } from './MeetingState.tsx';
import { groupOf } from './plan-filter.ts';
import { useGroupColours } from './use-group-colours.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '4rem minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 640px)': {
      gridTemplateColumns: '3.25rem minmax(0, 1fr)',
      columnGap: tokens.spacingHorizontalM,
    },
  },
  past: { color: tokens.colorNeutralForeground3 },
  day: {
    display: 'grid',
    justifyItems: 'center',
    padding: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
  },
  words: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
    justifyItems: 'start',
  },
  title: { textAlign: 'start', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  off: { textDecorationLine: 'line-through' },
  wrong: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'baseline' },
  icon: { color: tokens.colorStatusWarningForeground3, flexShrink: 0, alignSelf: 'center' },
  state: { '@media (max-width: 640px)': { gridColumn: 2, justifySelf: 'start' } },
});

/** One meeting: when, what, where, who, what is wrong with it, and whether it stands in calendars. */
export function MeetingRow({
  meeting,
  wrong,
  open,
}: {
  meeting: PlanMeeting;
  wrong: readonly string[];
  open: () => void;
}) {
  const styles = useStyles();
  const colours = useGroupColours();
  const [weekday = '', day = ''] = wallDayText(meeting.start).split(' ');
  return (
    <li className={mergeClasses(styles.row, meeting.past && styles.past)}>
      <div className={mergeClasses(styles.day, colours[groupOf(meeting)])} aria-hidden="true">
        <Text size={200}>{weekday.slice(0, 3)}</Text>
        <Text size={500} weight="semibold">
          {day}
        </Text>
      </div>
      <div className={styles.words}>
        <Link
          as="button"
          className={mergeClasses(styles.title, meeting.state === 'cancelled' && styles.off)}
          onClick={open}
        >
          {meeting.title}
        </Link>
        <Text size={200} className={styles.quiet}>
          <time dateTime={meeting.start}>
            {wallDayText(meeting.start)}, {wallTimeText(meeting.start)} to {wallTimeText(meeting.end)}
          </time>
          {' · '}
          {meeting.place} · {counted(meeting.attendees.length, 'person', 'people')}
        </Text>
        {wrong.map((says) => (
          <Text key={says} size={200} className={styles.wrong}>
            <WarningFilled className={styles.icon} aria-label="To look at:" />
            <span>{says}</span>
          </Text>
        ))}
      </div>
      <span className={styles.state}>
        <MeetingState state={meeting.state} />
      </span>
    </li>
  );
}
