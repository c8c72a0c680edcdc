import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import type { Gathering, GatheringFacts, RecordedGathering, UnplacedGathering } from '../gatherings/gathering.ts';
import type { MeetingAnswer, RecordedMeeting } from '../meetings/meeting.ts';
import { PEER_REVIEW_KIND } from '../peer-review/review-gatherings.ts';
import type { MeetingMove } from '../planning/moves.ts';
import { recordedGatherings } from '../planning/recorded.ts';
import { type Trouble, troubles } from '../planning/troubles.ts';
import { byTime, yearPlan } from '../planning/year-plan.ts';
import type { Person } from '../trust/people.ts';
import type { AcademicYearPolicy, TrustPolicy } from '../trust-policy.ts';
import { type PlannedVisit, visitPlan } from '../visits/visit-plan.ts';

/** A move as it was made: who made it, when, and whether it was taken back. */
export interface MadeMove extends MeetingMove {
  readonly id: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** Where it was made: in the plan, or in Outlook. */
  readonly where: 'plan' | 'Outlook';
  readonly undone: boolean;
}

/** A meeting as the plan shows it. */
export interface PlanMeeting extends Omit<Gathering, 'start' | 'end'> {
  /** Wall-clock: where it stands in calendars, else where the plan has it. */
  readonly start: string;
  readonly end: string;
  readonly state: 'planned' | RecordedMeeting['state'];
  /** Where the plan wants it now, if that is not where it stands in calendars: shown by "ahead" and done on a yes. */
  readonly wanted?: { readonly start: string; readonly end: string };
  /** The move that put it here, if somebody moved it. */
  readonly moved?: Pick<MadeMove, 'id' | 'by' | 'at' | 'where'>;
  readonly answers: readonly MeetingAnswer[];
  readonly question?: RecordedMeeting['question'];
  /** Whether it has begun: nothing about it is changed any more. */
  readonly past: boolean;
}

/** A year's plan with everything whoever plans has to know before anything is sent. */
export interface PlanView {
  readonly asOf: string;
  readonly year: AcademicYear;
  /** Years the policy has dates for, first to last. */
  readonly years: readonly AcademicYear[];
  readonly calendar: AcademicYearPolicy & { readonly bankHolidays: readonly string[] };
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly rule: string }[];
  readonly meetings: readonly PlanMeeting[];
  readonly unplaced: readonly UnplacedGathering[];
  readonly troubles: readonly Trouble[];
  /** Core visits as they would come; they stand in no calendar of this plan. */
  readonly visits: readonly PlannedVisit[];
  /** How often each school hosts the rotating meetings. */
  readonly hosts: readonly { readonly urn: string; readonly name: string; readonly turns: number }[];
  /** Moves in force and undone, the latest last. */
  readonly moves: readonly MadeMove[];
  /** The policy's working day and minutes for the way between schools. */
  readonly day: TrustPolicy['gatherings']['day'];
  readonly mayPlan: boolean;
}

/** Planning's view of the facts: what a trust without records lacks is left out. */
export function planningFacts(facts: Facts): GatheringFacts {
  const supported = facts.records?.support?.supports.map(({ urn }) => urn) ?? [];
  return { ...facts, supported: [...new Set(supported)], peerReviews: facts.records?.peerReview?.peerReviews ?? [] };
}

/** Moves that hold, the last one of a meeting only. */
export function movesInForce(moves: readonly MadeMove[]): readonly MadeMove[] {
  const last = new Map<string, MadeMove>();
  for (const move of moves) {
    if (move.undone) continue;
    // A later move of the host alone leaves the time that was chosen before, and the other way round.
    const before = last.get(move.key);
    last.delete(move.key);
    last.set(move.key, { ...before, ...move });
  }
  return [...last.values()];
}

/**
 * The plan of a year (M3-M12) as this person may see it: all of it who may plan, the meetings they are invited to who
 * may only read. Undefined for a year without dates, or for one who may not read meetings.
 */
