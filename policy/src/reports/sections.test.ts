import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, DALE, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { judged } from '../views/lived.examples.ts';
import { actionsSection } from './actions-section.ts';
import { moved, wholeSchoolConcerns } from './concern-points.ts';
import type { SourceAction, SourceTarget } from './report-sources.ts';
import { targetPoints, targetStates, trustTargetPoints } from './targets-section.ts';
import { schoolStandings } from './trust-standing.ts';

describe('what actions came to (M41, M42)', () => {
  const action = (id: string, other: Partial<SourceAction> = {}): SourceAction => ({
    ...{ id, urn: ASH.urn, title: `Action ${id}`, due: '2026-12-01' },
    ...other,
  });
  const section = (actions: readonly SourceAction[]) =>
    actionsSection(actions, [ASH, BROOK], { after: '2026-10-16', to: '2026-12-18' }, 'M42');

  test('stands in order of the day it was due, and of id on one day; schools not asked about are left out', () => {
    const actions = [
      action('d', { due: '2026-12-02' }),
      action('c'),
      action('a', { due: '2026-12-03' }),
      action('b'),
      action('x', { urn: CEDAR.urn }),
      action('e', { due: '2026-11-30' }),
    ];
    const says = ['e', 'b', 'c', 'd', 'a'].map((id) => {
      const due = actions.find((one) => one.id === id)?.due;
      return { says: `Ash Tree Primary School: Action ${id}. Overdue since ${due}.`, urn: ASH.urn };
    });
    for (const given of [actions, actions.toReversed()]) {
      expect(section(given)).toStrictEqual({ heading: 'Impact of actions', rule: 'M42', points: says, gaps: [] });
    }
  });

  test('counts what was done within the days, and what was overdue on the last of them', () => {
    const impact = 'More on track.';
    const given = section([
      action('before', { due: '2026-10-16', done: '2026-10-16', impact }),
      action('first', { due: '2026-10-17', done: '2026-10-17', impact }),
      action('last', { due: '2026-12-18', done: '2026-12-18', impact }),
      action('late', { due: '2026-12-18', done: '2026-12-19', impact }),
      action('open', { due: '2026-12-18' }),
      action('ahead', { due: '2026-12-19' }),
    ]);
    expect(given.points.map(({ says }) => says.replace('Ash Tree Primary School: Action ', ''))).toEqual([
      `first. Impact: ${impact}`,
      `last. Impact: ${impact}`,
      'late. Overdue since 2026-12-18.',
      'open. Overdue since 2026-12-18.',
    ]);
  });

  test('names an action of the whole trust as that, one without a word on its impact as a gap, and none at all', () => {
    const { urn: _, ...ofTrust } = action('a', { done: '2026-12-01' });
    expect(section([ofTrust])).toStrictEqual({
      heading: 'Impact of actions',
      rule: 'M42',
      points: [],
      gaps: ['Trust: Action a. Done, its impact not recorded.'],
    });
    expect(section([{ ...ofTrust, impact: 'Good.' }]).points).toStrictEqual([
      { says: 'Trust: Action a. Impact: Good.' },
    ]);
    expect(section([action('x', { urn: CEDAR.urn })]).gaps).toEqual(['No actions are on record.']);
  });
});

