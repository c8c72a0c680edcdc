import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEO, facts, HEAD_ASH, ofSchool, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { OWLS_TARGETS } from './owls-targets.ts';
import { agreeTarget, proposeTarget, reviseTarget, signOffTarget } from './setting.ts';
import type { Target, TargetFigures } from './target.ts';
import { instantOf, isBefore, isCeo, isHead } from './target-step.ts';
import { revision, signed, target } from './targets.examples.ts';

const board = ['d-2', 'd-1', 'd-3'].map((id) => person(id, id, ['director', trust]));
const known = facts({ schools: [ASH], people: [...PEOPLE, ...board] });
const FIGURES = { minimum: 60, aspirational: 70 };

describe('who takes steps', () => {
  test('M20: a head is who heads that very school, whatever else somebody does for it', () => {
    const leader = person('p-x', 'Ines Roy', ['head-leader', ofSchool(ASH.urn)], ['head', ofSchool(BROOK.urn)]);
    const all = facts({ people: [...PEOPLE, leader] });
    expect(isHead(all, HEAD_ASH.id, ASH.urn)).toBe(true);
    expect(isHead(all, leader.id, BROOK.urn)).toBe(true);
    expect(isHead(all, leader.id, ASH.urn)).toBe(false);
    expect(isHead(all, 'nobody', ASH.urn)).toBe(false);
    expect(isCeo(all, CEO.id)).toBe(true);
    expect(isCeo(all, HEAD_ASH.id)).toBe(false);
    expect(isCeo(all, 'nobody')).toBe(false);
  });
});

