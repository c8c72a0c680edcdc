// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2, BROOK, DALE, facts } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { SupportNeed } from './need.ts';
import { OWLS_SUPPORT } from './owls-support.ts';
import { routesFor } from './routes.ts';
import { need, validated } from './support.examples.ts';

const routes = (urn: string, other: Partial<Facts> = {}, needs: readonly SupportNeed[] = [], date = '2026-11-02') =>
  routesFor(OWLS, OWLS_SUPPORT, facts(other), needs, urn, date);
const kinds = (...given: Parameters<typeof routes>) => routes(...given).map(({ route }) => route);
const judged = (category: string, at = '2026-10-15T10:00:00Z') => ({ judgements: [validated(ASH.urn, category, at)] });

describe('routes to additional support', () => {
  test('M33: a Good school in line that asks for nothing has no route', () => {
    expect(kinds(ASH.urn, judged('2b'))).toEqual([]);
  });

  test('M33: a school that asks has one, until the need is closed', () => {
    expect(routes(ASH.urn, {}, [need()])).toEqual([
      {
        follows: 'The CEO and the head agree what is needed, what it costs and who pays.',
        name: 'The school asks',
        need: 'n-1',
        route: 'school-asks',
        since: '2026-09-01',
        why: {
          because: ['The school asks: Reading in Year 2.', 'Too few are on track.'],
          rule: 'M33',
          wouldChange: 'Close the need once it is met or withdrawn.',
        },
      },
    ]);
    const closed = need({ closed: { on: '2026-11-02', by: 'p-ceo', because: 'Met.' } });
    expect(kinds(ASH.urn, {}, [closed])).toEqual([]);
    expect(kinds(ASH.urn, {}, [closed], '2026-11-01')).toEqual(['school-asks']);
  });

  test('M33: a need counts from the day of its record, and only for its school', () => {
    expect(kinds(ASH.urn, {}, [need()], '2026-08-31')).toEqual([]);
    expect(kinds(BROOK.urn, {}, [need()])).toEqual([]);
  });

  test.each([
    [1, []],
    [2, []],
    [3, ['category']],
    [4, ['category']],
  ] as const)('M33: Ofsted grade %s brings %j', (grade, expected) => {
    expect(kinds(ASH.urn, { schools: [{ ...ASH, ofsted: { grade } }] })).toEqual(expected);
  });

  test('M33: a Good school judged at risk has a route, since the first of the judgements in a row', () => {
    expect(kinds(ASH.urn, judged('2cc'))).toEqual(['at-risk']);
    const again = [
      validated(ASH.urn, '2cc', '2026-10-15T10:00:00Z'),
      validated(ASH.urn, '2cc', '2026-12-17T10:00:00Z', AUTUMN_2),
    ];
    expect(routes(ASH.urn, { judgements: again }, [], '2027-01-10')).toEqual([
      {
        follows: 'The areas of concern go into a raising attainment plan; core visits watch its effect.',
        name: 'At risk of slipping',
        route: 'at-risk',
        since: '2026-10-15',
        why: {
          because: ['Ash Tree Primary School was last judged 2cc: Good, at risk.'],
          rule: 'M33',
          wouldChange: 'A validated category that is no longer at risk, or an inspection.',
        },
      },
    ]);
    const better = [again[0] ?? [], validated(ASH.urn, '2b', '2026-12-17T10:00:00Z', AUTUMN_2)].flat();
    expect(kinds(ASH.urn, { judgements: better }, [], '2027-01-10')).toEqual([]);
    expect(kinds(ASH.urn, { judgements: better }, [], '2026-12-16')).toEqual(['at-risk']);
  });

  test('M33: at risk is no second route beside category 3, nor after an inspection has changed the grade', () => {
    const dale = { judgements: [validated(DALE.urn, '3cc', '2026-10-15T10:00:00Z')] };
    expect(kinds(DALE.urn, dale)).toEqual(['category']);
    expect(kinds(ASH.urn, { ...judged('2cc'), schools: [{ ...ASH, ofsted: { grade: 1 } }] })).toEqual([]);
  });

  test('M33: due diligence of a joiner is a route before it has joined, and a school that has left has none', () => {
    const found = need({ route: 'due-diligence' });
    expect(kinds(ASH.urn, { schools: [{ ...ASH, joined: '2027-01-01' }] }, [found])).toEqual(['due-diligence']);
    expect(kinds(ASH.urn, { schools: [{ ...ASH, left: '2026-11-02' }] }, [found])).toEqual([]);
    expect(kinds('999999', {}, [need({ urn: '999999' })])).toEqual([]);
  });

  test('M33: a school without an inspection counts as new for 24 months after joining', () => {
    const { ofsted: _, ...uninspected } = ASH;
    const schools = [{ ...uninspected, joined: '2026-09-01' }];
    expect(kinds(ASH.urn, { schools })).toEqual(['new-school']);
    expect(kinds(ASH.urn, { schools }, [], '2028-08-31')).toEqual(['new-school']);
    expect(kinds(ASH.urn, { schools }, [], '2028-09-01')).toEqual([]);
    expect(kinds(ASH.urn, { schools }, [], '2026-08-31')).toEqual([]);
    expect(kinds(ASH.urn, { schools: [uninspected] })).toEqual([]);
    const recorded = routes(ASH.urn, { schools }, [need({ route: 'new-school' })]);
    expect(recorded).toEqual([
      {
        follows: 'A support plan goes with its development.',
        name: 'New school',
        need: 'n-1',
        route: 'new-school',
        since: '2026-09-01',
        why: {
          because: ['New school: Reading in Year 2.', 'Too few are on track.'],
          rule: 'M33',
          wouldChange: 'Close the need once it is met or withdrawn.',
        },
      },
    ]);
  });

  test('M33: several routes stand beside each other, in the order of the rule', () => {
    const needs = [need({ id: 'n-2', route: 'due-diligence' }), need()];
    expect(kinds(ASH.urn, judged('2cc'), needs)).toEqual(['school-asks', 'at-risk', 'due-diligence']);
  });
});
