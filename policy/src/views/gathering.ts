import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import type { Facts } from '../facts.ts';
import { type AgendaItem, agendaOf } from '../gatherings/agenda.ts';
import { movedSince } from '../gatherings/apology.ts';
import type { RecordedGathering } from '../gatherings/gathering.ts';
import type { GatheringsRecords } from '../gatherings/gatherings-tasks.ts';
import { byTime } from '../gatherings/kept-minutes.ts';
import { liveAgenda } from '../gatherings/live-agenda.ts';
import { meetingAccess } from '../gatherings/meeting-access.ts';
import type { Action } from '../gatherings/meeting-action.ts';
import type { MeetingPoint, MinutesSheet } from '../gatherings/meeting-point.ts';
import { momentOf } from '../gatherings/owed.ts';
import { actionsFromLastTime } from '../gatherings/review.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** An action with the version of its row. */
export interface KeptAction extends Action {
  readonly version: string;
}

/** What is kept of meetings, with the versions that changes name. */
export interface GatheringsKept extends GatheringsRecords {
  readonly actions: readonly KeptAction[];
  readonly points: readonly MeetingPoint[];
  readonly sheets: readonly MinutesSheet[];
}

/** One meeting from agenda to actions, as one of its people may see it. */
export interface GatheringView {
  readonly asOf: string;
  readonly meeting: Pick<RecordedGathering, 'key' | 'kind' | 'rule' | 'title' | 'start' | 'end' | 'place' | 'state'>;
  /** The school it is held in, or about, with its cluster: how far it is to go. */
  readonly school?: { readonly urn: string; readonly name: string; readonly cluster: string };
  readonly begun: boolean;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly leads: boolean;
    readonly away?: { readonly instead: string; readonly because: string };
  }[];
  /** Who comes from schools, where schools send somebody (M10). */
  readonly sent: readonly { readonly school: string; readonly names: readonly string[] }[];
  readonly agenda: readonly AgendaItem[];
  readonly points: readonly (MeetingPoint & { readonly byName: string; readonly school?: string })[];
  readonly sheet?: MinutesSheet;
  /** Agreed in this meeting. */
  readonly actions: readonly (KeptAction & { readonly ownerName: string })[];
  /** Agreed in earlier ones: open, or done since the last. */
  readonly review: readonly (Action & { readonly ownerName: string })[];
  readonly you: {
    readonly invited: boolean;
    readonly away: boolean;
    /** When it was to begin as you said that you cannot come, wall-clock, where it is at another time now. */
    readonly awayFrom?: string;
  };
  readonly may: { readonly write: boolean; readonly conclude: boolean };
  /** Whom an action can be given to, and what schools a point can be about. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly schools: readonly { readonly urn: string; readonly name: string }[];
}

/** A meeting for a reader, its agenda filled from the facts of this moment; undefined where it is not theirs to read. */
export function gatheringView(
  policy: TrustPolicy,
  facts: Facts,
  kept: GatheringsKept,
  reader: Person,
  key: string,
  now: Temporal.Instant,
): GatheringView | undefined {
  const gathering = kept.gatherings.find((one) => one.key === key);
  if (!gathering || !meetingAccess(policy, facts, reader, gathering, 'read').allowed) return undefined;
  const may = (act: 'write' | 'conclude') => meetingAccess(policy, facts, reader, gathering, act).allowed;
  const named = (id: string) => nameOf(facts, id);
  const away = new Map(kept.apologies.filter((one) => one.gathering === key).map((one) => [one.person, one]));
  const mine = away.get(reader.id);
  const answers = facts.meetings.find((one) => one.key === key)?.answers ?? [];
  const declined = new Set(answers.filter(({ answer }) => answer === 'declined').map(({ person }) => person));
  const where = schoolOf(facts, gathering.host ?? gathering.urn ?? '');
  const sheet = kept.sheets.find((one) => one.gathering === key);
  const { kind, rule, title, start, end, place, state } = gathering;
  return {
    asOf: now.toString(),
    meeting: { key, kind, rule, title, start, end, place, state },
    ...(where ? { school: { urn: where.urn, name: where.name, cluster: where.cluster } } : {}),
    begun: momentOf(policy, start).epochMilliseconds <= now.epochMilliseconds,
    people: gathering.attendees.map((id, index) => {
      const apology =
        away.get(id) ?? (declined.has(id) ? { instead: '', because: 'Declined the invitation.' } : undefined);
      const absent = apology ? { away: { instead: apology.instead, because: apology.because } } : {};
      return { id, name: named(id), leads: index === 0, ...absent };
    }),
    sent: kept.delegates
      .filter((one) => one.gathering === key)
      .map((one) => ({ school: schoolOf(facts, one.urn)?.name ?? one.urn, names: one.names })),
    agenda: agendaFor(policy, facts, kept, gathering, reader),
    points: kept.points
      .filter(({ meeting }) => meeting === key)
      .sort(byTime)
      .map((point) => {
        const school = point.urn === undefined ? undefined : schoolOf(facts, point.urn)?.name;
        return { ...point, byName: named(point.by), ...(school === undefined ? {} : { school }) };
      }),
    ...(sheet ? { sheet } : {}),
    actions: kept.actions
      .filter(({ meeting }) => meeting === key)
      .sort((one, other) => (`${one.by} ${one.id}` < `${other.by} ${other.id}` ? -1 : 1))
      .map((action) => ({ ...action, ownerName: named(action.owner) })),
    review: actionsFromLastTime(kept, gathering).map((action) => ({ ...action, ownerName: named(action.owner) })),
    you: {
      invited: gathering.attendees.includes(reader.id),
      away: mine !== undefined,
      ...(mine?.about !== undefined && movedSince(mine, gathering) ? { awayFrom: mine.about } : {}),
    },
    may: { write: may('write'), conclude: may('conclude') },
    owners: ownersOf(policy, facts, gathering, reader).map(({ id, name }) => ({ id, name })),
    schools: facts.schools
      .filter(({ urn }) => access(policy, reader, 'school.read', facts, { urn }).allowed)
      .map(({ urn, name }) => ({ urn, name })),
  };
}

