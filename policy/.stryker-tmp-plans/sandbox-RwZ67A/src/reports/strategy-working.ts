// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { dateAt, halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear, HalfTerm } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { refused } from '../national/refusal.ts';
import { collectionWindow } from '../soap/collection.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { actionsSection } from './actions-section.ts';
import { moved } from './concern-points.ts';
import { inspections, pulse, reviews } from './feedback-sections.ts';
import type { ReportAnswer, ReportSection } from './report.ts';
import type { ReportSources } from './report-sources.ts';
import { returnDiscipline } from './return-discipline.ts';
import { trustTargetPoints } from './targets-section.ts';
import { type SchoolStanding, schoolStandings } from './trust-standing.ts';

const RULE = 'M48';

/**
 * Whether the strategy works, over an academic year as far as it has come (M48): targets, category moves, inspections,
 * discipline of returns, impact of plans, reviews, and what heads say. Refused for a year without dates, and for one
 * of which no return was due yet.
 */
export function strategyWorking(
  policy: TrustPolicy,
  facts: Facts,
  year: AcademicYear,
  now: Temporal.Instant,
  sources: ReportSources = {},
): ReportAnswer {
  const all = halfTerms(policy);
  const so = all.filter(
    ({ id, year: of }) => of === year && collectionWindow(policy, id).due.epochMilliseconds <= now.epochMilliseconds,
  );
  const [first, last] = [so[0], so.at(-1)];
  if (!first || !last) {
    return refused(
      RULE,
      `No return of ${year} was due yet, or the policy has no dates for it.`,
      'Choose a year under way.',
    );
  }
  const schools = schoolStandings(policy, facts, last.id);
  const end = all.findLast(({ year: of }) => of === year)?.to ?? last.to;
  const today = dateAt(policy, now);
  const isOver = today > end;
  const days = { after: all[all.indexOf(first) - 1]?.to ?? '', to: isOver ? end : today };
  const within = (on: string) => on > days.after && on <= days.to;
  return {
    ok: true,
    kind: 'strategyWorking',
    rule: RULE,
    title: `Is the strategy working? ${year}`,
    period: year,
    sections: [
      targets(policy, schools, year, sources),
      moves(policy, facts, so, schools),
      inspections(schools, within, sources),
      {
        heading: 'Returns in time',
        rule: 'M14',
        points: so.map((one) => returnDiscipline(policy, facts, one)),
        gaps: [],
      },
      actionsSection(
        sources.actions ?? [],
        schools.map(({ school }) => school),
        days,
        'M36',
      ),
      reviews(schools, within, sources),
      pulse(year, sources),
    ],
  };
}

function targets(
  policy: TrustPolicy,
  schools: readonly SchoolStanding[],
  year: AcademicYear,
  { targets: all = [] }: ReportSources,
): ReportSection {
  const points = trustTargetPoints(
    policy,
    schools,
    all.filter(({ academicYear }) => academicYear === year),
  );
  const gaps = points.length > 0 ? [] : [`No targets of ${year} can be held against a return.`];
  return { heading: 'Progress on targets', rule: 'M22', points, gaps };
}

function moves(
  policy: TrustPolicy,
  facts: Facts,
  so: readonly HalfTerm[],
  schools: readonly SchoolStanding[],
): ReportSection {
  const up = moved(policy, facts, { halfTerms: so }, schools, 'up');
  const down = moved(policy, facts, { halfTerms: so }, schools, 'down');
  return {
    heading: 'Moves of category',
    rule: 'M26',
    points: [
      {
        says: `${up.length} up, ${down.length} down of ${schools.length} schools over the year.`,
        figures: [
          { label: 'Up', value: up.length, unit: 'count' },
          { label: 'Down', value: down.length, unit: 'count' },
        ],
      },
      ...up,
      ...down,
    ],
    gaps: [],
  };
}
