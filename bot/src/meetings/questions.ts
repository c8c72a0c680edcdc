/** A meeting whose event is gone from Outlook: what is to become of it, said in the tab or on a card, once. */
import type { RecordedMeeting } from '@owls/policy';
import type { World } from '../world.ts';
import type { By } from '../writes.ts';
import { wallClockNow } from './what-is-ahead.ts';

export const QUESTION_ANSWERS = ['put it back', 'leave it out'] as const;
export type QuestionAnswer = (typeof QUESTION_ANSWERS)[number];

/** Whether the meeting still waits for an answer: what has begun is left as it is. */
export function isAsked({ question, start }: RecordedMeeting, world: Pick<World, 'policy' | 'now'>): boolean {
  return question !== undefined && start > wallClockNow(world);
}

/** Writes the answer down; the heartbeat does the rest. False where nothing is asked any more: the first answer stays. */
export async function answerQuestion(key: string, answer: QuestionAnswer, world: World, by: By): Promise<boolean> {
  const meeting = world.meetings.recorded().find((one) => one.key === key);
  if (meeting === undefined || !isAsked(meeting, world)) return false;
  const again = (meeting.again ?? 0) + 1;
  await world.meetings.note([answer === 'put it back' ? { did: 'put back', key, again } : { did: 'cancelled', key }], {
    by,
  });
  return true;
}
