import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { wallDayText, wallTimeText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { addressOf } from '../shell/route.ts';
import type { MeetingState, PlanEntry } from './year-plan.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '4rem minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  past: { color: tokens.colorNeutralForeground3 },
  day: {
    display: 'grid',
    justifyItems: 'center',
    padding: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  link: { color: tokens.colorBrandForegroundLink },
  quiet: { color: tokens.colorNeutralForeground3 },
  agenda: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink, fontSize: tokens.fontSizeBase200 },
  off: { textDecorationLine: 'line-through' },
});

const LOOKS = {
  planned: { words: 'Planned', appearance: 'outline', color: 'informative' },
  agreed: { words: 'On its way', appearance: 'tint', color: 'brand' },
  'in calendars': { words: 'In calendars', appearance: 'tint', color: 'success' },
  cancelled: { words: 'Cancelled', appearance: 'tint', color: 'warning' },
} as const satisfies Readonly<Record<MeetingState, object>>;

/** One meeting: when, what, where, who, its agenda, and whether it stands in calendars. */
export function MeetingRow({ entry: { meeting, state }, now }: { entry: PlanEntry; now: string }) {
  const styles = useStyles();
  const { words, appearance, color } = LOOKS[state];
  const [weekday = '', day = ''] = wallDayText(meeting.start).split(' ');
  return (
    <li className={mergeClasses(styles.row, meeting.end < now && styles.past)}>
      <div className={styles.day} aria-hidden="true">
        <Text size={200}>{weekday.slice(0, 3)}</Text>
        <Text size={500} weight="semibold">
          {day}
        </Text>
      </div>
      <div className={styles.words}>
        <Text weight="semibold" className={state === 'cancelled' ? styles.off : undefined}>
          {state === 'planned' ? (
            meeting.title
          ) : (
            <a className={styles.link} href={addressOf({ view: 'meeting', meeting: meeting.key })}>
              {meeting.title}
            </a>
          )}
        </Text>
        <Text size={200} className={styles.quiet}>
          <time dateTime={meeting.start}>
            {wallDayText(meeting.start)}, {wallTimeText(meeting.start)} to {wallTimeText(meeting.end)}
          </time>
          {' · '}
          {meeting.place} · {counted(meeting.attendees.length, 'person', 'people')}
        </Text>
        {meeting.agenda.length > 0 && (
          <details>
            <summary className={styles.summary}>Agenda</summary>
            <ul className={styles.agenda}>
              {meeting.agenda.map((item) => (
                <li key={item}>
                  <Text size={200}>{item}</Text>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Badge appearance={appearance} color={color}>
        {words}
      </Badge>
    </li>
  );
}
