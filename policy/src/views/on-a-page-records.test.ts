import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { card, monitoring, overall } from '../inspections/inspections.examples.ts';
import { OWLS } from '../owls.ts';
import { day, objective, plan } from '../plans/plans.examples.ts';
import { NO_RECORDS, type StrategyRecords } from '../records.ts';
import { support } from '../support/support.examples.ts';
import { signed } from '../targets/targets.examples.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { judged, lived } from './lived.examples.ts';
import { onAPageView } from './on-a-page.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, CEO, DALE, HEAD_ASH, HEAD_BROOK, at, facts, soapReturn } = made;
const NOW = at('2026-12-10T09:00');
const having = (records: Partial<StrategyRecords>, other: Partial<Facts> = {}): Facts => ({
  ...{ ...lived, records: { ...NO_RECORDS, ...records } },
  ...other,
});
const page = (
  given: Facts = lived,
  urn = ASH.urn,
  who = CEO,
  asked: Parameters<typeof onAPageView>[4] = {},
  policy: TrustPolicy = OWLS,
) => onAPageView(policy, given, who, urn, asked, NOW);
const sharing = (...othersSee: TrustPolicy['access']['othersSee']): TrustPolicy => ({
  ...OWLS,
  access: { ...OWLS.access, othersSee },
});

describe('the page’s school (M2)', () => {
  test('its head and how many pupils it has, as far as they are on record', () => {
    expect(page()?.school).toEqual({
      ...{ urn: ASH.urn, name: ASH.name, phase: 'primary', cluster: 'North' },
      ...{ head: 'Harriet Coombe', pupils: 210 },
    });
    const bare = facts({ schools: [{ ...ASH, pupils: {} }], people: [CEO] });
    expect(page(bare)?.school).toStrictEqual({ urn: ASH.urn, name: ASH.name, phase: 'primary', cluster: 'North' });
    expect(page(facts({ schools: [{ ...ASH, pupils: { R: 12, Y4: 9 } }] }))?.school.pupils).toBe(21);
  });

  test('when its return came, and the words the head sent with it', () => {
    expect(page()).toMatchObject({
      ...{ asOf: NOW.toString(), trust: OWLS.trust.name, returnedAt: '2026-12-07T10:00:00Z' },
      ...{ comment: 'A steady half term.', nextSteps: 'Keep the reading lessons as they are.' },
    });
    expect(page(lived, BROOK.urn)).toMatchObject({ comment: '', nextSteps: '', showsSmall: false });
  });

  test('is not there beyond the policy’s years, where no return says what to show', () => {
    expect(onAPageView(OWLS, lived, CEO, BROOK.urn, {}, at('2040-01-10T09:00'))).toBeUndefined();
    expect(onAPageView(OWLS, lived, CEO, ASH.urn, {}, at('2040-01-10T09:00'))?.halfTerm).toBe(AUTUMN_2);
  });
});

describe('what is missing is said', () => {
  const NO_GROUPS = 'The return has no figures of pupil groups.';

  test('no return, nothing earlier to compare with, no pupil groups', () => {
    expect(page()?.gaps).toEqual([NO_GROUPS]);
    expect(page(lived, ASH.urn, CEO, { halfTerm: AUTUMN_1 })?.gaps).toEqual([
      'There is no earlier return of the academic year to compare with.',
      NO_GROUPS,
    ]);
    expect(page(lived, CEDAR.urn, CEO, { halfTerm: AUTUMN_2 })).toMatchObject({
      ...{ gaps: ['There is no return of Autumn 2, 2026-27.'], tables: [], beside: [], comment: '' },
      halfTerms: ['2025-26/summer-2'],
    });
    expect(page(lived, BROOK.urn)?.gaps).toEqual([]);
  });

  test('M13: a nursery is not asked for pupil groups, so none are missing', () => {
    const nursery = made.school('100009', 'Nettle Nursery School', { years: ['N'], pupils: { N: 40 } });
    const given = facts({ schools: [nursery], returns: [soapReturn(nursery, AUTUMN_2)] });
    expect(page(given, nursery.urn)?.gaps).not.toContain(NO_GROUPS);
  });
});

