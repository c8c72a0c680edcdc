// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';
import type { School } from '../trust/school.ts';
import type { Demand } from './demand.ts';
import { minutesOfDay, timeOfDay } from './diary.ts';
import type { Gathering, UnplacedGathering } from './gathering.ts';
import type { Invited } from './invitations.ts';

/** A meeting asked for that has its slot: date, start in minutes of the day, and who is invited then. */
export interface Placed {
  readonly demand: Demand;
  readonly date: string;
  readonly start: number;
  readonly invited: Invited;
}

/** Text that sorts by time, and by key at the same time. */
export function slotOf({ date, start, demand }: Placed): string {
  return `${date} ${timeOfDay(start)} ${demand.key}`;
}

/** A placed meeting as everybody reads it. `turn` is the school whose turn it is to host. */
export function gatheringOf(
  { demand, date, start, invited }: Placed,
  turn: School | undefined,
  year: AcademicYear,
): Gathering {
  const { key, definition, number, whose, days, wanted } = demand;
  const host = definition.place === 'own school' ? whose.school : turn;
  const asked = days[wanted]?.date;
  const moved = asked !== date || start !== minutesOfDay(definition.time);
  return {
    key,
    kind: definition.kind,
    rule: definition.rule,
    year,
    number,
    title: titleOf(demand),
    start: `${date}T${timeOfDay(start)}`,
    end: `${date}T${timeOfDay(start + definition.minutes)}`,
    ...(whose.school ? { urn: whose.school.urn } : {}),
    ...(whose.cluster ? { cluster: whose.cluster } : {}),
    ...(host ? { host: host.urn } : {}),
    place: typeof definition.place === 'object' ? definition.place.place : (host?.name ?? 'To be agreed'),
    attendees: invited.people,
    ...(invited.recorder ? { recorder: invited.recorder } : {}),
    sentBySchools: definition.sentBySchools,
    reminderMinutes: definition.reminderMinutes,
    agenda: definition.agenda.map(({ title }) => title),
    why: {
      rule: definition.rule,
      because: [
        ...demand.because,
        ...(moved ? [`Somebody invited is not free on ${asked} at ${definition.time}, so it moved.`] : []),
        ...invited.vacant,
      ],
      wouldChange: 'Change its rhythm, weekday or time in the policy, or move it in the calendar.',
    },
  };
}

/** A meeting asked for and not placed, with what would help. */
export function withoutSlot(demand: Demand): UnplacedGathering {
  const { key, definition, whose, days } = demand;
  return {
    key,
    kind: definition.kind,
    title: titleOf(demand),
    ...(whose.school ? { urn: whose.school.urn } : {}),
    ...(whose.cluster ? { cluster: whose.cluster } : {}),
    why: {
      rule: definition.rule,
      because: [
        ...demand.because,
        days.length === 0
          ? 'No day of that time is a working day.'
          : `Between ${days[0]?.date} and ${days.at(-1)?.date} those invited are never free together for ${definition.minutes} minutes.`,
      ],
      wouldChange: 'Shorten it, lengthen the day or lessen the gap in the policy, or invite fewer people.',
    },
  };
}

function titleOf({ definition, whose }: Demand): string {
  const of = whose.school?.name ?? whose.cluster;
  return of ? `${definition.title}: ${of}` : definition.title;
}
