// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { ceoOf, holdersOf } from '../access/roles.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import type { LinkedDocument } from './linked-document.ts';
import type { OutsidePolicy } from './outside-policy.ts';

/** A line of the register of linked documents. */
export interface RegisterLine {
  readonly key: string;
  readonly title: string;
  /** Person id; undefined where neither the owner, nor the role, nor a CEO is on record. */
  readonly owner?: string;
  readonly place?: string;
  /** ISO dates. */
  readonly lastReview?: string;
  readonly due: string;
  readonly state: 'in date' | 'due soon' | 'overdue';
  readonly why: Why;
}

/**
 * The register of linked documents on a date, in the policy's order (M49): owner, last review, day of the next one.
 * An owner who is no longer on record gives way to the policy's role, then to the CEO.
 */
export function register(
  own: OutsidePolicy,
  facts: Pick<Facts, 'people'>,
  documents: readonly LinkedDocument[],
  date: string,
): readonly RegisterLine[] {
  return own.documents.linked.map((linked) => {
    const record = documents.find(({ key }) => key === linked.key);
    const last = record?.reviews
      .filter(({ on }) => on <= date)
      .reduce<LinkedDocument['reviews'][number] | undefined>(
        (newest, one) => (newest && newest.on >= one.on ? newest : one),
        undefined,
      );
    const due = last ? (last.next ?? monthsAfter(last.on, linked.everyMonths)) : linked.firstReview;
    const owner =
      facts.people.find(({ id }) => id === record?.owner) ?? holdersOf(facts, linked.owner)[0] ?? ceoOf(facts);
    return {
      key: linked.key,
      title: linked.title,
      ...(owner ? { owner: owner.id } : {}),
      ...(record?.place === undefined ? {} : { place: record.place }),
      ...(last ? { lastReview: last.on } : {}),
      due,
      state: stateOf(own, due, date),
      why: {
        rule: 'M49',
        because: [
          last ? `It was last reviewed on ${last.on}.` : 'No review is on record.',
          `The next one is due on ${due}.`,
        ],
        wouldChange: 'A review, recorded with its date.',
      },
    };
  });
}

function stateOf(own: OutsidePolicy, due: string, date: string): RegisterLine['state'] {
  if (date > due) return 'overdue';
  return date >= shifted(due, own.documents.prompt.days) ? 'due soon' : 'in date';
}

function monthsAfter(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}
