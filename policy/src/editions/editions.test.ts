import { describe, expect, it, test } from 'vitest';
import { halfTerms } from '../calendar/academic-calendar.ts';
import { suggestion } from '../categorisation/suggestion.ts';
import { due } from '../duties/due.ts';
import { ASH, AUTUMN_1, AUTUMN_2, facts, SCHOOLS, soapReturn } from '../examples/trust.examples.ts';
import { loadPolicy, PolicyError } from '../load-policy.ts';
import { OWLS } from '../owls.ts';
import { collectionWindow } from '../soap/collection.ts';
import { findings } from '../soap/findings.ts';
import { editionsOf, policyOf, policyOn, widest } from './editions.ts';

const amended = loadPolicy({
  ...OWLS,
  amendments: [
    { from: '2026-10-26', because: 'The board decided it in September.', change: { soap: { plausibleJump: 5 } } },
    {
      from: '2027-01-04',
      because: 'The heads asked for it.',
      change: {
        soap: { window: { due: { days: -7, at: '17:00' } }, bands: { strong: 90, secure: 85 } },
        categorisation: { scale: [{ code: '2z', ofsted: 2, heading: 'in line', name: 'New', support: 'Visits.' }] },
      },
    },
  ],
});
const SPRING_1 = '2026-27/spring-1';

describe('a half term is judged by the policy of its time (M3)', () => {
  it.each([
    ['2026-08-31', OWLS.soap.plausibleJump],
    ['2026-10-25', OWLS.soap.plausibleJump],
    ['2026-10-26', 5],
    ['2027-06-01', 5],
  ])('on %s a jump of more than %i points needs a comment', (date, jump) => {
    for (const { policy } of editionsOf(amended)) expect(policyOn(policy, date).soap.plausibleJump).toBe(jump);
  });

  it('M15: a jump that was believed in autumn 1 needs a comment in autumn 2, and still does not when autumn 1 is looked at again', () => {
    const last = soapReturn(ASH, AUTUMN_1, 70);
    const warnings = (halfTerm: string) =>
      findings({ ...soapReturn(ASH, halfTerm, 80), halfTerm }, last, ASH, amended).filter(
        ({ level }) => level === 'warning',
      );
    expect(warnings(AUTUMN_1)).toEqual([]);
    expect(warnings(AUTUMN_2).length).toBeGreaterThan(0);
  });

  it('M14: windows of past half terms stay where they were', () => {
    for (const { id, from } of halfTerms(OWLS)) {
      const moved = from >= '2027-01-04';
      const same = collectionWindow(amended, id).due.equals(collectionWindow(OWLS, id).due);
      expect(same, id).toBe(!moved);
    }
  });

  it('M27: the same figures are weighed by the bands of their time', () => {
    const given = facts({ returns: [AUTUMN_2, SPRING_1].map((halfTerm) => soapReturn(ASH, halfTerm, 80)) });
    const level = (halfTerm: string) => suggestion(amended, given, ASH, halfTerm).because.join(' ');
    expect(level(AUTUMN_2)).toContain('strong');
    expect(level(SPRING_1)).toContain('concern');
  });

  it('M14: what is due is asked by the policy of the running half term', () => {
    const given = facts();
    const opens = collectionWindow(amended, SPRING_1).opens;
    const newest = editionsOf(amended).at(-1)?.policy ?? amended;
    expect(due(amended, given, opens)).toEqual(due(newest, given, opens));
    expect(due(amended, given, opens).length).toBeGreaterThanOrEqual(SCHOOLS.length);
  });
});

