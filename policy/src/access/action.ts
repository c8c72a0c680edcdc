/** What somebody may be allowed to do. Chat, API and tab ask about these and nothing else. */
export const ACTIONS = [
  'school.read',
  'soap.read',
  'soap.write',
  'category.read',
  'category.propose',
  'category.validate',
  'dashboard.read',
  'meetings.read',
  'meetings.plan',
  'people.read',
  'import',
  'policy.read',
  'deliveries.manage',
] as const;
export type Action = (typeof ACTIONS)[number];
