import type { AreaFound } from '../visits/area-found.ts';
import type { RecordedGathering } from './gathering.ts';
import type { MeetingPoint, MinutesSheet, PointKind } from './meeting-point.ts';
import type { Minutes } from './minutes.ts';

/** Minutes as the rules read them, from sheets and points: what is still a draft counts for nothing (M6-M12). */
export function minutesOf(
  gatherings: readonly Pick<RecordedGathering, 'key' | 'start'>[],
  sheets: readonly MinutesSheet[],
  points: readonly MeetingPoint[],
): readonly Minutes[] {
  const starts = new Map(gatherings.map(({ key, start }) => [key, start.slice(0, 10)]));
  const said = new Map<string, MeetingPoint[]>();
  for (const point of points) said.set(point.meeting, [...(said.get(point.meeting) ?? []), point]);
  return sheets.flatMap(({ gathering, state, attended, because, by, at }): Minutes[] => {
    if (state === 'draft') return [];
    if (state === 'not held') return [{ gathering, state, because, by, at }];
    const mine = [...(said.get(gathering) ?? [])].sort(byTime);
    const texts = (kind: PointKind) => mine.filter((one) => one.kind === kind).map(({ text }) => text);
    return [
      {
        ...{ gathering, state, attended, by, at },
        on: starts.get(gathering) ?? at.slice(0, 10),
        decisions: texts('decision'),
        priorities: texts('priority'),
        developmentAreas: texts('development area'),
      },
    ];
  });
}

/** What advisory heads' meetings found and minuted, for the next visits (M5). */
export function areasFoundBy(
  gatherings: readonly Pick<RecordedGathering, 'key' | 'start' | 'rule'>[],
  sheets: readonly MinutesSheet[],
  points: readonly MeetingPoint[],
): readonly AreaFound[] {
  const advisory = new Map(gatherings.filter(({ rule }) => rule === 'M5').map((one) => [one.key, one]));
  const held = new Set(sheets.filter(({ state }) => state === 'held').map(({ gathering }) => gathering));
  return points
    .filter(({ kind, meeting }) => kind === 'development area' && held.has(meeting))
    .flatMap(({ id, meeting, urn, text }): AreaFound[] => {
      const found = advisory.get(meeting);
      if (!found) return [];
      const foundOn = found.start.slice(0, 10);
      return [{ key: `area/${id}`, ...(urn === undefined ? {} : { urn }), text, from: 'advisory meeting', foundOn }];
    });
}

/** Points in the order in which they were made. */
export function byTime(one: MeetingPoint, other: MeetingPoint): number {
  return `${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1;
}
