import { halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear, HalfTermId } from '../calendar/half-term.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { groupMeasures, groupsAsked, pupilsTogether } from '../groups/asked.ts';
import { yearBefore } from '../national/academic-year.ts';
import { weighted } from '../soap/aggregation.ts';
import { inSentence } from '../soap/in-sentence.ts';
import { tenth } from '../tenth.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { pupilsOf, type Reading, readingOf } from './figures.ts';
import { type GroupRowGiven, type GroupsGiven, groupsGiven, mayBeTogether, rowsOf, type Sees } from './groups-seen.ts';

/** A figure of a pupil group at a year's end, in % of its pupils, 0 to 100 (M18). */
export interface GroupFigure {
  /** `group.disadvantaged.reading`. */
  readonly key: string;
  /** Undefined for a gap, and where it is withheld. */
  readonly value?: number;
  /** It would tell of few pupils, so the reader does not get it (M15). */
  readonly withheld?: true;
  /** Points above all pupils of the same returns and year groups; below, if negative. */
  readonly difference?: number;
  /** How many pupils of the group stand beside all, and how many of them the difference is, to the nearest. */
  readonly pupils?: number;
  readonly pupilsApart?: number;
  /** The figure a year before. */
  readonly before?: number;
  readonly schools: number;
  readonly reading: Reading;
}

/** A pupil group with its figures in the order of the measures. */
export interface AnalysedGroup {
  readonly group: string;
  readonly name: string;
  /** Undefined where nobody gave it, and where it is withheld. */
  readonly pupils?: number;
  readonly figures: readonly GroupFigure[];
  /**
   * What stands out, a sentence for what is below all pupils and one for what is above: "SEND: reading is 14 points
   * below all pupils, about 4 of 28 pupils; maths 9 points, about 3."
   */
  readonly says: readonly string[];
}

/** The pupil groups of the last returns of a year (M18). */
export interface AnalysedGroups {
  /** The half term of the newest of those returns; undefined where there is none. */
  readonly halfTerm?: HalfTermId;
  /** `all`: of all pupils of the year groups that groups are made of, where the reader sees all of them. */
  readonly measures: readonly { readonly key: string; readonly name: string; readonly all?: number }[];
  /** In the policy's order; empty where nobody gave a figure of any group. */
  readonly groups: readonly AnalysedGroup[];
}

const PERCENT = { unit: '%', max: 100 } as const;

/**
 * The pupil groups of schools' last returns of a year, of several schools weighted by pupils (M18): each figure beside
 * all pupils, the year before, and what of it stands out by the analysis' points and pupils. Judged by the policy of the
 * year's last half term. What would tell the reader of few pupils is withheld (M15). Undefined where none of the schools
 * is asked for groups.
 */
export function analysedGroups(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns'>,
  schools: readonly School[],
  year: AcademicYear,
  sees: Sees,
): AnalysedGroups | undefined {
  const last = halfTerms(policy).findLast((one) => one.year === year);
  const then = last ? policyOf(policy, last.id) : policy;
  const asked = new Set(schools.flatMap((school) => groupsAsked(then, school)));
  if (asked.size === 0) return undefined;
  const measures = groupMeasures(then);
  const given = groupsGiven(policy, facts, schools, year, sees);
  const before = groupsGiven(policy, facts, schools, yearBefore(year), sees);
  const any = given.some(({ groups }) => groups.length > 0);
  const newest = halfTerms(policy).findLast(({ id }) => given.some(({ halfTerm }) => halfTerm === id));
  return {
    ...(newest ? { halfTerm: newest.id } : {}),
    measures: measures.map(({ key, name }) => {
      const all = allPupils(given, key);
      return { key, name, ...(all === undefined ? {} : { all }) };
    }),
    groups: any
      ? [...asked].map((group) => {
          const figures = measures.map((measure) => figureOf(policy, then, { given, before }, group, measure));
          const says = [saysOf(group, measures, figures, 'need'), saysOf(group, measures, figures, 'strength')];
          return { group: group.key, name: group.name, ...pupilsIn(given, group.key), figures, says: says.flat() };
        })
      : [],
  };
}

