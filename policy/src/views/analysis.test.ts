import { describe, expect, test } from 'vitest';
import { action, analysis, outcome, SENT, written, YEAR } from '../analysis/analysis.examples.ts';
import type { AnalysisRecord } from '../analysis/analysis-record.ts';
import {
  ASH,
  at,
  BROOK,
  CEDAR,
  CEO,
  CLUSTER_NORTH,
  CLUSTER_SOUTH,
  DALE,
  facts,
  HEAD_ASH,
  HEAD_BROOK,
  HEAD_TWO,
  ofCluster,
  ofSchool,
  PEOPLE,
  person,
  soapReturn,
  trust,
} from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { SoapReturn } from '../soap/return.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import { analysisView } from './analysis.ts';
import { trustAnalysisView } from './trust-analysis.ts';

const NOW = at('2026-11-20T09:00');
const AREA = 'keyStage2.writing';
const SENT_ONE = analysis({
  needs: [written(AREA)],
  actions: [action(AREA, { by: '2026-02-06' })],
  sent: SENT,
  version: '"2"',
});
const world = (analyses: readonly AnalysisRecord[] = [], others: readonly Parameters<typeof outcome>[2][] = []) =>
  facts({
    people: [...PEOPLE, person('p-gov', 'Una Chair', ['governor-chair', ofSchool(ASH.urn)])],
    records: {
      national: {
        assessments: [
          outcome('keyStage2', { reading: 90, writing: 50 }),
          ...others.map((other) => outcome('keyStage2', { writing: 70 }, other)),
        ],
        analyses,
      },
    },
  });
const view = (reader = HEAD_ASH, analyses: readonly AnalysisRecord[] = [], year: string | undefined = YEAR) =>
  analysisView(OWLS, world(analyses), reader, ASH.urn, year, NOW);

