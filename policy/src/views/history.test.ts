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
