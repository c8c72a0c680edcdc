import { describe, expect, test } from 'vitest';
import { SECOND } from '../examples/second-trust.examples.ts';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { Person, Role } from '../trust/people.ts';
import { ROLES } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { access } from './access.ts';
import { ACTIONS, type Action } from './action.ts';
import { ceoOf, clusterLeaderOf, headedBy, headLeaderOf, headOf, holdersOf } from './roles.ts';
import { sightOf } from './sight.ts';

const { ASH, BROOK, CEDAR, facts, person, trust, ofCluster, ofSchool } = made;
const all = facts();
const may = (who: Person, action: Action, urn?: string) =>
  access(OWLS, who, action, all, urn === undefined ? undefined : { urn }).allowed;
const holding = (role: Role, scope = trust) => person('p-x', 'X', [role, scope]);

describe('who may do what (M1)', () => {
  test('somebody without a role may do nothing', () => {
    const stranger = person('p-0', 'Nobody');
    for (const action of ACTIONS) expect(may(stranger, action), action).toBe(false);
  });

  test('a head reads and makes the return of their own school only', () => {
    for (const action of ['soap.read', 'soap.write', 'category.read'] as const) {
      expect(may(made.HEAD_BROOK, action, BROOK.urn), action).toBe(true);
      expect(may(made.HEAD_BROOK, action, ASH.urn), action).toBe(false);
    }
  });

  test("a head may open another school's page, where small cohorts are hidden", () => {
    expect(may(made.HEAD_BROOK, 'school.read', ASH.urn)).toBe(true);
  });

  test('a head of two schools may do so for both', () => {
    expect([CEDAR, made.DALE, ASH].map(({ urn }) => may(made.HEAD_TWO, 'soap.write', urn))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('a cluster leader proposes in their cluster and validates nowhere', () => {
    expect(may(made.CLUSTER_NORTH, 'category.propose', ASH.urn)).toBe(true);
    expect(may(made.CLUSTER_NORTH, 'category.propose', CEDAR.urn)).toBe(false);
    expect(may(made.CLUSTER_NORTH, 'category.validate', ASH.urn)).toBe(false);
  });

  test('only the CEO validates', () => {
    const validators = ROLES.filter((role) => may(holding(role), 'category.validate', ASH.urn));
    expect(validators).toEqual(['ceo']);
  });

  test('only a head makes a return', () => {
    expect(ROLES.filter((role) => may(holding(role, ofSchool(ASH.urn)), 'soap.write', ASH.urn))).toEqual(['head']);
  });

  test("the CEO's office imports, plans meetings and looks after deliveries", () => {
    for (const action of ['import', 'meetings.plan', 'deliveries.manage'] as const) {
      expect(
        ROLES.filter((role) => may(holding(role), action)),
        action,
      ).toEqual(['ceo', 'central-team']);
    }
  });

  test('directors and the chair read everything and write nothing but approvals of the board', () => {
    for (const role of ['director', 'chair'] as const) {
      const allowed = ACTIONS.filter((action) => may(holding(role), action, ASH.urn));
      expect(allowed.filter((action) => !action.endsWith('.read'))).toEqual(['targets.approve']);
      expect(ACTIONS.filter((action) => action.endsWith('.read') && !allowed.includes(action))).toEqual([]);
    }
  });

  test('head and CEO settle targets, each their part', () => {
    expect(ROLES.filter((role) => may(holding(role), 'target.propose'))).toEqual(['head']);
    expect(ROLES.filter((role) => may(holding(role), 'target.agree'))).toEqual(['ceo']);
    expect(may(made.HEAD_BROOK, 'target.propose', ASH.urn)).toBe(false);
  });

  test("a head reads what is on record about their own school, and no talk with outside bodies or board's paper", () => {
    for (const action of ['records.read', 'report.read', 'plan.write'] as const) {
      expect([may(made.HEAD_BROOK, action, BROOK.urn), may(made.HEAD_BROOK, action, ASH.urn)]).toEqual([true, false]);
    }
    for (const action of ['talk.read', 'board.read'] as const) expect(may(made.HEAD_BROOK, action)).toBe(false);
  });

  test('a chair of governors sees their own school and no other', () => {
    const chair = holding('governor-chair', ofSchool(ASH.urn));
    expect([may(chair, 'school.read', ASH.urn), may(chair, 'school.read', BROOK.urn)]).toEqual([true, false]);
    expect(ACTIONS.filter((action) => may(chair, action, ASH.urn))).toEqual([
      'school.read',
      'report.read',
      'policy.read',
    ]);
    expect(may(chair, 'report.read', BROOK.urn)).toBe(false);
  });

  test('a school nobody knows is refused to everybody, like a forbidden one', () => {
    expect(access(OWLS, made.CEO, 'soap.read', all, { urn: '999999' })).toEqual({
      allowed: false,
      because: "You can't read a school's return in full with the roles you hold.",
      rule: 'M1',
      wouldChange:
        'One of these roles would allow it: CEO, chair, head leader, cluster leader, head, central team, director for this school.',
    });
  });

  test('a refusal says what would change it, a yes what it rests on', () => {
    expect(access(OWLS, made.HEAD_BROOK, 'category.validate', all)).toEqual({
      allowed: false,
      rule: 'M1',
      because: "You can't validate a category with the roles you hold.",
      wouldChange: 'One of these roles would allow it: CEO.',
    });
    expect(access(OWLS, made.CEO, 'import', all)).toEqual({
      allowed: true,
      rule: 'M1',
      because: 'The role CEO may import files.',
    });
    expect(access(OWLS, made.HEAD_BROOK, 'soap.write', all, { urn: ASH.urn })).toEqual({
      allowed: false,
      because: "You can't make a school's return with the roles you hold.",
      rule: 'M1',
      wouldChange: 'One of these roles would allow it: head for this school.',
    });
    expect(access(OWLS, made.HEAD_BROOK, 'import', all)).toEqual({
      allowed: false,
      because: "You can't import files with the roles you hold.",
      rule: 'M1',
      wouldChange: 'One of these roles would allow it: CEO, central team.',
    });
    expect(access({ access: { roles: {}, othersSee: [] } }, made.CEO, 'import', all)).toEqual({
      allowed: false,
      because: "You can't import files with the roles you hold.",
      rule: 'M1',
      wouldChange: "The trust's policy would have to allow it to a role.",
    });
  });
});

describe('another trust, another table (M1)', () => {
  const others = (who: Person, action: Action, urn?: string) =>
    access(SECOND, who, action, all, urn === undefined ? undefined : { urn }).allowed;

  test('its chair validates beside the CEO, its office alone imports, and half its roles may do nothing', () => {
    const holders = (action: Action) => ROLES.filter((role) => others(holding(role), action));
    expect(holders('category.validate')).toEqual(['ceo', 'chair']);
    expect(holders('import')).toEqual(['central-team']);
    const idle = ROLES.filter((role) => ACTIONS.every((action) => !others(holding(role), action)));
    expect(idle).toEqual(['head-leader', 'advisory-head', 'system-leader']);
  });

  test('its cluster leaders read returns everywhere and propose in their own cluster', () => {
    expect(others(made.CLUSTER_NORTH, 'soap.read', CEDAR.urn)).toBe(true);
    expect(others(made.CLUSTER_NORTH, 'category.propose', CEDAR.urn)).toBe(false);
  });

  test("its heads see each other's categories, and no figures", () => {
    expect(sightOf(SECOND, made.HEAD_BROOK, all, ASH.urn)).toEqual({
      figures: 'none',
      comment: false,
      categories: 'bare',
    });
    expect(sightOf(OWLS, made.HEAD_BROOK, all, ASH.urn)).toEqual({
      figures: 'cut',
      comment: false,
      categories: 'none',
    });
    expect(sightOf(OWLS, made.HEAD_ASH, all, ASH.urn)).toEqual({ figures: 'all', comment: true, categories: 'all' });
    const stranger = { figures: 'none', comment: false, categories: 'none' };
    expect(sightOf(SECOND, person('p-0', 'Nobody'), all, ASH.urn)).toEqual(stranger);
  });
});

describe('what others see of a school is the trust’s choice (M1)', () => {
  const shown = (othersSee: TrustPolicy['access']['othersSee']) =>
    sightOf({ access: { ...OWLS.access, othersSee } }, made.HEAD_BROOK, all, ASH.urn);

  test('figures are cut, a comment is shown, a category stands bare, each only where it is shared', () => {
    expect(shown([])).toEqual({ figures: 'none', comment: false, categories: 'none' });
    expect(shown(['figures'])).toEqual({ figures: 'cut', comment: false, categories: 'none' });
    expect(shown(['comment'])).toEqual({ figures: 'none', comment: true, categories: 'none' });
    expect(shown(['category'])).toEqual({ figures: 'none', comment: false, categories: 'bare' });
  });
});

describe('who is who (M1)', () => {
  test('head, cluster leader and CEO are found by what they hold', () => {
    expect(headOf(all, ASH.urn)).toBe(made.HEAD_ASH);
    expect(headOf(all, '999999')).toBeUndefined();
    expect(clusterLeaderOf(all, 'South')).toBe(made.CLUSTER_SOUTH);
    expect(ceoOf(all)).toBe(made.CEO);
    expect(ceoOf(facts({ people: [] }))).toBeUndefined();
    expect(headedBy(made.HEAD_TWO)).toEqual([CEDAR.urn, made.DALE.urn]);
    expect(headedBy(person('p-x', 'X', ['governor-chair', ofSchool(ASH.urn)], ['head', trust]))).toEqual([]);
    expect(holdersOf(all, 'head').map(({ id }) => id)).toEqual(['p-ash', 'p-brook', 'p-two']);
  });

  test("a head leader is the school's own, else the cluster's, else the trust's", () => {
    const own = person('p-own', 'Own', ['head-leader', ofSchool(ASH.urn)]);
    const cluster = person('p-cluster', 'Cluster', ['head-leader', ofCluster('North')]);
    const whole = person('p-whole', 'Whole', ['head-leader', trust]);
    const found = (people: readonly Person[]) => headLeaderOf(facts({ people }), ASH.urn)?.id;
    expect(found([whole, cluster, own])).toBe('p-own');
    expect(found([whole, cluster])).toBe('p-cluster');
    expect(found([whole])).toBe('p-whole');
    expect(found([])).toBeUndefined();
    expect(headLeaderOf(facts({ people: [cluster] }), '999999')).toBeUndefined();
  });

  test('those who hold a role stand in order of id, whatever the order of the list', () => {
    const [a, b, c] = ['p-a', 'p-b', 'p-c'].map((id) => person(id, id, ['director', trust], ['head', ofSchool(id)]));
    if (!a || !b || !c) throw new Error('There are three.');
    for (const people of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
    ]) {
      expect(holdersOf(facts({ people }), 'director')).toEqual([a, b, c]);
    }
  });

  test('where two hold one role the answer does not depend on the order of the list', () => {
    const [a, b] = [person('p-a', 'A', ['ceo', trust]), person('p-b', 'B', ['ceo', trust])];
    expect(ceoOf(facts({ people: [b, a] }))).toBe(a);
    expect(ceoOf(facts({ people: [a, b] }))).toBe(a);
  });
});
