// @ts-nocheck
import type { Facts } from '../facts.ts';
import { type Person, ROLES, type Role, type RoleHeld } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Reach } from './access-policy.ts';
import { ACTION_WORDS, type Action } from './action.ts';
import { roleWords } from './role-words.ts';

/** A yes or no that can explain itself: the rule it rests on and what would change it. */
export type Decision =
  | { readonly allowed: true; readonly rule: string; readonly because: string }
  | { readonly allowed: false; readonly rule: string; readonly because: string; readonly wouldChange: string };

const RULE = 'M1';

/**
 * Whether a person may do something (M1), to one school where `target.urn` names it, in general where it doesn't.
 * Without a target the answer is yes if there is any school for which it is: screens use it to show or hide a door; the
 * door itself asks again with the school. Roles come from the list of people, what each may do from the policy; what
 * stands in neither is not allowed.
 */
export function access(
  policy: Pick<TrustPolicy, 'access'>,
  person: Person,
  action: Action,
  facts: Pick<Facts, 'schools'>,
  target?: { readonly urn?: string },
): Decision {
  const roles = person.roles.filter(({ role }) => reachOf(policy, role, action) !== 'none');
  const urn = target?.urn;
  if (urn === undefined) {
    const role = roles[0];
    return role ? yes(role.role, action) : no(policy, action, '');
  }
  const school = schoolOf(facts, urn);
  const held = school && roles.find((one) => reachOf(policy, one.role, action) === 'trust' || covers(one, school));
  if (held) return yes(held.role, action);
  return no(policy, action, ' for this school');
}

function reachOf({ access: { roles } }: Pick<TrustPolicy, 'access'>, role: Role, action: Action): Reach {
  return roles[role]?.[action] ?? 'none';
}

function covers({ scope }: RoleHeld, school: { readonly urn: string; readonly cluster: string }): boolean {
  if (scope.kind === 'trust') return true;
  return scope.kind === 'school' ? scope.urn === school.urn : scope.cluster === school.cluster;
}

function yes(role: Role, action: Action): Decision {
  return { allowed: true, rule: RULE, because: `The role ${roleWords(role)} may ${ACTION_WORDS[action]}.` };
}

function no(policy: Pick<TrustPolicy, 'access'>, action: Action, where: string): Decision {
  const holders = ROLES.filter((role) => reachOf(policy, role, action) !== 'none').map(roleWords);
  return {
    allowed: false,
    rule: RULE,
    because: `You can't ${ACTION_WORDS[action]} with the roles you hold.`,
    wouldChange:
      holders.length > 0
        ? `One of these roles would allow it: ${holders.join(', ')}${where}.`
        : "The trust's policy would have to allow it to a role.",
  };
}
