// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { type Person, ROLES } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { categoriesView } from '../views/categories.ts';
import { dashboard } from '../views/dashboard.ts';
import { lived } from '../views/lived.examples.ts';
import { me } from '../views/me.ts';
import { meetingsView } from '../views/meetings.ts';
import { peopleView } from '../views/people.ts';
import { schoolView } from '../views/school.ts';
import { soapFormView } from '../views/soap-form.ts';
import { access } from './access.ts';
import type { AccessPolicy } from './access-policy.ts';
import { ACTIONS, type Action } from './action.ts';

const NOW = made.at('2026-12-10T09:00');
const { AUTUMN_2, SCHOOLS } = made;

const urns = fc.constantFrom(...SCHOOLS.map(({ urn }) => urn));
const scopes = fc.oneof(
  fc.constant(made.trust),
  fc.constantFrom('North', 'South', 'Nowhere').map(made.ofCluster),
  fc.oneof(urns, fc.constant('999999')).map(made.ofSchool),
);
const people: fc.Arbitrary<Person> = fc
  .array(fc.tuple(fc.constantFrom(...ROLES), scopes), { maxLength: 4 })
  .map((roles) => made.person('p-any', 'Anybody', ...roles));
const reaches = fc.constantFrom('none' as const, 'held' as const, 'trust' as const);
const rights = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ACTIONS), reaches), { selector: ([action]) => action })
  .map((entries): AccessPolicy['roles']['head'] => Object.fromEntries(entries));
const tables: fc.Arbitrary<AccessPolicy> = fc.record({
  roles: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ROLES), rights), { selector: ([role]) => role })
    .map((entries): AccessPolicy['roles'] => Object.fromEntries(entries)),
  othersSee: fc.subarray(['figures', 'category', 'comment']),
});
const using = (table: AccessPolicy): TrustPolicy => ({ ...OWLS, access: table });
const may = (policy: TrustPolicy, who: Person, action: Action, urn?: string) =>
  access(policy, who, action, lived, urn === undefined ? undefined : { urn }).allowed;
const extra = { reminders: () => 0 };

describe('whatever table a trust gives (M1)', () => {
  test('a yes about a school rests on a role that is held there, or that reaches over the trust', () => {
    fc.assert(
      fc.property(tables, people, urns, fc.constantFrom(...ACTIONS), (table, who, urn, action) => {
        const { cluster } = SCHOOLS.find((one) => one.urn === urn) ?? {};
        const grounds = who.roles.some(({ role, scope }) => {
          const reach = table.roles[role]?.[action];
          const there =
            scope.kind === 'trust' || (scope.kind === 'school' ? scope.urn === urn : scope.cluster === cluster);
          return reach === 'trust' || (reach === 'held' && there);
        });
        expect(may(using(table), who, action, urn)).toBe(grounds);
        if (grounds) expect(may(using(table), who, action)).toBe(true);
        expect(may(using(table), who, action, '999999')).toBe(false);
      }),
    );
  });

  test('nobody without a role, and nobody at all by an empty table, may do or see anything', () => {
    const nothing = fc.oneof(
      fc.record({ table: tables, who: fc.constant(made.person('p-any', 'Anybody')) }),
      fc.record({ table: fc.constant<AccessPolicy>({ roles: {}, othersSee: ['figures'] }), who: people }),
    );
    fc.assert(
      fc.property(nothing, urns, ({ table, who }, urn) => {
        const policy = using(table);
        expect(Object.values(me(policy, lived, who, NOW).may)).not.toContain(true);
        expect(ACTIONS.filter((action) => may(policy, who, action, urn))).toEqual([]);
        expect([
          schoolView(policy, lived, who, urn, NOW),
          soapFormView(policy, lived, who, urn, AUTUMN_2, NOW),
          categoriesView(policy, lived, who, AUTUMN_2, NOW),
          meetingsView(policy, lived, who, '2026-27', NOW),
          peopleView(policy, lived, who, NOW, () => 'reachable'),
        ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
        const seen = dashboard(policy, lived, who, NOW, extra);
        expect([seen.collection.schools, seen.heatMap.rows, seen.next]).toEqual([[], [], []]);
      }),
    );
  });

  test("nobody reads more on a school's page than access and what the trust shares allow", () => {
    fc.assert(
      fc.property(tables, people, urns, (table, who, urn) => {
        const policy = using(table);
        const page = schoolView(policy, lived, who, urn, NOW);
        expect(page !== undefined).toBe(may(policy, who, 'school.read', urn));
        if (!page) return;
        const inFull = may(policy, who, 'soap.read', urn);
        const shares = (what: 'figures' | 'category' | 'comment') => table.othersSee.includes(what);
        const returns = [page.latest, page.previous].flatMap((one) => one ?? []);
        const words = returns.flatMap(({ comment, nextSteps }) => [comment, nextSteps]).join('');
        if (!inFull && !shares('comment')) expect(words).toBe('');
        const figures = [...returns.map(({ school }) => school), ...page.history.map((one) => one.figures)];
        const cohorts = returns.flatMap((one) => one.cohorts);
        if (!inFull && !shares('figures')) {
          expect([...figures, ...cohorts.map((one) => one.figures)].flatMap(Object.keys)).toEqual([]);
        }
        const small = cohorts.filter(({ pupils }) => pupils < policy.soap.suppressBelow);
        if (!inFull) expect(small.flatMap((one) => Object.keys(one.figures))).toEqual([]);
        const judged = may(policy, who, 'category.read', urn);
        if (!judged && !shares('category')) expect(page.categories).toEqual([]);
        if (!judged) expect(page.categories.filter(({ why }) => why !== undefined)).toEqual([]);
      }),
    );
  });

  test('nobody reads more in lists and forms than access allows', () => {
    fc.assert(
      fc.property(tables, people, urns, (table, who, urn) => {
        const policy = using(table);
        const form = soapFormView(policy, lived, who, urn, AUTUMN_2, NOW);
        expect(form !== undefined).toBe(may(policy, who, 'soap.read', urn));
        const round = categoriesView(policy, lived, who, AUTUMN_2, NOW)?.schools ?? [];
        expect(round.filter((one) => !may(policy, who, 'category.read', one.urn))).toEqual([]);
        expect(round.filter((one) => one.mayValidate && !may(policy, who, 'category.validate', one.urn))).toEqual([]);
        const listed = peopleView(policy, lived, who, NOW, () => 'reachable');
        expect(listed !== undefined).toBe(may(policy, who, 'people.read'));
        const seen = dashboard(policy, lived, who, NOW, extra);
        expect(seen.collection.schools.filter((one) => !may(policy, who, 'school.read', one.urn))).toEqual([]);
        const placed = seen.categories.matrix.flatMap(({ schools }) => schools);
        expect(placed.filter((one) => !may(policy, who, 'category.read', one.urn))).toEqual([]);
        const told = seen.heatMap.rows.filter(({ cells }) => cells.some(({ value }) => value !== undefined));
        const reads = (one: string) =>
          may(policy, who, 'school.read', one) &&
          (table.othersSee.includes('figures') || may(policy, who, 'soap.read', one));
        expect(told.filter((one) => !reads(one.urn))).toEqual([]);
      }),
    );
  });
});