/** A meeting's agenda as this reader may see it, filled from the facts of this moment (M4-M12). */
function agendaFor(
  policy: TrustPolicy,
  facts: Facts,
  kept: GatheringsKept,
  gathering: RecordedGathering,
  reader: Person,
): readonly AgendaItem[] {
  const ofKind = policy.gatherings.gatherings.find(({ kind }) => kind === gathering.kind);
  const heads = policy.meetings.find(({ kind }) => kind === gathering.kind);
  const agenda =
    ofKind?.agenda ??
    (heads?.agenda ?? gathering.agenda).map((title) => {
      const from = heads?.agendaFrom?.[title];
      return { title, ...(from ? { from } : {}) };
    });
  return agendaOf({ agenda }, liveAgenda(policy, facts, kept, gathering, reader));
}

/** Whom an action can be given to: the meeting's own people, then whoever else the reader may know of, each by name. */
function ownersOf(
  policy: TrustPolicy,
  facts: Facts,
  { attendees }: RecordedGathering,
  reader: Person,
): readonly Person[] {
  const there = new Set(attendees);
  const all = access(policy, reader, 'people.read', facts).allowed;
  const order = ({ id, name }: Person) => `${there.has(id) ? 0 : 1} ${name}`;
  return facts.people
    .filter(({ id }) => all || there.has(id))
    .sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** A person's meetings from a week ago to three weeks ahead, and the one that is on or comes next. */
export interface MyGatherings {
  readonly asOf: string;
  readonly meetings: readonly Pick<RecordedGathering, 'key' | 'title' | 'start' | 'end' | 'place'>[];
  readonly nearest: string | undefined;
  /** The meeting whose chat it is asked from, where the reader may read it. */
  readonly here?: string;
}

const DAY_MS = 86_400_000;

/** The meeting whose chat in Teams this is, if the reader may read it (M1); its newest, should a chat be of several. */
export function gatheringOfChat(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools'>,
  kept: Pick<GatheringsKept, 'gatherings'>,
  reader: Person,
  chat: string,
): string | undefined {
  return kept.gatherings
    .filter((one) => one.chat === chat && meetingAccess(policy, facts, reader, one, 'read').allowed)
    .sort((one, other) => (one.start < other.start ? 1 : -1))[0]?.key;
}

/** What a meeting's side panel opens with where its chat is not known: the meeting that is on, else the next, else the last. */
export function myGatherings(
  policy: TrustPolicy,
  kept: Pick<GatheringsKept, 'gatherings'>,
  reader: Person,
  now: Temporal.Instant,
): MyGatherings {
  const at = now.epochMilliseconds;
  const mine = kept.gatherings
    .filter(({ state }) => state !== 'cancelled')
    .filter(({ attendees, recorder }) => attendees.includes(reader.id) || recorder === reader.id)
    .map((one) => ({ one, starts: momentOf(policy, one.start), ends: momentOf(policy, one.end) }))
    .filter(({ starts }) => at - 7 * DAY_MS < starts.epochMilliseconds && starts.epochMilliseconds < at + 21 * DAY_MS)
    .sort((a, b) => a.starts.epochMilliseconds - b.starts.epochMilliseconds);
  const nearest = mine.find(({ ends }) => ends.epochMilliseconds > at) ?? mine.at(-1);
  return {
    asOf: now.toString(),
    meetings: mine.map(({ one: { key, title, start, end, place } }) => ({ key, title, start, end, place })),
    nearest: nearest?.one.key,
  };
}
