import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2, at, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { checkVisit } from './check-visit.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import type { Visit } from './visit.ts';
import { action, agreed, visit } from './visits.examples.ts';

const now = at('2026-10-01T10:00');
const check = (given: Visit, on = facts()) => checkVisit(OWLS, OWLS_VISITS, on, given, now);
const reasons = (given: Visit, on = facts()) => {
  const answer = check(given, on);
  return answer.ok ? [] : answer.why.because;
};
const followUp = [{ check: 'website', outcome: 'follow up' as const }];

describe('the record of a visit', () => {
  test('M31: stands with findings, actions and checks', () => {
    const checks = [{ check: 'safeguarding-audit', outcome: 'in order' as const }, ...followUp];
    const findings = [
      action({ area: 'systems' }),
      { key: 'g', area: 'standards', kind: 'good practice' as const, text: 'Story maps' },
    ];
    expect(check(visit({ findings, checks }))).toEqual({ ok: true });
    expect(check(agreed({ planned: '2026-10-12' }))).toEqual({ ok: true });
  });

  test('M29: is refused on a weekend, outside its half term, before it took place', () => {
    expect(check(visit({ held: '2026-09-26' }))).toEqual({
      ok: false,
      says: 'Give a school day from 2026-08-25 to 2026-10-16.',
      why: {
        because: ['2026-09-26 is no school day of this half term.'],
        rule: 'M29',
        wouldChange: 'Give a school day from 2026-08-25 to 2026-10-16.',
      },
    });
    expect(reasons(visit({ halfTerm: AUTUMN_2 }))).toEqual(['2026-09-22 is no school day of this half term.']);
    expect(reasons(visit({ held: '2026-10-02' }))).toEqual(['2026-10-02 is still to come.']);
  });

  test('M29: is refused for a school that is unknown, has left or has not joined', () => {
    expect(reasons(visit({ urn: '999999' }))).toEqual(['No school 999999 is on record.']);
    const saysOfAsh = ["Ash Tree Primary School doesn't belong to the trust on 2026-09-22."];
    expect(reasons(visit(), facts({ schools: [{ ...ASH, left: '2026-09-22' }] }))).toEqual(saysOfAsh);
    expect(reasons(visit(), facts({ schools: [{ ...ASH, joined: '2026-09-23' }] }))).toEqual(saysOfAsh);
    expect(reasons(visit({ halfTerm: '2099-00/autumn-1' }))).toEqual(['The policy has no dates for 2099-00/autumn-1.']);
  });

  test("M29: is refused with another visit's key, without visitors, or with the school's own head as one", () => {
    expect(reasons({ ...visit(), key: 'visit/else' })).toEqual(["Its key visit/else is another's."]);
    expect(reasons(visit({ visitors: [] }))).toEqual(['Nobody who visits for the trust is named.']);
    expect(reasons(visit({ visitors: ['p-ceo', 'p-nobody'] }))).toEqual(['A visitor is not on record.']);
    expect(reasons(visit({ visitors: ['p-ceo', 'p-ash'] }))).toEqual(["The school's own head is named as a visitor."]);
  });

  test('M31: is refused where a finding is empty, too long, about no area or has a key twice', () => {
    expect(reasons(visit({ findings: [action({ text: '  ' })] }))).toEqual(['Finding 1 has 0 characters.']);
    expect(reasons(visit({ findings: [action({ text: 'x'.repeat(2001) })] }))).toEqual([
      'Finding 1 has 2001 characters.',
    ]);
    expect(reasons(visit({ findings: [action({ area: 'canteen' })] }))).toEqual([
      'Finding 1 is about canteen, which is no area.',
    ]);
    expect(reasons(visit({ findings: [action(), action()] }))).toEqual(["Finding 2 has another's key."]);
  });

  test('M31: is refused where an action has nobody to do it or impossible days', () => {
    expect(reasons(visit({ findings: [action({ owner: 'p-nobody' })] }))).toEqual([
      'Finding 1 is an action without an owner on record.',
    ]);
    expect(reasons(visit({ findings: [action({ by: '2026-09-21' })] }))).toEqual([
      'Finding 1 is wanted before the visit.',
    ]);
    expect(reasons(visit({ findings: [action({ done: '2026-09-21' })] }))).toEqual([
      'Finding 1 was done before it was found.',
    ]);
  });

  test('M31: is refused where a check that needs follow-up has no action in its area', () => {
    expect(reasons(visit({ checks: followUp, findings: [action()] }))).toEqual([
      'Website compliance needs follow-up, and no action says what.',
    ]);
    const twice = [...followUp, ...followUp];
    expect(reasons(visit({ checks: twice, findings: [action({ area: 'systems' })] }))).toEqual([
      'Website compliance is recorded twice.',
    ]);
    expect(reasons(visit({ checks: [{ check: 'canteen', outcome: 'in order' }] }))).toEqual([
      'canteen is no check of the trust.',
    ]);
  });

  test('M31: is refused with findings but no day, and names all that is wrong at once', () => {
    expect(reasons(agreed({ findings: [action({ text: '' })] }))).toEqual([
      'It has findings but no day it was held.',
      'Finding 1 has 0 characters.',
    ]);
  });
});
