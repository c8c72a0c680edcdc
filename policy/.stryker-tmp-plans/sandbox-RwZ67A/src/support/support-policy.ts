// @ts-nocheck
import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { key, offset, text, whole } from '../policy-values.ts';

const pounds = whole(0, 1_000_000);
const way = z.strictObject({ name: text, follows: text });
const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: 'must be 1, 2, 3 or 4.' });

export const SupportPolicyShape = z.strictObject({
  /** What each route is called, and what follows from it, in a sentence. */
  routes: z.strictObject({
    'school-asks': way,
    category: way,
    'at-risk': way,
    'due-diligence': way,
    'new-school': way,
  }),
  /** Ofsted parts of the scale whose schools are always supported. */
  supportedGrades: z.array(grade, { error: 'must be a list of Ofsted grades.' }),
  /** Months after joining in which a school without an inspection counts as new. */
  newForMonths: whole(1, 60),
  /** Pounds a school sets aside in a year, at least. */
  ringFence: pounds,
  /** Pounds of its own that are planned for a school in a year, at most. */
  ceiling: pounds,
  /** Who pays, the first first. */
  sources: z
    .array(
      z.strictObject({
        key,
        name: text,
        of: z.enum(['school', 'trust', 'outside'], { error: 'must be "school", "trust" or "outside".' }),
      }),
      { error: 'must be a list.' },
    )
    .min(1, { error: 'is empty: name who pays, the school first.' }),
  /** Days from the academic year's first school day: when asking begins, and when cost and source are to be agreed. */
  opens: offset,
  agreedBy: offset,
  /** Days from a record to the asking that follows from it. */
  ask: offset,
  /** Calendar days to agree support that comes up within the year. */
  agreeWithinDays: whole(1, 60),
  /** Days from the academic year's last school day: from when unspent money is warned of. */
  unspentFrom: offset,
});
export type SupportPolicy = z.infer<typeof SupportPolicyShape>;
/** The five ways into additional support (M33). */
export type Route = keyof SupportPolicy['routes'];

/** Where the values of a support policy contradict each other (M33, M34). */
export function supportDisagreements(policy: SupportPolicy): readonly PolicyFault[] {
  const keys = policy.sources.map((source) => source.key);
  const order = policy.sources.map(({ of }) => ['school', 'trust', 'outside'].indexOf(of));
  return [
    ...(policy.ceiling < policy.ringFence
      ? [{ place: 'ceiling', says: `must be ${policy.ringFence} or more: it can't lie below the ring fence.` }]
      : []),
    ...(policy.sources.filter(({ of }) => of === 'school').length === 1
      ? []
      : [{ place: 'sources', says: 'must name one source of the school: its ring-fenced money.' }]),
    ...(order.some((place, index) => place < (order[index - 1] ?? 0))
      ? [{ place: 'sources', says: 'must be in order: the school, then the trust, then outside money.' }]
      : []),
    ...keys.flatMap((one, index) =>
      keys.indexOf(one) === index
        ? []
        : [{ place: `sources[${index}].key`, says: `${one} is there already: each must be another.` }],
    ),
    ...(before(policy.agreedBy, policy.opens)
      ? [{ place: 'agreedBy', says: 'must not come before "opens": ask first, then expect an answer.' }]
      : []),
    ...(policy.unspentFrom.days > 0
      ? [{ place: 'unspentFrom.days', says: 'must be 0 or less: a warning after the year has ended helps nobody.' }]
      : []),
    ...(policy.ask.days < 0
      ? [{ place: 'ask.days', says: 'must be 0 or more: nothing is asked before its record is there.' }]
      : []),
  ];
}

function before(one: SupportPolicy['opens'], other: SupportPolicy['opens']): boolean {
  return one.days < other.days || (one.days === other.days && one.at < other.at);
}