describe('steps of a target, in full (M20, M21)', () => {
  const step = (by: string, when = '2026-10-06T10:00:00Z') => ({ by, at: when });
  const given = (by: string, other = {}) => ({ ...step(by), ...FIGURES, why: 'Seen in books.', ...other });
  const propose = (of: Target, by = HEAD_ASH.id, other = {}, all: Facts = known) =>
    proposeTarget(OWLS, OWLS_TARGETS, all, of, given(by, other));

  test('proposing', () => {
    expect(propose(target(ASH.urn))).toEqual({
      ok: true,
      target: {
        academicYear: '2026-27',
        measure: 'maths',
        revisions: [
          {
            aspirational: 70,
            at: '2026-10-06T10:00:00Z',
            by: ['p-ash'],
            minimum: 60,
            state: 'proposed',
            why: 'Seen in books.',
          },
        ],
        urn: '100001',
        yearGroup: 'Y3',
      },
    });
    expect(propose(target(ASH.urn), CEO.id)).toEqual({
      ok: false,
      says: 'Let the head of the school propose it.',
      why: {
        because: ['The head proposes the targets of a school.'],
        rule: 'M20',
        wouldChange: 'Let the head of the school propose it.',
      },
    });
    expect(propose(target(ASH.urn, [revision('proposed')]), 'p-brook')).toEqual({
      ok: false,
      says: 'Let the head or the CEO propose other figures.',
      why: {
        because: ['Head and CEO agree on targets.'],
        rule: 'M20',
        wouldChange: 'Let the head or the CEO propose other figures.',
      },
    });
    expect(propose(target(ASH.urn, [revision('proposed')]), CEO.id)).toMatchObject({ ok: true });
    expect(propose(signed(ASH))).toEqual({
      ok: false,
      says: 'Raise it with the head and the CEO together.',
      why: {
        because: ['The target is signed off already.'],
        rule: 'M21',
        wouldChange: 'Raise it with the head and the CEO together.',
      },
    });
    expect(propose(target(ASH.urn), HEAD_ASH.id, { why: '  ' })).toEqual({
      ok: false,
      says: 'Give the reason in a sentence.',
      why: {
        because: ['The reason is missing.'],
        rule: 'M20',
        wouldChange: 'Give the reason in a sentence.',
      },
    });
    expect(propose(target(ASH.urn), HEAD_ASH.id, { at: 'soon' })).toEqual({
      ok: false,
      says: 'Give the moment as an ISO instant.',
      why: {
        because: ['"soon" is no moment.'],
        rule: 'M20',
        wouldChange: 'Give the moment as an ISO instant.',
      },
    });
    expect(propose(target(ASH.urn), HEAD_ASH.id, { at: '2027-07-10T10:00:00Z' })).toEqual({
      ok: false,
      says: 'Set the target of the next year instead.',
      why: {
        because: ['2026-27 was over on 2027-07-09.'],
        rule: 'M20',
        wouldChange: 'Set the target of the next year instead.',
      },
    });
    expect(propose(target(ASH.urn), HEAD_ASH.id, { at: '2027-07-09T10:00:00Z' })).toMatchObject({ ok: true });
    expect(propose({ ...target(ASH.urn), academicYear: '2036-37' })).toEqual({
      ok: false,
      says: 'Put its term dates into the policy first.',
      why: {
        because: ['There are no dates for 2036-37.'],
        rule: 'M20',
        wouldChange: 'Put its term dates into the policy first.',
      },
    });
    const left = facts({ schools: [{ ...ASH, left: '2026-10-06' }] });
    expect(propose(target(ASH.urn), HEAD_ASH.id, {}, left)).toEqual({
      ok: false,
      says: 'Choose a school of the trust.',
      why: {
        because: ['Ash Tree Primary School is not in the trust on 2026-10-06.'],
        rule: 'M20',
        wouldChange: 'Choose a school of the trust.',
      },
    });
  });

  test('raising', () => {
    const revise = (of: Target, by = CEO.id, other: Partial<TargetFigures> = { minimum: 60, aspirational: 71 }) =>
      reviseTarget(OWLS, OWLS_TARGETS, known, of, given(by, other));
    expect(revise(signed(ASH))).toMatchObject({ ok: true });
    expect(revise(signed(ASH), HEAD_ASH.id, { minimum: 61, aspirational: 70 })).toMatchObject({ ok: true });
    expect(revise(signed(ASH), CEO.id, FIGURES)).toEqual({
      ok: false,
      says: 'Give figures better than 60% and 70%, or leave the target as it is.',
      why: {
        because: ['Maths in Year 3 is signed off at 60% and 70%, and a target moves only upwards within the year.'],
        rule: 'M21',
        wouldChange: 'Give figures better than 60% and 70%, or leave the target as it is.',
      },
    });
    expect(revise(signed(ASH), CEO.id, { minimum: 59, aspirational: 90 })).toMatchObject({ ok: false });
    expect(revise(target(ASH.urn))).toEqual({
      ok: false,
      says: 'Propose it, or have it signed off first.',
      why: {
        because: ['There is no signed-off target to revise.'],
        rule: 'M21',
        wouldChange: 'Propose it, or have it signed off first.',
      },
    });
    expect(revise(signed(ASH), 'p-brook')).toEqual({
      ok: false,
      says: 'Let the head and the CEO revise it together.',
      why: {
        because: ['Only head and CEO revise a target.'],
        rule: 'M21',
        wouldChange: 'Let the head and the CEO revise it together.',
      },
    });
  });

  test('agreeing and signing off', () => {
    const agree = (of: Target, by: string) => agreeTarget(OWLS, known, of, step(by));
    const signOff = (of: Target, by = CEO.id) => signOffTarget(OWLS, known, of, step(by));
    const waiting = target(ASH.urn, [revision('proposed')]);
    expect(agree(waiting, CEO.id)).toEqual({
      ok: true,
      target: {
        academicYear: '2026-27',
        measure: 'maths',
        revisions: [
          {
            aspirational: 70,
            at: '2026-10-05T10:00:00Z',
            by: ['p-ash'],
            minimum: 60,
            state: 'proposed',
            why: 'From last year’s figures.',
          },
          {
            aspirational: 70,
            at: '2026-10-06T10:00:00Z',
            by: ['p-ash', 'p-ceo'],
            minimum: 60,
            state: 'agreed',
            why: 'From last year’s figures.',
          },
        ],
        urn: '100001',
        yearGroup: 'Y3',
      },
    });
    expect(agree(waiting, HEAD_ASH.id)).toEqual({
      ok: false,
      says: 'Have the CEO agree.',
      why: {
        because: ['The CEO has not agreed to it.'],
        rule: 'M20',
        wouldChange: 'Have the CEO agree.',
      },
    });
    expect(agree(waiting, 'p-brook')).toEqual({
      ok: false,
      says: 'Let the head or the CEO agree.',
      why: {
        because: ['Head and CEO agree on targets.'],
        rule: 'M20',
        wouldChange: 'Let the head or the CEO agree.',
      },
    });
    expect(agree(target(ASH.urn), CEO.id)).toEqual({
      ok: false,
      says: 'Propose figures first.',
      why: {
        because: ['No proposal awaits an agreement.'],
        rule: 'M20',
        wouldChange: 'Propose figures first.',
      },
    });
    expect(agreeTarget(OWLS, known, waiting, step(CEO.id, '2026-10-05T09:59:59Z'))).toEqual({
      ok: false,
      says: 'Give a later moment.',
      why: {
        because: ['It is before the last step, 2026-10-05T10:00:00Z.'],
        rule: 'M20',
        wouldChange: 'Give a later moment.',
      },
    });
    expect(agreeTarget(OWLS, known, waiting, step(CEO.id, '2026-10-05T10:00:00Z'))).toMatchObject({ ok: true });
    const agreed = target(ASH.urn, [revision('proposed'), revision('agreed')]);
    expect(signOff(agreed)).toEqual({
      ok: true,
      target: {
        academicYear: '2026-27',
        measure: 'maths',
        revisions: [
          {
            aspirational: 70,
            at: '2026-10-05T10:00:00Z',
            by: ['p-ash'],
            minimum: 60,
            state: 'proposed',
            why: 'From last year’s figures.',
          },
          {
            aspirational: 70,
            at: '2026-10-05T10:00:00Z',
            by: ['p-ash', 'p-ceo'],
            minimum: 60,
            state: 'agreed',
            why: 'From last year’s figures.',
          },
          {
            aspirational: 70,
            at: '2026-10-06T10:00:00Z',
            by: ['p-ceo'],
            minimum: 60,
            state: 'signed-off',
            why: 'From last year’s figures.',
          },
        ],
        urn: '100001',
        yearGroup: 'Y3',
      },
    });
    expect(signOff(agreed, HEAD_ASH.id)).toEqual({
      ok: false,
      says: 'Let the CEO sign it off.',
      why: {
        because: ['The CEO signs off targets.'],
        rule: 'M20',
        wouldChange: 'Let the CEO sign it off.',
      },
    });
    expect(signOff(waiting)).toEqual({
      ok: false,
      says: 'Have the head and the CEO agree on it first.',
      why: {
        because: ['It is not agreed.'],
        rule: 'M20',
        wouldChange: 'Have the head and the CEO agree on it first.',
      },
    });
    expect(signOff(target(ASH.urn))).toEqual({
      ok: false,
      says: 'Have the head and the CEO agree on it first.',
      why: {
        because: ['It is not agreed.'],
        rule: 'M20',
        wouldChange: 'Have the head and the CEO agree on it first.',
      },
    });
    expect(signOff(signed(ASH))).toEqual({
      ok: false,
      says: 'Leave it as it is.',
      why: {
        because: ['It is signed off already.'],
        rule: 'M20',
        wouldChange: 'Leave it as it is.',
      },
    });
  });

  test('of moments', () => {
    expect(isBefore('2026-10-05T10:00:00Z', '2026-10-05T10:00:01Z')).toBe(true);
    expect(isBefore('2026-10-05T10:00:00Z', '2026-10-05T10:00:00Z')).toBe(false);
    expect([isBefore('soon', '2026-10-05T10:00:00Z'), isBefore('2026-10-05T10:00:00Z', 'soon')]).toEqual([
      false,
      false,
    ]);
    expect(instantOf('soon')).toBeUndefined();
  });
});
