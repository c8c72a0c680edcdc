// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { allocate, checkRingFence, checkSupport } from './allocation.ts';
import { ledgerOf } from './ledger.ts';
import { OWLS_SUPPORT } from './owls-support.ts';
import { ringFence, support, YEAR } from './support.examples.ts';
import type { RingFence, Support } from './support.ts';
import { SupportPolicyShape, supportDisagreements } from './support-policy.ts';

const ledger = (supports: readonly Support[], when = '2026-11-02T09:00', ringFences: readonly RingFence[] = []) =>
  ledgerOf(OWLS, OWLS_SUPPORT, { supports, ringFences }, ASH.urn, YEAR, at(when));
const kinds = (...given: Parameters<typeof ledger>) => ledger(...given).warnings.map(({ kind }) => kind);
const fromSchool = (pounds: number) => ({ cost: pounds, allocations: [{ source: 'school', pounds }] });

describe('a cost over its sources', () => {
  test('M34: the school pays first, then the reserves, then grants', () => {
    expect(allocate(OWLS_SUPPORT, 9000, { grants: 5000, reserves: 3000, school: 5000 })).toEqual({
      allocations: [
        {
          pounds: 5000,
          source: 'school',
        },
        {
          pounds: 3000,
          source: 'reserves',
        },
        {
          pounds: 1000,
          source: 'grants',
        },
      ],
      ok: true,
      why: {
        because: [
          "£5,000 from the school's ring-fenced money.",
          "£3,000 from the trust's school improvement reserves.",
          '£1,000 from grants.',
        ],
        rule: 'M34',
        wouldChange: 'Another cost, or other sums left in the sources.',
      },
    });
  });

  test('M34: what no source covers is refused with the pounds that are missing', () => {
    expect(allocate(OWLS_SUPPORT, 9000, { school: 5000 })).toMatchObject({
      ok: false,
      says: expect.stringContaining('£4,000 of £9,000 are not covered'),
    });
    expect(allocate(OWLS_SUPPORT, 1, {})).toEqual({
      ok: false,
      says: '£1 of £1 are not covered: raise the ring fence up to £10,000, find another source, or plan less.',
      why: {
        because: ['No source has anything left.'],
        rule: 'M34',
        wouldChange: 'More money in a source, or a lower cost.',
      },
    });
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('M34: a cost of %s is refused', (cost) => {
    expect(allocate(OWLS_SUPPORT, cost, { school: 5000 })).toMatchObject({ ok: false });
    expect(checkSupport(OWLS_SUPPORT, { ...support(), cost })).toMatchObject({ ok: false });
  });

  test('M34: nothing costs nothing, and a source overdrawn or unreadable gives nothing', () => {
    expect(allocate(OWLS_SUPPORT, 0, {})).toEqual({
      allocations: [],
      ok: true,
      why: {
        because: ['It costs nothing.'],
        rule: 'M34',
        wouldChange: 'Another cost, or other sums left in the sources.',
      },
    });
    expect(allocate(OWLS_SUPPORT, 10, { school: -500, reserves: Number.NaN, grants: 10 })).toEqual({
      allocations: [
        {
          pounds: 10,
          source: 'grants',
        },
      ],
      ok: true,
      why: {
        because: ['£10 from grants.'],
        rule: 'M34',
        wouldChange: 'Another cost, or other sums left in the sources.',
      },
    });
  });

  test('M34: allocations come to the cost, none above its source, and none while an earlier source has money', () => {
    const sum = fc.integer({ min: -1000, max: 20_000 });
    fc.assert(
      fc.property(fc.nat(40_000), sum, sum, sum, (cost, school, reserves, grants) => {
        const has: Record<string, number> = { school, reserves, grants };
        const found = allocate(OWLS_SUPPORT, cost, has);
        const all = [school, reserves, grants].reduce((so, one) => so + Math.max(0, one), 0);
        expect(found.ok).toBe(cost <= all);
        if (!found.ok) return;
        expect(found.allocations.reduce((so, { pounds }) => so + pounds, 0)).toBe(cost);
        expect(found.allocations.every(({ source, pounds }) => pounds > 0 && pounds <= (has[source] ?? 0))).toBe(true);
        const used = found.allocations.slice(0, -1);
        expect(used.every(({ source, pounds }) => pounds === has[source])).toBe(true);
      }),
    );
  });

  test('M34: support is recorded only where known sources, each once, come to its cost', () => {
    expect(checkSupport(OWLS_SUPPORT, support())).toEqual({ ok: true });
    const refused = (allocations: Support['allocations'], what = 'coaching') =>
      checkSupport(OWLS_SUPPORT, { what, cost: 3000, allocations });
    expect(refused([{ source: 'lottery', pounds: 3000 }])).toEqual({
      ok: false,
      says: 'Choose one of school, reserves, grants.',
      why: {
        because: ['lottery is no source of the policy.'],
        rule: 'M34',
        wouldChange: 'A known source.',
      },
    });
    expect(refused([{ source: 'school', pounds: 2999 }])).toEqual({
      ok: false,
      says: 'Spread £3,000 over the sources, no more and no less.',
      why: {
        because: ['The sources come to £2,999.'],
        rule: 'M34',
        wouldChange: 'Sources that come to the cost.',
      },
    });
    expect(
      refused([
        { source: 'school', pounds: 3500 },
        { source: 'grants', pounds: -500 },
      ]),
    ).toEqual({
      ok: false,
      says: 'Give whole pounds, 0 or more.',
      why: {
        because: ['The part of grants is -500.'],
        rule: 'M34',
        wouldChange: 'A whole number of pounds.',
      },
    });
    expect(
      refused([
        { source: 'school', pounds: 1500 },
        { source: 'school', pounds: 1500 },
      ]),
    ).toEqual({
      ok: false,
      says: 'Name school once.',
      why: {
        because: ['school is there twice.'],
        rule: 'M34',
        wouldChange: 'One sum.',
      },
    });
    expect(refused([{ source: 'school', pounds: 3000 }], '  ')).toEqual({
      ok: false,
      says: 'Say what the support is.',
      why: {
        because: ['It has no words.'],
        rule: 'M34',
        wouldChange: 'A description.',
      },
    });
  });

  test('M34: a ring fence is at least £5,000 and at most £10,000', () => {
    expect([4999, 5000, 10_000, 10_001, 5000.5].map((pounds) => checkRingFence(OWLS_SUPPORT, pounds).ok)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the ledger of a school and year', () => {
  test('M34: an empty one has the minimum left and warns of nothing', () => {
    expect(ledger([], '2027-07-09T12:00')).toMatchObject({
      ringFenced: 5000,
      committed: 0,
      spent: 0,
      left: 5000,
      warnings: [],
    });
  });

  test('M34: it shows committed, spent and left, of this school and year alone', () => {
    const spent = [{ source: 'school', pounds: 1200, on: '2026-10-01', for: 'Six days' }];
    const others = [support({ id: 's-2', urn: BROOK.urn }), support({ id: 's-3', year: '2025-26' })];
    expect(ledger([support({ spent }), ...others])).toMatchObject({
      committed: 3000,
      spent: 1200,
      left: 2000,
      warnings: [],
    });
  });

  test('M34: the newest ring fence counts, whatever the order of the records', () => {
    const newer = { ...ringFence(ASH.urn, 8000), at: '2026-10-01T09:00:00Z' };
    expect(ledger([], undefined, [newer, ringFence(ASH.urn)]).ringFenced).toBe(8000);
    expect(ledger([], undefined, [ringFence(ASH.urn), newer]).ringFenced).toBe(8000);
  });

  test('M34: the school over its ring fence is warned of, over the planning ceiling as well', () => {
    expect(kinds([support(fromSchool(5000))])).toEqual([]);
    expect(kinds([support(fromSchool(5001))])).toEqual(['over-ring-fence']);
    expect(kinds([support(fromSchool(8000))], undefined, [ringFence(ASH.urn, 8000)])).toEqual([]);
    expect(kinds([support(fromSchool(10_000))])).toEqual(['over-ring-fence']);
    expect(kinds([support(fromSchool(10_001))])).toEqual(['over-ring-fence', 'over-ceiling']);
  });

  test('M34: other sources paying while the ring fence has money is warned of', () => {
    expect(kinds([support({ cost: 500, allocations: [{ source: 'grants', pounds: 500 }] })])).toEqual([
      'school-not-first',
    ]);
  });

  test('M34: a source not agreed at the start of the year is warned of from the day it was due', () => {
    const { agreed: _, ...open } = support();
    expect(kinds([open], '2026-09-22T16:59')).toEqual([]);
    expect(kinds([open], '2026-09-22T17:00')).toEqual(['not-agreed']);
    // Support that comes up later has a fortnight of its own.
    const later = { ...open, recordedAt: '2026-11-02T09:00:00Z' };
    expect(kinds([later], '2026-11-16T16:59')).toEqual([]);
    expect(kinds([later], '2026-11-16T17:00')).toEqual(['not-agreed']);
  });

  test('M34: committed money that is not spent near the end of the year is warned of', () => {
    const spent = [{ source: 'school', pounds: 2999, on: '2027-06-01', for: 'Days' }];
    expect(kinds([support({ spent })], '2027-06-07T07:59')).toEqual([]);
    expect(kinds([support({ spent })], '2027-06-07T08:00')).toEqual(['unspent']);
    expect(
      kinds(
        [support({ spent: [{ source: 'school', pounds: 3000, on: '2027-06-01', for: 'Days' }] })],
        '2027-06-07T08:00',
      ),
    ).toEqual([]);
  });

  test('M34: more spent than committed, and a cost its sources do not come to, are warned of', () => {
    const spent = [{ source: 'grants', pounds: 1, on: '2026-10-01', for: 'Paper' }];
    expect(kinds([support({ spent, cost: 3001 })])).toEqual(['not-covered', 'overspent']);
  });

  test('M34: money of a source the policy no longer names keeps its line', () => {
    const found = ledger([support({ cost: 10, allocations: [{ source: 'lottery', pounds: 10 }] })]);
    expect(found.bySource.find(({ source }) => source === 'lottery')).toEqual({
      committed: 10,
      name: 'lottery',
      source: 'lottery',
      spent: 0,
    });
  });

  test('M34: committed is the sum of allocations, and nothing is left below 0 without a warning', () => {
    const line = fc.record({ source: fc.constantFrom('school', 'reserves', 'grants'), pounds: fc.nat(9000) });
    const any = fc.record({
      cost: fc.nat(9000),
      allocations: fc.array(line, { maxLength: 4 }),
      spent: fc.array(
        line.map((one) => ({ ...one, on: '2026-11-01', for: 'x' })),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), fc.integer({ min: 5000, max: 10_000 }), (all, amount) => {
        const supports = all.map((one, index) => support({ id: `s-${index}`, ...one }));
        const found = ledger(supports, undefined, [ringFence(ASH.urn, amount)]);
        const sum = all.flatMap(({ allocations }) => allocations).reduce((so, { pounds }) => so + pounds, 0);
        expect(found.committed).toBe(sum);
        expect(found.bySource.reduce((so, { committed }) => so + committed, 0)).toBe(sum);
        expect(found.left < 0).toBe(found.warnings.some(({ kind }) => kind === 'over-ring-fence'));
        expect(found.bySource.some(({ spent, committed }) => spent > committed)).toBe(
          found.warnings.some(({ kind }) => kind === 'overspent'),
        );
      }),
    );
  });
});

describe('the policy of support', () => {
  test("M34: OWLS's own is well formed and agrees with itself", () => {
    expect(SupportPolicyShape.parse(OWLS_SUPPORT)).toEqual(OWLS_SUPPORT);
    expect(supportDisagreements(OWLS_SUPPORT)).toEqual([]);
  });

  test('M34: values that contradict each other are named with their place', () => {
    const places = supportDisagreements({
      ...OWLS_SUPPORT,
      ceiling: 4000,
      sources: [...OWLS_SUPPORT.sources.toReversed(), { key: 'grants', name: 'More grants', of: 'outside' }],
      agreedBy: { days: -1, at: '17:00' },
      unspentFrom: { days: 1, at: '08:00' },
      ask: { days: -1, at: '08:00' },
    }).map(({ place, says }) => `${place}: ${says}`);
    expect(places).toEqual([
      "ceiling: must be 5000 or more: it can't lie below the ring fence.",
      'sources: must be in order: the school, then the trust, then outside money.',
      'sources[3].key: grants is there already: each must be another.',
      'agreedBy: must not come before "opens": ask first, then expect an answer.',
      'unspentFrom.days: must be 0 or less: a warning after the year has ended helps nobody.',
      'ask.days: must be 0 or more: nothing is asked before its record is there.',
    ]);
    const none = supportDisagreements({ ...OWLS_SUPPORT, sources: OWLS_SUPPORT.sources.slice(1) });
    expect(none.map(({ place, says }) => `${place}: ${says}`)).toEqual([
      'sources: must name one source of the school: its ring-fenced money.',
    ]);
  });
});
