import type { PlanMeeting, PlanView } from '@owls/policy';
import { useCallback, useState } from 'react';
import { wallDayText, wallTimeText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { wordsFor } from '../shell/Problem.tsx';
import { useSay } from '../shell/toasts.tsx';
import { markOf, stepped } from './plan-days.ts';
import { onDay, takenThen } from './plan-filter.ts';
import { useMove } from './queries.ts';

/** A meeting on its way to another day. */
export interface Carry {
  readonly key: string;
  /** ISO date it would be dropped on. */
  readonly date: string;
  /** Dropped, and the service has not answered yet. */
  readonly dropped?: boolean;
}

/** Why a meeting can't be moved; undefined if it can. */
export function fixedBecause({ past, state, title }: PlanMeeting): string | undefined {
  if (past) return `${title} has begun: what is past stays as it was.`;
  if (state === 'cancelled') return `${title} is cancelled. Put it back first.`;
  return undefined;
}

/** Picking a meeting up, carrying it over the days and dropping it, with the words for those who hear the page. */
export function useCarry({
  view: { year, meetings, calendar },
  show,
}: {
  view: PlanView;
  /** Shows the part of the year a day is in. */
  show: (date: string) => void;
}) {
  const move = useMove(year);
  const toasts = useSay();
  const [carry, setCarry] = useState<Carry>();
  const [says, setSays] = useState('');
  const carried = carry && meetings.find(({ key }) => key === carry.key);

  const pickUp = useCallback(
    (meeting: PlanMeeting) => {
      const fixed = fixedBecause(meeting);
      if (fixed !== undefined) return setSays(fixed);
      const date = meeting.start.slice(0, 10);
      setCarry({ key: meeting.key, date });
      show(date);
      setSays(
        `${meeting.title} picked up. Left and right arrow: a day. Up and down: a week. Enter drops it, Escape puts it back.`,
      );
    },
    [show],
  );

  const step = (days: number) => {
    if (!carry || !carried || carry.dropped) return;
    const date = stepped(carry.date, days);
    setCarry({ ...carry, date });
    show(date);
    setSays(
      `${wallDayText(date)}. ${[markOf(calendar, date)?.says, takenText(meetings, carried, date)].filter(Boolean).join('. ')}`,
    );
  };

  const cancel = () => {
    if (!carried || carry?.dropped) return;
    setCarry(undefined);
    show(carried.start.slice(0, 10));
    setSays(`${carried.title} stays on ${wallDayText(carried.start)}.`);
  };

  const dropOn = (meeting: PlanMeeting, date: string) => {
    if (date === meeting.start.slice(0, 10)) {
      setCarry(undefined);
      return setSays(`${meeting.title} stays where it was.`);
    }
    // It stays where it was dropped until the service has answered, so that nothing jumps back and forth.
    setCarry({ key: meeting.key, date, dropped: true });
    setSays(`Moving ${meeting.title} to ${wallDayText(date)}, ${wallTimeText(meeting.start)}…`);
    const { start } = onDay(meeting, date);
    move.mutate(
      { key: meeting.key, start },
      {
        onSuccess: () => {
          const words = `${meeting.title} is on ${wallDayText(start)}, ${wallTimeText(start)} now.`;
          setSays(meeting.state === 'planned' ? words : `${words} Calendars follow when you say so under Calendars.`);
        },
        onError: (problem) => {
          toasts.failed(problem);
          setSays(`${meeting.title} stays on ${wallDayText(meeting.start)}. ${wordsFor(problem).says}`);
        },
        onSettled: () => setCarry(undefined),
      },
    );
  };

  const drop = () => {
    if (carry && carried && !carry.dropped) dropOn(carried, carry.date);
  };

  return { carry, says, say: setSays, pickUp, step, cancel, drop, dropOn };
}

/** Who would have another meeting at that time on that day, in words; empty for nobody. */
export function takenText(meetings: readonly PlanMeeting[], meeting: PlanMeeting, date: string): string {
  const taken = takenThen(meetings, onDay(meeting, date));
  if (taken === 0) return 'Nobody has another meeting then';
  return `${counted(taken, 'person has', 'people have')} another meeting then`;
}
