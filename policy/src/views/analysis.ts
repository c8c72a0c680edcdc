import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import type { AnalysisRecord } from '../analysis/analysis-record.ts';
import { analysisHalfTerm } from '../analysis/analysis-tasks.ts';
import { missingFrom } from '../analysis/check-analysis.ts';
import {
  type AnalysedFigure,
  analysedFigures,
  analysedYears,
  FEWEST_SCHOOLS,
  trustFigure,
} from '../analysis/figures.ts';
import { isOwnArea, type Need, needsOf } from '../analysis/needs.ts';
import { academicYearAt, dateAt, halfTerms, isoOf } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { isAcademicYear, yearBefore } from '../national/academic-year.ts';
import { askingWindow } from '../national/assessments.ts';
import { schoolsOn } from '../trust/belonging.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { groupsBesideTrust, type ShownGroups } from './analysis-groups.ts';

/** A need as it is read: its actions with their owners' names. */
export interface ShownNeed extends Need {
  /** The head named it, so it can be taken out again. */
  readonly own: boolean;
  /** By action id. */
  readonly owners: Readonly<Record<string, string>>;
}

/** A figure with that of all the trust's schools, where so many have it that no school's can be worked out of it. */
export interface ShownFigure extends AnalysedFigure {
  readonly trust?: { readonly value: number; readonly schools: number };
}

/** A school's analysis of a year's results (M18): what the figures say, what its head sees in it and does about it. */
export interface AnalysisView {
  readonly asOf: string;
  /** ISO date in the trust's time zone. */
  readonly today: string;
  readonly school: { readonly urn: string; readonly name: string };
  readonly year: AcademicYear;
  /** Years to choose from, the newest first. */
  readonly years: readonly AcademicYear[];
  /** ISO instant by which it is wanted; undefined where the policy has no dates for it. */
  readonly by?: string;
  readonly sent?: { readonly byName: string; readonly at: string };
  /** Version of what says whether it is sent. */
  readonly version?: string;
  readonly figures: readonly ShownFigure[];
  /** From how many pupils a figure is judged. */
  readonly fewest: number;
  /** Undefined where the school is not asked for pupil groups. */
  readonly groups?: ShownGroups;
  /** Without the head's words while they are a draft to the reader. */
  readonly needs: readonly ShownNeed[];
  /** Whether the head's words are shown. */
  readonly open: boolean;
  /** What has to be done before it can be sent, for those who write it. */
  readonly missing: readonly string[];
  /** Who can own an action: those who answer for the school, by name. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly mayWrite: boolean;
}

/**
 * The analysis for those who read the school's returns in full; what its head wrote only once it is sent, but for those
 * who write it. Without a year the one that is or was last to be analysed. Undefined where there is nothing to see:
 * unknown and forbidden look alike.
 */
export function analysisView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  asked: AcademicYear | undefined,
  now: Temporal.Instant,
): AnalysisView | undefined {
  const school = schoolOf(facts, urn);
  if (!school || !access(policy, person, 'soap.read', facts, { urn }).allowed) return undefined;
  const running = analysedNow(policy, now);
  const year = asked ?? running;
  if (year === undefined || !isAcademicYear(year)) return undefined;
  const mayWrite = access(policy, person, 'analysis.write', facts, { urn }).allowed;
  const record = analysisOf(facts, urn, year);
  const open = mayWrite || record?.sent !== undefined;
  const today = dateAt(policy, now);
  const figures = analysedFigures(policy, facts, school, year);
  const ofTrust = { ...facts, schools: schoolsOn(facts.schools, today) };
  const groups = groupsBesideTrust(policy, facts, person, school, ofTrust.schools, year);
  const by = analysisDue(policy, year);
  return {
    asOf: now.toString(),
    today,
    school: { urn, name: school.name },
    year,
    years: [...new Set([...(running ? [running] : []), year, ...analysedYears(facts, [urn])])].sort().reverse(),
    ...(by === undefined ? {} : { by }),
    ...(record?.sent ? { sent: { byName: nameOf(facts, record.sent.by), at: record.sent.at } } : {}),
    ...(record?.version === undefined ? {} : { version: record.version }),
    figures: figures.map((figure) => {
      const all = trustFigure(ofTrust, figure, year);
      return all && all.schools >= FEWEST_SCHOOLS
        ? { ...figure, trust: { value: all.value, schools: all.schools } }
        : figure;
    }),
    ...(groups ? { groups } : {}),
    fewest: policy.national.analysis.fewest,
    needs: needsOf(figures, open ? record : undefined).map((need) => ({
      ...need,
      own: isOwnArea(need.area),
      owners: Object.fromEntries(need.actions.map(({ id, owner }) => [id, nameOf(facts, owner)])),
    })),
    open,
    missing: mayWrite ? missingFrom(figures, record) : [],
    owners: mayWrite ? ownersOf(facts, school) : [],
    mayWrite,
  };
}

/** The analysis of a year on record. */
export function analysisOf(facts: Pick<Facts, 'records'>, urn: string, year: AcademicYear): AnalysisRecord | undefined {
  return facts.records?.national?.analyses?.find((one) => one.urn === urn && one.year === year);
}

/** The year whose results are the newest to be analysed. */
export function analysedNow(policy: TrustPolicy, now: Temporal.Instant): AcademicYear | undefined {
  const year = academicYearAt(policy, now) ?? halfTerms(policy).at(-1)?.year;
  return year === undefined ? undefined : yearBefore(year);
}

/** ISO instant by which a year's analysis is wanted; undefined where the policy has no dates of the year after it. */
export function analysisDue(policy: TrustPolicy, year: AcademicYear): string | undefined {
  const after = policy.calendar.years.find((one) => yearBefore(one.year) === year);
  const halfTerm = after && analysisHalfTerm(policy, policy.national, after.year);
  return halfTerm && isoOf(askingWindow(policy, halfTerm, policy.national.analysis).by);
}

function ownersOf(facts: Pick<Facts, 'people'>, { urn, cluster }: School): AnalysisView['owners'] {
  return facts.people
    .filter(({ roles }) =>
      roles.some(
        ({ role, scope }) =>
          (scope.kind === 'school' && scope.urn === urn && role !== 'governor-chair') ||
          (scope.kind === 'cluster' && scope.cluster === cluster) ||
          (scope.kind === 'trust' && (role === 'head-leader' || role === 'ceo' || role === 'central-team')),
      ),
    )
    .map(({ id, name }) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
