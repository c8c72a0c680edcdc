import { sightOf } from '../access/sight.ts';
import { FEWEST_SCHOOLS } from '../analysis/figures.ts';
import { type AnalysedGroup, type AnalysedGroups, analysedGroups, type GroupFigure } from '../analysis/groups.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { yearBefore } from '../national/academic-year.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A pupil group's figure, with that of all the trust's schools; without its value where a school's could be worked out. */
export interface ShownGroupFigure extends GroupFigure {
  readonly trust?: { readonly value?: number; readonly schools: number };
}

type ShownGroup = Omit<AnalysedGroup, 'figures'> & { readonly figures: readonly ShownGroupFigure[] };

/** The pupil groups of a year's analysis as a reader sees them (M18). */
export interface ShownGroups extends AnalysedGroups {
  readonly yearBefore: AcademicYear;
  readonly groups: readonly ShownGroup[];
}

/** Pupil groups of these schools together; undefined where none of them is asked for groups. */
export function groupsOf(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  schools: readonly School[],
  year: AcademicYear,
): ShownGroups | undefined {
  const sees = (urn: string) => sightOf(policy, person, facts, urn).figures;
  const found = analysedGroups(policy, facts, schools, year, sees);
  return found && { ...found, yearBefore: yearBefore(year) };
}

/** A school's pupil groups beside those of all schools, where so many have them that none can be worked out. */
export function groupsBesideTrust(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  school: School,
  schools: readonly School[],
  year: AcademicYear,
): ShownGroups | undefined {
  const own = groupsOf(policy, facts, person, [school], year);
  if (!own || own.groups.length === 0) return own;
  const all = groupsOf(policy, facts, person, schools, year)?.groups.flatMap(({ figures }) => figures) ?? [];
  const byKey = new Map(all.map((figure) => [figure.key, figure]));
  return {
    ...own,
    groups: own.groups.map((group) => ({
      ...group,
      figures: group.figures.map((figure) => {
        const { value, schools: many = 0 } = byKey.get(figure.key) ?? {};
        if (many === 0) return figure;
        const isShown = value !== undefined && many >= FEWEST_SCHOOLS;
        return { ...figure, trust: { schools: many, ...(isShown ? { value } : {}) } };
      }),
    })),
  };
}
