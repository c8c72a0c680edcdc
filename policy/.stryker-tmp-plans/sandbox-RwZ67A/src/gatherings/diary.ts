/** Who is where when, in minutes of a day's wall-clock. Made and used up within one planning. */
// @ts-nocheck

export interface Diary {
  /** Whether all of these people are free then, with the gap before and after. */
  free(people: readonly string[], date: string, start: number, end: number): boolean;
  book(people: readonly string[], date: string, start: number, end: number): void;
}

/** An empty diary in which two meetings of a person lie at least `gapMinutes` apart. */
export function emptyDiary(gapMinutes: number): Diary {
  const booked = new Map<string, (readonly [number, number])[]>();
  return {
    free: (people, date, start, end) =>
      people.every((person) =>
        (booked.get(`${person}/${date}`) ?? []).every(
          ([from, to]) => end + gapMinutes <= from || to + gapMinutes <= start,
        ),
      ),
    book: (people, date, start, end) => {
      for (const person of people) {
        const at = `${person}/${date}`;
        booked.set(at, [...(booked.get(at) ?? []), [start, end]]);
      }
    },
  };
}

/** 570 for `09:30`. */
export function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `09:30` for 570. */
export function timeOfDay(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * The starts at which a meeting may begin on a day, the preferred one first, then later ones, then earlier ones. A
 * meeting in the evening is tried at its own time only: nobody wants governors at nine in the morning.
 */
export function startsOf(
  day: { readonly from: string; readonly to: string; readonly everyMinutes: number },
  meeting: { readonly time: string; readonly minutes: number },
): readonly number[] {
  const [from, to, preferred] = [minutesOfDay(day.from), minutesOfDay(day.to), minutesOfDay(meeting.time)];
  const starts = [preferred];
  for (let at = preferred + day.everyMinutes; at + meeting.minutes <= to; at += day.everyMinutes) starts.push(at);
  if (preferred + meeting.minutes > to) return starts;
  for (let at = from; at < preferred; at += day.everyMinutes) starts.push(at);
  return starts;
}
