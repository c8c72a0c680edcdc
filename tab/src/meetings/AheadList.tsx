import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AheadView, Gathering, RecordedGathering } from '@owls/policy';
import type { ReactNode } from 'react';
import { wallShortText, wallTimeText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';

/** So many of each are listed; the plan itself shows all. */
const MOST = 50;

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  list: {
    margin: `${tokens.spacingVerticalS} 0`,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What would change ahead, in numbers and one by one. */
export function AheadList({ ahead, nameOf }: { ahead: AheadView; nameOf: (id: string) => string }) {
  const styles = useStyles();
  const { add, change, takeOut, unplaced, total } = ahead;
  if (total === 0) {
    return (
      <Text role="status" weight="semibold">
        Calendars hold the plan: there is nothing to change.
        {unplaced.length > 0 && ` ${counted(unplaced.length, 'meeting is', 'meetings are')} without a slot.`}
      </Text>
    );
  }
  return (
    <div className={styles.stack}>
      <Text role="status" weight="semibold">
        Ahead: {add.length} new, {change.length} to change, {takeOut.length} to take out.
      </Text>
      <Part title={counted(add.length, 'new meeting')} count={add.length}>
        {add.slice(0, MOST).map((one) => (
          <li key={one.key}>
            {one.title} <span className={styles.quiet}>{whenText(one)}</span>
          </li>
        ))}
      </Part>
      <Part title={counted(change.length, 'change')} count={change.length}>
        {change.slice(0, MOST).map(({ from, to }) => (
          <li key={to.key}>
            {to.title}: {changeText(from, to, nameOf)}
          </li>
        ))}
      </Part>
      <Part title={counted(takeOut.length, 'meeting to take out', 'meetings to take out')} count={takeOut.length}>
        {takeOut.slice(0, MOST).map((one) => (
          <li key={one.key}>
            {one.title} <span className={styles.quiet}>{whenText(one)}</span>
          </li>
        ))}
      </Part>
    </div>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const styles = useStyles();
  if (count === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{title}</summary>
      <ul className={styles.list}>{children}</ul>
      {count > MOST && <Text size={200}>and {count - MOST} more</Text>}
    </details>
  );
}

function whenText({ start }: { readonly start: string }): string {
  return `${wallShortText(start)}, ${wallTimeText(start)}`;
}

/** What differs between what stands in calendars and what is to stand there. */
function changeText(from: RecordedGathering, to: Gathering, nameOf: (id: string) => string): string {
  const joined = to.attendees.filter((id) => !from.attendees.includes(id));
  const left = from.attendees.filter((id) => !to.attendees.includes(id));
  const parts = [
    ...(from.start !== to.start || from.end !== to.end ? [`from ${whenText(from)} to ${whenText(to)}`] : []),
    ...(from.place !== to.place ? [`at ${to.place} in place of ${from.place}`] : []),
    ...(joined.length > 0 ? [`with ${namesText(joined, nameOf)}`] : []),
    ...(left.length > 0 ? [`without ${namesText(left, nameOf)}`] : []),
    ...(from.title !== to.title ? [`called ${from.title} so far`] : []),
  ];
  return parts.length > 0 ? `${parts.join('; ')}.` : 'people in another order.';
}

function namesText(ids: readonly string[], nameOf: (id: string) => string): string {
  const named = ids.slice(0, 3).map(nameOf).join(', ');
  return ids.length > 3 ? `${named} and ${ids.length - 3} more` : named;
}
