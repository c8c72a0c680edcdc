import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { actionsToReview, heldBefore, openActions } from './actions.ts';
import { checksDue } from './checks-due.ts';
import { focusOf } from './focus-of.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import { action, agreed, visit } from './visits.examples.ts';

describe('what earlier visits left (M31)', () => {
  const first = visit({
    findings: [
      action(),
      action({ key: 'a2', done: '2026-09-30' }),
      { key: 'g', area: 'standards', kind: 'good practice', text: 'Story maps' },
    ],
  });
  const second = visit({
    halfTerm: AUTUMN_2,
    held: '2026-11-12',
    findings: [action({ key: 'b1', done: '2026-11-20' })],
  });
  const visits = [second, first, visit({ urn: BROOK.urn, findings: [action({ key: 'c1' })] })];
  const keys = (halfTerm: string) =>
    actionsToReview(OWLS, visits, halfTerm, ASH.urn).map((found) => `${found.visit.halfTerm} ${found.action.key}`);

  test('is open, or was done since the visit before; oldest first', () => {
    expect(openActions(first).map(({ key }) => key)).toEqual(['a1']);
    expect(keys(AUTUMN_2)).toEqual([`${AUTUMN_1} a1`, `${AUTUMN_1} a2`]);
    expect(keys('2026-27/spring-1')).toEqual([`${AUTUMN_1} a1`, `${AUTUMN_2} b1`]);
    expect(keys(AUTUMN_1)).toEqual([]);
    expect(keys('no half term')).toEqual([]);
    const late = visit({ findings: [action({ done: '2026-11-13' }), action({ key: 'a3', done: '2026-11-12' })] });
    expect(actionsToReview(OWLS, [late, second], '2026-27/spring-1', ASH.urn).map((found) => found.action.key)).toEqual(
      ['a1', 'b1'],
    );
  });

  test('visits held before a half term, the latest first', () => {
    expect(heldBefore(OWLS, visits, '2026-27/spring-1', ASH.urn).map(({ held }) => held)).toEqual([
      '2026-11-12',
      '2026-09-22',
    ]);
    expect(heldBefore(OWLS, [agreed()], AUTUMN_2, ASH.urn)).toEqual([]);
    expect(heldBefore(OWLS, visits, AUTUMN_2, ASH.urn).map(({ held }) => held)).toEqual(['2026-09-22']);
  });

  test('M31: checks are due from their window on, until a visit makes them or the next window begins', () => {
    const due = (halfTerm: string, made = visits) =>
      checksDue(OWLS, OWLS_VISITS, halfTerm, ASH.urn, made).map(({ key }) => key);
    expect(due(AUTUMN_1)).toEqual(['safeguarding-audit', 'single-central-record']);
    expect(due(AUTUMN_2)).toEqual([
      'safeguarding-audit',
      'single-central-record',
      'website',
      'pupil-premium',
      'sports-premium',
    ]);
    const audit = visit({ checks: [{ check: 'safeguarding-audit', outcome: 'in order' }] });
    expect(due(AUTUMN_2, [audit])).not.toContain('safeguarding-audit');
    expect(due('2026-27/spring-1', [audit])).toContain('safeguarding-audit');
    expect(due(AUTUMN_1, [{ ...audit, halfTerm: AUTUMN_2 }])).toContain('safeguarding-audit');
    expect(due(AUTUMN_2, [{ ...audit, urn: BROOK.urn }])).toContain('safeguarding-audit');
    const planned = agreed({ checks: audit.checks });
    expect(due(AUTUMN_2, [planned])).toContain('safeguarding-audit');
    expect(due('2099-00/autumn-1')).toEqual([]);
  });

  test('M30: the agenda of a visit, in full', () => {
    const areasFound = [
      { key: 'f1', urn: ASH.urn, text: 'Spelling', from: 'underachievement' as const, foundOn: '2026-10-01' },
      { key: 'f2', text: 'Attendance', from: 'advisory meeting' as const, foundOn: '2026-11-05' },
      { key: 'f3', urn: BROOK.urn, text: 'Music', from: 'advisory meeting' as const, foundOn: '2026-11-05' },
      { key: 'f4', text: 'Early', from: 'advisory meeting' as const, foundOn: '2026-09-21' },
      { key: 'f5', text: 'Same day', from: 'advisory meeting' as const, foundOn: '2026-09-22' },
      { key: 'f6', text: 'Later', from: 'advisory meeting' as const, foundOn: '2026-12-19' },
      { key: 'f7', text: 'Last day', from: 'advisory meeting' as const, foundOn: '2026-12-18' },
    ];
    const mine = agreed({ halfTerm: AUTUMN_2, planned: '2026-11-12', also: ['The new timetable'] });
    expect(focusOf(OWLS, OWLS_VISITS, AUTUMN_2, ASH.urn, { visits: [first, mine], areasFound })).toEqual([
      {
        because: 'Agreed in the visit of 2026-09-22, wanted by 2026-10-09, not done yet.',
        from: 'action',
        key: 'visit/2026-27/autumn-1/100001/a1',
        rule: 'M31',
        text: 'Plan phonics groups anew',
      },
      {
        because: 'Agreed in the visit of 2026-09-22, done on 2026-09-30: see whether it holds.',
        from: 'action',
        key: 'visit/2026-27/autumn-1/100001/a2',
        rule: 'M31',
        text: 'Plan phonics groups anew',
      },
      {
        because: 'Pupils were found on 2026-10-01 to achieve less than they should.',
        from: 'underachievement',
        key: 'f1',
        rule: 'M39',
        text: 'Spelling: whether performance management answers it',
      },
      {
        because: 'Found by the advisory heads on 2026-11-05, for the next visit.',
        from: 'advisory meeting',
        key: 'f2',
        rule: 'M5',
        text: 'Attendance',
      },
      {
        because: 'Found by the advisory heads on 2026-09-22, for the next visit.',
        from: 'advisory meeting',
        key: 'f5',
        rule: 'M5',
        text: 'Same day',
      },
      {
        because: 'Found by the advisory heads on 2026-12-18, for the next visit.',
        from: 'advisory meeting',
        key: 'f7',
        rule: 'M5',
        text: 'Last day',
      },
      {
        because: 'Asked for in this visit.',
        from: 'asked',
        key: 'also/0',
        rule: 'M30',
        text: 'The new timetable',
      },
      {
        because: 'No visit has made this check in its time yet.',
        from: 'check',
        key: 'safeguarding-audit',
        rule: 'M31',
        text: 'Safeguarding audit',
      },
      {
        because: 'No visit has made this check in its time yet.',
        from: 'check',
        key: 'single-central-record',
        rule: 'M31',
        text: 'Single central record',
      },
      {
        because: 'No visit has made this check in its time yet.',
        from: 'check',
        key: 'pupil-premium',
        rule: 'M31',
        text: 'Pupil premium statement on the website',
      },
      {
        because: 'No visit has made this check in its time yet.',
        from: 'check',
        key: 'sports-premium',
        rule: 'M31',
        text: 'Sports premium statement on the website',
      },
      {
        because: "It is on the trust's schedule of visits.",
        from: 'schedule',
        key: 'staff-reviews',
        rule: 'M30',
        text: "Staff performance management: how sound last year's review and new objectives are",
      },
      {
        because: "It is on the trust's schedule of visits.",
        from: 'schedule',
        key: 'soap',
        rule: 'M30',
        text: 'SOAP: attainment and progress of every year group and of pupil groups',
      },
      {
        because: "It is on the trust's schedule of visits.",
        from: 'schedule',
        key: 'interventions',
        rule: 'M30',
        text: 'What interventions have achieved, and what comes next',
      },
      {
        because: "It is on the trust's schedule of visits.",
        from: 'schedule',
        key: 'pupil-groups',
        rule: 'M30',
        text: 'Progress of pupil groups and the support they get',
      },
      {
        because: "It is on the trust's schedule of visits.",
        from: 'schedule',
        key: 'observation',
        rule: 'M30',
        text: "Teaching observed together with the head, pupils' books included",
      },
      {
        because: "It is on the trust's schedule of visits.",
        from: 'schedule',
        key: 'website',
        rule: 'M30',
        text: 'Website compliance followed up, with the pupil premium and sports premium statements',
      },
    ]);
    expect(focusOf(OWLS, OWLS_VISITS, '2099-00/autumn-1', ASH.urn, { visits: [], areasFound })).toEqual([]);
  });
});
