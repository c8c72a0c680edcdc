// @ts-nocheck
import type { Gathering, RecordedGathering } from './gathering.ts';

/** What an agreed plan has to become: gatherings to add, to bring up to date, and to take out. */
export interface Replanned {
  readonly add: readonly Gathering[];
  readonly change: readonly { readonly from: RecordedGathering; readonly to: Gathering }[];
  readonly takeOut: readonly RecordedGathering[];
}

/**
 * A new plan held against the agreed one, by key (M3): what has begun stays as it was, what was cancelled stays
 * cancelled, and what is new lies ahead. `now` is wall-clock, for example `2026-11-09T08:00`. `moved` are keys of those
 * that somebody moved in the calendar: their time is respected.
 */
export function replanned(
  recorded: readonly RecordedGathering[],
  planned: readonly Gathering[],
  now: string,
  moved: ReadonlySet<string> = new Set(),
): Replanned {
  const known = new Map(recorded.map((one) => [one.key, one]));
  const wanted = new Set(planned.map(({ key }) => key));
  const ahead = (one: RecordedGathering) => one.start > now && one.state !== 'cancelled' && !moved.has(one.key);
  return {
    add: planned.filter(({ key, start }) => start > now && !known.has(key)),
    change: planned.flatMap((to) => {
      const from = known.get(to.key);
      return from && ahead(from) && to.start > now && differs(from, to) ? [{ from, to }] : [];
    }),
    takeOut: recorded.filter((one) => ahead(one) && !wanted.has(one.key)),
  };
}

function differs(from: RecordedGathering, to: Gathering): boolean {
  return (
    from.start !== to.start ||
    from.end !== to.end ||
    from.place !== to.place ||
    from.title !== to.title ||
    from.attendees.join() !== to.attendees.join()
  );
}
