import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CalendarEmpty24Regular } from '@fluentui/react-icons';
import type { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../control/answers.ts';
import { EmptyState } from '../shell/Notice.tsx';
import { answerWords, ownAnswer, timesWords } from './event-words.ts';
import { onDay, type PlacedEvent } from './week.ts';

const useStyles = makeStyles({
  list: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: tokens.spacingHorizontalL },
  inner: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '760px',
    margin: '0 auto',
  },
  day: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  events: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  event: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    width: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  soft: { opacity: 0.85 },
  cancelled: { textDecorationLine: 'line-through' },
});

/** The days that have something, one under the other. */
export function EventList({
  days,
  events,
  choose,
}: {
  days: readonly Temporal.PlainDate[];
  events: readonly PlacedEvent[];
  choose: (event: PlacedEvent) => void;
}) {
  const styles = useStyles();
  const full = days.map((day) => ({ day, events: onDay(events, day) })).filter((each) => each.events.length > 0);
  if (full.length === 0) {
    return (
      <EmptyState icon={<CalendarEmpty24Regular />} title="Nothing in these days">
        Look at another time with the arrows above.
      </EmptyState>
    );
  }
  return (
    <div className={styles.list}>
      <div className={styles.inner}>
        {full.map(({ day, events: ofDay }) => (
          <section key={day.toString()} className={styles.day} aria-label={day.toString()}>
            <Text as="h3" size={300} weight="semibold">
              {day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}
            </Text>
            <ul className={styles.events}>
              {ofDay.map((each) => (
                <li key={each.event.id}>
                  <button type="button" className={styles.event} onClick={() => choose(each)}>
                    <Text
                      weight="semibold"
                      className={mergeClasses(each.event.isCancelled === true && styles.cancelled)}
                    >
                      {each.event.subject || 'No title'}
                    </Text>
                    <Text size={200} className={styles.soft}>
                      {[
                        timesWords(each),
                        answerOf(each.event),
                        each.event.location?.displayName,
                        each.event.organizer?.emailAddress.name,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function answerOf(event: CalendarEvent): string | undefined {
  const answer = ownAnswer(event);
  return answer === undefined ? undefined : answerWords(answer);
}
