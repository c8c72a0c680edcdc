import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useClock } from '../clock/useClock.tsx';
import { answerWords, ownAnswer, timesWords } from './event-words.ts';
import { hoursInto, inLanes, type LanedEvent, onDay, type PlacedEvent } from './week.ts';

const HOUR_PX = 48;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Where the grid is scrolled to at first. */
const MORNING = 7.5;

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflow: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
  grid: { display: 'grid', gridTemplateColumns: '52px repeat(7, minmax(92px, 1fr))', minWidth: '700px' },
  dayHead: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  today: { borderTop: `3px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground1 },
  hours: { position: 'relative', height: `${24 * HOUR_PX}px` },
  hour: { position: 'absolute', insetInlineEnd: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
  day: {
    position: 'relative',
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundImage: `repeating-linear-gradient(to bottom, ${tokens.colorNeutralStroke3} 0 1px, transparent 1px ${HOUR_PX}px)`,
  },
  weekend: { backgroundColor: tokens.colorNeutralBackground2 },
  now: {
    position: 'absolute',
    insetInline: 0,
    height: '2px',
    backgroundColor: tokens.colorPaletteRedBackground3,
    zIndex: 1,
  },
  event: {
    position: 'absolute',
    boxSizing: 'border-box',
    overflow: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    padding: `2px ${tokens.spacingHorizontalXS}`,
    textAlign: 'start',
    font: 'inherit',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorNeutralBackground1}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', zIndex: 1 },
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  // As Outlook does it: an invitation without a firm yes is drawn with a broken edge, on the page's own ground.
  unsure: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px dashed ${tokens.colorBrandStroke1}`,
    borderLeft: `4px dashed ${tokens.colorBrandStroke1}`,
  },
  calledOff: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `4px solid ${tokens.colorNeutralStroke1}`,
  },
  cancelled: { textDecorationLine: 'line-through' },
});

const UNSURE = new Set(['notResponded', 'tentativelyAccepted']);

/** A week as seven columns of hours. */
export function WeekGrid({
  days,
  events,
  choose,
}: {
  days: readonly Temporal.PlainDate[];
  events: readonly PlacedEvent[];
  choose: (event: PlacedEvent) => void;
}) {
  const styles = useStyles();
  const { now, zone } = useClock();
  const here = now.toZonedDateTimeISO(zone);
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = MORNING * HOUR_PX;
  }, []);
  return (
    <section ref={scroller} className={styles.scroller} aria-label="Week" tabIndex={-1}>
      <div className={styles.grid}>
        <div className={styles.dayHead} />
        {days.map((day) => (
          <div
            key={day.toString()}
            className={mergeClasses(styles.dayHead, day.equals(here.toPlainDate()) && styles.today)}
          >
            <Text size={500} weight="semibold" block>
              {day.day}
            </Text>
            <Text size={200}>{day.toLocaleString('en-GB', { weekday: 'short' })}</Text>
          </div>
        ))}
        <div className={styles.hours} aria-hidden>
          {HOURS.slice(1).map((hour) => (
            <Text key={hour} size={100} className={styles.hour} style={{ top: hour * HOUR_PX - 8 }}>
              {String(hour).padStart(2, '0')}:00
            </Text>
          ))}
        </div>
        {days.map((day) => (
          <section
            key={day.toString()}
            aria-label={day.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })}
            className={mergeClasses(styles.day, day.dayOfWeek > 5 && styles.weekend)}
          >
            {day.equals(here.toPlainDate()) ? (
              <div className={styles.now} style={{ top: hoursInto(here) * HOUR_PX }} aria-hidden />
            ) : null}
            {inLanes(onDay(events, day)).map((event) => (
              <button
                key={event.event.id}
                type="button"
                className={mergeClasses(
                  styles.event,
                  UNSURE.has(ownAnswer(event.event) ?? '') && styles.unsure,
                  event.event.isCancelled === true && styles.calledOff,
                )}
                style={boxOf(event, day)}
                onClick={() => choose(event)}
              >
                <Text
                  size={200}
                  className={mergeClasses(styles.title, event.event.isCancelled === true && styles.cancelled)}
                >
                  {event.event.subject || 'No title'}
                </Text>
                <Text size={100}>{timesWords(event)}</Text>
                {ownAnswer(event.event) === undefined ? null : (
                  <Text size={100}>{answerWords(ownAnswer(event.event))}</Text>
                )}
                <Text size={100}>{event.event.location?.displayName ?? ''}</Text>
              </button>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

/** Where an event's box is drawn in its day's column; what began earlier begins at the top. */
function boxOf({ start, end, lane, lanes }: LanedEvent, day: Temporal.PlainDate) {
  const from = Temporal.PlainDate.compare(start.toPlainDate(), day) < 0 ? 0 : hoursInto(start);
  const to = Temporal.PlainDate.compare(end.toPlainDate(), day) > 0 ? 24 : hoursInto(end);
  return {
    top: from * HOUR_PX,
    height: Math.max(24, (to - from) * HOUR_PX - 2),
    insetInlineStart: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
  };
}
