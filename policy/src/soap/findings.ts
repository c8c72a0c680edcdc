import type { HalfTermId } from '../calendar/half-term.ts';
import { policyOf } from '../editions/editions.ts';
import {
  groupJumps,
  groupsImpossible,
  groupsImprobable,
  groupsMissing,
  groupsTooLarge,
} from '../groups/group-findings.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { comparison } from './comparison.ts';
import type { SoapContent } from './content.ts';
import { figureName, outOfRange, type RowName, RULE, rowImpossible, unitOf } from './figure-checks.ts';
import { inSentence } from './in-sentence.ts';
import { measuresOfYear, schoolMeasures, yearsAsked } from './measures.ts';
import type { Cohort, Figures, Finding, SoapReturn } from './return.ts';
import { sameYear } from './starting-point.ts';

/** A return as it is checked; `halfTerm` lets a new academic year's figures differ freely from last year's. */
export type Checked = SoapContent & { readonly halfTerm?: HalfTermId };

/**
 * What is wrong with a return before anybody relies on it (M15). Percentages are of the year group's pupils on roll,
 * 0 to 100. An `error` has to be mended; a `warning` has to be explained in the comment (see `blocks`).
 */
export function findings(
  given: Checked,
  last: SoapReturn | undefined,
  school: Pick<School, 'years'>,
  today: TrustPolicy,
): readonly Finding[] {
  const policy = given.halfTerm === undefined ? today : policyOf(today, given.halfTerm);
  const errors = [
    ...impossible(given, school, policy),
    ...groupsTooLarge(given, school, policy),
    ...missing(given, school, policy),
    ...groupsMissing(given, school, policy),
  ];
  const mended = new Set(errors.map(cellOf));
  const warnings = [
    ...improbable(given, policy),
    ...groupsImprobable(given, school, policy),
    ...jumps(given, last, policy),
  ];
  // A figure that has to be changed anyway is not asked to be explained as well.
  return [...errors, ...warnings.filter((one) => !mended.has(cellOf(one)))];
}

/** Whether a return can't be sent: it has an error, or a warning that no comment explains. */
export function blocks(found: readonly Finding[], comment: string): boolean {
  return found.some((one) => one.level === 'error') || (found.length > 0 && comment.trim() === '');
}

/** The errors that even a draft can't be kept with: figures that can't be true, however much is still to come. */
export function impossible(
  given: Pick<SoapContent, 'cohorts' | 'school' | 'groups'>,
  school: Pick<School, 'years'>,
  policy: TrustPolicy,
): readonly Finding[] {
  return [
    ...given.cohorts.flatMap((cohort) => [
      ...strangers(cohort, school),
      ...rowImpossible(measuresOfYear(policy, cohort.year), cohort, yearRow(cohort.year)),
    ]),
    ...outOfRange(schoolMeasures(policy), given.school),
    ...groupsImpossible(given, school, policy),
  ];
}

function yearRow(year: YearGroup): RowName {
  return { at: { year }, name: yearName(year), lead: yearName(year) };
}

function strangers({ year }: Cohort, school: Pick<School, 'years'>): Finding[] {
  return school.years.includes(year)
    ? []
    : [{ level: 'error', rule: RULE, year, says: `The school has no ${yearName(year)}. Take this row out.` }];
}

function missing(given: SoapContent, school: Pick<School, 'years'>, policy: TrustPolicy): Finding[] {
  const ofYears = yearsAsked(policy, school).flatMap((year): Finding[] => {
    const cohort = given.cohorts.find((one) => one.year === year);
    if (!cohort) {
      const says = `${yearName(year)}: say how many pupils there are (0 if none).`;
      return [{ level: 'error', rule: 'M13', year, field: 'pupils', says }];
    }
    if (cohort.pupils === 0) return [];
    return measuresOfYear(policy, year)
      .filter((measure) => cohort.figures[measure.key] === undefined)
      .map((measure) => ({
        level: 'error',
        rule: 'M13',
        year,
        measure: measure.key,
        says: `${yearName(year)} ${inSentence(measure.name)} is missing.`,
      }));
  });
  const ofSchool = schoolMeasures(policy)
    .filter((measure) => given.school[measure.key] === undefined)
    .map(
      (measure): Finding => ({
        level: 'error',
        rule: 'M13',
        measure: measure.key,
        says: `${measure.name} is missing.`,
      }),
    );
  return [...ofYears, ...ofSchool];
}

function improbable({ cohorts, school }: SoapContent, policy: TrustPolicy): Finding[] {
  const low = (measures: readonly Measure[], figures: Figures, year?: YearGroup) =>
    measures.flatMap((measure): Finding[] => {
      const figure = figures[measure.key];
      if (figure === undefined || measure.improbableBelow === undefined || figure >= measure.improbableBelow) return [];
      const what = figureName(measure, year && yearRow(year));
      const says = `${what} is ${figure}${unitOf(measure)}, which is rarely so low. If that is right, say why in the comment.`;
      return [{ level: 'warning', rule: RULE, ...(year ? { year } : {}), measure: measure.key, says }];
    });
  return [
    ...cohorts.flatMap(({ year, figures }) => low(measuresOfYear(policy, year), figures, year)),
    ...low(schoolMeasures(policy), school),
  ];
}

function jumps(given: Checked, last: SoapReturn | undefined, policy: TrustPolicy): Finding[] {
  if (!last || (given.halfTerm && !sameYear(given.halfTerm, last.halfTerm))) return [];
  const percentages = new Set(policy.soap.measures.filter(({ unit }) => unit === '%').map(({ key }) => key));
  const ofSchool = comparison(given, last, policy).flatMap(({ year, measure, name, from, to, change }): Finding[] => {
    if (change === undefined || !percentages.has(measure) || Math.abs(change) <= policy.soap.plausibleJump) return [];
    const what = figureName({ name }, year && yearRow(year));
    const says = `${what} went from ${from}% to ${to}%. If that is right, say why in the comment.`;
    return [{ level: 'warning', rule: RULE, ...(year ? { year } : {}), measure, says }];
  });
  return [...ofSchool, ...groupJumps(given, last, policy)];
}

function cellOf({ year, group, measure, field }: Finding): string {
  return [year, group, measure, field].join('/');
}
