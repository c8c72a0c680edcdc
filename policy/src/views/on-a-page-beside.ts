import type { HalfTerm, HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { yearBefore } from '../national/academic-year.ts';
import { publishedAgainstNation } from '../national/analysis.ts';
import { nationalOf } from '../national/averages.ts';
import { schoolMeasures } from '../soap/measures.ts';
import type { SoapReturn } from '../soap/return.ts';
import { cellName } from '../targets/target-cells.ts';
import type { School, YearGroup } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { type PageReturns, pointOf } from './on-a-page-attainment.ts';
import type { BesideRow, OnAPageView } from './on-a-page-view.ts';

/** The half terms a page looks at: the academic year's up to its own, and the last six whatever their year. */
export interface PageSpan {
  readonly ofYear: readonly HalfTerm[];
  readonly lately: readonly HalfTerm[];
}

/**
 * Figures beside those of a year ago and England's (M18, M40): what the country assesses at the end of a year group,
 * then teaching, attendance and behaviour. Counts are of children somebody knows, so only readers in full see them.
 */
export function besideRows(
  policy: TrustPolicy,
  school: Pick<School, 'years'>,
  returns: PageReturns,
  { ofYear, lately }: PageSpan,
  inFull: boolean,
): readonly BesideRow[] {
  const { latest, byHalfTerm } = returns;
  if (!latest) return [];
  const { year, name } = parts(latest.seen.halfTerm);
  const yearAgo = byHalfTerm.get(`${yearBefore(year)}/${name}`);
  const row = (
    title: string,
    { unit, better, key, published }: Measure,
    span: readonly HalfTerm[],
    group?: YearGroup,
  ) => {
    const of = (one: SoapReturn | undefined) => figureOf(one, key, group);
    const [figure, then] = [of(latest.seen), of(yearAgo)];
    const nation = nationOf(policy, published ?? key, year, group);
    return {
      name: title,
      ...{ unit, better },
      ...(figure === undefined ? {} : { figure }),
      ...(latest.hidden.includes(`${group}/${key}`) ? { hidden: true as const } : {}),
      line: span.map(({ id }) => pointOf(id, of(byHalfTerm.get(id)))),
      ...(then === undefined ? {} : { yearAgo: then }),
      ...(nation ? { nation } : {}),
    };
  };
  return [
    ...assessed(policy, school).map(({ measure, yearGroup }) =>
      row(cellName(policy, { measure: measure.key, yearGroup }), measure, ofYear, yearGroup),
    ),
    ...schoolMeasures(policy)
      .filter(({ unit }) => unit === '%' || inFull)
      .map((measure) => row(measure.name, measure, lately)),
  ].filter(
    ({ figure, hidden, line }) => figure !== undefined || hidden || line.some((point) => point.figure !== undefined),
  );
}

/** What England's figures are of in this school: of each year group what sums it up, else all that is published. */
function assessed(policy: TrustPolicy, { years }: Pick<School, 'years'>) {
  return [...years].reverse().flatMap((yearGroup) => {
    const all = policy.soap.measures.filter(
      (measure) =>
        measure.years?.includes(yearGroup) &&
        policy.national.series.some(
          (series) => series.measure === (measure.published ?? measure.key) && series.yearGroup === yearGroup,
        ),
    );
    const summing = all.filter(({ within }) => within);
    return (summing.length > 0 ? summing : all).map((measure) => ({ measure, yearGroup }));
  });
}

function figureOf(one: SoapReturn | undefined, measure: string, group: YearGroup | undefined): number | undefined {
  return group ? one?.cohorts.find(({ year }) => year === group)?.figures[measure] : one?.school[measure];
}

function nationOf(
  { national }: TrustPolicy,
  measure: string,
  year: string,
  group: YearGroup | undefined,
): BesideRow['nation'] {
  const found = nationalOf(national, measure, year);
  return found.ok && found.series.unit === '%' && found.series.yearGroup === group
    ? { value: found.value, year: found.year }
    : undefined;
}

function parts(halfTerm: HalfTermId): { readonly year: string; readonly name: string } {
  const [year = '', name = ''] = halfTerm.split('/');
  return { year, name };
}

/** The newest published results up to an academic year, beside England's (M18). */
export function publishedOf(
  { national, soap }: TrustPolicy,
  facts: Pick<Facts, 'results'>,
  urn: string,
  upTo: string,
): OnAPageView['published'] {
  const years = facts.results.filter((one) => one.urn === urn && one.year <= upTo).map(({ year }) => year);
  for (const year of years.sort().reverse()) {
    const { against } = publishedAgainstNation(national, facts, urn, year);
    const nameOf = (measure: string) =>
      (soap.measures.find((one) => one.published === measure) ?? national.series.find((one) => one.measure === measure))
        ?.name ?? measure;
    const [first] = against;
    if (!first) continue;
    return {
      year,
      nationalYear: first.nationalYear,
      figures: against.map(({ measure, value, national: nation }) => ({
        name: nameOf(measure),
        value,
        national: nation,
      })),
    };
  }
  return undefined;
}
