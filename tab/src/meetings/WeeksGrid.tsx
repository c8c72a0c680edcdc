import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanMeeting } from '@owls/policy';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { wallDayText, wallShortText } from '../shell/dates.ts';
import { DayCell } from './DayCell.tsx';
import { type Calendar, weekdayOf, weeksOf } from './plan-days.ts';
import { byDate, onDay } from './plan-filter.ts';
import type { useCarry } from './use-carry.ts';

const useStyles = makeStyles({
  frame: {
    // What is hidden from sight but not from screen readers is placed within the frame, not the page.
    position: 'relative',
    overflow: 'clip',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  head: {
    padding: tokens.spacingVerticalS,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  week: {
    width: '4.5rem',
    verticalAlign: 'top',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
});

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export interface GridGiven {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly calendar: Calendar;
  readonly meetings: readonly PlanMeeting[];
  /** What is wrong, in sentences, by key. */
  readonly wrong: ReadonlyMap<string, readonly string[]>;
  readonly busy: ReadonlyMap<string, number>;
  /** Schools visited, by date: visits are planned beside the meetings and stand in no calendar of theirs. */
  readonly visits: ReadonlyMap<string, readonly string[]>;
  readonly dense: boolean;
  readonly mayPlan: boolean;
  readonly carrying: ReturnType<typeof useCarry>;
  readonly open: (meeting: PlanMeeting) => void;
  readonly openDay: (date: string) => void;
  /** A meeting was let go of over a day. */
  readonly dropped: (key: string, date: string) => void;
}

/**
 * Weeks as rows, days as cells: a month, or a term. One stop of the Tab key; the arrow keys go from meeting to meeting,
 * and carry one that was picked up.
 */
export function WeeksGrid(given: GridGiven) {
  const { label, from, to, meetings, carrying, dense, mayPlan } = given;
  const styles = useStyles();
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState('');
  const { carry } = carrying;
  const weeks = weeksOf(from, to);
  const [first = '', last = ''] = [weeks[0]?.[0], weeks.at(-1)?.[6]];
  const shown = meetings
    .map((one) => (one.key === carry?.key ? onDay(one, carry.date) : one))
    .filter(({ start }) => first <= start && start.slice(0, 10) <= last);
  const days = shown.some(({ start }) => weekdayOf(start.slice(0, 10)) > 5) ? 7 : 5;
  const byDay = byDate(shown);
  const stop = shown.some(({ key }) => key === focus) ? focus : shown[0]?.key;

  // A meeting that is carried, or has just been put down, is drawn in another cell: the focus goes with it.
  const held = useRef<string>(undefined);
  useLayoutEffect(() => {
    const key = carry?.key ?? held.current;
    held.current = carry?.key;
    if (key === undefined) return;
    [...(table.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])]
      .find((one) => one.dataset.stop === key)
      ?.focus();
  }, [carry]);

  const onKeyDown = (event: KeyboardEvent) => {
    const on = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-stop]') : null;
    if (!on) return;
    const step = STEPS[event.key];
    if (carry !== undefined) {
      if (step !== undefined) carrying.step(step);
      else if (event.key === 'Enter' || event.key === ' ') carrying.drop();
      else if (event.key === 'Escape' || event.key === 'Tab') carrying.cancel();
      else return;
      if (event.key !== 'Tab') event.preventDefault();
      return;
    }
    if (event.key === ' ' && mayPlan) {
      const meeting = meetings.find(({ key }) => key === on.dataset.stop);
      if (meeting === undefined) return;
      event.preventDefault();
      carrying.pickUp(meeting);
      return;
    }
    const stops = [...(table.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
    const next = step === undefined ? edge(event.key, stops) : stops[stops.indexOf(on) + Math.sign(step)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div className={styles.frame}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by arrow keys is a grid.
        role="grid"
        aria-label={label}
        className={styles.table}
        onKeyDown={onKeyDown}
        // Firefox presses a button on the way up of Space, whatever was said on the way down.
        onKeyUp={(event) => event.key === ' ' && mayPlan && event.preventDefault()}
      >
        <thead>
          <tr>
            {dense && (
              <th scope="col" className={mergeClasses(styles.head, styles.week)}>
                Week of
              </th>
            )}
            {NAMES.slice(0, days).map((name) => (
              <th key={name} scope="col" className={styles.head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {dense && (
                <th scope="row" className={mergeClasses(styles.head, styles.week)}>
                  {wallShortText(week[0] ?? '').replace(/^\w+ /, '')}
                </th>
              )}
              {week.slice(0, days).map((date) => (
                <DayCell
                  key={date}
                  {...given}
                  date={date}
                  label={wallDayText(date)}
                  outside={date < from || date > to}
                  meetings={byDay.get(date) ?? []}
                  stop={stop}
                  focused={setFocus}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function edge(key: string, stops: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'Home') return stops[0];
  return key === 'End' ? stops.at(-1) : undefined;
}
