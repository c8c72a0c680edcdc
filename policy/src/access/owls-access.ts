import type { AccessPolicy } from './access-policy.ts';

type Rights = NonNullable<AccessPolicy['roles']['head']>;

const BASICS: Rights = { 'meetings.read': 'trust', 'policy.read': 'trust' };
/** A school in full; over which schools is the role's scope. */
const IN_FULL: Rights = {
  'school.read': 'held',
  'soap.read': 'held',
  'category.read': 'held',
  'records.read': 'held',
  'report.read': 'held',
};
const OF_THE_TRUST: Rights = { 'dashboard.read': 'trust', 'people.read': 'trust' };
/** What the board is given, and the talks its chair is told of (M46). */
const OF_THE_BOARD: Rights = { 'board.read': 'trust', 'talk.read': 'trust' };
const CEO_OFFICE: Rights = {
  'meetings.plan': 'trust',
  import: 'trust',
  'deliveries.manage': 'trust',
  'soap.nudge': 'held',
  'collection.close': 'trust',
};

/** OWLS's roles and access (M1): least access first, a role at a time. What is not here is not allowed. */
export const OWLS_ACCESS: AccessPolicy = {
  roles: {
    ceo: {
      ...BASICS,
      ...IN_FULL,
      ...OF_THE_TRUST,
      ...OF_THE_BOARD,
      ...CEO_OFFICE,
      'soap.check': 'held',
      'category.propose': 'held',
      'category.validate': 'held',
      'target.agree': 'held',
      'peer-review.agree': 'held',
      'visit.record': 'held',
      'plan.write': 'held',
      'concern.record': 'held',
      'support.record': 'held',
      'inspection.record': 'held',
      'report.write': 'held',
      'talk.record': 'trust',
    },
    // Directors, the chair among them, read everything and write nothing but approvals of the board (M1, M22).
    chair: { ...BASICS, ...IN_FULL, ...OF_THE_TRUST, ...OF_THE_BOARD, 'targets.approve': 'trust' },
    director: { ...BASICS, ...IN_FULL, ...OF_THE_TRUST, ...OF_THE_BOARD, 'targets.approve': 'trust' },
    'central-team': { ...BASICS, ...IN_FULL, ...OF_THE_TRUST, ...CEO_OFFICE },
    // M29, M36, M37: visits with the CEO, the fuller plan, concerns; M28 where a school has no head to record an inspection.
    'head-leader': {
      ...BASICS,
      ...IN_FULL,
      ...OF_THE_TRUST,
      'soap.nudge': 'held',
      'soap.check': 'held',
      'visit.record': 'held',
      'plan.write': 'held',
      'concern.record': 'held',
      'support.record': 'held',
      'inspection.record': 'held',
    },
    'cluster-leader': {
      ...BASICS,
      ...IN_FULL,
      ...OF_THE_TRUST,
      'soap.nudge': 'held',
      'category.propose': 'held',
      'peer-review.agree': 'held',
    },
    'advisory-head': { ...BASICS, 'school.read': 'trust' },
    // Their own school in full, of the others what `othersSee` shares. M18, M20, M28, M34-M36, M44: what heads are asked for.
    head: {
      ...BASICS,
      ...IN_FULL,
      'school.read': 'trust',
      'soap.write': 'held',
      'analysis.write': 'held',
      'category.agree': 'held',
      'target.propose': 'held',
      'plan.write': 'held',
      'support.record': 'held',
      'inspection.record': 'held',
      'report.write': 'held',
    },
    'governor-chair': { 'school.read': 'held', 'policy.read': 'trust', 'report.read': 'held' },
    'system-leader': { ...BASICS, 'school.read': 'held' },
  },
  othersSee: ['figures'],
};
