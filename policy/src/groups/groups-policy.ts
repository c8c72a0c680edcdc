import { z } from 'zod';
import { key, percentage, text, whole } from '../policy-values.ts';
import type { Measure, SoapPolicy } from '../trust-policy.ts';

/** The pupil groups that returns tell apart (M13); left out where a trust asks for none. */
export interface GroupsPolicy {
  /** In the order in which people meet them. */
  readonly groups: readonly GroupPolicy[];
  /** Keys of the percentages asked of each group; all of them are asked of the same year groups. */
  readonly measures: readonly string[];
  /** Whether a return without them is incomplete. Where it isn't, a group left empty is shown as a gap. */
  readonly required: boolean;
  /** Groups, by key, that together make up all pupils, such as girls and boys. */
  readonly wholes: readonly (readonly string[])[];
  /**
   * Pupils who come and go in a half term, whichever is more: groups that are all pupils together may be more than the
   * roll by so many, for their sizes are filled in from last time (M15). In pupils, and in per cent of the roll.
   */
  readonly comeAndGo: { readonly pupils: number; readonly percent: number };
}

export interface GroupPolicy {
  readonly key: string;
  /** What people read, for example "Looked after". */
  readonly name: string;
}

export const GroupsPolicyShape = z.strictObject({
  groups: z
    .array(z.strictObject({ key, name: text }), { error: 'must be a list.' })
    .min(1, { error: 'is empty: give at least one group, or leave "groups" out.' }),
  measures: z
    .array(key, { error: 'must be a list of measure keys.' })
    .min(1, { error: 'is empty: name at least one measure.' }),
  required: z.boolean({ error: 'must be true or false.' }),
  wholes: z.array(
    z
      .array(key, { error: 'must be a list of group keys.' })
      .min(2, { error: 'must name two groups or more that together are all pupils.' }),
    { error: 'must be a list; it can be empty.' },
  ),
  comeAndGo: z.strictObject({ pupils: whole(0, 100), percent: percentage }),
});

/** What else inputs and the history are called; a group of this name could not be told from it. */
const TAKEN = ['pupils', 'school', 'comment', 'nextSteps'];

/** Where the values about pupil groups contradict each other or the return's measures and steps. */
export function groupsDisagreements({ groups: policy, measures, steps }: SoapPolicy) {
  const asking = steps.filter(({ groups }) => groups).length;
  if (policy === undefined) {
    return asking === 0 ? [] : [{ place: 'soap.steps', says: 'ask for pupil groups, but "groups" names none.' }];
  }
  const keys = policy.groups.map((group) => group.key);
  return [
    ...(asking === 1 ? [] : [{ place: 'soap.steps', says: 'must ask for pupil groups in exactly one step.' }]),
    ...policy.groups.flatMap((group, at) => {
      const place = `soap.groups.groups[${at}].key`;
      if (TAKEN.includes(group.key)) return [{ place, says: `${group.key} has another meaning: give another key.` }];
      return keys.indexOf(group.key) === at
        ? []
        : [{ place, says: `${group.key} is there already: each must be another.` }];
    }),
    ...measuresAsked(policy, measures),
    ...wholesNamed(policy, keys),
  ];
}

function measuresAsked(policy: GroupsPolicy, measures: readonly Measure[]) {
  const askable = measures.filter(({ unit, years }) => unit === '%' && years);
  const first = askable.find(({ key: one }) => one === policy.measures[0]);
  return policy.measures.flatMap((asked, at) => {
    const place = `soap.groups.measures[${at}]`;
    const found = askable.find((measure) => measure.key === asked);
    if (!found) {
      const says = `${asked} is no percentage of year groups: name one of ${askable.map((one) => one.key).join(', ')}.`;
      return [{ place, says }];
    }
    if (policy.measures.indexOf(asked) !== at) return [{ place, says: `${asked} is there already: name it once.` }];
    return !first || found.years?.join() === first.years?.join()
      ? []
      : [
          {
            place,
            says: `${asked} is not asked of the same year groups as ${first.key}: name measures of the same ones.`,
          },
        ];
  });
}

function wholesNamed({ wholes }: GroupsPolicy, keys: readonly string[]) {
  const all = wholes.flat();
  return wholes.flatMap((whole, at) =>
    whole.flatMap((named, within) => {
      const place = `soap.groups.wholes[${at}][${within}]`;
      if (!keys.includes(named))
        return [{ place, says: `there is no group ${named}: name one of ${keys.join(', ')}.` }];
      const before = wholes.slice(0, at).flat().length + within;
      return all.indexOf(named) === before ? [] : [{ place, says: `${named} is named already: name it once.` }];
    }),
  );
}