describe('a school’s analysis', () => {
  test('M18: is for those who read its returns in full, by default of the year to be analysed', () => {
    expect(view(HEAD_BROOK)).toBeUndefined();
    expect(view(CLUSTER_SOUTH)).toBeUndefined();
    expect(analysisView(OWLS, world(), CEO, '999999', YEAR, NOW)).toBeUndefined();
    expect(view(CEO, [], '2024-26')).toBeUndefined();
    expect(view(CEO)).toMatchObject({ school: { urn: ASH.urn, name: ASH.name }, year: YEAR, today: '2026-11-20' });
    const running = analysisView(OWLS, world(), CEO, ASH.urn, undefined, NOW);
    expect([running?.year, running?.years, running?.by]).toEqual([
      ...['2025-26', ['2025-26', YEAR], '2026-12-11T17:00:00Z'],
    ]);
    expect(view(CEO, [], '2019-20')?.years).toEqual(['2025-26', YEAR, '2019-20']);
    expect(view(CEO, [], '2019-20')?.by).toBeUndefined();
    const later = analysisView(OWLS, world(), CEO, ASH.urn, undefined, at('2040-01-01T09:00'));
    expect(later?.year).toBe('2026-27');
    const bare = { ...OWLS, calendar: { years: [], bankHolidays: [] } };
    expect(analysisView(bare, world(), CEO, ASH.urn, undefined, NOW)).toBeUndefined();
    expect(analysisView(bare, world(), CEO, ASH.urn, '2019-20', NOW)?.years).toEqual([YEAR, '2019-20']);
  });

  test('M18: is this school’s of this year, whatever else is on record, and a trust without records has none', () => {
    const others = [
      analysis({ urn: BROOK.urn, sent: SENT, version: '"brook"' }),
      analysis({ year: '2023-24', sent: SENT, version: '"before"' }),
    ];
    expect(view(CEO, others)).not.toHaveProperty('version');
    expect(view(CEO, [...others, analysis({ version: '"own"' })])?.version).toBe('"own"');
    expect(analysisView(OWLS, facts({ records: {} }), CEO, ASH.urn, YEAR, NOW)).toMatchObject({
      figures: [],
      needs: [],
    });
    expect(analysisView(OWLS, facts(), CEO, ASH.urn, YEAR, NOW)).not.toHaveProperty('sent');
  });

  test('M1: a head writes their own school’s alone, whatever else they read', () => {
    const both = person('p-both', 'Vic', ['director', trust], ['head', ofSchool(BROOK.urn)]);
    const writes = (urn: string) => analysisView(OWLS, world(), both, urn, YEAR, NOW)?.mayWrite;
    expect([writes(ASH.urn), writes(BROOK.urn)]).toEqual([false, true]);
  });

  test('M18: an action can be owned by who answers for the school, its cluster or the trust, and not by who oversees', () => {
    const people = [
      HEAD_ASH,
      person('p-1', 'Own leader', ['head-leader', ofSchool(ASH.urn)]),
      person('p-2', 'Other leader', ['head-leader', ofSchool(BROOK.urn)]),
      person('p-3', 'Trust leader', ['head-leader', trust]),
      person('p-4', 'Office', ['central-team', trust]),
      person('p-5', 'Director', ['director', trust]),
      person('p-6', 'South leader', ['cluster-leader', ofCluster('South')]),
      person('p-7', 'Governor', ['governor-chair', ofSchool(ASH.urn)]),
      person('p-8', 'Advisory head', ['advisory-head', trust]),
      person('p-9', 'South office', ['central-team', ofCluster('South')]),
    ];
    const seen = analysisView(OWLS, { ...world(), people }, HEAD_ASH, ASH.urn, YEAR, NOW);
    expect(seen?.owners.map(({ name }) => name)).toEqual(['Harriet Coombe', 'Office', 'Own leader', 'Trust leader']);
  });

  test('M18: what its head wrote is a draft that others do not read, until it is sent', () => {
    const draft = analysis({ needs: [written(AREA)], actions: [action(AREA)] });
    const seen = (reader: typeof CEO, record: AnalysisRecord) => {
      const { open, needs, mayWrite, missing = [], owners = [] } = view(reader, [record]) ?? {};
      const [need] = needs ?? [];
      return [open, mayWrite, need?.written?.says, need?.actions.length, missing.length, owners.length > 0];
    };
    expect(seen(HEAD_ASH, draft)).toEqual([true, true, 'Spelling holds it back.', 1, 0, true]);
    expect(seen(CLUSTER_NORTH, draft)).toEqual([false, false, undefined, 0, 0, false]);
    expect(seen(CLUSTER_NORTH, SENT_ONE)).toEqual([true, false, 'Spelling holds it back.', 1, 0, false]);
    expect(view(CEO, [SENT_ONE])).toMatchObject({ sent: { byName: HEAD_ASH.name, at: SENT.at }, version: '"2"' });
    expect(view(HEAD_ASH)?.missing).toEqual(['Say what you see in Writing, Year 6.']);
    expect(view(HEAD_ASH)?.fewest).toBe(11);
    expect(Object.keys(view(HEAD_ASH) ?? {})).not.toContain('version');
  });

  test('M18: names who owns an action, and who could: those who answer for the school', () => {
    const own = written('own-12345678', { name: 'Handwriting' });
    const shown = view(HEAD_ASH, [analysis({ needs: [own], actions: [action('own-12345678')] })]);
    expect(shown?.needs.map(({ area, own: named, owners }) => [area, named, owners])).toEqual([
      [AREA, false, {}],
      ['own-12345678', true, { 'a-1': HEAD_ASH.name }],
    ]);
    expect(shown?.owners.map(({ name }) => name)).toEqual([
      'Harriet Coombe',
      'Imogen Vale',
      'Rowan Ellery',
      'Tomas Arden',
    ]);
  });

  test('M18: shows the trust’s figure only where no school’s can be worked out of it', () => {
    const trust = (...urns: string[]) =>
      analysisView(
        OWLS,
        world(
          [],
          urns.map((urn) => ({ urn })),
        ),
        HEAD_ASH,
        ASH.urn,
        YEAR,
        NOW,
      )?.figures.map((figure) => figure.trust);
    expect(trust(CEDAR.urn)).toEqual([undefined, undefined]);
    expect(trust(CEDAR.urn, DALE.urn)).toEqual([undefined, { value: 63.3, schools: 3 }]);
  });
});

describe('pupil groups in the analysis', () => {
  const given = (of: School, reading: number, group = 'send', pupils = 28): SoapReturn => ({
    ...soapReturn(of, '2024-25/summer-2', 70),
    groups: [{ group, pupils, figures: { reading } }],
  });
  const returned = (...returns: readonly SoapReturn[]) => facts({ returns });
  const own = (reader: Person, ...returns: readonly SoapReturn[]) =>
    analysisView(OWLS, returned(...returns), reader, ASH.urn, YEAR, NOW)?.groups;

  test('M18: of a school stand beside the year before and the trust, which is hidden where a school’s could be told', () => {
    const [ash, brook, cedar] = [given(ASH, 56), given(BROOK, 40), given(CEDAR, 50)];
    expect(own(HEAD_ASH)).toMatchObject({ yearBefore: '2023-24', groups: [] });
    const trust = (reader: Person, ...returns: readonly SoapReturn[]) =>
      own(reader, ...returns)?.groups[1]?.figures.map((figure) => figure.trust);
    expect(trust(HEAD_ASH, ash, brook, cedar)).toEqual([
      ...[{ value: 48.7, schools: 3 }, undefined, undefined, undefined],
    ]);
    expect(trust(HEAD_ASH, ash, brook)?.[0]).toEqual({ schools: 2 });
    const small = given(DALE, 100, 'send', 3);
    expect(trust(HEAD_ASH, ash, brook, small)?.[0]).toEqual({ schools: 3 });
    expect(trust(CLUSTER_NORTH, ash, brook, small)?.[0]).toEqual({ schools: 3 });
    expect(trust(CEO, ash, brook, small)?.[0]).toEqual({ value: 50.6, schools: 3 });
    expect(own(HEAD_ASH, ash)?.groups[1]?.says).toEqual([
      'SEND: reading is 14 points below all pupils, about 4 of 28 pupils.',
    ]);
  });

  test('M18: of the trust are those of the schools the reader reads in full', () => {
    const all = returned(given(ASH, 56), given(BROOK, 40), given(CEDAR, 50));
    const send = (reader: Person) => trustAnalysisView(OWLS, all, reader, YEAR, NOW)?.groups?.groups[1];
    expect(send(CEO)).toMatchObject({
      pupils: 84,
      figures: [{ value: 48.7, difference: -21.3, schools: 3 }, {}, {}, {}],
    });
    expect(send(CLUSTER_NORTH)?.figures[0]).toMatchObject({ value: 48, schools: 2 });
  });
});

