// @ts-nocheck
import type { SupportPolicy } from './support-policy.ts';

/** OWLS's values for additional support and its money. */
export const OWLS_SUPPORT: SupportPolicy = {
  // M33: five routes.
  routes: {
    'school-asks': {
      name: 'The school asks',
      follows: 'The CEO and the head agree what is needed, what it costs and who pays.',
    },
    category: {
      name: 'Ofsted category 3 or 4',
      follows: 'The trust leads a full raising attainment plan with a range of support.',
    },
    'at-risk': {
      name: 'At risk of slipping',
      follows: 'The areas of concern go into a raising attainment plan; core visits watch its effect.',
    },
    'due-diligence': {
      name: 'Due diligence of a joining school',
      follows: 'Support for the first months is agreed as part of joining.',
    },
    'new-school': { name: 'New school', follows: 'A support plan goes with its development.' },
  },
  // M33, M28: Ofsted grades.
  supportedGrades: [3, 4],
  // Months; ours: a new school is usually inspected in its third year, its first two are its development.
  newForMonths: 24,
  // M34: pounds a year. The strategy names both 5,000 and 5,000 to 10,000: the minimum and the planning ceiling.
  ringFence: 5000,
  ceiling: 10_000,
  // M34: the school first, then the trust's reserves, then grants.
  sources: [
    { key: 'school', name: "the school's ring-fenced money", of: 'school' },
    { key: 'reserves', name: "the trust's school improvement reserves", of: 'trust' },
    { key: 'grants', name: 'grants', of: 'outside' },
  ],
  // M34: "at the start of the year" is read as its first four weeks, in days from the first school day.
  opens: { days: 0, at: '08:00' },
  agreedBy: { days: 28, at: '17:00' },
  // Days; ours: the next morning.
  ask: { days: 1, at: '08:00' },
  // Calendar days; ours.
  agreeWithinDays: 14,
  // Days from the last school day; ours: the last half term is long enough to spend or release money.
  unspentFrom: { days: -35, at: '08:00' },
};
