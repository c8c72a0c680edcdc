import type { RuleId, TrustPolicy } from '@owls/policy';

/** A part of the policy with a section of its own on the page, and the rules of the strategy it carries. */
export interface Topic {
  readonly key: keyof TrustPolicy;
  readonly title: string;
  readonly rules: readonly RuleId[];
  /** What a reader has to know to read the values. */
  readonly note?: string;
}

/** Beside term dates, returns, categories and the heads' meetings, which the page tells in words of its own. */
export const TOPICS: readonly Topic[] = [
  { key: 'gatherings', title: 'Other meetings', rules: ['M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12'] },
  { key: 'targets', title: 'Targets', rules: ['M20', 'M21', 'M22', 'M23'] },
  { key: 'visits', title: 'Visits', rules: ['M29', 'M30', 'M31', 'M39'] },
  { key: 'peerReview', title: 'Peer review', rules: ['M32'] },
  { key: 'support', title: 'Support and its money', rules: ['M33', 'M34'] },
  { key: 'plans', title: 'Plans', rules: ['M35', 'M36'] },
  { key: 'concerns', title: 'Schools causing concern', rules: ['M37', 'M38', 'M19'] },
  { key: 'inspections', title: 'Inspections', rules: ['M24', 'M28'] },
  { key: 'national', title: 'National assessments', rules: ['M16', 'M17', 'M18'] },
  { key: 'reports', title: 'Reports', rules: ['M40', 'M41', 'M42', 'M43', 'M44'] },
  { key: 'outside', title: 'Beyond the trust', rules: ['M45', 'M46', 'M47', 'M49'] },
  {
    key: 'access',
    title: 'Who may see and do what',
    rules: ['M1'],
    note: 'In the table, held means the schools that a role is held for; trust means all.',
  },
];
