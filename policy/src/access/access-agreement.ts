import type { PolicyFault } from '../policy-agreement.ts';
import type { Role } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { AccessPolicy, Reach } from './access-policy.ts';
import { ACTIONS, type Action } from './action.ts';
import { roleWords } from './role-words.ts';

/** Without somebody who may do these no data comes in, no round ends, and what fails is never mended. */
const ESSENTIAL: readonly Action[] = ['import', 'meetings.plan', 'deliveries.manage', 'category.validate'];

/** What can be done only by reading something first, as far. */
const RESTS_ON: Readonly<Partial<Record<Action, Action>>> = {
  'soap.write': 'soap.read',
  'analysis.write': 'soap.read',
  'soap.nudge': 'soap.read',
  'soap.check': 'soap.read',
  'category.propose': 'category.read',
  'category.validate': 'category.read',
  'meetings.plan': 'meetings.read',
  'peer-review.agree': 'records.read',
};

const WIDTH: Readonly<Record<Reach, number>> = { none: 0, held: 1, trust: 2 };

/**
 * Where roles and access (M1) contradict themselves or the rest of the policy: nobody may do what the trust can't be
 * without, a right that is of no use without another, a role that is asked for what it may not do.
 */
export function accessDisagreements(policy: TrustPolicy): readonly PolicyFault[] {
  const { access } = policy;
  return [...nobody(access), ...useless(access), ...forbidden(policy)];
}

function nobody({ roles }: AccessPolicy): readonly PolicyFault[] {
  return ESSENTIAL.filter((action) => Object.values(roles).every((rights) => width(rights[action]) === 0)).map(
    (action) => ({ place: 'access.roles', says: `let nobody do "${action}": allow it to a role.` }),
  );
}

function useless({ roles }: AccessPolicy): readonly PolicyFault[] {
  return Object.entries(roles).flatMap(([role, rights]) =>
    ACTIONS.flatMap((action) => {
      const other = RESTS_ON[action];
      if (other === undefined || width(rights[action]) <= width(rights[other])) return [];
      const says = `needs "${other}" as far: without it "${action}" can't be used.`;
      return [{ place: `access.roles.${role}`, says }];
    }),
  );
}

function forbidden(policy: TrustPolicy): readonly PolicyFault[] {
  return asked(policy)
    .filter(({ role, action }) => width(policy.access.roles[role]?.[action]) === 0)
    .map(({ role, action, by }) => ({
      place: `access.roles.${role}`,
      says: `needs "${action}": ${by} asks the ${roleWords(role)} for it.`,
    }));
}

interface Asked {
  readonly role: Role;
  readonly action: Action;
  /** The rule, or the value of the policy, that asks. */
  readonly by: string;
}

/** Whom the strategy, or the trust's own values, ask for what. */
function asked({ soap, national, targets, visits, plans, concerns, reports }: TrustPolicy): readonly Asked[] {
  return [
    { role: 'head', action: 'soap.write', by: 'M14' },
    { role: 'head', action: 'analysis.write', by: 'M18' },
    { role: 'cluster-leader', action: 'category.propose', by: 'M25' },
    { role: 'ceo', action: 'category.validate', by: 'M25' },
    { role: 'head', action: 'target.propose', by: 'M20' },
    { role: 'ceo', action: 'target.agree', by: 'M20' },
    { role: 'head', action: 'inspection.record', by: 'M28' },
    { role: 'head', action: 'support.record', by: 'M34' },
    { role: 'ceo', action: 'support.record', by: 'M34' },
    { role: 'head', action: 'plan.write', by: 'M35' },
    { role: plans.raising.writer, action: 'plan.write', by: 'plans.raising.writer' },
    { role: plans.full.writer, action: 'plan.write', by: 'plans.full.writer' },
    { role: plans.reviewer, action: 'plan.write', by: 'plans.reviewer' },
    { role: concerns.responsible, action: 'concern.record', by: 'concerns.responsible' },
    // Heads are asked for it already.
    ...[...new Set(concerns.levels.flatMap(({ extraData }) => extraData.map(({ who }) => who)))]
      .filter((role) => role !== 'head')
      .map((role) => ({
        role,
        action: 'soap.write' as const,
        by: 'concerns.levels.extraData',
      })),
    ...concerns.extraDataChase.escalations.map(({ to }, at) => ({
      role: to,
      action: 'soap.read' as const,
      by: `concerns.extraDataChase.escalations[${at}].to`,
    })),
    ...soap.escalations.map(({ to }, at) => ({
      role: to,
      action: 'soap.read' as const,
      by: `soap.escalations[${at}].to`,
    })),
    ...national.analysis.escalations.map(({ to }, at) => ({
      role: to,
      action: 'soap.read' as const,
      by: `national.analysis.escalations[${at}].to`,
    })),
    ...targets.board.members.map((role, at) => ({
      role,
      action: 'targets.approve' as const,
      by: `targets.board.members[${at}]`,
    })),
    ...visits.visitors.map((role, at) => ({ role, action: 'visit.record' as const, by: `visits.visitors[${at}]` })),
    ...reports.due.map(({ from }, at) => ({
      role: from,
      action: 'report.write' as const,
      by: `reports.due[${at}].from`,
    })),
  ];
}

function width(reach: Reach | undefined): number {
  return WIDTH[reach ?? 'none'];
}