describe('targets beside the newest figures (M23)', () => {
  const target = (other: Partial<SourceTarget> = {}): SourceTarget => ({
    ...{ urn: ASH.urn, academicYear: '2026-27', yearGroup: 'Y3', measure: 'reading', minimum: 60, aspirational: 80 },
    ...other,
  });
  const whole = (measure: string, minimum: number, aspirational: number): SourceTarget => {
    const { yearGroup: _, ...rest } = target({ measure, minimum, aspirational });
    return rest;
  };
  const latest = soapReturn(ASH, AUTUMN_2, 70, {
    school: { teachingGood: 90, attendance: 95.5, persistentAbsence: 12, suspensions: 3 },
  });
  const states = (targets: readonly SourceTarget[], reader: 'school' | 'outside' = 'school', made = latest) =>
    targetStates(OWLS, { latest: made }, targets, reader);
  const state = (one: SourceTarget, reader: 'school' | 'outside' = 'school') => states([one], reader)[0]?.state;

  test('each is at the level that its figure reaches; less is better where the measure says so', () => {
    expect(states([target()])).toStrictEqual([
      { target: target(), state: 'minimum', figure: { value: 70, pupils: 30 } },
    ]);
    expect([70, 69].map((aspirational) => state(target({ aspirational })))).toEqual(['aspirational', 'aspirational']);
    expect([70, 71].map((minimum) => state(target({ minimum })))).toEqual(['minimum', 'below']);
    expect(state(whole('persistentAbsence', 15, 12))).toBe('aspirational');
    expect(state(whole('persistentAbsence', 12, 10))).toBe('minimum');
    expect(state(whole('persistentAbsence', 11, 10))).toBe('below');
  });

  test('the whole school’s are of all its pupils', () => {
    expect(states([whole('attendance', 95, 97)])).toStrictEqual([
      { target: whole('attendance', 95, 97), state: 'minimum', figure: { value: 95.5, pupils: 210 } },
    ]);
  });

  test('M15: counts and small cohorts are told to the school alone', () => {
    expect([state(whole('suspensions', 4, 2)), state(whole('suspensions', 4, 2), 'outside')]).toEqual([
      'minimum',
      'hidden',
    ]);
    expect(state(whole('attendance', 95, 97), 'outside')).toBe('minimum');
    const small = soapReturn(DALE, AUTUMN_2, 70);
    const y2 = target({ urn: DALE.urn, yearGroup: 'Y2' });
    expect(states([y2], 'outside', small)).toStrictEqual([{ target: y2, state: 'hidden' }]);
    expect(states([y2], 'school', small)[0]?.figure).toEqual({ value: 70, pupils: 5 });
  });

  test('of an unknown measure, a year group without a figure, or without a return there is none', () => {
    for (const one of [target({ measure: 'weather' }), target({ yearGroup: 'N' }), whole('weather', 1, 2)]) {
      expect(states([one])).toStrictEqual([{ target: one, state: 'no figure' }]);
    }
    expect(targetStates(OWLS, { latest: undefined }, [target(), whole('attendance', 95, 97)], 'school')).toStrictEqual([
      { target: target(), state: 'no figure' },
      { target: whole('attendance', 95, 97), state: 'no figure' },
    ]);
  });

  test('are told in one sentence, those off track by name with what was wanted', () => {
    const told = (targets: readonly SourceTarget[], about?: typeof ASH) => targetPoints(OWLS, states(targets), about);
    expect(
      told([target(), target({ minimum: 71 }), whole('persistentAbsence', 11, 10), target({ yearGroup: 'N' })]),
    ).toStrictEqual([
      {
        says: '0 of 3 targets at the aspirational level, 1 at the minimum, 2 off track: Year 3 reading (70%, minimum 71%); persistent absence (12%, at most 11%). 1 without a figure to show.',
      },
    ]);
    expect(told([whole('suspensions', 2, 1)])[0]?.says).toBe(
      '0 of 1 targets at the aspirational level, 0 at the minimum, 1 off track: suspensions (3, at most 2).',
    );
    expect(told([target({ aspirational: 70 })], ASH)).toStrictEqual([
      {
        urn: ASH.urn,
        says: 'Ash Tree Primary School: 1 of 1 targets at the aspirational level, 0 at the minimum, 0 off track.',
      },
    ]);
    expect(told([target({ yearGroup: 'N' })])).toEqual([]);
  });

  test('M22: across the trust each is weighted by the pupils its figure is of', () => {
    const returns = [soapReturn(ASH, AUTUMN_2, 70), soapReturn(CEDAR, AUTUMN_2, 40)];
    const schools = schoolStandings(OWLS, facts({ returns }), AUTUMN_2);
    const cedar = { urn: CEDAR.urn, minimum: 45, aspirational: 60 };
    expect(trustTargetPoints(OWLS, schools, [target(), target(cedar)])).toEqual([
      {
        says: 'Reading across the trust: 50%, at the minimum (minimum 50%, aspirational 66.7%).',
        figures: [{ label: 'Reading', measure: 'reading', value: 50, unit: '%' }],
      },
    ]);
    expect(trustTargetPoints(OWLS, schools, [])).toEqual([]);
  });
});

