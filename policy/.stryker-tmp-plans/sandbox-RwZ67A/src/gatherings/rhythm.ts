// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import type { ArrangedGathering, RecordedGathering } from './gathering.ts';
import type { Minutes } from './minutes.ts';

/** The cadence promised and the meetings held, of one kind and, where it is theirs, one school or cluster. */
export interface Rhythm {
  readonly kind: string;
  readonly rule: string;
  readonly title: string;
  readonly urn?: string;
  readonly cluster?: string;
  /** Meetings whose day is over. */
  readonly promised: number;
  readonly held: number;
  /** Keys of those over and not held: nothing recorded, recorded as not held, or cancelled. */
  readonly missed: readonly string[];
  /** Longest time in weeks, one decimal, between two meetings promised one after the other; 0 for fewer than two. */
  readonly promisedWeeks: number;
  /** Longest time in weeks without a meeting: between two held, and since the last one held or the first promised. */
  readonly longestWeeks: number;
  /** What there is to say, in a sentence. */
  readonly says: string;
}

type Planned = Pick<ArrangedGathering, 'key' | 'kind' | 'rule' | 'title' | 'urn' | 'cluster' | 'start'> &
  Partial<Pick<RecordedGathering, 'state'>>;

/**
 * Whether the meetings promised took place (M6-M12, M48), a row a kind and school or cluster, in order of kind and of
 * theirs. `planned` are the agreed meetings, cancelled ones included; `today` is an ISO date, which itself is not over.
 */
export function rhythms(planned: readonly Planned[], minutes: readonly Minutes[], today: string): readonly Rhythm[] {
  const held = new Map(minutes.flatMap((one) => (one.state === 'held' ? [[one.gathering, one.on] as const] : [])));
  const series = new Map<string, Planned[]>();
  for (const one of [...planned].sort((a, b) => (`${a.start} ${a.key}` < `${b.start} ${b.key}` ? -1 : 1))) {
    const name = `${one.kind}/${one.urn ?? one.cluster ?? ''}`;
    series.set(name, [...(series.get(name) ?? []), one]);
  }
  return [...series]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, members]) => {
      const over = members.filter(({ start, key }) => start.slice(0, 10) < today || held.has(key));
      const first = over[0];
      return first ? [rhythmOf(first, over, held, today)] : [];
    });
}

function rhythmOf(first: Planned, over: readonly Planned[], held: ReadonlyMap<string, string>, today: string): Rhythm {
  const { kind, rule, title, urn, cluster } = first;
  const days = over.flatMap(({ key }) => held.get(key) ?? []).sort();
  const missed = over.filter(({ key }) => !held.has(key)).map(({ key }) => key);
  const promisedDays = over.map(({ start }) => start.slice(0, 10));
  const promisedWeeks = longest(promisedDays);
  const longestWeeks = longest([...(days.length > 0 ? days : promisedDays.slice(0, 1)), today]);
  return {
    kind,
    rule,
    title,
    ...(urn === undefined ? {} : { urn }),
    ...(cluster === undefined ? {} : { cluster }),
    promised: over.length,
    held: days.length,
    missed,
    promisedWeeks,
    longestWeeks,
    says:
      missed.length === 0
        ? over.length === 1
          ? 'The one promised was held.'
          : `All ${over.length} were held.`
        : `${days.length} of ${over.length} were held; the longest time without one was ${longestWeeks} ${longestWeeks === 1 ? 'week' : 'weeks'}.`,
  };
}

/** The longest time between neighbours, in weeks with one decimal. */
function longest(dates: readonly string[]): number {
  const gaps = dates.slice(1).map((date, place) => {
    const before = dates[place] ?? date;
    return Temporal.PlainDate.from(before).until(Temporal.PlainDate.from(date)).days;
  });
  return Math.round((Math.max(0, ...gaps) / 7) * 10) / 10;
}
