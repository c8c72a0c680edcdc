import { describe, expect, test } from 'vitest';
import type { CollectionStep } from '../collection/collection-step.ts';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { dashboard } from './dashboard.ts';
import { soapFormView } from './soap-form.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEO, HEAD_ASH, HEAD_TWO, CEDAR, at, facts, soapReturn } = made;
// Opens 30 November 08:00, due 9 December 17:00, closes 18 December 17:00.
const NOW = at('2026-12-08T09:00');
const CLOSED = at('2026-12-19T09:00');
const step = (what: CollectionStep['step'], other: Partial<CollectionStep> = {}): CollectionStep => ({
  ...{ id: what, halfTerm: AUTUMN_2, step: what, note: 'Year 3 maths', by: CEO.id, at: '2026-12-08T08:00:00Z' },
  ...other,
});
const back = step('send back', { urn: ASH.urn, revision: 1 });
const takenBack = {
  urn: ASH.urn,
  halfTerm: AUTUMN_2,
  revision: 1,
  by: HEAD_ASH.id,
  at: '2026-12-08T08:30:00Z',
  note: 'A slip.',
};
const sent = soapReturn(ASH, AUTUMN_2, 76);
const draft = {
  ...{ ...soapReturn(ASH, AUTUMN_2, 64), revision: 2 },
  ...{ savedAt: '2026-12-08T08:40:00Z', savedBy: HEAD_ASH.id, version: '1' },
};
const having = (collection: NonNullable<Facts['records']>['collection'], other: Partial<Facts> = {}) =>
  facts({ returns: [sent], records: collection ? { collection } : {}, ...other });
const form = (given: Facts, who = HEAD_ASH, now = NOW, urn = ASH.urn) =>
  soapFormView(OWLS, given, who, urn, AUTUMN_2, now);

describe('a return that was sent (M14)', () => {
  test('can be taken back by its school while the round is open and nobody has confirmed it', () => {
    const may = (...given: Parameters<typeof form>) => form(...given)?.mayTakeBack;
    expect(may(facts({ returns: [sent] }))).toBe(true);
    expect(may(facts({ returns: [sent] }), CEO)).toBe(false);
    expect(may(facts({ returns: [sent] }), HEAD_ASH, CLOSED)).toBe(false);
    expect(may(facts())).toBe(false);
    expect(may(having({ steps: [step('confirm', { urn: ASH.urn, revision: 1 })] }))).toBe(false);
  });

  test('taken back, it says who did and why, and starts again with the draft that is left of it', () => {
    const seen = form(having({ steps: [], takenBack: [takenBack] }, { returns: [], drafts: [draft] }));
    expect(seen).toMatchObject({
      ...{ state: 'draft', mayTakeBack: false },
      takenBack: { by: HEAD_ASH.name, at: takenBack.at, note: 'A slip.' },
    });
    expect(seen?.start.cohorts[1]?.figures.maths).toBe(64);
    expect(seen).not.toHaveProperty('sentBack');
    expect(form(facts({ returns: [sent] }))).not.toHaveProperty('takenBack');
  });

  test('M25: the overview says that it was taken back, too', () => {
    const given = having({ steps: [], takenBack: [takenBack] }, { returns: [] });
    const rows = dashboard(OWLS, given, CEO, NOW, { reminders: () => 0 }).collection.schools;
    expect(rows.map((row) => row.takenBack)).toEqual([
      { by: HEAD_ASH.name, at: takenBack.at, note: 'A slip.' },
      ...[undefined, undefined, undefined],
    ]);
    const headless = dashboard(OWLS, facts({ people: [CEO] }), CEO, NOW, { reminders: () => 0 }).collection.schools;
    expect(headless.map(({ head }) => head)).toEqual(['', '', '', '']);
  });
});

describe('figures that were sent back (M15)', () => {
  const said = { step: 'send back', at: back.at, note: 'Year 3 maths', by: CEO.name };

  test('say who sent them back and what to look at, and are taken again when the round is closed, too', () => {
    expect(form(having({ steps: [back] }), HEAD_ASH, CLOSED)).toMatchObject({ open: true, sentBack: said });
    expect(form(having({ steps: [step('confirm', { urn: ASH.urn, revision: 1 })] }))).not.toHaveProperty('sentBack');
    expect(form(having({ steps: [] }))).not.toHaveProperty('sentBack');
  });

  test('go on saying so while the school has taken its return back, and of what was confirmed nothing', () => {
    const taken = { returns: [], drafts: [draft] };
    expect(form(having({ steps: [back], takenBack: [takenBack] }, taken))?.sentBack).toEqual(said);
    const confirmed = step('confirm', { urn: ASH.urn, revision: 1 });
    expect(form(having({ steps: [confirmed], takenBack: [takenBack] }, taken))).not.toHaveProperty('sentBack');
  });
});

describe('a round the office has had a word about (M14)', () => {
  test('closed early, the form says when and why; opened again, that it has no end of its own', () => {
    const close = step('close', { note: 'All are in.' });
    expect(form(having({ steps: [close] }))).toMatchObject({
      ...{ open: false, closes: close.at },
      word: { step: 'close', note: 'All are in.', by: CEO.name },
    });
    const again = form(having({ steps: [close, step('reopen', { id: 'later', note: 'Snow.' })] }), HEAD_ASH, CLOSED);
    expect(again).toMatchObject({ open: true, word: { step: 'reopen', note: 'Snow.' } });
    expect(again).not.toHaveProperty('closes');
    expect(form(facts({ returns: [sent] }))).not.toHaveProperty('word');
  });
});

test('M14: a head starts with their own draft, and whoever only reads with what was sent', () => {
  const given = facts({ returns: [soapReturn(ASH, AUTUMN_1, 70), sent], drafts: [draft] });
  const maths = (who: typeof CEO) => form(given, who)?.start.cohorts[1]?.figures.maths;
  expect([maths(HEAD_ASH), maths(CEO)]).toEqual([64, 76]);
});

test('M1: a head of one school who leads another’s cluster types for their own alone', () => {
  const both = made.person(
    'p-both',
    'Vic',
    ['head', made.ofSchool(BROOK.urn)],
    ['cluster-leader', made.ofCluster('North')],
  );
  const may = (urn: string) => form(facts(), both, NOW, urn)?.may.allowed;
  expect([may(ASH.urn), may(BROOK.urn)]).toEqual([false, true]);
  expect(form(facts(), HEAD_TWO, NOW, CEDAR.urn)?.may.allowed).toBe(true);
});
