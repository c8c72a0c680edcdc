import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEDAR, DALE, facts, SCHOOLS, school, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { PupilGroup, SoapReturn } from '../soap/return.ts';
import type { School } from '../trust/school.ts';
import { YEAR } from './analysis.examples.ts';
import { analysedGroups } from './groups.ts';
import type { Sees } from './groups-seen.ts';

const SUMMER_1 = '2024-25/summer-1';
const SUMMER_2 = '2024-25/summer-2';
const inFull: Sees = () => 'all';
const row = (group: string, pupils: number, figures: PupilGroup['figures'] = {}): PupilGroup => ({
  group,
  pupils,
  figures,
});
/** All pupils at 70%, and these groups. */
const given = (
  of: School,
  groups: readonly PupilGroup[],
  halfTerm = SUMMER_2,
  other: Partial<SoapReturn> = {},
): SoapReturn => ({ ...soapReturn(of, halfTerm, 70, other), groups });
const groups = (returns: readonly SoapReturn[], schools: readonly School[] = [ASH], sees = inFull, policy = OWLS) =>
  analysedGroups(policy, facts({ returns }), schools, YEAR, sees);
const figure = (key: string, ...args: Parameters<typeof groups>) =>
  groups(...args)
    ?.groups.flatMap(({ figures }) => figures)
    .find((one) => one.key === key);
const says = (one: ReturnType<typeof groups>) => one?.groups.flatMap((each) => each.says);

