import { halfTermById } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { GroupsPolicy } from '../groups/groups-policy.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** The policy as it stands from a date on; the first edition stands from the beginning. */
export interface Edition {
  /** First day on which it holds, `YYYY-MM-DD`; empty for the first. */
  readonly from: string;
  /** Who decided the change and why, in a sentence; empty for the first. */
  readonly because: string;
  readonly policy: TrustPolicy;
}

/** By each edition, all editions of the same policy: whichever of them is at hand, the others can be found. */
const books = new WeakMap<TrustPolicy, readonly Edition[]>();

/** Makes the editions of a policy, oldest first, known to each other. */
export function bind(editions: readonly Edition[]): void {
  for (const { policy } of editions) books.set(policy, editions);
}

/** All editions of a policy, oldest first; a policy that was never amended is its only one. */
export function editionsOf(policy: TrustPolicy): readonly Edition[] {
  return books.get(policy) ?? [{ from: '', because: '', policy }];
}

/** The policy as it stood on a date (`YYYY-MM-DD`), whichever edition is given. */
export function policyOn(policy: TrustPolicy, date: string): TrustPolicy {
  return editionsOf(policy).findLast(({ from }) => from <= date)?.policy ?? policy;
}

/**
 * The policy a half term is judged by: the one that held on its first day, so that a change within a half term begins
 * with the next and a past one stays as it was. A half term without dates is judged by the policy given. Who may see
 * and do what stays as the policy given has it: a right that was taken away does not come back with an old half term.
 */
export function policyOf(policy: TrustPolicy, halfTerm: HalfTermId): TrustPolicy {
  const from = halfTermById(policy, halfTerm)?.from;
  const then = from === undefined ? policy : policyOn(policy, from);
  if (then.access === policy.access) return then;
  const known = withRightsOf.get(policy) ?? new WeakMap<TrustPolicy, TrustPolicy>();
  const made = known.get(then) ?? { ...then, access: policy.access };
  withRightsOf.set(policy, known.set(then, made));
  books.set(made, editionsOf(policy));
  return made;
}

/** By the policy given and the edition of a time, the edition with the given one's rights: made once, kept by identity. */
const withRightsOf = new WeakMap<TrustPolicy, WeakMap<TrustPolicy, TrustPolicy>>();

/**
 * The policy with the measures, the pupil groups, the categories, the assessments and the inspections' frameworks of all its editions: what rows of any time may hold. Only storage asks for it.
 */
export function widest(policy: TrustPolicy): TrustPolicy {
  const editions = editionsOf(policy);
  if (editions.length === 1) return policy;
  const all = <One>(list: (edition: TrustPolicy) => readonly One[], name: (one: One) => string): readonly One[] => [
    ...new Map(editions.flatMap((edition) => list(edition.policy)).map((one) => [name(one), one])).values(),
  ];
  return {
    ...policy,
    soap: {
      ...policy.soap,
      measures: all(
        ({ soap }) => soap.measures,
        ({ key }) => key,
      ),
      ...widestGroups(editions.flatMap((edition) => edition.policy.soap.groups ?? [])),
    },
    categorisation: {
      ...policy.categorisation,
      scale: all(
        ({ categorisation }) => categorisation.scale,
        ({ code }) => code,
      ),
    },
    national: {
      ...policy.national,
      assessments: [
        ...all(
          ({ national }) => national.assessments,
          ({ key }) => key,
        ),
      ],
    },
    inspections: {
      ...policy.inspections,
      frameworks: [
        ...all(
          ({ inspections }) => inspections.frameworks,
          ({ key }) => key,
        ),
      ],
      monitoringOutcomes: [
        ...all(
          ({ inspections }) => inspections.monitoringOutcomes,
          ({ key }) => key,
        ),
      ],
    },
  };
}

/** Every pupil group and measure of a group that any edition asks for. */
function widestGroups(all: readonly GroupsPolicy[]): Pick<TrustPolicy['soap'], 'groups'> {
  const [first] = all;
  if (!first) return {};
  const byKey = new Map(all.flatMap(({ groups }) => groups).map((group) => [group.key, group]));
  return {
    groups: {
      ...first,
      groups: [...byKey.values()],
      measures: [...new Set(all.flatMap(({ measures }) => measures))],
    },
  };
}
