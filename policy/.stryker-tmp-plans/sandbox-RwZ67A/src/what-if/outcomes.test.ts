// @ts-nocheck
import { describe, expect, it } from 'vitest';
import { ASH, AUTUMN_1, at, facts, SCHOOLS, soapReturn } from '../examples/trust.examples.ts';
import { loadPolicy } from '../load-policy.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { outcomeDifferences } from './outcomes.ts';
import { overlay } from './overlay.ts';

const NOW = at('2026-10-12T09:00');
const given = facts({ returns: SCHOOLS.map((one) => soapReturn(one, AUTUMN_1, 72)), records: NO_RECORDS });
const changed = (change: unknown) => loadPolicy(overlay(OWLS, change));
const differ = (change: unknown) =>
  outcomeDifferences({ policy: OWLS, facts: given }, { policy: changed(change), facts: given }, NOW);

describe('what a change would mean for the trust as it stands', () => {
  it('is nothing where nothing changes', () => {
    expect(differ({})).toEqual([]);
  });

  it('M34: more pounds to set aside leave each school more', () => {
    expect(differ({ support: { ringFence: 7000 } })).toEqual(
      SCHOOLS.map(({ urn }) => ({ kind: 'money', of: urn, before: '5000', after: '7000' })),
    );
  });

  it('M27: a lower bar for strong attainment suggests better categories', () => {
    const better = differ({ soap: { bands: { strong: 62, secure: 50 } } }).filter(({ kind }) => kind === 'category');
    expect(better.map(({ of }) => of)).toEqual(SCHOOLS.map(({ urn }) => urn));
    for (const { before, after } of better) expect(after).not.toBe(before);
  });

  it('M35: another day for plans changes by when they are wanted, and no other duty', () => {
    const later = differ({ plans: { development: { agreedDays: 50 } } });
    expect(later.length).toBeGreaterThan(0);
    expect(
      later.every(({ kind, before, after }) => kind === 'duty' && before !== undefined && after !== undefined),
    ).toBe(true);
  });

  it('compares two sets of facts as well: M14: a return less is a message more', () => {
    const without = { ...given, returns: given.returns.filter(({ urn }) => urn !== ASH.urn) };
    const differences = outcomeDifferences({ policy: OWLS, facts: given }, { policy: OWLS, facts: without }, NOW);
    const asked = differences.filter(({ of }) => of.startsWith('soap-') && of.includes(ASH.urn));
    expect(asked).toEqual([expect.objectContaining({ kind: 'duty', before: undefined })]);
    expect(differences.every(({ kind, of }) => kind === 'duty' || of === ASH.urn)).toBe(true);
  });

  it('has no categories and no money beyond the years the policy knows', () => {
    const far = at('2031-10-12T09:00');
    const other = { policy: changed({ support: { ringFence: 7000 } }), facts: given };
    expect(outcomeDifferences({ policy: OWLS, facts: given }, other, far)).toEqual([]);
  });
});