describe('M1: what a trust does not share of a school is nowhere on its page', () => {
  const records = {
    targets: { targets: [signed(DALE, { yearGroup: 'Y2', measure: 'maths' }), signed(ASH)], forBoard: [] },
    plans: { ...NO_RECORDS.plans, plans: [plan(), plan({ id: 'p-2', urn: DALE.urn })] },
    support: { ...NO_RECORDS.support, supports: [support(), support({ id: 's-2', urn: DALE.urn })] },
  };

  test('nothing shared: only whose page it is', () => {
    expect(page(having(records), ASH.urn, HEAD_BROOK, {}, sharing())).toStrictEqual({
      ...{ asOf: NOW.toString(), trust: OWLS.trust.name, school: page()?.school, halfTerm: AUTUMN_2, halfTerms: [] },
      ...{ glance: [], gaps: [], tables: [], beside: [], published: page()?.published, plans: [] },
      ...{ comment: '', nextSteps: '', showsSmall: false, hidesSmall: false },
      withheld: ['figures', 'category', 'comment'],
    });
  });

  test('words alone: the comment, and no figure that a gap or a row would tell of', () => {
    const seen = page(having(records), ASH.urn, HEAD_BROOK, {}, sharing('comment'));
    expect(seen).toMatchObject({
      ...{ comment: 'A steady half term.', halfTerms: [AUTUMN_2, AUTUMN_1] },
      ...{ glance: [], gaps: [], tables: [], beside: [], plans: [] },
    });
  });

  test('figures alone: no targets, plans or support, which are records of the school', () => {
    const seen = page(having(records), DALE.urn, HEAD_ASH);
    expect(seen?.plans).toEqual([]);
    expect(seen?.glance).toEqual([]);
    expect(page(having(records), DALE.urn)?.plans).not.toEqual([]);
  });

  test('who reads records but no returns learns no figure from their targets', () => {
    const { roles } = OWLS.access;
    const narrower = (...shared: TrustPolicy['access']['othersSee']): TrustPolicy => ({
      ...OWLS,
      access: { othersSee: shared, roles: { ...roles, director: { ...roles.director, 'soap.read': 'none' } } },
    });
    const director = made.person('p-dir', 'Ola Quist', ['director', made.trust]);
    expect(page(having(records), ASH.urn, director, {}, narrower())?.glance).toEqual([]);
    // Dale's Year 2 is small, and its target would say how far off it is.
    expect(page(having(records), DALE.urn, director, {}, narrower('figures'))?.glance).toEqual([]);
    expect(page(having(records), DALE.urn)?.glance[0]).toBe(
      'Of 1 figure with a target: 0 at the target, 0 at the minimum, 1 below it.',
    );
  });
});

describe('M15: whether few children stand out on a page that is passed on', () => {
  test('year groups below the policy’s number do; empty ones and those of that number do not', () => {
    const shows = (...pupils: readonly number[]) => {
      const one = soapReturn(ASH, AUTUMN_2);
      const cohorts = one.cohorts.map((cohort, place) => ({ ...cohort, pupils: pupils[place] ?? 30 }));
      return page(facts({ returns: [{ ...one, cohorts }] }))?.showsSmall;
    };
    const { suppressBelow } = OWLS.soap;
    expect([shows(), shows(0), shows(suppressBelow), shows(suppressBelow - 1), shows(1)]).toEqual([
      ...[false, false, false],
      ...[true, true],
    ]);
  });
});

