import type { TrustPolicy } from '../trust-policy.ts';

/**
 * The second trust's roles and access: the office alone manages, the chair validates beside the CEO, cluster leaders
 * read everywhere, half the roles may do nothing, and heads see each other's categories in place of figures.
 */
export const SECOND_ACCESS: TrustPolicy['access'] = {
  roles: {
    ceo: {
      'school.read': 'trust',
      'soap.read': 'trust',
      'category.read': 'trust',
      'category.validate': 'trust',
      'records.read': 'trust',
      'target.agree': 'trust',
      'peer-review.agree': 'trust',
      'visit.record': 'trust',
      'plan.write': 'trust',
      'concern.record': 'trust',
      'support.record': 'trust',
      'report.write': 'trust',
      'dashboard.read': 'trust',
      'policy.read': 'trust',
    },
    chair: { 'school.read': 'held', 'category.read': 'held', 'category.validate': 'held', 'dashboard.read': 'trust' },
    director: { 'board.read': 'trust', 'targets.approve': 'trust' },
    'central-team': {
      import: 'trust',
      'people.read': 'trust',
      'meetings.read': 'trust',
      'meetings.plan': 'trust',
      'deliveries.manage': 'trust',
      'talk.record': 'trust',
    },
    'cluster-leader': {
      'school.read': 'trust',
      'soap.read': 'trust',
      'category.read': 'held',
      'category.propose': 'held',
    },
    'advisory-head': { 'school.read': 'none' },
    head: {
      'school.read': 'trust',
      'soap.read': 'held',
      'soap.write': 'held',
      'analysis.write': 'held',
      'people.read': 'trust',
      'target.propose': 'held',
      'plan.write': 'held',
      'support.record': 'held',
      'inspection.record': 'held',
    },
    'governor-chair': { 'report.read': 'held' },
  },
  othersSee: ['category'],
};
