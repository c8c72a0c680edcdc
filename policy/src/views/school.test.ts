import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { signed } from '../targets/targets.examples.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { judged, lived } from './lived.examples.ts';
import { schoolView } from './school.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEO, DALE, HEAD_ASH, HEAD_BROOK, at, facts, soapReturn } = made;
const NOW = at('2026-12-10T09:00');
const page = (given: Facts = lived, who = CEO, urn = ASH.urn, policy: TrustPolicy = OWLS) =>
  schoolView(policy, given, who, urn, NOW);
const sharing = (...othersSee: TrustPolicy['access']['othersSee']): TrustPolicy => ({
  ...OWLS,
  access: { ...OWLS.access, othersSee },
});
const answer = {
  id: '1',
  urn: ASH.urn,
  halfTerm: AUTUMN_2,
  category: '2a',
  by: HEAD_ASH.id,
  at: '2026-12-10T12:00:00Z',
};
const answered = (answers: NonNullable<NonNullable<Facts['records']>['agreement']>['answers']): Facts => ({
  ...lived,
  records: { agreement: { answers } },
});

describe('the agreement with a school (M25)', () => {
  const open = { term: '2026-27/autumn', halfTerm: AUTUMN_2, category: '2a', asked: true, state: 'open' };

  test('stands on its page for those who read categories in full, its head being the one to answer', () => {
    expect(page()?.agreement).toStrictEqual({ ...open, mayAnswer: false });
    expect(page(lived, HEAD_ASH)?.agreement).toStrictEqual({ ...open, mayAnswer: true });
    expect(page(lived, HEAD_BROOK)).not.toHaveProperty('agreement');
    expect(page(lived, HEAD_BROOK, ASH.urn, sharing('category'))).not.toHaveProperty('agreement');
  });

  test('a leader who also heads another school answers for that one alone', () => {
    const both = made.person(
      'p-both',
      'Vic',
      ['head', made.ofSchool(BROOK.urn)],
      ['cluster-leader', made.ofCluster('North')],
    );
    expect([ASH.urn, BROOK.urn].map((urn) => page(lived, both, urn)?.agreement?.mayAnswer)).toEqual([false, true]);
  });

  test('tells who answered what and when, by name', () => {
    const said = { by: HEAD_ASH.name, at: answer.at, category: '2a' };
    const agrees = answered([{ ...answer, answer: 'agrees', because: '' }]);
    expect(page(agrees)?.agreement).toStrictEqual({
      ...{ ...open, state: 'agreed', mayAnswer: false },
      answer: { ...said, agrees: true, because: '' },
    });
    const refuses = answered([{ ...answer, answer: 'disagrees', because: 'Too early.' }]);
    expect(page(refuses)?.agreement).toMatchObject({
      ...{ state: 'not agreed', answer: { ...said, agrees: false, because: 'Too early.' } },
    });
  });

  test('is of the newest term with a validated category, a proposal not counted', () => {
    const given = {
      ...lived,
      judgements: [judged(ASH.urn, '2b', '2025-26/summer-1'), judged(ASH.urn, '2a', AUTUMN_2, false)],
    };
    expect(page(given)?.agreement).toMatchObject({ halfTerm: '2025-26/summer-1', category: '2b' });
    expect(page(facts({ judgements: given.judgements.slice(1) }))).not.toHaveProperty('agreement');
  });
});

