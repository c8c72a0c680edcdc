// @ts-nocheck
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { actionsSection } from './actions-section.ts';
import { atRisk, moved, wholeSchoolConcerns } from './concern-points.ts';
import type { ReportAnswer } from './report.ts';
import type { ReportSources } from './report-sources.ts';
import { targetPoints, targetStates, trustTargetPoints } from './targets-section.ts';
import { noTerm, spanOf, type TermId, termById, termLabel } from './term.ts';
import { schoolStandings, standingGaps } from './trust-standing.ts';

const RULE = 'M42';

/**
 * For the board's standards and risk group, each term (M42): progress on the trust's and the schools' targets, risks,
 * actions on underachievement; small cohorts hidden (M15). Refused for a term without dates.
 */
export function standardsAndRisk(
  policy: TrustPolicy,
  facts: Facts,
  term: TermId,
  sources: ReportSources = {},
): ReportAnswer {
  const of = termById(policy, term);
  if (!of) return noTerm(RULE, term);
  const schools = schoolStandings(policy, facts, of.last.id);
  const targets = (sources.targets ?? []).filter(({ academicYear }) => academicYear === of.year);
  const bySchool = schools.map(({ school, standing }) => ({
    school,
    states: targetStates(
      policy,
      standing,
      targets.filter(({ urn }) => urn === school.urn),
      'outside',
    ),
  }));
  const without = bySchool.filter(({ states }) => states.length === 0).map(({ school }) => school.name);
  return {
    ok: true,
    kind: 'standardsAndRisk',
    rule: RULE,
    title: `Standards and risk, ${termLabel(term)}`,
    period: term,
    sections: [
      {
        heading: "Progress on the trust's targets",
        rule: 'M22',
        points: trustTargetPoints(policy, schools, targets),
        gaps: standingGaps(schools),
      },
      {
        heading: "Progress on schools' targets",
        rule: 'M23',
        points: bySchool.flatMap(({ school, states }) => targetPoints(policy, states, school)),
        gaps: without.length > 0 ? [`No targets of ${of.year} for: ${without.join(', ')}.`] : [],
      },
      {
        heading: 'Risks',
        rule: RULE,
        points: [
          ...atRisk(policy, facts, of),
          ...moved(policy, facts, of, schools, 'down'),
          ...wholeSchoolConcerns(policy, schools),
        ],
        gaps: [],
      },
      actionsSection(
        sources.actions ?? [],
        schools.map(({ school }) => school),
        spanOf(policy, of),
        RULE,
      ),
    ],
  };
}
