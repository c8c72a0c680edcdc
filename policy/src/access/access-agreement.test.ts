import { describe, expect, test } from 'vitest';
import { loadPolicy, PolicyError } from '../load-policy.ts';
import { OWLS } from '../owls.ts';
import { overlay } from '../what-if/overlay.ts';

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

test('a change of policy takes a right away by writing that it reaches nowhere', () => {
  const changed = loadPolicy(overlay(OWLS, { access: { roles: { 'advisory-head': { 'school.read': 'none' } } } }));
  expect(changed.access.roles['advisory-head']?.['school.read']).toBe('none');
});
