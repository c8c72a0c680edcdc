/** The trust's academic calendar, read from its policy (M3). Everything here is Europe/London wall-clock made exact. */
// @ts-nocheck


import { Temporal } from 'temporal-polyfill';
import type { TrustPolicy } from '../trust-policy.ts';
import type { AcademicYear, HalfTerm, HalfTermId } from './half-term.ts';
import { onceEach, remembered } from './remembered.ts';

interface Calendar {
  readonly halfTerms: readonly HalfTerm[];
  readonly places: ReadonlyMap<HalfTermId, number>;
  readonly closedDays: ReadonlySet<string>;
  readonly schoolDays: Map<string, boolean>;
  /** By time zone, date and time: a policy can share its calendar with another of another zone. */
  readonly instants: Map<string, Temporal.Instant>;
}

/** The policy's years and their half terms are in order of time: `policy-agreement.ts` asks for it. */
const calendar = onceEach(({ years, bankHolidays }: TrustPolicy['calendar']): Calendar => {
  const halfTerms = years.flatMap(({ year, halfTerms: of }) =>
    of.map(({ name, from, to }) => ({ id: `${year}/${name}`, year, name, from, to })),
  );
  return {
    halfTerms,
    places: new Map(halfTerms.map((halfTerm, place) => [halfTerm.id, place])),
    closedDays: new Set([...bankHolidays, ...years.flatMap((year) => year.insetDays)]),
    schoolDays: new Map(),
    instants: new Map(),
  };
});

/** All half terms the policy knows, oldest first. */
export function halfTerms(policy: TrustPolicy): readonly HalfTerm[] {
  return calendar(policy.calendar).halfTerms;
}

/** The half term of this id, or undefined where the policy has no dates for it. */
export function halfTermById(policy: TrustPolicy, id: HalfTermId): HalfTerm | undefined {
  return neighbour(policy, id, 0);
}

/** The half term before this one, across academic years too. */
export function halfTermBefore(policy: TrustPolicy, id: HalfTermId): HalfTerm | undefined {
  return neighbour(policy, id, -1);
}

/** The half term after this one, across academic years too. */
export function halfTermAfter(policy: TrustPolicy, id: HalfTermId): HalfTerm | undefined {
  return neighbour(policy, id, 1);
}

function neighbour(policy: TrustPolicy, id: HalfTermId, step: number): HalfTerm | undefined {
  const { halfTerms, places } = calendar(policy.calendar);
  const place = places.get(id);
  return place === undefined ? undefined : halfTerms[place + step];
}

/**
 * Where a half term stands among all that the policy has dates for, 0 for the first; undefined where it has none for it.
 */
export function placeOf(policy: TrustPolicy, id: HalfTermId): number | undefined {
  return calendar(policy.calendar).places.get(id);
}

/** The half term running now; in a holiday the next one; undefined beyond the years the policy has dates for. */
export function halfTermAt(policy: TrustPolicy, now: Temporal.Instant): HalfTerm | undefined {
  const today = dateAt(policy, now);
  return halfTerms(policy).find((halfTerm) => today <= halfTerm.to);
}

/** The academic year running now; in the summer break the next one; undefined beyond the policy's years. */
export function academicYearAt(policy: TrustPolicy, now: Temporal.Instant): AcademicYear | undefined {
  return halfTermAt(policy, now)?.year;
}

/** Today's date in the trust's time zone, `YYYY-MM-DD`. */
export function dateAt({ trust: { timeZone } }: TrustPolicy, now: Temporal.Instant): string {
  const known = dates.get(now);
  if (known?.timeZone === timeZone) return known.date;
  const date = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  dates.set(now, { timeZone, date });
  return date;
}

const dates = new WeakMap<Temporal.Instant, { readonly timeZone: string; readonly date: string }>();

/** A moment as ISO text, written once: the same moments are asked for again and again. */
export function isoOf(moment: Temporal.Instant): string {
  return texts(moment).text;
}

const texts = onceEach((moment: Temporal.Instant) => ({ text: moment.toString() }));

/** Whether pupils are in school: a weekday within a half term that is neither a bank holiday nor an INSET day. */
export function isSchoolDay(policy: TrustPolicy, date: string): boolean {
  const { halfTerms, closedDays, schoolDays } = calendar(policy.calendar);
  return remembered(schoolDays, date, () => {
    if (closedDays.has(date) || Temporal.PlainDate.from(date).dayOfWeek > 5) return false;
    return halfTerms.some(({ from, to }) => from <= date && date <= to);
  });
}

/** The exact moment of a wall-clock time on a date in the trust's time zone; right on both sides of a clock change. */
export function instantAt(policy: TrustPolicy, date: string, time: string): Temporal.Instant {
  const { timeZone } = policy.trust;
  return remembered(calendar(policy.calendar).instants, `${date}T${time} ${timeZone}`, () =>
    Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant(),
  );
}

/** "Autumn 2, 2026-27" for `2026-27/autumn-2`; text that is no half term's id comes back as it is. */
export function halfTermLabel(id: HalfTermId): string {
  const [year, name] = id.split('/');
  const [term, half] = name?.split('-') ?? [];
  if (!term || !half) return id;
  return `${term.charAt(0).toUpperCase()}${term.slice(1)} ${half}, ${year}`;
}
