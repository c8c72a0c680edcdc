// @ts-nocheck
import { z } from 'zod';
import { HALF_TERM_NAME } from '../calendar/half-term.ts';
import type { PolicyFault } from '../policy-agreement.ts';
import { key, offset, role, text, time, whole } from '../policy-values.ts';

/** What a trust may set for its core visits (M29-M31) and for the record of performance management (M39). */

const minutes = whole(30, 600);
const halfTermName = text.regex(HALF_TERM_NAME, { error: 'must be a term and a number in it, such as autumn-1.' });
const halfTermNames = z.array(halfTermName, { error: 'must be a list of half terms, such as autumn-1.' }).min(1, {
  error: 'is empty: name at least one half term, such as autumn-1.',
});
const named = z.strictObject({ key, name: text });

export const VisitsPolicyShape = z.strictObject({
  /** Roles that visit together; the first leads. `head-leader` is the one the school answers to. */
  visitors: z.array(z.enum(['ceo', 'head-leader'], { error: 'must be "ceo" or "head-leader".' })).min(1, {
    error: 'is empty: name at least one of ceo, head-leader.',
  }),
  starts: time,
  /** Minutes by need: the longest that applies holds. */
  length: z.strictObject({
    halfDay: minutes,
    wholeDay: minutes,
    heading: z.strictObject({ better: minutes, 'in line': minutes, 'at risk': minutes }),
    grade: z.strictObject({ 1: minutes, 2: minutes, 3: minutes, 4: minutes }),
    /** Where neither a category nor a grade is on record. */
    unknown: minutes,
  }),
  /** School days at either end of a half term that are kept free of visits where the others are enough. */
  keepFree: z.strictObject({ first: whole(0, 10), last: whole(0, 10) }),
  /** What a visit looks at, half term by half term (M30). */
  focus: z.array(
    z.strictObject({
      halfTerm: halfTermName,
      items: z.array(named, { error: 'must be a list.' }).min(1, { error: 'is empty: name what is looked at.' }),
    }),
    { error: 'must be a list, one entry a half term.' },
  ),
  areas: z.array(named, { error: 'must be a list.' }).min(1, { error: 'is empty: name what findings are about.' }),
  /** Each check is wanted once in each of its windows, at any visit in it. */
  checks: z.array(
    z.strictObject({ key, name: text, area: key, windows: z.array(halfTermNames, { error: 'must be a list.' }) }),
    { error: 'must be a list; it can be empty.' },
  ),
  /** Moments by offset in days, moved to a school day. */
  asks: z.strictObject({
    /** From the half term's first school day: visits without an agreed date. */
    agree: offset,
    /** From the visit's date, before it: its visitors and the head are told of the focus. */
    prepare: offset,
    /** From the visit's date, after it: the record. */
    record: offset,
    /** Days after the visit by which the record is wanted. */
    recordWithin: whole(1, 28),
    /** From an action's date. */
    action: offset,
    /** From the half term's last school day: visits, checks and reviews still missing. */
    lastCall: offset,
  }),
  /** Performance management (M39): what takes place when, of whom and by whom. Never what is said. */
  reviews: z.array(
    z.strictObject({
      key,
      name: text,
      halfTerm: halfTermName,
      of: z.enum(['heads', 'central team', 'senior leaders', 'staff'], {
        error: 'must be "heads", "central team", "senior leaders" or "staff".',
      }),
      by: role,
    }),
    { error: 'must be a list; it can be empty.' },
  ),
});
export type VisitsPolicy = z.infer<typeof VisitsPolicyShape>;

/** Where the values of a visits policy contradict each other. */
export function visitsDisagreements(policy: VisitsPolicy): readonly PolicyFault[] {
  const areas = policy.areas.map((area) => area.key);
  return [
    ...twice(policy.visitors, 'visitors', ''),
    ...twice(areas, 'areas', '.key'),
    ...twice(
      policy.focus.map(({ halfTerm }) => halfTerm),
      'focus',
      '.halfTerm',
    ),
    ...policy.focus.flatMap(({ items }, at) => twice(items.map(keyOf), `focus[${at}].items`, '.key')),
    ...twice(policy.checks.map(keyOf), 'checks', '.key'),
    ...twice(policy.reviews.map(keyOf), 'reviews', '.key'),
    ...policy.checks.flatMap((check, at) => [
      ...(areas.includes(check.area)
        ? []
        : [{ place: `checks[${at}].area`, says: `${check.area} is no area: name one of ${areas.join(', ')}.` }]),
      ...twice(check.windows.flat(), `checks[${at}].windows`, ''),
    ]),
    ...lengths(policy.length),
    ...(policy.asks.record.days >= policy.asks.recordWithin
      ? [{ place: 'asks.recordWithin', says: 'must be more days than "record": it is asked for before it is due.' }]
      : []),
    ...(['prepare', 'action', 'lastCall'] as const)
      .filter((name) => policy.asks[name].days > 0)
      .map((name) => ({ place: `asks.${name}.days`, says: 'must be 0 or less: it comes before the day it is about.' })),
    ...(policy.asks.record.days < 0
      ? [{ place: 'asks.record.days', says: 'must be 0 or more: a visit is recorded after it.' }]
      : []),
  ];
}

function lengths({ halfDay, wholeDay, heading, grade, unknown }: VisitsPolicy['length']): PolicyFault[] {
  const given = [
    ...Object.entries(heading).map(([name, value]) => ({ place: `length.heading.${name}`, value })),
    ...Object.entries(grade).map(([name, value]) => ({ place: `length.grade.${name}`, value })),
    { place: 'length.unknown', value: unknown },
  ];
  const rising = [
    ['length.heading.in line', heading.better, heading['in line']],
    ['length.heading.at risk', heading['in line'], heading['at risk']],
    ['length.grade.2', grade[1], grade[2]],
    ['length.grade.3', grade[2], grade[3]],
    ['length.grade.4', grade[3], grade[4]],
  ] as const;
  return [
    ...(halfDay < wholeDay ? [] : [{ place: 'length.wholeDay', says: 'must be longer than "halfDay".' }]),
    ...given
      .filter(({ value }) => value < halfDay || value > wholeDay)
      .map(({ place, value }) => ({
        place,
        says: `is ${value} minutes: give ${halfDay} (half a day) to ${wholeDay} (a whole day).`,
      })),
    ...rising
      .filter(([, less, more]) => more < less)
      .map(([place, less]) => ({ place, says: `must be ${less} minutes or more: more need, no shorter visit.` })),
  ];
}

const keyOf = (one: { readonly key: string }) => one.key;

function twice(keys: readonly string[], list: string, field: string): PolicyFault[] {
  return keys.flatMap((one, at) =>
    keys.indexOf(one) === at
      ? []
      : [{ place: `${list}[${at}]${field}`, says: `${one} is there already: each must be another.` }],
  );
}
