// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, at, BROOK, CEDAR, DALE, facts, SCHOOLS } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { Judgement } from './judgement.ts';
import { judgementsOf, lastJudgement } from './kept.ts';
import { roundState, roundWindow } from './round.ts';
import { summary } from './summary.ts';

const by = { by: 'p-ceo', at: '2026-12-15T10:00:00Z' };
const validated = (urn: string, category: string, halfTerm = AUTUMN_2): Judgement => ({
  urn,
  halfTerm,
  proposed: { category, because: 'Seen.', ...by },
  validated: { category, ...by },
});
const proposed = (urn: string, category: string): Judgement => ({
  urn,
  halfTerm: AUTUMN_2,
  proposed: { category, because: 'Seen.', ...by },
});

describe('the round (M25)', () => {
  test('opens when returns are due; proposals, validations and the summary follow on school days', () => {
    expect(roundWindow(OWLS, AUTUMN_2)).toEqual({
      opens: at('2026-12-09T17:00'),
      proposalsDue: at('2026-12-14T17:00'),
      validationsDue: at('2026-12-16T17:00'),
      summaryAt: at('2026-12-18T12:00'),
    });
    expect(() => roundWindow(OWLS, 'never')).toThrow('no dates for never');
  });

  test('counts what is proposed and validated over every school', () => {
    const judgements = [validated(ASH.urn, '2a'), proposed(BROOK.urn, '2b')];
    expect(roundState(OWLS, facts({ judgements }), AUTUMN_2)).toEqual({
      complete: false,
      halfTerm: '2026-27/autumn-2',
      opens: '2026-12-09T17:00:00Z',
      proposalsDue: '2026-12-14T17:00:00Z',
      proposed: 2,
      total: 4,
      validated: 1,
      validationsDue: '2026-12-16T17:00:00Z',
    });
  });

  test('is complete when every school of the trust is validated; one that left does not count', () => {
    const judgements = [ASH, BROOK, CEDAR].map(({ urn }) => validated(urn, '2b'));
    expect(roundState(OWLS, facts({ judgements }), AUTUMN_2).complete).toBe(false);
    const schools = [ASH, BROOK, CEDAR, { ...DALE, left: '2026-11-01' }];
    expect(roundState(OWLS, facts({ judgements, schools }), AUTUMN_2).complete).toBe(true);
    expect(roundState(OWLS, facts({ schools: [] }), AUTUMN_2).complete).toBe(false);
  });

  test('a last judgement is the nearest validated one before; proposals alone do not count', () => {
    const old = validated(ASH.urn, '2b', '2025-26/spring-1');
    const judgements = [{ ...proposed(ASH.urn, '2cc'), halfTerm: AUTUMN_1 }, old, validated(ASH.urn, '2a')];
    expect(lastJudgement(facts({ judgements }), OWLS, ASH.urn, AUTUMN_2)).toBe(old);
    expect(lastJudgement(facts({ judgements }), OWLS, BROOK.urn, AUTUMN_2)).toBeUndefined();
    expect(judgementsOf(facts({ judgements }), OWLS, ASH.urn).map(({ halfTerm }) => halfTerm)).toEqual([
      '2025-26/spring-1',
      AUTUMN_1,
      AUTUMN_2,
    ]);
    expect(judgementsOf(facts(), OWLS, ASH.urn)).toEqual([]);
    expect(lastJudgement(facts({ judgements }), OWLS, ASH.urn, 'no half term')).toBeUndefined();
    expect(lastJudgement(facts({ judgements }), OWLS, ASH.urn, '2024-25/autumn-1')).toBeUndefined();
  });
});

describe('the summary (M26)', () => {
  const judgements = [
    validated(ASH.urn, '2b', AUTUMN_1),
    validated(BROOK.urn, '2b', AUTUMN_1),
    validated(ASH.urn, '2a'),
    validated(BROOK.urn, '2cc'),
    proposed(CEDAR.urn, '2b'),
  ];
  const told = () => summary(OWLS, facts({ judgements }), AUTUMN_2);

  test('counts by category over the whole scale', () => {
    const { counts } = told();
    expect(counts.map(({ code }) => code)).toEqual(OWLS.categorisation.scale.map(({ code }) => code));
    expect(counts[3]).toEqual({ code: '2a', name: 'Good, heading for outstanding', count: 1 });
    expect(counts.filter(({ count }) => count > 0).map(({ code, count }) => [code, count])).toEqual([
      ['2a', 1],
      ['2cc', 1],
    ]);
  });

  test('names moves since last time, who is at risk and what support follows', () => {
    expect(told().moves).toEqual([
      { urn: ASH.urn, name: ASH.name, from: '2b', to: '2a', direction: 'up' },
      { urn: BROOK.urn, name: BROOK.name, from: '2b', to: '2cc', direction: 'down' },
    ]);
    expect(told().atRisk).toEqual([{ urn: BROOK.urn, name: BROOK.name, code: '2cc' }]);
    expect(told().support).toEqual([
      { code: '2a', text: 'Core visits; coaching towards the next grade.', count: 1 },
      { code: '2cc', text: 'Core visits and an attainment plan for the areas of concern.', count: 1 },
    ]);
  });

  test('names the gaps and what is missing', () => {
    expect(told()).toMatchObject({ complete: false, total: 4, validated: 2, nameSchools: 'moved' });
    expect(told().gaps).toEqual([
      { urn: CEDAR.urn, name: CEDAR.name, missing: 'validation' },
      { urn: DALE.urn, name: DALE.name, missing: 'proposal' },
    ]);
  });

  test('is complete with every school validated, and has no moves in a first round', () => {
    const all = SCHOOLS.map(({ urn, ofsted }) => validated(urn, `${ofsted?.grade}b`));
    expect(summary(OWLS, facts({ judgements: all }), AUTUMN_2)).toMatchObject({ complete: true, gaps: [], moves: [] });
  });

  test('names nobody who stayed where they were', () => {
    const same = [validated(ASH.urn, '2b', AUTUMN_1), validated(ASH.urn, '2b')];
    expect(summary(OWLS, facts({ judgements: same }), AUTUMN_2).moves).toEqual([]);
  });

  test('of a trust without schools is never complete', () => {
    expect(summary(OWLS, facts({ schools: [] }), AUTUMN_2)).toMatchObject({ complete: false, total: 0, support: [] });
  });

  test('a code that the scale no longer has counts as validated and as nothing else', () => {
    const odd = [validated(ASH.urn, '9z')];
    const said = summary(OWLS, facts({ judgements: odd }), AUTUMN_2);
    expect(said).toMatchObject({ validated: 1, atRisk: [], support: [] });
    expect(said.counts.every(({ count }) => count === 0)).toBe(true);
  });
});
