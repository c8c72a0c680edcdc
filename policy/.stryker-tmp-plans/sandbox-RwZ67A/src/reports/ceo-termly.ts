// @ts-nocheck
import { schoolsInRound } from '../categorisation/round.ts';
import { summary } from '../categorisation/summary.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { actionsSection } from './actions-section.ts';
import { atRisk, moved, wholeSchoolConcerns } from './concern-points.ts';
import type { ReportAnswer, ReportFigure, ReportPoint, ReportSection } from './report.ts';
import type { ReportSources } from './report-sources.ts';
import { noTerm, spanOf, type Term, type TermId, termById, termLabel } from './term.ts';
import {
  type SchoolStanding,
  schoolStandings,
  shownFigures,
  standingGaps,
  type TrustFigure,
  trustFigures,
} from './trust-standing.ts';

const RULE = 'M41';

/**
 * The CEO's report of a term to the board (M41): strengths, concerns, impact of actions, and the heads' reports it is
 * linked to; small cohorts hidden (M15). Refused for a term without dates.
 */
export function ceoTermly(policy: TrustPolicy, facts: Facts, term: TermId, sources: ReportSources = {}): ReportAnswer {
  const of = termById(policy, term);
  if (!of) return noTerm(RULE, term);
  const schools = schoolStandings(policy, facts, of.last.id);
  return {
    ok: true,
    kind: 'ceoTermly',
    rule: RULE,
    title: `CEO's report, ${termLabel(term)}`,
    period: term,
    sections: [
      strengths(policy, facts, of, schools),
      concerns(policy, facts, of, schools),
      actionsSection(sources.actions ?? [], schoolsInRound(policy, facts, of.last.id), spanOf(policy, of), RULE),
      headsReports(schools, of, sources),
    ],
  };
}

function strengths(policy: TrustPolicy, facts: Facts, term: Term, schools: readonly SchoolStanding[]): ReportSection {
  const { strong } = policy.soap.bands;
  // Judged as it is read, in whole per cent, as the heat map does.
  const good = <F extends ReportFigure>(figures: readonly F[]) =>
    higher(policy, figures).filter(({ value = 0 }) => Math.round(value) >= strong);
  return {
    heading: 'Strengths',
    rule: RULE,
    points: [
      ...acrossTrust(good(trustFigures(policy, schools)), schools, `at or above ${strong}%`),
      ...bySchool(schools, (one) => good(shownFigures(one.now)), `at or above ${strong}%`),
      ...moved(policy, facts, term, schools, 'up'),
    ],
    gaps: standingGaps(schools),
  };
}

function concerns(policy: TrustPolicy, facts: Facts, term: Term, schools: readonly SchoolStanding[]): ReportSection {
  const { secure } = policy.soap.bands;
  const poor = <F extends ReportFigure>(figures: readonly F[]) =>
    higher(policy, figures).filter(({ value = 100 }) => Math.round(value) < secure);
  const { gaps } = summary(policy, facts, term.last.id);
  return {
    heading: 'Concerns',
    rule: RULE,
    points: [
      ...acrossTrust(poor(trustFigures(policy, schools)), schools, `below ${secure}%`),
      ...bySchool(schools, (one) => poor(shownFigures(one.now)), `below ${secure}%`),
      ...wholeSchoolConcerns(policy, schools),
      ...moved(policy, facts, term, schools, 'down'),
      ...atRisk(policy, facts, term),
    ],
    gaps: gaps.map(({ name, missing }) => `${name}: the category's ${missing} is missing.`),
  };
}

function acrossTrust(
  figures: readonly TrustFigure[],
  all: readonly SchoolStanding[],
  where: string,
): readonly ReportPoint[] {
  return figures.map(({ schools, ...figure }) => ({
    says: `${figure.label} across the trust is ${wholePercent(figure)}, ${where} (${schools} of ${all.length} schools).`,
    figures: [figure],
  }));
}

function bySchool(
  schools: readonly SchoolStanding[],
  of: (one: SchoolStanding) => readonly ReportFigure[],
  where: string,
): readonly ReportPoint[] {
  return schools.flatMap((one) => {
    const figures = of(one);
    if (figures.length === 0) return [];
    const listed = figures.map((figure) => `${figure.label} ${wholePercent(figure)}`).join('; ');
    return [{ says: `${one.school.name}, ${where}: ${listed}.`, urn: one.school.urn, figures }];
  });
}

/** As the bands judge it: a figure just short of one in tenths is never told to be in it. */
function wholePercent({ value = 0 }: ReportFigure): string {
  return `${Math.round(value)}%`;
}

function higher<F extends ReportFigure>(policy: TrustPolicy, figures: readonly F[]): readonly F[] {
  const lower = new Set(policy.soap.measures.filter(({ better }) => better === 'lower').map(({ key }) => key));
  return figures.filter(({ measure }) => measure === undefined || !lower.has(measure));
}

function headsReports(schools: readonly SchoolStanding[], term: Term, { given = [] }: ReportSources): ReportSection {
  const found = schools.map(({ school }) => ({
    school,
    report: given.find((one) => one.kind === 'headsReport' && one.term === term.id && one.urn === school.urn),
  }));
  return {
    heading: "Heads' reports",
    rule: RULE,
    points: found.flatMap(({ school, report }) =>
      report ? [{ says: `${school.name}: the head's report was given on ${report.on}.`, urn: school.urn }] : [],
    ),
    gaps: found.flatMap(({ school, report }) =>
      report ? [] : [`${school.name}: no head's report of the term is on record.`],
    ),
  };
}
