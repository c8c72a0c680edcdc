// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { inPounds, total } from './allocation.ts';
import type { Support } from './support.ts';
import type { SupportPolicy } from './support-policy.ts';
import { agreementDue, supportYear } from './support-year.ts';

export interface LedgerWarning {
  readonly kind:
    | 'over-ring-fence'
    | 'over-ceiling'
    | 'school-not-first'
    | 'not-covered'
    | 'not-agreed'
    | 'overspent'
    | 'unspent';
  /** Id of the support it is about, where it is about one. */
  readonly support?: string;
  readonly why: Why;
}

/** What one source is to pay and has paid in a year, whole pounds. */
export interface LedgerLine {
  readonly source: string;
  readonly name: string;
  readonly committed: number;
  readonly spent: number;
}

/** A year's sums for a school, as warnings are read from them. */
interface Sums {
  readonly year: AcademicYear;
  readonly mine: readonly Support[];
  readonly bySource: readonly LedgerLine[];
  readonly ringFenced: number;
  readonly committed: number;
  /** The school's own part of what is committed. */
  readonly schoolPays: number;
  readonly left: number;
}

/** What a ledger warns of as of `now` (M34): money over its limits, not covered, not agreed, overspent or unspent. */
export function warningsOf(
  policy: TrustPolicy,
  own: SupportPolicy,
  sums: Sums,
  now: Temporal.Instant,
): readonly LedgerWarning[] {
  return [
    ...overLimits(own, sums.ringFenced, sums.schoolPays),
    ...schoolNotFirst(sums),
    ...sums.mine.flatMap((support) => ofSupport(policy, own, support, now)),
    ...sums.bySource.flatMap(overspent),
    ...unspent(policy, own, sums.year, sums.bySource, now),
  ];
}

function schoolNotFirst({ left, committed, schoolPays }: Sums): LedgerWarning[] {
  if (left <= 0 || committed <= schoolPays) return [];
  return [
    warning(
      'school-not-first',
      [`Other sources pay ${inPounds(committed - schoolPays)}, and the ring fence has ${inPounds(left)} left.`],
      'Let the school pay first, as far as its ring fence goes.',
    ),
  ];
}

function overspent({ name, spent, committed }: LedgerLine): LedgerWarning[] {
  if (spent <= committed) return [];
  return [
    warning(
      'overspent',
      [`${inPounds(spent)} are spent from ${name}, and ${inPounds(committed)} are committed.`],
      'Commit what was spent, or correct the entry.',
    ),
  ];
}

function overLimits(own: SupportPolicy, ringFenced: number, schoolPays: number): LedgerWarning[] {
  const over = schoolPays > ringFenced;
  return [
    ...(over
      ? [
          warning(
            'over-ring-fence',
            [`The school is to pay ${inPounds(schoolPays)} and has set aside ${inPounds(ringFenced)}.`],
            `Raise the ring fence, up to ${inPounds(own.ceiling)}, or take the rest from another source.`,
          ),
        ]
      : []),
    ...(schoolPays > own.ceiling
      ? [
          warning(
            'over-ceiling',
            [`The school is to pay ${inPounds(schoolPays)}, above the planning ceiling of ${inPounds(own.ceiling)}.`],
            "Take what lies above from the trust's reserves or from grants.",
          ),
        ]
      : []),
  ];
}

function ofSupport(policy: TrustPolicy, own: SupportPolicy, support: Support, now: Temporal.Instant): LedgerWarning[] {
  const allocated = total(support.allocations);
  const due = agreementDue(policy, own, support);
  return [
    ...(allocated === support.cost
      ? []
      : [
          warning(
            'not-covered',
            [`${support.what} costs ${inPounds(support.cost)}, and its sources come to ${inPounds(allocated)}.`],
            'Spread the cost over the sources, no more and no less.',
            support.id,
          ),
        ]),
    ...(!support.agreed && due && Temporal.Instant.compare(now, due) >= 0
      ? [
          warning(
            'not-agreed',
            [
              `Who pays for ${support.what} was to be agreed by ${due.toZonedDateTimeISO(policy.trust.timeZone).toPlainDate()}.`,
            ],
            'The CEO and the head agree the cost and the source.',
            support.id,
          ),
        ]
      : []),
  ];
}

function unspent(
  policy: TrustPolicy,
  own: SupportPolicy,
  year: AcademicYear,
  bySource: readonly LedgerLine[],
  now: Temporal.Instant,
): LedgerWarning[] {
  const moments = supportYear(policy, own, year);
  if (!moments || Temporal.Instant.compare(now, moments.unspentFrom) < 0) return [];
  return bySource
    .filter((line) => line.committed > line.spent)
    .map((line) =>
      warning(
        'unspent',
        [`${inPounds(line.committed - line.spent)} from ${line.name} are committed and not spent.`],
        `Spend or release it by ${moments.lastDay}, the year's last school day.`,
      ),
    );
}

function warning(
  kind: LedgerWarning['kind'],
  because: readonly string[],
  wouldChange: string,
  support?: string,
): LedgerWarning {
  return { kind, ...(support === undefined ? {} : { support }), why: { rule: 'M34', because, wouldChange } };
}
