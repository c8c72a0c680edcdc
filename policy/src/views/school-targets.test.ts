import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import type { Target } from '../targets/target.ts';
import { revision, signed, target, YEAR } from '../targets/targets.examples.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { schoolTargetsView } from './school-targets.ts';

const { ASH, AUTUMN_1, BROOK, CEO, HEAD_ASH, HEAD_BROOK, at, facts, person, soapReturn, trust } = made;
const NOW = at('2026-10-20T09:00');
const DEPUTY = person('p-deputy', 'Ada North', ['head', made.ofSchool(ASH.urn)]);
const people = [...made.PEOPLE, DEPUTY];
const having = (...targets: readonly Target[]) =>
  facts({
    people,
    returns: [soapReturn(ASH, '2025-26/summer-2', 55), soapReturn(ASH, AUTUMN_1, 60)],
    records: { ...NO_RECORDS, targets: { targets, forBoard: [] } },
  });
const view = (given = having(), who = CEO, policy: TrustPolicy = OWLS, urn = ASH.urn) =>
  schoolTargetsView(policy, given, who, urn, YEAR, NOW);
const maths = (...rest: Parameters<typeof view>) =>
  view(...rest)?.targets.find((one) => one.measure === 'maths' && one.yearGroup === 'Y3');

describe('a school’s targets (M20, M21)', () => {
  test('say whose they are, and who heads the school: two may', () => {
    expect(view()).toMatchObject({ year: YEAR, school: { urn: ASH.urn, name: ASH.name } });
    expect(view()?.heads).toEqual([HEAD_ASH.name, DEPUTY.name]);
    expect(view()).not.toHaveProperty('closed');
  });

  test('each has its names, its pupils, what it starts from, how it stands and how it came about', () => {
    const raising = target(ASH.urn, [
      revision('signed-off'),
      revision('proposed', { minimum: 64, aspirational: 75 }, '2026-10-12T10:00:00Z'),
    ]);
    const { trajectory, filled, ...seen } = maths(having(raising)) ?? {};
    expect(seen).toStrictEqual({
      ...{ yearGroup: 'Y3', measure: 'maths', name: 'Maths in Year 3', measureName: 'Maths', better: 'higher' },
      ...{ pupils: 30, state: 'proposed', latest: { minimum: 64, aspirational: 75 } },
      standing: { minimum: 60, aspirational: 70 },
      history: [
        { ...revision('signed-off'), by: [CEO.name] },
        { ...revision('proposed', { minimum: 64, aspirational: 75 }, '2026-10-12T10:00:00Z'), by: [HEAD_ASH.name] },
      ],
      can: { propose: false, raise: true, agree: true, signOff: false },
    });
    expect(trajectory).toMatchObject({ yearGroup: 'Y3', measure: 'maths', target: { minimum: 60 } });
    expect(filled?.figures).toEqual({ minimum: 57, aspirational: 62 });
  });

  test('one that is not set yet is missing, and one without a starting point says why', () => {
    const seen = maths(facts({ people, records: {} }));
    expect(maths(facts({ people }))).toEqual(seen);
    expect(seen).toMatchObject({ state: 'missing', history: [], filled: { why: expect.stringContaining('2025-26') } });
    for (const part of ['latest', 'standing']) expect(seen).not.toHaveProperty(part);
    expect(seen?.filled).not.toHaveProperty('figures');
    const absence = view()?.targets.find(({ measure }) => measure === 'persistentAbsence');
    expect(absence).toMatchObject({ name: 'Persistent absence', better: 'lower', pupils: 210 });
    const { pupils: __, ...unknown } = ASH;
    const given = { ...having(), schools: [{ ...unknown, pupils: {} }] };
    expect(maths(given)).not.toHaveProperty('pupils');
  });

  test('M1: where the year is heading is for those who read its returns, too', () => {
    const { roles } = OWLS.access;
    const narrower = {
      ...OWLS,
      access: { ...OWLS.access, roles: { ...roles, director: { ...roles.director, 'soap.read': 'none' } } },
    } as const;
    const director = person('d-1', 'Dee', ['director', trust]);
    expect(maths(having(), director)?.trajectory).toBeDefined();
    expect(maths(having(), director, narrower)).not.toHaveProperty('trajectory');
    // Reading its own school's returns opens no other's.
    const both = person('p-both', 'Vic', ['director', trust], ['head', made.ofSchool(BROOK.urn)]);
    expect(maths(having(), both, narrower)).not.toHaveProperty('trajectory');
  });
});

describe('who takes which step of a target (M20, M21)', () => {
  const can = (who: typeof CEO, one: Target, policy = OWLS) => {
    const steps = maths(having(one), who, policy)?.can;
    return Object.entries(steps ?? {}).flatMap(([step, may]) => (may ? [step] : []));
  };
  const proposed = target(ASH.urn, [revision('proposed')]);
  const byCeo = target(ASH.urn, [
    revision('proposed'),
    { ...revision('proposed'), by: [CEO.id], at: '2026-10-06T10:00:00Z' },
  ]);
  const agreed = target(ASH.urn, [revision('agreed')]);

  test('whoever proposed last waits for the other to agree', () => {
    expect([can(HEAD_ASH, proposed), can(CEO, proposed)]).toEqual([['propose'], ['propose', 'agree']]);
    expect([can(HEAD_ASH, byCeo), can(CEO, byCeo)]).toEqual([['propose', 'agree'], ['propose']]);
    expect([can(HEAD_ASH, agreed), can(CEO, agreed)]).toEqual([['propose'], ['propose', 'signOff']]);
    expect([can(HEAD_ASH, signed(ASH)), can(CEO, signed(ASH))]).toEqual([['raise'], ['raise']]);
  });

  test('a head of another school, and a leader who reads the records, take none', () => {
    const leader = person('p-l', 'Lee', ['head-leader', trust], ['head', made.ofSchool(BROOK.urn)]);
    for (const one of [proposed, byCeo, agreed, signed(ASH)]) expect(can(leader, one)).toEqual([]);
    expect(view(having(proposed), HEAD_BROOK)).toBeUndefined();
  });

  test('what the policy takes from a role, it takes here', () => {
    const { roles } = OWLS.access;
    const without = (role: 'head' | 'ceo', right: 'target.propose' | 'target.agree'): TrustPolicy => ({
      ...OWLS,
      access: { ...OWLS.access, roles: { ...roles, [role]: { ...roles[role], [right]: 'none' } } },
    });
    for (const one of [proposed, byCeo, agreed, signed(ASH)]) {
      expect(can(HEAD_ASH, one, without('head', 'target.propose'))).toEqual([]);
      expect(can(CEO, one, without('ceo', 'target.agree'))).toEqual([]);
    }
  });

  test('a right to agree makes nobody the CEO', () => {
    const { roles } = OWLS.access;
    const wider: TrustPolicy = {
      ...OWLS,
      access: {
        ...OWLS.access,
        roles: { ...roles, 'head-leader': { ...roles['head-leader'], 'target.agree': 'held' } },
      },
    };
    const leader = person('p-leader', 'Imogen Vale', ['head-leader', made.ofCluster('North')]);
    for (const one of [proposed, byCeo, agreed, signed(ASH)]) expect(can(leader, one, wider)).toEqual([]);
  });

  test('none once the year is over', () => {
    const later = schoolTargetsView(OWLS, having(agreed), CEO, ASH.urn, YEAR, at('2027-08-20T09:00'));
    expect(later?.targets.some(({ can: steps }) => Object.values(steps).includes(true))).toBe(false);
  });
});
