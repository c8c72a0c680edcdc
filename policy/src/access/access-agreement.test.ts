import { describe, expect, test } from 'vitest';
import { loadPolicy, PolicyError } from '../load-policy.ts';
import { OWLS } from '../owls.ts';
import type { Role } from '../trust/people.ts';
import { overlay } from '../what-if/overlay.ts';
import { accessDisagreements } from './access-agreement.ts';
import { roleWords } from './role-words.ts';

function faults(change: unknown): readonly string[] {
  try {
    loadPolicy(overlay(OWLS, change));
  } catch (error) {
    if (error instanceof PolicyError) return error.faults.map(({ place, says }) => `${place}: ${says}`);
    throw error;
  }
  return [];
}
const roles = (change: unknown) => faults({ access: { roles: change } });

describe('roles and access are refused (M1)', () => {
  test('where nobody may do what the trust cannot be without', () => {
    expect(roles({ ceo: { import: 'none' } })).toEqual([]);
    expect(roles({ ceo: { import: 'none' }, 'central-team': { import: 'none' } })).toEqual([
      'access.roles: let nobody do "import": allow it to a role.',
    ]);
    expect(roles({ ceo: { 'category.validate': 'none' } })).toEqual([
      'access.roles: let nobody do "category.validate": allow it to a role.',
      'access.roles.ceo: needs "category.validate": M25 asks the CEO for it.',
    ]);
  });

  test('where a right is of no use without another that reaches as far', () => {
    expect(roles({ head: { 'soap.write': 'trust' } })).toEqual([
      'access.roles.head: needs "soap.read" as far: without it "soap.write" can\'t be used.',
    ]);
    expect(roles({ 'central-team': { 'meetings.read': 'none' } })).toEqual([
      'access.roles.central-team: needs "meetings.read" as far: without it "meetings.plan" can\'t be used.',
    ]);
  });

  test('where the strategy asks a role for what it may not do', () => {
    expect(roles({ head: { 'soap.write': 'none' } })).toEqual([
      'access.roles.head: needs "soap.write": M14 asks the head for it.',
    ]);
    expect(roles({ 'cluster-leader': { 'category.propose': 'none' } })).toEqual([
      'access.roles.cluster-leader: needs "category.propose": M25 asks the cluster leader for it.',
    ]);
  });

  test.each([
    [{ targets: { board: { members: ['director', 'system-leader'] } } }, 'system-leader', 'targets.approve'],
    [{ access: { roles: { 'head-leader': { 'visit.record': 'none' } } } }, 'head-leader', 'visit.record'],
    [{ concerns: { responsible: 'cluster-leader' } }, 'cluster-leader', 'concern.record'],
    [{ plans: { reviewer: 'advisory-head' } }, 'advisory-head', 'plan.write'],
    [{ soap: { escalations: [{ days: 1, at: '08:00', to: 'governor-chair' }] } }, 'governor-chair', 'soap.read'],
  ])("where the trust's own values do: %j", (change, role, action) => {
    const [found, ...others] = faults(change);
    expect(found?.startsWith(`access.roles.${role}: needs "${action}": `)).toBe(true);
    expect(others).toEqual([]);
  });
});

test('a table without any role lacks all that the strategy and the trust ask of roles, each named by who asks (M1)', () => {
  const missing = accessDisagreements({ ...OWLS, access: { roles: {}, othersSee: [] } }).map(
    ({ place, says }) => `${place}: ${says}`,
  );
  const asks = (role: Role, action: string, by: string) =>
    `access.roles.${role}: needs "${action}": ${by} asks the ${roleWords(role)} for it.`;
  expect(missing).toEqual([
    'access.roles: let nobody do "import": allow it to a role.',
    'access.roles: let nobody do "meetings.plan": allow it to a role.',
    'access.roles: let nobody do "deliveries.manage": allow it to a role.',
    'access.roles: let nobody do "category.validate": allow it to a role.',
    asks('head', 'soap.write', 'M14'),
    asks('head', 'analysis.write', 'M18'),
    asks('cluster-leader', 'category.propose', 'M25'),
    asks('ceo', 'category.validate', 'M25'),
    asks('head', 'target.propose', 'M20'),
    asks('ceo', 'target.agree', 'M20'),
    asks('head', 'inspection.record', 'M28'),
    asks('head', 'support.record', 'M34'),
    asks('ceo', 'support.record', 'M34'),
    asks('head', 'plan.write', 'M35'),
    asks('head', 'plan.write', 'plans.raising.writer'),
    asks('head-leader', 'plan.write', 'plans.full.writer'),
    asks('head-leader', 'plan.write', 'plans.reviewer'),
    asks('head-leader', 'concern.record', 'concerns.responsible'),
    asks('head-leader', 'soap.read', 'concerns.extraDataChase.escalations[0].to'),
    asks('ceo', 'soap.read', 'concerns.extraDataChase.escalations[1].to'),
    asks('head-leader', 'soap.read', 'soap.escalations[0].to'),
    asks('ceo', 'soap.read', 'soap.escalations[1].to'),
    asks('head-leader', 'soap.read', 'national.analysis.escalations[0].to'),
    asks('ceo', 'soap.read', 'national.analysis.escalations[1].to'),
    asks('director', 'targets.approve', 'targets.board.members[0]'),
    asks('chair', 'targets.approve', 'targets.board.members[1]'),
    asks('ceo', 'visit.record', 'visits.visitors[0]'),
    asks('head-leader', 'visit.record', 'visits.visitors[1]'),
    ...OWLS.reports.due.map(({ from }, at) => asks(from, 'report.write', `reports.due[${at}].from`)),
  ]);
});

test('a change of policy takes a right away by writing that it reaches nowhere', () => {
  const changed = loadPolicy(overlay(OWLS, { access: { roles: { 'advisory-head': { 'school.read': 'none' } } } }));
  expect(changed.access.roles['advisory-head']?.['school.read']).toBe('none');
});
