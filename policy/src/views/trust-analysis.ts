import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import {
  type AnalysedFigure,
  analysedFigures,
  analysedMeasures,
  analysedYears,
  besideEngland,
  trustFigure,
} from '../analysis/figures.ts';
import { needsOf } from '../analysis/needs.ts';
import { dateAt } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { isAcademicYear } from '../national/academic-year.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { analysedNow, analysisDue, analysisOf } from './analysis.ts';
import { groupsOf, type ShownGroups } from './analysis-groups.ts';

/** A figure of all schools together beside England's, and how many schools stand where. */
export interface TrustFigure {
  readonly key: string;
  readonly name: string;
  /** "Year 6". */
  readonly yearName: string;
  readonly unit: '%' | 'marks';
  readonly max: number;
  readonly value: number;
  readonly pupils: number;
  readonly schools: number;
  readonly england?: AnalysedFigure['england'];
  readonly needs: number;
  readonly strengths: number;
}

/** How a school's analysis stands. */
export interface SchoolAnalysis {
  readonly urn: string;
  readonly name: string;
  readonly cluster: string;
  readonly sentAt?: string;
  /** Whether any result of the year is on record. */
  readonly results: boolean;
  readonly needs: number;
  /** Of what was sent. */
  readonly actions: number;
  readonly done: number;
  readonly overdue: number;
}

/** A year's results of the whole trust and its schools' analyses of them (M18). */
export interface TrustAnalysisView {
  readonly asOf: string;
  readonly year: AcademicYear;
  readonly years: readonly AcademicYear[];
  readonly by?: string;
  readonly figures: readonly TrustFigure[];
  /** Undefined where no school is asked for pupil groups. */
  readonly groups?: ShownGroups;
  readonly schools: readonly SchoolAnalysis[];
}

/** For those who see the overview, of the schools whose returns they read in full; undefined for others. */
export function trustAnalysisView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  asked: AcademicYear | undefined,
  now: Temporal.Instant,
): TrustAnalysisView | undefined {
  if (!access(policy, person, 'dashboard.read', facts).allowed) return undefined;
  const running = analysedNow(policy, now);
  const year = asked ?? running;
  if (year === undefined || !isAcademicYear(year)) return undefined;
  const today = dateAt(policy, now);
  const schools = schoolsOn(facts.schools, today).filter(
    ({ urn }) => access(policy, person, 'soap.read', facts, { urn }).allowed,
  );
  const seen = { ...facts, schools };
  const urns = schools.map(({ urn }) => urn);
  const figures = new Map(schools.map((school) => [school.urn, analysedFigures(policy, seen, school, year)]));
  const readings = [...figures.values()].flat();
  const groups = groupsOf(policy, facts, person, schools, year);
  const by = analysisDue(policy, year);
  return {
    asOf: now.toString(),
    year,
    years: [...new Set([...(running ? [running] : []), year, ...analysedYears(facts, urns)])].sort().reverse(),
    ...(by === undefined ? {} : { by }),
    figures: analysedMeasures(policy.national).flatMap((of): TrustFigure[] => {
      const all = trustFigure(seen, of, year);
      if (!all) return [];
      const england = besideEngland(policy.national, of, all, year);
      const counted = (reading: AnalysedFigure['reading']) =>
        readings.filter((one) => one.key === of.key && one.reading === reading).length;
      const { key, name, yearGroup, unit, max } = of;
      return [
        {
          ...{ key, name, yearName: yearName(yearGroup), unit, max, ...all },
          ...(england ? { england } : {}),
          ...{ needs: counted('need'), strengths: counted('strength') },
        },
      ];
    }),
    ...(groups ? { groups } : {}),
    schools: schools.map(({ urn, name, cluster }): SchoolAnalysis => {
      const kept = analysisOf(facts, urn, year);
      const record = kept?.sent ? kept : undefined;
      const actions = record?.actions ?? [];
      return {
        ...{ urn, name, cluster },
        ...(record?.sent ? { sentAt: record.sent.at } : {}),
        results: (figures.get(urn) ?? []).length > 0,
        needs: needsOf(figures.get(urn) ?? [], record).length,
        actions: actions.length,
        done: actions.filter(({ done }) => done !== undefined).length,
        overdue: actions.filter(({ done, by: day }) => done === undefined && day < today).length,
      };
    }),
  };
}
