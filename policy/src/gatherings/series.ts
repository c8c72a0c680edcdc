import type { RecordedGathering } from './gathering.ts';

/** Meetings of the same kind, school and cluster before this one, the last one first; cancelled ones are none. */
export function earlierOf(
  gatherings: readonly RecordedGathering[],
  { kind, urn, cluster, start }: Pick<RecordedGathering, 'kind' | 'urn' | 'cluster' | 'start'>,
): readonly RecordedGathering[] {
  return gatherings
    .filter(
      (one) =>
        one.kind === kind &&
        one.urn === urn &&
        one.cluster === cluster &&
        one.start < start &&
        one.state !== 'cancelled',
    )
    .sort((one, other) => (one.start < other.start ? 1 : -1));
}
