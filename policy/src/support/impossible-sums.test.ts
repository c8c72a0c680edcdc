import { describe, expect, test } from 'vitest';
import { allocate, checkRingFence, checkSupport, inPounds, nameOf, total } from './allocation.ts';
import { OWLS_SUPPORT } from './owls-support.ts';
import { support } from './support.examples.ts';
import type { Support } from './support.ts';

describe('sums that cannot stand, in full (M34)', () => {
  test('a ring fence', () => {
    expect(checkRingFence(OWLS_SUPPORT, OWLS_SUPPORT.ringFence)).toEqual({ ok: true });
    expect(checkRingFence(OWLS_SUPPORT, OWLS_SUPPORT.ceiling)).toEqual({ ok: true });
    expect(checkRingFence(OWLS_SUPPORT, OWLS_SUPPORT.ringFence - 1)).toEqual({
      ok: false,
      says: 'Set aside from £5,000 to £10,000, in whole pounds.',
      why: {
        because: ['4999 lies outside what the trust has agreed.'],
        rule: 'M34',
        wouldChange: 'A sum within it; what lies above comes from the other sources.',
      },
    });
    expect(checkRingFence(OWLS_SUPPORT, OWLS_SUPPORT.ceiling + 1)).toMatchObject({ ok: false });
    expect(checkRingFence(OWLS_SUPPORT, 5000.5)).toMatchObject({ ok: false });
  });

  test('support', () => {
    const check = (other: Partial<Support>) => checkSupport(OWLS_SUPPORT, support(other));
    expect(check({})).toEqual({ ok: true });
    expect(check({ cost: 0, allocations: [] })).toEqual({ ok: true });
    expect(check({ what: ' ' })).toEqual({
      ok: false,
      says: 'Say what the support is.',
      why: {
        because: ['It has no words.'],
        rule: 'M34',
        wouldChange: 'A description.',
      },
    });
    expect(check({ cost: -1 })).toEqual({
      ok: false,
      says: 'Give whole pounds, 0 or more.',
      why: {
        because: ['The cost is -1.'],
        rule: 'M34',
        wouldChange: 'A whole number of pounds.',
      },
    });
    expect(check({ cost: 2999 })).toEqual({
      ok: false,
      says: 'Spread £2,999 over the sources, no more and no less.',
      why: {
        because: ['The sources come to £3,000.'],
        rule: 'M34',
        wouldChange: 'Sources that come to the cost.',
      },
    });
    expect(check({ allocations: [{ source: '', pounds: 3000 }] })).toEqual({
      ok: false,
      says: 'Choose one of school, reserves, grants.',
      why: {
        because: ['An empty name is no source of the policy.'],
        rule: 'M34',
        wouldChange: 'A known source.',
      },
    });
    const twice = [
      { source: 'school', pounds: 1000 },
      { source: 'school', pounds: 2000 },
    ];
    expect(check({ allocations: twice })).toEqual({
      ok: false,
      says: 'Name school once.',
      why: {
        because: ['school is there twice.'],
        rule: 'M34',
        wouldChange: 'One sum.',
      },
    });
    expect(check({ allocations: [{ source: 'school', pounds: 0.5 }] })).toEqual({
      ok: false,
      says: 'Give whole pounds, 0 or more.',
      why: {
        because: ['The part of school is 0.5.'],
        rule: 'M34',
        wouldChange: 'A whole number of pounds.',
      },
    });
  });

  test('a cost over its sources', () => {
    expect(allocate(OWLS_SUPPORT, 0, {})).toEqual({
      allocations: [],
      ok: true,
      why: {
        because: ['It costs nothing.'],
        rule: 'M34',
        wouldChange: 'Another cost, or other sums left in the sources.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 100, { school: 99.9, reserves: -5, grants: Number.POSITIVE_INFINITY })).toEqual({
      ok: false,
      says: '£1 of £100 are not covered: raise the ring fence up to £10,000, find another source, or plan less.',
      why: {
        because: ["£99 from the school's ring-fenced money."],
        rule: 'M34',
        wouldChange: 'More money in a source, or a lower cost.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 100, { school: 60, grants: 40 })).toEqual({
      allocations: [
        {
          pounds: 60,
          source: 'school',
        },
        {
          pounds: 40,
          source: 'grants',
        },
      ],
      ok: true,
      why: {
        because: ["£60 from the school's ring-fenced money.", '£40 from grants.'],
        rule: 'M34',
        wouldChange: 'Another cost, or other sums left in the sources.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 100, {})).toEqual({
      ok: false,
      says: '£100 of £100 are not covered: raise the ring fence up to £10,000, find another source, or plan less.',
      why: {
        because: ['No source has anything left.'],
        rule: 'M34',
        wouldChange: 'More money in a source, or a lower cost.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 1.5, {})).toMatchObject({ ok: false });
  });

  test('pounds and names', () => {
    expect([inPounds(5000), inPounds(-5000), inPounds(0)]).toEqual(['£5,000', '-£5,000', '£0']);
    expect([nameOf(OWLS_SUPPORT, 'grants'), nameOf(OWLS_SUPPORT, 'lottery')]).toEqual(['grants', 'lottery']);
    expect(total([{ pounds: 1 }, { pounds: 2 }])).toBe(3);
  });
});