describe("what a school's page holds", () => {
  test('the results of this school alone, the history of what is shared alone', () => {
    const results = [...lived.results, { urn: BROOK.urn, year: '2025-26', expected: { rwm: { value: 1 } } }];
    expect(page({ ...lived, results })?.results.map(({ urn }) => urn)).toEqual([ASH.urn, ASH.urn]);
    const words = page(lived, HEAD_BROOK, ASH.urn, sharing('comment'));
    expect(words?.latest?.comment).toBe('A steady half term.');
    expect([words?.history, words?.trajectories]).toEqual([[], []]);
  });

  test('a validated category that nobody proposed has the CEO’s reason, or none', () => {
    const validated = { category: '2a', by: 'p-gone', at: '2026-12-10T08:00:00Z' };
    const categories = (other: object) =>
      page({ ...lived, judgements: [{ urn: ASH.urn, halfTerm: AUTUMN_2, validated: { ...validated, ...other } }] })
        ?.categories;
    const seen = { halfTerm: AUTUMN_2, category: '2a', by: 'somebody who has left', at: validated.at };
    expect(categories({})).toStrictEqual([seen]);
    expect(categories({ why: 'Seen by the board.' })).toStrictEqual([{ ...seen, why: 'Seen by the board.' }]);
  });

  test('figures over year groups are weighted by pupils, to a tenth', () => {
    const one = soapReturn(ASH, AUTUMN_2);
    const cohorts = one.cohorts.map((cohort, place) => ({
      ...cohort,
      ...(cohort.year === 'Y1' ? { pupils: 11, figures: { ...cohort.figures, maths: 50 + place } } : {}),
    }));
    // 11 pupils at 51 and 150 at 70.
    expect(page(facts({ returns: [{ ...one, cohorts }] }))?.history[0]?.figures.maths).toBe(68.7);
  });

  test('what its reader may open from it', () => {
    const doors = (who: typeof CEO, urn = ASH.urn) => {
      const { inFull, recordsOpen } = page(lived, who, urn) ?? {};
      return [inFull, recordsOpen];
    };
    expect(doors(CEO)).toEqual([true, true]);
    expect(doors(HEAD_ASH)).toEqual([true, true]);
    expect(doors(HEAD_ASH, BROOK.urn)).toEqual([false, false]);
  });

  test('a trust without records has pages with where the year is heading, and no target on it', () => {
    const seen = page({ ...lived, records: {} })?.trajectories;
    expect(seen?.length).toBeGreaterThan(0);
    expect(seen?.some(({ target }) => target)).toBe(false);
    const records = { ...NO_RECORDS, targets: { targets: [signed(ASH)], forBoard: [] } };
    expect(page({ ...lived, records })?.trajectories.filter(({ target }) => target)).toHaveLength(1);
  });
});

describe('pupil groups on a page (M13, M15)', () => {
  const names = [
    ['disadvantaged', 'Disadvantaged'],
    ['send', 'SEND'],
    ['eal', 'EAL'],
    ['lookedAfter', 'Looked after'],
    ['girls', 'Girls'],
    ['boys', 'Boys'],
  ].map(([key, name]) => ({ key, name }));
  const withGroups = (...groups: readonly { readonly group: string; readonly pupils: number }[]): Facts => ({
    ...lived,
    returns: [
      soapReturn(ASH, AUTUMN_1, 70),
      soapReturn(ASH, AUTUMN_2, 76, { groups: groups.map((one) => ({ ...one, figures: { maths: 50 } })) }),
    ],
  });
  const groups = [
    { group: 'send', pupils: 20 },
    { group: 'lookedAfter', pupils: 2 },
  ];

  test('are named with the measures asked of them; those of few pupils say that they are hidden from others', () => {
    expect(page(withGroups(...groups))).toMatchObject({
      groups: names,
      groupMeasures: ['reading', 'writing', 'maths', 'rwm'],
      latest: { groups: [{ group: 'send' }, { group: 'lookedAfter' }] },
    });
    const other = page(withGroups(...groups), HEAD_BROOK);
    expect(other?.groups).toStrictEqual(
      names.map((one) => (one.key === 'lookedAfter' ? { ...one, hidden: true } : one)),
    );
    expect(other?.latest?.groups?.map(({ group }) => group)).toEqual(['send']);
    expect(page(withGroups(...groups))?.groups).toStrictEqual(names);
  });

  test('a return of which every group is hidden has none for others, nor has one without groups', () => {
    expect(page(withGroups(...groups.slice(1)), HEAD_BROOK)?.latest).not.toHaveProperty('groups');
    expect(page(lived, HEAD_BROOK)?.latest).not.toHaveProperty('groups');
    expect(page(lived, HEAD_BROOK)?.groups).toStrictEqual(names);
  });

  test('without figures shared, no group, no year group’s figure and no word of what is hidden', () => {
    const given = { ...withGroups(...groups), returns: [...withGroups(...groups).returns, soapReturn(DALE, AUTUMN_2)] };
    const seen = page(given, HEAD_BROOK, ASH.urn, sharing('comment'));
    expect(seen?.latest).not.toHaveProperty('groups');
    expect(seen?.groups).toStrictEqual(names);
    expect(page(given, HEAD_BROOK, DALE.urn, sharing('comment'))?.hidden).toEqual([]);
  });

  test('figures shared without words have neither the comment nor the next steps', () => {
    expect(page(lived, HEAD_BROOK)?.latest).toMatchObject({ comment: '', nextSteps: '' });
  });
});
