import type { Facts } from '../facts.ts';
import type { Person, Role, RoleHeld } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { Action } from './action.ts';
import { TABLE } from './table.ts';

/** A yes or no that can explain itself: the rule it rests on and what would change it. */
export type Decision =
  | { readonly allowed: true; readonly rule: string; readonly because: string }
  | { readonly allowed: false; readonly rule: string; readonly because: string; readonly wouldChange: string };

const RULE = 'M1';

/**
 * Whether a person may do something (M1), to one school where `target.urn` names it, in general where it doesn't.
 * Without a target the answer is yes if there is any school for which it is: screens use it to show or hide a door; the
 * door itself asks again with the school. The default is no.
 */
export function access(
  person: Person,
  action: Action,
  facts: Pick<Facts, 'schools'>,
  target?: { readonly urn?: string },
): Decision {
  const roles = person.roles.filter(({ role }) => TABLE[role][action] !== undefined);
  const urn = target?.urn;
  if (urn === undefined) {
    const role = roles[0];
    return role ? yes(role.role, action) : no(action, holders(action));
  }
  const school = schoolOf(facts, urn);
  const held = school && roles.find((one) => TABLE[one.role][action] === 'trust' || covers(one, school));
  if (held) return yes(held.role, action);
  return no(action, `${holders(action)} for this school`);
}

function covers({ scope }: RoleHeld, school: { readonly urn: string; readonly cluster: string }): boolean {
  if (scope.kind === 'trust') return true;
  return scope.kind === 'school' ? scope.urn === school.urn : scope.cluster === school.cluster;
}

function yes(role: Role, action: Action): Decision {
  return { allowed: true, rule: RULE, because: `The role ${spoken(role)} may ${WORDS[action]}.` };
}

function no(action: Action, who: string): Decision {
  return {
    allowed: false,
    rule: RULE,
    because: `You can't ${WORDS[action]} with the roles you hold.`,
    wouldChange: `One of these roles would allow it: ${who}.`,
  };
}

function holders(action: Action): string {
  return Object.entries(TABLE)
    .flatMap(([role, may]) => (may[action] ? [spoken(role)] : []))
    .join(', ');
}

function spoken(role: string): string {
  return role === 'ceo' ? 'CEO' : role.replace('-', ' ');
}

const WORDS: Readonly<Record<Action, string>> = {
  'school.read': "read a school's page",
  'soap.read': "read a school's return in full",
  'soap.write': "make a school's return",
  'category.read': "read a school's category",
  'category.propose': 'propose a category',
  'category.validate': 'validate a category',
  'dashboard.read': 'open the dashboard',
  'meetings.read': 'read the meetings',
  'meetings.plan': 'put meetings into calendars',
  'people.read': 'read the list of people',
  import: 'import files',
  'policy.read': 'read the policy',
  'deliveries.manage': 'look after deliveries',
};
