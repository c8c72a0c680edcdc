import { describe, expect, test } from 'vitest';
import { ASH, at } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { ledgerOf, ringFenceOf } from './ledger.ts';
import { OWLS_SUPPORT } from './owls-support.ts';
import { ringFence, support, YEAR } from './support.examples.ts';
import type { RingFence, Support } from './support.ts';
import { supportYear } from './support-year.ts';

const ledger = (supports: readonly Support[], when = '2026-11-02T09:00', ringFences: readonly RingFence[] = []) =>
  ledgerOf(OWLS, OWLS_SUPPORT, { supports, ringFences }, ASH.urn, YEAR, at(when));
const { agreed: _, ...OPEN } = support();

describe('what a ledger warns of, in full (M34)', () => {
  const school = (pounds: number, other: Partial<Support> = {}) =>
    support({ cost: pounds, allocations: [{ source: 'school', pounds }], ...other });
  const grants = support({ id: 's-2', cost: 500, allocations: [{ source: 'grants', pounds: 500 }] });

  test('a ledger within its limits', () => {
    expect(ledger([school(3000)])).toEqual({
      bySource: [
        {
          committed: 3000,
          name: "the school's ring-fenced money",
          source: 'school',
          spent: 0,
        },
        {
          committed: 0,
          name: "the trust's school improvement reserves",
          source: 'reserves',
          spent: 0,
        },
        {
          committed: 0,
          name: 'grants',
          source: 'grants',
          spent: 0,
        },
      ],
      committed: 3000,
      left: 2000,
      ringFenced: 5000,
      spent: 0,
      urn: '100001',
      warnings: [],
      year: '2026-27',
    });
    expect(ledger([school(5000)]).warnings).toEqual([]);
    expect(ledger([school(5000), grants]).warnings).toEqual([]);
  });

  test('limits, order and cover', () => {
    expect(ledger([school(5001)]).warnings).toEqual([
      {
        kind: 'over-ring-fence',
        why: {
          because: ['The school is to pay £5,001 and has set aside £5,000.'],
          rule: 'M34',
          wouldChange: 'Raise the ring fence, up to £10,000, or take the rest from another source.',
        },
      },
    ]);
    expect(ledger([school(OWLS_SUPPORT.ceiling + 1)], undefined, [ringFence(ASH.urn, 20_000)]).warnings).toEqual([
      {
        kind: 'over-ceiling',
        why: {
          because: ['The school is to pay £10,001, above the planning ceiling of £10,000.'],
          rule: 'M34',
          wouldChange: "Take what lies above from the trust's reserves or from grants.",
        },
      },
    ]);
    expect(ledger([school(OWLS_SUPPORT.ceiling)], undefined, [ringFence(ASH.urn, 20_000)]).warnings).toEqual([]);
    expect(ledger([school(3000), grants]).warnings).toEqual([
      {
        kind: 'school-not-first',
        why: {
          because: ['Other sources pay £500, and the ring fence has £2,000 left.'],
          rule: 'M34',
          wouldChange: 'Let the school pay first, as far as its ring fence goes.',
        },
      },
    ]);
    expect(ledger([support({ cost: 3001 })]).warnings).toEqual([
      {
        kind: 'not-covered',
        support: 's-1',
        why: {
          because: ['a reading specialist costs £3,001, and its sources come to £3,000.'],
          rule: 'M34',
          wouldChange: 'Spread the cost over the sources, no more and no less.',
        },
      },
    ]);
  });

  test('agreement, spending and the end of the year', () => {
    expect(ledger([OPEN], '2026-09-22T17:00').warnings).toEqual([
      {
        kind: 'not-agreed',
        support: 's-1',
        why: {
          because: ['Who pays for a reading specialist was to be agreed by 2026-09-22.'],
          rule: 'M34',
          wouldChange: 'The CEO and the head agree the cost and the source.',
        },
      },
    ]);
    expect(ledger([OPEN], '2026-09-22T16:59').warnings).toEqual([]);
    const spent = (pounds: number) =>
      school(3000, { spent: [{ source: 'school', pounds, on: '2026-10-05', for: 'Days' }] });
    expect(ledger([spent(3000)]).warnings).toEqual([]);
    expect(ledger([spent(3001)]).warnings).toEqual([
      {
        kind: 'overspent',
        why: {
          because: ["£3,001 are spent from the school's ring-fenced money, and £3,000 are committed."],
          rule: 'M34',
          wouldChange: 'Commit what was spent, or correct the entry.',
        },
      },
    ]);
    const year = supportYear(OWLS, OWLS_SUPPORT, YEAR);
    expect(year).toBeDefined();
    if (!year) return;
    const from = (now: typeof year.unspentFrom) =>
      ledgerOf(OWLS, OWLS_SUPPORT, { supports: [spent(1000)], ringFences: [] }, ASH.urn, YEAR, now).warnings;
    expect(from(year.unspentFrom)).toEqual([
      {
        kind: 'unspent',
        why: {
          because: ["£2,000 from the school's ring-fenced money are committed and not spent."],
          rule: 'M34',
          wouldChange: "Spend or release it by 2027-07-09, the year's last school day.",
        },
      },
    ]);
    expect(from(year.unspentFrom.subtract({ minutes: 1 }))).toEqual([]);
  });

  test('the newest ring fence counts, for its school and year', () => {
    const old = { ...ringFence(ASH.urn, 6000), at: '2026-08-26T09:00:00Z' };
    const newer = { ...ringFence(ASH.urn, 7000), at: '2026-09-26T09:00:00Z' };
    expect(ringFenceOf([newer, old], ASH.urn, YEAR)).toBe(newer);
    expect(ringFenceOf([old, newer], ASH.urn, YEAR)).toBe(newer);
    expect(ringFenceOf([old, { ...old, amount: 1 }], ASH.urn, YEAR)).toBe(old);
    expect(ringFenceOf([old], '999999', YEAR)).toBeUndefined();
    expect(ringFenceOf([old], ASH.urn, '2025-26')).toBeUndefined();
  });

  test('a source that the policy lost keeps its line', () => {
    const lost = support({ cost: 10, allocations: [{ source: 'lottery', pounds: 10 }] });
    expect(ledger([lost]).bySource.at(-1)).toEqual({ source: 'lottery', name: 'lottery', committed: 10, spent: 0 });
  });
});
