import type { Cohort, PupilGroup } from '../soap/return.ts';
import { suppressed } from '../soap/suppression.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { groupCohorts, groupMeasures, pupilsTogether } from './asked.ts';

/** Pupil groups as somebody outside the school may see them. */
export interface SuppressedGroups {
  readonly groups: readonly PupilGroup[];
  /** Keys of the groups that were taken out. */
  readonly hidden: readonly string[];
}

/**
 * Takes out pupil groups that would speak of fewer children than the policy's threshold, numbers of pupils included:
 * how many of a school are looked after is not public (M15). Nor may what is left give them, or a small year group,
 * away against the whole school, whose figures readers know:
 *
 * - a group that leaves out only a few pupils goes too, since the whole less the group is those few;
 * - of groups that are all pupils together, such as girls and boys, one is never hidden alone, nor several of too few
 *   pupils together: the whole less the ones shown is the hidden. The smallest of those still shown go with them;
 * - where the year groups hidden in a measure have too few pupils together, groups that make up the whole go: they
 *   would tell it, and the whole less the year groups shown is those few.
 *
 * `cohorts` are the return's year groups as they were given. A group of no pupils hides nobody.
 */
export function suppressedGroups(
  policy: TrustPolicy,
  groups: readonly PupilGroup[],
  cohorts: readonly Cohort[],
): SuppressedGroups {
  const isFew = (pupils: number) => pupils > 0 && pupils < policy.soap.suppressBelow;
  const its = groupCohorts(policy, cohorts);
  const all = pupilsTogether(its);
  const hidden = new Set(groups.filter(({ pupils }) => isFew(pupils) || isFew(all - pupils)).map(({ group }) => group));
  const unseen = new Set(suppressed(policy, cohorts).hidden);
  const tellsFew = groupMeasures(policy).some(({ key }) =>
    isFew(pupilsTogether(its.filter(({ year }) => unseen.has(`${year}/${key}`)))),
  );
  for (const whole of policy.soap.groups?.wholes ?? []) {
    const members = groups.filter(({ group, pupils }) => whole.includes(group) && pupils > 0);
    const gone = members.filter(({ group }) => hidden.has(group));
    let pupils = pupilsTogether(gone);
    let count = gone.length;
    for (const next of members.filter(({ group }) => !hidden.has(group)).sort((a, b) => a.pupils - b.pupils)) {
      const isSafe = count === 0 || (count > 1 && !isFew(pupils));
      if (isSafe && !tellsFew) break;
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
