// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, at, BROOK, CEO, facts, ofSchool, person, trust } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { actionsToReview, heldBefore, openActions } from './actions.ts';
import { checksDue } from './checks-due.ts';
import { focusOf } from './focus-of.ts';
import { lengthOf } from './length-of.ts';
import { OWLS_VISITS } from './owls-visits.ts';
import { reviewKey } from './review-held.ts';
import { visitorsOf } from './visitors-of.ts';
import { action, agreed, records, visit } from './visits.examples.ts';
import { visitsTasks } from './visits-tasks.ts';

const one = facts({ schools: [ASH] });
const owed = (when: string, other = {}, given = one) => visitsTasks(OWLS, OWLS_VISITS, given, records(other), at(when));
const begins = (tasks: ReturnType<typeof owed>, start: string) => tasks.filter(({ key }) => key.startsWith(start));

describe('what a half term asks of those who visit, in full', () => {
  test('M29: to agree the days of the visits', () => {
    expect(begins(owed('2026-08-25T08:00', {}, facts()), 'visit-days')).toEqual([
      {
        because:
          'No day is agreed for Ash Tree Primary School, Brookside Infant School, Cedar Junior School, Dale Village Primary School.',
        by: '2026-10-06T07:00:00Z',
        key: 'visit-days/2026-27/autumn-1/p-ceo',
        kind: 'task',
        otherwise: 'A school goes without its visit of the half term.',
        person: 'p-ceo',
        rule: 'M29',
        since: '2026-08-25T07:00:00Z',
        title: 'Agree the days of the core visits in Autumn 1, 2026-27',
      },
    ]);
    const leader = person('p-lead', 'Lead', ['head-leader', trust]);
    expect(begins(owed('2026-08-25T08:00', {}, facts({ people: [leader] })), 'visit-days')[0]?.person).toBe('p-lead');
    expect(begins(owed('2026-08-25T08:00', { visits: [agreed()] }), 'visit-days')).toEqual([]);
  });

  test('M30: to prepare a visit, once it is near and until it is held', () => {
    expect(begins(owed('2026-09-15T08:00', { visits: [agreed()] }), 'visit-preparation')).toEqual([
      {
        because:
          "It looks at: Safeguarding audit; Final review of the head's performance management; this year's objectives; Development plan agreed: fits what the school needs and is resourced; SOAP: this year's targets, from last year's outcomes; Learning walk with the head through all classes: rooms, attitudes in lessons, behaviour at break and lunch; Summer term's results, and how its targets were met; Single central record.",
        by: '2026-09-22T08:00:00Z',
        key: 'visit-preparation/visit/2026-27/autumn-1/100001/2026-09-22/p-ceo',
        kind: 'task',
        otherwise: 'The visit begins with what could have been read before it.',
        person: 'p-ceo',
        rule: 'M30',
        since: '2026-09-15T07:00:00Z',
        title: 'Prepare the core visit to Ash Tree Primary School on 2026-09-22',
        urn: '100001',
      },
      {
        because:
          "It looks at: Safeguarding audit; Final review of the head's performance management; this year's objectives; Development plan agreed: fits what the school needs and is resourced; SOAP: this year's targets, from last year's outcomes; Learning walk with the head through all classes: rooms, attitudes in lessons, behaviour at break and lunch; Summer term's results, and how its targets were met; Single central record.",
        by: '2026-09-22T08:00:00Z',
        key: 'visit-preparation/visit/2026-27/autumn-1/100001/2026-09-22/p-leader',
        kind: 'task',
        otherwise: 'The visit begins with what could have been read before it.',
        person: 'p-leader',
        rule: 'M30',
        since: '2026-09-15T07:00:00Z',
        title: 'Prepare the core visit to Ash Tree Primary School on 2026-09-22',
        urn: '100001',
      },
      {
        because:
          "It looks at: Safeguarding audit; Final review of the head's performance management; this year's objectives; Development plan agreed: fits what the school needs and is resourced; SOAP: this year's targets, from last year's outcomes; Learning walk with the head through all classes: rooms, attitudes in lessons, behaviour at break and lunch; Summer term's results, and how its targets were met; Single central record.",
        by: '2026-09-22T08:00:00Z',
        key: 'visit-preparation/visit/2026-27/autumn-1/100001/2026-09-22/p-ash',
        kind: 'task',
        otherwise: 'The visit begins with what could have been read before it.',
        person: 'p-ash',
        rule: 'M30',
        since: '2026-09-15T07:00:00Z',
        title: 'Prepare the core visit to Ash Tree Primary School on 2026-09-22',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2026-09-15T07:59', { visits: [agreed()] }), 'visit-preparation')).toEqual([]);
    const bare = visitsTasks(
      OWLS,
      { ...OWLS_VISITS, focus: [], checks: [] },
      one,
      records({ visits: [agreed()] }),
      at('2026-09-15T08:00'),
    );
    expect(begins(bare, 'visit-preparation')[0]?.because).toBe('It is agreed, and its focus is open.');
  });

  test('M31: to record a visit, from the day after it', () => {
    expect(begins(owed('2026-09-23T08:00', { visits: [agreed()] }), 'visit-record')).toEqual([
      {
        because: "It was agreed for 2026-09-22 and isn't recorded.",
        by: '2026-09-29T16:00:00Z',
        key: 'visit-record/visit/2026-27/autumn-1/100001/2026-09-22/p-ceo',
        kind: 'task',
        otherwise: 'Nobody owns what was found, and the next visit has nothing to review.',
        person: 'p-ceo',
        rule: 'M31',
        since: '2026-09-23T07:00:00Z',
        title: 'Record the core visit to Ash Tree Primary School, or agree another day for it',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2026-09-23T07:59', { visits: [agreed()] }), 'visit-record')).toEqual([]);
    expect(begins(owed('2026-09-23T08:00', { visits: [visit()] }), 'visit-record')).toEqual([]);
  });

  test('M31: to do what a visit agreed', () => {
    const held = visit({ findings: [action(), action({ key: 'a2', done: '2026-09-30' })] });
    expect(begins(owed('2026-10-06T08:00', { visits: [held] }), 'visit-action')).toEqual([
      {
        because: "It was agreed in the visit of 2026-09-22 and isn't marked done.",
        by: '2026-10-09T16:00:00Z',
        key: 'visit-action/visit/2026-27/autumn-1/100001/a1/2026-10-09/p-ash',
        kind: 'task',
        otherwise: 'It stays open and heads the agenda of the next visit.',
        person: 'p-ash',
        rule: 'M31',
        since: '2026-10-06T07:00:00Z',
        title: 'Do what the visit to Ash Tree Primary School agreed: Plan phonics groups anew',
        urn: '100001',
      },
    ]);
    expect(begins(owed('2026-10-06T07:59', { visits: [held] }), 'visit-action')).toEqual([]);
  });

  test('M31: to make the checks whose time ends', () => {
    expect(begins(owed('2026-10-06T08:00', { visits: [visit()] }), 'visit-checks')).toEqual([
      {
        because: 'No visit has recorded: Single central record.',
        by: '2026-10-16T16:00:00Z',
        key: 'visit-checks/2026-27/autumn-1/100001/p-ceo',
        kind: 'task',
        otherwise: 'They stay on the agenda of the next visit, late.',
        person: 'p-ceo',
        rule: 'M31',
        since: '2026-10-06T07:00:00Z',
        title: 'Make the checks still missing at Ash Tree Primary School',
        urn: '100001',
      },
    ]);
  });

  test('M29: to see to a visit that was agreed and is not recorded', () => {
    expect(begins(owed('2026-10-06T08:00', { visits: [agreed()] }), 'visit-missing')).toEqual([
      {
        because: "Its visit was agreed for 2026-09-22 and isn't recorded.",
        by: '2026-10-16T16:00:00Z',
        key: 'visit-missing/2026-27/autumn-1/100001/p-ceo',
        kind: 'task',
        otherwise: 'The school has one of its visits of the year less.',
        person: 'p-ceo',
        rule: 'M29',
        since: '2026-10-06T07:00:00Z',
        title: 'See that Ash Tree Primary School is visited in Autumn 1, 2026-27',
        urn: '100001',
      },
    ]);
  });

  test('M39: to record that reviews took place', () => {
    expect(begins(owed('2026-10-06T08:00', {}, facts()), 'reviews')).toEqual([
      {
        because: 'Nothing is recorded for Harriet Coombe, Daniel Osei, Mary Kettle.',
        by: '2026-10-16T16:00:00Z',
        key: 'reviews/2026-27/autumn-1/head-final/p-ceo',
        kind: 'task',
        otherwise: "The trust can't show that performance management took place.",
        person: 'p-ceo',
        rule: 'M39',
        since: '2026-10-06T07:00:00Z',
        title: 'Record that the final review and objectives of heads took place, and when',
      },
      {
        because: 'Nothing is recorded for Ash Tree Primary School, Brookside Infant School.',
        by: '2026-10-16T16:00:00Z',
        key: 'reviews/2026-27/autumn-1/leaders-final/p-leader',
        kind: 'task',
        otherwise: "The trust can't show that performance management took place.",
        person: 'p-leader',
        rule: 'M39',
        since: '2026-10-06T07:00:00Z',
        title: 'Record that the final reviews and objectives of senior leaders took place, and when',
      },
    ]);
    const held = {
      key: reviewKey(AUTUMN_1, 'head-final', 'p-ash'),
      review: 'head-final',
      halfTerm: AUTUMN_1,
      about: 'p-ash',
      by: 'p-ceo',
      heldOn: '2026-09-22',
    };
    expect(begins(owed('2026-10-06T08:00', { reviews: [held] }, facts()), 'reviews')[0]?.because).toBe(
      'Nothing is recorded for Daniel Osei, Mary Kettle.',
    );
  });
});

describe('who visits and for how long', () => {
  test('M29: the CEO with the head leader the school answers to; nobody visits their own school', () => {
    expect(visitorsOf(OWLS_VISITS, facts(), ASH.urn)).toEqual({
      visitors: [
        {
          email: 'p-ceo@example.org',
          id: 'p-ceo',
          name: 'Rowan Ellery',
          roles: [
            {
              role: 'ceo',
              scope: {
                kind: 'trust',
              },
            },
          ],
        },
        {
          email: 'p-leader@example.org',
          id: 'p-leader',
          name: 'Imogen Vale',
          roles: [
            {
              role: 'head-leader',
              scope: {
                cluster: 'North',
                kind: 'cluster',
              },
            },
          ],
        },
      ],
      why: {
        because: ['Rowan Ellery comes as CEO.', 'Imogen Vale comes as head teacher leader.'],
        rule: 'M29',
        wouldChange: 'Give the role to another person.',
      },
    });
    const both = person('p-both', 'Both', ['ceo', trust], ['head', ofSchool(ASH.urn)]);
    expect(visitorsOf(OWLS_VISITS, facts({ people: [both] }), ASH.urn)).toEqual({
      visitors: [],
      why: {
        because: [
          "Nobody who doesn't head the school is CEO.",
          "Nobody who doesn't head the school is head teacher leader.",
        ],
        rule: 'M29',
        wouldChange: 'Give the role to another person.',
      },
    });
    expect(visitorsOf(OWLS_VISITS, facts({ people: [CEO] }), ASH.urn).visitors.map(({ id }) => id)).toEqual(['p-ceo']);
    expect(visitorsOf(OWLS_VISITS, facts({ people: [] }), ASH.urn)).toEqual({
      visitors: [],
      why: {
        because: [
          "Nobody who doesn't head the school is CEO.",
          "Nobody who doesn't head the school is head teacher leader.",
        ],
        rule: 'M29',
        wouldChange: 'Give the role to another person.',
      },
    });
  });

  test('M29: half a day to a whole day by the last category and the grade', () => {
    const judged = (category: string) =>
      facts({
        judgements: [
          { urn: ASH.urn, halfTerm: AUTUMN_1, validated: { category, by: 'p-ceo', at: '2026-10-14T10:00:00Z' } },
        ],
      });
    const length = (given = facts(), school = ASH) =>
      lengthOf(OWLS, OWLS_VISITS, { ...given, schools: [school] }, AUTUMN_2, school.urn);
    expect(length()).toEqual({
      minutes: 180,
      why: {
        because: ['Its last Ofsted grade is 2. It asks for 180 minutes.'],
        rule: 'M29',
        wouldChange: 'A category validated before the half term, or an inspection, can change it.',
      },
    });
    expect(length(judged('2cc'))).toEqual({
      minutes: 390,
      why: {
        because: [
          'Its last validated category is 2cc. It asks for 390 minutes.',
          'Its last Ofsted grade is 2. It asks for 180 minutes.',
        ],
        rule: 'M29',
        wouldChange: 'A category validated before the half term, or an inspection, can change it.',
      },
    });
    expect(length(judged('2b'))).toEqual({
      minutes: 240,
      why: {
        because: [
          'Its last validated category is 2b. It asks for 240 minutes.',
          'Its last Ofsted grade is 2. It asks for 180 minutes.',
        ],
        rule: 'M29',
        wouldChange: 'A category validated before the half term, or an inspection, can change it.',
      },
    });
    const { ofsted: _, ...ungraded } = ASH;
    expect(length(facts(), ungraded)).toEqual({
      minutes: 390,
      why: {
        because: ['It has neither a category nor an Ofsted grade yet, so the visit takes 390 minutes.'],
        rule: 'M29',
        wouldChange: 'A category validated before the half term, or an inspection, can change it.',
      },
    });
    expect(length(facts(), { ...ASH, ofsted: { grade: 4 } }).minutes).toBe(390);
  });
});

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