describe('amendments', () => {
  test('a policy without any is its only edition', () => {
    expect(editionsOf(OWLS)).toEqual([{ from: '', because: '', policy: OWLS }]);
    expect(policyOf(OWLS, AUTUMN_2)).toBe(OWLS);
    expect(widest(OWLS)).toBe(OWLS);
  });

  test('a half term without dates is judged by the policy given', () => {
    expect(policyOf(amended, '1999-00/autumn-1')).toBe(amended);
  });

  test('rows may hold what any edition knows', () => {
    const codes = widest(amended).categorisation.scale.map(({ code }) => code);
    expect(codes).toEqual([...OWLS.categorisation.scale.map(({ code }) => code), '2z']);
    expect(widest(amended).soap.measures.map(({ key }) => key)).toEqual(OWLS.soap.measures.map(({ key }) => key));
    expect(widest(amended).inspections).toEqual(OWLS.inspections);
  });

  test('M17: rows may hold the assessments of any edition, its newest as it stands there', () => {
    const [first] = OWLS.national.assessments;
    if (!first) throw new Error('OWLS has assessments.');
    const assessments = [{ ...first, name: 'Renamed' }, ...OWLS.national.assessments.slice(2)];
    const wide = widest(
      loadPolicy({
        ...OWLS,
        amendments: [{ from: '2027-01-04', because: 'x', change: { national: { assessments } } }],
      }),
    );
    expect(wide.national.assessments.map(({ key }) => key)).toEqual(OWLS.national.assessments.map(({ key }) => key));
    expect(wide.national.assessments[0]?.name).toBe('Renamed');
    expect(wide.national.series).toEqual(OWLS.national.series);
  });

  test('M13: rows may hold the groups of an edition where another asks for none', () => {
    const { groups, ...others } = OWLS.soap;
    const asking = OWLS.soap.steps;
    const soap = { ...others, steps: asking.filter((step) => !step.groups) };
    if (!groups) throw new Error('OWLS asks for groups.');
    const wide = widest(
      loadPolicy({
        ...OWLS,
        soap,
        amendments: [
          {
            from: '2027-01-04',
            because: 'x',
            change: { soap: { steps: asking, groups } },
          },
        ],
      }),
    );
    expect(wide.soap.groups).toEqual(groups);
    const never = loadPolicy({ ...OWLS, soap, amendments: [{ from: '2027-01-04', because: 'x', change: {} }] });
    expect(widest(never).soap).not.toHaveProperty('groups');
  });

  test('M13: rows may hold the pupil groups and their measures of any edition', () => {
    const asked = OWLS.soap.groups;
    if (!asked) throw new Error('OWLS asks for groups.');
    const later = {
      ...asked,
      groups: [...asked.groups.slice(1), { key: 'carers', name: 'Young carers' }],
      measures: ['rwm', 'grammar'],
    };
    const wide = widest(
      loadPolicy({ ...OWLS, amendments: [{ from: '2027-01-04', because: 'x', change: { soap: { groups: later } } }] }),
    );
    expect(wide.soap.groups?.groups.map(({ key }) => key)).toEqual([...asked.groups.map(({ key }) => key), 'carers']);
    expect(wide.soap.groups?.measures).toEqual([...asked.measures, 'grammar']);
  });

  test.each([
    [[{ from: 'soon', because: 'x', change: {} }], 'amendments[0].from: must be a date'],
    [[{ from: '2027-01-04', because: '', change: {} }], 'amendments[0].because: is empty'],
    [[{ from: '2027-01-04', because: 'x', change: 7 }], 'amendments[0].change: must be an object'],
    ['none', 'amendments: must be a list'],
    [
      [{ from: '2027-01-04', because: 'x', change: { soap: { plausibleJump: 200 } } }],
      'amendments[0].change.soap.plausibleJump: must be 100 or less.',
    ],
    [
      [{ from: '2027-01-04', because: 'x', change: { soap: { bands: { strong: 10, secure: 60 } } } }],
      'amendments[0].change.soap.bands.strong: must be above',
    ],
    [
      [
        { from: '2027-01-04', because: 'x', change: {} },
        { from: '2026-01-04', because: 'x', change: {} },
      ],
      'amendments[1].from: must be later than 2027-01-04',
    ],
  ])('%j are refused by place', (amendments, says) => {
    const load = () => loadPolicy({ ...OWLS, amendments });
    expect(load).toThrow(PolicyError);
    expect(load).toThrow(says);
  });

  test('a moment within a half term keeps the policy the half term began with', () => {
    const within = loadPolicy({
      ...OWLS,
      amendments: [{ from: '2026-11-10', because: 'x', change: { soap: { plausibleJump: 1 } } }],
    });
    expect(policyOf(within, AUTUMN_2).soap.plausibleJump).toBe(OWLS.soap.plausibleJump);
    expect(policyOn(within, '2026-11-10').soap.plausibleJump).toBe(1);
  });
});

describe('rights', () => {
  const narrowed = loadPolicy({
    ...OWLS,
    amendments: [
      {
        from: '2026-10-26',
        because: 'The board decided it.',
        change: { access: { roles: { director: { 'dashboard.read': null } } }, soap: { plausibleJump: 5 } },
      },
    ],
  });

  test('M1: a right that was taken away does not come back when a past half term is looked at', () => {
    const today = policyOn(narrowed, '2026-12-01');
    const then = policyOf(today, AUTUMN_1);
    expect(then.soap.plausibleJump).toBe(OWLS.soap.plausibleJump);
    expect(then.access).toEqual(today.access);
    expect(then.access).not.toEqual(OWLS.access);
    expect(policyOf(today, AUTUMN_1)).toBe(then);
    expect(policyOn(then, '2026-12-01')).toBe(today);
  });
});
