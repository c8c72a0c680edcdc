import { Button, Input, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { ChevronLeft20Regular, ChevronRight20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useClock } from '../clock/useClock.tsx';
import { getCalendar } from '../control/control-api.ts';
import { useLiveEvent } from '../control/live.tsx';
import { useAnswer } from '../control/useAnswer.ts';
import { usePersona } from '../people/persona.tsx';
import { ErrorState, Loading } from '../shell/Notice.tsx';
import type { Go } from '../shell/usePlace.ts';
import type { Room } from '../shell/useRoom.ts';
import { EventDetail } from './EventDetail.tsx';
import { EventList } from './EventList.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { type PlacedEvent, placed, weekOf } from './week.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  spacer: { flexGrow: 1 },
  steps: { display: 'flex' },
});

/** The list shows the week and three more, so that what comes next is seen without paging. */
const LIST_DAYS = 28;

/** The persona's calendar, as a week or as a list. */
export function CalendarView({
  date,
  look,
  go,
  room,
}: {
  date: string | undefined;
  look: 'week' | 'list' | undefined;
  go: Go;
  room: Room;
}) {
  const styles = useStyles();
  const persona = usePersona();
  const { now, zone } = useClock();
  const [chosen, setChosen] = useState<PlacedEvent>();
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const shown = dateOf(date) ?? today;
  const as = look ?? (room === 'phone' ? 'list' : 'week');
  const week = weekOf(shown);
  const [monday = shown] = week;
  const days = as === 'week' ? week : Array.from({ length: LIST_DAYS }, (_, day) => monday.add({ days: day }));
  const start = monday.toZonedDateTime(zone).toInstant().toString();
  const end = monday.add({ days: days.length }).toZonedDateTime(zone).toInstant().toString();
  const asked = useAnswer(`${persona.id} ${start} ${end}`, () => getCalendar(persona.id, start, end));
  useLiveEvent((event) => {
    if (event.type === 'calendar' || event.type === 'reconnected') asked.reload();
  });

  const goTo = (day: Temporal.PlainDate, how = look) =>
    go({ at: 'calendar', date: day.toString(), ...(how === undefined ? {} : { look: how }) }, 'replace');
  const title = monday.toLocaleString('en-GB', { month: 'long', year: 'numeric' });
  const events = asked.data === undefined ? undefined : placed(asked.data, zone);

  return (
    <section className={styles.view} aria-label="Calendar">
      <div className={styles.bar}>
        <Text as="h2" size={500} weight="bold">
          {title}
        </Text>
        <span className={styles.spacer} />
        <span className={styles.steps}>
          <Button onClick={() => goTo(today)}>Today</Button>
          <Button
            appearance="subtle"
            icon={<ChevronLeft20Regular />}
            aria-label="Previous week"
            onClick={() => goTo(shown.subtract({ days: 7 }))}
          />
          <Button
            appearance="subtle"
            icon={<ChevronRight20Regular />}
            aria-label="Next week"
            onClick={() => goTo(shown.add({ days: 7 }))}
          />
        </span>
        <Input
          type="date"
          aria-label="Go to date"
          value={shown.toString()}
          onChange={(_, data) => {
            const day = dateOf(data.value);
            if (day !== undefined) goTo(day);
          }}
        />
        <TabList
          size="small"
          selectedValue={as}
          onTabSelect={(_, data) => goTo(shown, data.value === 'week' ? 'week' : 'list')}
          aria-label="How to show the calendar"
        >
          <Tab value="week">Week</Tab>
          <Tab value="list">List</Tab>
        </TabList>
      </div>
      {events === undefined ? (
        asked.error === undefined ? (
          <Loading what="calendar" />
        ) : (
          <ErrorState error={asked.error} retry={asked.reload} />
        )
      ) : as === 'week' ? (
        <WeekGrid days={days} events={events} choose={setChosen} />
      ) : (
        <EventList days={days} events={events} choose={setChosen} />
      )}
      {chosen === undefined ? null : (
        <EventDetail
          shown={chosen}
          close={() => setChosen(undefined)}
          joining={(chatId, title) => go({ at: 'meeting', chatId, ...(title && { title }) })}
        />
      )}
    </section>
  );
}

/** A date as addresses and inputs write it; undefined for anything else. */
function dateOf(text: string | undefined): Temporal.PlainDate | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
