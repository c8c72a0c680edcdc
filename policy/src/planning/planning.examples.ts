import type { Gathering, RecordedGathering } from '../gatherings/gathering.ts';

/** A meeting of the board of two hours on Wednesday 9 December 2026, changed as told. */
export function meeting(key: string, other: Partial<Gathering> = {}): Gathering {
  return {
    key,
    kind: 'board',
    rule: 'M12',
    year: '2026-27',
    number: 1,
    title: `Meeting ${key}`,
    start: '2026-12-09T13:00',
    end: '2026-12-09T15:00',
    place: 'Trust office',
    attendees: [],
    reminderMinutes: 60,
    agenda: [],
    sentBySchools: [],
    why: { rule: 'M12', because: ['The board meets each term.'], wouldChange: 'Change the policy.' },
    ...other,
  };
}

/** The meeting as calendars hold it, changed as told. */
export function recorded({ why: _, ...one }: Gathering, other: Partial<RecordedGathering> = {}): RecordedGathering {
  return { ...one, state: 'in calendars', eventId: one.key, version: '1', ...other };
}
