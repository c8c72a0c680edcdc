import type { AcademicYear } from '../calendar/half-term.ts';
import { tenth } from '../tenth.ts';
import type { ReportPoint, ReportSection } from './report.ts';
import type { ReportSources } from './report-sources.ts';
import { termLabel } from './term.ts';
import type { SchoolStanding } from './trust-standing.ts';

const RULE = 'M48';

/** What inspections of the span came to (M28). */
export function inspections(
  schools: readonly SchoolStanding[],
  within: (on: string) => boolean,
  { inspections: all = [] }: ReportSources,
): ReportSection {
  const names = new Map(schools.map(({ school }) => [school.urn, school.name]));
  const points = [...all]
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .flatMap(({ urn, on, outcome, says }): ReportPoint[] => {
      const name = names.get(urn);
      return name && within(on) ? [{ says: `${name}, ${on}, ${outcome}: ${says}`, urn }] : [];
    });
  return {
    heading: 'Outcomes of inspections',
    rule: 'M28',
    points,
    gaps: points.length > 0 ? [] : ['No inspection of the year is on record.'],
  };
}

/** How often self-evaluations and reviews from outside agreed (M48). */
export function reviews(
  schools: readonly SchoolStanding[],
  within: (on: string) => boolean,
  { reviews: all = [] }: ReportSources,
): ReportSection {
  const urns = new Set(schools.map(({ school }) => school.urn));
  const ours = all.filter(({ urn, on }) => urns.has(urn) && within(on));
  const kinds = [
    ['self-evaluation', 'Self-evaluations'],
    ['external', 'Reviews from outside'],
  ] as const;
  const of = (kind: string) => ours.filter((one) => one.kind === kind);
  return {
    heading: 'Self-evaluation and reviews from outside',
    rule: RULE,
    points: kinds.flatMap(([kind, name]) => {
      const found = of(kind);
      const confirmed = found.filter((one) => one.confirmed).length;
      return found.length === 0 ? [] : [{ says: `${name}: ${confirmed} of ${found.length} confirmed.` }];
    }),
    gaps: kinds.flatMap(([kind, name]) => (of(kind).length === 0 ? [`${name}: none of the year is on record.`] : [])),
  };
}

/** The mean of the heads' answers, term by term (M48). */
export function pulse(year: AcademicYear, { pulse: all = [] }: ReportSources): ReportSection {
  const terms = [...new Set(all.map(({ term }) => term))].filter((term) => term.startsWith(`${year}/`));
  return {
    heading: 'What heads say',
    rule: RULE,
    points: terms.map((term) => {
      const scores = all.filter((one) => one.term === term).map(({ score }) => score);
      const mean = tenth(scores.reduce((sum, one) => sum + one, 0) / scores.length);
      return {
        says: `${termLabel(term)}: ${mean} of 5, from ${scores.length} ${scores.length === 1 ? 'answer' : 'answers'}.`,
      };
    }),
    gaps: terms.length > 0 ? [] : ['No head has answered a pulse card this year.'],
  };
}
