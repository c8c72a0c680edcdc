import type { MeetingAnswer } from '../meetings/meeting.ts';
import type { PlanMeeting } from '../views/plan.ts';
import type { Minutes } from './minutes.ts';

export interface Attendance {
  /** Minuted meetings: invited and there, as person ids. */
  readonly meetings: readonly {
    readonly key: string;
    readonly title: string;
    readonly start: string;
    readonly invited: readonly string[];
    readonly attended: readonly string[];
  }[];
  /** By person id, over all minuted meetings they were invited to. */
  readonly people: readonly { readonly person: string; readonly invited: number; readonly attended: number }[];
  /** Of the meetings ahead: what was answered. */
  readonly answers: readonly { readonly key: string; readonly answers: readonly MeetingAnswer[] }[];
}

/** Who came to the meetings that were minuted, and what those invited to the ones ahead have answered (M4-M12, M48). */
export function attendance(
  meetings: readonly Pick<PlanMeeting, 'key' | 'title' | 'start' | 'attendees' | 'answers' | 'past'>[],
  minutes: readonly Minutes[],
): Attendance {
  const held = new Map(
    minutes.flatMap((one) => (one.state === 'held' ? [[one.gathering, one.attended] as const] : [])),
  );
  const minuted = meetings.flatMap(({ key, title, start, attendees }) => {
    const attended = held.get(key);
    return attended === undefined ? [] : [{ key, title, start, invited: attendees, attended }];
  });
  const people = new Map<string, { invited: number; attended: number }>();
  for (const { invited, attended } of minuted) {
    for (const person of invited) {
      const so = people.get(person) ?? { invited: 0, attended: 0 };
      people.set(person, { invited: so.invited + 1, attended: so.attended + (attended.includes(person) ? 1 : 0) });
    }
  }
  return {
    meetings: minuted,
    people: [...people].map(([person, counts]) => ({ person, ...counts })),
    answers: meetings.flatMap(({ key, answers, past }) => (past || answers.length === 0 ? [] : [{ key, answers }])),
  };
}
