import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { CalendarJob, PlanView } from '@owls/policy';
import { instantText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { Notice } from '../shell/Notice.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  figures: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXL, margin: 0 },
  figure: { display: 'grid' },
  count: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

/** How far putting the plan into calendars has got, or what came of it: made, changed, taken out, left, failed. */
export function JobReport({ job, view, by }: { job: CalendarJob; view: PlanView; by: string }) {
  const styles = useStyles();
  const { state, total, made, changed, takenOut, failed, says } = job;
  const done = made + changed + takenOut;
  const left = Math.max(0, total - done - failed.length);
  const titles = new Map(view.meetings.map(({ key, title }) => [key, title]));
  return (
    <div className={styles.stack}>
      {state === 'running' && (
        <>
          <Text role="status" weight="semibold">
            {done} of {counted(total, 'meeting')} done…
          </Text>
          <ProgressBar
            value={total === 0 ? 0 : done / total}
            thickness="large"
            aria-label="Meetings put into calendars"
          />
          <Text size={200} className={styles.quiet}>
            Begun by {by}, {instantText(job.at)}. You may close this page: it goes on, and picks up by itself after an
            interruption.
          </Text>
        </>
      )}
      {state === 'stopped' && (
        <Notice intent="error" title={`It stopped with ${counted(left, 'meeting')} left.`}>
          {says ?? 'The service could not go on.'} What is done stays done; “Put into calendars” below does the rest.
        </Notice>
      )}
      {state === 'done' && (
        <Text role="status" weight="semibold">
          {failed.length === 0 ? 'Done' : 'Done, but not all'}
          {job.finishedAt && `, ${instantText(job.finishedAt)}`}
        </Text>
      )}
      {state !== 'running' && (
        <dl className={styles.figures}>
          {(
            [
              ['Made', made],
              ['Changed', changed],
              ['Taken out', takenOut],
              ['Left', left],
              ['Failed', failed.length],
            ] as const
          ).map(([words, count]) => (
            <div key={words} className={styles.figure}>
              <dt className={styles.quiet}>{words}</dt>
              <dd className={styles.count}>{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {failed.length > 0 && (
        <ul className={styles.list}>
          {failed.slice(0, 25).map(({ key, because, todo }) => (
            <li key={key}>
              <Text weight="semibold">{titles.get(key) ?? key}: </Text>
              {because} {todo}
            </li>
          ))}
        </ul>
      )}
      {failed.length > 25 && <Text size={200}>and {failed.length - 25} more</Text>}
    </div>
  );
}
