import { access } from '../access/access.ts';
import { halfTermBefore, halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import { schoolsInRound } from '../categorisation/round.ts';
import { summary } from '../categorisation/summary.ts';
import type { Facts } from '../facts.ts';
import { offered, prioritiesOf as recordedPriorities } from '../outside/offered.ts';
import { areasFoundIn } from '../records.ts';
import { latestReturn } from '../soap/kept.ts';
import { targetsMonitored } from '../targets/trust-monitoring.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { heatMap } from '../views/heat-map.ts';
import type { LiveAgenda } from './agenda.ts';
import type { RecordedGathering } from './gathering.ts';
import type { GatheringsRecords } from './gatherings-tasks.ts';
import { type Action, actionLine } from './meeting-action.ts';
import type { MeetingPoint, MinutesSheet } from './meeting-point.ts';
import { prioritiesOf } from './minutes.ts';
import { actionsFromLastTime } from './review.ts';

/** What is kept of meetings that an agenda takes up. */
interface MeetingRecords extends GatheringsRecords {
  readonly points: readonly MeetingPoint[];
  readonly sheets: readonly MinutesSheet[];
}

/** How many lines of one kind an agenda shows; the rest is in the tab. */
const MOST = 8;

/**
 * What a meeting's agenda is filled from at this moment, in sentences, cut to what this reader may see (M1, M4-M12): of a
 * school's meeting only that school's. Figures are the newest of the half term the meeting is in, or of the one before.
 */
export function liveAgenda(
  policy: TrustPolicy,
  facts: Facts,
  records: MeetingRecords,
  gathering: RecordedGathering,
  reader: Person,
): LiveAgenda {
  const halfTerm = halfTermOf(policy, gathering);
  const may = (action: 'school.read' | 'category.read' | 'records.read', urn: string) =>
    access(policy, reader, action, facts, { urn }).allowed;
  const about = (urn: string) => gathering.urn === undefined || gathering.urn === urn;
  const schools = halfTerm
    ? schoolsInRound(policy, facts, halfTerm.id).filter(({ urn }) => about(urn) && may('school.read', urn))
    : [];
  const own = (urn: string | undefined) => urn === undefined || (about(urn) && may('records.read', urn));
  const reviewed = actionsFromLastTime(records, gathering).filter(({ urn, owner }) => owner === reader.id || own(urn));
  const actions = (which: (action: Action) => boolean) =>
    some(reviewed.filter(which).map((action) => actionLine(facts, action)));
  return {
    priorities: some(priorities(records, facts, gathering)),
    openActions: actions(({ done }) => done === undefined),
    doneActions: actions(({ done }) => done !== undefined),
    offTrack: halfTerm ? some(offTrack(policy, facts, reader, schools, halfTerm, may)) : [],
    moves: halfTerm ? some(moves(policy, facts, halfTerm, (urn) => about(urn) && may('category.read', urn))) : [],
    developmentAreas: some(
      areasFoundIn({ ...facts.records, gatherings: records })
        .filter(({ urn, foundOn }) => own(urn) && foundOn <= gathering.start.slice(0, 10))
        .sort((one, other) => (one.foundOn < other.foundOn ? 1 : -1))
        .map(({ urn, text }) => (urn === undefined ? text : `${schoolOf(facts, urn)?.name ?? urn}: ${text}`)),
    ),
    soapOverview: halfTerm ? overview(policy, facts, reader, schools, halfTerm) : [],
    goodPractice: some(goodPractice(policy, facts, gathering)),
  };
}

/** The half term a meeting is in; in a break the one before it. */
function halfTermOf(policy: TrustPolicy, { start }: RecordedGathering): HalfTerm | undefined {
  const date = start.slice(0, 10);
  return halfTerms(policy).findLast(({ from }) => from <= date);
}

/** The year's priorities: as its summer meeting minuted them (M6), and as they stand on record beside (M45). */
function priorities(records: MeetingRecords, facts: Facts, { year }: RecordedGathering): readonly string[] {
  const recorded = recordedPriorities(facts.records?.outside?.priorities ?? [], year).map(({ title }) => title);
  return [...new Set([...prioritiesOf(records.gatherings, records.minutes, year), ...recorded])];
}

/** Against targets where any are on record, else the figures in the lowest band, the lowest first (M23). */
function offTrack(
  policy: TrustPolicy,
  facts: Facts,
  reader: Person,
  schools: readonly School[],
  halfTerm: HalfTerm,
  may: (action: 'records.read', urn: string) => boolean,
): readonly string[] {
  const targets = facts.records?.targets?.targets ?? [];
  if (targets.length > 0) {
    const seen = { ...facts, schools: schools.filter(({ urn }) => may('records.read', urn)) };
    return targetsMonitored(policy, policy.targets, seen, targets, halfTerm, () => true).offTrack;
  }
  const { measures, rows } = heatMap(policy, facts, reader, schools, halfTerm.id);
  const names = new Map(measures.map(({ key, name }) => [key, name]));
  return rows
    .flatMap(({ name, cells }) => cells.map((cell) => ({ name, cell })))
    .filter(({ cell }) => cell.band === 'concern')
    .sort((one, other) => (one.cell.value ?? 0) - (other.cell.value ?? 0))
    .map(({ name, cell }) => `${name}: ${names.get(cell.measure) ?? cell.measure} ${cell.value}%`);
}

/** Categories that moved in the newest round with any (M26). */
function moves(
  policy: TrustPolicy,
  facts: Facts,
  halfTerm: HalfTerm,
  sees: (urn: string) => boolean,
): readonly string[] {
  const before = halfTermBefore(policy, halfTerm.id);
  const now = summary(policy, facts, halfTerm.id);
  const round = now.validated > 0 || !before ? now : summary(policy, facts, before.id);
  return round.moves
    .filter(({ urn }) => sees(urn))
    .map(({ name, from, to, direction }) => `${name}: ${direction} from ${from} to ${to}`);
}

/** How many returned, and each measure over all schools the reader sees, cut as the dashboard is (M15). */
function overview(
  policy: TrustPolicy,
  facts: Facts,
  reader: Person,
  schools: readonly School[],
  halfTerm: HalfTerm,
): readonly string[] {
  if (schools.length === 0) return [];
  const returned = schools.filter(({ urn }) => latestReturn(facts, urn, halfTerm.id)).length;
  const { measures, trust } = heatMap(policy, facts, reader, schools, halfTerm.id);
  const figures = trust.flatMap(({ measure, value, change }) => {
    if (value === undefined) return [];
    const name = measures.find(({ key }) => key === measure)?.name ?? measure;
    const moved = change === undefined || change === 0 ? '' : ` (${change > 0 ? 'up' : 'down'} ${Math.abs(change)})`;
    return [`${name}: ${value}%${moved}`];
  });
  return [`${returned} of ${schools.length} schools have returned this half term`, ...some(figures)];
}

function goodPractice(policy: TrustPolicy, facts: Facts, { year, start }: RecordedGathering): readonly string[] {
  const outside = facts.records?.outside;
  if (!outside) return [];
  return offered(policy.outside, facts, outside, year, start.slice(0, 10)).map(
    ({ practice: { urn, area, what } }) => `${schoolOf(facts, urn)?.name ?? urn}, ${area}: ${what}`,
  );
}

function some(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST ? lines : [...lines.slice(0, MOST - 1), `and ${lines.length - MOST + 1} more`];
}
