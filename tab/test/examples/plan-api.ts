import type {
  BusyTime,
  CalendarJob,
  Facts,
  MadeMove,
  Person,
  PlanMeeting,
  PlanView,
  RecordedMeeting,
  TimesAhead,
} from '@owls/policy';
import {
  ahead,
  attendance,
  bestSlots,
  compared,
  dayOff,
  ics,
  movesInForce,
  OWLS,
  planningFacts,
  planView,
  recordedGatherings,
  rhythms,
  yearPlan,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import type { Answer, Body, Route } from './routing.ts';
import { found, ok, refuse } from './routing.ts';
import { chance } from './trust.ts';

interface Given {
  facts(): Facts;
  keep(facts: Facts): void;
  readonly person: Person;
  readonly now: Temporal.Instant;
}

/** The API of planning over an example's facts: plans, moves, troubles and comparisons are policy's own. */
export function planRoutes({ facts, keep, person, now }: Given): readonly Route[] {
  let moves: readonly MadeMove[] = [];
  let jobs: readonly CalendarJob[] = [];
  let link: string | undefined;
  const wall = now.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' });
  const kept = new Map<string, { facts: Facts; moves: readonly MadeMove[]; view: PlanView | undefined }>();

  // A plan of hundreds of schools takes seconds to make, so it is made anew only when something has changed.
  const view = (year: string) => {
    const known = kept.get(year);
    if (known?.facts === facts() && known.moves === moves) return known.view;
    const made = planView(OWLS, facts(), person, year, now, moves);
    kept.set(year, { facts: facts(), moves, view: made });
    return made;
  };
  const meetingOf = (year: string, key: string) => view(year)?.meetings.find((one) => one.key === key);
  const aheadOf = (year: string, times: TimesAhead) => {
    const recorded = recordedGatherings(
      OWLS,
      facts().meetings.filter((one) => one.year === year),
    );
    const inForce = movesInForce(moves);
    const held = new Set(inForce.map(({ key }) => key));
    const released = new Set(moves.map(({ key }) => key).filter((key) => !held.has(key)));
    const standing = { recorded, moves: inForce, released, now: wall };
    const { planned: _, ...work } = ahead(OWLS, planningFacts(facts()), year, standing, times);
    const total = work.add.length + work.change.length + work.takeOut.length;
    return { times, fingerprint: `${times}/${total}/${moves.length}`, total, ...work };
  };
  const inCalendars = (year: string, times: TimesAhead) => {
    const { add, change, takeOut } = aheadOf(year, times);
    const to = new Map(change.map((one) => [one.to.key, one.to]));
    const out = new Set(takeOut.map(({ key }) => key));
    const stay = facts().meetings.map((one): RecordedMeeting => {
      if (out.has(one.key)) return { ...one, state: 'cancelled' };
      return { ...one, ...to.get(one.key) };
    });
    const made = add.map((one): RecordedMeeting => ({ ...one, state: 'in calendars', version: '"1"', answers: [] }));
    keep({ ...facts(), meetings: [...stay, ...made] });
    return { made: made.length, changed: change.length, takenOut: takeOut.length };
  };
  const move = (year: string, { key = '', start, host }: Body): Answer => {
    const meeting = meetingOf(year, key);
    if (!meeting) return refuse(404, 'not-found', 'This was not found, or it is not open to you.');
    if (start !== undefined && start <= wall) return refuse(422, 'past', 'That moment is past: choose one ahead.');
    const off = start === undefined ? undefined : dayOff(OWLS, meeting.kind, start.slice(0, 10));
    if (off) return refuse(422, 'day-off', `${off} Meetings take place on school days (M3).`, 'Choose a school day.');
    const made: MadeMove = {
      key,
      ...(start === undefined ? {} : { start, end: endOf(meeting, start) }),
      ...(host === undefined ? {} : { host }),
      id: `move-${moves.length + 1}`,
      by: person.id,
      at: now.toString(),
      where: 'plan',
      undone: false,
    };
    moves = [...moves, made];
    return { status: 201, body: { move: made, plan: view(year) } };
  };
  const undo = (year: string, { id }: Body): Answer => {
    const undone = moves.findLast((one) => !one.undone && (id === undefined || one.id === id));
    if (!undone) return refuse(404, 'nothing-to-undo', 'There is no move to take back.');
    moves = moves.map((one) => (one === undone ? { ...one, undone: true } : one));
    return ok({ undone, plan: view(year) });
  };
  const slots = (year: string, asked: URLSearchParams): Answer => {
    const meeting = meetingOf(year, asked.get('key') ?? '');
    if (!meeting) return refuse(404, 'not-found', 'This was not found, or it is not open to you.');
    const meetings = view(year)?.meetings.filter(({ state }) => state !== 'cancelled') ?? [];
    const asks = asked.get('calendars') === 'yes';
    const busy = asks ? meeting.attendees.flatMap((id) => busyOf(id, meeting.start.slice(0, 10), 14)) : [];
    return ok({
      key: meeting.key,
      slots: bestSlots(OWLS, meeting, { schools: facts().schools, meetings, busy, now: wall }),
      unknown: asks ? unknownOf(facts(), meeting.attendees) : [],
    });
  };

  return [
    [/^GET \/api\/plan\/([\d-]+)$/, ([year = '']) => found(view(year))],
    [/^POST \/api\/plan\/([\d-]+)\/moves$/, ([year = ''], body) => move(year, body)],
    [/^POST \/api\/plan\/([\d-]+)\/moves\/undo$/, ([year = ''], body) => undo(year, body)],
    [/^GET \/api\/plan\/([\d-]+)\/slots$/, ([year = ''], _, asked) => slots(year, asked)],
    [
      /^POST \/api\/plan\/([\d-]+)\/free-busy$/,
      (_, { people = [], from = '' }) =>
        ok({
          busy: people.flatMap((id) => busyOf(id, from.slice(0, 10), 42)),
          unknown: unknownOf(facts(), people),
        }),
    ],
    [
      /^GET \/api\/plan\/([\d-]+)\/against\/([\d-]+)$/,
      ([year = '', other = '']) => {
        const [before, after] = [other, year].map(
          (one) => yearPlan(OWLS, planningFacts(facts()), one, movesInForce(moves)).gatherings,
        );
        return ok({ year, other, ...compared(before ?? [], after ?? []) });
      },
    ],
    [
      /^GET \/api\/plan\/([\d-]+)\/ahead$/,
      ([year = ''], _, asked) => ok(aheadOf(year, asked.get('times') === 'plan' ? 'plan' : 'keep')),
    ],
    [
      /^POST \/api\/plan\/([\d-]+)\/put-into-calendars$/,
      ([year = ''], { times = 'keep' }) => {
        const total = aheadOf(year, times).total;
        const job: CalendarJob = {
          ...{ key: `${year}/${jobs.length + 1}`, year, times },
          state: 'running',
          by: person.id,
          at: now.toString(),
          total,
          made: Math.floor(total / 3),
          ...{ changed: 0, takenOut: 0, failed: [] },
        };
        jobs = [...jobs, job];
        return { status: 202, body: { job } };
      },
    ],
    [
      /^GET \/api\/plan\/([\d-]+)\/calendars$/,
      ([year = '']) => {
        const told = jobs;
        const last = jobs.at(-1);
        // The next time it is asked, it has finished.
        if (last?.state === 'running') {
          const done: CalendarJob = {
            ...last,
            ...inCalendars(year, 'keep'),
            state: 'done',
            finishedAt: now.toString(),
          };
          jobs = [...jobs.slice(0, -1), done];
        }
        return ok({ jobs: told });
      },
    ],
    [
      /^GET \/api\/plan\/([\d-]+)\/questions$/,
      ([year = '']) =>
        ok({ questions: view(year)?.meetings.filter(({ question, past }) => question !== undefined && !past) ?? [] }),
    ],
    [
      /^POST \/api\/plan\/([\d-]+)\/questions$/,
      (_, { key = '', answer = '' }) => {
        const state = answer === 'put it back' ? 'in calendars' : 'cancelled';
        const meetings = facts().meetings.map((one): RecordedMeeting => {
          const { question: _asked, ...rest } = one;
          return one.key === key ? { ...rest, state } : one;
        });
        keep({ ...facts(), meetings });
        return ok({ key, answer });
      },
    ],
    [/^GET \/api\/plan\/([\d-]+)\/rhythm$/, ([year = '']) => ok(rhythmOf(year, view(year)?.meetings ?? [], wall))],
    [/^GET \/api\/feed$/, () => ok(link === undefined ? { given: false } : { given: true, at: now.toString() })],
    [
      /^POST \/api\/feed$/,
      () => {
        link = `https://improvement.trust.example/calendar/${'Zx9_k4Tq'.repeat(5)}.ics`;
        return { status: 201, body: { given: true, at: now.toString(), link } };
      },
    ],
    [
      /^DELETE \/api\/feed$/,
      () => {
        link = undefined;
        return ok({ given: false });
      },
    ],
    [
      /^GET \/api\/calendar-file\/([\d-]+)$/,
      ([year = '']) => ok(ics(view(year)?.meetings ?? [], 'Europe/London', now)),
    ],
  ];
}

function endOf({ start, end }: PlanMeeting, at: string): string {
  const length = Date.parse(`${end}Z`) - Date.parse(`${start}Z`);
  return new Date(Date.parse(`${at}Z`) + length).toISOString().slice(0, 16);
}

/** Most meetings that are over were held, with most of those invited there. */
function rhythmOf(year: string, meetings: readonly PlanMeeting[], wall: string) {
  const agreed = meetings.flatMap((one) => (one.state === 'planned' ? [] : [{ ...one, state: one.state }]));
  const over = agreed.filter(
    ({ end, key, state }) => end < wall && state !== 'cancelled' && chance(key, 'held') < 0.85,
  );
  const held = over.map((one) => ({ ...one, attended: one.attendees.filter((id) => chance(one.key, id) < 0.9) }));
  const minutes = held.map(({ key, start, attended }) => ({
    gathering: key,
    on: start.slice(0, 10),
    state: 'held' as const,
    attended,
    ...{ decisions: [], priorities: [], developmentAreas: [] },
    by: 'ceo',
    at: `${start}:00Z`,
  }));
  return {
    year,
    rhythms: rhythms(agreed, minutes, wall.slice(0, 10)),
    ...attendance(agreed, minutes),
  };
}

/** Now and then somebody has something else in their own calendar. */
function busyOf(person: string, from: string, days: number): BusyTime[] {
  return Array.from({ length: days }, (_, day) =>
    new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10),
  )
    .filter((date) => chance(person, date, 'busy') < 0.12)
    .map((date) => ({ person, start: `${date}T09:00`, end: `${date}T15:30` }));
}

function unknownOf({ people }: Facts, asked: readonly string[]) {
  return people
    .filter(({ id, email }) => asked.includes(id) && email === '')
    .map(({ id, name }) => ({ person: id, says: `${name} has no e-mail address on record.` }));
}
