import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { invalid } from './event.ts';
import { ianaZone } from './time-zones.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const Day = z.string().toLowerCase().pipe(z.enum(days));
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const unset = '0001-01-01';

const Given = z.strictObject({
  pattern: z.strictObject({
    type: z.enum(['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly']),
    interval: z.int().min(1).max(999),
    month: z.int().min(0).max(12).default(0),
    dayOfMonth: z.int().min(0).max(31).default(0),
    daysOfWeek: z.array(Day).nullish(),
    firstDayOfWeek: Day.nullish(),
    index: z.enum(['first', 'second', 'third', 'fourth', 'last']).nullish(),
  }),
  range: z.strictObject({
    type: z.enum(['endDate', 'noEnd', 'numbered']),
    startDate: date,
    endDate: date.nullish(),
    recurrenceTimeZone: z.string().nullish(),
    numberOfOccurrences: z.int().min(0).max(999).nullish(),
  }),
});
type Given = z.infer<typeof Given>;

/** How a series repeats, as Graph shows it (patternedRecurrence). Dates are those of the series' own time zone. */
export interface Recurrence {
  readonly pattern: {
    readonly type: Given['pattern']['type'];
    readonly interval: number;
    readonly month: number;
    readonly dayOfMonth: number;
    readonly daysOfWeek?: readonly (typeof days)[number][];
    readonly firstDayOfWeek: (typeof days)[number];
    readonly index: 'first' | 'second' | 'third' | 'fourth' | 'last';
  };
  readonly range: {
    readonly type: Given['range']['type'];
    readonly startDate: string;
    readonly endDate: string;
    readonly recurrenceTimeZone: string;
    readonly numberOfOccurrences: number;
  };
}

/** Needed beside `type` and `interval`, as "recurrencePattern resource type" lists them; `firstDayOfWeek` has a default. */
const needed: Readonly<Record<Given['pattern']['type'], readonly ('daysOfWeek' | 'dayOfMonth' | 'month')[]>> = {
  daily: [],
  weekly: ['daysOfWeek'],
  absoluteMonthly: ['dayOfMonth'],
  relativeMonthly: ['daysOfWeek'],
  absoluteYearly: ['dayOfMonth', 'month'],
  relativeYearly: ['daysOfWeek', 'month'],
};

/** A recurrence out of a request, for an event that starts on `startDate` in `zone`; 400 for what Outlook refuses. */
export function recurrence(given: unknown, startDate: string, zone: string): Recurrence {
  const parsed = Given.safeParse(spelled(given));
  if (!parsed.success) throw invalid(`The recurrence is not valid: ${z.prettifyError(parsed.error)}`);
  const { pattern, range } = parsed.data;
  for (const name of needed[pattern.type]) {
    const value = pattern[name];
    if (!value || (Array.isArray(value) && value.length === 0))
      throw invalid(`A ${pattern.type} pattern needs '${name}'.`);
  }
  if (range.startDate !== startDate) {
    throw invalid(`The range's startDate ${range.startDate} must be the date of the event's start, ${startDate}.`);
  }
  const recurrenceTimeZone = range.recurrenceTimeZone || zone;
  ianaZone(recurrenceTimeZone);
  const endDate = range.endDate ?? unset;
  if (range.type === 'endDate' && endDate < range.startDate)
    throw invalid('An endDate range needs an endDate after its startDate.');
  if (range.type === 'numbered' && !range.numberOfOccurrences)
    throw invalid("A numbered range needs 'numberOfOccurrences'.");
  return {
    pattern: {
      type: pattern.type,
      interval: pattern.interval,
      month: pattern.month,
      dayOfMonth: pattern.dayOfMonth,
      ...(pattern.daysOfWeek ? { daysOfWeek: pattern.daysOfWeek } : {}),
      firstDayOfWeek: pattern.firstDayOfWeek ?? 'sunday',
      index: pattern.index ?? 'first',
    },
    range: {
      type: range.type,
      startDate,
      endDate: range.type === 'endDate' ? endDate : unset,
      recurrenceTimeZone,
      numberOfOccurrences: range.type === 'numbered' ? (range.numberOfOccurrences ?? 0) : 0,
    },
  };
}

/** Graph reads the first letter of an enumeration's value in either case. */
function spelled(given: unknown): unknown {
  const lower = (value: unknown) =>
    typeof value === 'string' ? value.charAt(0).toLowerCase() + value.slice(1) : value;
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, part]) =>
      typeof part === 'object' && part !== null && 'type' in part
        ? [name, { ...part, type: lower(part.type), ...('index' in part ? { index: lower(part.index) } : {}) }]
        : [name, part],
    ),
  );
}

/** The dates of a series, in order; without end for a `noEnd` range. */
export function* datesOf({ pattern, range }: Recurrence): Generator<string> {
  const start = Temporal.PlainDate.from(range.startDate);
  let left = range.type === 'numbered' ? range.numberOfOccurrences : Number.POSITIVE_INFINITY;
  for (let round = 0; left > 0; round += 1) {
    for (const one of datesOfRound(pattern, start, round)) {
      if (Temporal.PlainDate.compare(one, start) < 0) continue;
      const text = one.toString();
      if (left <= 0 || (range.type === 'endDate' && text > range.endDate) || one.year > 9000) return;
      left -= 1;
      yield text;
    }
  }
}

function datesOfRound(pattern: Recurrence['pattern'], start: Temporal.PlainDate, round: number): Temporal.PlainDate[] {
  const steps = round * pattern.interval;
  const wanted = (one: Temporal.PlainDate) =>
    pattern.daysOfWeek?.includes(days[one.dayOfWeek - 1] ?? 'monday') === true;
  switch (pattern.type) {
    case 'daily':
      return [start.add({ days: steps })];
    case 'weekly': {
      const first = days.indexOf(pattern.firstDayOfWeek) + 1;
      const week = start.subtract({ days: (start.dayOfWeek - first + 7) % 7 }).add({ weeks: steps });
      return Array.from({ length: 7 }, (_, at) => week.add({ days: at })).filter(wanted);
    }
    case 'absoluteMonthly':
      return [inMonth(start.with({ day: 1 }).add({ months: steps }), pattern.dayOfMonth)];
    case 'absoluteYearly':
      return [inMonth(start.with({ day: 1, month: pattern.month }).add({ years: steps }), pattern.dayOfMonth)];
    case 'relativeMonthly':
      return nth(start.with({ day: 1 }).add({ months: steps }), pattern.index, wanted);
    case 'relativeYearly':
      return nth(start.with({ day: 1, month: pattern.month }).add({ years: steps }), pattern.index, wanted);
  }
}

/** In a month that is too short the last day stands in, as Outlook has it. */
function inMonth(month: Temporal.PlainDate, day: number): Temporal.PlainDate {
  return month.with({ day: Math.min(day, month.daysInMonth) });
}

function nth(
  month: Temporal.PlainDate,
  index: Recurrence['pattern']['index'],
  wanted: (one: Temporal.PlainDate) => boolean,
): Temporal.PlainDate[] {
  const fitting = Array.from({ length: month.daysInMonth }, (_, at) => month.add({ days: at })).filter(wanted);
  const found = fitting.at({ first: 0, second: 1, third: 2, fourth: 3, last: -1 }[index]);
  return found ? [found] : [];
}
