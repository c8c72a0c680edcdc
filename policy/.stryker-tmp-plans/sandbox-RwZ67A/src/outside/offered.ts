// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { GoodPractice } from './good-practice.ts';
import type { OutsidePolicy } from './outside-policy.ts';
import type { Priority } from './priority.ts';

/** Good practice as it is offered to the next joint practice development. */
export interface Offer {
  readonly practice: GoodPractice;
  /** The partnership priority it serves, where it serves one. */
  readonly priority?: string;
  readonly why: Why;
}

/** The partnership priorities of a year, in the order in which they were agreed, as agendas carry them (M45, M6). */
export function prioritiesOf(priorities: readonly Priority[], year: AcademicYear): readonly Priority[] {
  return priorities
    .filter((priority) => priority.year === year)
    .sort((one, other) => order(one.agreedOn + one.id, other.agreedOn + other.id));
}

/**
 * What joint practice development is offered on a date (M45): practice the school would show, not shown yet, still
 * fresh, of schools of the trust. What serves a priority of the year comes first, then what has waited longest.
 */
export function offered(
  own: OutsidePolicy,
  facts: Pick<Facts, 'schools'>,
  records: { readonly practices: readonly GoodPractice[]; readonly priorities: readonly Priority[] },
  year: AcademicYear,
  date: string,
): readonly Offer[] {
  const priorities = prioritiesOf(records.priorities, year);
  return records.practices
    .filter(({ answer, shownAt }) => answer?.willing === true && answer.on <= date && shownAt.length === 0)
    .flatMap((practice): Offer[] => {
      const school = schoolOf(facts, practice.urn);
      if (!school || !belongs(school, date) || !isFresh(own, practice, date)) return [];
      const priority = priorities.find(({ area }) => same(area, practice.area));
      const because = [`It was seen at ${school.name} on ${practice.spottedOn}, and the school would show it.`];
      if (priority) because.push(`It serves the priority "${priority.title}".`);
      const wouldChange = `It is shown, or it is ${freshUntil(own, practice)}, when it has to be looked at again.`;
      return [{ practice, ...(priority ? { priority: priority.id } : {}), why: { rule: 'M45', because, wouldChange } }];
    })
    .sort((one, other) => order(rank(one), rank(other)));
}

/** Whether practice was seen recently enough to be offered on a date, and not after it (M45). */
export function isFresh(own: OutsidePolicy, practice: GoodPractice, date: string): boolean {
  return practice.spottedOn <= date && date < freshUntil(own, practice);
}

function freshUntil(own: OutsidePolicy, { spottedOn }: GoodPractice): string {
  return Temporal.PlainDate.from(spottedOn).add({ months: own.goodPractice.freshForMonths }).toString();
}

function rank({ priority, practice }: Offer): string {
  return `${priority === undefined ? 1 : 0}/${practice.spottedOn}/${practice.id}`;
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