describe('concerns of the whole school (M41)', () => {
  const concerns = (school: Readonly<Record<string, number>>, policy: TrustPolicy = OWLS) =>
    wholeSchoolConcerns(
      policy,
      schoolStandings(OWLS, facts({ schools: [ASH], returns: [soapReturn(ASH, AUTUMN_2, 70, { school })] }), AUTUMN_2),
    );
  const bounded = (concern: Readonly<Record<string, number>>): TrustPolicy => ({
    ...OWLS,
    categorisation: { ...OWLS.categorisation, evidence: { ...OWLS.categorisation.evidence, concern } },
  });

  test('are figures worse than the policy’s bound, on the side that is worse', () => {
    const policy = bounded({ attendance: 94, persistentAbsence: 15, suspensions: 1 });
    expect(concerns({ attendance: 93.9, persistentAbsence: 15.1, suspensions: 9 }, policy)).toEqual([
      {
        says: 'Ash Tree Primary School: attendance is 93.9%, below 94%.',
        urn: ASH.urn,
        figures: [{ label: 'Attendance', measure: 'attendance', value: 93.9, unit: '%' }],
      },
      {
        says: 'Ash Tree Primary School: persistent absence is 15.1%, above 15%.',
        urn: ASH.urn,
        figures: [{ label: 'Persistent absence', measure: 'persistentAbsence', value: 15.1, unit: '%' }],
      },
    ]);
    expect(concerns({ attendance: 94, persistentAbsence: 15 }, policy)).toEqual([]);
    expect(concerns({}, policy)).toEqual([]);
    expect(concerns({ weather: 1 }, bounded({ weather: 2 }))).toEqual([]);
  });
});

describe('moves over a span (M26)', () => {
  const term = { halfTerms: [AUTUMN_1, AUTUMN_2].map((id) => ({ id, year: '2026-27', name: '', from: '', to: '' })) };
  const LAST_YEAR = '2025-26/summer-2';
  const says = (judgements: ReturnType<typeof judged>[], which: 'up' | 'down') => {
    const given = facts({ schools: [ASH], judgements });
    return moved(OWLS, given, term, schoolStandings(OWLS, given, AUTUMN_2), which);
  };

  test('are from what stood before it, else from its first round, to its last', () => {
    const up = [{ says: 'Ash Tree Primary School moved up from 2b to 2a.', urn: ASH.urn }];
    expect(says([judged(ASH.urn, '2b', LAST_YEAR), judged(ASH.urn, '2a', AUTUMN_1)], 'up')).toEqual(up);
    expect(says([judged(ASH.urn, '2b', AUTUMN_1), judged(ASH.urn, '2a', AUTUMN_2)], 'up')).toEqual(up);
    expect(says([judged(ASH.urn, '2b', AUTUMN_1), judged(ASH.urn, '2a', AUTUMN_2)], 'down')).toEqual([]);
    expect(says([judged(ASH.urn, '2a', LAST_YEAR), judged(ASH.urn, '2b', AUTUMN_2)], 'down')).toEqual([
      { says: 'Ash Tree Primary School moved down from 2a to 2b.', urn: ASH.urn },
    ]);
  });

  test('there and back again, one round alone, or none is no move', () => {
    const there = [judged(ASH.urn, '2b', LAST_YEAR), judged(ASH.urn, '2a', AUTUMN_1), judged(ASH.urn, '2b', AUTUMN_2)];
    for (const given of [there, there.slice(0, 1), there.slice(1, 2), []]) {
      expect([...says(given, 'up'), ...says(given, 'down')]).toEqual([]);
    }
  });
});
