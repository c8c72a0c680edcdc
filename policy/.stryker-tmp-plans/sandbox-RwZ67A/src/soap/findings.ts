// @ts-nocheck
import type { HalfTermId } from '../calendar/half-term.ts';
import { policyOf } from '../editions/editions.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { comparison } from './comparison.ts';
import type { SoapContent } from './content.ts';
import { measuresOfYear, schoolMeasures, yearsAsked } from './measures.ts';
import type { Cohort, Figures, Finding, SoapReturn } from './return.ts';
import { sameYear } from './starting-point.ts';

const RULE = 'M15';
const MOST_PUPILS = 999;

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
  const errors = [...impossible(given, school, policy), ...missing(given, school, policy)];
  const mended = new Set(errors.map(cellOf));
  const warnings = [...improbable(given, policy), ...jumps(given, last, policy)];
  // A figure that has to be changed anyway is not asked to be explained as well.
  return [...errors, ...warnings.filter((one) => !mended.has(cellOf(one)))];
}

/** Whether a return can't be sent: it has an error, or a warning that no comment explains. */
export function blocks(found: readonly Finding[], comment: string): boolean {
  return found.some((one) => one.level === 'error') || (found.length > 0 && comment.trim() === '');
}

/** The errors that even a draft can't be kept with: figures that can't be true, however much is still to come. */
export function impossible(
  given: Pick<SoapContent, 'cohorts' | 'school'>,
  school: Pick<School, 'years'>,
  policy: TrustPolicy,
): readonly Finding[] {
  return [
    ...given.cohorts.flatMap((cohort) => [
      ...strangers(cohort, school),
      ...pupilsImpossible(cohort),
      ...outOfRange(measuresOfYear(policy, cohort.year), cohort.figures, cohort.year),
      ...aboveItsParts(measuresOfYear(policy, cohort.year), cohort),
    ]),
    ...outOfRange(schoolMeasures(policy), given.school),
  ];
}

function strangers({ year }: Cohort, school: Pick<School, 'years'>): Finding[] {
  return school.years.includes(year)
    ? []
    : [{ level: 'error', rule: RULE, year, says: `The school has no ${yearName(year)}. Take this row out.` }];
}

function pupilsImpossible({ year, pupils, figures }: Cohort): Finding[] {
  const at = { level: 'error', rule: RULE, year, field: 'pupils' } as const;
  if (!Number.isInteger(pupils) || pupils < 0 || pupils > MOST_PUPILS) {
    return [{ ...at, says: `${yearName(year)}: pupils must be a whole number from 0 to ${MOST_PUPILS}.` }];
  }
  return pupils === 0 && Object.keys(figures).length > 0
    ? [{ ...at, says: `${yearName(year)} has figures but no pupils. Give the number of pupils, or clear the figures.` }]
    : [];
}

function outOfRange(measures: readonly Measure[], figures: Figures, year?: YearGroup): Finding[] {
  return measures.flatMap((measure) => {
    const figure = figures[measure.key];
    if (figure === undefined) return [];
    const at = { level: 'error', rule: RULE, ...(year ? { year } : {}), measure: measure.key } as const;
    const what = year ? `${yearName(year)} ${inSentence(measure.name)}` : measure.name;
    if (!Number.isFinite(figure)) return [{ ...at, says: `${what} must be a number.` }];
    if (figure < 0 || figure > measure.max) {
      return [{ ...at, says: `${what} is ${figure}${unit(measure)}: give a figure from 0 to ${measure.max}.` }];
    }
    return measure.unit === 'count' && !Number.isInteger(figure)
      ? [{ ...at, says: `${what} is a count: give a whole number.` }]
      : [];
  });
}

function aboveItsParts(measures: readonly Measure[], { year, figures }: Cohort): Finding[] {
  return measures.flatMap((measure) => {
    const figure = figures[measure.key];
    const parts = measures.filter((part) => measure.within?.includes(part.key) && figures[part.key] !== undefined);
    const lowest = parts.reduce<Measure | undefined>(
      (least, part) => (least && Number(figures[least.key]) <= Number(figures[part.key]) ? least : part),
      undefined,
    );
    const bound = lowest && figures[lowest.key];
    if (figure === undefined || bound === undefined || figure <= bound) return [];
    const says = `${yearName(year)} ${inSentence(measure.name)} is ${figure}%, above ${inSentence(lowest?.name ?? '')} at ${bound}%. A pupil counts only if on track in each, so it can't be higher.`;
    return [{ level: 'error', rule: RULE, year, measure: measure.key, says }];
  });
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
      const what = year ? `${yearName(year)} ${inSentence(measure.name)}` : measure.name;
      const says = `${what} is ${figure}${unit(measure)}, which is rarely so low. If that is right, say why in the comment.`;
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
  return comparison(given, last, policy).flatMap(({ year, measure, name, from, to, change }): Finding[] => {
    if (change === undefined || !percentages.has(measure) || Math.abs(change) <= policy.soap.plausibleJump) return [];
    const what = year ? `${yearName(year)} ${inSentence(name)}` : name;
    const says = `${what} went from ${from}% to ${to}%. If that is right, say why in the comment.`;
    return [{ level: 'warning', rule: RULE, ...(year ? { year } : {}), measure, says }];
  });
}

function cellOf({ year, measure, field }: Finding): string {
  return [year, measure, field].join('/');
}

function unit(measure: Measure): string {
  return measure.unit === '%' ? '%' : '';
}

/** "Reading" within a sentence is "reading"; initials such as EYFS stay as they are. */
function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}
