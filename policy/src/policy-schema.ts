import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AccessPolicyShape } from './access/access-policy.ts';
import { HALF_TERM_NAME } from './calendar/half-term.ts';
import { ConcernsPolicyShape } from './concerns/concerns-policy.ts';
import { agendaSource, GatheringsPolicyShape } from './gatherings/gatherings-policy.ts';
import { GroupsPolicyShape } from './groups/groups-policy.ts';
import { InspectionsPolicyShape } from './inspections/inspections-policy.ts';
import { NationalPolicyShape } from './national/national-policy.ts';
import { OutsidePolicyShape } from './outside/outside-policy.ts';
import { PeerReviewPolicyShape } from './peer-review/peer-review-policy.ts';
import { PlansPolicyShape } from './plans/plans-policy.ts';
import { date, key, offset, percentage, role, text, time, whole, yearGroups } from './policy-values.ts';
import { ReportsPolicyShape } from './reports/reports-policy.ts';
import { SupportPolicyShape } from './support/support-policy.ts';
import { TargetsPolicyShape } from './targets/targets-policy.ts';
import { VisitsPolicyShape } from './visits/visits-policy.ts';

/** The shape of a trust's policy file, value by value. What values mean to each other is `policy-agreement.ts`'s matter. */

const academicYear = z.strictObject({
  year: z
    .string({ error: 'must be an academic year such as 2026-27.' })
    .regex(/^\d{4}-\d{2}$/, { error: 'must be an academic year such as 2026-27.' }),
  halfTerms: z.array(
    z.strictObject({
      name: text.regex(HALF_TERM_NAME, { error: 'must be a term and a number in it, such as autumn-1.' }),
      from: date,
      to: date,
    }),
    { error: "must be the list of the year's half terms." },
  ),
  insetDays: z.array(date, { error: 'must be a list of dates; it can be empty.' }),
});

const meeting = z.strictObject({
  kind: key,
  rule: text,
  title: text,
  everyWeeks: whole(1, 52),
  firstWeek: whole(1, 40),
  weekday: whole(1, 5),
  time,
  minutes: whole(5, 600),
  reminderMinutes: whole(0, 40_320),
  chair: role,
  attendees: z.array(role, { error: 'must be a list of roles.' }),
  host: z.union([z.literal('rotating'), z.strictObject({ place: text })], {
    error: 'must be "rotating", or an object with a place.',
  }),
  agenda: z.array(text, { error: 'must be a list of texts.' }),
  agendaFrom: z.record(z.string(), agendaSource).exactOptional(),
});

const measure = z.strictObject({
  key,
  name: text,
  unit: z.enum(['%', 'count'], { error: 'must be "%" or "count".' }),
  years: yearGroups.exactOptional(),
  within: z.array(key).exactOptional(),
  published: key.exactOptional(),
  better: z.enum(['higher', 'lower'], { error: 'must be "higher" or "lower".' }),
  max: z.number({ error: 'must be a number.' }).positive({ error: 'must be above 0.' }),
  improbableBelow: z.number({ error: 'must be a number.' }).exactOptional(),
});

const step = z.strictObject({
  key,
  title: text,
  years: yearGroups.exactOptional(),
  school: z.array(key, { error: 'must be a list of measure keys.' }).exactOptional(),
  groups: z.literal(true, { error: 'must be true, or left out.' }).exactOptional(),
  texts: z.array(z.enum(['comment', 'nextSteps'], { error: 'must be "comment" or "nextSteps".' })).exactOptional(),
});

const category = z.strictObject({
  code: text,
  ofsted: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: 'must be 1, 2, 3 or 4.' }),
  heading: z.enum(['better', 'in line', 'at risk'], { error: 'must be "better", "in line" or "at risk".' }),
  name: text,
  support: text,
});

export const PolicyShape = z.strictObject({
  trust: z.strictObject({
    name: text,
    shortName: text,
    timeZone: z
      .string({ error: 'must be text.' })
      .refine(isTimeZone, { error: 'must be a time zone that exists, such as Europe/London.' }),
  }),
  calendar: z.strictObject({
    years: z
      .array(academicYear, { error: 'must be a list.' })
      .min(1, { error: 'is empty: give at least one academic year.' }),
    bankHolidays: z.array(date, { error: 'must be a list of dates; it can be empty.' }),
  }),
  meetings: z.array(meeting, { error: 'must be a list; it can be empty.' }),
  soap: z.strictObject({
    measures: z.array(measure, { error: 'must be a list.' }).min(1, { error: 'is empty: give at least one measure.' }),
    steps: z.array(step, { error: 'must be a list.' }).min(1, { error: 'is empty: give at least one step.' }),
    groups: GroupsPolicyShape.exactOptional(),
    window: z.strictObject({ opens: offset, due: offset, closes: offset }),
    reminders: z.array(offset, { error: 'must be a list; it can be empty.' }),
    escalations: z.array(z.strictObject({ days: whole(0, 60), at: time, to: role }), {
      error: 'must be a list; it can be empty.',
    }),
    plausibleJump: percentage,
    suppressBelow: whole(0, 100),
    bands: z.strictObject({ strong: percentage, secure: percentage }),
  }),
  categorisation: z.strictObject({
    scale: z
      .array(category, { error: 'must be a list.' })
      .min(1, { error: 'is empty: give the categories, best first.' }),
    round: z.strictObject({ opens: offset, proposalsDue: offset, validationsDue: offset, summaryAt: offset }),
    evidence: z.strictObject({
      margin: percentage,
      trend: percentage,
      concern: z.record(key, z.number({ error: 'must be a number.' })),
    }),
    summary: z.strictObject({
      nameSchools: z.enum(['none', 'moved', 'all'], { error: 'must be "none", "moved" or "all".' }),
    }),
  }),
  asking: z.strictObject({
    times: z.array(time, { error: 'must be a list of times.' }).min(1, { error: 'is empty: give at least one time.' }),
  }),
  gatherings: GatheringsPolicyShape,
  concerns: ConcernsPolicyShape,
  visits: VisitsPolicyShape,
  targets: TargetsPolicyShape,
  support: SupportPolicyShape,
  reports: ReportsPolicyShape,
  peerReview: PeerReviewPolicyShape,
  outside: OutsidePolicyShape,
  national: NationalPolicyShape,
  inspections: InspectionsPolicyShape,
  plans: PlansPolicyShape,
  access: AccessPolicyShape,
});

/** Changes of the policy with the date from which each holds, oldest first. */
export const Amendments = z.array(
  z.strictObject({
    from: date,
    because: text,
    change: z.record(z.string(), z.unknown(), { error: 'must be an object with what differs.' }),
  }),
  { error: 'must be a list of changes, oldest first.' },
);

function isTimeZone(value: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value).timeZoneId.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
