import type { SoapContent } from '../soap/content.ts';
import { type RowName, RULE, rowImpossible } from '../soap/figure-checks.ts';
import { inSentence } from '../soap/in-sentence.ts';
import type { Finding, PupilGroup } from '../soap/return.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { groupCohorts, groupMeasures, groupsAsked, groupYears, pupilsTogether } from './asked.ts';
import { groupChanges } from './group-changes.ts';
import type { GroupPolicy } from './groups-policy.ts';

/** How findings call a pupil group's row. */
export function groupRow({ key, name }: GroupPolicy): RowName {
  return { at: { group: key }, name, lead: `${name},` };
}

/** What can't be true of a return's pupil groups, whatever its year groups say (M15). */
export function groupsImpossible(
  { groups = [] }: Pick<SoapContent, 'groups'>,
  school: Pick<School, 'years'>,
  policy: TrustPolicy,
): readonly Finding[] {
  const asked = groupsAsked(policy, school);
  const measures = groupMeasures(policy);
  return groups.flatMap((row): readonly Finding[] => {
    const known = asked.find(({ key }) => key === row.group);
    if (!known) {
      const says = `The school is not asked for a pupil group ${row.group}. Take this row out.`;
      return [{ level: 'error', rule: RULE, group: row.group, says }];
    }
    return rowImpossible(measures, row, groupRow(known));
  });
}

/** What the policy requires of pupil groups and the return doesn't have; nothing where they are only asked for (M13). */
export function groupsMissing(
  { groups = [] }: Pick<SoapContent, 'groups'>,
  school: Pick<School, 'years'>,
  policy: TrustPolicy,
): readonly Finding[] {
  if (!policy.soap.groups?.required) return [];
  return groupsAsked(policy, school).flatMap(({ key, name }): readonly Finding[] => {
    const row = groups.find(({ group }) => group === key);
    if (!row) {
      const says = `${name}: say how many pupils there are (0 if none).`;
      return [{ level: 'error', rule: 'M13', group: key, field: 'pupils', says }];
    }
    if (row.pupils === 0) return [];
    return groupMeasures(policy)
      .filter((measure) => row.figures[measure.key] === undefined)
      .map((measure) => ({
        level: 'error',
        rule: 'M13',
        group: key,
        measure: measure.key,
        says: `${name}, ${inSentence(measure.name)} is missing.`,
      }));
  });
}

/** A pupil group larger than all year groups together; silent until every year group has its number (M15). */
export function groupsTooLarge(
  given: Pick<SoapContent, 'cohorts' | 'groups'>,
  school: Pick<School, 'years'>,
  policy: TrustPolicy,
): readonly Finding[] {
  const all = allPupils(given, school, policy);
  if (all === undefined) return [];
  return rowsOf(given, policy)
    .filter(({ row }) => row.pupils > all)
    .map(({ row, name }) => ({
      level: 'error',
      rule: RULE,
      group: row.group,
      field: 'pupils',
      says: `${name} are ${row.pupils} pupils, but the year groups have only ${all}. Mend whichever is wrong.`,
    }));
}

/**
 * Groups that together should be all pupils and are more by more than come and go in a half term (M15). Fewer is no
 * fault: not everything is recorded of every pupil.
 */
export function groupsImprobable(
  given: Pick<SoapContent, 'cohorts' | 'groups'>,
  school: Pick<School, 'years'>,
  policy: TrustPolicy,
): readonly Finding[] {
  const all = allPupils(given, school, policy);
  const own = policy.soap.groups;
  if (all === undefined || !own) return [];
  const most = all + Math.max(own.comeAndGo.pupils, (all * own.comeAndGo.percent) / 100);
  return own.wholes.flatMap((whole): readonly Finding[] => {
    const rows = rowsOf(given, policy).filter(({ row }) => whole.includes(row.group));
    const together = pupilsTogether(rows.map(({ row }) => row));
    const [first] = rows;
    if (!first || together <= most) return [];
    const names = rows.map(({ name }) => name).join(' and ');
    const says = `${names} together are ${together} pupils, but the year groups have ${all}. If that is right, say why in the comment.`;
    return [{ level: 'warning', rule: RULE, group: first.row.group, field: 'pupils', says }];
  });
}

/**
 * Figures of pupil groups that moved further than the policy believes without a comment (M15). Groups below the
 * policy's threshold for small cohorts are left alone: one child moves them that far.
 */
export function groupJumps(
  given: Pick<SoapContent, 'groups'>,
  last: Pick<SoapContent, 'groups'>,
  policy: TrustPolicy,
): readonly Finding[] {
  const isSmall = (one: Pick<SoapContent, 'groups'>, key: string) =>
    (one.groups?.find(({ group }) => group === key)?.pupils ?? 0) < policy.soap.suppressBelow;
  return groupChanges(given, last, policy).flatMap(({ group, groupName, measure, name, from, to, change }) => {
    if (change === undefined || Math.abs(change) <= policy.soap.plausibleJump) return [];
    if (isSmall(given, group) || isSmall(last, group)) return [];
    const says = `${groupName}, ${inSentence(name)} went from ${from}% to ${to}%. If that is right, say why in the comment.`;
    return [{ level: 'warning', rule: RULE, group, measure, says } as const];
  });
}

/** The pupils of all year groups that groups are made of; undefined while one of them has no number. */
function allPupils(
  { cohorts }: Pick<SoapContent, 'cohorts'>,
  school: Pick<School, 'years'>,
  policy: TrustPolicy,
): number | undefined {
  const its = groupCohorts(policy, cohorts);
  return groupYears(policy, school).every((year) => its.some((cohort) => cohort.year === year))
    ? pupilsTogether(its)
    : undefined;
}

function rowsOf(
  { groups = [] }: Pick<SoapContent, 'groups'>,
  policy: TrustPolicy,
): readonly { readonly row: PupilGroup; readonly name: string }[] {
  return (policy.soap.groups?.groups ?? []).flatMap(({ key, name }) =>
    groups.filter(({ group }) => group === key).map((row) => ({ row, name })),
  );
}
