import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SECOND } from '../examples/second-trust.examples.ts';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { blocks, findings, impossible } from '../soap/findings.ts';
import type { Cohort, PupilGroup, SoapReturn } from '../soap/return.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { groupCohorts, groupMeasures, groupsAsked, groupYears } from './asked.ts';
import { groupChanges } from './group-changes.ts';
import { suppressedGroups } from './group-suppression.ts';
import { type GroupsPolicy, groupsDisagreements } from './groups-policy.ts';

const asked = OWLS.soap.groups as GroupsPolicy;
const withGroups = (other: Partial<GroupsPolicy>): TrustPolicy => ({
  ...OWLS,
  soap: { ...OWLS.soap, groups: { ...asked, ...other } },
});
const REQUIRED = withGroups({ required: true });

const row = (group: string, pupils: number, figures: PupilGroup['figures'] = {}): PupilGroup => ({
  group,
  pupils,
  figures,
});
const level = (value: number) => ({ reading: value, writing: value, maths: value, rwm: value });
const given = (groups: readonly PupilGroup[], other: Partial<SoapReturn> = {}): SoapReturn => ({
  ...soapReturn(ASH, AUTUMN_2, 70, other),
  groups,
});
const said = (one: SoapReturn, last?: SoapReturn, policy = OWLS) =>
  findings(one, last, ASH, policy).map(({ level: how, says }) => `${how}: ${says}`);

describe('what is asked of pupil groups (M13)', () => {
  test('OWLS asks six groups for reading, writing, maths and all three, over Years 1 to 6', () => {
    expect(groupsAsked(OWLS, ASH).map(({ name }) => name)).toEqual([
      'Disadvantaged',
      'SEND',
      'EAL',
      'Looked after',
      'Girls',
      'Boys',
    ]);
    expect(groupMeasures(OWLS).map(({ key }) => key)).toEqual(['reading', 'writing', 'maths', 'rwm']);
    expect(groupYears(OWLS, ASH)).toEqual(['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6']);
    expect(groupYears(OWLS, BROOK)).toEqual(['Y1', 'Y2']);
    expect(groupCohorts(OWLS, soapReturn(ASH, AUTUMN_2).cohorts).map(({ year }) => year)).not.toContain('R');
  });

  test('another trust asks others, or none', () => {
    expect(groupsAsked(SECOND, { years: ['Y7', 'Y10'] }).map(({ key }) => key)).toEqual(['boarders', 'day', 'carers']);
    expect(groupsAsked(SECOND, { years: ['Y7'] })).toEqual([]);
    const { groups: _, ...soap } = OWLS.soap;
    expect(groupsAsked({ soap }, ASH)).toEqual([]);
    expect(groupMeasures({ soap })).toEqual([]);
    expect(groupChanges(given([row('girls', 90, level(70))]), undefined, { ...OWLS, soap })).toEqual([]);
  });
});

