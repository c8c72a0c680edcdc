import { describe, expect, test } from 'vitest';
import { ASH, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { action, analysis, outcome, SENT, written, YEAR } from './analysis.examples.ts';
import { type AnalysisRecord, analysisInWords, analysisKey, isOfAnalysis, standingActions } from './analysis-record.ts';
import { missingFrom, needActionFindings, needFindings, needRemovalFindings, sentFindings } from './check-analysis.ts';
import { analysedFigures } from './figures.ts';
import { figureName, isOwnArea, needsOf } from './needs.ts';

const AREA = 'keyStage2.writing';
const OWN = 'own-0123-abcd';
const FIGURES = analysedFigures(
  OWLS,
  facts({ records: { national: { assessments: [outcome('keyStage2', { reading: 80, writing: 50, rwm: 40 })] } } }),
  ASH,
  YEAR,
);
const places = (found: readonly { readonly place?: string; readonly says: string; readonly level: string }[]) => {
  for (const { level } of found) expect(level).toBe('error');
  return found.map(({ place, says }) => [place, says]);
};
const ofNeed = (other: Partial<Parameters<typeof needFindings>[2]>, record?: AnalysisRecord) =>
  places(needFindings(FIGURES, record, { ...written(AREA), ...other }));
const ofAction = (
  other: Partial<Parameters<typeof needActionFindings>[3]>,
  record = analysis(),
  before?: { readonly by: string },
  today = '2025-11-20',
) => places(needActionFindings(facts(), FIGURES, record, { ...action(AREA), ...other }, before, today));

describe('M18: the needs of an analysis', () => {
  test('M18: are those the figures show, with what is written, then what the head names, by when', () => {
    const record = analysis({
      needs: [
        written('own-later-one', { name: 'Later', at: '2025-11-12T10:00:00Z' }),
        written(OWN, { name: 'Handwriting', at: '2025-11-11T10:00:00Z' }),
        written(AREA),
      ],
      actions: [
        action(AREA, { id: 'b', by: '2026-03-01' }),
        action(AREA, { id: 'a', by: '2026-02-01' }),
        action(OWN, { id: 'c' }),
        action(AREA, { id: 'a', by: '2026-03-01' }),
      ],
    });
    expect(
      needsOf(FIGURES, record).map(({ area, name, written: has, actions, found }) => [
        ...[area, name, has?.says, found?.slice(0, 7)],
        actions.map(({ id, by }) => `${id} ${by}`),
      ]),
    ).toEqual([
      [AREA, 'Writing, Year 6', 'Spelling holds it back.', 'Writing', ['a 2026-02-01', 'a 2026-03-01', 'b 2026-03-01']],
      ['keyStage2.rwm', 'Reading, writing and maths, Year 6', undefined, 'Reading', []],
      [OWN, 'Handwriting', 'Spelling holds it back.', undefined, ['c 2026-02-06']],
      ['own-later-one', 'Later', 'Spelling holds it back.', undefined, []],
    ]);
    expect(needsOf(FIGURES, undefined).map(({ area }) => area)).toEqual([AREA, 'keyStage2.rwm']);
    expect('written' in (needsOf(FIGURES, undefined)[0] ?? {})).toBe(false);
    expect(figureName({ name: 'Goals', yearGroup: 'R' })).toBe('Goals, Reception');
  });

  test('M18: written in the same second keep one order', () => {
    const needs = [written('own-bbbbbbbb'), written('own-aaaaaaaa')];
    const order = (given: typeof needs) => needsOf([], analysis({ needs: given })).map(({ area }) => area);
    expect(order(needs)).toEqual(order([...needs].reverse()));
  });

  test('M18: of the head’s own have an id of their own', () => {
    expect([OWN, 'own-12345678'].every(isOwnArea)).toBe(true);
    for (const area of ['own-1', `own-${'a'.repeat(41)}`, 'own-1234567!', AREA, `x${OWN}`, 'own-12345678 '])
      expect(isOwnArea(area)).toBe(false);
  });

  test('M18: are written about in words, and only while the results show them or the head names them', () => {
    expect(ofNeed({})).toEqual([]);
    expect(ofNeed({ area: OWN, name: 'Handwriting' })).toEqual([]);
    expect(ofNeed({ area: 'keyStage2.reading' })).toEqual([
      ['area', 'The results show no such need any more. Look at the analysis again.'],
    ]);
    const kept = analysis({ needs: [written('keyStage2.reading')] });
    expect(ofNeed({ area: 'keyStage2.reading' }, kept)).toEqual([]);
    expect(ofNeed({ name: '  ', says: ' ' })).toEqual([
      ['name', 'Say in a few words what the need is.'],
      ['says', 'Say what you see in it.'],
    ]);
    expect(ofNeed({ explained: true, says: '' })).toEqual([['says', 'Say why no action follows.']]);
    expect(ofNeed({ name: 'x'.repeat(120), says: 'x'.repeat(2000) })).toEqual([]);
    expect(ofNeed({ name: ` ${'x'.repeat(120)} `, says: ` ${'x'.repeat(2000)} ` })).toEqual([]);
    expect(ofNeed({ name: 'x'.repeat(121), says: 'x'.repeat(2001) })).toEqual([
      ['name', 'Say it in 120 characters at most.'],
      ['says', 'Say it in 2000 characters at most.'],
    ]);
  });

  test('M18: have actions with an owner, a day to come, and how success is seen', () => {
    expect(ofAction({})).toEqual([]);
    expect(ofAction({ need: 'keyStage2.reading' })).toEqual([
      ['need', 'There is no such need any more. Look at the analysis again.'],
    ]);
    expect(ofAction({ text: ' ' })).toEqual([['action', 'Say what is to be done.']]);
    expect(ofAction({ owner: 'p-nobody' })).toEqual([['action', 'Name somebody on record as its owner.']]);
    expect(ofAction({ by: '2025-11-20' })).toEqual([]);
    expect(ofAction({ by: '2025-11-19' })).toEqual([
      ['action', 'Give a date on or after 2025-11-20, such as 2025-11-20.'],
    ]);
    expect(ofAction({ success: ' ' })).toEqual([['success', 'Say how it will be seen that it worked.']]);
    expect(ofAction({ text: 'x'.repeat(500), success: 'x'.repeat(500) })).toEqual([]);
    expect(ofAction({ text: 'x'.repeat(501), success: 'x'.repeat(501) })).toEqual([
      ['action', 'Say it in 500 characters at most.'],
      ['success', 'Say it in 500 characters at most.'],
    ]);
  });

  test('M18: an action whose day has passed can be put in other words', () => {
    expect(ofAction({ by: '2025-11-03' }, analysis(), { by: '2025-11-03' })).toEqual([]);
    expect(ofAction({ by: '2025-11-02' }, analysis(), { by: '2025-11-03' })).toHaveLength(1);
    expect(ofAction({ by: '2025-11-21' }, analysis(), { by: '2026-02-06' })).toEqual([]);
  });

  test('M18: what is sent is changed only after it was taken back', () => {
    const says = 'The analysis is sent. Take it back first, then change it.';
    expect(ofNeed({}, analysis({ sent: SENT }))).toEqual([['area', says]]);
    expect(ofAction({}, analysis({ sent: SENT }))).toEqual([['area', says]]);
  });

  test('M18: an analysis is sent once each need has its words, and an action or a reason for none', () => {
    expect(missingFrom([], undefined)).toEqual([
      'There are no results of the year yet. Record the national assessments, or wait for the published results.',
    ]);
    expect(missingFrom(FIGURES, undefined)).toEqual([
      'Say what you see in Writing, Year 6.',
      'Say what you see in Reading, writing and maths, Year 6.',
    ]);
    const explained = written('keyStage2.rwm', { explained: true });
    expect(missingFrom(FIGURES, analysis({ needs: [written(AREA), explained] }))).toEqual([
      'Add an action for Writing, Year 6, or explain why none follows.',
    ]);
    const own = written(OWN, { name: 'Handwriting' });
    expect(missingFrom(FIGURES, analysis({ needs: [written(AREA), explained, own], actions: [action(AREA)] }))).toEqual(
      ['Add an action for Handwriting, or explain why none follows.'],
    );
    expect(missingFrom(FIGURES, analysis({ needs: [written(AREA), explained], actions: [action(AREA)] }))).toEqual([]);
  });
});

describe('M18: the actions of an analysis', () => {
  test('M18: are nobody’s until it is sent; those of meetings are as they were', () => {
    const own = action(AREA);
    const others = action(AREA, { id: 'other', meeting: analysisKey({ urn: '100002', year: YEAR }) });
    const meeting = { id: 'm', meeting: 'strategic/2025-26/1', text: 'x', owner: HEAD_ASH.id, by: '2026-01-01' };
    const ids = (analyses: readonly AnalysisRecord[]) =>
      standingActions([own, others, meeting], analyses).map(({ id }) => id);
    expect(ids([])).toEqual(['m']);
    expect(ids([analysis()])).toEqual(['m']);
    expect(ids([analysis({ sent: SENT })])).toEqual(['a-1', 'm']);
  });

  test('M18: name what they were agreed in', () => {
    expect(analysisInWords('analysis/2024-25/100001')).toBe('the analysis of 2024-25');
    expect(analysisInWords('strategic/2025-26/analysis/1')).toBeUndefined();
    expect([isOfAnalysis(action(AREA)), isOfAnalysis({ meeting: 'analysis' })]).toEqual([true, false]);
  });
});

test('M18: a need is taken out once its actions are, and nothing of an analysis that is sent', () => {
  const acted = analysis({ needs: [written(OWN), written(AREA)], actions: [action(AREA)] });
  expect(places(needRemovalFindings(acted, OWN))).toEqual([]);
  expect(places(needRemovalFindings(acted, AREA))).toEqual([['area', 'Take out its actions first.']]);
  const locked = [['area', 'The analysis is sent. Take it back first, then change it.']];
  expect(places(needRemovalFindings({ ...acted, sent: SENT }, OWN))).toEqual(locked);
  expect(places(sentFindings({ ...acted, sent: SENT }))).toEqual(locked);
  expect([sentFindings(acted), sentFindings(undefined), needRemovalFindings(undefined, OWN)]).toEqual([[], [], []]);
});
