import { describe, expect, test } from 'vitest';
import type { CollectionStep } from '../collection/collection-step.ts';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { me } from './me.ts';

const { ASH, AUTUMN_1, AUTUMN_2, CEO, HEAD_ASH, at, facts, soapReturn } = made;
const SUMMER_2 = '2025-26/summer-2';
// Autumn 2 is collected from 30 November on.
const NOW = at('2026-12-02T12:00');

const step = (what: CollectionStep['step'], halfTerm: string, other: Partial<CollectionStep> = {}): CollectionStep => ({
  ...{ id: `${halfTerm} ${what}`, halfTerm, step: what, note: 'Two are late.', by: CEO.id },
  ...{ at: '2026-12-01T09:00:00Z' },
  ...other,
});
const open = (steps: readonly CollectionStep[], other: Partial<Facts> = {}, now = NOW) =>
  me(OWLS, facts({ records: { collection: { steps } }, ...other }), HEAD_ASH, now).ownSchools[0]?.alsoOpen;

describe('me (M1)', () => {
  test('own schools and no others, and what may be done, in a time without half terms too', () => {
    const view = me(OWLS, facts(), HEAD_ASH, NOW);
    expect(view.ownSchools).toEqual([{ urn: ASH.urn, name: ASH.name, alsoOpen: [] }]);
    expect(view.may).toMatchObject({ 'soap.write': true, 'soap.nudge': false });
    const later = me(OWLS, facts(), HEAD_ASH, at('2040-01-10T09:00'));
    expect([later.halfTerm, later.ownSchools[0]?.alsoOpen]).toEqual([undefined, []]);
  });
});

describe('rounds a head finds beside the running one (M14)', () => {
  test('those the office opened again, the newest first, and the running one is none of them', () => {
    expect(open([])).toEqual([]);
    expect(open([step('reopen', AUTUMN_1)])).toEqual([AUTUMN_1]);
    expect(open([step('reopen', SUMMER_2), step('reopen', AUTUMN_1), step('reopen', AUTUMN_2)])).toEqual([
      AUTUMN_1,
      SUMMER_2,
    ]);
    expect(open([step('close', AUTUMN_1)])).toEqual([]);
    expect(open([step('reopen', '2030-31/autumn-1')])).toEqual([]);
  });

  test('those whose figures were sent back to the school, and to no other', () => {
    const returns = [soapReturn(ASH, AUTUMN_1)];
    const back = step('send back', AUTUMN_1, { urn: ASH.urn, revision: 1 });
    expect(open([back], { returns })).toEqual([AUTUMN_1]);
    expect(open([{ ...back, urn: made.BROOK.urn }], { returns })).toEqual([]);
  });

  test('the round of the half term before while it is still taken in the next, and none the school was not in', () => {
    const after = at('2027-01-06T12:00');
    expect(open([], {}, after)).toEqual([]);
    expect(open([step('reopen', AUTUMN_2)], {}, after)).toEqual([AUTUMN_2]);
    const joined = { schools: [{ ...ASH, joined: '2026-11-02' }, made.BROOK] };
    expect(open([step('reopen', AUTUMN_1)], joined)).toEqual([]);
  });
});
