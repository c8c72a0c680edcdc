import { expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { type AuditedChange, historyView } from './history.ts';

const { ASH, AUTUMN_2, CEO, HEAD_ASH, HEAD_BROOK, at, facts } = made;
const NOW = at('2026-12-12T09:00');
const change = (action: string, other: Partial<AuditedChange> = {}): AuditedChange => ({
  ...{ at: '2026-12-07T10:00:00Z', person: HEAD_ASH.id, action, through: 'card', field: '', from: '', to: '', why: '' },
  ...other,
});
const CHANGES = [
  change('soap.draft begun', { at: '2026-12-05T10:00:00Z' }),
  change('soap.submitted', { field: 'revision', to: '2' }),
  change('soap.changed', { field: 'Y3:maths', from: '70', to: '74' }),
  change('soap.changed', { field: 'pupils:R', from: '29', to: '30' }),
  change('soap.changed', { field: 'school:attendance', to: '95.5' }),
  change('soap.changed', { field: 'comment', from: 'A', to: 'B' }),
  change('category.proposed', { at: '2026-12-08T10:00:00Z', person: 'p-north', to: '2b', why: 'Seen.' }),
  change('category.validated', { at: '2026-12-09T10:00:00Z', person: CEO.id, through: 'tab', from: '2b', to: '2a' }),
  change('collection.send-back', { at: '2026-12-06T10:00:00Z', person: 'gone', through: 'tab', why: 'Year 3' }),
  change('soap.strange-thing', { at: '2026-12-01T10:00:00Z' }),
];
const seenBy = (who: typeof CEO) =>
  historyView(OWLS, facts(), who, ASH.urn, AUTUMN_2, { changes: CHANGES, unreadable: 1 }, NOW);

test('M25: who decides on categories reads the whole, newest first, each moment with what changed in it', () => {
  expect(seenBy(CEO)).toEqual({
    asOf: NOW.toString(),
    school: { urn: ASH.urn, name: ASH.name },
    halfTerm: AUTUMN_2,
    unreadable: 1,
    entries: [
      {
        ...{ at: '2026-12-09T10:00:00Z', by: 'Rowan Ellery', through: 'tab', changes: [] },
        did: 'Validated category 2a in place of 2b',
      },
      {
        ...{ at: '2026-12-08T10:00:00Z', by: 'Tomas Arden', through: 'card', changes: [] },
        ...{ did: 'Proposed category 2b', why: 'Seen.' },
      },
      {
        ...{ at: '2026-12-07T10:00:00Z', by: 'Harriet Coombe', through: 'card' },
        did: 'Sent the return again, version 2',
        changes: [
          { what: 'Year 3, Maths', from: '70', to: '74' },
          { what: 'Reception, pupils', from: '29', to: '30' },
          { what: 'Attendance', from: '', to: '95.5' },
          { what: "The head's comment", from: 'A', to: 'B' },
        ],
      },
      {
        ...{ at: '2026-12-06T10:00:00Z', by: 'somebody who has left', through: 'tab', changes: [] },
        ...{ did: 'Sent the figures back', why: 'Year 3' },
      },
      { at: '2026-12-05T10:00:00Z', by: 'Harriet Coombe', through: 'card', did: 'Began a draft', changes: [] },
      { at: '2026-12-01T10:00:00Z', by: 'Harriet Coombe', through: 'card', did: 'soap strange thing', changes: [] },
    ],
  });
});

test('two sendings within one second are two, each with its own changes', () => {
  const twice = [
    change('soap.submitted', { field: 'revision', to: '1' }),
    change('soap.changed', { field: 'Y3:maths', from: '', to: '70' }),
    change('soap.submitted', { field: 'revision', to: '2' }),
    change('soap.changed', { field: 'Y3:maths', from: '70', to: '74' }),
  ];
  const view = historyView(OWLS, facts(), CEO, ASH.urn, AUTUMN_2, { changes: twice, unreadable: 0 }, NOW);
  expect(view?.entries.map(({ did, changes }) => [did, changes.map(({ to }) => to)])).toEqual([
    ['Sent the return again, version 2', ['74']],
    ['Sent the return', ['70']],
  ]);
});

test('M1: a head reads what was done to the return of their own school, and nothing of how its category came about', () => {
  expect(seenBy(HEAD_ASH)?.entries.map(({ did }) => did)).toEqual([
    'Sent the return again, version 2',
    'Sent the figures back',
    'Began a draft',
    'soap strange thing',
  ]);
  expect(seenBy(HEAD_BROOK)).toBeUndefined();
  expect(historyView(OWLS, facts(), CEO, '999999', AUTUMN_2, { changes: CHANGES, unreadable: 0 }, NOW)).toBeUndefined();
});

test('M28: what was done about inspections is told with what stood there before, to those who read the records', () => {
  const inspections = [
    change('inspection.recorded', { field: 'inspection', to: 'Graded inspection of 2026-03-10' }),
    change('inspection.corrected', { at: '2026-12-08T10:00:00Z', field: 'inspection', from: 'One', to: 'Another' }),
    change('inspection.taken out', { at: '2026-12-09T10:00:00Z', field: 'inspection', from: 'Another' }),
  ];
  const given = { changes: inspections, unreadable: 0 };
  const view = historyView(OWLS, facts(), CEO, ASH.urn, AUTUMN_2, given, NOW);
  expect(view?.entries.map(({ did, changes }) => [did, changes])).toEqual([
    ['Took out: Another', []],
    ['Corrected an inspection', [{ what: 'The inspection', from: 'One', to: 'Another' }]],
    ['Recorded: Graded inspection of 2026-03-10', []],
  ]);
  const roles = { ...OWLS.access.roles, ceo: { ...OWLS.access.roles.ceo, 'records.read': 'none' as const } };
  const narrower = { ...OWLS, access: { ...OWLS.access, roles } };
  expect(historyView(narrower, facts(), CEO, ASH.urn, AUTUMN_2, given, NOW)?.entries).toEqual([]);
});

test('M13: a figure of a pupil group is told by its name', () => {
  const sent = [
    change('soap.submitted', { field: 'revision', to: '2' }),
    change('soap.changed', { field: 'lookedAfter:rwm', from: '', to: '50' }),
    change('soap.changed', { field: 'pupils:send', from: '30', to: '31' }),
    change('soap.changed', { field: 'pupils:Y3', from: '30', to: '31' }),
    change('soap.changed', { field: 'gone:maths', from: '1', to: '2' }),
  ];
  const view = historyView(OWLS, facts(), CEO, ASH.urn, AUTUMN_2, { changes: sent, unreadable: 0 }, NOW);
  expect(view?.entries[0]?.changes.map(({ what }) => what)).toEqual([
    'Looked after, Reading, writing and maths',
    'SEND, pupils',
    'Year 3, pupils',
    'Maths',
  ]);
});

test.each<[string, Partial<AuditedChange>, string]>([
  ['soap.draft taken over', {}, 'Went on with a draft somebody else had begun'],
  ['soap.submitted', { to: '1' }, 'Sent the return'],
  ['soap.changed', {}, 'Changed the return'],
  ['soap.taken back', { from: '1' }, 'Took the return back'],
  ['soap.taken back', { from: '3' }, 'Took the return back, version 3'],
  ['category.proposed', { from: '2b', to: '2b' }, 'Proposed category 2b'],
  ['category.proposed', { from: '2b', to: '2a' }, 'Proposed category 2a in place of 2b'],
  ['category.validated', { to: '2a' }, 'Validated category 2a'],
  ['category.proposal taken back', { from: '2b' }, 'Took the proposal of 2b back'],
  ['category.validation taken back', { from: '2b' }, 'Took the validation of 2b back'],
  ['category.agreement', { to: 'agrees 2b' }, 'Agreed with category 2b'],
  ['category.agreement', { to: 'disagrees 2cc' }, 'Did not agree with category 2cc'],
  ['inspection.recorded', { to: 'Graded' }, 'Recorded: Graded'],
  ['inspection.corrected', {}, 'Corrected an inspection'],
  ['inspection.taken out', { from: 'Graded' }, 'Took out: Graded'],
  ['assessment.recorded', { field: 'Phonics', to: '70%' }, 'Recorded: Phonics. 70%'],
  ['assessment.corrected', { field: 'Phonics' }, 'Corrected: Phonics'],
  ['assessment.taken out', { field: 'Phonics', from: '70%' }, 'Took out: Phonics. 70%'],
  ['extra.given', { field: 'Attendance', to: '94%' }, 'Gave extra data: Attendance. 94%'],
  ['extra.corrected', { field: 'Attendance' }, 'Corrected extra data: Attendance'],
  ['analysis.need', { field: 'Reading' }, 'Wrote about a need in the analysis: Reading'],
  ['analysis.need taken out', { field: 'Reading' }, 'Took a need out of the analysis: Reading'],
  ['analysis.action', { field: '2025-26' }, 'Put an action into the analysis of 2025-26'],
  ['analysis.action taken out', { field: '2025-26' }, 'Took an action out of the analysis of 2025-26'],
  ['analysis.sent', { field: '2025-26' }, 'Sent the analysis of 2025-26'],
  ['analysis.taken back', { field: '2025-26' }, 'Took back the analysis of 2025-26'],
  ['collection.nudge', {}, 'Asked for the return'],
  ['collection.confirm', {}, 'Confirmed the figures'],
  ['collection.take-back', {}, 'Took back what was said of the figures'],
])('%s %j is told in words', (action, other, words) => {
  const given = { changes: [change(action, other)], unreadable: 0 };
  expect(historyView(OWLS, facts(), CEO, ASH.urn, AUTUMN_2, given, NOW)?.entries.map(({ did }) => did)).toEqual([
    words,
  ]);
});

test('what somebody else changed, or at another second, does not belong to a sending', () => {
  const apart = [
    change('soap.submitted', { to: '1' }),
    change('soap.changed', { field: 'nextSteps', from: 'A', to: 'B', person: CEO.id }),
    change('soap.changed', { field: 'comment', from: 'C', to: 'D', at: '2026-12-07T10:00:01Z' }),
    change('category.proposed', { to: '2b', at: '2026-12-07T10:00:02Z' }),
    change('soap.changed', { field: 'comment', from: 'D', to: 'E', at: '2026-12-07T10:00:02Z' }),
  ];
  const view = historyView(OWLS, facts(), CEO, ASH.urn, AUTUMN_2, { changes: apart, unreadable: 0 }, NOW);
  expect(view?.entries.map(({ did, changes }) => [did, changes])).toEqual([
    ['Changed the return', [{ what: "The head's comment", from: 'D', to: 'E' }]],
    ['Proposed category 2b', []],
    ['Changed the return', [{ what: "The head's comment", from: 'C', to: 'D' }]],
    ['Changed the return', [{ what: 'Next steps', from: 'A', to: 'B' }]],
    ['Sent the return', []],
  ]);
});

test('M1, M25: a school’s own agreement is told to its head, decisions on categories are not', () => {
  const both = [change('category.agreement', { to: 'agrees 2b' }), change('category.proposed', { to: '2b' })];
  const given = { changes: both, unreadable: 0 };
  const seen = historyView(OWLS, facts(), HEAD_ASH, ASH.urn, AUTUMN_2, given, NOW);
  expect(seen?.entries.map(({ did }) => did)).toEqual(['Agreed with category 2b']);
});

test('what a row of the audit is about keeps its own name where no measure, year group or pupil group has it', () => {
  const given = {
    changes: [
      change('assessment.corrected', { field: 'Phonics', from: '70%', to: '71%' }),
      change('extra.corrected', { field: 'Attendance', from: '90%', to: '91%' }),
      change('soap.changed', { field: 'pupils:gone', from: '1', to: '2' }),
      change('soap.changed', { field: 'school:old', from: '3', to: '4' }),
    ],
    unreadable: 0,
  };
  const { groups: _, ...soap } = OWLS.soap;
  for (const policy of [OWLS, { ...OWLS, soap }]) {
    const view = historyView(policy, facts(), CEO, ASH.urn, AUTUMN_2, given, NOW);
    expect(view?.entries.flatMap(({ changes }) => changes.map(({ what }) => what))).toEqual([
      ...['old', 'gone', 'Attendance', 'Phonics'],
    ]);
  }
});

test('M1, M25: what led to a category is for whoever proposes or validates, for the schools they do it for', () => {
  const given = { changes: [change('category.proposed', { to: '2b' })], unreadable: 0 };
  const reads = (who: typeof CEO, policy = OWLS) =>
    historyView(policy, facts(), who, ASH.urn, AUTUMN_2, given, NOW)?.entries.length;
  const { roles } = OWLS.access;
  const without = (right: 'category.propose' | 'category.validate') => ({
    ...OWLS,
    access: { ...OWLS.access, roles: { ...roles, ceo: { ...roles.ceo, [right]: 'none' as const } } },
  });
  expect([reads(CEO), reads(made.CLUSTER_NORTH)]).toEqual([1, 1]);
  expect([reads(CEO, without('category.propose')), reads(CEO, without('category.validate'))]).toEqual([1, 1]);
  const director = ['director', made.trust] as const;
  expect(reads(made.person('p-d', 'Dee', director))).toBe(0);
  expect(reads(made.person('p-e', 'Eve', director, ['cluster-leader', made.ofCluster('South')]))).toBe(0);
});

test('M1: who may not read the records of one school, though another’s, reads its returns’ history all the same', () => {
  const { roles } = OWLS.access;
  const narrower = { ...roles, director: { ...roles.director, 'records.read': 'none' as const } };
  const policy = { ...OWLS, access: { ...OWLS.access, roles: narrower } };
  const both = made.person('p-b', 'Vic', ['director', made.trust], ['head', made.ofSchool(made.BROOK.urn)]);
  const given = { changes: [change('soap.submitted', { to: '1' }), change('inspection.corrected')], unreadable: 0 };
  const view = historyView(policy, facts(), both, ASH.urn, AUTUMN_2, given, NOW);
  expect(view?.entries.map(({ did }) => did)).toEqual(['Sent the return']);
});
