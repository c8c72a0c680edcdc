import { Temporal } from 'temporal-polyfill';
import type { Gathering } from '../gatherings/gathering.ts';
import { belongs } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';

/** What somebody set for a meeting in place of what the policy makes: another time, another host, or both. */
export interface MeetingMove {
  readonly key: string;
  /** Wall-clock, for example `2026-09-08T14:00`; the meeting keeps its length unless `end` is given. */
  readonly start?: string;
  readonly end?: string;
  /** URN of the school that hosts it. */
  readonly host?: string;
}

/**
 * The plan with its moves. A host chosen by hand swaps turns with the school whose turn it was, at that school's next
 * meeting in the same rotation (else its last one before), so that nobody hosts more often than before. Moves of what
 * is not in the plan are left out, so are hosts that are not in the trust on the day.
 */
export function withMoves(
  planned: readonly Gathering[],
  schools: readonly School[],
  moves: readonly MeetingMove[],
): Gathering[] {
  const known = new Map(schools.map((school) => [school.urn, school]));
  const byKey = new Map(planned.map((meeting) => [meeting.key, meeting]));
  const chosen = new Set(moves.filter(({ host }) => host !== undefined).map(({ key }) => key));
  for (const { key, start, end, host } of moves) {
    const meeting = byKey.get(key);
    if (meeting === undefined) continue;
    const timed = start === undefined ? meeting : at(meeting, start, end);
    byKey.set(key, timed);
    const school = host === undefined ? undefined : known.get(host);
    if (school === undefined || timed.host === undefined || timed.host === host) continue;
    if (!belongs(school, timed.start.slice(0, 10))) continue;
    const before = known.get(timed.host);
    byKey.set(key, hostedBy(timed, school));
    const other = before && turnOf(byKey.values(), timed, school, chosen);
    if (other && belongs(before, other.start.slice(0, 10))) byKey.set(other.key, hostedBy(other, before));
  }
  return planned.map((meeting) => byKey.get(meeting.key) ?? meeting);
}

function at(meeting: Gathering, start: string, end: string | undefined): Gathering {
  const length = Temporal.PlainDateTime.from(meeting.start).until(meeting.end);
  const until = end ?? Temporal.PlainDateTime.from(start).add(length).toString({ smallestUnit: 'minute' });
  return { ...meeting, start, end: until };
}

function hostedBy(meeting: Gathering, school: School): Gathering {
  return { ...meeting, host: school.urn, place: school.name };
}

/** The school's own turn in the same rotation: the next one after, else the last one before. Chosen ones stay. */
function turnOf(
  meetings: Iterable<Gathering>,
  { key, kind, start, urn, cluster }: Gathering,
  school: School,
  chosen: ReadonlySet<string>,
): Gathering | undefined {
  const mine = [...meetings]
    .filter((one) => one.kind === kind && one.cluster === cluster && one.host === school.urn && one.key !== key)
    .filter((one) => urn === undefined && !chosen.has(one.key))
    .sort((one, other) => (one.start < other.start ? -1 : 1));
  return mine.find((one) => one.start > start) ?? mine.at(-1);
}
