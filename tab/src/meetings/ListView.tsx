import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PlanMeeting } from '@owls/policy';
import { useState } from 'react';
import { wallDayText, wallMonthText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Section } from '../shell/Section.tsx';
import { useNarrow } from '../shell/use-narrow.ts';
import { MeetingRow } from './MeetingRow.tsx';
import { type Calendar, markOf, shifted } from './plan-days.ts';

/** Meetings a page, fewer where a page is a phone's. */
const PAGES = { wide: 60, narrow: 20 };

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingHorizontalL },
  months: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 34rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  off: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface ListGiven {
  readonly meetings: readonly PlanMeeting[];
  readonly calendar: Calendar;
  readonly wrong: ReadonlyMap<string, readonly string[]>;
  readonly open: (meeting: PlanMeeting) => void;
}

/** The meetings month by month, with the holidays between them: the view for a phone and for a printer. */
export function ListView({ meetings, calendar, wrong, open }: ListGiven) {
  const styles = useStyles();
  const size = useNarrow() ? PAGES.narrow : PAGES.wide;
  const [asked, setPage] = useState(0);
  const page = Math.min(asked, Math.max(0, Math.ceil(meetings.length / size) - 1));
  const shown = pageOf(meetings, page, size);
  const months = new Map<string, PlanMeeting[]>();
  for (const one of shown) {
    const month = wallMonthText(one.start);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return (
    <div className={styles.stack}>
      <div className={styles.months}>
        {[...months].map(([month, its]) => (
          <Section key={month} title={month} aside={<Text size={200}>{counted(its.length, 'meeting')}</Text>}>
            <ul className={styles.list}>
              {its.flatMap((meeting, place) => [
                ...offBetween(calendar, its[place - 1]?.start, meeting.start).map((words) => (
                  <li key={`${words}/${meeting.key}`} className={styles.off}>
                    {words}
                  </li>
                )),
                <MeetingRow
                  key={meeting.key}
                  meeting={meeting}
                  wrong={wrong.get(meeting.key) ?? []}
                  open={() => open(meeting)}
                />,
              ])}
            </ul>
          </Section>
        ))}
      </div>
      <Pager page={page} size={size} total={meetings.length} what="meeting" go={setPage} />
    </div>
  );
}

/** Holidays and single days off that lie between two meetings of a month, in words. */
function offBetween(calendar: Calendar, last: string | undefined, next: string): readonly string[] {
  const found: { says: string; from: string; to: string }[] = [];
  const until = next.slice(0, 10);
  for (
    let date = last ? shifted(last.slice(0, 10), 1) : `${until.slice(0, 8)}01`;
    date < until;
    date = shifted(date, 1)
  ) {
    const mark = markOf(calendar, date);
    if (mark === undefined || mark.kind === 'weekend') continue;
    const before = found.at(-1);
    if (before?.says === mark.says && mark.kind === 'holiday') before.to = date;
    else found.push({ says: mark.says, from: date, to: date });
  }
  return found.map(({ says, from, to }) =>
    from === to ? `${says}: ${dayText(from)}` : `${says}: ${dayText(from)} to ${dayText(to)}`,
  );
}

/** `Monday 19 October`: the year is known. */
const dayText = (date: string) => wallDayText(date).replace(/ \d{4}$/, '');
