// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { plan } from '../meetings/plan.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { isParts, namedBy } from './overlay.ts';

/** A value that two policies do not share. `before` or `after` is undefined where one has no such value. */
export interface ValueDifference {
  /** For example `meetings[strategic].everyWeeks`. */
  readonly place: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A meeting that is only in one plan, or is in both with another time, place or people. */
export interface MeetingDifference {
  readonly key: string;
  readonly before: Meeting | undefined;
  readonly after: Meeting | undefined;
}

/** Where two policies differ, value by value, in the order of the first; the same policy twice differs nowhere. */
export function valueDifferences(before: unknown, after: unknown, place = ''): readonly ValueDifference[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const name = namedBy(before, after);
    if (name !== undefined) return partsDiffer(byName(before, name), byName(after, name), (key) => `${place}[${key}]`);
    return same(before, after) ? [] : [{ place, before, after }];
  }
  if (isParts(before) && isParts(after)) {
    return partsDiffer(before, after, (key) => (place === '' ? key : `${place}.${key}`));
  }
  return same(before, after) ? [] : [{ place, before, after }];
}

function partsDiffer(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  at: (key: string) => string,
): readonly ValueDifference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => valueDifferences(before[key], after[key], at(key)));
}

function byName(list: readonly unknown[], name: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(list.map((one) => [isParts(one) ? String(one[name]) : '', one]));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What a change of policy does to an academic year's meetings (M4, M5): those that come, go or change, by key. */
export function meetingDifferences(
  before: TrustPolicy,
  after: TrustPolicy,
  facts: Pick<Facts, 'schools' | 'people'>,
  year: AcademicYear,
): readonly MeetingDifference[] {
  const was = new Map(plan(before, facts, year).map((one) => [one.key, one]));
  const is = new Map(plan(after, facts, year).map((one) => [one.key, one]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ key, before: was.get(key), after: is.get(key) }))
    .filter((one) => !same(one.before, one.after));
}
