import type { AcademicYear } from '../calendar/half-term.ts';
import { onceEach } from '../calendar/remembered.ts';
import type { Facts } from '../facts.ts';
import { yearBefore } from '../national/academic-year.ts';
import type { AssessmentRecord } from '../national/assessment-record.ts';
import { type AgainstNation, againstNation } from '../national/averages.ts';
import type { NationalPolicy } from '../national/national-policy.ts';
import { together } from '../soap/aggregation.ts';
import { tenth } from '../tenth.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** What an analysis looks at: a figure of an assessment at the year's end. */
export interface AnalysedMeasure {
  /** `keyStage2.reading`. */
  readonly key: string;
  readonly measure: string;
  readonly assessment: string;
  readonly name: string;
  readonly yearGroup: YearGroup;
  readonly unit: '%' | 'marks';
  readonly max: number;
}

/** A school's figure of a year, from the published results where they have it, else as its head recorded it. */
export interface KnownFigure {
  readonly value: number;
  /** How many pupils it speaks of, where that is known. */
  readonly pupils?: number;
  readonly from: 'published' | 'recorded';
}

/** What a figure says beside England: `few` pupils are not judged; `alone` stands where England has no figure. */
export type Reading = 'strength' | 'need' | 'in line' | 'few' | 'alone';

/** A figure of a school's analysis beside England's and its own of the years before (M18). */
export interface AnalysedFigure extends AnalysedMeasure, KnownFigure {
  readonly england?: Pick<AgainstNation, 'national' | 'nationalYear' | 'difference'>;
  /** Pupils more (or fewer, if negative) than England's share would make; for percentages alone. */
  readonly pupilsApart?: number;
  /** The newest first. */
  readonly earlier: readonly { readonly year: AcademicYear; readonly value: number }[];
  readonly reading: Reading;
  /** In a sentence: "Reading in Year 6: 62%, 13 points below England (75%, 2024-25), 4 pupils." */
  readonly says: string;
}

/** How many schools a figure of the trust is of at least: with two each head could work out the other's. */
export const FEWEST_SCHOOLS = 3;

/** Year group of the results that the government publishes school by school. */
const PUBLISHED_OF: YearGroup = 'Y6';

type Kept = Pick<Facts, 'results' | 'records'>;

const resultsByKey = onceEach(
  (results: Facts['results']) => new Map(results.map((one) => [`${one.year}/${one.urn}`, one])),
);
const recordsByKey = onceEach(
  (records: readonly AssessmentRecord[]) =>
    new Map(records.map((one) => [`${one.year}/${one.urn}/${one.assessment}`, one])),
);
const NO_RECORDS: readonly AssessmentRecord[] = [];

/** What the assessments at a year's end give, in the policy's order. */
export function analysedMeasures({ assessments }: Pick<NationalPolicy, 'assessments'>): readonly AnalysedMeasure[] {
  return assessments
    .filter(({ place }) => place === 'last')
    .flatMap(({ key, yearGroup, figures }) =>
      figures.map(({ measure, name, unit, max }) => ({
        ...{ key: `${key}.${measure}`, measure, assessment: key, name, yearGroup, unit, max },
      })),
    );
}

/** A school's figure of a year; undefined where it is neither published nor recorded. */
function knownFigure(
  facts: Kept,
  urn: string,
  year: AcademicYear,
  { measure, assessment, yearGroup }: AnalysedMeasure,
): KnownFigure | undefined {
  const result = yearGroup === PUBLISHED_OF ? resultsByKey(facts.results).get(`${year}/${urn}`) : undefined;
  const figure = result?.expected[measure];
  if (result && figure && 'value' in figure) {
    const { pupils } = result;
    return { value: figure.value, from: 'published', ...(pupils === undefined ? {} : { pupils }) };
  }
  const record = recordsByKey(facts.records?.national?.assessments ?? NO_RECORDS).get(`${year}/${urn}/${assessment}`);
  const value = record?.figures[measure];
  return record && value !== undefined ? { value, pupils: record.pupils, from: 'recorded' } : undefined;
}

/** The years whose figures stand on record of these schools, the newest first. */
export function analysedYears(facts: Kept, urns: readonly string[]): readonly string[] {
  const of = new Set(urns);
  const kept = [
    ...facts.results,
    ...(facts.records?.national?.assessments ?? []),
    ...(facts.records?.national?.analyses ?? []),
  ];
  return [...new Set(kept.filter(({ urn }) => of.has(urn)).map(({ year }) => year))].sort().reverse();
}

