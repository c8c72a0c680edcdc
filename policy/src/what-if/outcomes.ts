import type { Temporal } from 'temporal-polyfill';
import { academicYearAt, dateAt, halfTermAt } from '../calendar/academic-calendar.ts';
import { suggestion } from '../categorisation/suggestion.ts';
import { due } from '../duties/due.ts';
import type { Facts } from '../facts.ts';
import { NO_RECORDS } from '../records.ts';
import { ledgerOf } from '../support/ledger.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A policy and the facts it is asked about. */
export interface Situation {
  readonly policy: TrustPolicy;
  readonly facts: Facts;
}

/** Something that is only in one of two situations (the other is undefined), or is in both with another value. */
export interface OutcomeDifference {
  readonly kind: 'duty' | 'category' | 'money';
  /** The duty's key, or the school's URN. */
  readonly of: string;
  /** By when a duty is wanted, else what it is; the category suggested (M27); pounds left for support (M34). */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * What differs at a moment between two policies, two sets of facts, or both: duties owed, categories suggested, and
 * money left for support. The same situation twice differs in nothing.
 */
export function outcomeDifferences(
  before: Situation,
  after: Situation,
  now: Temporal.Instant,
): readonly OutcomeDifference[] {
  return (['duty', 'category', 'money'] as const).flatMap((kind) => {
    const [was, is] = [OUTCOMES[kind](before, now), OUTCOMES[kind](after, now)];
    return [...new Set([...was.keys(), ...is.keys()])]
      .map((of) => ({ kind, of, before: was.get(of), after: is.get(of) }))
      .filter((one) => one.before !== one.after);
  });
}

type Outcomes = ReadonlyMap<string, string>;

const OUTCOMES: Readonly<Record<OutcomeDifference['kind'], (situation: Situation, now: Temporal.Instant) => Outcomes>> =
  {
    duty: ({ policy, facts }, now) => new Map(due(policy, facts, now).map(({ key, kind, by }) => [key, by ?? kind])),
    category: ({ policy, facts }, now) => {
      const halfTerm = halfTermAt(policy, now);
      if (!halfTerm) return new Map();
      return new Map(
        schoolsOn(facts.schools, dateAt(policy, now)).map((school) => [
          school.urn,
          suggestion(policy, facts, school, halfTerm.id).category,
        ]),
      );
    },
    money: ({ policy, facts }, now) => {
      const year = academicYearAt(policy, now);
      if (year === undefined) return new Map();
      const { support } = { ...NO_RECORDS, ...facts.records };
      return new Map(
        schoolsOn(facts.schools, dateAt(policy, now)).map(({ urn }) => [
          urn,
          String(ledgerOf(policy, policy.support, support, urn, year, now).left),
        ]),
      );
    },
  };
