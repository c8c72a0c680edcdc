import type { Role } from '../trust/people.ts';
import type { Action } from './action.ts';

/**
 * How far an action reaches for a role: `held` over the schools of the role's own scope, `trust` over every school.
 * What is not in the table is not allowed.
 */
type Reach = 'held' | 'trust';

const READ_SCHOOLS = { 'school.read': 'held', 'soap.read': 'held', 'category.read': 'held' } as const;
const BASICS = { 'meetings.read': 'trust', 'policy.read': 'trust' } as const;
const CEO_OFFICE = { 'meetings.plan': 'trust', import: 'trust', 'deliveries.manage': 'trust' } as const;

/** Who may do what (M1): least access first, a role at a time. */
export const TABLE: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  ceo: {
    ...READ_SCHOOLS,
    ...BASICS,
    ...CEO_OFFICE,
    'category.propose': 'held',
    'category.validate': 'held',
    'dashboard.read': 'trust',
    'people.read': 'trust',
  },
  chair: { ...READ_SCHOOLS, ...BASICS, 'dashboard.read': 'trust', 'people.read': 'trust' },
  director: { ...READ_SCHOOLS, ...BASICS, 'dashboard.read': 'trust', 'people.read': 'trust' },
  'central-team': { ...READ_SCHOOLS, ...BASICS, ...CEO_OFFICE, 'dashboard.read': 'trust', 'people.read': 'trust' },
  'head-leader': { ...READ_SCHOOLS, ...BASICS, 'dashboard.read': 'trust', 'people.read': 'trust' },
  'cluster-leader': {
    ...READ_SCHOOLS,
    ...BASICS,
    'category.propose': 'held',
    'dashboard.read': 'trust',
    'people.read': 'trust',
  },
  'advisory-head': { ...BASICS, 'school.read': 'trust' },
  // A head reads their own school in full; other schools only with small cohorts hidden (M15).
  head: { ...BASICS, 'school.read': 'trust', 'soap.read': 'held', 'soap.write': 'held', 'category.read': 'held' },
  'governor-chair': { 'school.read': 'held', 'policy.read': 'trust' },
  'system-leader': { ...BASICS, 'school.read': 'held' },
};