describe('the trust’s analysis', () => {
  const of = (reader = CEO, analyses: readonly AnalysisRecord[] = [], year: string | undefined = YEAR) =>
    trustAnalysisView(OWLS, world(analyses, [{ urn: CEDAR.urn }]), reader, year, NOW);

  test('M18: is for those who see the overview, of the schools they read in full', () => {
    expect(of(HEAD_ASH)).toBeUndefined();
    expect(of(CEO, [], 'soon')).toBeUndefined();
    expect(of()?.schools.map(({ name }) => name)).toEqual([ASH.name, BROOK.name, CEDAR.name, DALE.name]);
    expect(of(CLUSTER_NORTH)?.schools.map(({ name }) => name)).toEqual([ASH.name, BROOK.name]);
    expect(of(CLUSTER_NORTH)?.figures.at(-1)?.schools).toBe(1);
    expect(HEAD_TWO.roles).toHaveLength(2);
    const running = trustAnalysisView(OWLS, world(), CEO, undefined, NOW);
    expect([running?.year, running?.years, running?.by, running?.figures]).toEqual([
      ...['2025-26', ['2025-26', YEAR], '2026-12-11T17:00:00Z', []],
    ]);
    expect(of(CEO, [], '2019-20')?.by).toBeUndefined();
    expect(of(CEO, [], '2019-20')?.years).toEqual(['2025-26', YEAR, '2019-20']);
    const bare = { ...OWLS, calendar: { years: [], bankHolidays: [] } };
    expect(trustAnalysisView(bare, world(), CEO, undefined, NOW)).toBeUndefined();
    expect(trustAnalysisView(bare, world(), CEO, YEAR, NOW)?.years).toEqual([YEAR]);
  });

  test('M18: weighs each result by pupils beside England, and counts the schools with a need or a strength', () => {
    expect(of()?.figures).toEqual([
      {
        ...{ key: 'keyStage2.reading', name: 'Reading', yearName: 'Year 6', unit: '%', max: 100 },
        ...{ value: 90, pupils: 30, schools: 1, needs: 0, strengths: 1 },
        england: { national: 75, nationalYear: YEAR, difference: 15 },
      },
      {
        ...{ key: AREA, name: 'Writing', yearName: 'Year 6', unit: '%', max: 100 },
        ...{ value: 60, pupils: 60, schools: 2, needs: 1, strengths: 0 },
        england: { national: 72, nationalYear: YEAR, difference: -12 },
      },
    ]);
  });

  test('M18: says who has sent, and how far the actions are; of a draft only what the figures show', () => {
    const actions = [
      action(AREA, { id: 'a', by: '2026-11-19' }),
      action(AREA, { id: 'b', by: '2026-11-20' }),
      action(AREA, { id: 'c', by: '2026-01-01', done: '2026-01-01' }),
      action(AREA, { id: 'd', by: '2026-12-18' }),
    ];
    const needs = [written(AREA), written('own-12345678')];
    const ash = (record: AnalysisRecord) => of(CEO, [record])?.schools[0];
    expect(ash(analysis({ needs, actions, sent: SENT }))).toEqual({
      ...{ urn: ASH.urn, name: ASH.name, cluster: 'North', sentAt: SENT.at, results: true },
      ...{ needs: 2, actions: 4, done: 1, overdue: 1 },
    });
    expect(ash(analysis({ needs, actions }))).toEqual({
      ...{ urn: ASH.urn, name: ASH.name, cluster: 'North', results: true, needs: 1, actions: 0, done: 0, overdue: 0 },
    });
    expect(of()?.schools[1]?.results).toBe(false);
  });
});
