/**
 * What somebody may be allowed to do (M1). Chat, API and tab ask about these and nothing else. An action is about one
 * school unless it says "trust" or is about none; its words complete "You may …".
 */
export const ACTION_WORDS = {
  'school.read': "read a school's page",
  // M13-M19: a school's return, the extra data of one that causes concern included.
  'soap.read': "read a school's return in full",
  'soap.write': "make a school's return",
  // M18: what the head sees in the year's results, and does about it.
  'analysis.write': "write a school's analysis of its results",
  // M14, M15: after those who have not returned, and whether what came can be right.
  'soap.nudge': 'remind a head of a return',
  'soap.check': "confirm a return's figures or send them back",
  'collection.close': 'close and reopen a collection',
  'category.read': "read a school's category",
  'category.propose': 'propose a category',
  'category.validate': 'validate a category',
  // M25: each term the school answers.
  'category.agree': 'say whether a school agrees with its category',
  // M20-M39: heads see their own school in full, so what stands on record about it is one thing to read.
  'records.read': "read a school's targets, visits, plans, concerns and support",
  // M20, M21: the head proposes and agrees to what the CEO puts in its place; the CEO agrees and signs off.
  'target.propose': "propose a school's targets",
  'target.agree': 'agree and sign off targets',
  // M22: all that directors write.
  'targets.approve': "approve the trust's targets for the board",
  // M32: days, lead and reviewers of a school's yearly review.
  'peer-review.agree': "agree a school's peer review",
  'visit.record': 'record visits to a school',
  'plan.write': "write and review a school's plans",
  'concern.record': 'record concerns and what is done about them',
  'support.record': 'record support and its money',
  'inspection.record': 'record inspections',
  // M44: all that chairs of governors read beside the school's page.
  'report.read': "read a school's agreed reports",
  'report.write': 'write reports',
  // M22, M40-M43: what the board is given about the whole trust.
  'board.read': 'read what goes to the board of the trust',
  // M46: an exception can keep a talk from a head, so reading talks is no part of reading a school's records.
  'talk.read': 'read talks with outside bodies',
  'talk.record': 'record talks with outside bodies',
  'dashboard.read': 'open the dashboard',
  'meetings.read': 'read the meetings',
  'meetings.plan': 'put meetings into calendars',
  'people.read': 'read the list of people',
  import: 'import files',
  'policy.read': 'read the policy',
  'deliveries.manage': 'look after deliveries',
} as const;
export type Action = keyof typeof ACTION_WORDS;

const isAction = (word: string): word is Action => Object.hasOwn(ACTION_WORDS, word);
export const ACTIONS: readonly Action[] = Object.keys(ACTION_WORDS).filter(isAction);
