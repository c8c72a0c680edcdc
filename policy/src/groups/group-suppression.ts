import type { PupilGroup } from '../soap/return.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** Pupil groups as somebody outside the school may see them. */
export interface SuppressedGroups {
  readonly groups: readonly PupilGroup[];
  /** Keys of the groups that were taken out. */
  readonly hidden: readonly string[];
}

/**
 * Takes out pupil groups that would speak of fewer children than the policy's threshold, numbers of pupils included:
 * how many of a school are looked after is not public (M15). Nor may what is left give them away against the whole
 * school, whose figures readers know:
 *
 * - a group that leaves out only a few pupils goes too, since the whole less the group is those few;
 * - of groups that are all pupils together, such as girls and boys, one is never hidden alone, nor several of too few
 *   pupils together: the whole less the ones shown is the hidden. The smallest of those still shown go with them.
 *
 * `all` is the number of pupils of the year groups that the groups are made of. A group of no pupils hides nobody.
 */
export function suppressedGroups(
  { soap }: Pick<TrustPolicy, 'soap'>,
  groups: readonly PupilGroup[],
  all: number,
): SuppressedGroups {
  const isFew = (pupils: number) => pupils > 0 && pupils < soap.suppressBelow;
  const hidden = new Set(groups.filter(({ pupils }) => isFew(pupils) || isFew(all - pupils)).map(({ group }) => group));
  for (const whole of soap.groups?.wholes ?? []) {
    const [...shown] = groups
      .filter(({ group, pupils }) => whole.includes(group) && !hidden.has(group) && pupils > 0)
      .sort((one, other) => one.pupils - other.pupils);
    const gone = groups.filter(({ group }) => whole.includes(group) && hidden.has(group));
    let pupils = gone.reduce((sum, one) => sum + one.pupils, 0);
    let count = gone.length;
    for (const next of shown) {
      if (count === 0 || (count > 1 && !isFew(pupils))) break;
      hidden.add(next.group);
      pupils += next.pupils;
      count += 1;
    }
  }
  return {
    groups: groups.filter(({ group }) => !hidden.has(group)),
    hidden: groups.map(({ group }) => group).filter((group) => hidden.has(group)),
  };
}
