import { describe, expect, test } from 'vitest';
import type { CollectionStep } from '../collection/collection-step.ts';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { collectionView } from './collection.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEDAR, CEO, DALE, at, facts, soapReturn } = made;
// Opens 30 November 08:00, due 9 December 17:00, closes 18 December 17:00.
const OPEN = at('2026-12-02T12:00');
const step = (id: string, what: CollectionStep['step'], other: Partial<CollectionStep> = {}): CollectionStep => ({
  ...{ id, halfTerm: AUTUMN_2, step: what, note: '', by: CEO.id, at: '2026-12-02T09:00:00Z', ...other },
});
const having = (steps: readonly CollectionStep[], other: Partial<Facts> = {}) =>
  facts({ records: { collection: { steps } }, returns: [soapReturn(ASH, AUTUMN_2)], ...other });
const view = (given = having([]), who = CEO, now = OPEN, halfTerm = AUTUMN_2) =>
  collectionView(OWLS, given, who, halfTerm, now, (urn) => (urn === BROOK.urn ? 2 : 0));
const ofSchool = (urn: string, ...rest: Parameters<typeof view>) =>
  view(...rest)?.schools.find((one) => one.urn === urn);

describe('a half term’s collection (M14)', () => {
  test('has its moments, the rounds so far and what each school has sent, the reminders each head had among it', () => {
    const { schools, halfTerms, ...frame } = view() ?? { schools: [], halfTerms: [] };
    expect(frame).toEqual({
      asOf: OPEN.toString(),
      halfTerm: { id: AUTUMN_2, year: '2026-27', name: 'autumn-2', from: '2026-10-26', to: '2026-12-18' },
      ...{ opens: '2026-11-30T08:00:00Z', due: '2026-12-09T17:00:00Z', closes: '2026-12-18T17:00:00Z' },
      ...{ open: true, may: { close: true } },
    });
    expect(schools.map(({ name, head, state, reminders }) => [name, head, state, reminders])).toEqual([
      [ASH.name, 'Harriet Coombe', 'returned', 0],
      [BROOK.name, 'Daniel Osei', 'waiting', 2],
      [CEDAR.name, 'Mary Kettle', 'waiting', 0],
      [DALE.name, 'Mary Kettle', 'waiting', 0],
    ]);
    expect(halfTerms).toEqual(['2024-25', '2025-26'].flatMap(ofYear).concat(AUTUMN_1, AUTUMN_2));
  });

  test('a round is there to choose from the minute it opens on', () => {
    const last = (now: string) => view(having([]), CEO, at(now))?.halfTerms.at(-1);
    expect(['2026-11-30T07:59', '2026-11-30T08:00'].map(last)).toEqual([AUTUMN_1, AUTUMN_2]);
  });

  test('says in whose word it is open or closed outside its window, and why', () => {
    const close = step('1', 'close', { note: 'All are in.' });
    expect(view(having([close]))).toMatchObject({
      open: false,
      word: { step: 'close', note: 'All are in.', by: CEO.name, at: close.at },
    });
    expect(view(having([close, step('2', 'reopen')]), CEO, at('2027-01-10T09:00'))).toMatchObject({
      open: true,
      word: { step: 'reopen' },
    });
    expect(view()).not.toHaveProperty('word');
  });

  test('M1: a reader sees the schools whose returns they read in full, and a year without dates has none', () => {
    const urns = (who: typeof CEO) => view(having([]), who)?.schools.map(({ urn }) => urn);
    expect(urns(made.CLUSTER_SOUTH)).toEqual([CEDAR.urn, DALE.urn]);
    expect(urns(made.HEAD_BROOK)).toEqual([BROOK.urn]);
    expect(urns(made.person('p-0', 'Nobody'))).toEqual([]);
    expect(view(having([]), CEO, OPEN, '2030-31/autumn-1')).toBeUndefined();
  });

  test('a school that has left is not asked', () => {
    const schools = made.SCHOOLS.map((one) => (one.urn === CEDAR.urn ? { ...one, left: '2026-09-30' } : one));
    expect(view(having([], { schools }))?.schools.map(({ urn }) => urn)).toEqual([ASH.urn, BROOK.urn, DALE.urn]);
  });
});

