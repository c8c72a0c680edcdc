/** The list of calendar jobs: each time somebody said yes to what calendars are to hold, and what came of it. */
import type { TimesAhead } from '@owls/policy';
import { choice, count, type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const TIMES = ['keep', 'plan'] as const satisfies readonly TimesAhead[];
const STATES = ['running', 'done', 'stopped'] as const;

/** One that could not be done: the meeting, why, and what to do about it. */
export interface Failed {
  readonly key: string;
  readonly because: string;
  readonly todo: string;
}

/** A yes to putting a year's plan into calendars. It stands in SharePoint, so that any instance can go on with it. */
export interface CalendarJob {
  /** `2026-27/0001` */
  readonly key: string;
  readonly year: string;
  readonly times: TimesAhead;
  readonly state: (typeof STATES)[number];
  readonly by: string;
  readonly at: string;
  readonly finishedAt?: string;
  /** Meetings to be made, changed or taken out when it began. */
  readonly total: number;
  readonly made: number;
  readonly changed: number;
  readonly takenOut: number;
  readonly failed: readonly Failed[];
  /** Why it stopped as a whole, with what to do. */
  readonly says?: string;
}

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
