import type { Temporal } from 'temporal-polyfill';
import { dateAt, halfTerms, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { AcademicYear, HalfTerm } from '../calendar/half-term.ts';
import { answering } from '../concerns/answering.ts';
import { newestPassed, passed } from '../duties/passed.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { yearBefore } from '../national/academic-year.ts';
import { type AskingWindow, assessmentsOf, openWindow } from '../national/assessments.ts';
import { nameOn } from '../national/names.ts';
import type { NationalPolicy } from '../national/national-policy.ts';
import { belongs } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { DayOffset, TrustPolicy } from '../trust-policy.ts';
import type { AnalysisRecord } from './analysis-record.ts';

const RULE = 'M18';

/** Since when heads analyse the year before a half term's, and until when. */
export function analysisHalfTerm(
  policy: TrustPolicy,
  { analysis }: Pick<NationalPolicy, 'analysis'>,
  year: AcademicYear,
): HalfTerm | undefined {
  return halfTerms(policy).filter((one) => one.year === year)[analysis.halfTerm - 1];
}

/**
 * Each head is asked once a year for the analysis of the year before (M18), reminded while it is not sent, and its
 * lateness told to whom the policy names. One message at a time: a later reminder takes the place of what came before.
 */
export function analysisTasks(
  policy: TrustPolicy,
  own: NationalPolicy,
  facts: Pick<Facts, 'people'>,
  records: readonly AnalysisRecord[],
  schools: readonly { readonly school: School; readonly head: Person }[],
  year: AcademicYear,
  now: Temporal.Instant,
): readonly Task[] {
  const halfTerm = analysisHalfTerm(policy, own, year);
  const window = halfTerm && openWindow(policy, halfTerm, own.analysis, now);
  if (!halfTerm || !window) return [];
  const analysed = yearBefore(year);
  const sent = new Set(records.filter((one) => one.sent && one.year === analysed).map(({ urn }) => urn));
  const service = nameOn(own, 'resultsAnalysis', halfTerm.from);
  return schools
    .filter(({ school }) => belongs(school, halfTerm.to) && !sent.has(school.urn))
    .filter(({ school }) =>
      assessmentsOf(own, school, analysed).some((one) => one.status === 'statutory' && one.assessment.place === 'last'),
    )
    .flatMap(({ school, head }) => [
      askedOf(policy, own, school, head, analysed, service, window, now),
      ...toldOf(policy, own, facts, school, analysed, window, now),
    ]);
}

function askedOf(
  policy: TrustPolicy,
  own: NationalPolicy,
  school: School,
  head: Person,
  year: AcademicYear,
  service: string | undefined,
  window: AskingWindow,
  now: Temporal.Instant,
): Task {
  const moments = [
    { mark: '', at: window.since },
    ...own.analysis.reminders.map((offset) => ({
      mark: `${offset.days > 0 ? '+' : ''}${offset.days}/`,
      at: fromDue(policy, window, offset),
    })),
  ];
  const { mark, at } = newestPassed(moments, now) ?? { mark: '', at: window.since };
  const late = window.by.epochMilliseconds <= at.epochMilliseconds;
  return {
    kind: 'task',
    key: `analysis/${year}/${mark}${school.urn}/${head.id}`,
    rule: RULE,
    person: head.id,
    urn: school.urn,
    since: isoOf(at),
    by: isoOf(late ? window.until : window.by),
    title: `Analyse the results of ${year} for ${school.name}${service ? ` in ${service}` : ''}`,
    because: late
      ? `The analysis of ${year} was wanted and is not sent.`
      : `Results of ${year} are held against England in the autumn after them.`,
    otherwise: 'Needs that the results show stay without a plan, and the trust’s overview has a gap.',
  };
}

function toldOf(
  policy: TrustPolicy,
  own: NationalPolicy,
  facts: Pick<Facts, 'people'>,
  school: School,
  year: AcademicYear,
  window: AskingWindow,
  now: Temporal.Instant,
): readonly Task[] {
  return own.analysis.escalations.flatMap((offset): Task[] => {
    const at = fromDue(policy, window, offset);
    const person = answering(facts, offset.to, school);
    if (!person || !passed(at, now)) return [];
    return [
      {
        kind: 'task',
        key: `analysis-late/${year}/+${offset.days}/${school.urn}/${person.id}`,
        rule: RULE,
        person: person.id,
        urn: school.urn,
        since: isoOf(at),
        title: `Ask ${school.name} for its analysis of the results of ${year}`,
        because: 'It was wanted and is not sent.',
        otherwise: 'Needs that the results show stay without a plan, and the trust’s overview has a gap.',
      },
    ];
  });
}

/** A moment some days from the due day, on a school day while the window is open. */
function fromDue(policy: TrustPolicy, { by, until }: AskingWindow, offset: DayOffset): Temporal.Instant {
  return onSchoolDay(policy, dateAt(policy, by), offset, shifted(dateAt(policy, until), -1));
}
