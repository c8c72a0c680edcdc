import { z } from 'zod';
import { key, percentage, role, text, time, whole } from '../policy-values.ts';

/** The shape of what a trust sets for its meetings beside the cadence of heads (M6-M12): one definition a meeting. */

const times = whole(1, 10);
const weekday = whole(1, 5);
const weekdays = z.array(weekday, { error: 'must be a list of weekdays, 1 for Monday.' }).min(1, {
  error: 'is empty: name at least one weekday, 1 for Monday.',
});
const texts = z.array(text, { error: 'must be a list of texts; it can be empty.' });
const terms = z
  .array(text, { error: 'must be a list of terms, such as autumn.' })
  .min(1, { error: 'is empty: name a term, or leave it out for every term.' })
  .exactOptional();

/** What an item of an agenda is filled from when the meeting comes near. */
const AGENDA_SOURCES = [
  'priorities',
  'openActions',
  'offTrack',
  'moves',
  'developmentAreas',
  'soapOverview',
  'goodPractice',
] as const;
export const agendaSource = z.enum(AGENDA_SOURCES, {
  error: `must be one of ${AGENDA_SOURCES.join(', ')}.`,
});
export type AgendaSource = z.infer<typeof agendaSource>;

const common = {
  kind: key,
  rule: z.enum(['M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12'], { error: 'must be one of M6 to M12.' }),
  title: text,
  minutes: whole(15, 600),
  reminderMinutes: whole(0, 40_320),
  /** Who leads it: the first of these roles that somebody holds, the nearest to the school or cluster first. */
  chair: z.array(role, { error: 'must be a list of roles.' }).min(1, { error: 'is empty: name at least one role.' }),
  /** Everybody who holds the role for the meeting's own school, in its cluster, or anywhere in the trust. */
  attendees: z.array(
    z.strictObject({
      role,
      scope: z.enum(['own school', 'cluster', 'trust'], { error: 'must be "own school", "cluster" or "trust".' }),
    }),
    { error: 'must be a list of roles with their scope; it can be empty.' },
  ),
  /** Groups of staff each school sends, such as subject leaders: the head names who comes (M10). */
  sentBySchools: texts,
  /** Groups from outside the trust, for the agenda only. */
  guests: texts,
  place: z.union([z.enum(['own school', 'rotating']), z.strictObject({ place: text })], {
    error: 'must be "own school", "rotating", or an object with a place.',
  }),
  /** Preferred wall-clock time; a person who is busy then moves it to the next free slot. */
  time,
  agenda: z.array(z.strictObject({ title: text, from: agendaSource.exactOptional() }), {
    error: 'must be a list of items with a title.',
  }),
};
const grades = z.array(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: 'must be 1 to 4.' }));
const heading = z.enum(['better', 'in line', 'at risk'], { error: 'must be "better", "in line" or "at risk".' });

const definition = z.discriminatedUnion(
  'rhythm',
  [
    /** Once, in the summer break before the year (M6): so many weeks before the week in which school begins. */
    z.strictObject({ rhythm: z.literal('summer break'), weeksBefore: whole(1, 5), weekday, ...common }),
    /** Each school once a term, spread over the term (M7). */
    z.strictObject({ rhythm: z.literal('school termly'), weekdays, terms, ...common }),
    /** Each school at least once a half term (M8): the highest of the frequencies that fit it. */
    z.strictObject({
      rhythm: z.literal('school half-termly'),
      times: z.strictObject({
        atLeast: times,
        grade: z.strictObject({ 1: times, 2: times, 3: times, 4: times }),
        heading: z.strictObject({ better: times, 'in line': times, 'at risk': times }),
        supported: times,
      }),
      /** The last one of a half term lies so many calendar days before its end; without it, anywhere in it. */
      last: z.strictObject({ fromDays: whole(0, 40), toDays: whole(0, 40) }).exactOptional(),
      weekdays,
      terms,
      ...common,
    }),
    /** Every so many weeks in term time (M9), from a week of the academic year on. */
    z.strictObject({
      rhythm: z.literal('every weeks'),
      everyWeeks: whole(1, 52),
      firstWeek: whole(1, 40),
      weekday,
      ...common,
    }),
    /** Once a term for the whole trust (M10, M12); `through` is how far through the term, in % of its days. */
    z.strictObject({ rhythm: z.literal('trust termly'), through: percentage, weekdays, terms, ...common }),
    /** Once a term in each cluster (M10), the clusters spread over the term. */
    z.strictObject({ rhythm: z.literal('cluster termly'), weekdays, terms, ...common }),
    /** Once a term with the governors of each school that needs it (M11); `present` comes from the trust. */
    z.strictObject({
      rhythm: z.literal('governors termly'),
      needs: z.strictObject({ grades, headings: z.array(heading) }),
      present: z.array(role).min(1, { error: 'is empty: name at least one role.' }),
      weekdays,
      terms,
      ...common,
    }),
  ],
  {
    error:
      'must have a rhythm: summer break, school termly, school half-termly, every weeks, trust termly, cluster termly or governors termly.',
  },
);

export const GatheringsPolicyShape = z.strictObject({
  gatherings: z.array(definition, { error: 'must be a list; it can be empty.' }),
  /** Where a slot is looked for when somebody is busy: wall-clock bounds, minutes between starts, and between meetings of a person. */
  day: z.strictObject({ from: time, to: time, everyMinutes: whole(5, 240), gapMinutes: whole(0, 240) }),
  /** Minutes: calendar days after the meeting by which they are wanted, and after which they are no longer asked for. */
  minutes: z.strictObject({ dueDays: whole(1, 60), droppedAfterDays: whole(2, 365), at: time }),
  /** Actions: calendar days from the date agreed. */
  actions: z.strictObject({
    remindDaysBefore: whole(0, 60),
    chaseDaysAfter: z.array(whole(1, 365)).min(1, { error: 'is empty: give at least one day.' }),
    escalateDaysAfter: whole(1, 365),
    at: time,
  }),
  /** School days before a meeting at which its people get the agenda, and at which they are reminded of it. */
  agenda: z.strictObject({ daysBefore: whole(1, 30), reminderDaysBefore: whole(0, 29), at: time }),
  /** Calendar days before a network at which heads are asked whom they send (M10). */
  namesDaysBefore: whole(1, 60),
});

export type GatheringsPolicy = z.infer<typeof GatheringsPolicyShape>;
export type GatheringDefinition = GatheringsPolicy['gatherings'][number];
