// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { checkProposal, checkValidation } from './proposal.ts';

const propose = (category: string, because = 'Seen in the visit.') =>
  checkProposal(OWLS, facts(), ASH, { category, because });
const proposed = { proposed: { category: '2b', by: 'p-north', at: '2026-12-10T10:00:00Z', because: 'Steady.' } };

describe('a proposal (M25)', () => {
  test("stands with a code of the school's row and a reason", () => {
    expect(propose('2a')).toEqual({
      allowed: true,
      rule: 'M25',
      because: '2a is on the scale for Ash Tree Primary School and a reason is given.',
    });
  });

  test('of 4cc is refused: there is none', () => {
    expect(propose('4cc')).toEqual({
      allowed: false,
      rule: 'M24',
      because: 'There is no 4cc: no grade lies below 4 to slip to.',
      wouldChange: 'Choose one of 1a, 1b, 1cc, 2a, 2b, 2cc, 3a, 3b, 3cc, 4a, 4b.',
    });
  });

  test('of a code that does not exist is refused, an empty one too', () => {
    expect(propose('5x')).toEqual({
      allowed: false,
      because: "5x is not on the trust's scale.",
      rule: 'M24',
      wouldChange: 'Choose one of 1a, 1b, 1cc, 2a, 2b, 2cc, 3a, 3b, 3cc, 4a, 4b.',
    });
    expect(propose('')).toEqual({
      allowed: false,
      because: "An empty category is not on the trust's scale.",
      rule: 'M24',
      wouldChange: 'Choose one of 1a, 1b, 1cc, 2a, 2b, 2cc, 3a, 3b, 3cc, 4a, 4b.',
    });
  });

  test("of another grade's code is refused: only an inspection changes the number", () => {
    expect(propose('3b')).toEqual({
      allowed: false,
      rule: 'M24',
      because:
        "Ash Tree Primary School's last Ofsted grade is 2, so 3b can't be its category: the number changes only with an inspection.",
      wouldChange: "Choose one of 2a, 2b, 2cc, or correct the school's Ofsted grade.",
    });
  });

  test('for a school that leaves or is unknown is refused', () => {
    const given = { category: '2a', because: 'Seen.' };
    const leaving = facts({ schools: [{ ...ASH, left: '2026-12-31' }] });
    expect(checkProposal(OWLS, leaving, ASH, given)).toEqual({
      allowed: false,
      rule: 'M25',
      because: 'Ash Tree Primary School leaves the trust on 2026-12-31.',
      wouldChange: 'Take the leaving date out if that is wrong.',
    });
    expect(checkProposal(OWLS, facts({ schools: [] }), ASH, given)).toEqual({
      allowed: false,
      rule: 'M25',
      because: 'Ash Tree Primary School is not on record as a school of the trust.',
      wouldChange: 'Import the school first.',
    });
  });

  test('goes by the grade on record now, not by the one on an old card', () => {
    const now = facts({ schools: [{ ...ASH, ofsted: { grade: 3 } }] });
    expect(checkProposal(OWLS, now, ASH, { category: '2a', because: 'Seen.' })).toEqual({
      allowed: false,
      because:
        "Ash Tree Primary School's last Ofsted grade is 3, so 2a can't be its category: the number changes only with an inspection.",
      rule: 'M24',
      wouldChange: "Choose one of 3a, 3b, 3cc, or correct the school's Ofsted grade.",
    });
  });

  test('needs a reason, and a readable one', () => {
    expect(propose('2a', '  ')).toEqual({
      allowed: false,
      rule: 'M25',
      because: 'A reason is missing.',
      wouldChange: 'Say what in the visit or the return led you to it.',
    });
    expect(propose('2a', 'x'.repeat(2000)).allowed).toBe(true);
    expect(propose('2a', 'x'.repeat(2001))).toEqual({
      allowed: false,
      rule: 'M25',
      because: 'The reason is 2001 characters long.',
      wouldChange: 'Shorten it to 2000 characters.',
    });
  });
});

describe('a validation (M25)', () => {
  test('that agrees needs no reason', () => {
    expect(checkValidation(OWLS, proposed, { category: '2b' })).toEqual({
      allowed: true,
      rule: 'M25',
      because: 'It agrees with the proposed 2b.',
    });
  });

  test('that changes the category needs one', () => {
    expect(checkValidation(OWLS, proposed, { category: '2cc' })).toEqual({
      allowed: false,
      rule: 'M25',
      because: 'A reason is missing.',
      wouldChange: 'The proposal was 2b: say why you change it to 2cc.',
    });
    expect(checkValidation(OWLS, proposed, { category: '2cc', why: 'Maths.' })).toEqual({
      allowed: true,
      rule: 'M25',
      because: 'The proposed 2b is changed to 2cc and a reason is given.',
    });
  });

  test('as 4cc is refused, with a reason or without', () => {
    expect(checkValidation(OWLS, proposed, { category: '4cc', why: 'Worse.' })).toEqual({
      allowed: false,
      because: 'There is no 4cc: no grade lies below 4 to slip to.',
      rule: 'M24',
      wouldChange: 'Choose one of 1a, 1b, 1cc, 2a, 2b, 2cc, 3a, 3b, 3cc, 4a, 4b.',
    });
  });

  test('before any proposal needs a reason', () => {
    for (const judgement of [undefined, {}]) {
      expect(checkValidation(OWLS, judgement, { category: '2b' })).toEqual({
        allowed: false,
        rule: 'M25',
        because: 'A reason is missing.',
        wouldChange: 'Nobody has proposed a category yet: say what yours rests on, or wait for the proposal.',
      });
      expect(checkValidation(OWLS, judgement, { category: '2b', why: 'Visited myself.' })).toEqual({
        allowed: true,
        rule: 'M25',
        because: 'There was no proposal, and a reason is given.',
      });
    }
  });
});