describe('pupil groups in a year’s analysis', () => {
  test('M18: come from the year’s last return, each in the policy’s order beside all pupils', () => {
    const before = given(ASH, [row('send', 28, { reading: 20 })], SUMMER_1);
    const last = given(ASH, [row('send', 28, { reading: 56, maths: 70.4 })]);
    const next = given(ASH, [row('send', 28, { reading: 99 })], '2025-26/autumn-1');
    const shown = groups([next, last, before]);
    expect(shown?.halfTerm).toBe(SUMMER_2);
    expect(shown?.measures[0]).toEqual({ key: 'reading', name: 'Reading', all: 70 });
    expect(shown?.groups.map(({ name, pupils }) => [name, pupils])).toEqual([
      ...[
        ['Disadvantaged', undefined],
        ['SEND', 28],
        ['EAL', undefined],
      ],
      ...[
        ['Looked after', undefined],
        ['Girls', undefined],
        ['Boys', undefined],
      ],
    ]);
    expect(shown?.groups[1]?.figures).toEqual([
      {
        ...{ key: 'group.send.reading', value: 56, schools: 1, reading: 'need' },
        ...{ difference: -14, pupils: 28, pupilsApart: -4 },
      },
      { key: 'group.send.writing', schools: 0, reading: 'alone' },
      {
        ...{ key: 'group.send.maths', value: 70.4, schools: 1, reading: 'in line' },
        ...{ difference: 0.4, pupils: 28, pupilsApart: 0 },
      },
      { key: 'group.send.rwm', schools: 0, reading: 'alone' },
    ]);
    expect(groups([before])?.halfTerm).toBe(SUMMER_1);
    expect(figure('group.send.reading', [before])?.value).toBe(20);
  });

  test('M18: all pupils are those of the year groups that groups are made of, weighted, and known of each', () => {
    const level = (year: string) => (year === 'R' ? 0 : year === 'Y1' ? 40 : 70);
    const cohorts = soapReturn(ASH, SUMMER_2).cohorts.map((one) => ({
      ...{ ...one, pupils: one.year === 'Y1' ? 60 : 30 },
      figures: { ...one.figures, reading: level(one.year) },
    }));
    const rows = [row('send', 30, { reading: 61.4 })];
    expect(figure('group.send.reading', [given(ASH, rows, SUMMER_2, { cohorts })])?.difference).toBe(0);
    const without = cohorts.map((one) => (one.year === 'Y4' ? { ...one, figures: {} } : one));
    const lacking = figure('group.send.reading', [given(ASH, rows, SUMMER_2, { cohorts: without })]);
    expect(lacking).toEqual({ key: 'group.send.reading', value: 61.4, schools: 1, reading: 'alone' });
    const empty = without.map((one) => (one.year === 'Y4' ? { ...one, pupils: 0 } : one));
    expect(figure('group.send.reading', [given(ASH, rows, SUMMER_2, { cohorts: empty })])?.difference).toBeDefined();
  });

  test('M18: stand out by the analysis’ points and pupils, in a sentence each way; few pupils are shown and not judged', () => {
    const rows = [
      row('disadvantaged', 25, { reading: 80.5, writing: 60, maths: 67.2, rwm: 58.7 }),
      row('eal', 10, { reading: 20 }),
      row('girls', 90, { reading: 77 }),
      row('boys', 40, { rwm: 71 }),
    ];
    expect(says(groups([given(ASH, rows)]))).toEqual([
      'Disadvantaged: writing is 10 points below all pupils, about 3 of 25 pupils; reading, writing and maths 11.3 points, about 3.',
      'Disadvantaged: reading is 10.5 points above all pupils, about 3 of 25 pupils.',
      'Girls: reading is 7 points above all pupils, about 6 of 90 pupils.',
    ]);
    expect(figure('group.eal.reading', [given(ASH, rows)])).toMatchObject({ value: 20, reading: 'few' });
    const analysis = { ...OWLS.national.analysis, need: { points: 1, pupils: 0 }, strength: { points: 1, pupils: 0 } };
    const touchy = { ...OWLS, national: { ...OWLS.national, analysis } };
    const one = [row('boys', 20, { rwm: 71 })];
    expect(says(groups([given(ASH, one)], [ASH], inFull, touchy))).toEqual([
      'Boys: reading, writing and maths is 1 point above all pupils.',
    ]);
  });

  test('M18: have the figure of a year before, also where this year’s is a gap', () => {
    const returns = [
      given(ASH, [row('send', 20, { reading: 48, maths: 50 })], SUMMER_1),
      given(ASH, [row('send', 28, { reading: 56 })], '2025-26/summer-2'),
    ];
    const of = (sees: Sees) => analysedGroups(OWLS, facts({ returns }), [ASH], '2025-26', sees)?.groups[1]?.figures;
    expect(of(inFull)?.[0]).toMatchObject({ value: 56, before: 48 });
    expect(of(inFull)?.[2]).toEqual({ key: 'group.send.maths', schools: 0, reading: 'alone', before: 50 });
    expect(of(() => 'none')?.[2]).toEqual({ key: 'group.send.maths', schools: 0, reading: 'alone' });
  });

  test('M18: of several schools are weighted by pupils, beside all pupils of those that gave the group', () => {
    const low = soapReturn(CEDAR, SUMMER_2, 40);
    const returns = [
      given(ASH, [row('send', 30, { reading: 60, maths: 50 })]),
      given(CEDAR, [row('send', 60, { reading: 30 })], SUMMER_2, { cohorts: low.cohorts }),
      given(DALE, [row('eal', 30, { reading: 10 })]),
    ];
    // Ash has 180 pupils at 70%, Cedar 240 at 40%: 52.9% together.
    expect(figure('group.send.reading', returns, SCHOOLS)).toMatchObject({
      ...{ value: 40, difference: -12.9, pupils: 90, pupilsApart: -12, schools: 2 },
    });
    expect(groups(returns, SCHOOLS)?.groups[1]?.pupils).toBe(90);
    expect(says(groups(returns, SCHOOLS))?.[0]).toBe(
      'SEND: reading is 12.9 points below all pupils, about 12 of 90 pupils; maths 20 points, about 6 of 30 pupils.',
    );
  });

  test('M18: are a gap where nobody gave them, and left out where they are not asked for', () => {
    expect(groups([])).toMatchObject({ groups: [], measures: [{ name: 'Reading' }, {}, {}, {}] });
    expect(groups([])?.halfTerm).toBeUndefined();
    expect(groups([given(ASH, [])])).toMatchObject({ halfTerm: SUMMER_2, groups: [] });
    expect(figure('group.lookedAfter.maths', [given(ASH, [row('lookedAfter', 0)])])).toEqual({
      ...{ key: 'group.lookedAfter.maths', schools: 0, reading: 'alone' },
    });
    const nursery = school('100009', 'Nursery', { years: ['N'], pupils: { N: 20 } });
    expect(groups([], [nursery])).toBeUndefined();
    const { groups: _, ...soap } = OWLS.soap;
    expect(groups([], [ASH], inFull, { ...OWLS, soap })).toBeUndefined();
  });

  test('M15: small groups are withheld from whoever does not see the school in full, and so is what would tell them', () => {
    const rows = [row('lookedAfter', 3, { reading: 33 }), row('send', 28, { reading: 56 })];
    const seen = groups([given(ASH, rows)], [ASH], () => 'cut');
    expect(seen?.groups[3]).toMatchObject({ figures: [{ withheld: true }, {}, {}, {}] });
    expect(seen?.groups[3]?.pupils).toBeUndefined();
    expect(JSON.stringify(seen)).not.toContain('33');
    expect(seen?.groups[1]).toMatchObject({ pupils: 28, figures: [{ value: 56 }, {}, {}, {}] });
    // All pupils less the year groups in sight would be a small one, so nothing stands beside them.
    expect(seen?.groups[1]?.figures[0]?.difference).toBeUndefined();
    const none = groups([given(ASH, rows)], [ASH], () => 'none');
    expect(none?.groups[1]?.figures[0]).toEqual({
      ...{ key: 'group.send.reading', withheld: true, schools: 1, reading: 'alone' },
    });
  });

  test('M15: the trust’s figure less the schools in sight tells of no single school and no few pupils', () => {
    const returns = (brook: number, cedar: number) => [
      given(ASH, [row('lookedAfter', 7, { reading: 50 })]),
      given(BROOK, [row('lookedAfter', brook, { reading: 20 })]),
      given(CEDAR, [row('lookedAfter', cedar, { reading: 60 })]),
    ];
    const sees: Sees = (urn) => (urn === ASH.urn ? 'all' : 'cut');
    const trust = (brook: number, cedar: number, sight = sees) =>
      figure('group.lookedAfter.reading', returns(brook, cedar), SCHOOLS, sight);
    expect(trust(3, 8)).toMatchObject({ withheld: true });
    expect(trust(2, 3)).toMatchObject({ withheld: true });
    expect(trust(3, 3)).toMatchObject({ value: 45.4, schools: 3 });
    expect(trust(8, 9)?.value).toBeDefined();
    expect(trust(8, 9, (urn) => (urn === ASH.urn ? 'all' : 'none'))?.value).toBeDefined();
    expect(trust(8, 9, (urn) => (urn === BROOK.urn ? 'none' : 'all'))).toMatchObject({ withheld: true });
    expect(trust(3, 3)?.difference).toBeUndefined();
  });

  test('M15: girls and boys of the trust go where either, or few pupils of hidden year groups, could be told', () => {
    const both = (of: School, girls: number, boys: number, other: Partial<SoapReturn> = {}) =>
      given(of, [row('girls', girls, { reading: 70 }), row('boys', boys, { reading: 70 })], SUMMER_2, other);
    const sees: Sees = (urn) => (urn === ASH.urn ? 'all' : 'cut');
    const shown = (...returns: readonly SoapReturn[]) =>
      ['girls', 'boys'].map((key) => figure(`group.${key}.reading`, returns, SCHOOLS, sees)?.value !== undefined);
    const ash = both(ASH, 90, 90);
    expect(shown(ash, both(BROOK, 60, 58), both(CEDAR, 120, 120))).toEqual([true, true]);
    expect(shown(ash, both(BROOK, 2, 116), both(CEDAR, 120, 120))).toEqual([false, false]);
    expect(shown(ash, both(BROOK, 2, 116), both(CEDAR, 3, 237))).toEqual([false, false]);
    expect(shown(ash, both(BROOK, 3, 115), both(CEDAR, 3, 237))).toEqual([true, true]);
    const small = soapReturn(DALE, SUMMER_2, 70).cohorts.map((one) => ({ ...one, pupils: one.year === 'Y2' ? 3 : 2 }));
    // All of Dale's year groups are hidden, but together they are not few.
    expect(shown(ash, both(BROOK, 3, 115), both(DALE, 3, 10, { cohorts: small }))).toEqual([true, true]);
    const two = soapReturn(CEDAR, SUMMER_2, 70).cohorts.map((one) => ({
      ...one,
      pupils: one.year === 'Y3' || one.year === 'Y4' ? 2 : 60,
    }));
    expect(shown(ash, both(BROOK, 3, 115), both(CEDAR, 60, 64, { cohorts: two }))).toEqual([false, false]);
  });
});