describe('what is wrong with pupil groups (M15)', () => {
  const sound = given([row('send', 31, level(40)), row('girls', 88, level(70)), row('boys', 92, level(69))]);

  test('nothing, where they are believable; nor where some or all are left out', () => {
    expect(said(sound)).toEqual([]);
    expect(said(given([]))).toEqual([]);
    expect(said(given([row('eal', 0), row('girls', 88, { reading: 60 })]))).toEqual([]);
  });

  test('figures out of range, above their lowest subject, of nobody, and numbers of pupils that can not be', () => {
    expect(impossible(given([row('send', 30, { reading: 101 })]), ASH, OWLS)).toEqual([
      {
        level: 'error',
        rule: 'M15',
        group: 'send',
        measure: 'reading',
        says: 'SEND, reading is 101%: give a figure from 0 to 100.',
      },
    ]);
    expect(said(given([row('send', 30, { ...level(50), rwm: 51 })]))[0]).toContain(
      'error: SEND, reading, writing and maths is 51%, above reading at 50%.',
    );
    expect(impossible(given([row('lookedAfter', 0, { maths: 50 })]), ASH, OWLS)).toEqual([
      {
        level: 'error',
        rule: 'M15',
        group: 'lookedAfter',
        field: 'pupils',
        says: 'Looked after has figures but no pupils. Give the number of pupils, or clear the figures.',
      },
    ]);
    expect(said(given([row('eal', 2.5)]))).toEqual(['error: EAL: pupils must be a whole number from 0 to 999.']);
  });

  test('a group nobody asked for is to be taken out', () => {
    expect(impossible(given([row('twins', 4)]), ASH, OWLS)).toEqual([
      {
        level: 'error',
        rule: 'M15',
        group: 'twins',
        says: 'The school is not asked for a pupil group twins. Take this row out.',
      },
    ]);
  });

  test('a group larger than the year groups together, once each of them has its number', () => {
    expect(said(given([row('eal', 180, level(60))]))).toEqual([]);
    const large = given([row('eal', 181, level(60))]);
    expect(findings(large, undefined, ASH, OWLS)).toEqual([
      {
        level: 'error',
        rule: 'M15',
        group: 'eal',
        field: 'pupils',
        says: 'EAL are 181 pupils, but the year groups have only 180. Mend whichever is wrong.',
      },
    ]);
    const begun = { ...large, cohorts: large.cohorts.filter(({ year }) => year !== 'Y4') };
    expect(said(begun).filter((one) => one.includes('EAL'))).toEqual([]);
    expect(impossible(large, ASH, OWLS)).toEqual([]);
  });

  test('girls and boys that are more than all pupils have to be explained; fewer need not', () => {
    const found = findings(given([row('girls', 95), row('boys', 95)]), undefined, ASH, OWLS);
    expect(found).toEqual([
      {
        level: 'warning',
        rule: 'M15',
        group: 'girls',
        field: 'pupils',
        says: 'Girls and Boys together are 190 pupils, but the year groups have 180. If that is right, say why in the comment.',
      },
    ]);
    expect(blocks(found, '')).toBe(true);
    expect(blocks(found, 'A joiner on the day.')).toBe(false);
    expect(said(given([row('girls', 95), row('boys', 94)]))).toEqual([]);
    const few = { cohorts: given([]).cohorts.map((cohort) => ({ ...cohort, pupils: 5 })) };
    expect(said(given([row('girls', 18), row('boys', 17)], few))).toEqual([]);
    expect(said(given([row('girls', 18), row('boys', 18)], few))).toHaveLength(1);
    expect(said(given([row('boys', 40)]))).toEqual([]);
    const none = withGroups({ comeAndGo: { pupils: 0, percent: 0 } });
    expect(said(given([row('girls', 90), row('boys', 90)]), undefined, none)).toEqual([]);
    expect(said(given([row('girls', 90), row('boys', 91)]), undefined, none)).toHaveLength(1);
    expect(said(given([row('send', 100), row('disadvantaged', 100)]))).toEqual([]);
  });

  test('a jump beyond the policy’s needs a comment, unless the group is small or the year is new', () => {
    const before = (pupils: number, value: number, halfTerm = AUTUMN_1) => ({
      ...given([row('send', pupils, { reading: value })]),
      halfTerm,
    });
    const now = (pupils: number, value: number) => given([row('send', pupils, { reading: value })]);
    expect(said(now(6, 61), before(6, 40))).toEqual([
      'warning: SEND, reading went from 40% to 61%. If that is right, say why in the comment.',
    ]);
    expect(said(now(6, 19), before(6, 40))).toHaveLength(1);
    expect(said(now(6, 60), before(6, 40))).toEqual([]);
    expect(said(now(5, 61), before(6, 40))).toEqual([]);
    expect(said(now(6, 61), before(5, 40))).toEqual([]);
    expect(said(now(6, 90), before(6, 40, '2025-26/summer-2'))).toEqual([]);
    expect(findings(now(6, 61), before(6, 40), ASH, OWLS)[0]).toMatchObject({ group: 'send', measure: 'reading' });
    // A figure that has to be mended anyway is not asked to be explained too.
    expect(said(now(6, 101), before(6, 40))).toHaveLength(1);
  });

  test('what a policy requires is missing until it is given', () => {
    const found = findings(given([row('send', 30, { reading: 40 }), row('eal', 0)]), undefined, ASH, REQUIRED);
    expect(found.map(({ says }) => says)).toEqual([
      'Disadvantaged: say how many pupils there are (0 if none).',
      'SEND, writing is missing.',
      'SEND, maths is missing.',
      'SEND, reading, writing and maths is missing.',
      'Looked after: say how many pupils there are (0 if none).',
      'Girls: say how many pupils there are (0 if none).',
      'Boys: say how many pupils there are (0 if none).',
    ]);
    expect(found[0]).toEqual({
      level: 'error',
      rule: 'M13',
      group: 'disadvantaged',
      field: 'pupils',
      says: 'Disadvantaged: say how many pupils there are (0 if none).',
    });
    expect(found[1]).toMatchObject({ level: 'error', rule: 'M13', group: 'send', measure: 'writing' });
    expect(findings(soapReturn(ASH, AUTUMN_2), undefined, ASH, REQUIRED)).toHaveLength(6);
  });
});

