import type { TrajectoryPolicy } from './trajectory-policy.ts';

/** OWLS's values for trajectories (M23). `npm run bench -- trajectory` fits the spread anew and says how well it holds. */
export const OWLS_TRAJECTORY: TrajectoryPolicy = {
  // Shares of pupils. Attendance is a share of sessions, whose moves no file at hand tells.
  measures: [
    'reading',
    'writing',
    'grammar',
    'maths',
    'rwm',
    'phonics',
    'communication',
    'personal',
    'physical',
    'literacy',
    'mathematics',
    'gld',
  ],
  pastYears: 3,
  // Fitted to reading, writing and maths; the other measures have no three published years in the file and use the same.
  spread: { level: 14.6, change: 2.2, cohort: 1.4 },
  // Nobody publishes what schools were on track for, so these are defaults on the cautious side.
  returns: { judgement: 6, openAtFirst: 1, openAtLast: 0.25 },
  source: 'Key Stage 2 performance tables of 301 schools in Hampshire, 2016-17 to 2018-19',
};
