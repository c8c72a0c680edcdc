import { OWLS, type TrustPolicy } from '@owls/policy';
import { describe, expect, it } from 'vitest';
import { toValidate } from '../src/categorisation/card-given.ts';
import { validationsCard } from '../src/categorisation/card-validations.ts';
import { mySchoolCard } from '../src/chat/my-school.ts';
import { HALF_TERM, NOW, typical } from '../src/chat/trust.examples.ts';

const { facts, ceo, head, clusterLeader, cluster, school } = typical;
const { roles } = OWLS.access;
const giving = (change: TrustPolicy['access']['roles']): TrustPolicy => ({
  ...OWLS,
  access: { ...OWLS.access, roles: { ...roles, ...change } },
});

describe('cards follow the table of access of whatever trust (M1)', () => {
  const round = (policy: TrustPolicy) => ({ policy, facts, halfTerm: HALF_TERM, now: NOW });
  const shown = (policy: TrustPolicy, person: typeof ceo) =>
    JSON.stringify(validationsCard(toValidate(round(policy), person)).card);

  it('shows who validates for one cluster that cluster alone', () => {
    const policy = giving({ 'cluster-leader': { ...roles['cluster-leader'], 'category.validate': 'held' } });
    const others = facts.schools.filter((one) => one.cluster !== cluster);
    expect(others.length).toBeGreaterThan(0);
    for (const { name } of others) expect(shown(policy, clusterLeader)).not.toContain(name);
    expect(toValidate(round(policy), clusterLeader).facts.schools).toEqual(
      facts.schools.filter((one) => one.cluster === cluster),
    );
    expect(toValidate(round(policy), ceo).facts).toBe(facts);
  });

  it('keeps the category from a head whose trust does', () => {
    const card = (policy: TrustPolicy) =>
      JSON.stringify(mySchoolCard({ policy, facts, person: head, now: NOW }, [school], HALF_TERM).card);
    expect(card(OWLS)).toContain('"Category"');
    expect(card(giving({ head: { ...roles.head, 'category.read': 'none' } }))).not.toContain('"Category"');
  });
});