describe('pupil groups beside the last return', () => {
  test('each figure with its change, in the policy’s order; what neither has is not named', () => {
    const now = given([row('girls', 80, { reading: 70.3 }), row('send', 20, { maths: 40 })]);
    const last = given([row('girls', 81, { reading: 70.1, writing: 50 })]);
    expect(groupChanges(now, last, OWLS)).toEqual([
      { group: 'send', groupName: 'SEND', measure: 'maths', name: 'Maths', to: 40 },
      { group: 'girls', groupName: 'Girls', measure: 'reading', name: 'Reading', from: 70.1, to: 70.3, change: 0.2 },
      { group: 'girls', groupName: 'Girls', measure: 'writing', name: 'Writing', from: 50 },
    ]);
    expect(groupChanges(soapReturn(ASH, AUTUMN_2), undefined, OWLS)).toEqual([]);
  });
});

describe('small pupil groups, seen from outside the school (M15)', () => {
  const sizes = (...pupils: readonly number[]): Cohort[] =>
    pupils.map((many, at) => ({
      year: (['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'] as const)[at] ?? 'Y6',
      pupils: many,
      figures: level(60),
    }));
  const hidden = (groups: readonly PupilGroup[], cohorts = sizes(30, 30, 40), policy = OWLS) =>
    suppressedGroups(policy, groups, cohorts).hidden;

  test('are taken out below the threshold with their number, and shown at it; nobody is not few', () => {
    const groups = [row('eal', 5, level(60)), row('send', 6, level(50)), row('lookedAfter', 0)];
    expect(suppressedGroups(OWLS, groups, sizes(30, 30, 40))).toEqual({
      groups: [row('send', 6, level(50)), row('lookedAfter', 0)],
      hidden: ['eal'],
    });
  });

  test('so is a group that leaves only few pupils out', () => {
    expect(hidden([row('disadvantaged', 95)])).toEqual(['disadvantaged']);
    expect(hidden([row('disadvantaged', 94)])).toEqual([]);
    expect(hidden([row('disadvantaged', 100)])).toEqual([]);
  });

  test('girls take boys with them, whichever is small, even where some pupils are neither', () => {
    expect(hidden([row('girls', 4), row('boys', 96)])).toEqual(['girls', 'boys']);
    expect(hidden([row('girls', 4), row('boys', 80)])).toEqual(['girls', 'boys']);
    expect(hidden([row('girls', 80), row('boys', 3), row('send', 30)])).toEqual(['girls', 'boys']);
    expect(hidden([row('girls', 50), row('boys', 50)])).toEqual([]);
    expect(hidden([row('girls', 0), row('boys', 100)])).toEqual([]);
  });

  test('of three that are all pupils, as many go as leave no few to be worked out', () => {
    const thirds = withGroups({ wholes: [['girls', 'boys', 'eal']] });
    const of = (girls: number, boys: number, eal: number, cohorts = sizes(30, 30, 40)) =>
      hidden([row('girls', girls), row('boys', boys), row('eal', eal)], cohorts, thirds);
    expect(of(4, 50, 46)).toEqual(['girls', 'eal']);
    expect(of(4, 46, 50)).toEqual(['girls', 'boys']);
    expect(of(2, 3, 95)).toEqual(['girls', 'boys', 'eal']);
    expect(of(3, 3, 94)).toEqual(['girls', 'boys']);
    expect(of(40, 30, 30)).toEqual([]);
  });

  test('nor do girls and boys tell the whole where it would give small year groups away', () => {
    const both = [row('girls', 30), row('boys', 35), row('send', 10)];
    expect(hidden(both, sizes(2, 3, 30, 30))).toEqual(['girls', 'boys']);
    expect(hidden(both, sizes(3, 3, 30, 29))).toEqual([]);
    const others = sizes(2, 3, 30, 30).map((cohort) => ({ ...cohort, figures: { grammar: 50 } }));
    expect(hidden(both, others)).toEqual([]);
  });

  test('nothing is hidden where the policy sets no threshold', () => {
    const open = { ...OWLS, soap: { ...OWLS.soap, suppressBelow: 0 } };
    expect(hidden([row('girls', 1), row('boys', 99), row('eal', 1)], sizes(30, 30, 40), open)).toEqual([]);
  });

  test('whatever the sizes, no few pupils can be worked out from what is shown', () => {
    const least = OWLS.soap.suppressBelow;
    const isFew = (pupils: number) => pupils > 0 && pupils < least;
    const trusts = [
      OWLS,
      withGroups({
        wholes: [
          ['girls', 'boys', 'eal'],
          ['send', 'disadvantaged'],
        ],
      }),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...trusts),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        fc.subarray(asked.groups.map(({ key }) => key)),
        (policy, pupils, shares, keys) => {
          const cohorts = sizes(...pupils);
          const all = pupils.reduce((sum, one) => sum + one, 0);
          const wholes = policy.soap.groups?.wholes ?? [];
          // Groups of a whole share its pupils out; the others overlap as they will.
          const sized = new Map<string, number>(keys.map((key, at) => [key, Math.round(all * (shares[at] ?? 0))]));
          for (const whole of wholes) {
            let left = all;
            whole.forEach((key, at) => {
              const mine = at === whole.length - 1 ? left : Math.min(left, sized.get(key) ?? 0);
              left -= mine;
              if (sized.has(key)) sized.set(key, mine);
            });
          }
          const groups = [...sized].map(([key, many]) => row(key, many, level(50)));
          const { groups: shown, hidden: gone } = suppressedGroups(policy, groups, cohorts);
          expect(shown.length + gone.length).toBe(groups.length);
          for (const one of shown) {
            expect(isFew(one.pupils)).toBe(false);
            expect(isFew(all - one.pupils)).toBe(false);
          }
          for (const whole of wholes) {
            const seen = shown.filter(({ group, pupils: many }) => whole.includes(group) && many > 0);
            const lost = groups.filter(
              ({ group, pupils: many }) => gone.includes(group) && whole.includes(group) && many > 0,
            );
            const together = lost.reduce((sum, one) => sum + one.pupils, 0);
            if (seen.length > 0 && lost.length > 0) {
              expect(lost.length).toBeGreaterThan(1);
              expect(isFew(together)).toBe(false);
            }
          }
        },
      ),
    );
  });
});

