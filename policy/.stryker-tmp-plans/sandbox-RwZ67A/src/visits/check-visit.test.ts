// @ts-nocheck
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
  return answer.ok ? [] : [answer.why.rule, ...answer.why.because, answer.says];
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
    expect(reasons(visit({ halfTerm: AUTUMN_2 }))).toEqual([
      'M29',
      '2026-09-22 is no school day of this half term.',
      'Give a school day from 2026-10-26 to 2026-12-18.',
    ]);
    expect(reasons(visit({ held: '2026-10-02' }))).toEqual([
      'M29',
      '2026-10-02 is still to come.',
      'Record a visit when it has taken place.',
    ]);
  });

  test('M29: is refused for a school that is unknown, has left or has not joined', () => {
    expect(reasons(visit({ urn: '999999' }))).toEqual([
      'M29',
      'No school 999999 is on record.',
      'Import the school first.',
    ]);
    expect(reasons(visit(), facts({ schools: [{ ...ASH, left: '2026-09-22' }] }))).toEqual([
      'M29',
      "Ash Tree Primary School doesn't belong to the trust on 2026-09-22.",
      'Give another day.',
    ]);
    expect(reasons(visit(), facts({ schools: [{ ...ASH, joined: '2026-09-23' }] }))).toEqual([
      'M29',
      "Ash Tree Primary School doesn't belong to the trust on 2026-09-22.",
      'Give another day.',
    ]);
    expect(reasons(visit({ halfTerm: '2099-00/autumn-1' }))).toEqual([
      'M29',
      'The policy has no dates for 2099-00/autumn-1.',
      'Name a half term it has.',
    ]);
  });

  test("M29: is refused with another visit's key, without visitors, or with the school's own head as one", () => {
    expect(reasons({ ...visit(), key: 'visit/else' })).toEqual([
      'M29',
      "Its key visit/else is another's.",
      'Take the key of its school and half term.',
    ]);
    expect(reasons(visit({ visitors: [] }))).toEqual([
      'M29',
      'Nobody who visits for the trust is named.',
      'Name one of: CEO, head leader.',
    ]);
    expect(reasons(visit({ visitors: ['p-ceo', 'p-nobody'] }))).toEqual([
      'M29',
      'A visitor is not on record.',
      'Name people of the trust as visitors.',
    ]);
    expect(reasons(visit({ visitors: ['p-ceo', 'p-ash'] }))).toEqual([
      'M29',
      "The school's own head is named as a visitor.",
      'Take the head out: they are visited.',
    ]);
  });

  test('M31: is refused where a finding is empty, too long, about no area or has a key twice', () => {
    expect(reasons(visit({ findings: [action({ text: '  ' })] }))).toEqual([
      'M31',
      'Finding 1 has 0 characters.',
      'Write 1 to 2000 characters.',
    ]);
    expect(reasons(visit({ findings: [action({ text: 'x'.repeat(2001) })] }))).toEqual([
      'M31',
      'Finding 1 has 2001 characters.',
      'Write 1 to 2000 characters.',
    ]);
    expect(reasons(visit({ findings: [action({ area: 'canteen' })] }))).toEqual([
      'M31',
      'Finding 1 is about canteen, which is no area.',
      'Choose one of standards, plan-and-self-evaluation, behaviour-and-attendance, systems.',
    ]);
    expect(reasons(visit({ findings: [action(), action()] }))).toEqual([
      'M31',
      "Finding 2 has another's key.",
      'Give finding 2 its own key.',
    ]);
  });

  test('M31: is refused where an action has nobody to do it or impossible days', () => {
    expect(reasons(visit({ findings: [action({ owner: 'p-nobody' })] }))).toEqual([
      'M31',
      'Finding 1 is an action without an owner on record.',
      'Name who does it.',
    ]);
    expect(reasons(visit({ findings: [action({ by: '2026-09-21' })] }))).toEqual([
      'M31',
      'Finding 1 is wanted before the visit.',
      'Give a date from 2026-09-22.',
    ]);
    expect(reasons(visit({ findings: [action({ done: '2026-09-21' })] }))).toEqual([
      'M31',
      'Finding 1 was done before it was found.',
      'Give the day it was done.',
    ]);
  });

  test('M31: is refused where a check that needs follow-up has no action in its area', () => {
    expect(reasons(visit({ checks: followUp, findings: [action()] }))).toEqual([
      'M31',
      'Website compliance needs follow-up, and no action says what.',
      'Add an action about systems.',
    ]);
    const twice = [...followUp, ...followUp];
    expect(reasons(visit({ checks: twice, findings: [action({ area: 'systems' })] }))).toEqual([
      'M31',
      'Website compliance is recorded twice.',
      'Record each check once.',
    ]);
    expect(reasons(visit({ checks: [{ check: 'canteen', outcome: 'in order' }] }))).toEqual([
      'M31',
      'canteen is no check of the trust.',
      'Choose one of safeguarding-audit, single-central-record, website, pupil-premium, sports-premium.',
    ]);
  });

  test('M31: stands at its bounds: the longest text, the day of the visit, today', () => {
    const held = '2026-10-01';
    const findings = [action({ text: 'x'.repeat(2000), by: held, done: held })];
    expect(check(visit({ held, findings }))).toEqual({ ok: true });
    expect(check(visit({ held: '2026-08-25' }))).toEqual({ ok: true });
    expect(check(agreed({ planned: '2026-10-16' }))).toEqual({ ok: true });
    expect(reasons(agreed({ planned: '2026-10-17' }))).toEqual([
      'M29',
      '2026-10-17 is no school day of this half term.',
      'Give a school day from 2026-08-25 to 2026-10-16.',
    ]);
    expect(reasons(agreed({ checks: [{ check: 'website', outcome: 'in order' }] }))).toEqual([
      'M31',
      'It has findings but no day it was held.',
      'Give the day it was held.',
    ]);
    expect(reasons(visit({ checks: [{ check: '', outcome: 'in order' }] }))).toEqual([
      'M31',
      'An empty name is no check of the trust.',
      'Choose one of safeguarding-audit, single-central-record, website, pupil-premium, sports-premium.',
    ]);
    expect(reasons(visit({ findings: [action({ area: '' })] }))).toEqual([
      'M31',
      'Finding 1 is about nothing, which is no area.',
      'Choose one of standards, plan-and-self-evaluation, behaviour-and-attendance, systems.',
    ]);
    const good = { key: 'g', area: 'systems', kind: 'good practice' as const, text: 'Story maps' };
    expect(reasons(visit({ findings: [good], checks: followUp }))).toEqual([
      'M31',
      'Website compliance needs follow-up, and no action says what.',
      'Add an action about systems.',
    ]);
    expect(check(visit({ visitors: ['p-leader', 'p-brook'] }))).toEqual({ ok: true });
    expect(reasons(visit({ visitors: ['p-brook'] }))).toEqual([
      'M29',
      'Nobody who visits for the trust is named.',
      'Name one of: CEO, head leader.',
    ]);
  });

  test('M31: is refused with findings but no day, and names all that is wrong at once', () => {
    expect(reasons(agreed({ findings: [action({ text: '' })] }))).toEqual([
      'M31',
      'It has findings but no day it was held.',
      'Finding 1 has 0 characters.',
      'Give the day it was held. Write 1 to 2000 characters.',
    ]);
  });
});
