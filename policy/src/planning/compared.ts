import { Temporal } from 'temporal-polyfill';
import type { Gathering } from '../gatherings/gathering.ts';

/** What a kind of meeting comes to in two years' plans. */
interface KindCompared {
  readonly kind: string;
  readonly rule: string;
  readonly title: string;
  readonly before: Load;
  readonly after: Load;
}
/** Meetings, and hours in them. */
interface Load {
  readonly meetings: number;
  readonly hours: number;
}
export interface PlansCompared {
  readonly kinds: readonly KindCompared[];
  /** By person id, those first whose hours change most. */
  readonly people: readonly { readonly person: string; readonly before: Load; readonly after: Load }[];
  readonly before: Load;
  readonly after: Load;
}

/** One plan held against another (M3-M12), for example against last year's: by kind, by person, in all. */
export function compared(before: readonly Gathering[], after: readonly Gathering[]): PlansCompared {
  const kinds = new Map([...before, ...after].map((one) => [one.kind, one]));
  const [was, is] = [loadsOfPeople(before), loadsOfPeople(after)];
  const people = [...new Set([...was.keys(), ...is.keys()])].map((person) => ({
    person,
    before: was.get(person) ?? NOTHING,
    after: is.get(person) ?? NOTHING,
  }));
  const change = (one: (typeof people)[number]) => Math.abs(one.after.hours - one.before.hours);
  return {
    kinds: [...kinds.values()].map(({ kind, rule, title, urn, cluster }) => ({
      kind,
      rule,
      // Titles of a school's or cluster's meetings end with its name.
      title: urn === undefined && cluster === undefined ? title : title.replace(/: [^:]*$/, ''),
      before: loadOf(before.filter((one) => one.kind === kind)),
      after: loadOf(after.filter((one) => one.kind === kind)),
    })),
    people: people.sort((one, other) => change(other) - change(one) || (one.person < other.person ? -1 : 1)),
    before: loadOf(before),
    after: loadOf(after),
  };
}

const NOTHING: Load = { meetings: 0, hours: 0 };

function loadOf(meetings: readonly Gathering[]): Load {
  return meetings.reduce(plus, NOTHING);
}

function plus({ meetings, hours }: Load, { start, end }: Gathering): Load {
  return { meetings: meetings + 1, hours: hours + Temporal.PlainDateTime.from(start).until(end).total('hours') };
}

function loadsOfPeople(meetings: readonly Gathering[]): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>();
  for (const meeting of meetings) {
    for (const person of meeting.attendees) loads.set(person, plus(loads.get(person) ?? NOTHING, meeting));
  }
  return loads;
}
