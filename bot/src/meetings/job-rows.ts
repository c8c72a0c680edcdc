/** The list of calendar jobs: each time somebody said yes to what calendars are to hold, and what came of it. */
import type { CalendarJob, TimesAhead } from '@owls/policy';
import { choice, count, type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const TIMES = ['keep', 'plan'] as const satisfies readonly TimesAhead[];
const STATES = ['running', 'done', 'stopped'] as const satisfies readonly CalendarJob['state'][];

export const CALENDAR_JOBS = list('Calendar jobs', 'Each time a plan was put into calendars, and what came of it.', [
  text('AcademicYear', 'Academic year', { indexed: true }),
  choice('Times', 'Times of agreed meetings', TIMES),
  choice('State', 'State', STATES),
  text('By', 'By'),
  moment('At', 'At'),
  moment('FinishedAt', 'Finished'),
  count('Total', 'To do'),
  count('Made', 'Made'),
  count('Changed', 'Changed'),
  count('TakenOut', 'Taken out'),
  lines('Failed', 'Not done'),
  lines('Says', 'Why it stopped'),
]);

export function readJob(row: Row): CalendarJob {
  const finishedAt = row.moment('FinishedAt');
  const says = row.optionalText('Says');
  const counted = (column: string) => row.number(column, 0, 1_000_000) ?? 0;
  return {
    key: row.key(/^\d{4}-\d{2}\/\d{4}$/, '2026-27/0001'),
    year: row.neededText('AcademicYear', /^\d{4}-\d{2}$/, 'an academic year such as 2026-27'),
    times: row.oneOf('Times', TIMES),
    state: row.oneOf('State', STATES),
    by: row.text('By'),
    at: row.neededMoment('At'),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    total: counted('Total'),
    made: counted('Made'),
    changed: counted('Changed'),
    takenOut: counted('TakenOut'),
    failed: row.lines('Failed').map((line) => {
      const [key = '', because = '', todo = ''] = line.split('\t');
      return { key, because, todo };
    }),
    ...(says === undefined ? {} : { says }),
  };
}

export function jobFields(job: CalendarJob): Fields {
  return {
    Key: job.key,
    Title: `Calendars ${job.key}`,
    AcademicYear: job.year,
    Times: job.times,
    State: job.state,
    By: job.by,
    At: job.at,
    FinishedAt: job.finishedAt ?? null,
    Total: job.total,
    Made: job.made,
    Changed: job.changed,
    TakenOut: job.takenOut,
    Failed: job.failed.map(({ key, because, todo }) => [key, because, todo].map(flat).join('\t')).join('\n'),
    Says: job.says ?? '',
  };
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
