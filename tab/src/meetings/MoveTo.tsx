import { Button, Field, Input, makeStyles, ProgressBar, Switch, Text, tokens } from '@fluentui/react-components';
import type { PlanMeeting, PlanView, Slot } from '@owls/policy';
import { useState } from 'react';
import { wallShortText, wallTimeText } from '../shell/dates.ts';
import { Notice } from '../shell/Notice.tsx';
import { Problem } from '../shell/Problem.tsx';
import { markOf } from './plan-days.ts';
import { useMove, useSlots } from './queries.ts';
import { takenText } from './use-carry.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  slot: {
    width: '100%',
    justifyContent: 'space-between',
    textAlign: 'start',
    gap: tokens.spacingHorizontalM,
    flexWrap: 'wrap',
  },
  says: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

interface MoveGiven {
  readonly view: PlanView;
  readonly meeting: PlanMeeting;
  readonly nameOf: (id: string) => string;
  readonly done: (start: string) => void;
}

/** Moves a meeting to one of the best slots, or to any day and time. */
export function MoveTo({ view, meeting, nameOf, done }: MoveGiven) {
  const styles = useStyles();
  const [calendars, setCalendars] = useState(false);
  const [date, setDate] = useState(meeting.start.slice(0, 10));
  const [time, setTime] = useState(wallTimeText(meeting.start));
  const slots = useSlots(view.year, meeting.key, calendars);
  const move = useMove(view.year);
  const to = (start: string) => move.mutate({ key: meeting.key, start }, { onSuccess: () => done(start) });
  const same = `${date}T${time}` === meeting.start;
  const mark = markOf(view.calendar, date);
  return (
    <div className={styles.stack}>
      {move.error && <Problem problem={move.error} />}
      <Text weight="semibold" as="h3">
        Best slots
      </Text>
      <Switch
        label="Ask Outlook who is free"
        checked={calendars}
        onChange={(_, { checked }) => setCalendars(checked)}
      />
      {slots.isPending && (
        <div role="status">
          <Text>Looking for the best slots…</Text>
          <ProgressBar aria-label="Looking for the best slots" />
        </div>
      )}
      {slots.error && <Problem problem={slots.error} again={() => slots.refetch()} />}
      {slots.data?.slots.length === 0 && (
        <Text>Within two weeks there is no other slot on a working day. Choose a day yourself below.</Text>
      )}
      <ul className={styles.list}>
        {slots.data?.slots.map((slot) => (
          <li key={slot.start}>
            <Button className={styles.slot} disabled={move.isPending} onClick={() => to(slot.start)}>
              <span>
                {wallShortText(slot.start)}, {wallTimeText(slot.start)} to {wallTimeText(slot.end)}
              </span>
              <span className={styles.says}>{saysOf(slot, nameOf)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {slots.data && slots.data.unknown.length > 0 && (
        <Notice intent="warning" title="Not every calendar could be read.">
          {slots.data.unknown
            .map(({ says }) => says)
            .slice(0, 3)
            .join(' ')}
        </Notice>
      )}
      <Text weight="semibold" as="h3">
        Or another day and time
      </Text>
      <div className={styles.fields}>
        <Field label="Day">
          <Input type="date" value={date} onChange={(_, { value }) => setDate(value)} />
        </Field>
        <Field label="Begins at">
          <Input type="time" step={300} value={time} onChange={(_, { value }) => setTime(value)} />
        </Field>
        <Button
          appearance="primary"
          disabled={same || date === '' || time === '' || move.isPending}
          onClick={() => to(`${date}T${time}`)}
        >
          {move.isPending ? 'Moving…' : 'Move it'}
        </Button>
      </div>
      {date !== '' && !same && (
        <Text size={200} role="status">
          {[mark?.says, takenText(view.meetings, withTime(meeting, time), date)].filter(Boolean).join('. ')}.
        </Text>
      )}
    </div>
  );
}

/** What speaks for a slot; up to three of those who could not come are named. */
function saysOf({ says, busy }: Slot, nameOf: (id: string) => string): string {
  if (busy.length === 0 || busy.length > 3) return says;
  return `${says} Not: ${busy.map(nameOf).join(', ')}.`;
}

/** The meeting at another time of its day, as long as before. */
function withTime(meeting: PlanMeeting, time: string): PlanMeeting {
  if (!/^\d{2}:\d{2}$/.test(time)) return meeting;
  const length = Date.parse(`${meeting.end}Z`) - Date.parse(`${meeting.start}Z`);
  const start = `${meeting.start.slice(0, 10)}T${time}`;
  return { ...meeting, start, end: new Date(Date.parse(`${start}Z`) + length).toISOString().slice(0, 16) };
}
