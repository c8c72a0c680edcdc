import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Meeting } from '@owls/policy';
import { londonWall, wallShortText, wallTimeText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  item: {
    display: 'grid',
    gridTemplateColumns: '6.5rem minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
  },
  stack: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  link: { color: tokens.colorBrandForegroundLink },
});

/** What is next in the calendar. */
export function NextMeetings({
  given,
  now,
  className,
}: {
  given: readonly Meeting[];
  now: string;
  className?: string;
}) {
  const styles = useStyles();
  const today = londonWall(now).slice(0, 10);
  return (
    <Section
      title="Next meetings"
      {...(className === undefined ? {} : { className })}
      aside={
        <a href={addressOf({ view: 'meetings' })} className={styles.link}>
          The year's plan
        </a>
      }
    >
      {given.length === 0 ? (
        <Text>Nothing is planned ahead. The year's plan shows what the policy asks for.</Text>
      ) : (
        <ul className={styles.list}>
          {given.map((meeting) => (
            <li key={meeting.key} className={styles.item}>
              <span className={styles.stack}>
                <Text weight="semibold">
                  {meeting.start.startsWith(today) ? 'Today' : wallShortText(meeting.start)}
                </Text>
                <Text size={200} className={styles.quiet}>
                  {wallTimeText(meeting.start)} to {wallTimeText(meeting.end)}
                </Text>
              </span>
              <span className={styles.stack}>
                <Text>{meeting.title}</Text>
                <Text size={200} className={styles.quiet}>
                  {meeting.place} · {counted(meeting.attendees.length, 'person', 'people')}
                </Text>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