function figureOf(
  policy: TrustPolicy,
  then: TrustPolicy,
  { given, before }: { readonly given: readonly GroupsGiven[]; readonly before: readonly GroupsGiven[] },
  group: { readonly key: string; readonly name: string },
  measure: Measure,
): GroupFigure {
  const key = `group.${group.key}.${measure.key}`;
  const rows = rowsOf(given, group.key, measure.key);
  const { value, pupils } = figureIn(rows, measure.key);
  if (value === undefined) return { key, schools: 0, reading: 'alone', ...earlier(then, before, group, measure) };
  const schools = rows.length;
  if (!mayBeTogether(then, given, group.key, measure.key)) return { key, withheld: true, schools, reading: 'alone' };
  const against = besideAll(rows, measure.key);
  const reading = readingOf(policy.national, PERCENT, { pupils: against?.pupils ?? pupils }, against);
  return {
    ...{ key, value, schools, reading },
    ...(against ? { ...against, pupilsApart: pupilsOf(against, against.pupils) } : {}),
    ...earlier(then, before, group, measure),
  };
}

/**
 * How far a group is from all pupils of the same year groups, and how many pupils that speaks of. Schools that lack a
 * year group's figure are left out on both sides: theirs is not of the pupils the group is of.
 */
function besideAll(
  rows: readonly GroupRowGiven[],
  measure: string,
): { readonly difference: number; readonly pupils: number } | undefined {
  const like = rows.filter(({ of }) => isWhole(of, measure));
  const all = allPupils(
    like.map(({ of }) => of),
    measure,
  );
  const { value, pupils } = figureIn(like, measure);
  return all === undefined || value === undefined ? undefined : { difference: tenth(value - all), pupils };
}

function earlier(
  then: TrustPolicy,
  before: readonly GroupsGiven[],
  { key }: { readonly key: string },
  measure: Measure,
): Pick<GroupFigure, 'before'> {
  if (!mayBeTogether(then, before, key, measure.key)) return {};
  const { value } = figureIn(rowsOf(before, key, measure.key), measure.key);
  return value === undefined ? {} : { before: value };
}

function figureIn(rows: readonly GroupRowGiven[], measure: string) {
  const { value, pupils } = weighted(
    rows.map(({ row }) => row),
    measure,
  );
  return { pupils, ...(value === undefined ? {} : { value: tenth(value) }) };
}

/** How many pupils a group has, where the reader sees it of every school. */
function pupilsIn(given: readonly GroupsGiven[], key: string): Pick<AnalysedGroup, 'pupils'> {
  const rows = given.flatMap(({ groups }) => groups.filter(({ group }) => group === key));
  if (rows.length === 0 || given.some(({ unseen }) => unseen.has(key))) return {};
  return { pupils: pupilsTogether(rows) };
}

/** All pupils' figure of the schools that have it of every year group; undefined where one is not read in full. */
function allPupils(given: readonly GroupsGiven[], measure: string): number | undefined {
  if (given.some(({ inFull }) => !inFull)) return undefined;
  const { value } = weighted(
    given.filter((of) => isWhole(of, measure)).flatMap(({ cohorts }) => cohorts),
    measure,
  );
  return value === undefined ? undefined : tenth(value);
}

function isWhole({ cohorts }: GroupsGiven, measure: string): boolean {
  return cohorts.every(({ pupils, figures }) => pupils === 0 || figures[measure] !== undefined);
}

function saysOf(
  group: { readonly name: string },
  measures: readonly Measure[],
  figures: readonly GroupFigure[],
  reading: 'need' | 'strength',
): readonly string[] {
  const told = figures.flatMap((figure, at) => {
    const { difference = 0, pupils = 0, pupilsApart = 0 } = figure;
    const name = measures[at]?.name;
    return figure.reading === reading && name !== undefined
      ? [{ name: inSentence(name), size: Math.abs(difference), pupils, apart: Math.abs(pupilsApart) }]
      : [];
  });
  const parts = told.map(({ name, size, pupils, apart }, at) => {
    const points = `${size} ${size === 1 ? 'point' : 'points'}`;
    const of = at > 0 && pupils === told[0]?.pupils ? '' : ` of ${pupils} pupils`;
    const where = reading === 'need' ? 'below' : 'above';
    return [
      at === 0 ? `${name} is ${points} ${where} all pupils` : `${name} ${points}`,
      ...(apart > 0 ? [`about ${apart}${of}`] : []),
    ].join(', ');
  });
  return parts.length === 0 ? [] : [`${group.name}: ${parts.join('; ')}.`];
}
