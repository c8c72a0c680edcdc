import type { HalfTerm, HalfTermId } from '../calendar/half-term.ts';
import { weighted } from '../soap/aggregation.ts';
import type { Cohort, SoapReturn } from '../soap/return.ts';
import type { TargetReading } from '../targets/monitoring.ts';
import { cellName } from '../targets/target-cells.ts';
import { tenth } from '../tenth.ts';
import { YEAR_GROUPS } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { PageCell, PagePoint, PageTable } from './on-a-page-view.ts';
import type { SeenReturn } from './seen-return.ts';

/** The returns a page is made of, as its reader sees them. */
export interface PageReturns {
  readonly latest: SeenReturn | undefined;
  /** The last one before it, of the same academic year. */
  readonly before: SoapReturn | undefined;
  readonly byHalfTerm: ReadonlyMap<HalfTermId, SoapReturn>;
}

/** Year groups by measure, early years apart, each figure with its line, its change and its target (M13, M20, M40). */
export function attainmentTables(
  policy: TrustPolicy,
  { latest, before, byHalfTerm }: PageReturns,
  readings: readonly TargetReading[],
  halfTerms: readonly HalfTerm[],
): readonly PageTable[] {
  if (!latest) return [];
  const hidden = new Set(latest.hidden);
  const isEarly = ({ year }: Cohort) => year === 'N' || year === 'R';
  return [
    { title: 'Early years', cohorts: latest.seen.cohorts.filter(isEarly) },
    { title: 'Year groups', cohorts: latest.seen.cohorts.filter((cohort) => !isEarly(cohort)) },
  ].flatMap(({ title, cohorts }): PageTable[] => {
    const measures = policy.soap.measures.filter(({ years }) => cohorts.some(({ year }) => years?.includes(year)));
    if (measures.length === 0) return [];
    const cell = (cohort: Cohort, measure: Measure) =>
      measure.years?.includes(cohort.year)
        ? pageCell(
            cohort,
            measure,
            before,
            byHalfTerm,
            readings,
            halfTerms,
            hidden.has(`${cohort.year}/${measure.key}`),
          )
        : undefined;
    return [
      {
        title,
        measures: measures.map(({ key, name }) => ({ key, name })),
        rows: [...cohorts]
          .sort((one, other) => YEAR_GROUPS.indexOf(one.year) - YEAR_GROUPS.indexOf(other.year))
          .map((cohort) => ({
            year: cohort.year,
            pupils: cohort.pupils,
            cells: measures.map((measure) => cell(cohort, measure)),
          })),
        all: cohorts.length < 2 ? [] : measures.map(({ key }) => ({ measure: key, ...overall(cohorts, key) })),
      },
    ];
  });
}

function pageCell(
  { year, figures }: Cohort,
  { key }: Measure,
  before: SoapReturn | undefined,
  byHalfTerm: PageReturns['byHalfTerm'],
  readings: readonly TargetReading[],
  halfTerms: readonly HalfTerm[],
  hidden: boolean,
): PageCell {
  const of = (one: SoapReturn | undefined) => one?.cohorts.find((cohort) => cohort.year === year)?.figures[key];
  const figure = figures[key];
  const was = of(before);
  const reading = readings.find(({ yearGroup, measure }) => yearGroup === year && measure === key);
  const judged = hidden || reading?.progress === 'hidden' ? undefined : reading;
  return {
    measure: key,
    ...(figure === undefined ? {} : { figure }),
    ...(hidden ? { hidden: true } : {}),
    ...(figure === undefined || was === undefined ? {} : { change: tenth(figure - was) }),
    line: halfTerms.map(({ id }): PagePoint => pointOf(id, of(byHalfTerm.get(id)))),
    ...(judged?.target ? { target: judged.target } : {}),
    ...(judged ? { progress: judged.progress } : {}),
  };
}

/** A point of a line; one without a figure keeps its place. */
export function pointOf(halfTerm: HalfTermId, figure: number | undefined): PagePoint {
  return { halfTerm, ...(figure === undefined ? {} : { figure }) };
}

function overall(cohorts: readonly Cohort[], measure: string): { readonly figure?: number } {
  const { value } = weighted(cohorts, measure);
  return value === undefined ? {} : { figure: tenth(value) };
}

/** How many names a sentence holds before it says how many more there are. */
const NAMED = 4;

/** What a page says at a glance (M23, M40): how many figures reach what they should, and which are furthest from it. */
export function glanceOf(
  policy: TrustPolicy,
  readings: readonly TargetReading[],
  tables: readonly PageTable[],
): readonly string[] {
  const judged = readings.filter(({ progress }) => ['met', 'on track', 'off track'].includes(progress));
  const count = (which: TargetReading['progress']) => judged.filter(({ progress }) => progress === which).length;
  const below = judged
    .filter(({ progress }) => progress === 'off track')
    .sort((one, other) => (other.points ?? 0) - (one.points ?? 0));
  const named = below.map((one) => `${cellName(policy, one)} (${figured(one.points ?? 0)})`);
  return [
    ...(judged.length > 0
      ? [
          `Of ${judged.length} ${judged.length === 1 ? 'figure' : 'figures'} with a target: ${count('met')} at the target, ${count('on track')} at the minimum, ${below.length} below it.`,
        ]
      : []),
    ...(readings.length > 0 && readings.every(({ progress }) => progress === 'no target')
      ? ['No target of the year is signed off.']
      : []),
    ...(below.length > 0 ? [`Furthest from the minimum, in points: ${shortened(named)}.`] : []),
    ...moved(policy, tables),
  ];
}

function moved(policy: TrustPolicy, tables: readonly PageTable[]): readonly string[] {
  const changes = tables.flatMap(({ rows }) =>
    rows.flatMap(({ year, cells }) =>
      cells.flatMap((cell) =>
        cell?.change === undefined || cell.change === 0
          ? []
          : [{ name: cellName(policy, { yearGroup: year, measure: cell.measure }), change: cell.change }],
      ),
    ),
  );
  const most = (sign: 1 | -1) =>
    changes
      .filter(({ change }) => change * sign > 0)
      .sort((one, other) => (other.change - one.change) * sign)
      .slice(0, 2)
      .map(({ name, change }) => `${name} (${figured(Math.abs(change))})`);
  const [up, down] = [most(1), most(-1)];
  return [
    ...(up.length > 0 ? [`Up most since the last return: ${up.join(', ')}.`] : []),
    ...(down.length > 0 ? [`Down most: ${down.join(', ')}.`] : []),
  ];
}

function shortened(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
}

function figured(points: number): string {
  return String(tenth(points));
}
