import type { Undelivered } from './queries.ts';

const KINDS: Readonly<Record<string, string>> = {
  'soap-prompt': 'SOAP prompt',
  'soap-reminder': 'SOAP reminder',
  'soap-escalation': 'Overdue returns',
  'soap-sent-back': 'Figures sent back',
  'category-proposal': 'Request to propose categories',
  'category-validation': 'Request to validate categories',
  'category-summary': 'Summary to the channel',
  task: 'Task',
  'meeting-event': 'Meetings into calendars',
};

/** What a kind of message is called. */
export function kindText(kind: string): string {
  return KINDS[kind] ?? kind.replaceAll('-', ' ');
}

/** A delivery's key begins with its kind. */
export function kindOfKey(key: string): string {
  return kindText(key.split('/')[0] ?? key);
}

/** Those that wait for somebody's decision, newest first. */
export function openOnes(rows: readonly Undelivered[]): readonly Undelivered[] {
  return rows
    .filter(({ state }) => state === 'unreachable' || state === 'unknown' || state === 'resend')
    .sort((a, b) => b.at.localeCompare(a.at));
}
