import type { RecordedGathering } from './gathering.ts';
import type { GatheringsRecords } from './gatherings-tasks.ts';
import type { Action } from './meeting-action.ts';
import { earlierOf } from './series.ts';

/**
 * The actions a meeting reviews: those agreed in earlier meetings of the same series that are open, and those done since
 * the last one. An action never leaves the agenda before it is done, and is seen once more when it is.
 */
export function actionsFromLastTime(
  { gatherings, actions }: Pick<GatheringsRecords, 'gatherings' | 'actions'>,
  gathering: Pick<RecordedGathering, 'kind' | 'urn' | 'cluster' | 'start'>,
): readonly Action[] {
  const earlier = earlierOf(gatherings, gathering);
  const keys = new Set(earlier.map(({ key }) => key));
  const since = earlier[0]?.start.slice(0, 10) ?? '';
  return actions
    .filter(({ meeting, done }) => keys.has(meeting) && (done === undefined || done >= since))
    .sort((one, other) => (`${one.by} ${one.id}` < `${other.by} ${other.id}` ? -1 : 1));
}
