import { Link, mergeClasses, Text } from '@fluentui/react-components';
import type { PlanMeeting, PlanView } from '@owls/policy';
import { wallMonthText, wallShortText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { markOf, mondayOf, weeksOf } from './plan-days.ts';
import { groupOf } from './plan-filter.ts';
import { useLaneColours } from './use-group-colours.ts';
import { useYearStyles } from './use-year-styles.ts';

/** The whole year at once: a row each kind of meeting, a column each week. It shows rhythm, gaps and full weeks. */
export function YearView({
  view,
  meetings,
  wrong,
  today,
  choose,
}: {
  view: PlanView;
  meetings: readonly PlanMeeting[];
  wrong: ReadonlyMap<string, readonly string[]>;
  today: string;
  choose: (kind: string) => void;
}) {
  const styles = useYearStyles();
  const lanes = useLaneColours();
  const days = [
    ...view.calendar.halfTerms.flatMap(({ from, to }) => [from, to]),
    ...meetings.map(({ start }) => start.slice(0, 10)),
  ].sort();
  const weeks = weeksOf(days[0] ?? today, days.at(-1) ?? today).map((week) => week[0] ?? '');
  const off = new Set(weeks.filter((monday) => isOff(view.calendar, monday)));
  const months = weeks.reduce<{ month: string; weeks: number }[]>((all, monday) => {
    const month = wallMonthText(monday);
    const last = all.at(-1);
    if (last?.month === month) last.weeks += 1;
    else all.push({ month, weeks: 1 });
    return all;
  }, []);
  const starts = new Set(
    weeks.filter((monday, place) => place === 0 || monday.slice(0, 7) !== weeks[place - 1]?.slice(0, 7)),
  );
  const rows = view.kinds.flatMap(({ kind, title }) => {
    const its = meetings.filter((one) => one.kind === kind && one.state !== 'cancelled');
    return its.length > 0 ? [{ kind, title, its, weeks: byWeek(its), group: groupOf(its[0] ?? { kind }) }] : [];
  });
  return (
    <ScrollFrame label="The year by week" className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.unseen}>Meetings of {view.year} by kind and week. Holidays are shaded.</caption>
        <thead>
          <tr>
            <td className={styles.name} />
            {months.map(({ month, weeks: span }) => (
              <th key={month} scope="colgroup" colSpan={span} className={mergeClasses(styles.month, styles.newMonth)}>
                {span > 2 ? month.split(' ')[0] : month.slice(0, 3)}
              </th>
            ))}
            <td />
          </tr>
          <tr>
            <th scope="col" className={mergeClasses(styles.week, styles.name)}>
              Week of
            </th>
            {weeks.map((monday) => (
              <th
                key={monday}
                scope="col"
                className={mergeClasses(
                  styles.week,
                  starts.has(monday) && styles.newMonth,
                  mondayOf(today) === monday && styles.now,
                )}
              >
                {Number(monday.slice(8))}
                <span className={styles.unseen}>
                  {wallShortText(monday).replace(/^\w+ \d+/, '')}
                  {off.has(monday) && ', holiday'}
                </span>
              </th>
            ))}
            <th scope="col" className={mergeClasses(styles.week, styles.total)}>
              In all
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, title, its, weeks: inWeek, group }) => (
            <tr key={kind}>
              <th scope="row" className={styles.name}>
                <Link as="button" className={styles.link} onClick={() => choose(kind)}>
                  {title}
                </Link>
              </th>
              {weeks.map((monday) => {
                const here = inWeek.get(monday) ?? [];
                const bad = here.filter(({ key }) => wrong.has(key)).length;
                return (
                  <td
                    key={monday}
                    className={mergeClasses(
                      styles.cell,
                      starts.has(monday) && styles.newMonth,
                      off.has(monday) && styles.off,
                    )}
                  >
                    {here.length > 0 && (
                      <span
                        className={mergeClasses(styles.dot, lanes[group], bad > 0 && styles.wrong)}
                        title={here
                          .slice(0, 12)
                          .map(({ start, title: its }) => `${wallShortText(start)}: ${its}`)
                          .join('\n')}
                      >
                        {here.length}
                        {bad > 0 && <span className={styles.unseen}>, {counted(bad, 'one')} to look at</span>}
                      </span>
                    )}
                  </td>
                );
              })}
              <td className={styles.total}>
                <Text size={200} weight="semibold">
                  {its.length}
                </Text>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

/** Whether no school day lies in a week. */
function isOff(calendar: PlanView['calendar'], monday: string): boolean {
  return weeksOf(monday, monday)[0]?.every((date) => markOf(calendar, date) !== undefined) ?? false;
}

function byWeek(meetings: readonly PlanMeeting[]): ReadonlyMap<string, readonly PlanMeeting[]> {
  const weeks = new Map<string, PlanMeeting[]>();
  for (const one of meetings) {
    const monday = mondayOf(one.start.slice(0, 10));
    weeks.set(monday, [...(weeks.get(monday) ?? []), one]);
  }
  return weeks;
}