describe('what was said of a return (M15)', () => {
  const back = step('1', 'send back', { urn: ASH.urn, revision: 1, note: 'Year 3 maths' });
  const said = { step: 'send back', note: 'Year 3 maths', by: CEO.name, at: back.at };

  test('nothing yet, then the last word; of a return sent again what was said of the one before', () => {
    const accuracy = (given: Facts) => ofSchool(ASH.urn, given)?.accuracy;
    expect(accuracy(having([]))).toEqual({ state: 'unchecked' });
    expect(accuracy(having([back]))).toEqual({ state: 'sent back', said });
    const again = [soapReturn(ASH, AUTUMN_2), soapReturn(ASH, AUTUMN_2, 71, { revision: 2 })];
    expect(accuracy(having([back], { returns: again }))).toEqual({ state: 'unchecked', said });
    expect(ofSchool(BROOK.urn)).not.toHaveProperty('accuracy');
  });

  test('whoever looks at figures looks at those that were sent, and never at their own school’s', () => {
    const leader = made.person('p-both', 'Vic Marlow', ['head-leader', made.trust], ['head', made.ofSchool(ASH.urn)]);
    const checks = (who: typeof CEO, returns = made.SCHOOLS.map((one) => soapReturn(one, AUTUMN_2))) =>
      view(having([], { returns }), who)
        ?.schools.filter(({ may }) => may.check)
        .map(({ urn }) => urn);
    expect(checks(CEO)).toEqual([ASH.urn, BROOK.urn, CEDAR.urn, DALE.urn]);
    expect(checks(leader)).toEqual([BROOK.urn, CEDAR.urn, DALE.urn]);
    expect(checks(CEO, [soapReturn(ASH, AUTUMN_2)])).toEqual([ASH.urn]);
    expect(checks(made.CLUSTER_NORTH)).toEqual([]);
  });

  test('confirmed figures can still be sent back, and the other way round', () => {
    const confirmed = step('2', 'confirm', { urn: ASH.urn, revision: 1 });
    for (const steps of [[back], [back, confirmed]]) expect(ofSchool(ASH.urn, having(steps))?.may.check).toBe(true);
  });
});

describe('a nudge (M14)', () => {
  const nudges = (who = CEO, given = having([]), now = OPEN) =>
    view(given, who, now)
      ?.schools.filter(({ may }) => may.nudge)
      .map(({ urn }) => urn);

  test('is offered to those who chase, for schools that have not returned, while the round is open', () => {
    expect(nudges()).toEqual([BROOK.urn, CEDAR.urn, DALE.urn]);
    expect(nudges(made.CLUSTER_NORTH)).toEqual([BROOK.urn]);
    expect(nudges(made.HEAD_BROOK)).toEqual([]);
    expect(nudges(CEO, having([]), at('2026-12-18T17:00'))).toEqual([]);
  });

  test('says who asked and when, and is not offered again while it is on its way', () => {
    const nudge = step('1', 'nudge', { urn: BROOK.urn, note: 'By Friday, please.' });
    expect(ofSchool(BROOK.urn, having([nudge]))).toMatchObject({
      nudged: { step: 'nudge', note: 'By Friday, please.', by: CEO.name, at: nudge.at },
      may: { nudge: false },
    });
    expect(ofSchool(CEDAR.urn, having([nudge]))).not.toHaveProperty('nudged');
  });

  test('closing the round is for the office alone', () => {
    expect(view(having([]), made.CLUSTER_NORTH)?.may).toEqual({ close: false });
    expect(view(having([]), made.person('p-office', 'Ife', ['central-team', made.trust]))?.may).toEqual({
      close: true,
    });
  });
});

function ofYear(year: string): readonly string[] {
  return ['autumn', 'spring', 'summer'].flatMap((term) => [1, 2].map((half) => `${year}/${term}-${half}`));
}
