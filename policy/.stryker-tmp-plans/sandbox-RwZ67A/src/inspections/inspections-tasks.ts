// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { ceoOf, headLeaderOf, headOf } from '../access/roles.ts';
import { dateAt, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { DayOffset, TrustPolicy } from '../trust-policy.ts';
import type { Inspection } from './inspection.ts';
import type { InspectionsPolicy } from './inspections-policy.ts';
import { isGraded, ofstedPartAt } from './ofsted-part.ts';

export interface InspectionsRecords {
  readonly inspections: readonly Inspection[];
}

/** The longest holiday with a margin, in days: a message waits for school no longer. */
const LONGEST_WAIT = 60;

/** What inspections ask of people (M28): the outcome of one that is awaited, and a school's row that is out of date. */
export function inspectionsTasks(
  policy: TrustPolicy,
  own: InspectionsPolicy,
  facts: Facts,
  { inspections }: InspectionsRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const today = dateAt(policy, now);
  return schoolsOn(facts.schools, today)
    .flatMap((school) => [
      ...outcomes(policy, own, facts, inspections, school),
      ...rows(policy, own, facts, inspections, school, today),
    ])
    .filter(({ since }) => Temporal.Instant.compare(Temporal.Instant.from(since), now) <= 0);
}

/** Asked once per inspection; done when an outcome of it, or of a later one, is recorded. */
function outcomes(
  policy: TrustPolicy,
  own: InspectionsPolicy,
  facts: Facts,
  inspections: readonly Inspection[],
  school: School,
): Task[] {
  const mine = inspections.filter(({ urn }) => urn === school.urn);
  const person = headOf(facts, school.urn) ?? headLeaderOf(facts, school.urn) ?? ceoOf(facts);
  if (!person) return [];
  return mine
    .filter(({ kind, on }) => kind === 'awaited' && !mine.some((one) => tells(one) && one.on >= on))
    .map(({ id, on }) => ({
      kind: 'task',
      key: `inspection-outcome/${id}/${person.id}`,
      rule: 'M28',
      person: person.id,
      title: `Record the outcome of ${school.name}'s inspection`,
      urn: school.urn,
      since: moment(policy, on, own.askOutcome),
      because: `${school.name} was inspected on ${on}, and no outcome is recorded.`,
      otherwise: 'Its category and its support go by the inspection before.',
    }));
}

function tells({ kind }: Inspection): boolean {
  return kind !== 'awaited' && kind !== 'review';
}

/** Proposals go by the grade on the school's row, so it has to follow the newest inspection. */
function rows(
  policy: TrustPolicy,
  own: InspectionsPolicy,
  facts: Facts,
  inspections: readonly Inspection[],
  school: School,
  today: string,
): Task[] {
  const part = ofstedPartAt(own, school, inspections, today);
  const person = ceoOf(facts);
  if (part?.inspection === undefined || part.grade === school.ofsted?.grade || !person) return [];
  const published = inspections.filter(isGraded).find(({ id }) => id === part.inspection)?.published;
  if (published === undefined) return [];
  return [
    {
      kind: 'task',
      key: `ofsted-grade/${part.inspection}/${person.id}`,
      rule: 'M28',
      person: person.id,
      title: `Set ${school.name}'s Ofsted grade to ${part.grade}`,
      urn: school.urn,
      since: moment(policy, published, own.askUpdate),
      because: `${part.why.because[0] ?? ''} The school's row says ${school.ofsted?.grade ?? 'nothing'}.`.trim(),
      otherwise: 'Its category is proposed from the wrong row of the scale.',
    },
  ];
}

function moment(policy: TrustPolicy, date: string, offset: DayOffset): string {
  return isoOf(onSchoolDay(policy, date, offset, shifted(date, offset.days + LONGEST_WAIT)));
}
