import type { Core } from '../../core/core.ts';

/** Notes a change for `calendarView/delta`: each event has the number of its last change. The page is told as well. */
export function noteChange(core: Core, mailbox: string, eventId: string): void {
  core.store.run('INSERT OR REPLACE INTO event_changes (mailbox, event_id) VALUES (?, ?)', mailbox, eventId);
  core.happenings.tell({ type: 'calendar', userId: mailbox });
}

/** The number of the latest change anywhere. */
export function newestChange(core: Core): number {
  return core.store.get<{ n: number | null }>('SELECT max(n) AS n FROM event_changes')?.n ?? 0;
}

/** The events of a mailbox that changed from the change number `first` on, in the order of their last changes. */
export function changesFrom(core: Core, mailbox: string, first: number): { n: number; event_id: string }[] {
  const sql = 'SELECT n, event_id FROM event_changes WHERE mailbox = ? AND n >= ? ORDER BY n';
  return core.store.all(sql, mailbox, first);
}
