/** What Outlook's refusals mean to whoever plans: why, and what to do. */

import type { NotDone } from '@owls/policy';
import type { Refused } from './events.ts';

/** Why nothing at all can be put into the organiser's calendar, with what to do; undefined where one meeting was refused. */
export function wholeMailbox(refused: Refused | undefined, organiser: string): string | undefined {
  if (refused === undefined) return undefined;
  if (refused.status === 403) {
    return `Outlook lets the app not into the calendar of ${organiser}: the mailbox is outside the app's scope. Ask IT to add it to the app's access in Exchange, then put the plan into calendars again; nothing is lost.`;
  }
  if (refused.status === 404) {
    return `There is no mailbox ${organiser} to hold the meetings. Ask IT to make it or to name another, then put the plan into calendars again; nothing is lost.`;
  }
  return undefined;
}

/** Why one meeting failed. */
export function toldOf(title: string, { status, code, says }: Refused): Omit<NotDone, 'key'> {
  const answered = [status, code].filter((part) => part !== 0 && part !== '').join(' ');
  if (status === 0 || status === 429 || status >= 500) {
    return {
      because: `${title}: Outlook did not take it just now${answered === '' ? '' : ` (${answered})`}.`,
      todo: 'Put the plan into calendars again: what is there is not made twice.',
    };
  }
  return {
    because: `${title}: Outlook refused it (${answered}): ${says}`,
    todo: 'Check its people’s e-mail addresses and its place, then put the plan into calendars again.',
  };
}
