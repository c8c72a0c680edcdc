import type { Sight } from '../access/sight.ts';
import { halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import { onceEach } from '../calendar/remembered.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { groupCohorts, groupsAsked, pupilsTogether } from '../groups/asked.ts';
import { suppressedGroups } from '../groups/group-suppression.ts';
import { latestReturn } from '../soap/kept.ts';
import type { Cohort, PupilGroup, SoapReturn } from '../soap/return.ts';
import { suppressed } from '../soap/suppression.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** How much a reader sees of a school's figures. */
export type Sees = (urn: string) => Sight['figures'];

/** The pupil groups of a school's last return of a year, and what of them a reader does not see. */
export interface GroupsGiven {
  readonly urn: string;
  readonly halfTerm: SoapReturn['halfTerm'];
  readonly inFull: boolean;
  /** As they were given. */
  readonly groups: readonly PupilGroup[];
  /** The year groups they are made of, as they were given. */
  readonly cohorts: readonly Cohort[];
  /** Keys of the groups the reader does not see. */
  readonly unseen: ReadonlySet<string>;
  /** The year groups' cells that are hidden from whoever does not see the school in full, as `year/measure`. */
  readonly cells: ReadonlySet<string>;
}

/** What of a return is hidden from whoever does not see the school in full: the same for each of them. */
const hiddenUnder = onceEach((policy: TrustPolicy) =>
  onceEach(({ groups = [], cohorts }: SoapReturn) => ({
    groups: suppressedGroups(policy, groups, cohorts).hidden,
    cells: suppressed(policy, cohorts).hidden,
  })),
);

/** The last return of a year of each school that is asked for pupil groups, as a reader has it; none without a return. */
export function groupsGiven(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns'>,
  schools: readonly School[],
  year: AcademicYear,
  sees: Sees,
): readonly GroupsGiven[] {
  const ofYear = halfTerms(policy)
    .filter((one) => one.year === year)
    .map(({ id }) => id);
  return schools.flatMap((school): GroupsGiven[] => {
    const last = ofYear.map((id) => latestReturn(facts, school.urn, id)).findLast((one) => one !== undefined);
    if (!last) return [];
    const then = policyOf(policy, last.halfTerm);
    const asked = new Set(groupsAsked(then, school).map(({ key }) => key));
    if (asked.size === 0) return [];
    const groups = (last.groups ?? []).filter(({ group }) => asked.has(group));
    const sight = sees(school.urn);
    const hidden = sight === 'all' ? undefined : hiddenUnder(then)(last);
    return [
      {
        ...{ urn: school.urn, halfTerm: last.halfTerm, inFull: sight === 'all', groups },
        cohorts: groupCohorts(then, last.cohorts),
        unseen: sight === 'none' ? asked : new Set(hidden?.groups),
        cells: new Set(hidden?.cells),
      },
    ];
  });
}

/** A school's row of a group that has the measure's figure. */
export interface GroupRowGiven {
  readonly of: GroupsGiven;
  readonly row: PupilGroup;
}

/** The rows of a group with a measure's figure; a group of no pupils has none. */
export function rowsOf(given: readonly GroupsGiven[], group: string, measure: string): readonly GroupRowGiven[] {
  return given.flatMap((of) => {
    const row = of.groups.find((one) => one.group === group);
    return row && row.pupils > 0 && row.figures[measure] !== undefined ? [{ of, row }] : [];
  });
}

/**
 * Whether a group's figure of several schools together may be shown to a reader who may not see each of them (M15).
 * What they see they can take off; what is left has to be of two schools or more, and neither it nor the pupils of
 * those schools who are not in the group may be few. Of groups that are all pupils together, such as girls and boys,
 * what is left has to be of the same schools, each as safe, and must not tell year groups of few pupils, which the
 * whole less those shown would.
 */
export function mayBeTogether(
  { soap }: Pick<TrustPolicy, 'soap'>,
  given: readonly GroupsGiven[],
  group: string,
  measure: string,
): boolean {
  const isFew = (pupils: number) => pupils > 0 && pupils < soap.suppressBelow;
  const left = (key: string) => rowsOf(given, key, measure).filter(({ of }) => of.unseen.has(key));
  const isSafe = (rows: readonly GroupRowGiven[]) => {
    const pupils = pupilsTogether(rows.map(({ row }) => row));
    const all = pupilsTogether(rows.flatMap(({ of }) => of.cohorts));
    return rows.length > 1 && !isFew(pupils) && !isFew(all - pupils);
  };
  const own = left(group);
  if (own.length === 0) return true;
  if (!isSafe(own)) return false;
  const schools = (rows: readonly GroupRowGiven[]) => rows.map(({ of }) => of.urn).join(' ');
  return (soap.groups?.wholes ?? [])
    .filter((whole) => whole.includes(group))
    .every((whole) => {
      const members = whole.map(left).filter((rows) => rows.length > 0);
      const untold = own
        .map(({ of }) => pupilsTogether(of.cohorts.filter(({ year }) => of.cells.has(`${year}/${measure}`))))
        .filter(isFew);
      return (
        members.every((rows) => isSafe(rows) && schools(rows) === schools(own)) &&
        !isFew(untold.reduce((sum, pupils) => sum + pupils, 0))
      );
    });
}