describe('the page’s category (M25, M28)', () => {
  const answer = (other: object) => ({
    ...{ id: '1', urn: ASH.urn, halfTerm: AUTUMN_2, category: '2a', answer: 'agrees' as const, because: '' },
    ...{ by: HEAD_ASH.id, at: '2026-12-10T12:00:00Z', ...other },
  });
  const now = (given: Facts, asked = {}) => page(given, ASH.urn, CEO, asked)?.category?.now;
  const answered = (...answers: ReturnType<typeof answer>[]) => having({ agreement: { answers } });

  test('whether the school agrees, once it has answered to this category and no other', () => {
    expect(now(answered(answer({})))?.agreed).toBe(true);
    expect(now(answered(answer({ answer: 'disagrees', because: 'Too early.' })))?.agreed).toBe(false);
    expect(now(answered(answer({ category: '2b', halfTerm: AUTUMN_1 })))).not.toHaveProperty('agreed');
    expect(now(lived)).not.toHaveProperty('agreed');
    // The answer is to the term's newest category, which has taken this one's place.
    expect(now(answered(answer({})), { halfTerm: AUTUMN_1 })).not.toHaveProperty('agreed');
  });

  test('shared without reasons, it is the code and its move alone', () => {
    const seen = page(answered(answer({})), ASH.urn, HEAD_BROOK, {}, sharing('category'))?.category?.now;
    expect(seen).toStrictEqual({
      ...{ code: '2a', move: 'up', was: '2b', within: 'grade', atRisk: false },
      ...{ halfTerm: AUTUMN_2, name: 'Good, heading for outstanding' },
    });
  });

  test('the CEO’s own reason stands before the proposal’s; one that nobody proposed may have none', () => {
    const validated = { category: '2a', by: CEO.id, at: '2026-12-10T08:00:00Z' };
    const decided = (other: object) =>
      now({ ...lived, judgements: [{ urn: ASH.urn, halfTerm: AUTUMN_2, validated: { ...validated, ...other } }] });
    expect(decided({})).toMatchObject({ code: '2a', by: CEO.name, at: validated.at });
    expect(decided({})).not.toHaveProperty('why');
    expect(decided({ why: 'Seen by the board.' })?.why).toBe('Seen by the board.');
  });

  test('a category the scale no longer has keeps its code as its name, and has no support', () => {
    const seen = now({ ...lived, judgements: [judged(ASH.urn, '9z', AUTUMN_2)] });
    expect(seen).toMatchObject({ code: '9z', name: '9z', move: 'new', atRisk: false });
    expect(seen).not.toHaveProperty('support');
  });

  test('a school without one has a history without one', () => {
    expect(page(lived, DALE.urn)?.category).toMatchObject({ history: Array(6).fill({ halfTerm: expect.any(String) }) });
    expect(page(lived, DALE.urn)?.category).not.toHaveProperty('now');
  });

  test('grades are public; what a visit found is for those who read the school’s records', () => {
    const inspections = [overall(2, '2024-05-10'), monitoring('2026-09-15'), card()];
    const given = having({ inspections: { inspections } });
    const kinds = (who: typeof CEO, policy = OWLS) =>
      page(given, ASH.urn, who, {}, policy)?.category?.inspections.map(({ kind }) => kind);
    expect(kinds(CEO)).toEqual(['grade', 'grade', 'card', 'monitoring']);
    expect(kinds(HEAD_BROOK, sharing('category'))).toEqual(['grade', 'grade', 'card']);
  });
});

describe('the page’s plans and support (M34-M36)', () => {
  const milestones = ['2026-10-30', '2026-11-30', undefined].map((met, place) => ({
    ...{ id: `m-${place}`, what: 'A step', by: '2027-01-08', ...(met ? { met } : {}) },
  }));
  const plansOf = (...plans: ReturnType<typeof plan>[]) =>
    page(having({ plans: { ...NO_RECORDS.plans, plans } }))?.plans;

  test('a plan says whether it is agreed, how many milestones are met and when it was reviewed last', () => {
    expect(plansOf(plan({ objectives: [] }))).toEqual(['Raising attainment plan: not agreed yet']);
    expect(plansOf(plan())).toEqual(['Raising attainment plan: not agreed yet, 0 of 1 milestones met']);
    const reviews = ['2026-10-15', '2026-11-20'].map((on) => ({ ...day(on), says: 'On its way.' }));
    const full = plan({ kind: 'full', objectives: [objective({ milestones })], agreed: day('2026-10-01'), reviews });
    expect(plansOf(full, plan({ id: 'p-2', kind: 'development', objectives: [] }))).toEqual([
      'Full raising attainment plan: agreed on 2026-10-01, 2 of 3 milestones met, last reviewed on 2026-11-20',
      'Development plan: not agreed yet',
    ]);
  });

  test('closed ones, other years’ and other schools’ are left out', () => {
    const closed = plan({ closed: { ...day('2026-12-01'), why: 'Its aims are met.' } });
    expect(plansOf(closed, plan({ year: '2025-26' }), plan({ urn: BROOK.urn }))).toEqual([]);
  });

  test('support of the year and the school stands below the plans', () => {
    const supports = [support(), support({ id: 's-2', year: '2025-26' }), support({ id: 's-3', urn: BROOK.urn })];
    const given = having({
      plans: { ...NO_RECORDS.plans, plans: [plan({ objectives: [] })] },
      support: { ...NO_RECORDS.support, supports },
    });
    expect(page(given)?.plans).toEqual(['Raising attainment plan: not agreed yet', 'Support: a reading specialist']);
  });

  test('a trust that keeps no records has none', () => {
    for (const records of [{}, undefined])
      expect(page({ ...lived, ...(records ? { records } : {}) })?.plans).toEqual([]);
  });
});
