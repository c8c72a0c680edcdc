import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { PlanMeeting } from '@owls/policy';
import { wallDayText, wallTimeText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { UNSEEN } from '../shell/unseen.ts';
import { STATE_WORDS } from './MeetingState.tsx';
import { groupOf, titleParts } from './plan-filter.ts';
import { useGroupColours } from './use-group-colours.ts';

const useStyles = makeStyles({
  chip: {
    display: 'grid',
    width: '100%',
    boxSizing: 'border-box',
    padding: `2px ${tokens.spacingHorizontalXS} 2px ${tokens.spacingHorizontalS}`,
    textAlign: 'start',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  planned: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderTopColor: tokens.colorNeutralStroke1,
    borderRightColor: tokens.colorNeutralStroke1,
    borderBottomColor: tokens.colorNeutralStroke1,
  },
  past: { color: tokens.colorNeutralForeground3 },
  cancelled: { textDecorationLine: 'line-through' },
  carried: { boxShadow: tokens.shadow16, outline: `2px solid ${tokens.colorBrandStroke1}`, cursor: 'grabbing' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  time: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  unseen: UNSEEN,
  quiet: { color: tokens.colorNeutralForeground3 },
  icon: {
    color: tokens.colorStatusWarningForeground3,
    fontSize: '12px',
    verticalAlign: '-1px',
    marginInlineStart: '4px',
  },
});

interface ChipGiven {
  readonly meeting: PlanMeeting;
  /** What is wrong with it, in sentences. */
  readonly wrong: readonly string[];
  /** Of its people, how many Outlook has as taken then. */
  readonly busy: number;
  readonly dense: boolean;
  readonly carried: boolean;
  readonly stop: boolean;
  readonly movable: boolean;
  readonly open: () => void;
  readonly focused: () => void;
}

/** A meeting on a day of the grid. Enter opens it, Space picks it up, and it can be dragged. */
export function MeetingChip({ meeting, wrong, busy, dense, carried, stop, movable, open, focused }: ChipGiven) {
  const styles = useStyles();
  const colours = useGroupColours();
  const { what, whose } = titleParts(meeting);
  const busyText = busy > 0 ? `${counted(busy, 'person is', 'people are')} taken in Outlook` : '';
  // Read after what is seen: the day, how long, whether it stands in calendars, and what is wrong.
  const more = [
    ...(dense && meeting.urn ? [what] : []),
    `${wallDayText(meeting.start)}, to ${wallTimeText(meeting.end)}`,
    STATE_WORDS[meeting.state].words,
    ...wrong,
    ...(dense && busyText ? [busyText] : []),
  ].join('. ');
  return (
    <button
      type="button"
      data-stop={meeting.key}
      tabIndex={stop ? 0 : -1}
      title={`${meeting.title}\n${wallTimeText(meeting.start)} to ${wallTimeText(meeting.end)}, ${meeting.place}`}
      draggable={movable}
      className={mergeClasses(
        styles.chip,
        meeting.state === 'planned' && styles.planned,
        colours[groupOf(meeting)],
        meeting.past && styles.past,
        meeting.state === 'cancelled' && styles.cancelled,
        carried && styles.carried,
      )}
      onClick={open}
      onFocus={focused}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', meeting.key);
      }}
    >
      <span className={styles.line}>
        <span className={styles.time}>{wallTimeText(meeting.start)}</span> {dense && meeting.urn ? whose : what}
        {(wrong.length > 0 || busy > 0) && <WarningFilled className={styles.icon} aria-hidden />}
      </span>
      {!dense && whose && <span className={mergeClasses(styles.line, styles.quiet)}>{whose}</span>}
      {!dense && busyText && <span className={mergeClasses(styles.line, styles.quiet)}>{busyText}</span>}
      <span className={styles.unseen}>{more}</span>
    </button>
  );
}
