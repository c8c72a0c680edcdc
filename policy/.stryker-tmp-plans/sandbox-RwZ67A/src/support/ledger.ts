// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { nameOf, total } from './allocation.ts';
import { type LedgerLine, type LedgerWarning, warningsOf } from './ledger-warnings.ts';
import type { SupportNeed } from './need.ts';
import type { RingFence, Support } from './support.ts';
import type { SupportPolicy } from './support-policy.ts';

/** A school's money for additional support in an academic year (M34), in whole pounds. */
export interface Ledger {
  readonly urn: string;
  readonly year: AcademicYear;
  /** What the school set aside; the policy's minimum where nothing is recorded. */
  readonly ringFenced: number;
  /** All that is allocated, from every source. */
  readonly committed: number;
  readonly spent: number;
  /** What the ring fence has left to commit; below 0 only with a warning. */
  readonly left: number;
  readonly bySource: readonly LedgerLine[];
  readonly warnings: readonly LedgerWarning[];
}

/** Everything on record of additional support; a ledger needs no needs. */
export interface SupportRecords {
  readonly supports: readonly Support[];
  readonly ringFences: readonly RingFence[];
  readonly needs: readonly SupportNeed[];
}
type MoneyRecords = Omit<SupportRecords, 'needs'>;

/** What is committed, spent and left of a school's money for support in a year, with warnings as of `now` (M34). */
export function ledgerOf(
  policy: TrustPolicy,
  own: SupportPolicy,
  records: MoneyRecords,
  urn: string,
  year: AcademicYear,
  now: Temporal.Instant,
): Ledger {
  const { mine, schoolPays, ...sums } = sumsOf(own, records, urn, year);
  return { urn, year, ...sums, warnings: warningsOf(policy, own, { year, mine, schoolPays, ...sums }, now) };
}

/** The sums of a ledger without its warnings. */
export function sumsOf(own: SupportPolicy, records: MoneyRecords, urn: string, year: AcademicYear) {
  const mine = records.supports.filter((support) => support.urn === urn && support.year === year);
  const allocations = mine.flatMap((support) => support.allocations);
  const spent = mine.flatMap((support) => support.spent);
  // A source the policy no longer has keeps its line: money doesn't vanish with a change of policy.
  const keys = new Set([
    ...own.sources.map(({ key }) => key),
    ...[...allocations, ...spent].map(({ source }) => source),
  ]);
  const bySource = [...keys].map((source) => ({
    source,
    name: nameOf(own, source),
    committed: total(allocations.filter((one) => one.source === source)),
    spent: total(spent.filter((one) => one.source === source)),
  }));
  const school = own.sources.find(({ of }) => of === 'school')?.key;
  const schoolPays = bySource.find(({ source }) => source === school)?.committed ?? 0;
  const ringFenced = ringFenceOf(records.ringFences, urn, year)?.amount ?? own.ringFence;
  return {
    mine,
    schoolPays,
    ringFenced,
    committed: total(allocations),
    spent: total(spent),
    left: ringFenced - schoolPays,
    bySource,
  };
}

/** The newest ring fence a school recorded for a year. */
export function ringFenceOf(all: readonly RingFence[], urn: string, year: AcademicYear): RingFence | undefined {
  return all
    .filter((one) => one.urn === urn && one.year === year)
    .reduce<RingFence | undefined>(
      (newest, one) =>
        newest && Temporal.Instant.compare(Temporal.Instant.from(newest.at), Temporal.Instant.from(one.at)) >= 0
          ? newest
          : one,
      undefined,
    );
}