/** All there is of a school's year, each figure with what it says (M18). */
export function analysedFigures(
  policy: Pick<TrustPolicy, 'national'>,
  facts: Kept,
  { urn }: Pick<School, 'urn'>,
  year: AcademicYear,
): readonly AnalysedFigure[] {
  const { national } = policy;
  return analysedMeasures(national).flatMap((of) => {
    const known = knownFigure(facts, urn, year, of);
    if (!known) return [];
    const against = besideEngland(national, of, known, year);
    const apart = against && of.unit === '%' && known.pupils !== undefined && pupilsOf(against, known.pupils);
    const reading = readingOf(national, of, known, against);
    return [
      {
        ...of,
        ...known,
        ...(against ? { england: against } : {}),
        ...(typeof apart === 'number' ? { pupilsApart: apart } : {}),
        earlier: earlierOf(facts, urn, year, of, national.analysis.earlierYears),
        reading,
        says: saysOf(of, known, against, typeof apart === 'number' ? apart : undefined),
      },
    ];
  });
}

/** A figure of all the trust's schools together, weighted by pupils; undefined where no school has it. */
export function trustFigure(
  facts: Kept & Pick<Facts, 'schools'>,
  of: AnalysedMeasure,
  year: AcademicYear,
): { readonly value: number; readonly pupils: number; readonly schools: number } | undefined {
  const known = facts.schools.flatMap(({ urn }) => {
    const { value, pupils } = knownFigure(facts, urn, year, of) ?? {};
    return value !== undefined && pupils ? [{ value, pupils }] : [];
  });
  const { value, pupils } = together(known);
  return value === undefined ? undefined : { value: tenth(value), pupils, schools: known.length };
}

/** England's figure beside one of ours; undefined where England has none for that year group. */
export function besideEngland(
  own: NationalPolicy,
  { measure, yearGroup }: AnalysedMeasure,
  { value }: Pick<KnownFigure, 'value'>,
  year: AcademicYear,
): AnalysedFigure['england'] {
  // A measure can go by one name in two year groups; England's figure is of one of them.
  if (!own.series.some((one) => one.measure === measure && one.yearGroup === yearGroup)) return undefined;
  const against = againstNation(own, { measure, value, year });
  if (!against.ok) return undefined;
  const { national, nationalYear, difference } = against;
  return { national, nationalYear, difference };
}

/** What a figure so far from the one it is held against says, by the policy's points and pupils; `alone` beside none. */
export function readingOf(
  { analysis: { fewest, need, strength } }: Pick<NationalPolicy, 'analysis'>,
  { unit, max }: Pick<AnalysedMeasure, 'unit' | 'max'>,
  { pupils }: Pick<KnownFigure, 'pupils'>,
  against: Pick<AgainstNation, 'difference'> | undefined,
): Reading {
  if (!against) return 'alone';
  if (pupils !== undefined && pupils < fewest) return 'few';
  const size = Math.abs(against.difference);
  const [reading, from] = against.difference < 0 ? (['need', need] as const) : (['strength', strength] as const);
  // A check's marks are measured by its full marks, and pupils can't be counted in them.
  const enough = size >= (from.points * max) / 100;
  const counted = unit === '%' && pupils !== undefined ? Math.abs(pupilsOf(against, pupils)) >= from.pupils : true;
  return enough && counted ? reading : 'in line';
}

/** How many pupils so many points of a percentage are, to the nearest. */
export function pupilsOf({ difference }: Pick<AgainstNation, 'difference'>, pupils: number): number {
  return Math.sign(difference) * Math.round((Math.abs(difference) * pupils) / 100);
}

function earlierOf(
  facts: Kept,
  urn: string,
  year: AcademicYear,
  of: AnalysedMeasure,
  years: number,
): AnalysedFigure['earlier'] {
  const before = Array.from({ length: years }).reduce<string[]>(
    (found) => [...found, yearBefore(found.at(-1) ?? year)],
    [],
  );
  return before.flatMap((one) => {
    const known = knownFigure(facts, urn, one, of);
    return known ? [{ year: one, value: known.value }] : [];
  });
}

function saysOf(
  { name, yearGroup, unit, max }: AnalysedMeasure,
  { value }: KnownFigure,
  england: AnalysedFigure['england'],
  apart: number | undefined,
): string {
  const shown = (figure: number) => (unit === '%' ? `${tenth(figure)}%` : `${tenth(figure)} of ${max} marks`);
  const what = `${name} in ${yearName(yearGroup)}: ${shown(value)}`;
  if (!england) return `${what}.`;
  const { national, nationalYear, difference } = england;
  const beside = `England (${shown(national)}, ${nationalYear})`;
  if (difference === 0) return `${what}, the same as ${beside}.`;
  const size = Math.abs(difference);
  const unitName = unit === '%' ? (size === 1 ? 'point' : 'points') : size === 1 ? 'mark' : 'marks';
  const pupils = apart ? `, ${Math.abs(apart)} ${Math.abs(apart) === 1 ? 'pupil' : 'pupils'}` : '';
  return `${what}, ${size} ${unitName} ${difference > 0 ? 'above' : 'below'} ${beside}${pupils}.`;
}
