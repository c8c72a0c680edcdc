import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { counted } from '../shell/figures.ts';
import { UNSEEN } from '../shell/unseen.ts';
import { MeetingChip } from './MeetingChip.tsx';
import { markOf } from './plan-days.ts';
import { fixedBecause } from './use-carry.ts';
import type { GridGiven } from './WeeksGrid.tsx';

const useStyles = makeStyles({
  cell: {
    verticalAlign: 'top',
    height: '6.5rem',
    padding: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  dense: { height: '2.5rem' },
  // Stripes as well as a shade: in high contrast shades are all black.
  off: {
    backgroundColor: tokens.colorNeutralBackground3,
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 10px, ${tokens.colorNeutralStroke3} 10px 11px)`,
  },
  outside: { backgroundColor: tokens.colorNeutralBackground2 },
  unseen: UNSEEN,
  target: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  day: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    justifyContent: 'space-between',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    paddingBottom: '2px',
  },
  number: { minWidth: '1.25rem', textAlign: 'center' },
  today: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: {
    backgroundColor: tokens.colorNeutralBackground3,
    padding: '0 4px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  visits: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, padding: '2px' },
  chips: { display: 'grid', gap: '2px' },
  more: {
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForegroundLink,
    backgroundColor: 'transparent',
    border: 'none',
    padding: '2px',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** So many meetings are shown on a day; the rest behind a button. */
const MOST = { dense: 3, roomy: 4 };

interface CellGiven extends Omit<GridGiven, 'from' | 'to'> {
  readonly date: string;
  /** Whether the day is beside the month or term that is shown. */
  readonly outside: boolean;
  /** Key of the meeting the Tab key stops at. */
  readonly stop: string | undefined;
  readonly focused: (key: string) => void;
}

/** One day: what it is, and its meetings. A meeting can be dropped on it. */
export function DayCell(given: CellGiven) {
  const { date, label, outside, today, calendar, meetings, wrong, busy, dense, mayPlan, carrying, stop } = given;
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const mark = markOf(calendar, date);
  const { carry } = carrying;
  const inOrder = [...meetings].sort((one, other) => Number(other.key === carry?.key) - Number(one.key === carry?.key));
  const most = dense ? MOST.dense : MOST.roomy;
  const shown = inOrder.length > most + 1 ? inOrder.slice(0, most) : inOrder;
  const hidden = inOrder.length - shown.length;
  const visits = given.visits.get(date) ?? NOTHING;
  const moreKey = `more/${date}`;
  return (
    <td
      className={mergeClasses(
        styles.cell,
        dense && styles.dense,
        outside && styles.outside,
        mark && styles.off,
        (over || (carry?.date === date && meetings.some(({ key }) => key === carry.key))) && styles.target,
      )}
      onDragOver={(event) => {
        if (!mayPlan) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        given.dropped(event.dataTransfer.getData('text/plain'), date);
      }}
    >
      <div className={styles.day}>
        <span className={styles.unseen}>{label}</span>
        <span aria-hidden className={mergeClasses(styles.number, date === today && styles.today)}>
          {Number(date.slice(8))}
        </span>
        {mark && mark.kind !== 'weekend' && <span className={styles.mark}>{mark.says}</span>}
      </div>
      <div className={styles.chips}>
        {shown.map((meeting) => (
          <MeetingChip
            key={meeting.key}
            meeting={meeting}
            wrong={wrong.get(meeting.key) ?? NOTHING}
            busy={busy.get(meeting.key) ?? 0}
            dense={dense}
            carried={carry?.key === meeting.key}
            stop={stop === meeting.key}
            movable={mayPlan && fixedBecause(meeting) === undefined}
            open={() => given.open(meeting)}
            focused={() => given.focused(meeting.key)}
          />
        ))}
        {visits.length > 0 && (
          <span className={styles.visits} title={visits.join('\n')}>
            {counted(visits.length, 'core visit')}
          </span>
        )}
        {hidden > 0 && (
          <button
            type="button"
            data-stop={moreKey}
            tabIndex={-1}
            className={styles.more}
            aria-label={`${hidden} more on ${label}`}
            onClick={() => given.openDay(date)}
          >
            {hidden} more
          </button>
        )}
      </div>
    </td>
  );
}

const NOTHING: readonly string[] = [];