describe('a policy’s pupil groups that contradict each other', () => {
  const faults = (other: Partial<GroupsPolicy>) =>
    groupsDisagreements(withGroups(other).soap).map(({ place, says }) => `${place}: ${says}`);

  test('none in OWLS’s and in the other trust’s', () => {
    expect(faults({})).toEqual([]);
    expect(groupsDisagreements(SECOND.soap)).toEqual([]);
  });

  test('keys that are there twice or mean something else', () => {
    const [first] = asked.groups;
    expect(faults({ groups: [...asked.groups, ...(first ? [first] : [])] })).toEqual([
      'soap.groups.groups[6].key: disadvantaged is there already: each must be another.',
    ]);
    for (const key of ['pupils', 'school', 'comment', 'nextSteps']) {
      expect(faults({ groups: [...asked.groups, { key, name: 'Other' }] })).toEqual([
        `soap.groups.groups[6].key: ${key} has another meaning: give another key.`,
      ]);
    }
  });

  test('measures that are unknown, no percentages of year groups, named twice or of other year groups', () => {
    const named =
      'name one of reading, writing, grammar, maths, rwm, phonics, communication, personal, physical, literacy, mathematics, gld.';
    expect(faults({ measures: ['reading', 'weather'] })).toEqual([
      `soap.groups.measures[1]: weather is no percentage of year groups: ${named}`,
    ]);
    expect(faults({ measures: ['attendance'] })).toEqual([
      `soap.groups.measures[0]: attendance is no percentage of year groups: ${named}`,
    ]);
    expect(faults({ measures: ['reading', 'reading'] })).toEqual([
      'soap.groups.measures[1]: reading is there already: name it once.',
    ]);
    expect(faults({ measures: ['reading', 'phonics'] })).toEqual([
      'soap.groups.measures[1]: phonics is not asked of the same year groups as reading: name measures of the same ones.',
    ]);
  });

  test('wholes of groups nobody asks for, or that are named twice', () => {
    expect(faults({ wholes: [['girls', 'men']] })).toEqual([
      'soap.groups.wholes[0][1]: there is no group men: name one of disadvantaged, send, eal, lookedAfter, girls, boys.',
    ]);
    expect(faults({ wholes: [['girls', 'girls']] })).toEqual([
      'soap.groups.wholes[0][1]: girls is named already: name it once.',
    ]);
    expect(
      faults({
        wholes: [
          ['girls', 'boys'],
          ['send', 'boys'],
        ],
      }),
    ).toEqual(['soap.groups.wholes[1][1]: boys is named already: name it once.']);
  });

  test('steps that never ask for them, ask twice, or ask though there are none', () => {
    const { groups: _, ...without } = OWLS.soap;
    const says = (soap: TrustPolicy['soap']) => groupsDisagreements(soap).map((one) => `${one.place}: ${one.says}`);
    const steps = OWLS.soap.steps.filter((step) => !step.groups);
    expect(says(without)).toEqual(['soap.steps: ask for pupil groups, but "groups" names none.']);
    expect(says({ ...without, steps })).toEqual([]);
    expect(says({ ...OWLS.soap, steps })).toEqual(['soap.steps: must ask for pupil groups in exactly one step.']);
    const twice = [...OWLS.soap.steps, { key: 'again', title: 'Again', groups: true } as const];
    expect(says({ ...OWLS.soap, steps: twice })).toEqual([
      'soap.steps: must ask for pupil groups in exactly one step.',
    ]);
  });
});