export function planView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  year: AcademicYear,
  now: Temporal.Instant,
  moves: readonly MadeMove[],
): PlanView | undefined {
  const dates = policy.calendar.years.find((one) => one.year === year);
  if (dates === undefined || !access(policy, person, 'meetings.read', facts).allowed) return undefined;
  const mayPlan = access(policy, person, 'meetings.plan', facts).allowed;
  const inForce = movesInForce(moves);
  const plan = yearPlan(policy, planningFacts(facts), year, inForce);
  const wallClock = now.toZonedDateTimeISO(policy.trust.timeZone).toPlainDateTime().toString();
  const all = merged(policy, facts, year, plan.gatherings, inForce, wallClock);
  const meetings = mayPlan ? all : all.filter(({ attendees }) => attendees.includes(person.id));
  return {
    asOf: now.toString(),
    year,
    years: policy.calendar.years.map((one) => one.year),
    calendar: { ...dates, bankHolidays: policy.calendar.bankHolidays },
    kinds: [...policy.meetings, ...policy.gatherings.gatherings, PEER_REVIEW_KIND].map(({ kind, title, rule }) => ({
      kind,
      title,
      rule,
    })),
    meetings,
    unplaced: mayPlan ? plan.unplaced : [],
    troubles: mayPlan
      ? troubles(
          policy,
          facts,
          meetings.filter(({ state, past }) => state !== 'cancelled' && !past).map(withAllPlanned(plan.gatherings)),
        )
      : [],
    visits: mayPlan ? visitPlan(policy, policy.visits, facts, year, facts.records?.visits?.visits ?? []).visits : [],
    hosts: facts.schools.map(({ urn, name }) => ({
      urn,
      name,
      turns: all.filter((one) => one.host === urn && one.urn === undefined).length,
    })),
    moves: mayPlan ? moves : [],
    day: policy.gatherings.day,
    mayPlan,
  };
}

/** With everybody the plan wants there, those included whom no invitation reached. */
function withAllPlanned(planned: readonly Gathering[]): (meeting: PlanMeeting) => PlanMeeting {
  const wanted = new Map(planned.map(({ key, attendees }) => [key, attendees]));
  return (meeting) => ({ ...meeting, attendees: wanted.get(meeting.key) ?? meeting.attendees });
}

/** What is planned and what is recorded, by key: what stands in calendars is where it is. */
function merged(
  policy: TrustPolicy,
  facts: Facts,
  year: AcademicYear,
  planned: readonly Gathering[],
  moves: readonly MadeMove[],
  now: string,
): readonly PlanMeeting[] {
  const recorded = new Map(
    recordedGatherings(
      policy,
      facts.meetings.filter((one) => one.year === year),
    ).map((one) => [one.key, one]),
  );
  const raw = new Map(facts.meetings.map((one) => [one.key, one]));
  const moved = new Map(moves.map((one) => [one.key, one]));
  const wanted = new Map(planned.map((one) => [one.key, one]));
  const keys = new Set([...wanted.keys(), ...recorded.keys()]);
  return [...keys]
    .flatMap((key): PlanMeeting[] => {
      const [plan, there, move] = [wanted.get(key), recorded.get(key), moved.get(key)];
      const stands = plan && there?.takenOut === true ? undefined : there;
      const base = stands ?? plan;
      if (base === undefined) return [];
      const {
        version: _,
        eventId: __,
        takenOut: ___,
        question: ____,
        ...shown
      }: Gathering & Partial<RecordedGathering> = { why: GONE(base.rule), ...base };
      const away = plan && there && there.state !== 'cancelled' && plan.start !== there.start && there.start > now;
      const question = raw.get(key)?.question;
      return [
        {
          ...shown,
          why: plan?.why ?? GONE(base.rule),
          state: stands?.state ?? 'planned',
          ...(away ? { wanted: { start: plan.start, end: plan.end } } : {}),
          ...(move ? { moved: { id: move.id, by: move.by, at: move.at, where: move.where } } : {}),
          answers: raw.get(key)?.answers ?? [],
          ...(question === undefined ? {} : { question }),
          past: base.start <= now,
        },
      ];
    })
    .sort(byTime);
}

const GONE = (rule: string): Gathering['why'] => ({
  rule,
  because: ['It is agreed, and the plan of today no longer asks for it.'],
  wouldChange: 'Take it out with the changes ahead, or leave it as it is.',
});
